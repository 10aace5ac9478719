#include "table.h"

#include "judge/result.h"

static const struct method_result *by(const struct result *r,
				      enum method method)
{
	return &r->methods.results[method];
}

static void three_methods_agree_on_a_graded_scale(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 3 8 6\n"
					       "y 1 7 5\n",
					       *state);
	const struct result *r = result_of(c, *state);

	assert_int_equal(r->methods.applied, 3);
	assert_int_equal(r->methods.agreeing, 3);
	assert_false(by(r, METHOD_POINTS)->applies);
	assert_true(by(r, METHOD_WEIGHTED_SUM)->outcome.totals == r->totals);
	assert_near(by(r, METHOD_WEIGHTED_PRODUCT)->outcome.totals[0],
		    pow(0.8, 0.75) * pow(0.7, 0.25));
	assert_near(by(r, METHOD_TOPSIS)->outcome.totals[0], 1);
	assert_int_equal(by(r, METHOD_TOPSIS)->outcome.order[0], 0);
}

static void a_method_may_put_another_first(void **state)
{
	/* Even against strong and weak: a product minds the weakness. */
	struct comparison *c = comparison_from("  a  b\n"
					       "x 1 10 5\n"
					       "y 1 1  5\n",
					       *state);
	const struct result *r = result_of(c, *state);

	assert_int_equal(r->first, 0);
	assert_int_equal(by(r, METHOD_WEIGHTED_PRODUCT)->outcome.first, 1);
	assert_true(r->methods.agreeing < r->methods.applied);
	c->scoring.method = METHOD_WEIGHTED_PRODUCT;
	r = result_of(c, *state);
	assert_int_equal(r->leader, 1);
	assert_near(r->raw_totals[1], 5);
}

static void four_methods_apply_where_all_have_something(void **state)
{
	struct comparison *c = points_from("  a   b\n"
					   "x 1 1   0.5\n"
					   "y 1 0.5 0.5\n",
					   *state);
	const struct result *r = result_of(c, *state);

	assert_int_equal(r->methods.applied, 4);
	assert_int_equal(r->methods.agreeing, 4);
}

static void a_product_of_nothing_but_zeros_says_nothing(void **state)
{
	const struct result *r =
		result_of(points_from(TALLY_TABLE, *state), *state);

	assert_false(by(r, METHOD_WEIGHTED_PRODUCT)->applies);
	assert_int_equal(r->methods.applied, 3);
	assert_int_equal(r->methods.agreeing, 3);
}

static void nobody_first_has_nobody_agreeing(void **state)
{
	const struct result *r = result_of(comparison_from("  a b\n"
							   "x 1 5 4\n"
							   "y 1 5 6\n",
							   *state),
					   *state);

	assert_int_equal(r->first, 2);
	assert_int_equal(r->methods.agreeing, 0);
	assert_int_equal(r->methods.applied, 3);
}

static void an_own_method_applies_whatever_it_gives(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 0 4\n"
					       "y 1 5 0\n",
					       *state);
	const struct result *r;

	c->scoring.method = METHOD_WEIGHTED_PRODUCT;
	r = result_of(c, *state);
	assert_true(by(r, METHOD_WEIGHTED_PRODUCT)->applies);
	assert_true(r->totals[0] == 0 && r->totals[1] == 0);
	assert_int_equal(r->leader, 2);
	assert_int_equal(r->flips.count, 0);
}

static void profiles_are_weighed_by_the_same_method(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 4 6\n"
					       "y 1 9 6\n",
					       *state);
	double weights[] = { 0, 2 };

	c->scoring.method = METHOD_WEIGHTED_PRODUCT;
	profile_add(c, "y only", weights, *state);
	profile_add(c, "even", (double[]){ 1, 1 }, *state);
	assert_near(result_of(c, *state)->profiles[0].totals[0], 0.9);
	assert_near(result_of(c, *state)->profiles[1].totals[0], 0.6);
}

static void an_unscored_comparison_has_no_panel(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 - -\n",
					       *state);
	const struct result *r;

	c->scored = false;
	r = result_of(c, *state);
	assert_int_equal(r->methods.applied, 0);
	assert_null(r->methods.results);
	assert_null(r->agreement);
	assert_null(r->sourcing);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(three_methods_agree_on_a_graded_scale),
		TEST(a_method_may_put_another_first),
		TEST(four_methods_apply_where_all_have_something),
		TEST(a_product_of_nothing_but_zeros_says_nothing),
		TEST(nobody_first_has_nobody_agreeing),
		TEST(an_own_method_applies_whatever_it_gives),
		TEST(profiles_are_weighed_by_the_same_method),
		TEST(an_unscored_comparison_has_no_panel),
	};

	return RUN(tests);
}
