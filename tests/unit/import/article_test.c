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

static void codes_of_signs_are_the_signs_but_in_code(void **state)
{
	struct diags *diags = diags_new();
	struct article article = { .path = "a.md", .arena = *state };

	assert_true(article_read_markdown(
		diags, &article,
		STR("| a | :x: |\n|---|---|\n"
		    "| **:white_check_mark:** ok | :heavy_check_mark:|\n\n"
		    "At 10:30:45 `:x:` :xx: a:x: :x\n"),
		1));
	assert_str(listed(&article, *state),
		   "t 1 0 [a][❌][**✅** ok][✔️]\n"
		   "p 5 0 At 10:30:45 `:x:` :xx: a❌ :x\n");
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

static void what_stands_around_an_article_is_told_apart(void **state)
{
	struct diags *diags = diags_new();
	struct article article = { .path = "a.html", .arena = *state };

	assert_true(article_read_html(
		diags, &article,
		STR("<div class='with-sidebar'><div class='main-menu'>"
		    "<a href='https://a.example/'>Home</a></div>\n"
		    "<div class='post'><h1>Oak</h1>\n"
		    "<ul><li><a href='#x'>X</a></li>"
		    "<li><a href='#y'>Y</a></li></ul>\n"
		    "<p>Words of the article, longer than its menus.</p>\n"
		    "</div><div id='comments'><p>I like elm.</p></div></div>"),
		1));
	assert_str(listed(&article, *state),
		   "p 1 0 [Home](https://a.example/) aside\n"
		   "h 2 1 Oak\n"
		   "i 3 1 X\n"
		   "i 3 1 Y\n"
		   "p 4 0 Words of the article, longer than its menus.\n"
		   "p 5 0 I like elm. aside\n");
	assert_int_equal(article.link_count, 0);
	diags_free(diags);
}

static void code_has_its_language_and_a_caption_is_aside(void **state)
{
	struct diags *diags = diags_new();
	struct article article = { .path = "a.html", .arena = *state };

	assert_true(article_read_html(
		diags, &article,
		STR("<figure><img src='p.png' alt='Oak'>"
		    "<figcaption>In May</figcaption></figure>\n"
		    "<pre><code class='hl language-c++'>a;<br>b;</code></pre>"
		    "<div class='highlight-source-go'><pre>c</pre></div>"),
		1));
	assert_str(listed(&article, *state), "img 1 0 Oakp.png\n"
					     "p 1 0 In May aside\n"
					     "c 2 0 a;\nb;\n"
					     "c 2 0 c\n");
	assert_str(article.blocks[2].language, "c++");
	assert_str(article.blocks[3].language, "go");
	diags_free(diags);
}

static void a_footnote_is_aside_and_its_mark_no_word(void **state)
{
	struct diags *diags = diags_new();
	struct article html = { .path = "a.html", .arena = *state };
	struct article markdown = { .path = "a.md", .arena = *state };

	assert_true(article_read_html(
		diags, &html,
		STR("<p>Oak is hard<sup><a href='#fn1'>1</a></sup>.</p>"
		    "<ol><li id='fn1'>A <a href='https://s.example/'>study"
		    "</a></li></ol>"),
		1));
	assert_str(listed(&html, *state),
		   "p 1 0 Oak is hard\\[1\\].\n"
		   "i 1 1 A [study](https://s.example/) aside\n");
	assert_int_equal(html.link_count, 1);
	assert_true(article_read_markdown(
		diags, &markdown, STR("Oak[^1].\n\n[^1]: A study\n\nEnd.\n"),
		1));
	assert_str(listed(&markdown, *state), "p 1 0 Oak\\[^1\\].\n"
					      "p 3 0 \\[^1\\]: A study aside\n"
					      "p 5 0 End.\n");
	diags_free(diags);
}

/* A value is every option's that its cell reaches; a label is no value. */
static void a_cell_stands_in_all_places_that_it_reaches(void **state)
{
	static const char *const CASES[][2] = {
		{ "<tr><th>F<th>Foo<th>Bar<tr><td rowspan=2>Price<td>1<td>2"
		  "<tr><td>3<td>4<tr><td>Weight<td colspan=2>450 g",
		  "[F][Foo][Bar][Price][1][2][Price][3][4]"
		  "[Weight][450 g][450 g]" },
		{ "<tr><td>A<td rowspan=9>x<td>b<tr><td>C<td>d"
		  "<tbody><tr><td>E<td>f<td>g",
		  "[A][x][b][C][x][d][E][f][g]" },
		{ "<tr><td>A<td rowspan=0>x<tr><td>B<tr><td>C",
		  "[A][x][B][x][C][x]" },
		{ "<tr><td>A<td>b<td>c<tr><td colspan=100>Note",
		  "[A][b][c][Note][][]" },
		{ "<tr><td>A<td rowspan=2 colspan=2>x<td>b<tr><td>C<td>d",
		  "[A][x][x][b][C][x][x][d]" },
		{ "<tr><td>A<td colspan=-1>x<tr><td>B<td rowspan=no>y",
		  "[A][x][B][y]" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct diags *diags = diags_new();
		struct article article = { .path = "a.html", .arena = *state };

		assert_true(article_read_html(
			diags, &article,
			ARENA_JOIN((struct arena *)*state, STR("<table>"),
				   str_from(CASES[i][0]), STR("</table>")),
			1));
		assert_str(listed(&article, *state),
			   ARENA_JOIN((struct arena *)*state, STR("t 1 0 "),
				      str_from(CASES[i][1]), STR("\n"))
				   .ptr);
		diags_free(diags);
	}
}

/* What is shown, and what of it the words say. */
static void raised_and_struck_words_are_no_digits(void **state)
{
	static const char *const CASES[][3] = {
		{ "100<sup>1</sup>", "100\\[1\\]", "100" },
		{ "€100<sup>1,2</sup> a", "€100\\[1,2\\] a", "€100 a" },
		{ "100<sup>a</sup>", "100\\[a\\]", "100" },
		{ "100<sup>[note 1]</sup>", "100\\[note 1\\]", "100" },
		{ "8/10<sup>2</sup>", "8/10\\[2\\]", "8/10" },
		{ "10<sup>1</sup>", "10\\[1\\]", "10" },
		{ "Foo<sup>2</sup>", "Foo\\[2\\]", "Foo" },
		{ "10<sup>6</sup> euros", "10⁶ euros", "10⁶ euros" },
		{ "3×10<sup>-12</sup>", "3×10⁻¹²", "3×10⁻¹²" },
		{ "2<sup>32</sup>", "2³²", "2³²" },
		{ "5 m<sup>2</sup>", "5 m²", "5 m²" },
		{ "O(n<sup>2</sup>)", "O(n²)", "O(n²)" },
		{ "the 4<sup>th</sup>", "the 4th", "the 4th" },
		{ "<del>€20</del> €10", "~~€20~~ €10", "€10" },
		{ "~~*€20*~~ €10", "", "€10" },
		{ "was <s>*20*</s> <b>10</b>", "was ~~20~~ **10**", "was 10" },
		{ "<strike>gone</strike>", "~~gone~~", "" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct diags *diags = diags_new();
		struct article html = { .path = "a.html", .arena = *state };
		struct article markdown = { .path = "a.md", .arena = *state };
		struct str text = str_from(CASES[i][0]);

		assert_true(article_read_markdown(diags, &markdown, text, 1));
		assert_int_equal(markdown.block_count, 1);
		assert_str(markdown.blocks[0].plain, CASES[i][2]);
		diags_free(diags);
		if (str_find(text, '*') < text.len)
			continue;
		diags = diags_new();
		assert_true(article_read_html(diags, &html, text, 1));
		assert_int_equal(html.block_count, 1);
		assert_str(html.blocks[0].text, CASES[i][1]);
		assert_str(html.blocks[0].plain, CASES[i][2]);
		assert_str(markdown.blocks[0].text, CASES[i][1]);
		diags_free(diags);
	}
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
		   "c 18 0 let x = 1;\nlet y = 2;\n");
}

/* A paragraph that is wrapped is one; an empty line within code parts none. */
static void plain_text_is_joined_where_it_goes_on(void **state)
{
	static const char *const CASES[][2] = {
		{ "Oak grows slowly and lives for a very long time, as\n"
		  "every forester of this country knows who has planted\n"
		  "one of them.\n",
		  "p 1 0 Oak grows slowly and lives for a very long time, as "
		  "every forester of this country knows who has planted one "
		  "of them.\n" },
		{ "  grow();\n\n  rest();\n\nDone.\n",
		  "c 1 0   grow();\n\n  rest();\np 5 0 Done.\n" },
		{ "1. Speed\nOak is slow: it takes a hundred years.\n",
		  "h 1 3 Speed\n"
		  "p 2 0 Oak is slow: it takes a hundred years.\n" },
		{ "Which is faster?\nElm.\n",
		  "h 1 2 Which is faster?\np 2 0 Elm.\n" },
		{ "import oak\nreturn 1;\n", "c 1 0 import oak\nreturn 1;\n" },
		{ "Speed\n-----\nOak: slow\n\n=====\n\n=====\nPrice\n=====\n",
		  "h 1 2 Speed\np 3 0 Oak: slow\nh 8 2 Price\n" },
		{ "OAK\nPros:\n* old\n",
		  "h 1 2 OAK\nh 2 3 Pros:\ni 3 1 old\n" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct article article = { .path = "a.txt", .arena = *state };

		article_read_plain(&article, str_from(CASES[i][0]), 1);
		assert_str(listed(&article, *state), CASES[i][1]);
	}
}

static void html_is_read_however_it_is_nested(void **state)
{
	static const char *const CASES[][2] = {
		{ "<!-- nothing -->", "" },
		{ "<!DOCTYPE html>", "" },
		{ "<p>a <div>b</div> c</p>", "p 1 0 a\np 1 0 b\np 1 0 c\n" },
		{ "<table><tr><td>one</td></tr></table>", "p 1 0 one\n" },
		{ "<table><thead><tr><th>x</th><th>y</th></tr></thead><tbody>"
		  "<tr><td>1</td><td><p>2</p><p>3</p></td></tr></tbody></table>",
		  "t 1 0 [x][y][1][2 3]\n" },
		{ "<table><tr><td>x<td>y<td>z<td>w</tr><tr>"
		  "<td><img src='a.png' alt='Yes'><td><i class='fa fa-times'>"
		  "</i><td><span aria-label='4 out of 5'></span><td>"
		  "<svg><title>No</title></svg></tr></table>",
		  "img 1 0 Yesa.png\nt 1 0 [x][y][z][w][Yes][✗][4 out of 5][No]\n" },
		{ "<p>a <code></code> b <code> c </code></p>",
		  "p 1 0 a b `c`\n" },
		{ "<pre>\n\n  a\n b</pre><pre> </pre>", "c 1 0   a\n b\n" },
		{ "<p><a href='x.html'>in</a> <a href='https://a.org'>out</a> "
		  "<b></b></p>",
		  "p 1 0 in [out](https://a.org)\n" },
		{ "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul>",
		  "i 1 1 a\ni 1 2 b\ni 1 1 c\n" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct diags *diags = diags_new();
		struct article article = { .path = "a.html", .arena = *state };

		assert_true(article_read_html(diags, &article,
					      str_from(CASES[i][0]), 1));
		assert_str(listed(&article, *state), CASES[i][1]);
		diags_free(diags);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(markdown_keeps_words_and_loses_markup),
		TEST(codes_of_signs_are_the_signs_but_in_code),
		TEST(html_is_read_for_its_words),
		TEST(what_stands_around_an_article_is_told_apart),
		TEST(code_has_its_language_and_a_caption_is_aside),
		TEST(a_footnote_is_aside_and_its_mark_no_word),
		TEST(a_cell_stands_in_all_places_that_it_reaches),
		TEST(raised_and_struck_words_are_no_digits),
		TEST(plain_text_has_headings_on_lines_of_their_own),
		TEST(plain_text_is_joined_where_it_goes_on),
		TEST(html_is_read_however_it_is_nested),
	};

	return RUN(tests);
}
