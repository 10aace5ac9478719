#include "unit.h"

#include "make/part.h"

static void finds_come_back(void **state)
{
	static const struct find FINDS[] = {
		{ FIND_OPTION, STR_INIT("A\tB\\t\nC"), STR_INIT("a/b/"),
		  STR_INIT("") },
		{ FIND_HEADING, STR_INIT("Why \xC3\xBC"), STR_INIT("a/#why"),
		  STR_INIT("A vs \\") },
	};
	struct arena arena = { 0 };
	struct buf buf = { 0 };
	struct str rest;
	struct find find;

	(void)state;
	for (size_t i = 0; i < 2; i++)
		part_put_find(&FINDS[i], &buf);
	rest = buf_str(&buf);
	for (size_t i = 0; i < 2; i++) {
		assert_true(part_next_find(&rest, &find, &arena));
		assert_int_equal(find.kind, FINDS[i].kind);
		assert_true(str_equals(find.title, FINDS[i].title));
		assert_true(str_equals(find.url, FINDS[i].url));
		assert_true(str_equals(find.context, FINDS[i].context));
	}
	assert_false(part_next_find(&rest, &find, &arena));
	buf_release(&buf);
	arena_release(&arena);
}

static void sums_know_no_order(void **state)
{
	struct path_sum one = { 0 }, other = { 0 };

	(void)state;
	path_sum_add(&one, STR("a"));
	path_sum_add(&one, STR("b"));
	path_sum_add(&other, STR("b"));
	assert_false(path_sum_equals(one, other));
	path_sum_add(&other, STR("a"));
	assert_true(path_sum_equals(one, other));
	path_sum_add(&one, STR("c"));
	path_sum_add(&other, STR("d"));
	assert_false(path_sum_equals(one, other));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_come_back),
		cmocka_unit_test(sums_know_no_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
