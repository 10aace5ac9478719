#include "unit.h"

static void a_merged_message_outlives_the_name_of_its_file(void **state)
{
	struct diags *diags = diags_new(), *merged = diags_new();
	struct arena brief = { 0 };
	const char *file = arena_str(&brief, STR("a/b.csv")).ptr;

	diag_error(diags, (struct place){ .file = file }, "wrong");
	diag_note(diags, (struct place){ .file = file }, "here");
	diags_merge(merged, diags);
	arena_release(&brief);
	diags_free(diags);
	assert_str(printed(merged, *state), "a/b.csv: error: wrong\n"
					    "a/b.csv: note: here\n");
	diags_free(merged);
}

static void a_mistake_met_twice_is_shown_once(void **state)
{
	struct diags *diags = diags_new();

	diag_error(diags, (struct place){ "f", 2, 1, 1 }, "wrong");
	diag_error(diags, (struct place){ "f", 1, 9, 1 }, "earlier");
	diag_error(diags, (struct place){ "f", 2, 1, 1 }, "wrong");
	assert_str(printed(diags, *state), "f:1:9: error: earlier\n"
					   "f:2:1: error: wrong\n");
	diags_free(diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_merged_message_outlives_the_name_of_its_file),
		TEST(a_mistake_met_twice_is_shown_once),
	};

	return RUN(tests);
}
