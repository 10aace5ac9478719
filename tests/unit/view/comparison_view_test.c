#include "judged.h"

#include "view/comparison_view.h"
#include "view/criterion_view.h"
#include "view/option_view.h"
#include "view/result_view.h"

static void a_winner_by_little_that_is_known_is_said_so(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 9 4\n"
					       "y 3 - 5\n",
					       *state);
	struct subject s;

	profile_add(c, "as-they-are", (double[]){ 1, 3 }, *state);
	s = subject_in(c, *state);
	assert_str(profile_sentence(&s, &s.r->profiles[0]),
		   "a leads, 9.00 to 4.00 (judged on only 25% of the weights)");
	assert_str(profiles_sentence(&s), "");
	c->scoring.missing = MISSING_AVAILABLE;
	s = subject_in(c, *state);
	assert_str(profile_sentence(&s, &s.r->profiles[0]),
		   "a leads, 9.00 to 4.75 (judged on only 25% of the weights)");
	assert_str(profiles_sentence(&s), "");
	assert_member(result_view(&s), "missing_sentence",
		      "Where a score is missing, an option's total is its mean "
		      "over what it was scored on. a was scored on only 25% of "
		      "the weights.");
	c->criteria[1].weight = 0.1;
	c->profiles[0].weights = (double[]){ 9, 1 };
	s = subject_in(c, *state);
	assert_str(profile_sentence(&s, &s.r->profiles[0]),
		   "a leads, 9.00 to 4.10");
	assert_true(profiles_sentence(&s).len > 0);
}

static void the_headline_says_who_leads_and_by_how_much(void **state)
{
	struct subject s = subject_in(points_from(TALLY_TABLE, *state), *state);
	const struct value *result = result_view(&s);

	assert_str(result_headline(&s), "a leads with 8 of 10 points");
	assert_member(result, "detail", "It is ahead of b by 2 points.");
	assert_member(result, "margin", "2 points");
	assert_member(result, "has_leader", "true");
	assert_member(result, "is_tie", "false");
	assert_member(result, "leader.name", "a");
	assert_member(result, "leader.url", "\xFFtrees/options/a/index.html");
	assert_member(result, "leader.total", "8");
	assert_member(result, "method", "Points");
	assert_member(result, "counting_sentence", "All 10 criteria count");
	assert_member(result, "missing_sentence", "(null)");
	assert_member(result, "robustness_sentence",
		      "a comes first in 87.5% of all weightings.");
	assert_member(result, "verdict", "(null)");
}

/* Nearly all of the weight is not all, which nothing but one criterion has. */
static void a_switch_near_all_of_the_weight_is_said_so(void **state)
{
	struct subject s = subject_in(comparison_from("  a  b\n"
						      "x 1 5  5.00001\n"
						      "y 1 10 0\n",
						      *state),
				      *state);
	const struct value *result = result_view(&s);

	assert_member(result, "sensitivity.0.switch_weight", "over 99.999%");
	assert_member(result, "sensitivity.0.to", "b");
	s = subject_in(comparison_from("  a b\nx 1 8 6\n", *state), *state);
	assert_member(result_view(&s), "sensitivity.0.weight", "100%");
}

static void one_point_ahead_is_said_as_one(void **state)
{
	struct subject s = subject_in(points_from("  a b\n"
						  "x 1 1 0\n"
						  "y 1 1 1\n",
						  *state),
				      *state);

	assert_member(result_view(&s), "detail",
		      "It is ahead of b by 1 point.");
	assert_member(
		result_view(&s), "dominated_sentence",
		"b is dominated: another option is at least as good on "
		"every criterion that counts, and better on at least one.");
}

static void options_that_come_first_alike_are_named_together(void **state)
{
	struct subject s = subject_in(points_from("  a b\n"
						  "x 1 1 0\n"
						  "y 1 0 1\n",
						  *state),
				      *state);

	assert_member(result_view(&s), "robustness_sentence",
		      "a and b come first in 50% of all weightings each.");
	s = subject_in(points_from("  a b\n"
				   "x 1 1 1\n"
				   "y 1 1 1\n",
				   *state),
		       *state);
	assert_member(result_view(&s), "robustness_sentence",
		      "a and b are equal whatever the weights.");
}

static void a_close_lead_is_no_win(void **state)
{
	struct subject s = subject_in(comparison_from("  a   b\n"
						      "x 1 8.0 7.8\n",
						      *state),
				      *state);
	const struct value *result = result_view(&s);

	assert_str(result_headline(&s),
		   "Too close to call: a is just ahead with 8.00 of 10");
	assert_member(result, "is_close", "true");
	assert_member(result, "has_leader", "false");
	assert_int_equal(value_find(result, STR("leader"))->kind, VALUE_NULL);
	assert_member(result, "detail",
		      "a is ahead of b by 2% of the scale; below "
		      "5% of the scale no winner is announced.");
}

static void equals_share_a_tie(void **state)
{
	struct subject s = subject_in(comparison_from("  a b c\n"
						      "x 1 8 2 8\n",
						      *state),
				      *state);

	assert_str(result_headline(&s), "A tie: a and c have 8.00 of 10 each");
	assert_member(result_view(&s), "is_tie", "true");
	assert_member(result_view(&s), "margin", "(null)");
	assert_member(result_view(&s), "detail", "Their totals are equal.");
}

static void what_is_not_judged_has_no_result(void **state)
{
	struct subject s =
		subject_in(comparison_from("  a b\nx 1 - 4\n", *state), *state);

	assert_str(result_headline(&s), "");
	assert_int_equal(result_view(&s)->kind, VALUE_NULL);
}

static void a_verdict_is_the_authors(void **state)
{
	struct comparison *c = points_from(TALLY_TABLE, *state);
	struct subject s = subject_in(c, *state);

	c->verdict.claim = CLAIM_OPTION;
	c->verdict.option = 1;
	assert_member(result_view(&s), "verdict", "The authors recommend b.");
	c->verdict.claim = CLAIM_TIE;
	assert_member(result_view(&s), "verdict",
		      "The authors recommend neither over the other: both "
		      "have their place.");
	c->verdict.claim = CLAIM_NOBODY;
	assert_member(result_view(&s), "verdict",
		      "The authors recommend neither over the other.");
}

static void of_three_neither_and_both_are_not_said(void **state)
{
	struct comparison *c = comparison_from("  a b c\nx 1 6 6 6\n", *state);
	struct subject s = subject_in(c, *state);

	c->verdict.claim = CLAIM_TIE;
	assert_member(result_view(&s), "verdict",
		      "The authors recommend no single option: several have "
		      "their place.");
	c->verdict.claim = CLAIM_NOBODY;
	assert_member(result_view(&s), "verdict",
		      "The authors recommend none over the others.");
}

static void a_criterion_that_does_not_count_says_why(void **state)
{
	struct subject s = subject_in(comparison_from("  a b c\n"
						      "x 1 8 2 1\n"
						      "y 1 - 2 -\n"
						      "z 1 - - -\n",
						      *state),
				      *state);
	const struct value *result = result_view(&s);

	assert_str(not_counting_reason(&s, 1), "no score for a and c");
	assert_str(not_counting_reason(&s, 2), "no option is scored");
	assert_member(result, "counting_sentence", "1 of 3 criteria counts");
	assert_member(
		result, "missing_sentence",
		"2 criteria, with 66.7% of all weights, have a score "
		"missing and count for no option. Another way would be to "
		"judge each option by what it was scored on.");
	assert_member(result, "skipped.0.title", "y");
	assert_member(result, "skipped.1.url", "\xFFtrees/z/index.html");
	assert_member(result, "skipped.1.reason", "no option is scored");
}

/* Nearly all of the weights is not all of them. */
static void what_is_skipped_is_told_as_exactly_as_it_takes(void **state)
{
	struct subject s = subject_in(comparison_from("  a b\n"
						      "x 1 8 2\n"
						      "y 9999 - 2\n",
						      *state),
				      *state);
	struct str said = member(result_view(&s), "missing_sentence");

	assert_true(str_find_str(said, STR("99.99% of all weights")) <
		    said.len);
}

static void a_criterion_names_its_winners(void **state)
{
	struct subject s = subject_in(comparison_from("  a b c\n"
						      "x 1 8 2 1\n"
						      "y 1 4 2 4\n"
						      "z 1 3 3 3\n"
						      "u 1 - - -\n",
						      *state),
				      *state);

	assert_str(winner_sentence(&s, 0), "a wins");
	assert_str(winner_sentence(&s, 1), "a and c share the win");
	assert_str(winner_sentence(&s, 2), "A tie");
	assert_str(winner_sentence(&s, 3), "not scored");
	assert_int_equal(criterion_winner(&s, 0), 0);
	assert_int_equal(criterion_winner(&s, 1), 3);
	assert_int_equal(criterion_winner(&s, 3), 3);
}

static void the_tally_is_a_sentence(void **state)
{
	struct subject s = subject_in(points_from(TALLY_TABLE, *state), *state);

	assert_str(tally_sentence(&s, 0), "a 1 and b 0");
	assert_str(tally_sentence(&s, 9), "a 8 and b 6");
	s = subject_in(comparison_from("  a b\nx 1 8 2\n", *state), *state);
	assert_str(tally_sentence(&s, 0), "");
}

static void a_criterion_has_its_scores_and_its_share(void **state)
{
	struct comparison *c = comparison_from("       oak elm\n"
					       "speed 3  8   6\n"
					       "price 1  4   3\n",
					       *state);
	const struct value *v;
	struct subject s;

	measure(c, "price", true, 0, 10);
	c->criteria[1].measure.unit.str = STR("$");
	s = subject_in(c, *state);
	v = criterion_view(&s, 1);
	assert_member(v, "number", "2");
	assert_member(v, "weight", "1");
	assert_member(v, "weight_share", "25.0%");
	assert_member(v, "weight_percent", "25");
	assert_member(v, "counts", "true");
	assert_member(v, "not_counting", "(null)");
	assert_member(v, "unit", "$");
	assert_member(v, "direction", "lower is better");
	assert_member(v, "winner", "elm");
	assert_member(v, "winner_class", "s2");
	assert_member(v, "scores.0.value", "4\u00A0$");
	assert_member(v, "scores.0.percent", "60");
	assert_member(v, "scores.0.is_winner", "false");
	assert_member(v, "scores.1.is_winner", "true");
	assert_member(v, "scores.1.points", "(null)");
	assert_member(criterion_view(&s, 0), "direction", "(null)");
}

static void judges_who_differ_have_a_spread(void **state)
{
	struct comparison *c = comparison_from("  a b\nx 1 7 5\n", *state);
	struct score *score = &c->criteria[0].scores[0];
	struct subject s = subject_in(c, *state);
	struct evidence *e;

	assert_member(criterion_view(&s, 0), "scores.0.spread", "(null)");
	score->evidence[0].value = 6;
	e = arena_push(s.arena, score->evidence, score->evidence_count);
	e->value = 8;
	assert_member(criterion_view(&s, 0), "scores.0.spread",
		      "6 to 8 by 2 judges");
	e->value = 6;
	assert_member(criterion_view(&s, 0), "scores.0.spread",
		      "6 by both judges");
	e->value = NAN;
	assert_member(criterion_view(&s, 0), "scores.0.spread", "(null)");
}

static void an_option_has_its_place_and_its_wins(void **state)
{
	struct subject s = subject_in(points_from(TALLY_TABLE, *state), *state);
	const struct value *a = option_view(&s, 0), *b = option_view(&s, 1);

	assert_member(a, "url", "\xFFtrees/options/a/index.html");
	assert_member(a, "class", "s1");
	assert_member(a, "rank", "1");
	assert_member(a, "total_sentence", "8 of 10 points");
	assert_member(a, "percent", "80");
	assert_member(a, "is_leader", "true");
	assert_member(a, "wins_sentence",
		      "wins 3 of 10 criteria alone and shares 5");
	assert_member(a, "robustness", "87.5%");
	assert_member(b, "rank", "2");
	assert_member(b, "is_leader", "false");
	assert_member(b, "wins", "1");
	assert_member(b, "robustness_percent", "13");
}

/* The end of a sentence is looked for before the end of a word. */
static void a_long_text_is_introduced_by_its_first_words(void **state)
{
	struct comparison *c = points_from(TALLY_TABLE, *state);
	struct subject s = subject_in(c, *state);
	struct prose *body = &c->options[0].body;
	struct str words = arena_printf(*state, "%0170d longest of words", 0);

	body->plain = STR("Short.");
	assert_member(option_view(&s, 0), "intro", "Short.");
	body->plain = arena_printf(*state, "%099d. It is. X%0200d", 0, 0);
	assert_int_equal(member(option_view(&s, 0), "intro").len, 107);
	body->plain = arena_printf(*state, "%099d. Like Dr. X%0200d", 0, 0);
	assert_int_equal(member(option_view(&s, 0), "intro").len, 100);
	body->plain = arena_printf(*state, "%099d. In ca. 2 s X%0200d", 0, 0);
	assert_int_equal(member(option_view(&s, 0), "intro").len, 100);
	body->plain = words;
	assert_str(member(option_view(&s, 0), "intro"),
		   arena_printf(*state, "%0170d longest\u2026", 0).ptr);
}

static void a_comparison_counts_what_it_has(void **state)
{
	struct comparison *c = points_from(TALLY_TABLE, *state);
	struct subject s = subject_in(c, *state);
	const struct value *v;

	c->date = c->updated =
		(struct date){ .year = 2026, .month = 3, .day = 1 };
	v = comparison_view(&s);
	assert_member(v, "option_count", "2 options");
	assert_member(v, "criterion_count", "10 criteria");
	assert_member(v, "source_count", "0 sources");
	assert_member(v, "column_count", "5");
	assert_member(v, "is_pair", "true");
	assert_member(v, "is_judged", "true");
	assert_member(v, "has_groups", "false");
	assert_member(v, "date", "1 March 2026");
	assert_member(v, "updated", "(null)");
	assert_member(v, "author_line", "(null)");
	assert_member(v, "ranking.0.name", "a");
	assert_member(v, "badge_url", "\xFFtrees/badge.svg");
	assert_member(v, "cover_url", "(null)");
}

/* One has it: the others are said not to have it.  None has: nothing is said. */
static void what_one_option_gives_is_asked_of_the_others(void **state)
{
	static const char *const LISTS[] = { "gives.features", "gives.pros",
					     "gives.cons", "gives.best_for" };
	struct prose item = { .html = STR_INIT("Big") };

	for (size_t has = 0; has < 5; has++) {
		struct comparison *c =
			comparison_from("  a b c\nx 1 1 2 3\n", *state);
		struct option *o = &c->options[has % 3];
		struct prose_list *lists[] = { &o->features, &o->pros, &o->cons,
					       &o->best_for };
		struct subject s = subject_in(c, *state);
		const struct value *v;

		if (has < 4)
			*lists[has] = (struct prose_list){ &item, 1 };
		v = comparison_view(&s);
		for (size_t k = 0; k < 4; k++)
			assert_member(v, LISTS[k], k == has ? "true" : "false");
	}
}

static void bars_stand_best_first(void **state)
{
	struct subject s = subject_in(comparison_from("  a b c\n"
						      "x 1 2 8 5\n",
						      *state),
				      *state);
	const struct value *bars = bars_view(&s, 2);

	assert_int_equal(bars->as.list.count, 2);
	assert_member(bars, "0.name", "b");
	assert_member(bars, "0.value", "8.00");
	assert_member(bars, "0.percent", "80");
	assert_member(bars, "0.class", "s2");
	assert_member(bars, "0.is_leader", "true");
	assert_member(bars, "1.name", "c");
	assert_member(bars, "1.is_leader", "false");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_headline_says_who_leads_and_by_how_much),
		TEST(a_winner_by_little_that_is_known_is_said_so),
		TEST(a_switch_near_all_of_the_weight_is_said_so),
		TEST(one_point_ahead_is_said_as_one),
		TEST(options_that_come_first_alike_are_named_together),
		TEST(a_close_lead_is_no_win),
		TEST(equals_share_a_tie),
		TEST(what_is_not_judged_has_no_result),
		TEST(a_verdict_is_the_authors),
		TEST(of_three_neither_and_both_are_not_said),
		TEST(a_criterion_that_does_not_count_says_why),
		TEST(what_is_skipped_is_told_as_exactly_as_it_takes),
		TEST(a_criterion_names_its_winners),
		TEST(the_tally_is_a_sentence),
		TEST(a_criterion_has_its_scores_and_its_share),
		TEST(judges_who_differ_have_a_spread),
		TEST(an_option_has_its_place_and_its_wins),
		TEST(a_long_text_is_introduced_by_its_first_words),
		TEST(a_comparison_counts_what_it_has),
		TEST(what_one_option_gives_is_asked_of_the_others),
		TEST(bars_stand_best_first),
	};

	return RUN(tests);
}
