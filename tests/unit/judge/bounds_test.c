#include "table.h"

#include "judge/reckoning.h"
#include "judge/bounds.h"
#include "judge/utility.h"

static const struct bounds *bounds_in(const struct comparison *c,
				      struct arena *arena)
{
	struct reckoning k = reckoning_of(c, arena);

	return bounds_all(c, &k.contest, &k.basis.own, arena);
}

/* b's rest is 6: with 0 and 10 on price it has 4 and 8 of 10. */
static void an_empty_cell_is_worth_nothing_at_the_least(void **state)
{
	struct comparison *c = comparison_from("        a b\n"
					       "speed 3 8 4\n"
					       "price 3 6 -\n",
					       *state);
	const struct bounds *b = bounds_in(c, *state);

	assert_near(b[0].low, 0.7);
	assert_near(b[0].high, 0.7);
	assert_near(b[1].low, 0.2);
	assert_near(b[1].high, 0.7);
	assert_int_equal(b[0].best, 1);
	assert_int_equal(b[0].worst, 1);
	assert_int_equal(b[1].best, 1);
	assert_int_equal(b[1].worst, 2);
}

static void the_policy_changes_no_bound(void **state)
{
	struct comparison *c = comparison_from("        a b c\n"
					       "speed 3 8 4 -\n"
					       "price 2 6 - 9\n",
					       *state);
	const struct bounds *skip = bounds_in(c, *state), *other;

	c->scoring.missing = MISSING_AVAILABLE;
	other = bounds_in(c, *state);
	for (size_t i = 0; i < 3; i++) {
		assert_near(skip[i].low, other[i].low);
		assert_near(skip[i].high, other[i].high);
		assert_int_equal(skip[i].best, other[i].best);
		assert_int_equal(skip[i].worst, other[i].worst);
	}
}

static void without_an_empty_cell_they_are_the_result(void **state)
{
	struct comparison *c = comparison_from("        a b c\n"
					       "speed 3 8 8 1\n",
					       *state);
	const struct bounds *b = bounds_in(c, *state);

	assert_near(b[1].low, 0.8);
	assert_near(b[1].high, 0.8);
	assert_int_equal(b[1].best, 1);
	assert_int_equal(b[2].worst, 3);
}

/* The third is level with the second, which is level with the first. */
static void without_an_empty_cell_a_rank_is_that_of_the_result(void **state)
{
	static const double VALUES[] = { 5, 5 - 9e-9, 5 - 18e-9 };
	struct comparison *c = comparison_from("        a b c\n"
					       "speed 3 5 5 5\n",
					       *state);
	struct reckoning k;
	const struct bounds *b;

	for (size_t i = 0; i < 3; i++)
		c->criteria[0].scores[i].value = VALUES[i];
	k = reckoning_of(c, *state);
	b = bounds_all(c, &k.contest, &k.basis.own, *state);
	assert_int_equal(k.basis.own.ranks[1], 1);
	assert_int_equal(k.basis.own.ranks[2], 3);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(b[i].best, k.basis.own.ranks[i]);
		assert_int_equal(b[i].worst, k.basis.own.ranks[i]);
	}
}

static void who_is_ruled_out_has_no_rank_and_takes_none(void **state)
{
	struct comparison *c = comparison_from("        a b c\n"
					       "speed 3 8 4 9\n"
					       "price 1 6 - 2\n",
					       *state);
	const struct bounds *b;

	c->criteria[1].must =
		(struct must){ .kind = MUST_AT_LEAST, .bound = 5 };
	b = bounds_in(c, *state);
	assert_int_equal(b[2].best, 0);
	assert_int_equal(b[2].worst, 0);
	assert_near(b[2].low, 0.725);
	assert_int_equal(b[0].worst, 1);
	assert_int_equal(b[1].best, 2);
}

/* Once its price is known b may be out, and then a is first. */
static void a_rival_that_a_must_may_rule_out_is_not_surely_ahead(void **state)
{
	static const enum method METHODS[] = { METHOD_WEIGHTED_SUM,
					       METHOD_POINTS, METHOD_TOPSIS };

	for (size_t k = 0; k < 3; k++) {
		struct comparison *c = comparison_from("        a b\n"
						       "speed 9 2 8\n"
						       "price 1 6 -\n",
						       *state);
		const struct bounds *b;

		c->scoring.method = METHODS[k];
		assert_int_equal(bounds_in(c, *state)[0].best, 2);
		c->criteria[1].must =
			(struct must){ .kind = MUST_AT_LEAST, .bound = 5 };
		b = bounds_in(c, *state);
		assert_int_equal(b[0].best, 1);
		assert_int_equal(b[0].worst, 2);
		assert_int_equal(b[1].best, 1);
		assert_int_equal(b[1].worst, 1);
		/* What both ends of the scale fulfil rules nobody out. */
		c->criteria[1].must.bound = 0;
		assert_int_equal(bounds_in(c, *state)[0].best, 2);
	}
}

static void a_must_without_a_weight_may_rule_out_too(void **state)
{
	struct comparison *c = comparison_from("        a b\n"
					       "speed 9 2 8\n"
					       "price 0 6 -\n",
					       *state);
	const struct bounds *b;

	c->criteria[1].must =
		(struct must){ .kind = MUST_AT_LEAST, .bound = 5 };
	b = bounds_in(c, *state);
	assert_int_equal(b[0].best, 1);
	assert_int_equal(b[0].worst, 2);
	assert_int_equal(b[1].worst, 1);
}

/* A small generator, the same everywhere. */
static unsigned next_random(unsigned *state)
{
	*state = *state * 1103515245U + 12345U;
	return *state >> 16 & 0x7fff;
}

static struct comparison *random_case(unsigned *seed, enum method method,
				      struct arena *arena)
{
	static const char *const TABLE = "a b c d\n"
					 "p 1 5 5 5 5\n"
					 "q 1 5 5 5 5\n"
					 "r 1 5 5 5 5\n";
	struct comparison *c = comparison_from(TABLE, arena);
	size_t empty = 0;

	c->scoring.method = method;
	c->scoring.max = method == METHOD_POINTS ? 1 : 10;
	c->scoring.tie = (next_random(seed) % 3) / 2.0;
	if (method == METHOD_TOPSIS && next_random(seed) % 2)
		c->scoring.min = -5;
	if (next_random(seed) % 2)
		measure(c, "q", next_random(seed) % 2, 10 * c->scoring.max / 10,
			0);
	for (size_t j = 0; j < 3; j++) {
		c->criteria[j].weight = 1 + next_random(seed) % 3;
		for (size_t i = 0; i < 4; i++) {
			struct score *score = &c->criteria[j].scores[i];
			unsigned give = next_random(seed);

			score->value = (give % 5) * c->scoring.max / 4;
			if (give % 7 < 3 && empty < 5) {
				score->value = NAN;
				empty++;
			}
		}
	}
	if (c->criteria[1].measure.given &&
	    c->criteria[1].measure.lower_is_better) {
		c->criteria[1].measure.best = 0;
		c->criteria[1].measure.worst = c->scoring.max;
	}
	return c;
}

/* The extremes over all fillings of a grid of so many steps. */
static void brute(const struct comparison *c, size_t steps,
		  struct bounds *found, struct arena *arena)
{
	double *cells[12];
	size_t count = 0, fillings = 1;

	for (size_t j = 0; j < 3; j++)
		for (size_t i = 0; i < 4; i++) {
			double *value = &c->criteria[j].scores[i].value;

			if (isnan(*value))
				cells[count++] = value;
		}
	for (size_t k = 0; k < count; k++)
		fillings *= steps;
	for (size_t i = 0; i < 4; i++)
		found[i] = (struct bounds){ 1, 0, 4, 0, false };
	for (size_t f = 0; f < fillings; f++) {
		struct arena room = { 0 };
		struct reckoning k;
		size_t rest = f;

		for (size_t at = 0; at < count; at++, rest /= steps) {
			double min =
				c->criteria[1].measure.given &&
						cells[at] >= &c->criteria[1]
								      .scores[0]
								      .value &&
						cells[at] <= &c->criteria[1]
								      .scores[3]
								      .value
					? 0
					: c->scoring.min;

			*cells[at] = min + (c->scoring.max - min) *
						   (double)(rest % steps) /
						   (double)(steps - 1);
		}
		k = reckoning_of(c, &room);
		for (size_t i = 0; i < 4; i++) {
			struct bounds *b = &found[i];

			b->low = fmin(b->low, k.basis.own.totals[i]);
			b->high = fmax(b->high, k.basis.own.totals[i]);
			if (!k.basis.own.ranks[i])
				continue;
			if (k.basis.own.ranks[i] < b->best)
				b->best = k.basis.own.ranks[i];
			if (k.basis.own.ranks[i] > b->worst)
				b->worst = k.basis.own.ranks[i];
		}
		arena_release(&room);
	}
	for (size_t at = 0; at < count; at++)
		*cells[at] = NAN;
	(void)arena;
}

/* Scores are quarters of the scale, so a grid of 5 has all that matters. */
static void every_filling_lies_within_and_some_attain(void **state)
{
	static const enum method METHODS[] = { METHOD_WEIGHTED_SUM,
					       METHOD_WEIGHTED_PRODUCT,
					       METHOD_POINTS };
	unsigned seed = 7;

	for (size_t n = 0; n < 36; n++) {
		struct comparison *c =
			random_case(&seed, METHODS[n % 3], *state);
		const struct bounds *b = bounds_in(c, *state);
		struct bounds found[4];

		brute(c, 5, found, *state);
		for (size_t i = 0; i < 4; i++) {
			assert_near(b[i].low, found[i].low);
			assert_near(b[i].high, found[i].high);
			assert_int_equal(b[i].best, found[i].best);
			assert_int_equal(b[i].worst, found[i].worst);
		}
	}
}

/* Ranks hold, though a filled cell may fail a must. */
static void with_musts_every_filling_lies_within(void **state)
{
	unsigned seed = 5;

	for (size_t n = 0; n < 48; n++) {
		struct comparison *c = random_case(
			&seed, (enum method)(n % METHOD_COUNT), *state);
		const struct bounds *b;
		struct bounds found[4];

		c->criteria[n % 3].must = (struct must){
			.kind = n % 2 ? MUST_AT_LEAST : MUST_AT_MOST,
			.bound = c->scoring.min / 2 + c->scoring.max / 2
		};
		b = bounds_in(c, *state);
		brute(c, 5, found, *state);
		for (size_t i = 0; i < 4; i++) {
			assert_true(b[i].low <= found[i].low + 1e-9);
			assert_true(b[i].high >= found[i].high - 1e-9);
			if (!found[i].worst)
				continue;
			assert_true(b[i].best <= found[i].best);
			assert_true(b[i].worst >= found[i].worst);
		}
	}
}

/* A grid comes near the extremes, and none of its fillings is beyond. */
static void topsis_is_within_and_near(void **state)
{
	unsigned seed = 11;

	for (size_t n = 0; n < 12; n++) {
		struct comparison *c =
			random_case(&seed, METHOD_TOPSIS, *state);
		const struct bounds *b = bounds_in(c, *state);
		struct bounds found[4];

		brute(c, 7, found, *state);
		for (size_t i = 0; i < 4; i++) {
			assert_true(b[i].low <= found[i].low + 1e-9);
			assert_true(b[i].high >= found[i].high - 1e-9);
			assert_true(b[i].low >= found[i].low - 0.02);
			assert_true(b[i].high <= found[i].high + 0.02);
			assert_true(b[i].best <= found[i].best);
			assert_true(b[i].worst >= found[i].worst);
		}
	}
}

/* What b lacks may be the best there is, or as bad as what a has. */
static void topsis_knows_both_ends_where_all_may_be_alike(void **state)
{
	struct comparison *c = comparison_from("        a b\n"
					       "speed 1 2 -\n",
					       *state);
	const struct bounds *b;

	c->scoring.method = METHOD_TOPSIS;
	c->scoring.min = 2;
	b = bounds_in(c, *state);
	assert_near(b[0].low, 0);
	assert_near(b[0].high, 0.5);
	assert_near(b[1].low, 0.5);
	assert_near(b[1].high, 1);
	assert_int_equal(b[0].worst, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_cell_is_worth_nothing_at_the_least),
		TEST(the_policy_changes_no_bound),
		TEST(without_an_empty_cell_they_are_the_result),
		TEST(without_an_empty_cell_a_rank_is_that_of_the_result),
		TEST(who_is_ruled_out_has_no_rank_and_takes_none),
		TEST(a_rival_that_a_must_may_rule_out_is_not_surely_ahead),
		TEST(a_must_without_a_weight_may_rule_out_too),
		TEST(every_filling_lies_within_and_some_attain),
		TEST(with_musts_every_filling_lies_within),
		TEST(topsis_is_within_and_near),
		TEST(topsis_knows_both_ends_where_all_may_be_alike),
	};

	return RUN(tests);
}
