#include "unit.h"

static void the_names_of_files_are_kept_with_merged_messages(void **state)
{
	struct diags *all = diags_new(), *job = diags_new();
	struct arena read = { 0 };
	struct place at = {
		.file = arena_str(&read, STR("oak/scores.csv")).ptr,
		.line = 3,
		.column = 5,
	};
	struct place other = { .file = arena_str(&read, STR("oak/x.md")).ptr };

	diag_error(job, at, "score \"%s\" is not a number", "x");
	diag_note(job, other, "the scale is given here");
	diags_merge(all, job);
	diags_free(job);
	arena_release(&read);
	assert_str(printed(all, *state),
		   "oak/scores.csv:3:5: error: score \"x\" is not a number\n"
		   "oak/x.md: note: the scale is given here\n");
	diags_free(all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_names_of_files_are_kept_with_merged_messages),
	};

	return RUN(tests);
}
