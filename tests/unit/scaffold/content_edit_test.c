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

static void the_end_of_a_text_is_no_end_of_it(void **state)
{
	static const struct str CELLS[] = { STR_INIT("a"), STR_INIT("b") };
	struct place last = { "f", 2, 3, 1 };

	assert_str(edit_csv_row(STR(""), CELLS, 2, *state), "a,b\n");
	assert_str(edit_yaml_list(STR("- x\n- y"), last, STR("z"), *state),
		   "- x\n- y\n- z\n");
	assert_str(edit_yaml_list(STR("- x\r\n- y\r\n"), last, STR("z"),
				  *state),
		   "- x\r\n- y\r\n- z\r\n");
	assert_str(edit_insert(STR(""), 0, STR(""), *state), "\n\n");
	assert_str(edit_insert(STR("a\n"), 2, STR("b\nc"), *state),
		   "a\n\nb\nc\n");
}

/* A rule, a list of dashes and an underline are no head of a table. */
static void without_a_table_no_column_is_added(void **state)
{
	static const char *const TEXTS[] = {
		"",
		"a\n",
		"| --- |\n| 1 |\n",
		"a\n---\nb\n",
		"a\n| --- |\n",
		"| a |\n| : |\n",
		"| a |\n|\n| b |\n",
		"| a |\n| x-y |\n",
	};

	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++)
		assert_str(edit_markdown_column(str_from(TEXTS[i]), STR("c"),
						*state),
			   TEXTS[i]);
	assert_str(edit_markdown_column(STR("x\n\n| a |\n| - |"), STR("c"),
					*state),
		   "x\n\n| a | c |\n| - | --- |");
}

static void a_section_is_added_behind_a_blank_line(void **state)
{
	assert_str(edit_insert(STR("a"), 1, STR("## b\n\nc\n"), *state),
		   "a\n\n## b\n\nc\n");
	assert_str(edit_insert(STR("a\r\n"), 3, STR("## b\n"), *state),
		   "a\r\n\r\n## b\r\n");
}

/* Blank lines that are there stay, and no line but those asked for comes. */
static void a_section_is_put_before_another(void **state)
{
	assert_str(edit_insert(STR("a\n\n\n## z\n"), 4, STR("## b\n\nc\n"),
			       *state),
		   "a\n\n\n## b\n\nc\n\n## z\n");
	assert_str(edit_insert(STR("a\n## z"), 2, STR("## b\n"), *state),
		   "a\n\n## b\n\n## z");
	assert_str(edit_insert(STR("a\r\n\r\n## z\r\n"), 5, STR("## b\n"),
			       *state),
		   "a\r\n\r\n## b\r\n\r\n## z\r\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_column_is_added_and_the_rest_stays),
		TEST(a_column_behind_the_last_keeps_line_ends),
		TEST(a_row_is_added_at_the_end),
		TEST(an_id_joins_a_list_in_its_own_form),
		TEST(a_table_in_markdown_gets_a_column),
		TEST(the_end_of_a_text_is_no_end_of_it),
		TEST(without_a_table_no_column_is_added),
		TEST(a_section_is_added_behind_a_blank_line),
		TEST(a_section_is_put_before_another),
	};

	return RUN(tests);
}
