#include "table.h"

#include "judge/result.h"

static void assert_flip(struct flip flip, size_t criterion, size_t option,
			double to, size_t first)
{
	assert_int_equal(flip.criterion, criterion);
	assert_int_equal(flip.option, option);
	assert_near(flip.to, to);
	assert_int_equal(flip.first, first);
}

static void a_step_is_one_unit_of_the_scale(void **state)
{
	/* 11 to 10 of 20: one point makes a tie. */
	struct comparison *c = comparison_from("  a b\n"
					       "x 1 8 4\n"
					       "y 1 3 6\n",
					       *state);
	struct flips flips = result_of(c, *state)->flips;

	assert_int_equal(flips.count, 4);
	assert_flip(flips.items[0], 0, 0, 7, 2);
	assert_flip(flips.items[1], 0, 1, 5, 2);
	assert_flip(flips.items[2], 1, 0, 2, 2);
	assert_flip(flips.items[3], 1, 1, 7, 2);
	assert_near(flips.items[0].from, 8);
}

static void a_heavier_criterion_flips_the_first(void **state)
{
	struct comparison *c = comparison_from("  a b\n"
					       "x 3 8 6\n"
					       "y 4 3 4\n",
					       *state);
	struct flips flips = result_of(c, *state)->flips;

	/* 36 to 34: one step of x is worth 3, one of y 4. */
	assert_int_equal(flips.count, 4);
	assert_flip(flips.items[0], 0, 0, 7, 1);
	assert_flip(flips.items[3], 1, 1, 5, 1);
}

static void a_safe_lead_has_no_flips(void **state)
{
	struct flips flips = result_of(comparison_from("  a b\n"
						       "x 1 8 4\n"
						       "y 1 6 6\n",
						       *state),
				       *state)
				     ->flips;

	assert_int_equal(flips.count, 0);
}

static void a_step_stays_on_the_scale(void **state)
{
	/* b's 9.5 may only rise to 10, which leaves it behind. */
	struct comparison *c = comparison_from("  a   b\n"
					       "x 1 10  9.5\n"
					       "y 1 1   0.8\n",
					       *state);
	struct flips flips = result_of(c, *state)->flips;

	assert_int_equal(flips.count, 3);
	assert_flip(flips.items[0], 0, 0, 9, 1);
	assert_flip(flips.items[1], 1, 0, 0, 1);
	assert_flip(flips.items[2], 1, 1, 1.8, 1);
}

static void an_answer_steps_to_the_next(void **state)
{
	struct comparison *c = points_from("  a b\n"
					   "x 2 1 0.5\n"
					   "y 1 0 1\n",
					   *state);
	struct flips flips;

	for (size_t j = 0; j < 2; j++)
		for (size_t i = 0; i < 2; i++)
			c->criteria[j].scores[i].answer = ANSWER_PARTIAL;
	flips = result_of(c, *state)->flips;
	/* A tie on x gives each 2: 2 to 3. */
	assert_int_equal(flips.count, 2);
	assert_flip(flips.items[0], 0, 0, 0.5, 1);
	assert_flip(flips.items[1], 0, 1, 1, 1);
}

static void a_measure_steps_by_a_tenth_of_its_range(void **state)
{
	struct comparison *c = comparison_from("  a   b\n"
					       "x 1 100 120\n"
					       "y 1 3   3.5\n",
					       *state);
	struct flips flips;

	measure(c, "x", true, 50, 250);
	flips = result_of(c, *state)->flips;
	/* .75 + .3 to .65 + .35: .05 apart, and a step is 20. */
	assert_int_equal(flips.count, 4);
	assert_flip(flips.items[0], 0, 0, 120, 1);
	assert_flip(flips.items[1], 0, 1, 100, 1);
}

/* A tenth of 1..20 is 1.9; but profits may be losses. */
static void a_measure_steps_below_nothing_where_one_is(void **state)
{
	struct comparison *c = comparison_from("  a   b c\n"
					       "x 1 1.5 1 20\n",
					       *state);
	struct flips flips;

	measure(c, "x", true, NAN, NAN);
	flips = result_of(c, *state)->flips;
	assert_int_equal(flips.count, 2);
	assert_flip(flips.items[0], 0, 0, 0, 0);
	assert_flip(flips.items[1], 0, 1, 2.9, 0);
	c->criteria[0].scores[1].value = -1;
	flips = result_of(c, *state)->flips;
	assert_int_equal(flips.count, 0);
	c->criteria[0].scores[0].value = 1;
	flips = result_of(c, *state)->flips;
	assert_flip(flips.items[0], 0, 0, -1.1, 0);
}

static void nobody_first_is_not_flipped(void **state)
{
	struct flips flips = result_of(comparison_from("  a b\n"
						       "x 1 8 8\n",
						       *state),
				       *state)
				     ->flips;

	assert_int_equal(flips.count, 0);
}

/*
 * c is at the end of x's range.  Below it the range is wider, so a's lead on x
 * over b counts for less; above, c is first itself.
 */
static void the_lower_value_of_two_comes_first(void **state)
{
	struct comparison *c = comparison_from("  a   b   c   d\n"
					       "x 1 110 60  10  10\n"
					       "y 1 0   4.8 9.5 0\n",
					       *state);
	struct flips flips;
	size_t at = 0;

	measure(c, "x", false, NAN, NAN);
	flips = result_of(c, *state)->flips;
	while (at < flips.count && flips.items[at].option != 2)
		at++;
	assert_true(at + 1 < flips.count);
	assert_flip(flips.items[at], 0, 2, 0, 1);
	assert_flip(flips.items[at + 1], 0, 2, 20, 2);
}

/* Who is first alone now, by judging all of it. */
static size_t judged_first(const struct comparison *c, struct arena *arena)
{
	return result_of(c, arena)->first;
}

static void a_flip_is_what_judging_anew_gives(void **state)
{
	size_t seen = 0;

	srand(17);
	for (int round = 0; round < 220; round++) {
		struct comparison *c = comparison_from("  a b\n"
						       "x 1 1 1\n"
						       "y 1 1 1\n"
						       "z 1 1 1\n",
						       *state);
		struct flips flips;

		for (size_t j = 0; j < 3; j++) {
			c->criteria[j].weight = 1 + rand() % 3;
			for (size_t i = 0; i < 2; i++)
				c->criteria[j].scores[i].value = 1 + rand() % 9;
		}
		/* TOPSIS of two takes all draws: seldom. */
		c->scoring.method =
			round % 20 ? (enum method)(round % 3) : METHOD_TOPSIS;
		measure(c, "z", true, NAN, round % 2 ? NAN : 9);
		flips = result_of(c, *state)->flips;
		for (size_t f = 0; f < flips.count; f++, seen++) {
			struct flip flip = flips.items[f];
			double *value = &c->criteria[flip.criterion]
						 .scores[flip.option]
						 .value;

			assert_true(*value == flip.from);
			*value = flip.to;
			assert_int_equal(judged_first(c, *state), flip.first);
			*value = flip.from;
		}
	}
	assert_true(seen > 60);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_step_is_one_unit_of_the_scale),
		TEST(a_heavier_criterion_flips_the_first),
		TEST(a_safe_lead_has_no_flips),
		TEST(a_step_stays_on_the_scale),
		TEST(an_answer_steps_to_the_next),
		TEST(a_measure_steps_by_a_tenth_of_its_range),
		TEST(a_measure_steps_below_nothing_where_one_is),
		TEST(nobody_first_is_not_flipped),
		TEST(the_lower_value_of_two_comes_first),
		TEST(a_flip_is_what_judging_anew_gives),
	};

	return RUN(tests);
}
