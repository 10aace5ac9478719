#include "unit.h"

#include "base/str.h"

static void a_cut_gives_every_part_and_then_ends(void **state)
{
	struct str rest = STR("a,,b");

	(void)state;
	assert_str(str_cut(&rest, ','), "a");
	assert_str(str_cut(&rest, ','), "");
	assert_str(str_cut(&rest, ','), "b");
	assert_null(rest.ptr);
}

static void only_plain_decimals_are_numbers(void **state)
{
	static const char *const GOOD[] = { "8", "-0.5", "1e3", "+2", ".5" };
	static const char *const BAD[] = { "",	  "8/10",  "0x10", "inf",
					   "nan", "1e999", "8 ",   "1,5" };
	double number;

	(void)state;
	for (size_t i = 0; i < sizeof(GOOD) / sizeof(*GOOD); i++)
		assert_true(str_to_number(str_from(GOOD[i]), &number));
	for (size_t i = 0; i < sizeof(BAD) / sizeof(*BAD); i++)
		assert_false(str_to_number(str_from(BAD[i]), &number));
	assert_true(str_to_number(STR("-0.5"), &number));
	assert_near(number, -0.5);
}

static void invalid_utf8_is_found_at_its_byte(void **state)
{
	(void)state;
	assert_int_equal(str_utf8_error(STR("plain")), 5);
	assert_int_equal(str_utf8_error(STR("\xC3\xA9t\xC3\xA9")), 5);
	assert_int_equal(str_utf8_error(STR("0123456789\xFF")), 10);
	assert_int_equal(str_utf8_error(STR("\xC0\xAF")), 0);
	assert_int_equal(str_utf8_error(STR("a\xED\xA0\x80")), 1);
	assert_int_equal(str_utf8_error(STR("a\xE2\x82")), 1);
	assert_int_equal(str_utf8_error(STR("\xF4\x90\x80\x80")), 0);
}

static void distance_counts_swapped_neighbours_once(void **state)
{
	(void)state;
	assert_int_equal(str_distance(STR("weight"), STR("wieght"), 2), 1);
	assert_int_equal(str_distance(STR("title"), STR("titel"), 2), 1);
	assert_int_equal(str_distance(STR("python"), STR("phyton"), 2), 2);
	assert_int_equal(str_distance(STR("abc"), STR("xyz"), 2), 3);
}

static void texts_are_alike_but_for_case(void **state)
{
	(void)state;
	assert_true(str_is_like(STR("JA"), STR("ja")));
	assert_true(str_is_like(STR("\xC3\x81no"), STR("\xC3\xA1NO")));
	assert_true(
		str_is_like(STR("\xD0\x94\xD0\xB0"), STR("\xD0\xB4\xD0\xB0")));
	assert_false(str_is_like(STR("ja"), STR("jas")));
	assert_false(str_is_like(STR("jas"), STR("ja")));
	assert_false(str_is_like(STR("ja"), STR("na")));
	assert_true(str_is_like(STR(""), STR("")));
}

static void blanks_of_all_kinds_are_one_space(void **state)
{
	assert_str(str_squeeze(STR(" a \t\r\n b\xC2\xA0\xC2\xA0"
				   "c\xC2\xA9 "),
			       *state),
		   "a b c\xC2\xA9");
	assert_str(str_squeeze(STR("\xC2\xA0 "), *state), "");
	assert_str(str_squeeze(STR("\u2028Design \u2029 of\u202F2"), *state),
		   "Design of\u202F2");
}

static void signs_at_the_end_are_left_out(void **state)
{
	(void)state;
	assert_str(str_without(STR("a: ."), ".: "), "a");
	assert_str(str_without(STR("..."), "."), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(blanks_of_all_kinds_are_one_space),
		TEST(signs_at_the_end_are_left_out),
		cmocka_unit_test(a_cut_gives_every_part_and_then_ends),
		cmocka_unit_test(only_plain_decimals_are_numbers),
		cmocka_unit_test(invalid_utf8_is_found_at_its_byte),
		cmocka_unit_test(texts_are_alike_but_for_case),
		cmocka_unit_test(distance_counts_swapped_neighbours_once),
	};

	return RUN(tests);
}
