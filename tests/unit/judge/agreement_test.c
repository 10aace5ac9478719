#include "table.h"

#include "judge/agreement.h"

/* Missing. */
#define X NAN

/*
 * Units in a row: two options by as many criteria as it takes, on a scale of
 * 1 to 5.  `values` is [judge * units + unit].
 */
static struct comparison *units_from(const double *values, size_t judges,
				     size_t units, struct arena *arena)
{
	static const char *const NAMES[] = { "ann", "bob", "eve", "ian" };
	struct comparison *c = comparison_from("   p q\n"
					       "c1 1 - -\n"
					       "c2 1 - -\n"
					       "c3 1 - -\n"
					       "c4 1 - -\n"
					       "c5 1 - -\n"
					       "c6 1 - -\n"
					       "c7 1 - -\n"
					       "c8 1 - -\n",
					       arena);

	c->scoring.min = 1;
	c->scoring.max = 5;
	for (size_t k = 0; k < judges; k++)
		for (size_t u = 0; u < units; u++)
			judged_by(c, NAMES[k], u / 2, u % 2,
				  values[k * units + u], arena);
	return c;
}

static void alpha_is_as_published(void **state)
{
	/*
	 * Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011: case
	 * 7 of the reference cases; four judges, twelve units.
	 */
	static const double VALUES[] = {
		1, 2, 3, 3, 2, 1, 4, 1, 2, X, X, X, /**/
		1, 2, 3, 3, 2, 2, 4, 1, 2, 5, X, 3, /**/
		X, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, X, /**/
		1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, X, /**/
	};
	const struct agreement *a =
		agreement_of(units_from(VALUES, 4, 12, *state), *state);

	assert_int_equal(a->status, ALPHA_DEFINED);
	assert_near(a->alpha, 0.8491);
	assert_int_equal(a->judge_count, 4);
	assert_int_equal(a->paired, 4);
	assert_int_equal(a->units, 11); /* the last one has one value */
}

static void alpha_is_as_in_the_example_of_three_coders(void **state)
{
	/*
	 * Wikipedia, Krippendorff's alpha, "A computational example": 0.811.
	 * By hand: units with two values or more that differ are {3,3,4},
	 * {1,3} and {3,4}, whose 2 m SS / (m - 1) are 2, 8 and 2: Do = 12/26.
	 * The 26 values are seven 1, four 2, ten 3 and five 4: their mean is
	 * 2.5, SS = 30.5, De = 61/25 = 2.44; 1 - 0.46154/2.44 = 0.81085.
	 */
	static const double VALUES[] = {
		X, X, X, X, X, 3, 4, 1, 2, 1, 1, 3, 3, X, 3, /**/
		1, X, 2, 1, 3, 3, 4, 3, X, X, X, X, X, X, X, /**/
		X, X, 2, 1, 3, 4, 4, X, 2, 1, 1, 3, 3, X, 4, /**/
	};
	const struct agreement *a =
		agreement_of(units_from(VALUES, 3, 15, *state), *state);

	assert_true(fabs(a->alpha - 0.810845) < 1e-6);
	assert_int_equal(a->units, 12);
}

/* Nor is one paired who scored with others, but does not count there. */
static void who_scores_alone_agrees_with_nobody(void **state)
{
	static const double VALUES[] = {
		1, 2, 3, X, /**/
		1, 3, X, X, /**/
		X, X, X, 4, /**/
		X, 2, X, X, /**/
	};
	struct comparison *c = units_from(VALUES, 4, 4, *state);
	const struct score *second = &c->criteria[0].scores[1];
	const struct agreement *a = agreement_of(c, *state);

	assert_int_equal(a->judge_count, 4);
	assert_int_equal(a->paired, 3);
	for (size_t e = 0; e < second->evidence_count; e++)
		if (str_equals(second->evidence[e].judge, STR("ian")))
			second->evidence[e].left_out = true;
	a = agreement_of(c, *state);
	assert_int_equal(a->paired, 2);
}

static void alpha_says_why_it_is_undefined(void **state)
{
	static const double ONE[] = { 1, 2, 3, 4 };
	static const double APART[] = { 1, 2, X, X, X, X, 3, 4 };
	static const double ALONE[] = { 1, 2, X, X, X, 4, 3, 4 };
	static const double LEVEL[] = { 3, 3, X, X, 3, 3, 3, 4 };
	const struct agreement *a;

	a = agreement_of(units_from(ONE, 0, 4, *state), *state);
	assert_int_equal(a->status, ALPHA_ONE_JUDGE);
	assert_int_equal(a->judge_count, 0);
	a = agreement_of(units_from(ONE, 1, 4, *state), *state);
	assert_int_equal(a->status, ALPHA_ONE_JUDGE);
	assert_int_equal(a->judge_count, 1);
	assert_true(isnan(a->alpha));
	a = agreement_of(units_from(APART, 2, 4, *state), *state);
	assert_int_equal(a->status, ALPHA_NO_OVERLAP);
	a = agreement_of(units_from(ALONE, 2, 4, *state), *state);
	assert_int_equal(a->status, ALPHA_ONE_SCORE);
	a = agreement_of(units_from(LEVEL, 2, 4, *state), *state);
	assert_int_equal(a->status, ALPHA_NO_VARIATION);
	assert_true(isnan(a->alpha));
}

static void full_agreement_is_one_and_opposition_below_zero(void **state)
{
	static const double SAME[] = { 1, 5, 3, 1, 5, 3 };
	static const double OPPOSED[] = { 1, 5, 1, 5, 5, 1, 5, 1 };

	assert_near(agreement_of(units_from(SAME, 2, 3, *state), *state)->alpha,
		    1);
	assert_true(
		agreement_of(units_from(OPPOSED, 2, 4, *state), *state)->alpha <
		0);
}

static void a_spread_has_range_and_deviation(void **state)
{
	/* 1, 2, 3 and 4: mean 2.5, SS = 5, sqrt(5/3). */
	static const double VALUES[] = { 1, 2, 2, X, 3, X, 4, X };
	const struct agreement *a =
		agreement_of(units_from(VALUES, 4, 2, *state), *state);

	assert_int_equal(a->spreads[0].judges, 4);
	assert_near(a->spreads[0].mean, 2.5);
	assert_near(a->spreads[0].least, 1);
	assert_near(a->spreads[0].most, 4);
	assert_near(a->spreads[0].deviation, sqrt(5.0 / 3));
	assert_int_equal(a->spreads[1].judges, 1);
	assert_near(a->spreads[1].mean, 2);
	assert_true(isnan(a->spreads[1].deviation));
	assert_int_equal(a->spreads[2].judges, 0);
	assert_true(isnan(a->spreads[2].mean));
}

static void the_most_disputed_criteria_come_first(void **state)
{
	/* c1 differs by 1 and 1, c2 by 4 and 0, c3 not, c4 has one judge. */
	static const double VALUES[] = { 1, 2, 1, 3, 4, 4, 5, 5, /**/
					 2, 3, 5, 3, 4, 4, X, X };
	const struct agreement *a =
		agreement_of(units_from(VALUES, 2, 8, *state), *state);

	assert_int_equal(a->disputed_count, 2);
	assert_int_equal(a->disputed[0], 1);
	assert_int_equal(a->disputed[1], 0);
	/* c1: SS = .5 + .5 with freedom 2, on a scale 4 wide. */
	assert_near(a->dispute[0], sqrt(0.5) / 4);
	assert_near(a->dispute[1], sqrt(8.0 / 2) / 4);
	assert_near(a->dispute[2], 0);
	assert_true(isnan(a->dispute[3]));
}

static void measures_of_any_unit_count_alike(void **state)
{
	static const double VALUES[] = { 1, 2, 3, 4, 2, 2, 4, 4 };
	struct comparison *c = units_from(VALUES, 2, 4, *state);
	double before = agreement_of(c, *state)->alpha;

	/* c1 in milliseconds, less being better: 1 is 400 and 5 is 0. */
	measure(c, "c1", true, 0, 400);
	for (size_t i = 0; i < 2; i++)
		for (size_t e = 0; e < c->criteria[0].scores[i].evidence_count;
		     e++) {
			double *value =
				&c->criteria[0].scores[i].evidence[e].value;

			*value = (5 - *value) * 100;
		}
	assert_near(agreement_of(c, *state)->alpha, before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(alpha_is_as_published),
		TEST(alpha_is_as_in_the_example_of_three_coders),
		TEST(who_scores_alone_agrees_with_nobody),
		TEST(alpha_says_why_it_is_undefined),
		TEST(full_agreement_is_one_and_opposition_below_zero),
		TEST(a_spread_has_range_and_deviation),
		TEST(the_most_disputed_criteria_come_first),
		TEST(measures_of_any_unit_count_alike),
	};

	return RUN(tests);
}
