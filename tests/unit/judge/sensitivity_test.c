#include "table.h"

#include "judge/result.h"
#include "judge/topsis.h"
#include "judge/utility.h"

/* The points of a table, weights as given. */
static const struct switch_point *switches(struct comparison *c,
					   struct arena *arena)
{
	return result_of(c, arena)->sensitivity;
}

static void assert_never(struct switch_point point, size_t option_count)
{
	assert_true(isnan(point.switch_weight));
	assert_int_equal(point.to, option_count);
}

static void syntax_flips_the_tally_above_a_quarter(void **state)
{
	const struct switch_point *s =
		switches(points_from(TALLY_TABLE, *state), *state);

	assert_true(fabs(s[2].weight - 0.1) < 1e-12);
	assert_true(fabs(s[2].switch_weight - 0.25) < 1e-12);
	assert_int_equal(s[2].to, 1);
	assert_never(s[0], 2); /* a is better on it, and on the rest */
	assert_never(s[4], 2); /* a tie: more or less of it changes nothing */
}

static void security_flips_the_decision_matrix(void **state)
{
	struct comparison *c = comparison_from("            base a b\n"
					       "time        3 5 3 1\n"
					       "security    5 1 3 5\n"
					       "operability 2 4 4 1\n",
					       *state);
	const struct switch_point *s;

	c->scoring.max = 5;
	s = switches(c, *state);
	assert_near(s[1].weight, 0.5);
	assert_true(fabs(s[1].switch_weight - 6.0 / 11) < 1e-12);
	assert_int_equal(s[1].to, option_named(c, "b"));
	assert_near(s[1].whole, 0.55); /* away from today's 50 % */
	assert_int_equal(s[1].without, option_named(c, "base"));
	assert_int_equal(s[0].without, option_named(c, "b"));
}

static void switching_weights_are_found_on_either_side(void **state)
{
	struct comparison *c = comparison_from("   p q r s\n"
					       "w1 3 5 7 8 7\n"
					       "w2 4 8 6 8 4\n"
					       "w3 3 4 8 6 6\n",
					       *state);
	const struct switch_point *s;

	measure(c, "w1", false, NAN, NAN);
	measure(c, "w2", false, NAN, NAN);
	measure(c, "w3", false, NAN, NAN);
	s = switches(c, *state);
	assert_never(s[0], 4);
	assert_near(s[1].switch_weight, 1.0 / 7);
	assert_near(s[2].switch_weight, 6.0 / 13);
	assert_int_equal(s[1].to, 1);
	assert_int_equal(s[2].to, 1);
}

static void the_nearer_of_two_switches_is_taken(void **state)
{
	/*
	 * With x weighing t: a = 5, b = 10 t, c = 9 (1 - t) of 10.  From
	 * t = 0.48, b passes a at 0.5 and c does at 4/9 = 0.444.
	 */
	struct comparison *c = comparison_from("  a b  c\n"
					       "x 48 5 10 0\n"
					       "y 52 5 0  9\n",
					       *state);
	const struct switch_point *s = switches(c, *state);

	assert_near(s[0].switch_weight, 0.5);
	assert_int_equal(s[0].to, option_named(c, "b"));
	c->criteria[0].weight = 46;
	c->criteria[1].weight = 54;
	s = switches(c, *state);
	assert_near(s[0].switch_weight, 4.0 / 9);
	assert_int_equal(s[0].to, option_named(c, "c"));
}

static void a_lone_weight_cannot_be_shifted(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 2 8 4\n"
					       "y 0 0 9\n",
					       *state);
	const struct switch_point *s = switches(c, *state);

	assert_near(s[0].weight, 1);
	assert_never(s[0], 2);
	assert_near(s[1].weight, 0); /* but y can gain: 4 (1 - t) = 9 t */
	assert_near(s[1].switch_weight, 4.0 / 13);
}

static void nothing_switches_without_a_first_or_without_counting(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 4\n"
					       "y 1 4 8\n"
					       "z 1 - 8\n",
					       *state);
	const struct switch_point *s = switches(c, *state);

	assert_never(s[0], 2);
	assert_never(s[1], 2);
	assert_never(s[2], 2);
	assert_true(s[2].weight == 0);
}

/* The lead of the first over the best other at weight `t` of row `j`. */
static double lead_at(const struct comparison *c, size_t j, size_t first,
		      double t)
{
	double rest = 0, best = -1, own = 0;

	for (size_t k = 0; k < c->criterion_count; k++)
		rest += k == j ? 0 : c->criteria[k].weight;
	for (size_t i = 0; i < c->option_count; i++) {
		double total = 0;

		for (size_t k = 0; k < c->criterion_count; k++)
			total += c->criteria[k].scores[i].value / 10 *
				 (k == j ? t
					 : (1 - t) * c->criteria[k].weight /
						   rest);
		if (i == first)
			own = total;
		else
			best = fmax(best, total);
	}
	return own - best;
}

static void the_lead_is_lost_at_the_switch_and_not_before(void **state)
{
	struct comparison *c = comparison_from("  a b c d\n"
					       "w 1 1 1 1 1\n"
					       "x 1 1 1 1 1\n"
					       "y 1 1 1 1 1\n"
					       "z 1 1 1 1 1\n",
					       *state);
	size_t found = 0, never = 0;

	srand(7);
	for (int round = 0; round < 100; round++) {
		const struct result *r;

		for (size_t j = 0; j < 4; j++) {
			c->criteria[j].weight = 1 + rand() % 5;
			for (size_t i = 0; i < 4; i++)
				c->criteria[j].scores[i].value = rand() % 11;
		}
		r = result_of(c, *state);
		for (size_t j = 0; j < 4 && r->first < 4; j++) {
			struct switch_point at = r->sensitivity[j];
			double t = at.switch_weight, side;

			if (isnan(t)) {
				never++;
				for (int step = 0; step <= 20; step++)
					assert_true(lead_at(c, j, r->first,
							    step / 20.0) >
						    -1e-9);
				continue;
			}
			found++;
			side = t > at.weight ? 1 : -1;
			assert_true(t >= 0 && t <= 1);
			assert_near(lead_at(c, j, r->first, t), 0);
			assert_true(lead_at(c, j, r->first, t - side * 1e-6) >
				    0);
			assert_true(lead_at(c, j, r->first, t + side * 1e-6) <
				    0);
			/* Nor is it lost as near on the other side. */
			t = fmin(1, fmax(0, 2 * at.weight - t + side * 1e-6));
			assert_true(lead_at(c, j, r->first, t) > -1e-9);
		}
	}
	assert_true(found > 50 && never > 50);
}

static void a_tornado_has_the_margins_without_and_doubled(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 4\n"
					       "y 1 4 6\n"
					       "z 0 0 9\n",
					       *state);
	const struct switch_point *s = switches(c, *state);

	assert_near(s[0].margin_without, -0.2);
	assert_near(s[0].margin_doubled, (0.8 - 0.2) / 3);
	assert_near(s[1].margin_without, 0.4);
	assert_near(s[1].margin_doubled, 0);
	assert_near(s[2].margin_without, 0.1);
	assert_near(s[2].margin_doubled, 0.1);
	c->criteria[1].weight = 0;
	s = switches(c, *state);
	assert_true(isnan(s[0].margin_without));
	assert_near(s[0].margin_doubled, 0.4);
}

static void a_product_switches_where_its_totals_meet(void **state)
{
	/* 8^t 2^(1-t) = 2^t 4^(1-t): 1 + 2 t = 2 - t, at 1/3. */
	struct comparison *c = comparison_from("  a b\n"
					       "x 3 8 2\n"
					       "y 3 2 4\n",
					       *state);
	const struct switch_point *s;

	c->scoring.method = METHOD_WEIGHTED_PRODUCT;
	s = switches(c, *state);
	assert_true(fabs(s[0].switch_weight - 1.0 / 3) < 1e-12);
	assert_true(fabs(s[1].switch_weight - 2.0 / 3) < 1e-12);
}

static void a_veto_waits_for_its_weight(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 4\n"
					       "y 0 0 1\n",
					       *state);
	const struct switch_point *s;

	c->scoring.method = METHOD_WEIGHTED_PRODUCT;
	s = switches(c, *state);
	assert_true(s[1].switch_weight == 0); /* any weight at all */
	assert_int_equal(s[1].to, 1);
	c->criteria[0].scores[1].value = 0;
	c->criteria[1].scores[0].value = 1;
	c->criteria[1].scores[1].value = 9;
	s = switches(c, *state);
	assert_true(isnan(s[1].switch_weight)); /* not while x weighs */
	assert_int_equal(s[1].kind, SWITCH_ALONE);
	assert_int_equal(s[1].to, 1);
	assert_int_equal(s[0].kind, SWITCH_ONLY);
	assert_true(isnan(s[0].margin_without));
}

/* Any weight of y takes all from a; b has nothing already, but y alone. */
static void a_veto_on_both_sides_changes_nothing(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 0\n"
					       "y 0 0 5\n"
					       "z 1 5 5\n",
					       *state);
	const struct switch_point *s;

	c->scoring.method = METHOD_WEIGHTED_PRODUCT;
	s = switches(c, *state);
	assert_int_equal(s[1].kind, SWITCH_ALONE);
	assert_int_equal(s[1].to, 1);
	c->criteria[1].scores[1].value = 0;
	s = switches(c, *state);
	assert_never(s[1], 2);
	assert_int_equal(s[1].kind, SWITCH_LEVEL);
}

static void equals_come_first_together(void **state)
{
	struct comparison *c = comparison_from("  a b c d\n"
					       "x 3 8 4 4 1\n"
					       "y 1 2 9 9 8\n",
					       *state);
	const struct switch_point *s = switches(c, *state);

	assert_int_equal(s[1].kind, SWITCH_OVER);
	assert_int_equal(s[1].to, 4);
	assert_false(s[1].together[0] || s[1].together[3]);
	assert_true(s[1].together[1] && s[1].together[2]);
}

static void in_a_tie_nothing_switches(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 4\n"
					       "y 1 4 8\n",
					       *state);

	assert_int_equal(switches(c, *state)[0].kind, SWITCH_NONE);
}

static void a_veto_that_only_the_ends_lift_hides_no_switch(void **state)
{
	/* Without y, b would lead: 8 to 4.  And c passes a at y's 1/4. */
	struct comparison *c = comparison_from("  a b c\n"
					       "x 1 4 8 8\n"
					       "y 1 8 0 1\n",
					       *state);
	const struct switch_point *s;

	c->scoring.method = METHOD_WEIGHTED_PRODUCT;
	s = switches(c, *state);
	assert_true(fabs(s[1].switch_weight - 0.25) < 1e-12);
	assert_int_equal(s[1].to, option_named(c, "c"));
	assert_true(fabs(s[0].switch_weight - 0.75) < 1e-12);
	assert_int_equal(s[0].to, option_named(c, "c"));
}

static void of_those_that_catch_it_at_once_the_one_ahead_beyond_is_told(
	void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "x 2 8 4 2\n"
					       "y 1 4 8 10\n",
					       *state);
	const struct switch_point *s = switches(c, *state);

	assert_true(fabs(s[1].switch_weight - 0.5) < 1e-12);
	assert_int_equal(s[1].to, option_named(c, "c"));
	assert_true(fabs(s[0].switch_weight - 0.5) < 1e-12);
	assert_int_equal(s[0].to, option_named(c, "c"));
}

static void where_the_leader_has_a_veto_the_best_of_the_others_follows(
	void **state)
{
	struct comparison *c = comparison_from("  a b c d\n"
					       "x 1 9 2 8 7\n"
					       "y 0 0 0 4 5\n",
					       *state);
	const struct switch_point *s;

	c->scoring.method = METHOD_WEIGHTED_PRODUCT;
	s = switches(c, *state);
	assert_true(s[1].switch_weight == 0);
	assert_int_equal(s[1].to, option_named(c, "c"));
}

/* The lead by TOPSIS or product when the row's weight is that of `t`. */
static double lead_by_method(struct comparison *c, size_t j, size_t first,
			     double t, struct arena *arena)
{
	double rest = 0, kept = c->criteria[j].weight, best = -1;
	const bool counts[] = { true, true, true };
	const double *totals;
	struct matrix m;

	for (size_t k = 0; k < c->criterion_count; k++)
		rest += k == j ? 0 : c->criteria[k].weight;
	c->criteria[j].weight = rest * t / (1 - t);
	m = matrix_of(c, c->scoring.method,
		      c->scoring.method == METHOD_TOPSIS
			      ? topsis_all(c, counts, arena)
			      : utility_all(c, arena),
		      counts, arena);
	totals = total_all(&m, m.weights, arena);
	c->criteria[j].weight = kept;
	for (size_t i = 0; i < c->option_count; i++)
		if (i != first)
			best = fmax(best, totals[i]);
	return totals[first] - best;
}

static void other_methods_lose_the_lead_at_the_switch(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 1 1\n"
					       "y 1 1 1\n"
					       "z 1 1 1\n",
					       *state);
	size_t found = 0, never = 0;

	srand(9);
	for (int round = 0; round < 200; round++) {
		const struct result *r;

		c->scoring.method =
			round % 2 ? METHOD_TOPSIS : METHOD_WEIGHTED_PRODUCT;
		for (size_t j = 0; j < 3; j++) {
			c->criteria[j].weight = 1 + rand() % 5;
			for (size_t i = 0; i < 2; i++)
				c->criteria[j].scores[i].value =
					1 + rand() % 10;
		}
		r = result_of(c, *state);
		for (size_t j = 0; j < 3 && r->first < 2; j++) {
			double t = r->sensitivity[j].switch_weight, side;
			double now = r->sensitivity[j].weight;

			if (isnan(t)) {
				never++;
				for (int step = 0; step < 20; step++)
					assert_true(
						lead_by_method(c, j, r->first,
							       step / 20.0,
							       *state) > -1e-9);
				continue;
			}
			found++;
			side = t > now ? 1 : -1;
			assert_true(t > 0 && t < 1);
			assert_true(fabs(lead_by_method(c, j, r->first, t,
							*state)) < 1e-6);
			assert_true(lead_by_method(c, j, r->first,
						   t - side * 1e-5,
						   *state) > 0);
			assert_true(lead_by_method(c, j, r->first,
						   t + side * 1e-5,
						   *state) < 0);
		}
	}
	assert_true(found > 50 && never > 50);
}

/* Lacking it, the leader has no total where it alone counts: no tie. */
static void an_end_where_the_leader_has_no_total_is_no_tie(void **state)
{
	struct comparison *c = comparison_from("   oak elm ash\n"
					       "c1 2 9   6   5\n"
					       "c2 1 6   3   2\n"
					       "c3 3 -   7   8\n",
					       *state);
	const struct switch_point *s;

	c->scoring.missing = MISSING_AVAILABLE;
	s = switches(c, *state);
	assert_int_equal(s[2].kind, SWITCH_ALONE);
	assert_int_equal(s[2].to, option_named(c, "ash"));
	assert_true(isnan(s[2].switch_weight));
	assert_int_equal(s[1].kind, SWITCH_NEVER);
	/* (9 t + 6/4 (1 - t)) / (t + (1 - t)/4) = 5 t + 6.5 (1 - t) */
	assert_int_equal(s[0].kind, SWITCH_OVER);
	assert_near(s[0].switch_weight, (sqrt(177) - 12.75) / 13.5);
}

static void those_that_are_level_at_an_end_are_ahead_there_together(
	void **state)
{
	struct comparison *c = comparison_from("   oak elm ash fir\n"
					       "c1 2 9   6   5   1\n"
					       "c3 3 -   8   8   7\n",
					       *state);
	const struct switch_point *s;

	c->scoring.missing = MISSING_AVAILABLE;
	s = switches(c, *state);
	assert_int_equal(s[1].kind, SWITCH_ALONE);
	assert_int_equal(s[1].to, 4);
	assert_false(s[1].together[0]);
	assert_true(s[1].together[1]);
	assert_true(s[1].together[2]);
	assert_false(s[1].together[3]);
	assert_int_equal(s[0].kind, SWITCH_WITHOUT);
	assert_ptr_not_equal(s[0].together, NULL);
}

/* At a quarter both have 3.6, and oak is ahead on either side of it. */
static void a_lead_that_only_shrinks_to_nothing_is_not_lost(void **state)
{
	struct comparison *c = comparison_from("   oak elm\n"
					       "c1 3 1.2 0\n"
					       "c2 1 6   -\n"
					       "c3 2 -   5.4\n",
					       *state);
	const struct switch_point *s;

	c->scoring.missing = MISSING_AVAILABLE;
	s = switches(c, *state);
	assert_int_equal(s[0].kind, SWITCH_NEVER);
	assert_never(s[0], 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(syntax_flips_the_tally_above_a_quarter),
		TEST(security_flips_the_decision_matrix),
		TEST(switching_weights_are_found_on_either_side),
		TEST(the_nearer_of_two_switches_is_taken),
		TEST(a_lone_weight_cannot_be_shifted),
		TEST(nothing_switches_without_a_first_or_without_counting),
		TEST(the_lead_is_lost_at_the_switch_and_not_before),
		TEST(a_tornado_has_the_margins_without_and_doubled),
		TEST(a_product_switches_where_its_totals_meet),
		TEST(a_veto_waits_for_its_weight),
		TEST(a_veto_on_both_sides_changes_nothing),
		TEST(equals_come_first_together),
		TEST(in_a_tie_nothing_switches),
		TEST(a_veto_that_only_the_ends_lift_hides_no_switch),
		TEST(of_those_that_catch_it_at_once_the_one_ahead_beyond_is_told),
		TEST(where_the_leader_has_a_veto_the_best_of_the_others_follows),
		TEST(other_methods_lose_the_lead_at_the_switch),
		TEST(an_end_where_the_leader_has_no_total_is_no_tie),
		TEST(those_that_are_level_at_an_end_are_ahead_there_together),
		TEST(a_lead_that_only_shrinks_to_nothing_is_not_lost),
	};

	return RUN(tests);
}
