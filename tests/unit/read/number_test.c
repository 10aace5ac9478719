/* What is meant by a number that is not written as one. */
#include "read/number.h"
#include "unit.h"

static void what_is_meant_is_told(void **state)
{
	static const struct {
		const char *text, *right, *other;
	} MEANT[] = {
		{ "−5", "-5", "" },
		{ "–5,5", "-5.5", "" },
		{ "+3", "3", "" },
		{ "1 200", "1200", "" },
		{ "1\u00A0200\u00A0000", "1200000", "" },
		{ "1\u202F200,5", "1200.5", "" },
		{ "−1’200.25", "-1200.25", "" },
		{ "1,200.5", "1200.5", "" },
		{ "1.200,5", "1200.5", "" },
		{ "12.345.678", "12345678", "" },
		{ "8,5", "8.5", "" },
		{ "0,125", "0.125", "" },
		{ "1234,567", "1234.567", "" },
		{ "1.200", "1200", "1.2" },
		{ "1,234", "1234", "1.2340" },
		{ "-2.000", "-2000", "-2" },
		{ "1\u066C200\u066B5", "1200.5", "" },
		{ "0\u066B125", "0.125", "" },
		{ "1\u066B200", "1.200", "" },
		{ "\u0661\u066C\u0662\u0660\u0660", "1200", "" },
		{ "\u06F8\u066B\u06F5", "8.5", "" },
		{ "1\u2004200", "1200", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(MEANT) / sizeof(*MEANT); i++) {
		struct number_meant meant;

		assert_true(number_meant(str_from(MEANT[i].text), &meant));
		assert_string_equal(meant.right, MEANT[i].right);
		assert_string_equal(meant.other, MEANT[i].other);
	}
}

static void what_is_none_is_left_alone(void **state)
{
	static const char *const NONE[] = {
		"",	     "-",	 "x",	  "1 20",  "1,2,3",
		"1,200.5.5", "1..2",	 "5 ms",  "8/10",  "1,200,5",
		",5",	     "1 ",	 "1e3",	  "1.5 2", "\xFF",
		"0 200",     "1200 500", "1,2 3", "1'20",  "1\u066B2\u066B3",
		"\u066B5",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(NONE) / sizeof(*NONE); i++) {
		struct number_meant meant;

		if (number_meant(str_from(NONE[i]), &meant))
			fail_msg("%s is %s", NONE[i], meant.right);
	}
}

static void blanks_of_any_width_are_trimmed(void **state)
{
	(void)state;
	assert_str(number_trim(STR("60\u202F")), "60");
	assert_str(number_trim(STR("60\u00A0 ")), "60");
	assert_str(number_trim(STR(" ")), "");
	assert_str(number_trim(STR("")), "");
	assert_str(number_trim(STR("6\xFF")), "6\xFF");
}

static void digits_beyond_those_of_a_double_are_known(void **state)
{
	static const struct {
		const char *text;
		bool kept;
	} CASES[] = {
		{ "0", true },
		{ "-0.0", true },
		{ "1e23", true },
		{ "100000000000000000000000", true },
		{ "1.50E-3", true },
		{ "0,30", true },
		{ "0.30000000000000004", true },
		{ "9007199254740992", true },
		{ "9007199254740993", false },
		{ "-9007199254740993", false },
		{ "0.1234567890123456789", false },
		{ "12345678901234567890", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		const char *text = CASES[i].text;
		double number = strcmp(text, "0,30") ? atof(text) : 0.3;

		if (number_is_kept(str_from(text), number) != CASES[i].kept)
			fail_msg("%s", text);
	}
	assert_true(number_is_same(STR("007.10e1"), STR("71")));
	assert_false(number_is_same(STR("7.1"), STR("71")));
	assert_false(number_is_same(STR("7.1"), STR("-7.1")));
	assert_false(number_is_same(STR("7.1"), STR("7.12")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_meant_is_told),
		TEST(what_is_none_is_left_alone),
		TEST(digits_beyond_those_of_a_double_are_known),
		TEST(blanks_of_any_width_are_trimmed),
	};

	return RUN(tests);
}
