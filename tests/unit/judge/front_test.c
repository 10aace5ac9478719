#include "judge/front.h"
#include "unit.h"

static const bool ALL[] = { true, true, true, true, true, true };

static void who_is_beaten_on_one_count_only_is_neither(void **state)
{
	/*		       a  b  c  d: c equals a across, d is behind */
	const double x[] = { 5, 3, 5, 2 }, y[] = { 3, 5, 2, 1 };
	struct front f = front_of(x, y, ALL, 4, *state);

	assert_true(f.on[0] && f.on[1]);
	assert_false(f.on[2]);
	assert_false(f.beaten[2]);
	assert_true(f.beaten[3]);
	assert_int_equal(f.on_count, 2);
	assert_int_equal(f.beaten_count, 1);
	assert_int_equal(f.best, 4);
}

static void equals_share_the_front(void **state)
{
	const double x[] = { 5, 5, 1 }, y[] = { 5, 5, 1 };
	struct front f = front_of(x, y, ALL, 3, *state);

	assert_true(f.on[0] && f.on[1]);
	assert_int_equal(f.beaten_count, 1);
	assert_int_equal(f.best, 3);
}

static void one_may_be_best_on_both(void **state)
{
	const double x[] = { 1, 5, 2 }, y[] = { 2, 6, 1 };

	assert_int_equal(front_of(x, y, ALL, 3, *state).best, 1);
}

static void those_left_out_beat_nobody(void **state)
{
	const bool in[] = { true, false, true };
	const double x[] = { 1, 9, 2 }, y[] = { 2, 9, 1 };
	struct front f = front_of(x, y, in, 3, *state);

	assert_int_equal(f.count, 2);
	assert_int_equal(f.on_count, 2);
	assert_int_equal(f.beaten_count, 0);
	assert_false(f.on[1]);
}

static void one_alone_beats_nobody(void **state)
{
	const double x[] = { 1 }, y[] = { 2 };
	struct front f = front_of(x, y, ALL, 1, *state);

	assert_true(f.on[0]);
	assert_int_equal(f.best, 1);
}

static void what_is_no_difference_beats_nobody(void **state)
{
	const double x[] = { 1, 1 + 1e-12, 2 }, y[] = { 0.3, 0.1 + 0.2, 0 };

	assert_int_equal(front_of(x, y, ALL, 3, *state).on_count, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_is_beaten_on_one_count_only_is_neither),
		TEST(equals_share_the_front),
		TEST(one_may_be_best_on_both),
		TEST(those_left_out_beat_nobody),
		TEST(one_alone_beats_nobody),
		TEST(what_is_no_difference_beats_nobody),
	};

	return RUN(tests);
}
