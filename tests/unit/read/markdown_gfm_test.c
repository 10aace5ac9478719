/*
 * What GitHub's readers expect over CommonMark; the examples are of the kinds
 * that the GFM specification gives, written anew.
 */
#include "base/buf.h"
#include "markdown_desk.h"

#define assert_html(markdown, want) assert_str(html_of(markdown, state), want)

static void what_tildes_enclose_is_struck(void **state)
{
	assert_html("~~Gone~~ and ~gone~ again.",
		    "<p><del>Gone</del> and <del>gone</del> again.</p>");
	/* Not across paragraphs. */
	assert_html("This ~~has a\n\nnew paragraph~~.",
		    "<p>This ~~has a</p>\n<p>new paragraph~~.</p>");
	/* Nor three of them, of two lengths, with spaces inside, or alone. */
	assert_html("~~~a~~~b", "<pre><code class=\"language-a~~~b\"></code>"
				"</pre>");
	assert_html("x ~~~a~~~", "<p>x ~~~a~~~</p>");
	assert_html("~~a~", "<p>~~a~</p>");
	assert_html("~~ a ~~", "<p>~~ a ~~</p>");
	assert_html("~~~~ a", "<pre><code class=\"language-a\"></code></pre>");
	assert_html("a ~ b ~ c", "<p>a ~ b ~ c</p>");
}

static void struck_text_keeps_its_markup(void **state)
{
	assert_html("~~a *b `c~~` d* e~~",
		    "<p><del>a <em>b <code>c~~</code> d</em> e</del></p>");
	assert_html("~~*a*~~ *~~b~~*",
		    "<p><del><em>a</em></del> <em><del>b</del></em></p>");
	assert_html("~~a ~b~ c~~", "<p><del>a <del>b</del> c</del></p>");
	assert_html("[~~a~~](#b)", "<p><a href=\"#b\"><del>a</del></a></p>");
	assert_html("a|b\n-|-\n~~c~~|d\n",
		    "<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n"
		    "<thead>\n<tr>\n<th scope=\"col\">a</th>\n"
		    "<th scope=\"col\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
		    "<td><del>c</del></td>\n<td>d</td>\n</tr>\n</tbody>\n"
		    "</table>\n</div>");
}

static void items_may_be_open_or_done(void **state)
{
	assert_html("- [ ] foo\n- [x] bar",
		    "<ul>\n<li class=\"task\">\xE2\x98\x90 foo</li>\n"
		    "<li class=\"task\">\xE2\x98\x91 bar</li>\n</ul>");
	assert_html("1. [X] foo\n   - [ ] *bar*\n   - [x]baz\n2. [y] z",
		    "<ol>\n<li class=\"task\">\xE2\x98\x91 foo\n<ul>\n"
		    "<li class=\"task\">\xE2\x98\x90 <em>bar</em></li>\n"
		    "<li>[x]baz</li>\n</ul>\n</li>\n<li>[y] z</li>\n</ol>");
}

static void a_bare_address_is_a_link(void **state)
{
	assert_html("www.commonmark.org",
		    "<p><a href=\"http://www.commonmark.org\">"
		    "www.commonmark.org</a></p>");
	assert_html("Visit www.a.org/help for more.",
		    "<p>Visit <a href=\"http://www.a.org/help\">"
		    "www.a.org/help</a> for more.</p>");
	assert_html("Visit www.a.org.\n\nVisit www.a.org/a.b.",
		    "<p>Visit <a href=\"http://www.a.org\">www.a.org</a>.</p>\n"
		    "<p>Visit <a href=\"http://www.a.org/a.b\">www.a.org/a.b"
		    "</a>.</p>");
	assert_html(
		"www.g.org/?q=M+(b)\n\nwww.g.org/?q=M+(b)))\n\n"
		"(www.g.org/?q=M+(b))\n\n(www.g.org/?q=M+(b)",
		"<p><a href=\"http://www.g.org/?q=M+(b)\">www.g.org/?q=M+(b)"
		"</a></p>\n"
		"<p><a href=\"http://www.g.org/?q=M+(b)\">www.g.org/?q=M+(b)"
		"</a>))</p>\n"
		"<p>(<a href=\"http://www.g.org/?q=M+(b)\">www.g.org/?q=M+(b)"
		"</a>)</p>\n"
		"<p>(<a href=\"http://www.g.org/?q=M+(b)\">www.g.org/?q=M+(b)"
		"</a></p>");
	assert_html("www.a.org/he<lp",
		    "<p><a href=\"http://www.a.org/he\">www.a.org/he</a>&lt;lp"
		    "</p>");
	assert_html("http://a.org (https://b.org/x?q=a&hl=en)",
		    "<p><a href=\"http://a.org\">http://a.org</a> "
		    "(<a href=\"https://b.org/x?q=a&amp;hl=en\">"
		    "https://b.org/x?q=a&amp;hl=en</a>)</p>");
	assert_html("**https://a.org/_b**!",
		    "<p><strong><a href=\"https://a.org/_b\">https://a.org/_b"
		    "</a></strong>!</p>");
}

static void a_mail_address_is_a_link(void **state)
{
	assert_html("foo@bar.baz",
		    "<p><a href=\"mailto:foo@bar.baz\">foo@bar.baz</a></p>");
	assert_html("a@mail+xyz.b is none, a+xyz@mail.b is one.",
		    "<p>a@mail+xyz.b is none, <a href=\"mailto:a+xyz@mail.b\">"
		    "a+xyz@mail.b</a> is one.</p>");
	assert_html("a.b-c_d@a.b. a.b-c_d@a.b- a.b-c_d@a.b_",
		    "<p><a href=\"mailto:a.b-c_d@a.b\">a.b-c_d@a.b</a>. "
		    "a.b-c_d@a.b- a.b-c_d@a.b_</p>");
	assert_html("a\\@b.c @ @b.c a@ a@b", "<p>a@b.c @ @b.c a@ a@b</p>");
	assert_html("www.a.org/?b@c.d",
		    "<p><a href=\"http://www.a.org/?b@c.d\">www.a.org/?b@c.d"
		    "</a></p>");
}

static void an_entity_at_its_end_is_none_of_an_address(void **state)
{
	assert_html("www.a.org/?q=c&hl=en\n\nwww.a.org/?q=c&hl;",
		    "<p><a href=\"http://www.a.org/?q=c&amp;hl=en\">"
		    "www.a.org/?q=c&amp;hl=en</a></p>\n<p><a href=\""
		    "http://www.a.org/?q=c\">www.a.org/?q=c</a>&amp;hl;</p>");
}

static void not_all_that_looks_like_an_address_is_one(void **state)
{
	static const char *const TEXTS[] = {
		"www.",		  "http://",	    "http://localhost",
		"http://a.b_c.d", "xhttps://a.org", "ftp://a.org",
		"wwwa.org",	  "https:// a.org",
	};

	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++)
		if (strstr(html_of(TEXTS[i], state).ptr, "<a "))
			fail_msg("%s", TEXTS[i]);
	assert_html("[https://a.org](#b)",
		    "<p><a href=\"#b\">https://a.org</a></p>");
	assert_html("`https://a.org`", "<p><code>https://a.org</code></p>");
}

static void an_alert_has_its_word(void **state)
{
	assert_html("> [!NOTE]\n> Text.",
		    "<blockquote class=\"alert alert-note\">\n"
		    "<p class=\"alert-title\">Note</p>\n<p>Text.</p>\n"
		    "</blockquote>");
	assert_html("> [!warning]\n>\n> - a",
		    "<blockquote class=\"alert alert-warning\">\n"
		    "<p class=\"alert-title\">Warning</p>\n<ul>\n<li>a</li>\n"
		    "</ul>\n</blockquote>");
	assert_html("> [!NOTE] text",
		    "<blockquote>\n<p>[!NOTE] text</p>\n</blockquote>");
	assert_html("> [!SECRET]\n> text",
		    "<blockquote>\n<p>[!SECRET]\ntext</p>\n</blockquote>");
	assert_html("[!NOTE]\ntext", "<p>[!NOTE]\ntext</p>");
}

/* What is nearly a sign is text, and nothing of it is lost. */
static void what_is_nearly_a_sign_stays(void **state)
{
	static const char *const ROWS[][2] = {
		{ "a [^b", "<p>a [^b</p>" },
		{ "a [=b", "<p>a [=b</p>" },
		{ "a [^b c] d", "<p>a [^b c] d</p>" },
		{ "a [=B] c", "<p>a [=B] c</p>" },
		{ "a [^] b [=] c", "<p>a [^] b [=] c</p>" },
		{ "[a] [x] [^", "<p>[a] [x] [^</p>" },
		{ "## A {#b", "<h2 id=\"a-b\">A {#b</h2>" },
		{ "## A b}", "<h2 id=\"a-b\">A b}</h2>" },
		{ "> [!Note]x",
		  "<blockquote>\n<p>[!Note]x</p>\n</blockquote>" },
		{ "> [!Note", "<blockquote>\n<p>[!Note</p>\n</blockquote>" },
		{ "> [!Nota]", "<blockquote>\n<p>[!Nota]</p>\n</blockquote>" },
		{ "> [!Note]*a*",
		  "<blockquote>\n<p>[!Note]<em>a</em></p>\n</blockquote>" },
		{ "> *[!Note]*",
		  "<blockquote>\n<p><em>[!Note]</em></p>\n</blockquote>" },
		{ "> - a",
		  "<blockquote>\n<ul>\n<li>a</li>\n</ul>\n</blockquote>" },
		{ ">", "<blockquote>\n</blockquote>" },
		{ "a 1:b c", "<p>a 1:b c</p>" },
		{ "a <b c", "<p>a &lt;b c</p>" },
		{ "a <x:b", "<p>a &lt;x:b</p>" },
		{ "1)", "<ol>\n<li></li>\n</ol>" },
		{ "12.a", "<p>12.a</p>" },
		{ "1234567890. a", "<p>1234567890. a</p>" },
	};

	for (size_t i = 0; i < sizeof(ROWS) / sizeof(*ROWS); i++)
		assert_html(ROWS[i][0], ROWS[i][1]);
}

static void a_backslash_takes_each_away(void **state)
{
	assert_html("\\~~a~~\n\n\\~b~\n\n~~c\\~~",
		    "<p>~~a~~</p>\n<p>~b~</p>\n<p>~~c~~</p>");
	assert_html("- \\[ ] a\n- \\[x] b",
		    "<ul>\n<li>[ ] a</li>\n<li>[x] b</li>\n</ul>");
	assert_html("> \\[!NOTE]\n> a",
		    "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>");
	assert_html("https\\://a.org www\\.a.org",
		    "<p>https://a.org www.a.org</p>");
	assert_html("\\[=x] \\[^x] &#91;=x] &#91;^x]",
		    "<p>[=x] [^x] [=x] [^x]</p>");
	assert_html("`\\~ \\[=x] \\:` [a](x\\~y\\:z \"\\~\")",
		    "<p><code>\\~ \\[=x] \\:</code> "
		    "<a href=\"~at/x~y:z\" title=\"~\">a</a></p>");
	assert_html("\\\\~a~", "<p>\\<del>a</del></p>");
}

static void a_backslash_in_an_autolink_is_one(void **state)
{
	assert_html("<https://a.org/\\[\\>",
		    "<p><a href=\"https://a.org/%5C%5B%5C\">https://a.org/\\[\\"
		    "</a></p>");
	assert_html("<https://a.org/\\.\\~> \\<https://a.org/\\[^x]>",
		    "<p><a href=\"https://a.org/%5C.%5C~\">https://a.org/\\.\\~"
		    "</a> &lt;https://a.org/[^x]&gt;</p>");
	assert_html("[a](<https://a.org/\\~\\[>) <1a:\\[^x]> <a b:\\[^x]>",
		    "<p><a href=\"https://a.org/~%5B\">a</a> "
		    "&lt;1a:[^x]&gt; &lt;a b:[^x]&gt;</p>");
}

/* What the tests above leave of the specification's examples. */
static void the_rest_of_the_gfm_examples_hold(void **state)
{
	assert_html("- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim",
		    "<ul>\n<li class=\"task\">\xE2\x98\x91 foo\n<ul>\n"
		    "<li class=\"task\">\xE2\x98\x90 bar</li>\n"
		    "<li class=\"task\">\xE2\x98\x91 baz</li>\n</ul>\n</li>\n"
		    "<li class=\"task\">\xE2\x98\x90 bim</li>\n</ul>");
	assert_html("www.g.org/?q=(b))+ok",
		    "<p><a href=\"http://www.g.org/?q=(b))+ok\">"
		    "www.g.org/?q=(b))+ok</a></p>");
	assert_html("(See https://b.org/?q=M+(b))",
		    "<p>(See <a href=\"https://b.org/?q=M+(b)\">"
		    "https://b.org/?q=M+(b)</a>)</p>");
}

static void a_break_needs_no_permission(void **state)
{
	assert_html("a<br>b<br />c<BR/>d",
		    "<p>a<br />\nb<br />\nc<br />\nd</p>");
}

static void what_html_parted_stays_parted(void **state)
{
	struct desk desk;

	desk_init(&desk, state);
	markdown_block(&desk.env, desk.ids,
		       STR("one<hr>two th<b>r</b>ee<br-x>four"), desk.at,
		       &desk.prose);
	assert_str(desk.prose.html, "<p>one two three four</p>");
	assert_str(desk.prose.plain, "one two three four");
	desk_release(&desk);
}

#define MARK(n)                                                           \
	"<sup class=\"note-mark\"><button type=\"button\" popovertarget=" \
	"\"note--a-" n "\" aria-label=\"Note " n "\">" n "</button></sup>"

static void a_footnote_stands_below_its_text(void **state)
{
	assert_html(
		"a[^1] b[^x-y].\n\n[^1]: One *b*\n\n    two\n[^x-y]:\n"
		"    - c\n\nd[^1]",
		"<p>a" MARK("1") " b" MARK("2") ".</p>\n<p>d" MARK(
			"1") "</p>\n<ol class=\"notes\">\n"
			     "<li id=\"note--a-1\" popover>\n<p>One <em>b</em></p>\n"
			     "<p>two</p>\n</li>\n"
			     "<li id=\"note--a-2\" popover>\n<ul>\n<li>c</li>\n"
			     "</ul>\n</li>\n</ol>");
	/* In a quote, of another note, and beside a list of the author's. */
	assert_html(
		"> a[^1]\n>\n> [^1]: b[^2]\n\n+ c\n\n[^2]: d[^1]",
		"<blockquote>\n<p>a" MARK(
			"1") "</p>\n</blockquote>\n"
			     "<ul>\n<li>c</li>\n</ul>\n<ol class=\"notes\">\n"
			     "<li id=\"note--a-1\" popover>\n<p>b" MARK("2") "</p>\n</li>\n<li id=\"note--a-2\" popover>\n<p>d" MARK(
				     "1") "</p>\n</li>\n</ol>");
}

static void a_footnote_may_hold_a_table_and_stand_in_one(void **state)
{
	struct str html = html_of("a|b[^1]\n-|-\nc|d\n\n[^1]: e|f\n    -|-\n"
				  "    g|h\n",
				  state);

	assert_non_null(strstr(html.ptr, "<th scope=\"col\">b" MARK("1")));
	assert_non_null(strstr(html.ptr, "<th scope=\"col\">e</th>"));
	assert_non_null(strstr(html.ptr, "<td>h</td>"));
}

static void code_that_shows_a_footnote_stays_as_it_is(void **state)
{
	assert_html("```\n[^1]: a\n  [^b]: c\n```\n\n    [^1]: d\n\n`[^1]: e`",
		    "<pre><code>[^1]: a\n  [^b]: c\n</code></pre>\n"
		    "<pre><code>[^1]: d\n</code></pre>\n"
		    "<p><code>[^1]: e</code></p>");
	assert_html("\\[^1]: a", "<p>[^1]: a</p>");
}

static void a_footnote_that_misleads_is_told_of(void **state)
{
	assert_str(complaints_of("[^first]\n\n[^first]: a", state),
		   "a.md:3:1: error: the footnote \"first\" has the name of a "
		   "source\n"
		   "paragone: note: the source is here\n"
		   "  hint: give the footnote another name\n");
	assert_str(complaints_of("a[^1]\n\n[^1]: b\n\n[^1]: c", state),
		   "a.md:5:1: error: the footnote \"1\" is defined twice\n"
		   "a.md:3:1: note: the first time is here\n");
	assert_str(complaints_of("[^2]\n\n[^1]: a\n", state),
		   "a.md:1:1: error: the source \"2\" is not in sources.yaml\n"
		   "  hint: list it there, define a footnote with [^2]: "
		   "and its text, or write \\[^2] for the "
		   "brackets themselves\n"
		   "a.md:3:1: warning: nothing refers to the footnote \"1\"\n"
		   "  hint: write [^1] where it belongs\n");
}

static void a_footnote_nobody_refers_to_is_not_lost(void **state)
{
	struct desk desk;

	desk_init(&desk, state);
	assert_true(markdown_block(&desk.env, desk.ids, STR("a\n\n[^1]: b"),
				   desk.at, &desk.prose));
	assert_str(desk.prose.html, "<p>a</p>\n<ol class=\"notes\">\n"
				    "<li id=\"note--a-1\">\n<p>b</p>\n</li>\n"
				    "</ol>");
	assert_str(desk.prose.plain, "a");
	desk_release(&desk);
}

static void an_id_in_a_heading_is_told_of(void **state)
{
	assert_str(complaints_of("## A *b* {#c}\n", state),
		   "a.md:1:10: warning: \"{#c}\" gives the heading no id and "
		   "stands on the page\n"
		   "  hint: leave it out: the id is made of the heading's "
		   "words\n");
	assert_str(complaints_of("## A {b}\n", state), "");
}

static void alternative_text_is_plain(void **state)
{
	struct desk desk;
	struct shared_fact fact = { .name = { STR("n"), { 0 } },
				    .value = { STR("4 \"2\""), { 0 } } };

	desk_init(&desk, state);
	desk.env.facts = &fact;
	desk.env.fact_count = 1;
	assert_true(markdown_block(&desk.env, desk.ids,
				   STR("![a [=n] b[^first] c]"
				       "(https://x.org/a.png)"),
				   desk.at, &desk.prose));
	assert_str(desk.prose.html,
		   "<p><img src=\"https://x.org/a.png\" decoding=\"async\" "
		   "alt=\"a 4 &quot;2&quot; b c\" /></p>");
	assert_false(markdown_block(&desk.env, desk.ids,
				    STR("![a [=m] [^x]](https://x.org/a.png)"),
				    desk.at, &desk.prose));
	assert_int_equal(diags_error_count(desk.diags), 2);
	desk_release(&desk);
}

static void an_image_alone_with_a_title_has_a_caption(void **state)
{
	assert_html("![a](b.png \"C & [^first] *d*\")",
		    "<figure><img src=\"~at/b.png\" decoding=\"async\" "
		    "alt=\"a\" />\n<figcaption>C &amp; <sup class=\"cite\">"
		    "<a href=\"~oak/index.html#source-first\" title=\"One "
		    "&amp; all\">[1]</a></sup> *d*</figcaption></figure>");
	/* Not without a title, nor with words beside it. */
	assert_html("![a](b.png)",
		    "<p><img src=\"~at/b.png\" decoding=\"async\" "
		    "alt=\"a\" /></p>");
	assert_html("![a](b.png 'c') d",
		    "<p><img src=\"~at/b.png\" decoding=\"async\" "
		    "alt=\"a\" title=\"c\" /> d</p>");
}

static void an_image_keeps_its_place_free(void **state)
{
	assert_html("![a](sized.png)\n\n![b](sized.png)",
		    "<p><img src=\"~at/sized.png\" width=\"30\" "
		    "height=\"20\" decoding=\"async\" alt=\"a\" /></p>\n"
		    "<p><img loading=\"lazy\" src=\"~at/sized.png\" "
		    "width=\"30\" height=\"20\" decoding=\"async\" "
		    "alt=\"b\" /></p>");
}

static void the_title_of_a_link_is_plain(void **state)
{
	struct desk desk;
	struct shared_fact fact = { .name = { STR("n"), { 0 } },
				    .value = { STR("4 \"2\""), { 0 } } };

	desk_init(&desk, state);
	desk.env.facts = &fact;
	desk.env.fact_count = 1;
	assert_true(markdown_block(
		&desk.env, desk.ids,
		STR("[a](#a \"[=n] b [^first] \\[^x] \\[=m] [c\")"), desk.at,
		&desk.prose));
	assert_str(desk.prose.html,
		   "<p><a href=\"#a\" title=\"4 &quot;2&quot; b [1] [^x] [=m] "
		   "[c\">a</a></p>");
	assert_int_equal(desk.prose.source_count, 1);
	assert_false(markdown_block(&desk.env, desk.ids,
				    STR("[\\[^x]](#a \"c [^x]\") "
					"![d](https://x.org/a.png '[=m]')"),
				    desk.at, &desk.prose));
	assert_str(printed(desk.diags, *state),
		   "a.md:1:15: error: the source \"x\" is not in sources.yaml\n"
		   "  hint: list it there, define a footnote with [^x]: "
		   "and its text, or write \\[^x] for the "
		   "brackets themselves\n"
		   "a.md:1:48: error: the fact \"m\" is not in "
		   "comparison.md\n");
	desk_release(&desk);
}

static void a_note_is_no_part_of_a_title(void **state)
{
	struct str html =
		html_of("[a](#b \"c [^n], d [^n]\") e[^n]\n\n[^n]: f", state);

	assert_non_null(strstr(html.ptr, "title=\"c, d\">a</a> e<sup"));
}

/* Each is nearly what a text may hold; quadratic would be minutes. */
static void hostile_texts_take_linear_time(void **state)
{
	static const char *const PARTS[] = {
		"~",
		"~~a ",
		"~a~~",
		"~~a ~b ",
		"www.",
		"www.a.",
		"(((",
		"a@",
		"a@b.",
		"www.a.b/&a;",
		")))",
		"https://a.b))",
		"> [!NOTE]\n\n",
		"- [ ] ",
		"<br>",
		"\\~\\[=;^",
		"~~a~~",
		"[^1]",
		"[^1]: ",
		"[^1]: a[^1]\n\n",
		"> [^a]: b\n",
		"[^b]:\n    ",
	};

	for (size_t i = 0; i < sizeof(PARTS) / sizeof(*PARTS); i++) {
		struct buf text = { 0 };
		struct desk desk;

		while (text.len < 200000)
			buf_text(&text, PARTS[i]);
		desk_init(&desk, state);
		markdown_block(&desk.env, desk.ids, buf_str(&text), desk.at,
			       &desk.prose);
		desk_release(&desk);
		buf_release(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_tildes_enclose_is_struck),
		TEST(struck_text_keeps_its_markup),
		TEST(items_may_be_open_or_done),
		TEST(a_bare_address_is_a_link),
		TEST(a_mail_address_is_a_link),
		TEST(an_entity_at_its_end_is_none_of_an_address),
		TEST(not_all_that_looks_like_an_address_is_one),
		TEST(an_alert_has_its_word),
		TEST(what_is_nearly_a_sign_stays),
		TEST(a_backslash_takes_each_away),
		TEST(a_backslash_in_an_autolink_is_one),
		TEST(the_rest_of_the_gfm_examples_hold),
		TEST(a_break_needs_no_permission),
		TEST(what_html_parted_stays_parted),
		TEST(a_footnote_stands_below_its_text),
		TEST(a_footnote_may_hold_a_table_and_stand_in_one),
		TEST(code_that_shows_a_footnote_stays_as_it_is),
		TEST(a_footnote_that_misleads_is_told_of),
		TEST(a_footnote_nobody_refers_to_is_not_lost),
		TEST(an_id_in_a_heading_is_told_of),
		TEST(alternative_text_is_plain),
		TEST(an_image_alone_with_a_title_has_a_caption),
		TEST(an_image_keeps_its_place_free),
		TEST(the_title_of_a_link_is_plain),
		TEST(a_note_is_no_part_of_a_title),
		TEST(hostile_texts_take_linear_time),
	};

	return RUN(tests);
}
