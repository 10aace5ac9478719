#include "unit.h"

#include "write/origins.h"

static void a_text_has_one_number_while_it_is_met(void **state)
{
	struct origins *origins = arena_new(*state, struct origins);
	uint32_t a = origins_add(origins, STR("a.md"), *state);
	uint32_t b = origins_add(origins, STR("b.md"), *state);

	assert_int_not_equal(a, b);
	assert_int_equal(origins_add(origins, STR("a.md"), *state), a);
	assert_string_equal(origins_at(origins, a), "a.md");
	assert_string_equal(origins_at(origins, b), "b.md");
}

static void nothing_is_number_0(void **state)
{
	struct origins *origins = arena_new(*state, struct origins);

	assert_int_equal(origins_add(origins, STR(""), *state), 0);
	assert_string_equal(origins_at(origins, 0), "");
	assert_int_not_equal(origins_add(origins, STR("a"), *state), 0);
}

/* Also where their hashes meet, and beyond what one chunk holds. */
static void of_many_each_gives_its_own(void **state)
{
	enum { MANY = 3 * ORIGINS_CHUNK };
	struct origins *origins = arena_new(*state, struct origins);
	uint32_t *numbers = arena_array(*state, uint32_t, MANY);

	for (size_t i = 0; i < MANY; i++)
		numbers[i] = origins_add(
			origins, arena_printf(*state, "%zu.md", i), *state);
	for (size_t i = 0; i < MANY; i++)
		assert_string_equal(origins_at(origins, numbers[i]),
				    arena_printf(*state, "%zu.md", i).ptr);
}

static void beyond_the_most_they_are_of_the_content(void **state)
{
	struct origins *origins = arena_new(*state, struct origins);
	uint32_t last;

	origins->count = ORIGINS_MOST - 3;
	last = origins_add(origins, STR("a"), *state);
	assert_string_equal(origins_at(origins, last), "a");
	last = origins_add(origins, STR("b"), *state);
	assert_string_equal(origins_at(origins, last), "the content");
	last = origins_add(origins, STR("c"), *state);
	assert_string_equal(origins_at(origins, last), "the content");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_text_has_one_number_while_it_is_met),
		TEST(nothing_is_number_0),
		TEST(of_many_each_gives_its_own),
		TEST(beyond_the_most_they_are_of_the_content),
	};

	return RUN(tests);
}
