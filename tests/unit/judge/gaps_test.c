#include "table.h"

#include "judge/result.h"

/* What result_check() says of the comparison. */
#define HINT                                                                  \
	"  hint: judge each option by what it was scored on, with `missing: " \
	"available` under `scoring`, or count a missing score as the worst, " \
	"with `missing: worst`; or give the scores, or leave the option or "  \
	"the criterion out\n"

static struct str told(const struct comparison *c, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct str text;

	assert_true(result_check(diags, c, result_of(c, arena)));
	text = printed(diags, arena);
	diags_free(diags);
	return text;
}

static void one_option_without_scores_takes_the_result_away(void **state)
{
	struct comparison *c = comparison_from("      oak elm fir\n"
					       "speed 3 8   6   -\n"
					       "price 1 4   5   -\n",
					       *state);
	const struct result *r = result_of(c, *state);

	assert_false(r->judged);
	assert_true(r->gaps.weight == 1);
	assert_int_equal(r->gaps.never_count, 1);
	assert_true(r->gaps.never_scored[2]);
	assert_str(told(c, *state),
		   "table: warning: \"fir\" has no score on any criterion, so "
		   "none counts and there is no result [no-score]\n" HINT);
	c->scoring.missing = MISSING_WORST;
	assert_str(told(c, *state), "");
}

static void a_fifth_of_the_weights_is_told(void **state)
{
	struct comparison *c = comparison_from("      oak elm fir\n"
					       "speed 3 8   6   5\n"
					       "price 1 4   -   5\n",
					       *state);

	assert_near(result_of(c, *state)->gaps.weight, 0.25);
	assert_str(
		told(c, *state),
		"table:3:1: warning: 1 of 2 criteria lacks a score and does not "
		"count: 25 % of the weights [no-score]\n"
		"table:3:1: note: \"price\" has no score of \"elm\"\n" HINT);
	c->criteria[0].weight = 5;
	assert_str(told(c, *state), "");
}

static void without_any_full_criterion_there_is_no_result(void **state)
{
	struct comparison *c = comparison_from("      oak elm fir\n"
					       "speed 3 8   -   -\n"
					       "price 1 -   6   5\n",
					       *state);

	assert_str(told(c, *state),
		   "table:2:1: warning: each criterion lacks a score, so none "
		   "counts and there is no result [no-score]\n"
		   "table:2:1: note: \"speed\" has no score of \"elm\" and 1 "
		   "more\n"
		   "table:3:1: note: \"price\" has no score of \"oak\"\n" HINT);
}

/* Where nobody has a score, to judge by what is scored changes nothing. */
static void what_would_change_nothing_is_not_advised(void **state)
{
	struct comparison *c = comparison_from("      oak elm\n"
					       "speed 3 8   6\n"
					       "price 1 -   -\n",
					       *state);

	assert_near(result_of(c, *state)->gaps.available, 0);
	assert_str(
		told(c, *state),
		"table:3:1: warning: 1 of 2 criteria lacks a score and does not "
		"count: 25 % of the weights [no-score]\n"
		"table:3:1: note: \"price\" has no score\n"
		"  hint: give the scores, or leave the criterion out\n");
	c->scoring.judges = JUDGES_COMMON;
	judged_by(c, "ann", 1, 0, 4, *state);
	judged_by(c, "ben", 1, 1, 5, *state);
	for (size_t i = 0; i < 2; i++) {
		struct score *score = &c->criteria[1].scores[i];

		score->value = NAN;
		for (size_t e = 0; e < score->evidence_count; e++)
			score->evidence[e].left_out = true;
	}
	assert_str(
		told(c, *state),
		"table:3:1: warning: 1 of 2 criteria lacks a score and does not "
		"count: 25 % of the weights [no-score]\n"
		"table:3:1: note: \"price\" has no judge who scored every "
		"option\n"
		"  hint: count the scores of all judges, without `judges: "
		"common`; or give those that are missing, or leave the "
		"criterion out\n");
}

static void a_profile_without_scores_is_told(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 - -\n", *state);

	profile_add(c, "p", (double[]){ 1 }, *state);
	c->scored = false;
	c->criteria[0].scores = NULL;
	assert_str(
		told(c, *state),
		"profile.md: warning: a profile says nothing where nothing "
		"is scored\n"
		"  hint: give the scores, or leave it out: what it tells may "
		"stand in guide.md\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_option_without_scores_takes_the_result_away),
		TEST(a_fifth_of_the_weights_is_told),
		TEST(without_any_full_criterion_there_is_no_result),
		TEST(what_would_change_nothing_is_not_advised),
		TEST(a_profile_without_scores_is_told),
	};

	return RUN(tests);
}
