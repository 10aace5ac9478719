#include "table.h"

#include "judge/rank.h"

static void equals_share_a_rank_and_the_next_is_skipped(void **state)
{
	static const double TOTALS[] = { 0.5, 0.9, 0.1, 0.5 };
	struct ranking r = rank_all(TOTALS, NULL, 4, *state);

	assert_int_equal(r.ranks[0], 2);
	assert_int_equal(r.ranks[1], 1);
	assert_int_equal(r.ranks[2], 4);
	assert_int_equal(r.ranks[3], 2);
	assert_int_equal(r.order[0], 1);
	assert_int_equal(r.order[1], 0);
	assert_int_equal(r.order[2], 3);
	assert_int_equal(r.order[3], 2);
}

static void a_chain_of_near_equals_is_not_one_rank(void **state)
{
	/* Each is within 1e-9 of its neighbour, the ends are not. */
	static const double UP[] = { 0.5, 0.5 + 8e-10, 0.5 + 16e-10 };
	static const double DOWN[] = { 0.5 + 16e-10, 0.5 + 8e-10, 0.5 };
	struct ranking up = rank_all(UP, NULL, 3, *state);
	struct ranking down = rank_all(DOWN, NULL, 3, *state);

	assert_int_equal(up.ranks[2], 1);
	assert_int_equal(up.ranks[1], 1);
	assert_int_equal(up.ranks[0], 3);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(down.ranks[i], up.ranks[2 - i]);
}

static void equals_stay_in_the_order_written(void **state)
{
	static const double TOTALS[] = { 0.5, 0.5 + 5e-10, 0.5 - 3e-10 };
	struct ranking r = rank_all(TOTALS, NULL, 3, *state);

	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(r.ranks[i], 1);
		assert_int_equal(r.order[i], i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(equals_share_a_rank_and_the_next_is_skipped),
		TEST(a_chain_of_near_equals_is_not_one_rank),
		TEST(equals_stay_in_the_order_written),
	};

	return RUN(tests);
}
