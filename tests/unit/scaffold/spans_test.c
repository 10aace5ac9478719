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
		TEST(a_scalar_ends_where_yaml_ends_it),
		TEST(an_entry_goes_with_what_parts_it),
		TEST(an_entry_may_be_a_list),
		TEST(a_pair_goes_with_all_below_it),
		TEST(of_two_that_overlap_the_longer_holds),
	};

	return RUN(tests);
}
