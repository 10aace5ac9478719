#include "unit.h"

#include "write/file_name.h"

static void paths_that_some_file_systems_take_for_one_fold_alike(void **state)
{
	static const char *const ALIKE[][2] = {
		{ "Logo.TXT", "logo.txt" },
		{ "caf\xC3\xA9.txt", "cafe\xCC\x81.txt" },
		{ "CAF\xC3\x89.txt", "cafe\xCC\x81.txt" },
		{ "stra\xC3\x9F"
		  "e",
		  "STRASSE" },
	};
	struct str plain = STR("a/b-1.html");

	for (size_t i = 0; i < sizeof(ALIKE) / sizeof(*ALIKE); i++)
		assert_true(str_equals(
			file_name_fold(str_from(ALIKE[i][0]), *state),
			file_name_fold(str_from(ALIKE[i][1]), *state)));
	assert_ptr_equal(file_name_fold(plain, *state).ptr, plain.ptr);
	assert_str(file_name_fold(STR("\xFF"), *state), "\xFF");
}

static void a_name_with_unseen_signs_is_none(void **state)
{
	static const char *const UNSEEN[] = {
		"a\x1B[31m",
		"a\nb",
		"ev\xE2\x80\xAEgpj.exe",
		"a\xE2\x80\x8B",
		("\xEF\xBB\xBF"
		 "a"),
		"a\xC2\x85",
		"a\x7F",
		"a\xD8\x9C",	 /* U+061C: from right to left */
		"a\xE2\x80\x8E", /* U+200E, U+200F */
		"a\xE2\x80\x8F",
		"a\xE2\x80\xA8", /* U+2028, the end of a line */
		"a\xE2\x81\xA0", /* U+2060, a joiner */
		"a\xE2\x81\xA9", /* U+2069, the end of an isolate */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(UNSEEN) / sizeof(*UNSEEN); i++)
		assert_string_equal(file_name_fault(str_from(UNSEEN[i])),
				    "it has a sign that is not seen");
	assert_string_equal(file_name_fault(STR("a\xFF")), "it is not UTF-8");
	assert_null(file_name_fault(STR("\xD7\xA9\xD7\x9C.html")));
	assert_null(file_name_fault(STR("a b/c.txt")));
	/* Beside those: a dash, a narrow blank, a currency sign. */
	assert_null(file_name_fault(STR("a\xE2\x80\x94z")));
	assert_null(file_name_fault(STR("a\xE2\x80\xAFz")));
	assert_null(file_name_fault(STR("a\xE2\x82\xAC")));
}

static void what_windows_cannot_hold_is_named_up_to_there(void **state)
{
	static const char *const PATHS[][2] = {
		{ "con/a.txt", "con" },
		{ "a/NUL.html", "a/NUL.html" },
		{ "lpt1.tar.gz", "lpt1.tar.gz" },
		{ "COM\xC2\xB9", "COM\xC2\xB9" },
		{ "com\xC2\xB2.txt", "com\xC2\xB2.txt" },
		{ "lpt\xC2\xB3", "lpt\xC2\xB3" },
		{ "conout$", "conout$" },
		{ "a:b", "a:b" },
		{ "end./x", "end." },
		{ "x/end ", "x/end " },
		{ "why?", "why?" },
		{ "a\\b", "a\\b" },
		{ "console/com0", "" },
		{ "com10/lpt", "" },
		{ "a.con/.well-known/x", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(PATHS) / sizeof(*PATHS); i++)
		assert_str(file_name_unfit(str_from(PATHS[i][0])), PATHS[i][1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(paths_that_some_file_systems_take_for_one_fold_alike),
		TEST(a_name_with_unseen_signs_is_none),
		TEST(what_windows_cannot_hold_is_named_up_to_there),
	};

	return RUN(tests);
}
