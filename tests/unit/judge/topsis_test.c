#include "table.h"

#include "judge/result.h"

static struct comparison *topsis_from(const char *table, struct arena *arena)
{
	struct comparison *c = comparison_from(table, arena);

	c->scoring.method = METHOD_TOPSIS;
	return c;
}

static void the_published_closeness_is_found(void **state)
{
	/*
	 * Tzeng & Huang, Multiple Attribute Decision Making, 2011: case 4 of
	 * the reference cases.
	 */
	const struct result *r = result_of(topsis_from("   p q r s\n"
						       "w1 3 5 7 8 7\n"
						       "w2 4 8 6 8 4\n"
						       "w3 3 4 8 6 6\n",
						       *state),
					   *state);

	assert_near(r->totals[0], 0.5037);
	assert_near(r->totals[1], 0.6581);
	assert_near(r->totals[2], 0.7482);
	assert_near(r->totals[3], 0.3340);
	assert_int_equal(r->leader, 2);
	assert_near(r->margin, r->totals[2] - r->totals[1]);
}

/*
 * Hwang & Yoon, Multiple Attribute Decision Making, 1981: four fighter
 * aircraft by speed, range, payload, cost, reliability, manoeuvrability.
 */
static struct comparison *aircraft(struct arena *arena)
{
	struct comparison *c = topsis_from("         a1    a2    a3    a4\n"
					   "speed 2  2.0   2.5   1.8   2.2\n"
					   "range 1  1500  2700  2000  1800\n"
					   "load  1  20000 18000 21000 20000\n"
					   "cost  1  5.5   6.5   4.5   5.0\n"
					   "trust 2  5     3     7     5\n"
					   "agile 3  9     5     7     5\n",
					   arena);

	measure(c, "range", false, NAN, NAN);
	measure(c, "load", false, NAN, NAN);
	measure(c, "cost", true, NAN, NAN);
	return c;
}

static void lower_is_better_where_the_measure_says_so(void **state)
{
	const struct result *r = result_of(aircraft(*state), *state);

	assert_true(fabs(r->totals[0] - 0.643) < 5e-4);
	assert_true(fabs(r->totals[1] - 0.268) < 5e-4);
	assert_true(fabs(r->totals[2] - 0.613) < 1e-3);
	assert_true(fabs(r->totals[3] - 0.312) < 5e-4);
}

static void neither_units_nor_large_numbers_matter(void **state)
{
	struct comparison *c = aircraft(*state);
	const struct result *before = result_of(c, *state), *r;

	for (size_t i = 0; i < 4; i++) {
		c->criteria[1].scores[i].value *= 1e300;
		c->criteria[3].scores[i].value *= 1e-300;
	}
	for (size_t j = 0; j < 6; j++)
		c->criteria[j].weight *= 1e200;
	r = result_of(c, *state);
	for (size_t i = 0; i < 4; i++)
		assert_near(r->totals[i], before->totals[i]);
}

static void options_all_alike_are_halfway(void **state)
{
	const struct result *r = result_of(topsis_from("  a b\n"
						       "x 1 0 0\n"
						       "y 1 7 7\n",
						       *state),
					   *state);

	assert_true(r->totals[0] == 0.5 && r->totals[1] == 0.5);
	assert_int_equal(r->first, 2);
}

static void a_missing_score_can_be_the_worst_of_the_scale(void **state)
{
	struct comparison *c = topsis_from("  a b\n"
					   "x 1 - 5\n"
					   "y 1 4 -\n"
					   "z 1 1 1\n",
					   *state);
	const struct result *r = result_of(c, *state);

	assert_near(r->totals[0], 0.5); /* only z counts */
	c->scoring.missing = MISSING_WORST;
	r = result_of(c, *state);
	/* As 0 and 5, and 4 and 0: one column each, and as far apart. */
	assert_near(r->totals[0], 0.5);
	assert_true(r->counts[0] && r->counts[1]);
	c->criteria[0].weight = 2;
	r = result_of(c, *state);
	assert_near(r->totals[0], 1.0 / 3); /* 1 to 2 */
	assert_near(r->totals[1], 2.0 / 3);
}

static void a_measure_nobody_has_tells_none_apart(void **state)
{
	struct comparison *c = topsis_from("  a b\n"
					   "x 1 - -\n"
					   "y 1 4 2\n",
					   *state);
	const struct result *r;

	measure(c, "x", false, NAN, NAN);
	c->scoring.missing = MISSING_WORST;
	r = result_of(c, *state);
	assert_near(r->totals[0], 1);
	assert_near(r->totals[1], 0);
}

/* Else c would be the ideal and the others the worst, where y counts alone. */
static void what_is_equal_but_for_its_last_digits_is_the_same(void **state)
{
	struct comparison *c = topsis_from("    a   b   c\n"
					   "x 0 8   8   5\n"
					   "y 1 3.8 3.8 3.80000000004\n",
					   *state);
	const struct result *r = result_of(c, *state);

	for (size_t i = 0; i < 3; i++)
		assert_near(r->totals[i], 0.5);
	assert_int_equal(r->sensitivity[0].kind, SWITCH_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_published_closeness_is_found),
		TEST(lower_is_better_where_the_measure_says_so),
		TEST(neither_units_nor_large_numbers_matter),
		TEST(options_all_alike_are_halfway),
		TEST(a_missing_score_can_be_the_worst_of_the_scale),
		TEST(a_measure_nobody_has_tells_none_apart),
		TEST(what_is_equal_but_for_its_last_digits_is_the_same),
	};

	return RUN(tests);
}
