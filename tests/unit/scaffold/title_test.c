#include "scaffold/title.h"

#include "unit.h"

static void a_title_is_split_at_its_vs(void **state)
{
	struct str names[4];

	(void)state;
	assert_int_equal(title_split(STR("Tea vs coffee"), names, 4), 2);
	assert_str(names[0], "Tea");
	assert_str(names[1], "coffee");
	assert_int_equal(title_split(STR("A VS. B versus C"), names, 4), 3);
	assert_str(names[1], "B");
	assert_str(names[2], "C");
	assert_int_equal(title_split(STR("Canvas"), names, 4), 1);
	assert_str(names[0], "Canvas");
	assert_int_equal(title_split(STR("a vs b vs c vs d vs e"), names, 4),
			 4);
	assert_str(names[3], "d vs e");
}

static void what_a_title_compares_is_found(void **state)
{
	static const char *const TITLES[][2] = {
		{ "Tea vs Coffee", "Tea vs Coffee" },
		{ "Tea vs Coffee: which is better?", "Tea vs Coffee" },
		{ "Drinks: Tea vs Coffee", "Tea vs Coffee" },
		{ "Tea vs. Coffee (2026)", "Tea vs. Coffee" },
		{ "Tea vs Coffee – a test", "Tea vs Coffee" },
		{ "Tea vs Coffee?", "Tea vs Coffee" },
		{ "Node.js vs Deno, compared", "Node.js vs Deno" },
		{ "Tea (green) vs Coffee", "Tea (green) vs Coffee" },
		{ "Drinks: an overview", "Drinks: an overview" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(TITLES) / sizeof(*TITLES); i++)
		assert_str(title_subject(str_from(TITLES[i][0])), TITLES[i][1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_title_is_split_at_its_vs),
		TEST(what_a_title_compares_is_found),
	};

	return RUN(tests);
}
