#include "cli/slug.h"

#include "unit.h"

static void a_name_gives_an_id_of_letters_digits_and_hyphens(void **state)
{
	static const char *const NAMES[][2] = {
		{ "Node.js", "nodejs" },
		{ "Tea & milk", "tea-and-milk" },
		{ "Python 3.12", "python-3-12" },
		{ "C++", "cplusplus" },
		{ "C#", "csharp" },
		{ "Don't panic!", "dont-panic" },
		{ "  A -- B  ", "a-b" },
		{ "Größe", "" },
		{ "!?", "" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(NAMES) / sizeof(*NAMES); i++)
		assert_str(slug_of(str_from(NAMES[i][0]), *state), NAMES[i][1]);
}

static void a_title_is_split_at_its_vs(void **state)
{
	struct str names[4];

	(void)state;
	assert_int_equal(slug_split(STR("Tea vs coffee"), names, 4), 2);
	assert_str(names[0], "Tea");
	assert_str(names[1], "coffee");
	assert_int_equal(slug_split(STR("A VS. B versus C"), names, 4), 3);
	assert_str(names[1], "B");
	assert_str(names[2], "C");
	assert_int_equal(slug_split(STR("Canvas"), names, 4), 1);
	assert_str(names[0], "Canvas");
	assert_int_equal(slug_split(STR("a vs b vs c vs d vs e"), names, 4), 4);
	assert_str(names[3], "d vs e");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_name_gives_an_id_of_letters_digits_and_hyphens),
		TEST(a_title_is_split_at_its_vs),
	};

	return RUN(tests);
}
