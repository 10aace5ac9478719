#include "judged.h"

#include "view/analysis_view.h"

static const struct value *analysis(const char *table, struct arena *arena)
{
	struct subject *s = arena_new(arena, struct subject);

	*s = subject_in(comparison_from(table, arena), arena);
	return analysis_view(s);
}

static void methods_that_agree_are_counted(void **state)
{
	const struct value *a = analysis("   a b\nx 1 9 2\ny 1 8 5\n", *state);

	assert_member(a, "methods_sentence", "All 3 methods put a first.");
	assert_member(a, "methods.0.name", "Weighted sum");
	assert_member(a, "methods.0.is_own", "true");
	assert_member(a, "methods.0.first", "a");
	assert_member(a, "methods.1.name", "Weighted product");
}

/* A zero is a veto to the weighted product. */
static void methods_that_differ_are_counted_too(void **state)
{
	const struct value *a = analysis("   a b\nx 1 10 4\ny 1 0 5\n", *state);

	assert_member(a, "methods.0.first", "a");
	assert_member(a, "methods.1.first", "b");
}

static void scores_that_turn_the_result_are_named(void **state)
{
	const struct value *a = analysis("   a b\nx 1 6 5\n", *state);

	assert_member(a, "flips_sentence",
		      "2 changes of one score by one step would change who "
		      "comes first.");
	assert_member(a, "flips.0",
		      "x: if a had 5 instead of 6, it would be a tie.");
	assert_member(a, "flips.1",
		      "x: if b had 6 instead of 5, it would be a tie.");
	a = analysis("   a b\nx 1 9 2\n", *state);
	assert_member(a, "flips_sentence",
		      "No change of one score by one step changes who comes "
		      "first.");
}

static void who_is_never_first_is_told(void **state)
{
	const struct value *a = analysis("   a b\nx 1 9 2\ny 1 8 2\n", *state);

	assert_member(a, "central.0.name", "a");
	assert_member(a, "central.1.sentence",
		      "never first, whatever the weights.");
}

static void one_judge_needs_no_agreement(void **state)
{
	const struct value *a = analysis("   a b\nx 1 9 2\n", *state);

	assert_member(a, "judges_sentence", "(null)");
	assert_member(a, "disputed_sentence", "(null)");
}

static void judges_that_agree_on_everything_tell_nothing_of_chance(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 - -\n"
					       "y 1 - -\n",
					       *state);
	struct subject s;

	for (size_t j = 0; j < 2; j++)
		for (size_t i = 0; i < 2; i++) {
			judged_by(c, "Ann", j, i, 7, *state);
			judged_by(c, "Ben", j, i, 7, *state);
		}
	s = subject_in(c, *state);
	assert_member(analysis_view(&s), "judges_sentence",
		      "All scores with two judges or more have one value, so "
		      "there is nothing to measure agreement by.");
}

/* A comparison of one criterion, of whose scores the first `cited` cite one. */
static const struct value *sourced(const char *table, size_t cited,
				   struct arena *arena)
{
	struct comparison *c = comparison_from(table, arena);
	struct subject *s = arena_new(arena, struct subject);

	arena_push(arena, c->sources, c->source_count)->id = STR("book");
	for (size_t i = 0; i < cited; i++) {
		struct evidence *e = &c->criteria[0].scores[i].evidence[0];

		*arena_push(arena, e->sources, e->source_count) = 0;
	}
	*s = subject_in(c, arena);
	return analysis_view(s);
}

static void scores_that_cite_a_source_are_counted_in_words(void **state)
{
	static const struct {
		const char *table;
		size_t cited;
		const char *want;
	} CASES[] = {
		{ "  a b\nx 1 9 -\n", 1, "The only score cites a source." },
		{ "  a b\nx 1 9 2\n", 2, "Both scores cite a source." },
		{ "  a b c\nx 1 9 2 3\n", 3, "All 3 scores cite a source." },
		{ "  a b\nx 1 9 2\n", 0, "No score cites a source." },
		{ "  a b\nx 1 9 2\n", 1, "1 of 2 scores cites a source." },
		{ "  a b c\nx 1 9 2 3\n", 2, "2 of 3 scores cite a source." },
	};

	for (size_t k = 0; k < sizeof(CASES) / sizeof(*CASES); k++)
		assert_member(sourced(CASES[k].table, CASES[k].cited, *state),
			      "sourced_sentence", CASES[k].want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(methods_that_agree_are_counted),
		TEST(methods_that_differ_are_counted_too),
		TEST(scores_that_turn_the_result_are_named),
		TEST(who_is_never_first_is_told),
		TEST(one_judge_needs_no_agreement),
		TEST(scores_that_cite_a_source_are_counted_in_words),
		TEST(judges_that_agree_on_everything_tell_nothing_of_chance),
	};

	return RUN(tests);
}
