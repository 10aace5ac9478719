#include "unit.h"

#include <math.h>

#include "base/pack.h"

static void what_was_packed_comes_back_in_its_order(void **state)
{
	struct buf buf = { 0 };
	struct unpack from;

	(void)state;
	pack_text(&buf, STR("12 a"));
	pack_text(&buf, STR(""));
	pack_number(&buf, UINT64_MAX);
	pack_number(&buf, 0);
	pack_real(&buf, -0.1);
	pack_real(&buf, NAN);
	pack_hash(&buf, (struct hash){ 1, 0xabc });
	from = unpack_from(buf_str(&buf));
	assert_str(unpack_text(&from), "12 a");
	assert_str(unpack_text(&from), "");
	assert_true(unpack_number(&from) == UINT64_MAX);
	assert_int_equal(unpack_number(&from), 0);
	assert_true(unpack_real(&from) == -0.1);
	assert_true(isnan(unpack_real(&from)));
	assert_true(hash_equals(unpack_hash(&from), (struct hash){ 1, 0xabc }));
	assert_true(from.ok);
	assert_int_equal(from.rest.len, 0);
	buf_release(&buf);
}

static void what_is_damaged_is_noticed_and_then_all_is_empty(void **state)
{
	static const char *const DAMAGED[] = {
		"",   " ",   "5",    "5 abcd",
		"x ", "-1 ", "1x a", "99999999999999999999 ",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(DAMAGED) / sizeof(*DAMAGED); i++) {
		struct unpack from = unpack_from(str_from(DAMAGED[i]));

		assert_str(unpack_text(&from), "");
		assert_false(from.ok);
		assert_int_equal(unpack_number(&from), 0);
		assert_int_equal(unpack_count(&from), 0);
		assert_str(unpack_text(&from), "");
	}
}

static void there_are_no_more_things_than_what_is_left_can_hold(void **state)
{
	struct unpack from = unpack_from(STR("3 abc")), beyond;

	(void)state;
	beyond = unpack_from(STR("4 abc"));
	assert_int_equal(unpack_count(&from), 3);
	assert_true(from.ok);
	assert_int_equal(unpack_count(&beyond), 0);
	assert_false(beyond.ok);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_packed_comes_back_in_its_order),
		TEST(what_is_damaged_is_noticed_and_then_all_is_empty),
		TEST(there_are_no_more_things_than_what_is_left_can_hold),
	};

	return RUN(tests);
}
