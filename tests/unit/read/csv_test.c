#include "read/csv.h"
#include "unit.h"

static bool parse(const char *text, struct csv *csv, struct diags *diags,
		  struct arena *arena)
{
	return csv_parse(diags, "f", str_from(text), csv, arena, arena);
}

static void refuses(const char *text, const char *message, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct csv csv;

	assert_false(parse(text, &csv, diags, arena));
	assert_str(printed(diags, arena), message);
	diags_free(diags);
}

static void the_texts_outlive_the_records(void **state)
{
	struct str text = str_from("a,b\nplain,\"with \"\"quotes\"\"\"\n");
	struct diags *diags = diags_new();
	struct arena rows = { 0 };
	struct str plain, quoted;
	struct csv csv;

	assert_true(csv_parse(diags, "f", text, &csv, &rows, *state));
	plain = csv.records[1].fields[0].text;
	quoted = csv.records[1].fields[1].text;
	arena_release(&rows);
	assert_str(plain, "plain");
	assert_str(quoted, "with \"quotes\"");
	diags_free(diags);
}

static void fields_keep_their_places_in_characters(void **state)
{
	struct diags *diags = diags_new();
	struct csv csv;

	assert_true(parse("a,b\r\nübel, 8 \n\n\"x\n,\"\"y\",z", &csv, diags,
			  *state));
	assert_int_equal(csv.count, 3);
	assert_str(csv.records[1].fields[0].text, "übel");
	assert_int_equal(csv.records[1].fields[0].at.width, 4);
	assert_str(csv.records[1].fields[1].text, "8");
	assert_int_equal(csv.records[1].fields[1].at.line, 2);
	assert_int_equal(csv.records[1].fields[1].at.column, 7);
	assert_str(csv.records[2].fields[0].text, "x ,\"y");
	assert_str(field_prose(&csv.records[2].fields[0]), "x\n,\"y");
	assert_null(csv.records[2].fields[1].lines);
	assert_int_equal(csv.records[2].fields[0].at.line, 4);
	assert_str(csv.records[2].fields[1].text, "z");
	assert_int_equal(csv.records[2].fields[1].at.line, 5);
	assert_int_equal(csv.records[2].fields[1].at.column, 7);
	diags_free(diags);
}

static void the_delimiter_is_found_from_the_header(void **state)
{
	static const struct {
		const char *text, *second;
	} TABLES[] = {
		{ "a,b\n1;x,2", "2" },	       { "a;b\n1,x;2", "2" },
		{ "a\tb\n1;x\t2", "2" },       { "\"a,b,c\";b\n1;2", "2" },
		{ "\n  \r\na;b\n1,x;2", "2" },
	};
	struct diags *diags = diags_new();
	struct csv csv;

	for (size_t i = 0; i < sizeof(TABLES) / sizeof(*TABLES); i++) {
		assert_true(parse(TABLES[i].text, &csv, diags, *state));
		assert_str(csv.records[1].fields[1].text, TABLES[i].second);
	}
	diags_free(diags);
}

static void empty_cells_are_cells_and_empty_rows_are_not(void **state)
{
	struct diags *diags = diags_new();
	struct csv csv;

	assert_true(
		parse("a,b,c\n\n,,\n ,\"\",\n,x,\n\n", &csv, diags, *state));
	assert_int_equal(csv.count, 2);
	assert_int_equal(csv.records[1].count, 3);
	assert_int_equal(csv.records[1].at.line, 5);
	assert_true(parse("", &csv, diags, *state));
	assert_int_equal(csv.count, 0);
	diags_free(diags);
}

static void blanks_of_any_width_are_no_part_of_a_cell(void **state)
{
	struct diags *diags = diags_new();
	struct csv csv;

	assert_true(
		parse("a,b\n\u00A0,\u2009 \u202F\n\uFEFF,\u200B\n\"\u00A0\",\n"
		      "\u00A0x\u00A0y\u00A0,\" z \"\n",
		      &csv, diags, *state));
	assert_int_equal(csv.count, 2);
	assert_str(csv.records[1].fields[0].text, "x\u00A0y");
	assert_int_equal(csv.records[1].fields[0].at.column, 2);
	assert_int_equal(csv.records[1].fields[0].at.width, 3);
	assert_str(csv.records[1].fields[1].text, " z ");
	diags_free(diags);
}

static void columns_of_nothing_are_nothing(void **state)
{
	struct diags *diags = diags_new();
	struct csv csv;

	assert_true(
		parse("a,,b,,\n1,,2,,\n3,,4\n5,,6,,,,\n", &csv, diags, *state));
	assert_int_equal(csv.count, 4);
	for (size_t i = 0; i < csv.count; i++)
		assert_int_equal(csv.records[i].count, 2);
	assert_str(csv.records[1].fields[1].text, "2");
	assert_int_equal(csv.records[1].fields[1].at.column, 4);
	/* Without a name it is a column all the same where it says something. */
	assert_true(parse("a,,b\n1,x,2\n", &csv, diags, *state));
	assert_int_equal(csv.records[0].count, 3);
	diags_free(diags);
}

static void a_line_of_excel_names_the_delimiter(void **state)
{
	struct diags *diags = diags_new();
	struct csv csv;

	assert_true(parse("sep=;\r\na,b;c\r\n1;2\r\n", &csv, diags, *state));
	assert_int_equal(csv.count, 2);
	assert_int_equal(csv.delimiter, ';');
	assert_str(csv.records[0].fields[0].text, "a,b");
	assert_int_equal(csv.records[1].at.line, 3);
	assert_true(parse("sep=\t\na\tb\n", &csv, diags, *state));
	assert_int_equal(csv.records[0].count, 2);
	assert_true(parse("sep=x\n", &csv, diags, *state));
	assert_str(csv.records[0].fields[0].text, "sep=x");
	diags_free(diags);
}

/* As a cell of a row it may be in quotes, with empty cells behind it. */
static void that_line_may_have_been_saved_again(void **state)
{
	static const struct {
		const char *text;
		char delimiter;
	} TABLES[] = {
		{ "\"sep=;\"\na;b\n1;2\n", ';' },
		{ "\"sep=;\";\r\na;b\n1;2\n", ';' },
		{ "sep=;;;\na;b\n1;2\n", ';' },
		{ "sep=;,\na,b\n1,2\n", ',' },
		{ "\"sep=,\",\na,b\n1,2\n", ',' },
	};
	struct diags *diags = diags_new();
	struct csv csv;

	for (size_t i = 0; i < sizeof(TABLES) / sizeof(*TABLES); i++) {
		assert_true(parse(TABLES[i].text, &csv, diags, *state));
		assert_int_equal(csv.delimiter, TABLES[i].delimiter);
		assert_int_equal(csv.count, 2);
		assert_str(csv.records[1].fields[1].text, "2");
	}
	assert_true(parse("\"sep=;x\"\n", &csv, diags, *state));
	assert_str(csv.records[0].fields[0].text, "sep=;x");
	diags_free(diags);
}

static void a_record_with_too_many_or_too_few_cells_is_an_error(void **state)
{
	refuses("a,b\n1\n1,2,3\n",
		"f:2:1: error: expected 2 cells, found 1\n"
		"  hint: a line of one cell is no row of the table: write "
		"its empty cells, too, which takes 1 more \",\", or take the "
		"line out\n"
		"f:3:5: error: expected 2 cells, found 3\n"
		"  hint: it is behind the last column, \"b\": quote a cell "
		"that has a \",\" in it, as in \"a, b\"\n",
		*state);
	refuses("a;b;c\n1;2\n",
		"f:2:1: error: expected 3 cells, found 2\n"
		"  hint: the last cell is that of \"b\": an empty one behind "
		"it takes a \";\", too\n",
		*state);
}

static void a_broken_quote_is_one_error(void **state)
{
	refuses("a,b\n1,\"2\n3,4\n", "f:2:3: error: the quote is not closed\n",
		*state);
	refuses("a,\"b\n1,2\n", "f:1:3: error: the quote is not closed\n",
		*state);
	refuses("a,b\n\"1\"x,2\n5\n",
		"f:2:4: error: text behind a closing quote\n"
		"  hint: write a quote inside quotes twice: \"\"\n"
		"f:3:1: error: expected 2 cells, found 1\n"
		"  hint: a line of one cell is no row of the table: write "
		"its empty cells, too, which takes 1 more \",\", or take the "
		"line out\n",
		*state);
}

/* Three cells a row: the limit falls within one. */
static void a_row_that_the_limit_cuts_is_not_compared(void **state)
{
	enum { ROWS = CSV_CELLS / 3 + 2 };
	struct arena *arena = *state;
	struct diags *diags = diags_new();
	char *text = arena_array(arena, char, 6 * ROWS + 1);
	struct csv csv;

	for (size_t i = 0; i < ROWS; i++)
		memcpy(text + 6 * i, "1,2,3\n", 6);
	assert_false(parse(text, &csv, diags, arena));
	assert_str(printed(diags, arena),
		   "f:83334:3: error: the table has more than 250000 cells\n");
	diags_free(diags);
}

static void a_table_of_too_many_cells_is_an_error(void **state)
{
	struct arena *arena = *state;
	struct diags *diags = diags_new();
	char *text = arena_array(arena, char, 2 * CSV_CELLS + 2);
	struct csv csv;

	memset(text, ',', 2 * CSV_CELLS);
	assert_false(parse(text, &csv, diags, arena));
	assert_str(printed(diags, arena),
		   "f:1:250001: error: the table has more than 250000 "
		   "cells\n");
	diags_free(diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(fields_keep_their_places_in_characters),
		TEST(the_texts_outlive_the_records),
		TEST(the_delimiter_is_found_from_the_header),
		TEST(empty_cells_are_cells_and_empty_rows_are_not),
		TEST(blanks_of_any_width_are_no_part_of_a_cell),
		TEST(columns_of_nothing_are_nothing),
		TEST(a_line_of_excel_names_the_delimiter),
		TEST(that_line_may_have_been_saved_again),
		TEST(a_record_with_too_many_or_too_few_cells_is_an_error),
		TEST(a_broken_quote_is_one_error),
		TEST(a_table_of_too_many_cells_is_an_error),
		TEST(a_row_that_the_limit_cuts_is_not_compared),
	};

	return RUN(tests);
}
