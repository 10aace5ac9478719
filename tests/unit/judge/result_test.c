#include "table.h"

#include "judge/result.h"

static void the_tally_runs_as_in_the_article(void **state)
{
	static const double WANT[][2] = { { 1, 0 }, { 2, 0 }, { 2, 1 },
					  { 3, 1 }, { 4, 2 }, { 5, 3 },
					  { 6, 4 }, { 7, 5 }, { 8, 6 },
					  { 8, 6 } };
	const struct result *r =
		result_of(points_from(TALLY_TABLE, *state), *state);

	for (size_t j = 0; j < 10; j++) {
		assert_near(r->tally[2 * j], WANT[j][0]);
		assert_near(r->tally[2 * j + 1], WANT[j][1]);
	}
	assert_near(r->raw_totals[0], 8);
	assert_near(r->raw_totals[1], 6);
	assert_near(r->totals[0], 0.8);
	assert_int_equal(r->leader, 0);
}

static void it_leads_in_seven_eighths_of_all_weightings(void **state)
{
	const struct result *r =
		result_of(points_from(TALLY_TABLE, *state), *state);

	assert_true(fabs(r->robustness[0].first - 7.0 / 8) < 1e-12);
	assert_true(r->robustness_error == 0);
	assert_near(r->sensitivity[2].weight, 0.1);
	assert_near(r->sensitivity[2].switch_weight, 0.25);
	assert_int_equal(r->sensitivity[2].to, 1);
	assert_true(isnan(r->sensitivity[4].switch_weight));
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
	assert_near(r->totals[0] * 3 * 10, 4);
	assert_near(r->totals[1] * 3 * 10, 11);
	assert_int_equal(r->ranks[0], 2);
	assert_int_equal(r->ranks[1], 1);
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
	assert_near(r->totals[0] * 50, 28);
	assert_near(r->totals[1] * 50, 32);
	assert_near(r->totals[2] * 50, 30);
	assert_near(r->sensitivity[1].weight, 0.5);
	assert_near(r->sensitivity[1].switch_weight, 6.0 / 11);
	assert_int_equal(r->sensitivity[1].to, 2);
}

static void switching_weights_are_found_on_either_side(void **state)
{
	struct comparison *c = comparison_from("   p q r s\n"
					       "w1 3 5 7 8 7\n"
					       "w2 4 8 6 8 4\n"
					       "w3 3 4 8 6 6\n",
					       *state);
	const struct result *r;

	for (size_t j = 0; j < 3; j++)
		c->criteria[j].measure.given = true;
	r = result_of(c, *state);
	assert_near(r->totals[0], 0.40);
	assert_near(r->totals[1], 0.70);
	assert_near(r->totals[2], 0.85);
	assert_near(r->totals[3], 0.35);
	assert_true(isnan(r->sensitivity[0].switch_weight));
	assert_near(r->sensitivity[1].switch_weight, 1.0 / 7);
	assert_near(r->sensitivity[2].switch_weight, 6.0 / 13);
	assert_int_equal(r->sensitivity[1].to, 1);
}

static void a_missing_score_takes_its_criterion_out_for_all(void **state)
{
	struct comparison *c = comparison_from("       oak elm\n"
					       "speed  3 8 6\n"
					       "price  1 4 -\n",
					       *state);
	const struct result *r = result_of(c, *state);

	assert_near(r->totals[0], 0.8);
	assert_near(r->totals[1], 0.6);
	assert_false(r->counts[1]);
	assert_near(r->points_available, 3);
}

static void a_missing_score_can_count_as_the_worst(void **state)
{
	struct comparison *c = comparison_from("       oak elm\n"
					       "speed  3 8 6\n"
					       "price  1 4 -\n",
					       *state);
	const struct result *r;

	c->scoring.missing = MISSING_WORST;
	r = result_of(c, *state);
	assert_near(r->totals[0], (3 * 0.8 + 0.4) / 4);
	assert_near(r->totals[1], 3 * 0.6 / 4);
}

static void a_lead_below_the_margin_is_a_close_call(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 6.4 6\n",
					       *state);
	const struct result *r = result_of(c, *state);

	assert_true(r->close);
	assert_int_equal(r->leader, 2);
	assert_int_equal(r->first, 0);
	c->scoring.close = 0.04; /* the margin itself is enough */
	r = result_of(c, *state);
	assert_false(r->close);
	assert_int_equal(r->leader, 0);
}

static void an_option_never_better_is_dominated(void **state)
{
	const struct result *r =
		result_of(comparison_from("  a b c\n"
					  "x 1 5 5 1\n"
					  "y 1 6 5 9\n",
					  *state),
			  *state);

	assert_false(r->dominated[0]);
	assert_true(r->dominated[1]);
	assert_false(r->dominated[2]);
}

static void profiles_weigh_anew(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 3 8 4\n"
					       "y 1 2 9\n",
					       *state);
	struct profile profile = { .id = STR("p"),
				   .weights = (double[]){ 0, 5 } };
	const struct result *r;

	c->profiles = &profile;
	c->profile_count = 1;
	r = result_of(c, *state);
	assert_int_equal(r->leader, 0);
	assert_int_equal(r->profiles[0].leader, 1);
	assert_near(r->profiles[0].totals[1], 0.9);
}

static void nothing_is_judged_without_scores(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 - -\n",
					       *state);

	assert_false(result_of(c, *state)->judged);
	c->scored = false;
	c->criteria[0].scores = NULL;
	assert_false(result_of(c, *state)->judged);
}

/* What result_check() says of the comparison. */
static struct str complaint(const struct comparison *c, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct str text;

	result_check(diags, c, result_of(c, arena));
	text = printed(diags, arena);
	diags_free(diags);
	return text;
}

static void a_wrong_winner_is_shown_beside_the_scores(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 4\n",
					       *state);

	c->criteria[0].winner =
		(struct claimed){ CLAIM_OPTION, 1, { STR("b"), { 0 } } };
	assert_str(complaint(c, *state),
		   "paragone: error: winner \"b\" contradicts the scores: "
		   "\"a\" is best\ntable:2:1: note: the scores are here\n");
	c->criteria[0].winner.claim = CLAIM_TIE;
	assert_true(complaint(c, *state).len > 0);
	c->criteria[0].winner.claim = CLAIM_OPTION;
	c->criteria[0].winner.option = 0;
	assert_str(complaint(c, *state), "");
	c->criteria[0].scores[1].value = 8;
	assert_str(complaint(c, *state),
		   "paragone: error: winner \"b\" contradicts the scores: "
		   "several options are equally good\n"
		   "table:2:1: note: the scores are here\n");
	c->criteria[0].scores[1].value = NAN;
	assert_str(complaint(c, *state),
		   "paragone: error: winner \"b\" cannot be checked: a score "
		   "is missing\ntable:2:1: note: the scores are here\n");
	c->criteria[0].scores[0].value = c->criteria[0].scores[1].value = 0;
	assert_str(complaint(c, *state),
		   "paragone: error: winner \"b\" contradicts the scores: "
		   "nobody scores above the worst\n"
		   "table:2:1: note: the scores are here\n");
}

static void a_wrong_verdict_is_shown_beside_the_totals(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 6\n",
					       *state);

	c->verdict =
		(struct claimed){ CLAIM_OPTION, 1, { STR("b"), { 0 } } };
	assert_str(complaint(c, *state),
		   "paragone: error: verdict \"b\" contradicts the scores: "
		   "\"a\" leads with a total of 0.800 to 0.600\n"
		   "table: note: the scores are here\n");
	c->scoring.close = 0.5;
	assert_str(complaint(c, *state),
		   "paragone: error: verdict \"b\" contradicts the scores: "
		   "\"a\" and \"b\" are too close to call, with totals of "
		   "0.800 and 0.600\ntable: note: the scores are here\n");
	c->verdict.claim = CLAIM_TIE;
	assert_str(complaint(c, *state), "");
	c->scored = false;
	assert_str(complaint(c, *state),
		   "paragone: error: a verdict without scores cannot be "
		   "checked\n  hint: add scores.csv, or remove `verdict`\n");
}

static void missing_scores_and_empty_weights_are_errors(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 -\n"
					       "y 1 8 6\n",
					       *state);
	struct profile profile = { .id = STR("p"),
				   .weights = (double[]){ 0, 0 },
				   .at = { .file = "p.md" } };

	c->scoring.missing = MISSING_ERROR;
	assert_str(complaint(c, *state),
		   "table:2:1: error: b has no score on \"x\"\n"
		   "  hint: scoring.missing is \"error\"\n");
	c->scoring.missing = MISSING_SKIP;
	c->profiles = &profile;
	c->profile_count = 1;
	assert_str(complaint(c, *state),
		   "p.md: error: the weights of profile \"p\" are all zero\n");
	c->criteria[0].weight = c->criteria[1].weight = 0;
	assert_str(complaint(c, *state),
		   "table:2:1: error: the weights of all criteria are zero\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_tally_runs_as_in_the_article),
		TEST(it_leads_in_seven_eighths_of_all_weightings),
		TEST(a_tie_can_be_worth_half),
		TEST(a_plain_weighted_sum_ranks_the_second_first),
		TEST(an_option_that_joins_does_not_reverse_ranks),
		TEST(a_decision_matrix_gives_its_totals),
		TEST(switching_weights_are_found_on_either_side),
		TEST(a_missing_score_takes_its_criterion_out_for_all),
		TEST(a_missing_score_can_count_as_the_worst),
		TEST(a_lead_below_the_margin_is_a_close_call),
		TEST(an_option_never_better_is_dominated),
		TEST(profiles_weigh_anew),
		TEST(nothing_is_judged_without_scores),
		TEST(a_wrong_winner_is_shown_beside_the_scores),
		TEST(a_wrong_verdict_is_shown_beside_the_totals),
		TEST(missing_scores_and_empty_weights_are_errors),
	};

	return RUN(tests);
}
