#include "table.h"

#include "judge/utility.h"

static void a_scale_goes_from_nothing_to_one(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 1 3 5\n",
					       *state);
	const double *u;

	c->scoring.min = 1;
	c->scoring.max = 5;
	u = utility_all(c, *state);
	assert_near(u[0], 0);
	assert_near(u[1], 0.5);
	assert_near(u[2], 1);
}

static void a_measure_lies_between_worst_and_best(void **state)
{
	struct comparison *c = comparison_from("  a  b   c   d   e\n"
					       "t 1 50 100 250 300 20\n",
					       *state);
	const double *u;

	measure(c, "t", true, 50, 250);
	u = utility_all(c, *state);
	assert_near(u[0], 1);
	assert_near(u[1], 0.75);
	assert_near(u[2], 0);
	assert_near(u[3], 0); /* clamped */
	assert_near(u[4], 1); /* clamped */
}

static void without_bounds_the_data_set_the_range(void **state)
{
	struct comparison *c = comparison_from("     a  b  c  d\n"
					       "low  1 10 20 40 -\n"
					       "high 1 10 20 40 -\n"
					       "half 1 10 20 40 -\n"
					       "same 1 40 40 40 -\n",
					       *state);
	const double *u;

	measure(c, "low", true, NAN, NAN);
	measure(c, "high", false, NAN, NAN);
	measure(c, "half", false, NAN, 0);
	measure(c, "same", true, NAN, NAN);
	u = utility_all(c, *state);
	assert_near(u[0], 1);
	assert_near(u[1], 2.0 / 3);
	assert_near(u[2], 0);
	assert_near(u[4], 0);
	assert_near(u[5], 1.0 / 3);
	assert_near(u[6], 1);
	assert_near(u[8], 0.25);
	assert_near(u[10], 1);
	assert_near(u[12], 1);
	assert_near(u[14], 1);
	for (size_t j = 0; j < 4; j++)
		assert_true(isnan(u[4 * j + 3]));
}

/* Read from a file it is an error; without an option it may be so. */
static void beyond_the_one_end_that_is_given_all_is_alike(void **state)
{
	struct comparison *c = comparison_from("      a  b  c\n"
					       "dear  1 12 15 30\n"
					       "quick 1 99 70 50\n"
					       "equal 1  5  5  5\n",
					       *state);
	const double *u;

	measure(c, "dear", true, NAN, 10);
	measure(c, "quick", false, 50, NAN);
	measure(c, "equal", false, NAN, 5);
	u = utility_all(c, *state);
	for (size_t i = 0; i < 3; i++) {
		assert_near(u[i], 0);
		assert_near(u[3 + i], 1);
		assert_near(u[6 + i], 0);
	}
}

static void a_criterion_counts_when_all_are_scored(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 4\n"
					       "y 1 8 -\n",
					       *state);
	const double *u = utility_all(c, *state);
	const bool *counts = utility_counts(c, u, *state);

	assert_true(counts[0]);
	assert_false(counts[1]);
	assert_near(u[2], 0.8); /* what is scored is still known */
	assert_true(isnan(u[3]));
}

static void a_missing_score_is_worst_only_when_asked(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 -\n"
					       "t 1 5 -\n",
					       *state);
	const double *u;

	measure(c, "t", true, NAN, NAN);
	c->scoring.missing = MISSING_WORST;
	u = utility_all(c, *state);
	assert_true(u[1] == 0);
	assert_true(u[3] == 0);
	assert_true(utility_counts(c, u, *state)[1]);
	c->scoring.missing = MISSING_ERROR;
	assert_true(isnan(utility_all(c, *state)[1]));
}

static void an_unscored_comparison_has_no_utilities(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 4\n"
					       "t 1 8 4\n",
					       *state);
	const double *u;

	measure(c, "t", true, NAN, NAN);
	c->scored = false;
	c->scoring.missing = MISSING_WORST;
	c->criteria[0].scores = c->criteria[1].scores = NULL;
	u = utility_all(c, *state);
	for (size_t k = 0; k < 4; k++)
		assert_true(isnan(u[k]));
	assert_false(utility_counts(c, u, *state)[0]);
}

static void the_largest_numbers_do_not_overflow(void **state)
{
	struct comparison *c = comparison_from("  a       b c\n"
					       "t 1 -1.5e308 0 1.5e308\n",
					       *state);
	const double *u;

	measure(c, "t", false, NAN, NAN);
	u = utility_all(c, *state);
	assert_near(u[0], 0);
	assert_near(u[1], 0.5);
	assert_near(u[2], 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_scale_goes_from_nothing_to_one),
		TEST(a_measure_lies_between_worst_and_best),
		TEST(without_bounds_the_data_set_the_range),
		TEST(beyond_the_one_end_that_is_given_all_is_alike),
		TEST(a_criterion_counts_when_all_are_scored),
		TEST(a_missing_score_is_worst_only_when_asked),
		TEST(an_unscored_comparison_has_no_utilities),
		TEST(the_largest_numbers_do_not_overflow),
	};

	return RUN(tests);
}
