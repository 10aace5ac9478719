#include "table.h"

#include "judge/robustness.h"

/* Of utilities, a row a criterion; weights play no part. */
static struct robustness shares_by(enum method method, const double *u,
				   size_t rows, size_t options,
				   struct arena *arena)
{
	size_t *criteria = arena_array(arena, size_t, rows);
	struct matrix m = {
		.method = method,
		.option_count = options,
		.row_count = rows,
		.criterion_count = rows,
		.criteria = criteria,
		.cells = u,
		.weights = arena_array(arena, double, rows),
	};
	size_t width = matrix_width(&m);
	double *terms = arena_array(arena, double, rows *width);

	for (size_t k = 0; k < rows; k++) {
		criteria[k] = k;
		matrix_terms(&m, u + k * options, terms + k * width);
	}
	m.terms = terms;
	return robustness_of(&m, arena);
}

static struct robustness shares(const double *u, size_t rows, size_t options,
				struct arena *arena)
{
	return shares_by(METHOD_WEIGHTED_SUM, u, rows, options, arena);
}

/* How often the first of two comes first, by what it is ahead on each. */
static double pair(struct arena *arena, const double *d, size_t count)
{
	double *u = arena_array(arena, double, 2 * count);

	for (size_t k = 0; k < count; k++) {
		u[2 * k] = fmax(d[k], 0);
		u[2 * k + 1] = fmax(-d[k], 0);
	}
	return shares(u, count, 2, arena).shares[0].first;
}

static void two_options_have_an_exact_share(void **state)
{
	/* Cases 5 and 8 of the reference cases. */
	assert_true(fabs(pair(*state, (double[]){ .4, -.6 }, 2) - .4) < 1e-12);
	assert_true(fabs(pair(*state, (double[]){ .5, -.2, .1 }, 3) -
			 17.0 / 21) < 1e-12);
	assert_true(fabs(pair(*state, (double[]){ .4, -.4, .6 }, 3) - .8) <
		    1e-12);
}

static void equal_and_zero_differences_are_no_poles(void **state)
{
	static const double TALLY[] = { 1, 1, -1, 1, 0, 0, 0, 0, 0, 0 };

	assert_true(fabs(pair(*state, TALLY, 10) - 0.875) < 1e-12);
	assert_true(pair(*state, (double[]){ 0, 0 }, 2) == 0.5);
	assert_true(pair(*state, (double[]){ .3, 0 }, 2) == 1);
	assert_true(pair(*state, (double[]){ -.3, 0, -.3 }, 3) == 0);
	assert_true(pair(*state, (double[]){ .5 }, 1) == 1);
	assert_true(pair(*state, (double[]){ 1e-10, -1e-10 }, 2) == 0.5);
}

static void nearly_equal_differences_stay_stable(void **state)
{
	double d[40];

	for (size_t j = 0; j < 40; j++)
		d[j] = (j % 2 ? .5 : -.5) + (double)j * 1e-9;
	assert_true(fabs(pair(*state, d, 40) - 0.5) < 1e-6);
}

/* Sum over d(i) > 0 of d(i)^(n-1) / product of (d(i) - d(j)). */
static double by_the_formula(const double *d, size_t count)
{
	double sum = 0;

	for (size_t i = 0; i < count; i++) {
		double term = pow(d[i], (double)count - 1);

		for (size_t j = 0; j < count; j++)
			if (j != i)
				term /= d[i] - d[j];
		if (d[i] > 0)
			sum += term;
	}
	return sum;
}

static void distinct_differences_agree_with_the_formula(void **state)
{
	srand(11);
	for (int round = 0; round < 500; round++) {
		size_t count = 2 + (size_t)rand() % 5;
		double d[6];

		for (size_t j = 0; j < count; j++)
			d[j] = -0.95 + 0.3 * (double)j +
			       0.2 * rand() / RAND_MAX;
		for (size_t j = 0; j < count; j++) {
			size_t k = (size_t)rand() % count;
			double swap = d[j];

			d[j] = d[k];
			d[k] = swap;
		}
		assert_true(fabs(pair(*state, d, count) -
				 by_the_formula(d, count)) < 1e-9);
	}
}

static double sampled(const double *d, size_t count, int draws)
{
	int first = 0;

	for (int draw = 0; draw < draws; draw++) {
		double sum = 0;

		for (size_t j = 0; j < count; j++)
			sum -= log((rand() + 1.0) / (RAND_MAX + 1.0)) * d[j];
		first += sum > 0;
	}
	return (double)first / draws;
}

static void any_differences_agree_with_draws(void **state)
{
	enum { DRAWS = 4000 };

	srand(3);
	for (int round = 0; round < 60; round++) {
		size_t count = 2 + (size_t)rand() % 12;
		double d[13], turned[13], share;

		for (size_t j = 0; j < count; j++)
			d[j] = (rand() % 7 - 3) / 3.0; /* often equal, or 0 */
		d[0] = 1.0 / 7;
		for (size_t j = 0; j < count; j++)
			turned[j] = -d[j];
		share = pair(*state, d, count);
		assert_true(share >= 0 && share <= 1);
		assert_true(fabs(share + pair(*state, turned, count) - 1) <
			    1e-12);
		/* Five standard errors at their largest. */
		assert_true(fabs(share - sampled(d, count, DRAWS)) <
			    5 * 0.5 / sqrt(DRAWS));
	}
}

static void two_options_share_all_weightings(void **state)
{
	const double u[] = { .9, .5, .3, .5, .5, .4 };
	struct robustness r = shares(u, 3, 2, *state);
	double want = pair(*state, (double[]){ .4, -.2, .1 }, 3);

	assert_true(r.error == 0);
	assert_int_equal(r.draws, 0);
	assert_near(r.shares[0].first, want);
	assert_near(r.shares[0].ranks[1], 1 - want);
	assert_near(r.shares[1].ranks[0], 1 - want);
	assert_near(r.shares[1].ranks[1], want);
}

static void draws_agree_with_the_exact_share(void **state)
{
	/* A third option that is never first leaves the pair's share. */
	const double u[] = { .9, .5, 0, .3, .5, 0, .5, .4, 0 };
	struct robustness r = shares(u, 3, 3, *state);
	double want = pair(*state, (double[]){ .4, -.2, .1 }, 3);

	assert_true(r.error > 0 && r.error < 0.005);
	assert_int_equal(r.draws, 20000);
	assert_true(fabs(r.shares[0].first - want) < 4 * r.error);
	assert_true(r.shares[2].first == 0);
	assert_near(r.shares[2].ranks[2], 1);
}

static void draws_agree_with_what_is_known_of_three(void **state)
{
	/* c is first where 0.6 > w and 0.6 > 1 - w: a fifth. */
	const double u[] = { 1, 0, .6, 0, 1, .6 };
	struct robustness r = shares(u, 2, 3, *state);

	assert_true(fabs(r.shares[0].first - 0.4) < 4 * r.error);
	assert_true(fabs(r.shares[1].first - 0.4) < 4 * r.error);
	assert_true(fabs(r.shares[2].first - 0.2) < 4 * r.error);
	assert_true(r.shares[2].ranks[2] == 0);
	/* The generator is pinned: the same figures on every machine. */
	assert_near(r.shares[0].first * 20000, 8086);
	assert_near(r.shares[1].first * 20000, 8018);
	assert_near(r.shares[2].first * 20000, 3896);
}

static void equals_split_their_ranks_evenly(void **state)
{
	const double u[] = { .5, .5, .9, .5, .7, .7, .9, .7 };
	struct robustness r = shares(u, 2, 4, *state);

	assert_true(r.shares[2].first == 1);
	for (size_t i = 0; i < 4; i++) {
		if (i == 2)
			continue;
		assert_true(r.shares[i].first == 0);
		for (size_t rank = 1; rank < 4; rank++)
			assert_near(r.shares[i].ranks[rank], 1.0 / 3);
	}
	/* Having been first in all draws is not the same as always. */
	assert_true(fabs(r.error * 20000 - 1) < 0.01);
}

static void acceptabilities_add_up_and_repeat(void **state)
{
	double u[12 * 7];
	struct robustness r, again;

	srand(5);
	for (size_t k = 0; k < 12 * 7; k++)
		u[k] = rand() % 11 / 10.0;
	r = shares(u, 12, 7, *state);
	again = shares(u, 12, 7, *state);
	for (size_t i = 0; i < 7; i++) {
		double of_option = 0, of_rank = 0;

		for (size_t k = 0; k < 7; k++) {
			of_option += r.shares[i].ranks[k];
			of_rank += r.shares[k].ranks[i];
			assert_true(again.shares[i].ranks[k] ==
				    r.shares[i].ranks[k]);
		}
		assert_true(fabs(of_option - 1) < 1e-9);
		assert_true(fabs(of_rank - 1) < 1e-9);
		assert_true(r.shares[i].first == r.shares[i].ranks[0]);
	}
}

static void a_thousand_options_take_fewer_draws(void **state)
{
	double *u = arena_array(*state, double, 2000);
	struct robustness r;

	for (size_t i = 0; i < 1000; i++) {
		u[i] = (double)i / 1000;
		u[1000 + i] = u[i];
	}
	r = shares(u, 2, 1000, *state);
	assert_true(r.draws > 1000 && r.draws < 20000);
	assert_near(r.shares[999].first, 1);
}

static void central_weights_are_exact_for_two(void **state)
{
	/*
	 * The form 2 w1 - (w1 + w2) is above 0 where w1 > 1/2: w1 is then
	 * 3/4 in the mean, and 1/4 where the other one leads.
	 */
	const double u[] = { .5, 0, 0, .5 };
	struct robustness r = shares(u, 2, 2, *state);

	assert_true(fabs(r.shares[0].central[0] - 0.75) < 1e-12);
	assert_true(fabs(r.shares[0].central[1] - 0.25) < 1e-12);
	assert_true(fabs(r.shares[1].central[0] - 0.25) < 1e-12);
	assert_int_equal(r.shares[0].lead.chance, LEAD_SOMETIMES);
}

static void central_weights_agree_with_draws(void **state)
{
	/* The third option is never first, so that the pair is sampled. */
	const double two[] = { .9, .5, .3, .5, .5, .5, .6, .9, .3, .5 };
	double three[15];
	struct robustness exact = shares(two, 5, 2, *state), drawn;

	for (size_t k = 0; k < 5; k++) {
		three[3 * k] = two[2 * k];
		three[3 * k + 1] = two[2 * k + 1];
		three[3 * k + 2] = 0;
	}
	drawn = shares(three, 5, 3, *state);
	for (size_t i = 0; i < 2; i++) {
		double sum = 0;

		for (size_t k = 0; k < 5; k++) {
			double want = exact.shares[i].central[k];

			sum += want;
			assert_true(fabs(drawn.shares[i].central[k] - want) <
				    0.01);
		}
		assert_true(fabs(sum - 1) < 1e-12);
	}
	assert_null(drawn.shares[2].central);
}

static void without_differences_all_weightings_are_central(void **state)
{
	const double u[] = { .5, .5, .3, .3, .7, .7 };
	struct robustness r = shares(u, 3, 2, *state);

	for (size_t i = 0; i < 2; i++) {
		assert_true(r.shares[i].first == 0.5);
		assert_int_equal(r.shares[i].lead.chance, LEAD_NEVER_BEHIND);
		assert_int_equal(r.shares[i].lead.alike, 0);
		for (size_t k = 0; k < 3; k++)
			assert_near(r.shares[i].central[k], 1.0 / 3);
	}
}

static void what_holds_under_all_weightings_is_proved(void **state)
{
	const double two[] = { .5, .4, .5, .5 };
	/* d is dominated by a; c is beaten by a or b, but by neither alone. */
	const double four[] = { 1, 0, .4, .9, 0, 1, .4, 0 };
	const double apart[] = { .9, .5, .1, .8, .2, .1 };
	struct robustness r = shares(two, 2, 2, *state);

	/* They are level where the second row alone weighs. */
	assert_int_equal(r.shares[0].lead.chance, LEAD_NEVER_BEHIND);
	assert_int_equal(r.shares[1].lead.chance, LEAD_NEVER_ALONE);
	assert_null(r.shares[1].central);
	assert_near(r.shares[0].central[0], 0.5);
	r = shares(four, 2, 4, *state);
	assert_int_equal(r.shares[0].lead.chance, LEAD_SOMETIMES);
	assert_true(r.shares[2].first == 0);
	assert_int_equal(r.shares[2].lead.chance, LEAD_SOMETIMES);
	assert_int_equal(r.shares[3].lead.chance, LEAD_NEVER_ALONE);
	r = shares(apart, 2, 3, *state);
	assert_int_equal(r.shares[0].lead.chance, LEAD_ALWAYS);
	assert_int_equal(r.shares[1].lead.chance, LEAD_NEVER);
	assert_int_equal(r.shares[2].lead.chance, LEAD_NEVER);
}

/* Case `sampled-real`: one row of eight on which another is better. */
static void to_be_first_in_every_draw_proves_nothing(void **state)
{
	double u[24];
	struct robustness r;

	for (size_t k = 0; k < 8; k++) {
		u[3 * k] = k == 7 ? .5 : .9;
		u[3 * k + 1] = k == 7 ? .6 : .3;
		u[3 * k + 2] = .2;
	}
	r = shares(u, 8, 3, *state);
	assert_true(r.shares[0].first == 1);
	assert_int_equal(r.shares[0].lead.chance, LEAD_SOMETIMES);
	assert_int_equal(r.shares[2].lead.chance, LEAD_NEVER);
}

static void a_product_of_two_is_exact_by_logarithms(void **state)
{
	const double u[] = { .8, .4, .2, .4, .6, .6 };
	struct robustness r =
		shares_by(METHOD_WEIGHTED_PRODUCT, u, 3, 2, *state);

	/* log 2, log 1/2 and 0: alike. */
	assert_int_equal(r.draws, 0);
	assert_true(fabs(r.shares[0].first - 0.5) < 1e-12);
}

static void a_product_with_a_zero_is_lost(void **state)
{
	const double one[] = { 0, .1, 1, .1 };
	const double both[] = { 0, .1, 1, 0 };
	struct robustness r =
		shares_by(METHOD_WEIGHTED_PRODUCT, one, 2, 2, *state);

	assert_true(r.shares[0].first == 0);
	/* But where the second row alone weighs it is the better. */
	assert_int_equal(r.shares[0].lead.chance, LEAD_NOT_WEIGHED);
	assert_int_equal(r.shares[1].lead.chance, LEAD_ALL_WEIGHED);
	assert_true(r.shares[1].first == 1);
	r = shares_by(METHOD_WEIGHTED_PRODUCT, both, 2, 2, *state);
	assert_true(r.shares[0].first == 0.5);
	assert_int_equal(r.shares[0].lead.chance, LEAD_LEVEL);
	assert_near(r.shares[0].central[1], 0.5);
}

static void topsis_is_sampled_by_squared_weights(void **state)
{
	/* a is first where (.8 w1)^2 > (.4 w2)^2, that is w1 > 1/3. */
	const double two[] = { .8, 0, 0, .4 };
	struct robustness r = shares_by(METHOD_TOPSIS, two, 2, 2, *state);

	assert_int_equal(r.draws, 20000);
	assert_true(fabs(r.shares[0].first - 2.0 / 3) < 4 * r.error);
	/* Where w1 > 1/3 its mean is 2/3. */
	assert_true(fabs(r.shares[0].central[0] - 2.0 / 3) < 0.01);
}

/* Of 20,000 draws: the error of 0.335 - 0.332 is 0.0058. */
static void shares_are_told_apart_beyond_the_errors_of_draws(void **state)
{
	(void)state;
	assert_false(robustness_is_above(0.335, 0.332, 20000));
	assert_false(robustness_is_above(0.345, 0.33, 20000));
	assert_true(robustness_is_above(0.355, 0.33, 20000));
	assert_true(robustness_is_above(0.335, 0.332, 0));
	assert_false(robustness_is_above(0.5, 0.5, 0));
	assert_false(robustness_is_above(0.3, 0.4, 20000));
	assert_true(robustness_is_above(1, 0, 20000));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(shares_are_told_apart_beyond_the_errors_of_draws),
		TEST(two_options_have_an_exact_share),
		TEST(equal_and_zero_differences_are_no_poles),
		TEST(nearly_equal_differences_stay_stable),
		TEST(distinct_differences_agree_with_the_formula),
		TEST(any_differences_agree_with_draws),
		TEST(two_options_share_all_weightings),
		TEST(draws_agree_with_the_exact_share),
		TEST(draws_agree_with_what_is_known_of_three),
		TEST(equals_split_their_ranks_evenly),
		TEST(acceptabilities_add_up_and_repeat),
		TEST(a_thousand_options_take_fewer_draws),
		TEST(central_weights_are_exact_for_two),
		TEST(central_weights_agree_with_draws),
		TEST(without_differences_all_weightings_are_central),
		TEST(what_holds_under_all_weightings_is_proved),
		TEST(to_be_first_in_every_draw_proves_nothing),
		TEST(a_product_of_two_is_exact_by_logarithms),
		TEST(a_product_with_a_zero_is_lost),
		TEST(topsis_is_sampled_by_squared_weights),
	};

	return RUN(tests);
}
