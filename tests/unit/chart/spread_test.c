#include "chart/spread.h"
#include "unit.h"

static void what_is_far_apart_stays_where_it_is(void **state)
{
	double x[] = { 10, 30, 50 };

	spread_apart(x, 3, 10, 0, 100, *state);
	assert_near(x[0], 10);
	assert_near(x[1], 30);
	assert_near(x[2], 50);
}

static void equals_move_to_either_side_alike_in_their_order(void **state)
{
	double x[] = { 50, 50, 50 };

	spread_apart(x, 3, 10, 0, 100, *state);
	assert_near(x[0], 40);
	assert_near(x[1], 50);
	assert_near(x[2], 60);
}

static void the_order_along_the_line_is_kept(void **state)
{
	double x[] = { 52, 50 };

	spread_apart(x, 2, 10, 0, 100, *state);
	assert_near(x[0], 56);
	assert_near(x[1], 46);
}

static void nothing_leaves_the_frame(void **state)
{
	double x[] = { 99, 99, 1, 1 };

	spread_apart(x, 4, 10, 0, 100, *state);
	assert_near(x[0], 90);
	assert_near(x[1], 100);
	assert_near(x[2], 0);
	assert_near(x[3], 10);
}

static void where_there_is_no_room_they_share_what_there_is(void **state)
{
	double x[] = { 5, 5, 5, 5 };

	spread_apart(x, 4, 10, 0, 20, *state);
	for (int i = 1; i < 4; i++)
		assert_near(x[i] - x[i - 1], 5);
	spread_apart(x, 0, 10, 0, 20, *state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_far_apart_stays_where_it_is),
		TEST(equals_move_to_either_side_alike_in_their_order),
		TEST(the_order_along_the_line_is_kept),
		TEST(nothing_leaves_the_frame),
		TEST(where_there_is_no_room_they_share_what_there_is),
	};

	return RUN(tests);
}
