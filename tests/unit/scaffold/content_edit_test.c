#include "scaffold/content_edit.h"

#include "unit.h"

static const struct str ELM[] = { STR_INIT("elm"), STR_INIT("4"),
				  STR_INIT("5;6") };

static void a_column_is_added_and_the_rest_stays(void **state)
{
	assert_str(edit_csv_column(STR("criterion,oak,note\n"
				       "speed, 3 ,\"a, b\"\n"
				       "\n"
				       "price,4,\"two\nlines\"\n"
				       "size,1,"),
				   1, ELM, 3, *state),
		   "criterion,oak,elm,note\n"
		   "speed, 3 ,4,\"a, b\"\n"
		   "\n"
		   "price,4,5;6,\"two\nlines\"\n"
		   "size,1,,");
}

static void a_column_behind_the_last_keeps_line_ends(void **state)
{
	assert_str(edit_csv_column(STR("file;oak\r\n\"a;\"\"b\"\"\";1\r\n"), 1,
				   ELM, 1, *state),
		   "file;oak;elm\r\n\"a;\"\"b\"\"\";1;\r\n");
	assert_str(edit_csv_column(STR("file;oak\nx;1"), 1, ELM, 3, *state),
		   "file;oak;elm\nx;1;4");
	assert_str(edit_csv_column(STR("f;g\n1;2\n3;4\n"), 0, ELM, 3, *state),
		   "f;elm;g\n1;4;2\n3;\"5;6\";4\n");
}

static void a_row_is_added_at_the_end(void **state)
{
	static const struct str CELLS[] = { STR_INIT("a,b"), STR_INIT("\""),
					    STR_INIT("") };

	assert_str(edit_csv_row(STR("x,y,z\n1,2,3"), CELLS, 3, *state),
		   "x,y,z\n1,2,3\n\"a,b\",\"\"\"\",\n");
	assert_str(edit_csv_row(STR("x\ty\tz\r\n"), CELLS, 3, *state),
		   "x\ty\tz\r\na,b\t\"\"\"\"\t\r\n");
}

static void an_id_joins_a_list_in_its_own_form(void **state)
{
	struct place flow = { "f", 2, 16, 1 }, block = { "f", 3, 5, 1 };

	assert_str(edit_yaml_list(STR("---\noptions: [oak, elm] # two\n---\n"),
				  flow, STR("fir"), *state),
		   "---\noptions: [oak, elm, fir] # two\n---\n");
	assert_str(edit_yaml_list(STR("options:\n"
				      "  - oak\n"
				      "  - 'elm' # tall\n"
				      "title: x\n"),
				  block, STR("fir"), *state),
		   "options:\n"
		   "  - oak\n"
		   "  - 'elm' # tall\n"
		   "  - fir\n"
		   "title: x\n");
}

static void a_table_in_markdown_gets_a_column(void **state)
{
	assert_str(
		edit_markdown_column(STR("---\ntitle: x\n---\n"
					 "| a | b |\n|---|:-:|\n| 1 | 2 |\n"),
				     STR("c"), *state),
		"---\ntitle: x\n---\n"
		"| a | b | c |\n|---|:-:| --- |\n| 1 | 2 |\n");
	assert_str(edit_markdown_column(STR("a | b\r\n--- | ---\r\n1 | 2"),
					STR("c"), *state),
		   "a | b | c\r\n--- | --- | ---\r\n1 | 2");
}

static void a_section_is_added_behind_a_blank_line(void **state)
{
	assert_str(edit_append(STR("a"), STR("## b\n\nc\n"), *state),
		   "a\n\n## b\n\nc\n");
	assert_str(edit_append(STR("a\r\n"), STR("## b\n"), *state),
		   "a\r\n\r\n## b\r\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_column_is_added_and_the_rest_stays),
		TEST(a_column_behind_the_last_keeps_line_ends),
		TEST(a_row_is_added_at_the_end),
		TEST(an_id_joins_a_list_in_its_own_form),
		TEST(a_table_in_markdown_gets_a_column),
		TEST(a_section_is_added_behind_a_blank_line),
	};

	return RUN(tests);
}
