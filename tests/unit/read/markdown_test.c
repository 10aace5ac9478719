#include "read/markdown.h"

#include <cmark.h>

#include "base/buf.h"
#include "markdown_desk.h"
#include "read/markdown_ids.h"

static struct str without(struct str text, const char *part, const char *put,
			  struct arena *arena);
static struct str repeated(const char *text, size_t times, struct arena *arena);

#define assert_html(markdown, want) assert_str(html_of(markdown, state), want)
#define assert_said(markdown, want) \
	assert_str(complaints_of(markdown, state), want)

/* What is ours on purpose is taken away: loading and escaped apostrophes. */
static void plain_commonmark_is_written_as_cmark_writes_it(void **state)
{
	static const char *const TEXTS[] = {
		"",
		"one\ntwo  \nthree\\\nfour",
		"*a* **b** ***c*** _d_ `e < f` `` g`h ``",
		"## Two\n\n### Three ###\n\nSet\n---\n",
		"> quote\nlazy\n>\n> - item\n>\n> > deeper\n",
		"- tight\n- *list*\n  - inside\n    1. one\n    2. two\n",
		"- loose\n\n- list\n\n  with text\n",
		"7. seven\n8. eight\n\n1) one\n",
		"-\n- a\n-\n",
		"```c x\nint a = 1 < 2;\n```\n\n~~~\nopen & <b>\n",
		"    indented\n\n\n    code\n",
		"- ```\n  in a list\n  ```\n- > q\n- ## h\n",
		"***\n- - -\n_____\n",
		"[a](https://x.org/?a=1&b=2 \"ti<t>le\") <https://y.org> <a@b.c>",
		"[a] [b][a] [a][] ![c][a]\n\n[a]: https://x.org/ 'title'\n",
		"![alt *with* `code`\nand [link](#y)](https://x.org/a.png \"t\")",
		"[*a* ![b](https://x.org/b.png)](#c \"d\")",
		"[a](https://x.org/\xC3\xA9%20b)",
		"&amp; &copy; &ouml; &nope; \" ' < > \\* \\\\ \\a \\[ &#91;",
		"[not a link] [no](two words) ![x [y](#z)",
		"**a*b**c* **d\n*e* f__g__h",
		"<div>\n*raw*\n</div>\n\ntext <b class=\"x\">raw</b>\n",
		"- <div>\n- foo\n",
		"<!-- a -->\n\n<?php ?>\n",
		"tab\tin\ttext\n\n\tcode\ttab\n",
		"a\r\nb\r\n\r\n- c\r\n",
		"| no | table |\n",
		"\xE4\xB8\xAD\xE6\x96\x87 **\xE5\xAD\x97**\xE3\x80\x82",
	};

	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++) {
		char *html = cmark_markdown_to_html(TEXTS[i], strlen(TEXTS[i]),
						    CMARK_OPT_UNSAFE);
		struct str want = arena_str(*state, str_trim(str_from(html)));
		struct desk desk;
		struct str got;

		desk_init(&desk, state);
		desk.env.unsafe_html = true;
		assert_true(markdown_block(&desk.env, NULL, str_from(TEXTS[i]),
					   desk.at, &desk.prose));
		got = without(desk.prose.html, " loading=\"lazy\"", "", *state);
		got = without(got, " decoding=\"async\"", "", *state);
		got = without(got, "&#39;", "'", *state);
		assert_str(got, want.ptr);
		desk_release(&desk);
		free(html);
	}
}

static void raw_html_is_left_out_with_a_warning(void **state)
{
	assert_said("a\n\n<script>\nx\n</script>\n",
		    "a.md:3:1: warning: raw HTML is left out\n"
		    "  hint: write it in Markdown, or set unsafe_html in "
		    "site.yaml\n");
	assert_said("b\n \xC3\xA9 <i>x</i>",
		    "a.md:2:4: warning: raw HTML is left out\n"
		    "  hint: write it in Markdown, or set unsafe_html in "
		    "site.yaml\n"
		    "a.md:2:8: warning: raw HTML is left out\n"
		    "  hint: write it in Markdown, or set unsafe_html in "
		    "site.yaml\n");
}

static void a_comment_is_left_out_without_a_word(void **state)
{
	assert_html("a <!-- b --> c\n\n<!-- d\ne -->\n", "<p>a  c</p>");
	assert_non_null(
		strstr(complaints_of("<!-- a --><b><!-- c -->", state).ptr,
		       "raw HTML is left out"));
}

static void a_link_has_one_of_a_few_schemes(void **state)
{
	static const char *const SAFE[] = { "https://x.org/", "HTTP://x.org",
					    "mailto:a@b.c", "tel:+391", "#a" };
	static const char *const UNSAFE[] = {
		"javascript:alert(1)",
		"JaVaScRiPt:x",
		"data:text/html,x",
		"vbscript:x",
		"file:///etc",
		"ftp://x.org",
		"javascript&colon;alert(1)",
		"&#106;avascript:x",
	};

	for (size_t i = 0; i < sizeof(SAFE) / sizeof(*SAFE); i++)
		html_of(arena_printf(*state, "[a](%s)", SAFE[i]).ptr, state);
	for (size_t i = 0; i < sizeof(UNSAFE) / sizeof(*UNSAFE); i++)
		assert_non_null(strstr(
			complaints_of(
				arena_printf(*state, "[a](%s)", UNSAFE[i]).ptr,
				state)
				.ptr,
			"are not allowed"));
	assert_said("x [a](javascript:x) y",
		    "a.md:1:7: error: links to \"javascript:\" are not "
		    "allowed\n"
		    "  hint: use https, http, mailto, tel or a path\n");
	assert_said("![a](//x.org/a.png)",
		    "a.md:1:6: error: the link \"//x.org/a.png\" does not say "
		    "its scheme\n"
		    "  hint: use https, http, mailto, tel or a path\n");
}

/* Browsers ignore tabs and controls in an address: they must not stay. */
static void a_scheme_cannot_be_hidden(void **state)
{
	assert_said("[a](<java&#9;script:x>)",
		    "a.md:1:1: error: this link holds a control character\n"
		    "  hint: use https, http, mailto, tel or a path\n");
	assert_html("[a](<&#1;javascript:x>)",
		    "<p><a href=\"~at/%EF%BF%BDjavascript:x\">a</a></p>");
}

static void an_address_of_the_web_names_its_host(void **state)
{
	assert_said("[a](http:evil) ![b](https:/evil)",
		    "a.md:1:5: error: the link \"http:evil\" names no host\n"
		    "  hint: use https, http, mailto, tel or a path\n"
		    "a.md:1:21: error: the link \"https:/evil\" names no host\n"
		    "  hint: use https, http, mailto, tel or a path\n");
	assert_said("[a](<\\\\\\\\evil>) <https://a@b.org>",
		    "a.md:1:1: error: the link \"\\\\evil\" does not say its "
		    "scheme\n"
		    "  hint: use https, http, mailto, tel or a path\n"
		    "a.md:1:17: error: the link \"https://*@b.org\" names no "
		    "host\n"
		    "  hint: use https, http, mailto, tel or a path\n");
}

static void an_image_that_the_policy_forbids_is_told(void **state)
{
	static struct text sources[] = { { STR_INIT("https://b.org"), { 0 } } };
	const struct policy policy = {
		.rules[POLICY_IMAGE] = { sources, 1 },
	};
	struct desk desk;

	desk_init(&desk, state);
	desk.env.policy = &policy;
	assert_true(markdown_block(&desk.env, desk.ids,
				   STR("![a](https://b.org/a.png) "
				       "![b](https://a.org/b.png) "
				       "[c](https://a.org/c.png) ![d](d.png)"),
				   desk.at, &desk.prose));
	assert_str(printed(desk.diags, *state),
		   "a.md:1:32: warning: the policy of the pages lets no image "
		   "of https://a.org in\n"
		   "  hint: copy it beside the text, or write `csp: { img-src: "
		   "[\"https://a.org\"] }` in site.yaml\n");
	desk_release(&desk);
}

static void a_path_is_resolved_below_the_root_of_the_site(void **state)
{
	assert_html(
		"[a](b/c.md#d) ![e](f.png \"g\")",
		"<p><a href=\"~at/b/c.md#d\">a</a> <img "
		"src=\"~at/f.png\" decoding=\"async\" alt=\"e\" title=\"g\" /></p>");
	assert_said("[a](fine.md)\n[b](gone.md) ![c](gone.png)\n",
		    "a.md:2:5: error: no page \"gone.md\"\n"
		    "a.md:2:19: error: no image \"gone.png\"\n");
}

/* The same address stands twice, in code, in another line's text ... */
static void a_link_is_found_where_it_stands(void **state)
{
	assert_said("`(gone)`\n\n(gone)\n\n- \xC3\xA9 [gone](gone)\n",
		    "a.md:5:12: error: no page \"gone\"\n");
	assert_said("> a\n> `b\n> c` [d](gone) [e](gone)\n",
		    "a.md:3:10: error: no page \"gone\"\n"
		    "a.md:3:20: error: no page \"gone\"\n");
	assert_said("| a | b |\n|---|---|\n| c \\| d | [e](gone) |\n",
		    "a.md:3:16: error: no page \"gone\"\n");
	assert_said("a [b][c]\n\n[c]: gone\n",
		    "a.md:1:3: error: no page \"gone\"\n");
	assert_said("[gone](gone)\na|b\n-|-\n",
		    "a.md:1:8: error: no page \"gone\"\n");
}

static void a_citation_links_to_its_source(void **state)
{
	assert_html("So[^second][^first].",
		    "<p>So<sup class=\"cite\"><a "
		    "href=\"~oak/index.html#source-second\" "
		    "title=\"Two\">[2]</a></sup><sup class=\"cite\"><a "
		    "href=\"~oak/index.html#source-first\" title=\"One &amp; "
		    "all\">[1]</a></sup>.</p>");
}

static void a_citation_inside_a_link_is_a_number(void **state)
{
	assert_html("[a [^first]](#b)",
		    "<p><a href=\"#b\">a <sup class=\"cite\">[1]</sup></a>"
		    "</p>");
}

static void code_and_escaped_brackets_cite_nothing(void **state)
{
	assert_html("`[^none]`\n\n    [^none]\n",
		    "<p><code>[^none]</code></p>\n"
		    "<pre><code>[^none]\n</code></pre>");
	assert_html("\\[^none] &#91;^none] [^ no] [^]",
		    "<p>[^none] [^none] [^ no] [^]</p>");
	assert_html("`\\[^a]` [\\[^b](#\\[^ \"\\[^\")",
		    "<p><code>\\[^a]</code> <a href=\"#%5B%5E\" "
		    "title=\"[^\">[^b</a></p>");
}

static void the_sources_cited_are_listed_once_in_order(void **state)
{
	struct desk desk;

	desk_init(&desk, state);
	assert_true(markdown_block(&desk.env, desk.ids,
				   STR("[^second] [^first]\n\n- [^second]\n"),
				   desk.at, &desk.prose));
	assert_int_equal(desk.prose.source_count, 2);
	assert_int_equal(desk.prose.sources[0], 1);
	assert_int_equal(desk.prose.sources[1], 0);
	desk_release(&desk);
}

static void an_unknown_source_is_an_error_with_the_nearest_name(void **state)
{
	assert_said("a\nb [^frist] \xC3\xA9 [^frist]\n\n`[^x]` [^x]\n",
		    "a.md:2:3: error: the source \"frist\" is not in "
		    "sources.yaml\n"
		    "  hint: did you mean \"first\"?\n"
		    "a.md:2:14: error: the source \"frist\" is not in "
		    "sources.yaml\n"
		    "  hint: did you mean \"first\"?\n"
		    "a.md:4:8: error: the source \"x\" is not in "
		    "sources.yaml\n"
		    "  hint: list it there, define a footnote with [^x]: "
		    "and its text, or write \\[^x] for the "
		    "brackets themselves\n");
}

static void a_footnote_has_a_name_of_letters_and_digits(void **state)
{
	assert_said("a\n\n> [^fi*rst]: b\n",
		    "a.md:3:3: error: a source cannot be defined in a text\n"
		    "  hint: list it in sources.yaml under its id\n");
	assert_html("```\n[^first]: b\n```\n",
		    "<pre><code>[^first]: b\n</code></pre>");
	/* Between two that are code, and behind them. */
	assert_said("```\n[^a]: b\n```\n\nc\n\n> [^fi*rst]: b\n\n"
		    "    [^d]: e\n\nf\n",
		    "a.md:7:3: error: a source cannot be defined in a text\n"
		    "  hint: list it in sources.yaml under its id\n");
}

static void the_top_heading_of_a_text_is_an_h2(void **state)
{
	assert_html("# A\n\n## B\n\n###### C\n",
		    "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n"
		    "<h6 id=\"c\">C</h6>");
	assert_html("## A\n\n> # B\n",
		    "<h2 id=\"a\">A</h2>\n<blockquote>\n<h2 id=\"b\">B</h2>\n"
		    "</blockquote>");
}

static void headings_make_the_table_of_contents(void **state)
{
	struct desk desk;

	desk_init(&desk, state);
	markdown_block(&desk.env, desk.ids,
		       STR("## A `b` *c*[^first]\n\n### D\n"), desk.at,
		       &desk.prose);
	assert_int_equal(desk.prose.heading_count, 2);
	assert_int_equal(desk.prose.headings[0].level, 2);
	assert_str(desk.prose.headings[0].text, "A b c");
	assert_str(desk.prose.headings[0].id, "a-b-c");
	assert_int_equal(desk.prose.headings[1].level, 3);
	desk_release(&desk);
}

static void an_id_keeps_letters_of_any_script(void **state)
{
	static const struct {
		const char *text, *id;
	} CASES[] = {
		{ "What is it?", "what-is-it" },
		{ "  C++ / C#: 2.0  ", "cpp-csharp-2-0" },
		{ "Don't panic", "dont-panic" },
		{ "\xC3\x89tat de l\xE2\x80\x99"
		  "Art \xE2\x80\x94 fin",
		  "\xC3\xA9tat-de-lart-fin" },
		{ "\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82",
		  "\xD0\xBF\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82" },
		{ "\xE4\xB8\xAD\xE6\x96\x87", "\xE4\xB8\xAD\xE6\x96\x87" },
		{ "!?\xF0\x9F\x98\x80", "section" },
		{ "", "section-2" },
	};
	struct markdown_ids *ids = markdown_ids_new(*state);

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_str(markdown_ids_make(ids, str_from(CASES[i].text)),
			   CASES[i].id);
}

static void an_id_is_unique_on_its_page(void **state)
{
	struct markdown_ids *ids = markdown_ids_new(*state);
	struct str last = { 0 };

	markdown_ids_reserve(ids, STR("main"));
	markdown_ids_reserve(ids, STR("a-3"));
	assert_str(markdown_ids_make(ids, STR("Main")), "main-2");
	assert_str(markdown_ids_make(ids, STR("a")), "a");
	assert_str(markdown_ids_make(ids, STR("a")), "a-2");
	assert_str(markdown_ids_make(ids, STR("a")), "a-4");
	for (int i = 0; i < 20000; i++)
		last = markdown_ids_make(ids, STR("many"));
	assert_str(last, "many-20000");
}

static void plain_text_and_words_are_without_markup(void **state)
{
	struct desk desk;

	desk_init(&desk, state);
	markdown_block(&desk.env, desk.ids,
		       STR("## One *two*\n\nth**ree** `four`\nfive[^first]\n\n"
			   "- six\n\n|a|b|\n|-|-|\n|c|d e|\n\n"
			   "\xE4\xB8\xAD\xE6\x96\x87\n"),
		       desk.at, &desk.prose);
	assert_str(desk.prose.plain, "One two three four five six a b c d e "
				     "\xE4\xB8\xAD\xE6\x96\x87");
	assert_int_equal(desk.prose.word_count, 13);
	markdown_inline(&desk.env, STR("just three words"), desk.at,
			&desk.prose);
	assert_int_equal(desk.prose.word_count, 3);
	assert_str(desk.prose.plain, "just three words");
	desk_release(&desk);
}

static void a_fact_is_replaced_by_its_value(void **state)
{
	static const struct shared_fact FACTS[] = {
		{ { STR_INIT("npm-packages"), { 0 } },
		  { STR_INIT("2 < 3 million"), { 0 } } },
	};
	struct desk desk;

	desk_init(&desk, state);
	desk.env.facts = FACTS;
	desk.env.fact_count = 1;
	markdown_block(&desk.env, desk.ids,
		       STR("## Of [=npm-packages]\n\n*[=npm-packages]*[^first] "
			   "and `[=npm-packages]`, [= not] this\n\n"
			   "| [=npm-packages] |\n|-|\n"),
		       desk.at, &desk.prose);
	assert_str(desk.prose.headings[0].text, "Of 2 < 3 million");
	assert_non_null(
		strstr(desk.prose.html.ptr, "<em>2 &lt; 3 million</em><sup"));
	assert_non_null(strstr(desk.prose.html.ptr,
			       "<code>[=npm-packages]</code>, [= not] this"));
	assert_non_null(strstr(desk.prose.html.ptr,
			       "<th scope=\"col\">2 &lt; 3 million</th>"));
	assert_false(markdown_inline(&desk.env, STR("a [=npm-package]"),
				     desk.at, &desk.prose));
	assert_str(printed(desk.diags, *state),
		   "a.md:1:3: error: the fact \"npm-package\" is not in "
		   "comparison.md\n"
		   "  hint: did you mean \"npm-packages\"?\n");
	desk_release(&desk);
}

static void a_reference_to_a_control_character_gives_none(void **state)
{
	assert_html("a&#1;b&#2; c\n\n```x&#1;\n```\n",
		    "<p>a\xEF\xBF\xBD"
		    "b\xEF\xBF\xBD c</p>\n<pre><code "
		    "class=\"language-x\xEF\xBF\xBD\"></code></pre>");
	assert_html("[a](#b \"&#1;\")",
		    "<p><a href=\"#b\" title=\"\xEF\xBF\xBD\">a</a></p>");
}

static void inline_markdown_has_no_block_around_it(void **state)
{
	static const struct {
		const char *text, *html;
	} CASES[] = {
		{ "", "" },
		{ " a & 'b' ", "a &amp; &#39;b&#39;" },
		{ "*a* [b](#c)", "<em>a</em> <a href=\"#c\">b</a>" },
		{ "- not a list", "- not a list" },
		{ "# `not` a heading", "# <code>not</code> a heading" },
		{ "&#2; a", "\xEF\xBF\xBD a" },
		{ "*a*\nb", "<em>a</em>\nb" },
	};
	struct desk desk;

	desk_init(&desk, state);
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		assert_true(markdown_inline(&desk.env, str_from(CASES[i].text),
					    desk.at, &desk.prose));
		assert_str(desk.prose.html, CASES[i].html);
	}
	desk_release(&desk);
}

static void inline_markdown_is_one_paragraph(void **state)
{
	struct desk desk;

	desk_init(&desk, state);
	assert_false(markdown_inline(&desk.env, STR("*a*\n\nb"), desk.at,
				     &desk.prose));
	assert_str(printed(desk.diags, *state),
		   "a.md:1:1: error: expected one paragraph of text\n");
	desk.at = (struct place){ "a.yaml", 4, 9, 0 };
	assert_false(markdown_inline(&desk.env, STR("a [^x]"), desk.at,
				     &desk.prose));
	assert_str(printed(desk.diags, *state),
		   "a.yaml:4:11: error: the source \"x\" is not in "
		   "sources.yaml\n"
		   "  hint: list it there, define a footnote with [^x]: "
		   "and its text, or write \\[^x] for the "
		   "brackets themselves\n");
	desk_release(&desk);
}

static void sections_begin_at_level_2_headings(void **state)
{
	struct markdown_section *s;
	struct desk desk;
	size_t count;

	desk_init(&desk, state);
	desk.at.line = 10;
	assert_true(markdown_sections(
		&desk.env, desk.ids,
		STR("intro\n\n##  Node *js*\n\nyes\n\n### more\n\nVerdict\n---\n"
		    "no\n"),
		desk.at, &s, &count));
	assert_int_equal(count, 3);
	assert_str(s[0].heading.str, "");
	assert_str(s[0].prose.html, "<p>intro</p>");
	assert_str(s[1].heading.str, "Node js");
	assert_str(s[1].id, "node-js");
	assert_int_equal(s[1].heading.at.line, 12);
	assert_str(s[1].prose.html, "<p>yes</p>\n<h3 id=\"more\">more</h3>");
	assert_str(s[2].heading.str, "Verdict");
	assert_int_equal(s[2].heading.at.line, 18);
	assert_int_equal(s[2].heading.at.column, 1);
	assert_int_equal(s[2].heading.at.width, 7);
	assert_str(s[2].prose.html, "<p>no</p>");
	desk_release(&desk);
}

static void a_text_without_headings_is_one_section(void **state)
{
	struct markdown_section *sections;
	struct desk desk;
	size_t count;

	desk_init(&desk, state);
	assert_true(markdown_sections(&desk.env, desk.ids, STR(""), desk.at,
				      &sections, &count));
	assert_int_equal(count, 1);
	assert_true(prose_is_empty(&sections[0].prose));
	desk_release(&desk);
}

static void markers_of_lists_and_quotes_on_a_line_are_limited(void **state)
{
	static const char *const MARKERS[] = { ">", "* ", "1. ", "- > " };

	for (size_t i = 0; i < sizeof(MARKERS) / sizeof(*MARKERS); i++) {
		struct str many = repeated(MARKERS[i], 40, *state);
		struct str text = arena_printf(*state, "a\n\n%sa\n", many.ptr);
		struct str said = complaints_of(text.ptr, state);

		assert_str(said, "a.md:3:1: error: more than 32 lists and "
				 "quotes begin on one line\n");
	}
	html_of(repeated("* ", 100, *state).ptr, state);
}

static void nesting_over_many_lines_is_limited(void **state)
{
	struct buf text = { 0 };

	for (int i = 0; i < 40; i++)
		buf_printf(&text, "%*s- a\n", 2 * i, "");
	assert_str(complaints_of(text.ptr, state),
		   "a.md:33:65: error: more than 32 lists and quotes are "
		   "nested here\n");
	buf_release(&text);
}

static void brackets_left_open_are_limited(void **state)
{
	assert_str(complaints_of(repeated("![[]()", 30000, *state).ptr, state),
		   "a.md:1:1533: error: more than 256 brackets are open "
		   "here\n");
	html_of(repeated("[a] ", 1000, *state).ptr, state);
	html_of(repeated("[\n\n", 1000, *state).ptr, state);
}

static void a_text_has_at_most_so_many_bytes(void **state)
{
	assert_str(complaints_of(repeated("a", (1 << 20) + 1, *state).ptr,
				 state),
		   "a.md:1:1: error: the text has 1048577 bytes; at most "
		   "1048576 are read\n");
}

static void many_errors_are_told_once_with_their_count(void **state)
{
	struct desk desk;
	struct str said;

	desk_init(&desk, state);
	assert_false(markdown_block(&desk.env, desk.ids,
				    repeated("[^x] <b> [a](data:) [b](gone)\n",
					     1000, *state),
				    desk.at, &desk.prose));
	assert_int_equal(diags_error_count(desk.diags), 3);
	assert_int_equal(diags_warning_count(desk.diags), 1);
	/* The first of each, ten places, and the rest. */
	said = printed(desk.diags, *state);
	for (int kind = 0; kind < 4; kind++) {
		size_t at = str_find_str(said, STR("and 989 more places\n"));

		assert_true(at < said.len);
		said = str_from_byte(said, at + 1);
	}
	desk_release(&desk);
}

/* Each is nearly as much as one file may hold; quadratic would be minutes. */
static void hostile_texts_take_no_more_than_linear_time(void **state)
{
	static const struct {
		const char *part;
		size_t times;
	} TEXTS[] = {
		{ "# a\n", 20000 },
		{ "a|b\n-|-\n\n", 10000 },
		{ "[a](b)", 20000 },
		{ "`", 100000 },
		{ "*a **a ", 10000 },
		{ "[^first]", 10000 },
		{ "t\na|b\n-|-\n\n", 5000 },
		{ "[a]: b\n[a]\n\n", 8000 },
		{ "<b>", 20000 },
		{ "[a][b\n", 200 },
	};

	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++)
		complaints_of(
			repeated(TEXTS[i].part, TEXTS[i].times, *state).ptr,
			state);
}

static struct str without(struct str text, const char *part, const char *put,
			  struct arena *arena)
{
	struct buf buf = { 0 };
	struct str made;

	while (text.len) {
		size_t at = str_find_str(text, str_from(part));

		buf_raw(&buf, str_slice(text, 0, at));
		if (at < text.len)
			buf_text(&buf, put);
		text = at < text.len ? str_from_byte(text, at + strlen(part))
				     : STR("");
	}
	made = buf_copy(&buf, arena);
	buf_release(&buf);
	return made;
}

static struct str repeated(const char *text, size_t times, struct arena *arena)
{
	struct buf buf = { 0 };
	struct str made;

	for (size_t i = 0; i < times; i++)
		buf_text(&buf, text);
	made = buf_copy(&buf, arena);
	buf_release(&buf);
	return made;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(plain_commonmark_is_written_as_cmark_writes_it),
		TEST(raw_html_is_left_out_with_a_warning),
		TEST(a_comment_is_left_out_without_a_word),
		TEST(a_link_has_one_of_a_few_schemes),
		TEST(a_scheme_cannot_be_hidden),
		TEST(an_address_of_the_web_names_its_host),
		TEST(an_image_that_the_policy_forbids_is_told),
		TEST(a_path_is_resolved_below_the_root_of_the_site),
		TEST(a_link_is_found_where_it_stands),
		TEST(a_citation_links_to_its_source),
		TEST(a_citation_inside_a_link_is_a_number),
		TEST(code_and_escaped_brackets_cite_nothing),
		TEST(the_sources_cited_are_listed_once_in_order),
		TEST(an_unknown_source_is_an_error_with_the_nearest_name),
		TEST(a_footnote_has_a_name_of_letters_and_digits),
		TEST(the_top_heading_of_a_text_is_an_h2),
		TEST(headings_make_the_table_of_contents),
		TEST(an_id_keeps_letters_of_any_script),
		TEST(an_id_is_unique_on_its_page),
		TEST(plain_text_and_words_are_without_markup),
		TEST(a_fact_is_replaced_by_its_value),
		TEST(a_reference_to_a_control_character_gives_none),
		TEST(inline_markdown_has_no_block_around_it),
		TEST(inline_markdown_is_one_paragraph),
		TEST(sections_begin_at_level_2_headings),
		TEST(a_text_without_headings_is_one_section),
		TEST(markers_of_lists_and_quotes_on_a_line_are_limited),
		TEST(nesting_over_many_lines_is_limited),
		TEST(brackets_left_open_are_limited),
		TEST(a_text_has_at_most_so_many_bytes),
		TEST(many_errors_are_told_once_with_their_count),
		TEST(hostile_texts_take_no_more_than_linear_time),
	};

	return RUN(tests);
}
