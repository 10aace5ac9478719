#include "base/buf.h"
#include "import/article.h"
#include "unit.h"

/* A line each: kind, source line, level, Markdown. */
static struct str listed(const struct article *article, struct arena *arena)
{
	static const char *const KINDS[] = { "h", "p", "i", "t", "c", "img" };
	struct buf buf = { 0 };
	struct str text;

	for (size_t b = 0; b < article->block_count; b++) {
		const struct block *block = &article->blocks[b];

		buf_printf(&buf, "%s %u %d ", KINDS[block->kind], block->line,
			   block->level);
		for (size_t i = 0; i < block->row_count * block->column_count;
		     i++)
			buf_printf(&buf, "[%.*s]", STR_ARG(block->cells[i]));
		buf_printf(&buf, "%.*s%.*s%s\n", STR_ARG(block->text),
			   STR_ARG(block->url), block->aside ? " aside" : "");
	}
	text = buf_copy(&buf, arena);
	buf_release(&buf);
	return text;
}

static void markdown_keeps_words_and_loses_markup(void **state)
{
	struct diags *diags = diags_new();
	struct article article = { .path = "a.md", .arena = *state };

	assert_true(article_read_markdown(
		diags, &article,
		STR("# A *b*\n\nSee [x](https://x.org) and [y](y.html)<br>"
		    "<ins>z</ins> [^1] ![pic](p.png).\n\n"
		    "1. one\n2. two\n   - deep\n\n"
		    "| a | b |\n|---|---|\n| c | [d](e) |\n\n"
		    "```sh\nls\n```\n\n<div><p>raw &amp; kept</p></div>\n"),
		7));
	assert_str(listed(&article, *state),
		   "h 7 1 A *b*\n"
		   "img 9 0 picp.png\n"
		   "p 9 0 See [x](https://x.org) and y z \\[^1\\] .\n"
		   "i 11 1 one\n"
		   "i 12 1 two\n"
		   "i 13 2 deep\n"
		   "t 15 0 [a][b][c][d]\n"
		   "c 19 0 ls\n\n"
		   "p 23 0 raw & kept\n");
	assert_int_equal(article.link_count, 1);
	diags_free(diags);
}

static void html_is_read_for_its_words(void **state)
{
	struct diags *diags = diags_new();
	struct article article = { .path = "a.html", .arena = *state };

	assert_true(article_read_html(
		diags, &article,
		STR("<title>T</title><nav><p>menu</p></nav>\n"
		    "<h2>A &amp; B</h2><script>x()</script>\n"
		    "<p>very<b> bold </b>* and <code>a*b</code></p>\n"
		    "<ul><li>one<ul><li>in</li></ul></li><li><p>two</p></li>"
		    "</ul>\n"
		    "<table><tr><th>x<th>y<tr><td>1<td>2</table>\n"
		    "loose <a href='javascript:x()'>words</a>"),
		1));
	assert_str(article.title, "T");
	assert_str(listed(&article, *state),
		   "p 1 0 menu aside\n"
		   "h 2 2 A & B\n"
		   "p 3 0 very **bold** \\* and `a*b`\n"
		   "i 4 1 one\n"
		   "i 4 2 in\n"
		   "i 4 1 two\n"
		   "t 5 0 [x][y][1][2]\n"
		   "p 5 0 loose words\n");
	diags_free(diags);
}

static void plain_text_has_headings_on_lines_of_their_own(void **state)
{
	struct article article = { .path = "a.txt", .arena = *state };

	article_read_plain(&article,
			   STR("Oak vs Elm\n\n"
			       "Oak is hard. It is *old*.\n\n"
			       "1. Price\n\n"
			       "Cheap.\n\n"
			       "  • one\n  • two\n\n"
			       "1. first\n2. second\n\n"
			       "wood\toak\thard\nwood\telm\ttough\n\n"
			       "let x = 1;\nlet y = 2;\n"),
			   1);
	assert_str(listed(&article, *state),
		   "h 1 2 Oak vs Elm\n"
		   "p 3 0 Oak is hard. It is \\*old\\*.\n"
		   "h 5 3 Price\n"
		   "p 7 0 Cheap.\n"
		   "i 9 1 one\n"
		   "i 10 1 two\n"
		   "i 12 1 first\n"
		   "i 13 1 second\n"
		   "t 15 0 [wood][oak][hard][wood][elm][tough]\n"
		   "c 18 0 let x = 1;\nlet y = 2;\n\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(markdown_keeps_words_and_loses_markup),
		TEST(html_is_read_for_its_words),
		TEST(plain_text_has_headings_on_lines_of_their_own),
	};

	return RUN(tests);
}
