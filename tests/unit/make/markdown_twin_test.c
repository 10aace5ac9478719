#include "make/markdown_twin.h"

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
		  "&bogus; &lt &#65; &amp;\n\n" },
		{ "<table><tr><td colspan=\"x\">a</td><td colspan=\"0\">b"
		  "</td></tr></table>",
		  "| a | b |\n| --- | --- |\n\n" },
		{ "<ul><ul><ul><ul><ul><ul><ul><ul><ul><ul><ul><ul><ul><ul><ul>"
		  "<ul><ul><ul><li>a</ul></ul>",
		  "                            - a\n\n" },
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_a_page_says_is_said_in_markdown),
	};

	return RUN(tests);
}
