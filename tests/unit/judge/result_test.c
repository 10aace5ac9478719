#include "table.h"

#include "judge/result.h"

static void the_article_gives_eight_points_to_six(void **state)
{
	const struct result *r =
		result_of(points_from(TALLY_TABLE, *state), *state);

	assert_true(r->judged);
	assert_near(r->raw_totals[0], 8);
	assert_near(r->raw_totals[1], 6);
	assert_near(r->points_available, 10);
	assert_near(r->totals[0], 0.8);
	assert_near(r->totals[1], 0.6);
	assert_near(r->margin, 0.2);
	assert_int_equal(r->leader, 0);
	assert_false(r->wins[18]);
	assert_false(r->wins[19]);
}

static void it_leads_in_seven_eighths_of_all_weightings(void **state)
{
	const struct result *r =
		result_of(points_from(TALLY_TABLE, *state), *state);

	assert_true(fabs(r->robustness[0].first - 7.0 / 8) < 1e-12);
	assert_true(fabs(r->robustness[1].first - 1.0 / 8) < 1e-12);
	assert_true(r->robustness_error == 0);
	assert_int_equal(r->robustness_draws, 0);
}

static void a_tie_can_be_worth_half(void **state)
{
	struct comparison *c = points_from("  a b\n"
					   "x 2 1 1\n"
					   "y 1 1 0\n",
					   *state);
	const struct result *r;

	c->scoring.tie = 0.5;
	r = result_of(c, *state);
	assert_near(r->raw_totals[0], 2);
	assert_near(r->raw_totals[1], 1);
	assert_near(r->totals[0], 2.0 / 3);
}

static void a_plain_weighted_sum_ranks_the_second_first(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 1 0\n"
					       "y 1 0 5\n"
					       "z 1 3 6\n",
					       *state);
	const struct result *r = result_of(c, *state);

	/* Raw sums 4 and 11 over three criteria of 0..10. */
	assert_near(r->raw_totals[0] * 3, 4);
	assert_near(r->raw_totals[1] * 3, 11);
	assert_int_equal(r->ranks[0], 2);
	assert_int_equal(r->ranks[1], 1);
}

static void totals_are_put_back_on_the_scale(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 5 1\n"
					       "y 1 4 2\n",
					       *state);
	const struct result *r;

	c->scoring.min = 1;
	c->scoring.max = 5;
	r = result_of(c, *state);
	assert_near(r->raw_totals[0], 4.5);
	assert_near(r->raw_totals[1], 1.5);
}

static void an_option_that_joins_does_not_reverse_ranks(void **state)
{
	struct comparison *two = comparison_from("  a b\n"
						 "x 6 9 6\n"
						 "y 4 5 7\n",
						 *state);
	struct comparison *three = comparison_from("  a b c\n"
						   "x 6 9 6 1\n"
						   "y 4 5 7 8\n",
						   *state);
	const struct result *r = result_of(two, *state);

	assert_near(r->totals[0], 0.74);
	assert_near(r->totals[1], 0.64);
	r = result_of(three, *state);
	assert_near(r->totals[0], 0.74);
	assert_near(r->totals[1], 0.64);
	assert_near(r->totals[2], 0.38);
}

static void stretching_to_the_data_would_reverse_them(void **state)
{
	struct comparison *two = comparison_from("  a b\n"
						 "x 6 9 6\n"
						 "y 4 5 7\n",
						 *state);
	struct comparison *three = comparison_from("  a b c\n"
						   "x 6 9 6 1\n"
						   "y 4 5 7 8\n",
						   *state);
	const struct result *r;

	measure(two, "x", false, NAN, NAN);
	measure(two, "y", false, NAN, NAN);
	r = result_of(two, *state);
	assert_near(r->totals[0], 0.6);
	assert_near(r->totals[1], 0.4);
	measure(three, "x", false, NAN, NAN);
	measure(three, "y", false, NAN, NAN);
	r = result_of(three, *state);
	assert_near(r->totals[0], 0.6);
	assert_near(r->totals[1], 0.6417);
	assert_near(r->totals[2], 0.4);
}

static void a_decision_matrix_gives_its_totals(void **state)
{
	struct comparison *c = comparison_from("            base a b\n"
					       "time        3 5 3 1\n"
					       "security    5 1 3 5\n"
					       "operability 2 4 4 1\n",
					       *state);
	const struct result *r;

	c->scoring.max = 5;
	r = result_of(c, *state);
	assert_near(r->raw_totals[0] * 10, 28);
	assert_near(r->raw_totals[1] * 10, 32);
	assert_near(r->raw_totals[2] * 10, 30);
	assert_int_equal(r->first, 1);
	assert_true(r->close); /* 0.64 to 0.60 */
	assert_int_equal(r->leader, 3);
	assert_int_equal(r->robustness_draws, 20000);
}

static void min_max_utilities_give_the_published_totals(void **state)
{
	struct comparison *c = comparison_from("   p q r s\n"
					       "w1 3 5 7 8 7\n"
					       "w2 4 8 6 8 4\n"
					       "w3 3 4 8 6 6\n",
					       *state);
	const struct result *r;

	measure(c, "w1", false, NAN, NAN);
	measure(c, "w2", false, NAN, NAN);
	measure(c, "w3", false, NAN, NAN);
	r = result_of(c, *state);
	assert_near(r->totals[0], 0.40);
	assert_near(r->totals[1], 0.70);
	assert_near(r->totals[2], 0.85);
	assert_near(r->totals[3], 0.35);
}

static void a_missing_score_can_count_as_the_worst(void **state)
{
	struct comparison *c = comparison_from("       oak elm\n"
					       "speed  3 8 6\n"
					       "price  1 4 -\n",
					       *state);
	const struct result *r = result_of(c, *state);

	assert_false(r->counts[1]);
	assert_near(r->totals[0], 0.8);
	assert_near(r->points_available, 3);
	c->scoring.missing = MISSING_WORST;
	r = result_of(c, *state);
	assert_true(r->counts[1]);
	assert_near(r->totals[0], (3 * 0.8 + 0.4) / 4);
	assert_near(r->totals[1], 3 * 0.6 / 4);
}

static void a_criterion_that_does_not_count_adds_no_points(void **state)
{
	const struct result *r = result_of(points_from("  a b\n"
						       "x 2 1 0\n"
						       "y 9 1 -\n"
						       "z 1 0 1\n",
						       *state),
					   *state);

	assert_near(r->tally[2], 2);
	assert_near(r->tally[3], 0);
	assert_near(r->raw_totals[0], 2);
	assert_near(r->raw_totals[1], 1);
	assert_near(r->points_available, 3);
}

/* All that a page might look at is there. */
static void assert_unjudged(const struct result *r)
{
	assert_false(r->judged);
	assert_int_equal(r->leader, 2);
	assert_int_equal(r->first, 2);
	assert_true(r->margin == 0);
	assert_false(r->close);
	for (size_t i = 0; i < 2; i++) {
		assert_true(isnan(r->totals[i]));
		assert_true(isnan(r->raw_totals[i]));
		assert_int_equal(r->ranks[i], 0);
		assert_int_equal(r->order[i], i);
	}
	assert_null(r->robustness);
	assert_null(r->sensitivity);
	assert_non_null(r->profiles);
}

static void nothing_is_judged_without_scores(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 - -\n",
					       *state);

	profile_add(c, "p", (double[]){ 1 }, *state);
	assert_unjudged(result_of(c, *state));
	c->scored = false;
	c->criteria[0].scores = NULL;
	assert_unjudged(result_of(c, *state));
	c->scoring.method = METHOD_POINTS;
	assert_unjudged(result_of(c, *state));
	c->criterion_count = 0;
	assert_unjudged(result_of(c, *state));
}

static void weights_of_nothing_leave_profiles_standing(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 0 8 6\n",
					       *state);
	const struct result *r;

	profile_add(c, "p", (double[]){ 1 }, *state);
	r = result_of(c, *state);
	assert_unjudged(r);
	assert_near(r->utilities[0], 0.8);
	assert_true(r->wins[0]);
	assert_int_equal(r->profiles[0].leader, 0);
	c->criteria[0].weight = INFINITY;
	assert_unjudged(result_of(c, *state));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_article_gives_eight_points_to_six),
		TEST(it_leads_in_seven_eighths_of_all_weightings),
		TEST(a_tie_can_be_worth_half),
		TEST(a_plain_weighted_sum_ranks_the_second_first),
		TEST(totals_are_put_back_on_the_scale),
		TEST(an_option_that_joins_does_not_reverse_ranks),
		TEST(stretching_to_the_data_would_reverse_them),
		TEST(a_decision_matrix_gives_its_totals),
		TEST(min_max_utilities_give_the_published_totals),
		TEST(a_missing_score_can_count_as_the_worst),
		TEST(a_criterion_that_does_not_count_adds_no_points),
		TEST(nothing_is_judged_without_scores),
		TEST(weights_of_nothing_leave_profiles_standing),
	};

	return RUN(tests);
}
