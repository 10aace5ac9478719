#include "unit.h"

#include "write/path_set.h"

static void an_empty_set_has_nothing(void **state)
{
	struct path_set set = { 0 };

	(void)state;
	assert_false(path_set_has(&set, STR("")));
	assert_false(path_set_has(&set, STR("a")));
	path_set_release(&set);
}

static void what_was_added_is_there_and_nothing_else(void **state)
{
	struct path_set set = { 0 };

	(void)state;
	path_set_add(&set, STR("a/b"));
	path_set_add(&set, STR("a/b"));
	assert_int_equal(set.count, 1);
	assert_true(path_set_has(&set, STR("a/b")));
	assert_false(path_set_has(&set, STR("a")));
	assert_false(path_set_has(&set, STR("a/b/")));
	path_set_release(&set);
	assert_false(path_set_has(&set, STR("a/b")));
	assert_int_equal(set.count, 0);
}

static void a_mark_is_kept_when_others_come(void **state)
{
	enum { MANY = 1000 };
	struct path_set set = { 0 };

	for (size_t i = 0; i < MANY; i++) {
		struct str path = arena_printf(*state, "large/%zu", i);

		assert_false(path_set_is_marked(&set, path));
		if (i % 2)
			path_set_add(&set, path);
		if (i % 3)
			path_set_mark(&set, path);
	}
	for (size_t i = 0; i < MANY; i++) {
		struct str path = arena_printf(*state, "large/%zu", i);

		assert_int_equal(path_set_has(&set, path), i % 2 || i % 3);
		assert_int_equal(path_set_is_marked(&set, path), i % 3 > 0);
		path_set_add(&set, path);
		assert_int_equal(path_set_is_marked(&set, path), i % 3 > 0);
	}
	assert_int_equal(set.count, MANY);
	path_set_release(&set);
}

static void of_many_none_is_lost(void **state)
{
	enum { MANY = 5000 };
	struct path_set set = { 0 };

	for (size_t i = 0; i < MANY; i++)
		path_set_add(&set, arena_printf(*state, "large/%zu", i));
	assert_int_equal(set.count, MANY);
	for (size_t i = 0; i < 2 * MANY; i++)
		assert_int_equal(
			path_set_has(&set,
				     arena_printf(*state, "large/%zu", i)),
			i < MANY);
	path_set_release(&set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_set_has_nothing),
		TEST(what_was_added_is_there_and_nothing_else),
		TEST(a_mark_is_kept_when_others_come),
		TEST(of_many_none_is_lost),
	};

	return RUN(tests);
}
