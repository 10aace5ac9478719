#include "table.h"

#include "judge/tally.h"
#include "judge/utility.h"

static struct tally tally(const struct comparison *c, struct arena *arena)
{
	const double *u = utility_all(c, arena);

	return tally_of(c, u, utility_counts(c, u, arena), arena);
}

static void the_tally_runs_as_in_the_article(void **state)
{
	static const double WANT[][2] = { { 1, 0 }, { 2, 0 }, { 2, 1 },
					  { 3, 1 }, { 4, 2 }, { 5, 3 },
					  { 6, 4 }, { 7, 5 }, { 8, 6 },
					  { 8, 6 } };
	struct tally t = tally(points_from(TALLY_TABLE, *state), *state);

	for (size_t j = 0; j < 10; j++) {
		assert_near(t.sums[2 * j], WANT[j][0]);
		assert_near(t.sums[2 * j + 1], WANT[j][1]);
	}
}

static void a_tie_is_worth_what_the_author_says(void **state)
{
	struct comparison *c = points_from("  a b c\n"
					   "x 2 1 1 0\n"
					   "y 3 1 0 0\n",
					   *state);
	struct tally t;

	c->scoring.tie = 0.25;
	t = tally(c, *state);
	assert_near(t.won[0], 0.25);
	assert_near(t.won[1], 0.25);
	assert_near(t.won[2], 0);
	assert_near(t.points[0], 0.5);
	assert_near(t.points[3], 3); /* alone: no tie to share */
	assert_near(t.sums[3], 3.5);
}

static void equals_within_a_billionth_share_the_win(void **state)
{
	struct comparison *c = comparison_from("  a b c\n"
					       "t 1 7 7 7\n",
					       *state);
	struct tally t;

	c->criteria[0].scores[1].value += 5e-9; /* 5e-10 of the scale */
	c->criteria[0].scores[2].value -= 2e-8;
	t = tally(c, *state);
	assert_true(t.wins[0]);
	assert_true(t.wins[1]);
	assert_false(t.wins[2]);
}

static void nobody_wins_where_nobody_scores(void **state)
{
	struct comparison *c = comparison_from("      a b\n"
					       "worst 1 0 0\n"
					       "empty 1 - -\n"
					       "half  1 8 -\n",
					       *state);
	struct tally t = tally(c, *state);

	for (size_t at = 0; at < 6; at++) {
		assert_false(t.wins[at]);
		assert_true(t.sums[at] == 0);
	}
	c->scoring.missing = MISSING_WORST;
	t = tally(c, *state);
	assert_false(t.wins[2]);
	assert_true(t.wins[4]);
	assert_false(t.wins[5]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_tally_runs_as_in_the_article),
		TEST(a_tie_is_worth_what_the_author_says),
		TEST(equals_within_a_billionth_share_the_win),
		TEST(nobody_wins_where_nobody_scores),
	};

	return RUN(tests);
}
