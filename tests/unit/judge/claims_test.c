#include "table.h"

#include "judge/result.h"

/* What result_check() says of the comparison. */
static struct str complaint(const struct comparison *c, struct arena *arena)
{
	struct diags *diags = diags_new();
	struct str text;
	bool ok = result_check(diags, c, result_of(c, arena));

	assert_int_equal(ok, diags_error_count(diags) == 0);
	text = printed(diags, arena);
	diags_free(diags);
	return text;
}

/* The claim in the author's word: an option's id, or the enumerator given. */
static struct claimed said(const struct comparison *c, enum claim claim,
			   const char *word)
{
	return (struct claimed){
		.claim = claim,
		.option = option_named(c, word),
		.as_written = { str_from(word), { "claim.md", 3, 9, 0 } },
	};
}

static void a_true_winner_passes(void **state)
{
	struct comparison *c = comparison_from("    a b c\n"
					       "one 1 8 4 8.1\n"
					       "tie 1 8 8 4\n"
					       "nil 1 0 0 0\n"
					       "gap .5 - 8 4\n",
					       *state);

	c->criteria[0].winner = said(c, CLAIM_OPTION, "c");
	c->criteria[1].winner = said(c, CLAIM_TIE, "tie");
	c->criteria[2].winner = said(c, CLAIM_NOBODY, "none");
	c->criteria[3].winner = said(c, CLAIM_NOBODY, "none");
	assert_str(complaint(c, *state), "");
}

static void a_wrong_winner_is_shown_beside_the_best(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 4\n",
					       *state);

	c->criteria[0].winner = said(c, CLAIM_OPTION, "b");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: winner \"b\" contradicts the scores: "
		   "the best is \"a\"\n"
		   "table:2:1: note: the scores are here\n");
	c->criteria[0].winner = said(c, CLAIM_TIE, "tie");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: winner \"tie\" contradicts the "
		   "scores: the best is \"a\"\n"
		   "table:2:1: note: the scores are here\n");
	c->criteria[0].winner = said(c, CLAIM_NOBODY, "none");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: winner \"none\" contradicts the "
		   "scores: the best is \"a\"\n"
		   "table:2:1: note: the scores are here\n");
}

static void a_winner_among_equals_is_wrong(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 8\n",
					       *state);

	c->criteria[0].winner = said(c, CLAIM_OPTION, "b");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: winner \"b\" contradicts the scores: "
		   "several options are equally good\n"
		   "table:2:1: note: the scores are here\n");
}

static void a_winner_among_the_worst_is_wrong(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 0 0\n",
					       *state);

	c->criteria[0].winner = said(c, CLAIM_TIE, "tie");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: winner \"tie\" contradicts the "
		   "scores: nobody scores above the worst\n"
		   "table:2:1: note: the scores are here\n");
}

static void a_winner_needs_all_scores(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 -\n"
					       "y 1 8 4\n",
					       *state);

	c->criteria[0].winner = said(c, CLAIM_OPTION, "a");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: winner \"a\" cannot be checked: \"b\" "
		   "has no score on \"x\"\n"
		   "table:2:1: note: the scores are here\n");
	c->scoring.missing = MISSING_WORST;
	assert_str(complaint(c, *state), "");
}

static void claims_without_scores_cannot_be_checked(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 0 8 4\n",
					       *state);

	c->scored = false;
	c->criteria[0].scores = NULL;
	assert_str(complaint(c, *state), "");
	c->criteria[0].winner = said(c, CLAIM_OPTION, "a");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: winner \"a\" cannot be checked "
		   "without scores\n"
		   "  hint: add scores.csv, or remove `winner`\n");
	c->criteria[0].winner = said(c, CLAIM_NONE_MADE, "");
	c->verdict = said(c, CLAIM_TIE, "both");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: verdict \"both\" cannot be checked "
		   "without scores\n"
		   "  hint: add scores.csv, or remove `verdict`\n");
}

static void a_true_verdict_passes(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 6\n",
					       *state);

	c->verdict = said(c, CLAIM_OPTION, "a");
	assert_str(complaint(c, *state), "");
	c->scoring.close = 0.5;
	c->verdict = said(c, CLAIM_TIE, "both");
	assert_str(complaint(c, *state), "");
	c->verdict = said(c, CLAIM_NOBODY, "none");
	assert_str(complaint(c, *state), "");
}

static void a_wrong_verdict_is_shown_beside_the_totals(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 8 6 1\n",
					       *state);

	c->verdict = said(c, CLAIM_OPTION, "c");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: verdict \"c\" contradicts the scores: "
		   "\"a\" leads with a total of 0.800 to 0.100\n"
		   "table: note: the scores are here\n");
	c->verdict = said(c, CLAIM_TIE, "both");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: verdict \"both\" contradicts the "
		   "scores: \"a\" leads with a total of 0.800 to 0.600\n"
		   "table: note: the scores are here\n");
	c->verdict = said(c, CLAIM_NOBODY, "none");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: verdict \"none\" contradicts the "
		   "scores: \"a\" leads with a total of 0.800 to 0.600\n"
		   "table: note: the scores are here\n");
}

static void a_verdict_in_a_close_call_is_wrong(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 7.9\n",
					       *state);

	c->verdict = said(c, CLAIM_OPTION, "a");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: verdict \"a\" contradicts the scores: "
		   "\"a\" and \"b\" are too close to call, with totals of "
		   "0.800 and 0.790\ntable: note: the scores are here\n");
	c->criteria[0].scores[1].value = 8;
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: verdict \"a\" contradicts the scores: "
		   "\"a\" and \"b\" share the lead, with totals of 0.800 and "
		   "0.800\ntable: note: the scores are here\n");
}

static void a_verdict_needs_a_criterion_that_counts(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 -\n",
					       *state);

	c->verdict = said(c, CLAIM_OPTION, "a");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: verdict \"a\" cannot be checked: no "
		   "criterion counts\ntable: note: the scores are here\n");
	c->verdict = said(c, CLAIM_NOBODY, "none");
	c->scoring.missing = MISSING_ERROR;
	c->criteria[0].scores[1].value = 3;
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: verdict \"none\" contradicts the "
		   "scores: \"a\" leads with a total of 0.800 to 0.300\n"
		   "table: note: the scores are here\n");
}

static void missing_scores_are_errors_when_asked(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 -\n"
					       "y 1 - 6\n",
					       *state);

	c->criteria[1].at = (struct place){ "y.md", 1, 1, 0 };
	c->criteria[1].scores[0].evidence_count = 0; /* no row at all */
	c->scoring.missing = MISSING_WORST;
	assert_str(complaint(c, *state), "");
	c->scoring.missing = MISSING_ERROR;
	assert_str(complaint(c, *state),
		   "table:2:1: error: \"b\" has no score on \"x\"\n"
		   "  hint: scoring.missing is \"error\"\n"
		   "y.md:1:1: error: \"a\" has no score on \"y\"\n"
		   "  hint: scoring.missing is \"error\"\n");
	/* Nor is there anything wrong where all is scored. */
	c->criteria[0].scores[1].value = 3;
	c->criteria[1].scores[0].value = 4;
	assert_str(complaint(c, *state), "");
}

static void weights_that_cannot_be_added_up_are_errors(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 0 8 6\n"
					       "y 0 8 6\n",
					       *state);

	c->verdict = said(c, CLAIM_OPTION, "a");
	profile_add(c, "p", (double[]){ 0, 0 }, *state)->weights_at.line = 3;
	assert_str(complaint(c, *state),
		   "profile.md:3:0: error: the weights of profile \"p\" are "
		   "all zero\n"
		   "  hint: give a criterion a weight above 0; one that is not "
		   "named has none\n"
		   "table:2:1: error: the weights of all criteria are zero\n"
		   "  hint: give one a weight above 0; without `weight` it has "
		   "1\n");
	c->profiles[0].weights_at.line = 0;
	c->criteria[0].weight = c->criteria[1].weight = 1.5e308;
	c->profiles[0].weights = (double[]){ 1.5e308, 1.5e308 };
	assert_str(complaint(c, *state),
		   "profile.md: error: the weights of profile \"p\" add up to "
		   "more than a number can hold\n"
		   "table:2:1: error: the weights of all criteria add up to "
		   "more than a number can hold\n");
}

static void a_decision_against_the_scores_needs_a_reason(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 8 6 5\n",
					       *state);

	c->decision = (struct decision){ .given = true };
	assert_str(complaint(c, *state), "");
	c->decision.chosen = said(c, CLAIM_OPTION, "a");
	assert_str(complaint(c, *state), "");
	c->decision.chosen = said(c, CLAIM_OPTION, "b");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: \"b\" is chosen, and the scores say "
		   "otherwise: \"a\" leads with a total of 0.800 to 0.600\n"
		   "table: note: the scores are here\n"
		   "  hint: give the reason as `because`\n");
	c->decision.because.html = STR("It is near.");
	assert_str(complaint(c, *state), "");
}

static void a_decision_where_nobody_leads_needs_none(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 8 8 5\n",
					       *state);

	c->decision.chosen = said(c, CLAIM_OPTION, "c");
	assert_str(complaint(c, *state), "");
	c->criteria[0].scores[1].value = 7.9;
	assert_str(complaint(c, *state), "");
	c->scored = false;
	assert_str(complaint(c, *state), "");
}

static void a_decision_for_what_a_must_rules_out_needs_a_reason(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 4\n"
					       "y 1 8 4\n",
					       *state);

	c->criteria[1].must = (struct must){
		.kind = MUST_BELOW,
		.bound = 5,
		.as_written = { STR("< 5"), table_place(3) },
	};
	c->decision.chosen = said(c, CLAIM_OPTION, "a");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: \"a\" is chosen, and the must of "
		   "\"y\" rules it out\n"
		   "table:3:1: note: the must is here\n"
		   "  hint: give the reason as `because`\n");
	c->decision.because.html = STR("It is near.");
	assert_str(complaint(c, *state), "");
	c->decision = (struct decision){ .chosen = said(c, CLAIM_OPTION, "b") };
	assert_str(complaint(c, *state), "");
}

static void a_decision_for_what_has_no_rank_is_against_the_leader(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 8 6 9\n"
					       "y 1 8 6 -\n",
					       *state);

	c->scoring.missing = MISSING_AVAILABLE;
	c->scoring.min_coverage = 0.8;
	c->decision.chosen = said(c, CLAIM_OPTION, "c");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: \"c\" is chosen, and the scores say "
		   "otherwise: \"a\" leads, and \"c\" has no rank\n"
		   "table: note: the scores are here\n"
		   "  hint: give the reason as `because`\n");
}

static void a_verdict_for_what_a_must_rules_out_is_wrong(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 3 6 9\n"
					       "y 1 6 2\n",
					       *state);

	c->criteria[1].must =
		(struct must){ .kind = MUST_AT_LEAST, .bound = 5 };
	c->verdict = said(c, CLAIM_OPTION, "b");
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: verdict \"b\" contradicts the "
		   "scores: \"a\" leads, and \"b\" has no rank\n"
		   "table: note: the scores are here\n");
	c->criteria[1].must.bound = 7;
	assert_str(complaint(c, *state),
		   "claim.md:3:9: error: verdict \"b\" contradicts the "
		   "scores: no option is left in the running\n"
		   "table: note: the scores are here\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_true_winner_passes),
		TEST(a_wrong_winner_is_shown_beside_the_best),
		TEST(a_winner_among_equals_is_wrong),
		TEST(a_winner_among_the_worst_is_wrong),
		TEST(a_winner_needs_all_scores),
		TEST(claims_without_scores_cannot_be_checked),
		TEST(a_true_verdict_passes),
		TEST(a_verdict_for_what_a_must_rules_out_is_wrong),
		TEST(a_wrong_verdict_is_shown_beside_the_totals),
		TEST(a_verdict_in_a_close_call_is_wrong),
		TEST(a_verdict_needs_a_criterion_that_counts),
		TEST(a_decision_against_the_scores_needs_a_reason),
		TEST(a_decision_where_nobody_leads_needs_none),
		TEST(a_decision_for_what_a_must_rules_out_needs_a_reason),
		TEST(a_decision_for_what_has_no_rank_is_against_the_leader),
		TEST(missing_scores_are_errors_when_asked),
		TEST(weights_that_cannot_be_added_up_are_errors),
	};

	return RUN(tests);
}
