#include "make/markdown_twin.h"

#include <cmark.h>

#include "unit.h"

static const char *twin_of(const char *html, struct arena *arena)
{
	struct buf page = { 0 }, twin = { 0 };
	struct str copy;

	buf_printf(&page,
		   "<html><head><title>x</title></head>"
		   "<main id=\"main\">%s</main><footer>y</footer>",
		   html);
	markdown_twin(buf_str(&page), &twin);
	copy = buf_copy(&twin, arena);
	buf_release(&twin);
	buf_release(&page);
	return copy.ptr;
}

static void what_a_page_says_is_said_in_markdown(void **state)
{
	static const char *const CASES[][2] = {
		{ "<h2>A &amp; B</h2><p>One\n two<br>three.</p>",
		  "## A & B\n\nOne two three.\n\n" },
		{ "<p><strong>8.20</strong> of <em>10</em>, <a "
		  "href=\"../m.html?a=1&amp;b=2\">more</a></p>",
		  "**8.20** of *10*, [more](../m.html?a=1&b=2)\n\n" },
		{ "<ul><li>a</li><li><p>b</p><ol><li>c</li></ol></li></ul>",
		  "- a\n\n- b\n\n  1. c\n\n" },
		{ "<table><tr><th>x</th><th>y|z</th></tr><tr><td><p>1</p>"
		  "</td><td></td></tr></table>",
		  "| x | y\\|z |\n| --- | --- |\n| 1 | |\n\n" },
		{ "<pre><code>a &lt; b\n  c</code></pre><p><code>a_b</code></p>",
		  "```\na < b\n  c\n```\n\n`a_b`\n\n" },
		{ "<blockquote><p>q &lt;script&gt; *x*</p></blockquote>",
		  "> q &lt;script> \\*x\\*\n\n" },
		{ "<svg><text>no</text><svg></svg></svg><nav>no</nav><span "
		  "aria-hidden=\"true\">no<span>no</span></span><p>yes</p>",
		  "yes\n\n" },
		{ "<p title=\"a > b\">text</p><img alt=\"A\" src=\"a.png\">",
		  "text\n\n![A](a.png)\n\n" },
		{ "<div data-control><p>no</p></div><fieldset>no</fieldset>"
		  "<p>yes</p>",
		  "yes\n\n" },
		{ "<table><tr><th>x</th></tr><tr><td><button "
		  "popovertarget=\"n\">3.81</button><span>best</span></td></tr>"
		  "</table>",
		  "| x |\n| --- |\n| 3.81 best |\n\n" },
		{ "<table><tr><th colspan=\"2\">x</th><th>y</th></tr><tr>"
		  "<td>1</td><td>2</td><td>3</td></tr></table>",
		  "| x | | y |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n\n" },
		{ "<input hidden><p>yes</p>", "yes\n\n" },
		{ "<p>It is <del>20 EUR</del> 30 EUR<sup class=\"note-mark\">"
		  "<button>1</button></sup>, 10<sup>6</sup> of ~5~ and "
		  "~~6~~<sup class=\"cite\"><a href=\"#s\">[2]</a></sup></p>",
		  "It is ~~20 EUR~~ 30 EUR\\[1\\], 10^6 of \\~5\\~ and "
		  "\\~\\~6\\~\\~[\\[2\\]](#s)\n\n" },
		{ "<p>a<s>b</s>c<del>(d)</del>e</p>",
		  "a~~b~~c<!-- -->~~(d)~~<!-- -->e\n\n" },
		/* What a theme calls an element of its own is no other. */
		{ "<p><a-card href=\"x\">one</a-card> <em.x>two</em.x></p>",
		  "one two\n\n" },
		{ "<p>a<br-line>b</br-line>c</p><nav-bar><p>d</p></nav-bar>",
		  "abc\n\nd\n\n" },
		{ "<nav>no<nav-bar></nav></nav-bar><p>yes</p>", "yes\n\n" },
		{ "<style-note>yes</style-note>", "yes\n\n" },
		{ "<p>a<br/>b</p\n><p\n>c</p>", "a b\n\nc\n\n" },
		{ "<template><p>no</p><script>'</template>'"
		  "</script><templates></template><p>yes</p>",
		  "yes\n\n" },
		{ "<nav>no <!-- </nav> --></nav><p>yes</p>", "yes\n\n" },
		{ "<p>yes</p><nav>cut", "yes\n\n" },
		{ "<p>cut", "cut\n\n" },
		{ "<", "" },
		{ "<hr><p>a<hr>b</p>", "---\n\na\n\n---\n\nb\n\n" },
		{ "</ul></ol></blockquote></a><p>a</p>", "a\n\n" },
		{ "<pre>a<b>x</b>&bogus;</pre>", "```\nax&bogus;\n```\n\n" },
		{ "<p>&bogus; &lt &#65; &amp;amp;</p>",
		  "&bogus; &lt &#65; &amp;amp;\n\n" },
		{ "<table><tr><td colspan=\"x\">a</td><td colspan=\"0\">b"
		  "</td></tr></table>",
		  "| a | b |\n| --- | --- |\n\n" },
		{ "<ul><ul><ul><ul><ul><ul><ul><ul><ul><ul><ul><ul><ul><ul><ul>"
		  "<ul><ul><ul><li>a</ul></ul>",
		  "- a\n\n" },
		{ "<blockquote><blockquote><p>a</p></blockquote></blockquote>"
		  "</blockquote><p>b",
		  "> > a\n\nb\n\n" },
		{ "<p aria-hidden=false>a</p><p aria-hidden='true'>b</p>"
		  "<p hidden>c</p>",
		  "a\n\n" },
		{ "<P>A</P><BR/><p>b<!-- c", "A\n\nb\n\n" },
		{ "<dl><dt>a</dt><dd>b</dd></dl>", "a\n\nb\n\n" },
		{ "<pre><code>a\n```\nb\n</code></pre>",
		  "````\na\n```\nb\n````\n\n" },
		{ "<p>x</p><pre>`````</pre><p>y</p>",
		  "x\n\n``````\n`````\n``````\n\ny\n\n" },
		{ "<p>``` x</p></pre><pre>a<pre>b</pre></pre>",
		  "\\`\\`\\` x\n\n```\nab\n```\n\n" },
		{ "<p>a <code>b`c</code>, <code>``</code> <code>d</code></p>",
		  "a `` b`c ``, ``` `` ``` `d`\n\n" },
		{ "</code><p>a</p>", "a\n\n" },
		{ "<p>see <a name=x>here</a>, <a href=''>there</a> <a "
		  "href=y>z</a></p>",
		  "see here, there [z](y)\n\n" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_string_equal(twin_of(CASES[i][0], *state), CASES[i][1]);
}

static void tables_and_blocks_keep_what_they_hold(void **state)
{
	static const char *const CASES[][2] = {
		{ "<p>a|b <code>c|d</code></p>", "a|b `c|d`\n\n" },
		{ "<table><tr><th>a|b <code>c|d</code> <a href=\"e|f\">g</a>"
		  "</th></tr></table>",
		  "| a\\|b `c\\|d` [g](e\\|f) |\n| --- |\n\n" },
		{ "<ol start=\"9\"><li>a<p>b</p></li><li>c<ul><li>d<p>e</p>"
		  "</li></ul></li></ol><p>f</p>",
		  "9. a\n\n   b\n\n10. c\n\n    - d\n\n      e\n\nf\n\n" },
		{ "<ul><li>a<li>b</ul><h2></h2><ul><li></li></ul><p>c</p>",
		  "- a\n\n- b\n\nc\n\n" },
		{ "<ul><li>a<blockquote><p>b</p></blockquote><pre>c\n\nd"
		  "</pre></li></ul>",
		  "- a\n\n  > b\n\n  ```\n  c\n  \n  d\n  ```\n\n" },
		{ "<p>a <img alt=\"b\" src=\"c d.png\">!<a href=\"e\">f</a>"
		  "</p>",
		  "a ![b](c%20d.png)\\![f](e)\n\n" },
		{ "<p><strong> a </strong>b<em></em><code></code><a href=\"c\">"
		  "</a></p>",
		  "**a** b[](c)\n\n" },
		{ "<h2>a # #</h2><h2>C#</h2><h2>#1</h2><p>#1</p>",
		  "## a # \\#\n\n## C#\n\n## #1\n\n#1\n\n" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_string_equal(twin_of(CASES[i][0], *state), CASES[i][1]);
}

/* Without what parts marks, and without line ends. */
static const char *bare(const char *html, struct arena *arena)
{
	static const char *const GONE[] = { "\n", "<!-- -->" };
	struct str rest = str_from(html);
	struct buf bare = { 0 };
	struct str copy;

	while (rest.len) {
		size_t skip = 0;

		for (size_t i = 0; i < sizeof(GONE) / sizeof(*GONE); i++)
			if (str_starts(rest, GONE[i]))
				skip = strlen(GONE[i]);
		if (!skip)
			buf_char(&bare, rest.ptr[0]);
		rest = str_from_byte(rest, skip ? skip : 1);
	}
	copy = buf_copy(&bare, arena);
	buf_release(&bare);
	return copy.ptr;
}

static void assert_reads_as(const char *html, struct arena *arena)
{
	const char *twin = twin_of(html, arena);
	char *read =
		cmark_markdown_to_html(twin, strlen(twin), CMARK_OPT_UNSAFE);

	if (strcmp(bare(read, arena), html) != 0)
		fail_msg("%s\nbecame\n%swhich reads as\n%s", html, twin, read);
	free(read);
}

/* Texts that are odd to Markdown, as HTML has them. */
static const char *const ODD[] = {
	"1.",
	"1)",
	"12. x",
	"#",
	"## x",
	"-",
	"- x",
	"+",
	"+ x",
	"&gt; x",
	"---",
	"- - -",
	"===",
	"~~~",
	"***",
	"* x",
	"_x_",
	"`x`",
	"[x]",
	"[x]:",
	"x](y)",
	"!",
	"![x](y)",
	"&lt;b&gt;",
	"\\",
	"\\*",
	"&amp;",
	"&amp;copy;",
	"&amp;#65;",
	"&lt;!--",
	"a|b",
	"C#",
	"(a)",
	"x",
	"\xe2\x80\x9cx\xe2\x80\x9d",
	"\xe4\xb8\x80",
	"&quot;x&quot;",
	"2",
	"``",
	"http://a.b",
};
enum { ODDS = sizeof(ODD) / sizeof(*ODD) };

static void no_text_reads_as_something_else(void **state)
{
	static const char *const AROUND[] = {
		"<p>%s</p>",
		"<h2>%s</h2>",
		"<p>a %s</p>",
		"<blockquote><p>%s</p></blockquote>",
		"<p><strong>%s</strong></p>",
		"<p><em>%s</em> b</p>",
		"<p><a href=\"a\">%s</a></p>",
		"<p><code>%s</code></p>",
		"<p><code> %s</code><code>a `</code></p>",
		"<pre><code>%s</code></pre>",
	};
	char html[256];

	for (size_t i = 0; i < sizeof(AROUND) / sizeof(*AROUND); i++)
		for (size_t j = 0; j < ODDS; j++) {
			snprintf(html, sizeof(html), AROUND[i], ODD[j]);
			assert_reads_as(html, *state);
		}
}

static void no_text_changes_what_stands_beside_it(void **state)
{
	static const char *const AROUND[] = {
		"<p>%s%s</p>",
		"<p>%s %s</p>",
		"<h2>%s %s</h2>",
		"<p>%s<strong>%s</strong></p>",
		"<p><strong>%s</strong>%s</p>",
		"<p><em>%s</em><strong>%s</strong></p>",
		"<p><em>a <strong>%s</strong>%s</em></p>",
		"<p>%s<a href=\"a\">%s</a></p>",
		"<p>%s<code>%s</code></p>",
		"<p><code>%s</code>%s</p>",
		"<p><code>%s</code><code>%s</code></p>",
		"<p>%s</p><p>%s</p>",
	};
	char html[256];

	for (size_t i = 0; i < sizeof(AROUND) / sizeof(*AROUND); i++)
		for (size_t j = 0; j < ODDS * ODDS; j++) {
			snprintf(html, sizeof(html), AROUND[i], ODD[j / ODDS],
				 ODD[j % ODDS]);
			assert_reads_as(html, *state);
		}
}

static void links_lead_where_they_led(void **state)
{
	static const char *const CASES[] = {
		"<p><a href=\"a_(b)\">c</a></p>",
		"<p><a href=\"a)b\">c</a> (d)</p>",
		"<p><a href=\"(\">c</a></p>",
		"<p><a href=\"a%20b\">c</a></p>",
		"<p><a href=\"a?b=1&amp;copy;2&amp;c\">c</a></p>",
		"<p><a href=\"a*b_c*d_\">c</a></p>",
		"<p><a href=\"#\">c</a>(d)</p>",
		"<p><a href=\"a%5Cb%3Cc\">c</a></p>",
		"<p><a href=\"a\"><strong>c</strong></a></p>",
		"<p><strong><a href=\"a\">c</a></strong>d</p>",
		"<p><img src=\"a_(b)\" alt=\"[c]\" /></p>",
	};
	static const char *const ODD_ONES[][2] = {
		{ "<p><a href=\"a b\">c</a></p>", "[c](a%20b)\n\n" },
		{ "<p><a href=\"&lt;a&gt;\">c</a></p>", "[c](&lt;a>)\n\n" },
		{ "<p><a href=\"a\\)\">c</a></p>", "[c](a\\\\\\))\n\n" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_reads_as(CASES[i], *state);
	for (size_t i = 0; i < sizeof(ODD_ONES) / sizeof(*ODD_ONES); i++)
		assert_string_equal(twin_of(ODD_ONES[i][0], *state),
				    ODD_ONES[i][1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_a_page_says_is_said_in_markdown),
		TEST(tables_and_blocks_keep_what_they_hold),
		TEST(no_text_reads_as_something_else),
		TEST(no_text_changes_what_stands_beside_it),
		TEST(links_lead_where_they_led),
	};

	return RUN(tests);
}
