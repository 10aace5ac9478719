#include "table.h"

#include "judge/robustness.h"

static double pair(struct arena *arena, const double *d, size_t count)
{
	return robustness_pair(d, count, arena);
}

static void two_options_have_an_exact_share(void **state)
{
	assert_near(pair(*state, (double[]){ .4, -.6 }, 2), 0.4);
	assert_near(pair(*state, (double[]){ .5, -.2, .1 }, 3), 17.0 / 21);
	/* Case 8: A against B, 0..5. */
	assert_near(pair(*state, (double[]){ .4, -.4, .6 }, 3), 0.8);
}

static void equal_and_zero_differences_are_no_poles(void **state)
{
	static const double TALLY[] = { 1, 1, -1, 1, 0, 0, 0, 0, 0, 0 };

	assert_true(fabs(pair(*state, TALLY, 10) - 0.875) < 1e-12);
	assert_near(pair(*state, (double[]){ 0, 0 }, 2), 0.5);
	assert_near(pair(*state, (double[]){ .3, 0 }, 2), 1);
	assert_near(pair(*state, (double[]){ -.3, 0, -.3 }, 3), 0);
	assert_near(pair(*state, (double[]){ .5 }, 1), 1);
}

static void nearly_equal_differences_stay_stable(void **state)
{
	double d[40];

	for (size_t j = 0; j < 40; j++)
		d[j] = (j % 2 ? .5 : -.5) + (double)j * 1e-9;
	assert_true(fabs(pair(*state, d, 40) - 0.5) < 1e-6);
}

static void draws_agree_with_the_exact_share(void **state)
{
	/* A third option that is never first leaves the pair's share. */
	const double u[] = { .9, .5, 0, .3, .5, 0, .5, .4, 0 };
	const double w[] = { 1, 1, 1 };
	const size_t rows[] = { 0, 1, 2 };
	struct matrix m = { 3, 3, rows, u, w };
	double error;
	struct share *s = robustness_of(&m, &error, *state);
	double want = pair(*state, (double[]){ .4, -.2, .1 }, 3);

	assert_true(error > 0 && error < 0.005);
	assert_true(fabs(s[0].first - want) < 4 * error);
	assert_near(s[2].first, 0);
	assert_near(s[2].ranks[2], 1);
	for (size_t i = 0; i < 3; i++)
		assert_near(s[i].ranks[0] + s[i].ranks[1] + s[i].ranks[2], 1);
	assert_true(s[0].first == robustness_of(&m, &error, *state)[0].first);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(two_options_have_an_exact_share),
		TEST(equal_and_zero_differences_are_no_poles),
		TEST(nearly_equal_differences_stay_stable),
		TEST(draws_agree_with_the_exact_share),
	};

	return RUN(tests);
}
