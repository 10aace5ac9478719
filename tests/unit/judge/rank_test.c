#include "table.h"

#include "judge/rank.h"

static void equals_share_a_rank_and_the_next_is_skipped(void **state)
{
	static const double TOTALS[] = { 0.5, 0.9, 0.1, 0.5 };
	struct ranking r = rank_all(TOTALS, 4, 0.05, *state);

	assert_int_equal(r.ranks[0], 2);
	assert_int_equal(r.ranks[1], 1);
	assert_int_equal(r.ranks[2], 4);
	assert_int_equal(r.ranks[3], 2);
	assert_int_equal(r.order[1], 0);
	assert_int_equal(r.order[2], 3);
	assert_int_equal(r.leader, 1);
	assert_near(r.margin, 0.4);
}

static void a_tie_at_the_top_has_no_leader(void **state)
{
	static const double TOTALS[] = { 0.5, 0.5 + 1e-10 };
	struct ranking r = rank_all(TOTALS, 2, 0, *state);

	assert_int_equal(r.leader, 2);
	assert_int_equal(r.first, 2);
	assert_true(r.close);
	assert_true(r.margin == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(equals_share_a_rank_and_the_next_is_skipped),
		TEST(a_tie_at_the_top_has_no_leader),
	};

	return RUN(tests);
}
