#include "table.h"

#include "judge/versus.h"

static struct versus held(struct comparison *c, size_t one, size_t other,
			  struct arena *arena)
{
	const struct result *r = result_of(c, arena);
	struct versus_basis *basis = arena_new(arena, struct versus_basis);

	*basis = versus_basis_of(c, r, arena);
	return versus_of(basis, (struct pair){ one, other }, arena);
}

static void a_sum_is_that_of_the_scoreboard(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 3 8 4 9\n"
					       "y 1 2 9 5\n",
					       *state);
	struct versus v = held(c, 0, 1, *state);

	assert_near(v.r->totals[0], 0.65);
	assert_near(v.r->totals[1], 0.525);
	assert_int_equal(v.r->leader, 0);
	assert_near(v.r->margin, 0.125);
	assert_false(v.differs);
	assert_int_equal(v.counted, 2);
	assert_int_equal(v.better[0], 1);
	assert_int_equal(v.better[1], 1);
	/* 3 t against 1 - t: a leads in the weightings where 4 x > 7 y. */
	assert_near(v.r->robustness[0].first, 4.0 / 11);
}

/* On the scoreboard b has the total of a, as they share a rank. */
static void totals_that_are_equal_are_those_of_the_scoreboard(void **state)
{
	struct comparison *c = comparison_from("  a b            c\n"
					       "x 1 8 7.9999999905 4\n",
					       *state);

	assert_false(held(c, 1, 2, *state).differs);
}

static void what_a_third_one_lacks_counts_for_the_two(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 8 4 9\n"
					       "y 1 2 9 -\n",
					       *state);
	struct versus v = held(c, 0, 1, *state);

	assert_near(v.r->totals[0], 0.5);
	assert_near(v.r->totals[1], 0.65);
	assert_true(v.differs);
	assert_true(v.fewer);
}

static void a_range_of_data_is_that_of_all(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 2 3 6\n",
					       *state);
	struct versus v;

	measure(c, "x", false, NAN, NAN);
	v = held(c, 0, 1, *state);
	assert_near(v.r->totals[0], 0);
	assert_near(v.r->totals[1], 0.25);
	assert_false(v.differs);
}

static void the_two_win_points_from_each_other(void **state)
{
	struct comparison *c = points_from("  a b c\n"
					   "x 1 0.5 0 1\n"
					   "y 2 0 0.5 1\n",
					   *state);
	struct versus v = held(c, 0, 1, *state);

	assert_near(v.r->raw_totals[0], 1);
	assert_near(v.r->raw_totals[1], 2);
	assert_true(v.differs);
	assert_false(v.fewer);
}

static void the_ideal_is_that_of_all(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 3 8 4 9\n"
					       "y 1 2 9 5\n",
					       *state);
	const struct result *r;
	struct versus v;

	c->scoring.method = METHOD_TOPSIS;
	r = result_of(c, *state);
	v = held(c, 0, 1, *state);
	assert_near(v.r->totals[0], r->totals[0]);
	assert_near(v.r->totals[1], r->totals[1]);
	assert_false(v.differs);
	assert_true(v.r->robustness_draws > 0);
	assert_near(v.r->robustness[0].first + v.r->robustness[1].first, 1);
}

static void who_is_ruled_out_leaves_the_other(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 8 4 9\n",
					       *state);
	struct versus v;

	c->criteria[0].must = (struct must){ .kind = MUST_AT_MOST, .bound = 5 };
	v = held(c, 0, 1, *state);
	assert_int_equal(v.r->ranked, 1);
	assert_int_equal(v.r->leader, 1);
	assert_near(v.r->totals[0], 0.8);
}

static void without_a_common_criterion_there_is_no_total(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 8 - 9\n"
					       "y 1 - 4 9\n",
					       *state);
	struct versus v = held(c, 0, 1, *state);

	assert_false(v.r->judged);
	assert_int_equal(v.counted, 0);
	assert_int_equal(v.r->ranked, 0);
}

static void a_purpose_is_weighed_for_the_two(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 3 8 4 9\n"
					       "y 1 2 9 9\n",
					       *state);
	struct versus v;

	profile_add(c, "y-only", (double[]){ 0, 1 }, *state);
	v = held(c, 0, 1, *state);
	assert_int_equal(v.r->profiles[0].leader, 1);
	assert_near(v.r->profiles[0].margin, 0.7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_sum_is_that_of_the_scoreboard),
		TEST(totals_that_are_equal_are_those_of_the_scoreboard),
		TEST(what_a_third_one_lacks_counts_for_the_two),
		TEST(a_range_of_data_is_that_of_all),
		TEST(the_two_win_points_from_each_other),
		TEST(the_ideal_is_that_of_all),
		TEST(who_is_ruled_out_leaves_the_other),
		TEST(without_a_common_criterion_there_is_no_total),
		TEST(a_purpose_is_weighed_for_the_two),
	};

	return RUN(tests);
}
