#include "unit.h"

/* As in sanitizer/asan_interface.h, which clang has in a package apart. */
int __asan_address_is_poisoned(void const volatile *address);
void *__asan_region_is_poisoned(void *begin, size_t size);

/*
 * What the address sanitiser sees of an arena.  How an arena parts its blocks
 * without it is arena_test.c's.
 */

static void what_is_handed_out_ends_where_it_was_asked_to(void **state)
{
	static const size_t SIZES[] = { 1, 5, 16, 17, 4000, 70000 };

	for (size_t i = 0; i < sizeof(SIZES) / sizeof(*SIZES); i++) {
		char *p = arena_array(*state, char, SIZES[i]);

		assert_null(__asan_region_is_poisoned(p, SIZES[i]));
		assert_true(__asan_address_is_poisoned(p + SIZES[i]));
	}
}

static void a_text_ends_at_its_nul(void **state)
{
	struct str printed = arena_printf(*state, "%d oaks", 12);
	struct str copied = arena_str(*state, STR("elms"));

	assert_false(__asan_address_is_poisoned(printed.ptr + printed.len));
	assert_true(__asan_address_is_poisoned(printed.ptr + printed.len + 1));
	assert_false(__asan_address_is_poisoned(copied.ptr + copied.len));
	assert_true(__asan_address_is_poisoned(copied.ptr + copied.len + 1));
}

static void after_a_reset_nothing_may_be_used(void **state)
{
	char *small = arena_array(*state, char, 16);
	char *large = arena_array(*state, char, 70000);

	arena_reset(*state);
	assert_true(__asan_address_is_poisoned(small));
	assert_true(__asan_address_is_poisoned(large));
}

static void what_has_grown_is_no_longer_where_it_was(void **state)
{
	int *items = NULL, *before;
	size_t count = 0;

	*arena_push(*state, items, count) = 1;
	before = items;
	*arena_push(*state, items, count) = 2;
	assert_ptr_not_equal(items, before);
	assert_int_equal(items[0], 1);
	assert_true(__asan_address_is_poisoned(items + 2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_handed_out_ends_where_it_was_asked_to),
		TEST(a_text_ends_at_its_nul),
		TEST(after_a_reset_nothing_may_be_used),
		TEST(what_has_grown_is_no_longer_where_it_was),
	};

	return RUN(tests);
}
