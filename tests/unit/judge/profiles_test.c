#include "table.h"

#include "judge/result.h"

static void a_profile_weighs_anew(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 3 8 4\n"
					       "y 1 2 9\n",
					       *state);
	const struct result *r;

	profile_add(c, "y-only", (double[]){ 0, 5 }, *state);
	profile_add(c, "even", (double[]){ 2, 2 }, *state);
	r = result_of(c, *state);
	assert_int_equal(r->leader, 0);
	assert_int_equal(r->profiles[0].leader, 1);
	assert_near(r->profiles[0].totals[1], 0.9);
	assert_near(r->profiles[0].margin, 0.7);
	assert_int_equal(r->profiles[0].ranks[0], 2);
	assert_near(r->profiles[1].totals[0], 0.5);
	assert_near(r->profiles[1].totals[1], 0.65);
}

static void a_profile_may_be_too_close_to_call(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 4\n"
					       "y 1 5.2 5\n",
					       *state);
	const struct result *r;

	profile_add(c, "y-only", (double[]){ 0, 1 }, *state);
	r = result_of(c, *state);
	assert_false(r->close);
	assert_true(r->profiles[0].close);
	assert_int_equal(r->profiles[0].leader, 2);
}

/* Of what counts, and of what the first was scored on, the less. */
static void a_profile_says_how_much_of_it_is_known(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 4\n"
					       "y 1 - 9\n",
					       *state);
	const struct result *r;

	profile_add(c, "mostly-y", (double[]){ 1, 3 }, *state);
	profile_add(c, "mostly-x", (double[]){ 9, 1 }, *state);
	profile_add(c, "a-fifth-is-y", (double[]){ 4, 1 }, *state);
	r = result_of(c, *state);
	assert_int_equal(r->profiles[0].leader, 0);
	assert_near(r->profiles[0].known, 0.25);
	assert_false(profile_is_known(&r->profiles[0]));
	assert_near(r->profiles[1].known, 0.9);
	assert_true(profile_is_known(&r->profiles[1]));
	assert_false(profile_is_known(&r->profiles[2]));
	assert_true(profiles_are_known(r->profiles + 1, 1));
	assert_false(profiles_are_known(r->profiles, 3));
	c->scoring.missing = MISSING_AVAILABLE;
	r = result_of(c, *state);
	assert_int_equal(r->profiles[0].first, 0);
	assert_near(r->profiles[0].known, 0.25);
	profile_add(c, "y-only", (double[]){ 0, 1 }, *state);
	r = result_of(c, *state);
	assert_int_equal(r->profiles[3].ranked, 1);
	assert_near(r->profiles[3].known, 1);
}

static void points_are_won_by_profile_too(void **state)
{
	struct comparison *c = points_from("  a b\n"
					   "x 1 1 0.5\n"
					   "y 1 1 1\n"
					   "z 1 0.5 1\n",
					   *state);
	const struct result *r;

	profile_add(c, "p", (double[]){ 1, 1, 2 }, *state);
	r = result_of(c, *state);
	assert_near(r->profiles[0].totals[0], 2.0 / 4);
	assert_near(r->profiles[0].totals[1], 3.0 / 4);
}

static void a_profile_of_what_does_not_count_has_no_totals(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "y 1 - 5\n"
					       "x 1 8 4\n",
					       *state);
	const struct result *r;

	profile_add(c, "y-only", (double[]){ 1, 0 }, *state);
	r = result_of(c, *state);
	assert_true(isnan(r->profiles[0].totals[0]));
	assert_int_equal(r->profiles[0].ranks[0], 0);
	assert_int_equal(r->profiles[0].leader, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_profile_weighs_anew),
		TEST(a_profile_says_how_much_of_it_is_known),
		TEST(a_profile_may_be_too_close_to_call),
		TEST(points_are_won_by_profile_too),
		TEST(a_profile_of_what_does_not_count_has_no_totals),
	};

	return RUN(tests);
}
