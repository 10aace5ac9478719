#include "scaffold/spans.h"

#include "unit.h"

static struct str part(struct str text, struct span span)
{
	return str_slice(text, span.at, span.len);
}

static void a_cell_is_found_in_quotes_and_behind_a_mark(void **state)
{
	struct str csv =
		STR("\xEF\xBB\xBFname;\"a; \"\"b\"\"\"\r\n;;\r\nx ; y");
	struct span_table table = spans_of_csv(csv, *state);

	assert_int_equal(table.row_count, 2);
	assert_int_equal(table.delimiter, ';');
	assert_str(span_cell(csv, table.rows[0].cells[0], *state), "name");
	assert_str(span_cell(csv, table.rows[0].cells[1], *state), "a; \"b\"");
	assert_str(span_cell(csv, table.rows[1].cells[1], *state), "y");
	assert_str(part(csv, table.rows[1].whole), "x ; y");
	assert_str(part(csv, span_cell_whole(&table.rows[1], 0)), "x ;");
	assert_str(part(csv, span_cell_whole(&table.rows[1], 1)), "; y");
}

/* As in csv_parse(): the row that follows is the second. */
static void what_is_not_seen_is_no_row(void **state)
{
	struct str csv = STR("name,a\n\u00A0,\n\"\",\"\"\n\u00A0x\u00A0,y\n");
	struct span_table table = spans_of_csv(csv, *state);

	assert_int_equal(table.row_count, 2);
	assert_str(span_cell(csv, table.rows[1].cells[0], *state), "x");
}

static void a_scalar_ends_where_yaml_ends_it(void **state)
{
	struct str text =
		STR("a: [x y, \"b, \\\" c\"] # z\nd: e # f\n'g'' h': i\n");

	(void)state;
	assert_str(part(text,
			span_scalar(text, (struct place){ "", 1, 5, 0 }, true)),
		   "x y");
	assert_str(part(text, span_scalar(text, (struct place){ "", 1, 10, 0 },
					  true)),
		   "\"b, \\\" c\"");
	assert_str(part(text, span_scalar(text, (struct place){ "", 2, 4, 0 },
					  false)),
		   "e");
	assert_str(part(text,
			span_scalar(text, (struct place){ "", 2, 1, 0 }, true)),
		   "d");
	assert_str(part(text, span_scalar(text, (struct place){ "", 3, 1, 0 },
					  false)),
		   "'g'' h'");
}

static void an_entry_goes_with_what_parts_it(void **state)
{
	struct str flow = STR("[a, b , c]\n"),
		   block = STR("- a\n- b # x\n- c\n");
	struct place list = { "", 1, 1, 0 };

	(void)state;
	assert_str(part(flow,
			span_entry(flow, list, (struct place){ "", 1, 2, 0 })),
		   "a, ");
	assert_str(part(flow,
			span_entry(flow, list, (struct place){ "", 1, 5, 0 })),
		   ", b");
	assert_str(part(block,
			span_entry(block, list, (struct place){ "", 2, 3, 0 })),
		   "- b # x\n");
}

static void an_entry_may_be_a_list(void **state)
{
	struct str flow = STR("[[a, \"b]\"], [c, d]]\n");
	struct str block = STR("- - a\n  - b\n- [c, d]\n");
	struct place list = { "", 1, 1, 0 };

	(void)state;
	assert_str(part(flow, span_flow(flow, (struct place){ "", 1, 2, 0 })),
		   "[a, \"b]\"]");
	assert_str(part(flow,
			span_entry(flow, list, (struct place){ "", 1, 2, 0 })),
		   "[a, \"b]\"], ");
	assert_str(part(flow,
			span_entry(flow, list, (struct place){ "", 1, 13, 0 })),
		   ", [c, d]");
	assert_str(part(block,
			span_entry(block, list, (struct place){ "", 1, 3, 0 })),
		   "- - a\n  - b\n");
	assert_str(part(block,
			span_entry(block, list, (struct place){ "", 3, 3, 0 })),
		   "- [c, d]\n");
}

static void a_pair_goes_with_all_below_it(void **state)
{
	struct str text =
		STR("a: 1\nb:\n  - x\n\n  - y\nc:\n- z\nd: {e: 1, f: 2}\n");
	struct place start = { "", 1, 1, 0 };

	(void)state;
	assert_str(part(text,
			span_pair(text, start, (struct place){ "", 2, 1, 0 },
				  (struct place){ "", 3, 3, 0 })),
		   "b:\n  - x\n\n  - y\n");
	assert_str(part(text,
			span_pair(text, start, (struct place){ "", 6, 1, 0 },
				  (struct place){ "", 7, 1, 0 })),
		   "c:\n- z\n");
	assert_str(part(text, span_pair(text, (struct place){ "", 8, 4, 0 },
					(struct place){ "", 8, 5, 0 },
					(struct place){ "", 8, 8, 0 })),
		   "e: 1, ");
}

/* Whoever edits a file that nobody has read may meet any of it. */
static void what_ends_with_the_text_ends_there(void **state)
{
	static const struct {
		const char *text;
		unsigned line, column;
		bool flow;
		const char *scalar;
	} CASES[] = {
		{ "", 1, 1, false, "" },
		{ "a: b", 1, 4, false, "b" },
		{ "a: b  ", 1, 4, false, "b" },
		{ "a:", 1, 1, false, "a" },
		{ "a: \"b", 1, 4, false, "\"b" },
		{ "a: 'b", 1, 4, true, "'b" },
		{ "a: 'b''", 1, 4, true, "'b''" },
		{ "a: \"b\\", 1, 4, false, "\"b\\" },
		{ "a: b\r\n", 1, 4, false, "b" },
		{ "[a}", 1, 2, true, "a" },
		{ "a, b]", 1, 4, true, "b" },
		{ "a, b", 1, 1, false, "a, b" },
		{ "x#y # z", 1, 1, false, "x#y" },
		{ "x:y", 1, 1, false, "x:y" },
		{ "a\nb", 9, 9, false, "" },
		{ "\xEF\xBB\xBFx", 1, 1, false, "x" },
		{ "a:\r", 1, 1, false, "a" },
		{ "", 3, 1, true, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct str text = str_from(CASES[i].text);
		struct place at = { "", CASES[i].line, CASES[i].column, 0 };

		assert_str(part(text, span_scalar(text, at, CASES[i].flow)),
			   CASES[i].scalar);
	}
	assert_str(
		part(STR("[a, \"b"),
		     span_flow(STR("[a, \"b"), (struct place){ "", 1, 1, 0 })),
		"[a, \"b");
	assert_str(part(STR("{a: [b'], c}d]"),
			span_flow(STR("{a: [b'], c}d]"),
				  (struct place){ "", 1, 1, 0 })),
		   "{a: [b'], c}");
	assert_false(span_is_flow(STR(""), (struct place){ "", 1, 1, 0 }));
	assert_string_equal(span_line_break(STR("")), "\n");
	assert_string_equal(span_line_break(STR("\n\r\n")), "\n");
	assert_string_equal(span_line_break(STR("a\r\n")), "\r\n");
}

static void a_table_may_end_within_a_cell(void **state)
{
	static const struct {
		const char *csv, *rows; /* cells between bars */
	} CASES[] = {
		{ "", "" },
		{ "\n \n,\n", "" },
		{ "a,\"b\"\"", "a|b\"\n" },
		{ "a, b c\rd,e\r\n", "a|b c d|e\n" },
		{ "a,b\r", "a|b\n" },
		{ "\xEF\xBB\xBF\n\"\",x", "|x\n" },
		{ "sep=;\na;b,c", "a|b,c\n" },
		{ "a,\" b \"\n", "a|b\n" },
		{ "a,\"b\nc\"\n", "a|b c\n" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct str csv = str_from(CASES[i].csv), all = { "", 0 };
		struct span_table table = spans_of_csv(csv, *state);

		for (size_t r = 0; r < table.row_count; r++) {
			const struct span_row *row = &table.rows[r];

			for (size_t k = 0; k < row->cell_count; k++)
				all = ARENA_JOIN(
					*state, all, k ? STR("|") : STR(""),
					span_cell(csv, row->cells[k], *state));
			all = ARENA_JOIN(*state, all, STR("\n"));
		}
		assert_str(all, CASES[i].rows);
	}
}

static void nothing_to_exchange_leaves_a_text(void **state)
{
	struct splices none = { 0 };

	splices_sort(&none);
	assert_str(splices_apply(&none, STR("a\n"), *state), "a\n");
}

static void of_two_that_overlap_the_longer_holds(void **state)
{
	struct splices splices = { 0 };

	splice(&splices, (struct span){ 8, 2 }, STR("!"), *state);
	splice(&splices, (struct span){ 2, 1 }, STR("x"), *state);
	splice(&splices, (struct span){ 2, 4 }, STR("yy"), *state);
	assert_str(splices_apply(&splices, STR("0123456789"), *state),
		   "01yy67!");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_cell_is_found_in_quotes_and_behind_a_mark),
		TEST(what_is_not_seen_is_no_row),
		TEST(a_scalar_ends_where_yaml_ends_it),
		TEST(an_entry_goes_with_what_parts_it),
		TEST(an_entry_may_be_a_list),
		TEST(a_pair_goes_with_all_below_it),
		TEST(what_ends_with_the_text_ends_there),
		TEST(a_table_may_end_within_a_cell),
		TEST(nothing_to_exchange_leaves_a_text),
		TEST(of_two_that_overlap_the_longer_holds),
	};

	return RUN(tests);
}
