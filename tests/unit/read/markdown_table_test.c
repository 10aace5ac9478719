#include "base/buf.h"
#include "markdown_desk.h"

#define HEAD                                                                    \
	"<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n" \
	"<th scope=\"col\">a</th>\n<th scope=\"col\">b</th>\n</tr>\n"           \
	"</thead>\n"
#define END "</table>\n</div>"
#define ROW(x, y) "<tr>\n<td>" x "</td>\n<td>" y "</td>\n</tr>\n"
#define BODY(rows) HEAD "<tbody>\n" rows "</tbody>\n" END

#define assert_html(markdown, want) assert_str(html_of(markdown, state), want)

static void a_row_of_delimiters_makes_a_table(void **state)
{
	assert_html("| a | b |\n|---|---|\n| c | d |\n", BODY(ROW("c", "d")));
	assert_html("a|b\n-|-\nc|d\n", BODY(ROW("c", "d")));
	assert_html("a|b\r\n-|-\r\nc|d\r\n", BODY(ROW("c", "d")));
	assert_html("|a|b|\n|-|-|\n", HEAD END);
}

static void colons_align_a_column_by_class(void **state)
{
	assert_html(
		"a|b|c\n:-|:-:|-:\n",
		"<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n"
		"<th scope=\"col\" class=\"left\">a</th>\n"
		"<th scope=\"col\" class=\"center\">b</th>\n"
		"<th scope=\"col\" class=\"right\">c</th>\n"
		"</tr>\n</thead>\n" END);
}

static void a_header_has_as_many_cells_as_there_are_delimiters(void **state)
{
	assert_html("a|b|c\n-|-\n", "<p>a|b|c\n-|-</p>");
	assert_html("a\n-|-\n", "<p>a\n-|-</p>");
}

static void short_rows_are_padded_and_long_ones_cut(void **state)
{
	assert_html("a|b\n-|-\nc\nd|e||\n", BODY(ROW("c", "") ROW("d", "e")));
}

static void text_in_cells_that_are_cut_is_told_of(void **state)
{
	assert_str(complaints_of("a|b\n-|-\nd|e|fg|h\n", state),
		   "a.md:3:5: warning: the row has more cells than the "
		   "header: this is left out\n"
		   "  hint: write a \"|\" that parts no cells as \"\\|\"\n");
	assert_str(complaints_of("> | a | b |\n> |---|---|\n> | `c|d` | e |\n",
				 state),
		   "a.md:3:13: warning: the row has more cells than the "
		   "header: this is left out\n"
		   "  hint: write a \"|\" that parts no cells as \"\\|\"\n");
	assert_str(complaints_of("a|b\n-|-\nc|d||e\n", state),
		   "a.md:3:6: warning: the row has more cells than the "
		   "header: this is left out\n"
		   "  hint: write a \"|\" that parts no cells as \"\\|\"\n");
}

static void an_escaped_pipe_is_a_pipe_in_code_too(void **state)
{
	assert_html("a|b\n-|-\nc\\|d|`e\\|f`\n",
		    BODY(ROW("c|d", "<code>e|f</code>")));
	assert_html("a|b\n-|-\n`c|d`\n", BODY(ROW("`c", "d`")));
}

static void cells_hold_inline_markup(void **state)
{
	assert_html("a|b\n-|-\n**c** [d]|- # `e`\n\n[d]: #f\n",
		    BODY(ROW("<strong>c</strong> <a href=\"#f\">d</a>",
			     "- # <code>e</code>")));
}

/* A definition may span lines or stand in a quote; code holds none. */
static void cells_know_the_links_that_the_text_defines(void **state)
{
	assert_html(
		"a|b\n-|-\n[x]|[y]\n\n> [x]:\n> #z\n\n```\n[y]: #no\n```\n",
		BODY(ROW(
			"<a href=\"#z\">x</a>",
			"[y]")) "\n<blockquote>\n"
				"</blockquote>\n<pre><code>[y]: #no\n</code></pre>");
	assert_html("a|b\n-|-\nc|d\n\n[e]: f g h\n",
		    BODY(ROW("c", "d")) "\n<p>[e]: f g h</p>");
}

static void a_table_stands_in_lists_and_quotes(void **state)
{
	assert_html("> a|b\n> -|-\n> c|d\n",
		    "<blockquote>\n" BODY(ROW("c", "d")) "\n</blockquote>");
	assert_html("- a|b\n  -|-\n  c|d\n",
		    "<ul>\n<li>\n" BODY(ROW("c", "d")) "\n</li>\n</ul>");
}

static void a_table_ends_where_another_block_begins(void **state)
{
	assert_html("a|b\n-|-\nc|d\n\ne|f\n",
		    BODY(ROW("c", "d")) "\n<p>e|f</p>");
	assert_html("a|b\n-|-\nc|d\n> e\n",
		    BODY(ROW("c", "d")) "\n<blockquote>\n<p>e</p>\n"
					"</blockquote>");
	assert_html("a|b\n-|-\nc|d\n---\ne\n",
		    BODY(ROW("c", "d")) "\n<hr />\n<p>e</p>");
	assert_html("a|b\n-|-\nc|d\n===\n\ne\n",
		    BODY(ROW("c", "d") ROW("===", "")) "\n<p>e</p>");
}

static void text_may_stand_right_before_a_table(void **state)
{
	assert_html("one *two*\n    - three\na|b\n-|-\n",
		    "<p>one <em>two</em>\n- three</p>\n" HEAD END);
	assert_html("[x]: #y\na|b\n-|-\n[x]|c\n",
		    BODY(ROW("<a href=\"#y\">x</a>", "c")));
}

static void a_cell_may_cite(void **state)
{
	assert_html("a|b\n-|-\nc[^first]|\n",
		    BODY(ROW("c<sup class=\"cite\"><a "
			     "href=\"~oak/index.html#source-first\" "
			     "title=\"One &amp; all\">[1]</a></sup>",
			     "")));
	assert_str(complaints_of("> a|b\n> -|-\n> c|d [^x]\n", state),
		   "a.md:3:7: error: the source \"x\" is not in "
		   "sources.yaml\n"
		   "  hint: list it there, define a footnote with [^x]: "
		   "and its text, or write \\[^x] for the "
		   "brackets themselves\n");
}

static void a_table_has_at_most_64_columns(void **state)
{
	struct buf text = { 0 };

	for (int line = 0; line < 2; line++) {
		for (int i = 0; i < 65; i++)
			buf_text(&text, line ? "|-" : "|a");
		buf_text(&text, "|\n");
	}
	assert_str(complaints_of(text.ptr, state),
		   "a.md:1:1: error: the table has more than 64 columns\n");
	buf_release(&text);
}

static void the_tables_of_a_text_have_at_most_20000_cells(void **state)
{
	struct buf text = { 0 };

	for (int table = 0; table < 3; table++) {
		buf_text(&text, "a|b\n-|-\n");
		for (int i = 0; i < 4999; i++)
			buf_text(&text, "c\n");
		buf_char(&text, '\n');
	}
	assert_str(complaints_of(text.ptr, state),
		   "a.md:10005:1: error: with this table the text has more "
		   "than 20000 table cells\n");
	buf_release(&text);
}

static void a_table_alone_is_read_as_cells_with_places(void **state)
{
	struct markdown_table table;
	struct desk desk;

	desk_init(&desk, state);
	desk.at.line = 5;
	assert_true(markdown_table(
		&desk.env, STR("|x|one|\n|-|-|\n| *r* | \xC3\xA9; b |\n|s|\n"),
		desk.at, &table));
	assert_int_equal(table.row_count, 3);
	assert_int_equal(table.column_count, 2);
	assert_str(table.cells[1].str, "one");
	assert_int_equal(table.cells[1].at.line, 5);
	assert_int_equal(table.cells[1].at.column, 4);
	assert_str(table.cells[2].str, "*r*");
	assert_str(table.cells[3].str, "\xC3\xA9; b");
	assert_int_equal(table.cells[3].at.line, 7);
	assert_int_equal(table.cells[3].at.column, 9);
	assert_int_equal(table.cells[3].at.width, 4);
	assert_str(table.cells[5].str, "");
	desk_release(&desk);
}

/* As in a table of a text: what reads the cell later knows no table. */
static void a_table_alone_has_pipes_without_their_backslash(void **state)
{
	struct markdown_table table;
	struct desk desk;

	desk_init(&desk, state);
	assert_true(markdown_table(&desk.env,
				   STR("x|y\\|z\n-|-\n`1 \\| 2`|a \\| b\\\\\n"),
				   desk.at, &table));
	assert_str(table.cells[1].str, "y|z");
	assert_str(table.cells[2].str, "`1 | 2`");
	assert_str(table.cells[3].str, "a | b\\\\");
	assert_int_equal(table.cells[3].at.column, 10);
	desk_release(&desk);
}

static void nothing_else_stands_beside_that_table(void **state)
{
	static const char *const BAD[] = {
		"",
		"text",
		"a|b\n-|-\n\ntext",
		"text\na|b\n-|-\n",
		"a|b\n-|-\n\na|b\n-|-\n",
		"> a|b\n> -|-\n",
		"a|b\n-|-\nc|d\n---\n",
	};
	struct markdown_table table;
	struct desk desk;

	desk_init(&desk, state);
	for (size_t i = 0; i < sizeof(BAD) / sizeof(*BAD); i++) {
		assert_false(markdown_table(&desk.env, str_from(BAD[i]),
					    desk.at, &table));
		assert_str(printed(desk.diags, *state),
			   "a.md:1:1: error: expected one table and nothing "
			   "else\n");
	}
	desk_release(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_row_of_delimiters_makes_a_table),
		TEST(colons_align_a_column_by_class),
		TEST(a_header_has_as_many_cells_as_there_are_delimiters),
		TEST(short_rows_are_padded_and_long_ones_cut),
		TEST(text_in_cells_that_are_cut_is_told_of),
		TEST(an_escaped_pipe_is_a_pipe_in_code_too),
		TEST(cells_hold_inline_markup),
		TEST(cells_know_the_links_that_the_text_defines),
		TEST(a_table_stands_in_lists_and_quotes),
		TEST(a_table_ends_where_another_block_begins),
		TEST(text_may_stand_right_before_a_table),
		TEST(a_cell_may_cite),
		TEST(a_table_has_at_most_64_columns),
		TEST(the_tables_of_a_text_have_at_most_20000_cells),
		TEST(a_table_alone_is_read_as_cells_with_places),
		TEST(a_table_alone_has_pipes_without_their_backslash),
		TEST(nothing_else_stands_beside_that_table),
	};

	return RUN(tests);
}
