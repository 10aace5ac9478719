#include "import/table_format.h"
#include "unit.h"

static void a_code_says_what_a_number_is(void **state)
{
	static const struct {
		const char *code;
		enum format_kind kind;
		const char *unit;
	} CODES[] = {
		{ "General", FORMAT_PLAIN, "" },
		{ "0.00", FORMAT_PLAIN, "" },
		{ "0%", FORMAT_PERCENT, "%" },
		{ "#,##0.00 \"EUR\"", FORMAT_PLAIN, "EUR" },
		{ "\"$\"#,##0", FORMAT_PLAIN, "$" },
		{ "$#,##0", FORMAT_PLAIN, "$" },
		{ "#,##0 [$\xE2\x82\xAC-407]", FORMAT_PLAIN, "\xE2\x82\xAC" },
		{ "dd.mm.yyyy", FORMAT_DAY, "" },
		{ "YYYY-MM-DD", FORMAT_DAY, "" },
		{ "yyyy-mm-dd hh:mm", FORMAT_TIME, "" },
		{ "[$-409]d mmm yy", FORMAT_DAY, "" },
		{ "[$-409]0.00", FORMAT_PLAIN, "" },
		{ "[h]:mm", FORMAT_PLAIN, "" },
		{ "mm:ss", FORMAT_PLAIN, "" },
		{ "[Red]0", FORMAT_PLAIN, "" },
		{ "0 \"days\"", FORMAT_PLAIN, "" },
		{ "0\\d", FORMAT_PLAIN, "" },
		{ "0_y*d", FORMAT_PLAIN, "" },
		{ "0;yyyy", FORMAT_PLAIN, "" },
		{ "0 \"day", FORMAT_PLAIN, "" },
		{ "", FORMAT_PLAIN, "" },
	};

	for (size_t k = 0; k < sizeof(CODES) / sizeof(*CODES); k++) {
		struct format format =
			format_of_code(str_from(CODES[k].code), *state);

		if (format.kind != CODES[k].kind ||
		    !str_is(format.unit, CODES[k].unit))
			fail_msg("%s: %d \"%.*s\"", CODES[k].code, format.kind,
				 STR_ARG(format.unit));
	}
}

/* ECMA-376 part 1, 18.8.30; the numbers on both sides of each range. */
static void formats_that_are_built_in_have_numbers(void **state)
{
	static const unsigned DAYS[] = { 14, 17, 27, 31, 36, 50, 58 };
	static const unsigned PLAIN[] = {
		0, 8, 11, 13, 18, 21, 26, 32, 49, 59
	};

	(void)state;
	for (size_t k = 0; k < sizeof(DAYS) / sizeof(*DAYS); k++)
		assert_int_equal(format_built_in(DAYS[k]).kind, FORMAT_DAY);
	for (size_t k = 0; k < sizeof(PLAIN) / sizeof(*PLAIN); k++)
		assert_int_equal(format_built_in(PLAIN[k]).kind, FORMAT_PLAIN);
	assert_int_equal(format_built_in(9).kind, FORMAT_PERCENT);
	assert_str(format_built_in(10).unit, "%");
	assert_int_equal(format_built_in(22).kind, FORMAT_TIME);
}

static void a_number_of_days_is_a_date(void **state)
{
	static const struct {
		double number;
		enum format_kind kind;
		bool from_1904;
		const char *text;
	} CELLS[] = {
		{ 1, FORMAT_DAY, false, "1900-01-01" },
		{ 59, FORMAT_DAY, false, "1900-02-28" },
		{ 61, FORMAT_DAY, false, "1900-03-01" },
		{ 36526, FORMAT_DAY, false, "2000-01-01" },
		{ 45351, FORMAT_DAY, false, "2024-02-29" },
		{ 0, FORMAT_DAY, true, "1904-01-01" },
		{ 43889, FORMAT_DAY, true, "2024-02-29" },
		{ 45351.75, FORMAT_DAY, false, "2024-02-29" },
		{ 45351.75, FORMAT_TIME, false, "2024-02-29 18:00" },
		{ 45351, FORMAT_TIME, false, "2024-02-29" },
		{ 2958465, FORMAT_DAY, false, "9999-12-31" },
		{ 2958466, FORMAT_DAY, false, "2958466" },
		{ 0, FORMAT_DAY, false, "0" },
		{ -1, FORMAT_TIME, false, "-1" },
		{ 0.07, FORMAT_PERCENT, false, "7 %" },
		{ 0.5, FORMAT_PLAIN, false, "0.5" },
	};

	for (size_t k = 0; k < sizeof(CELLS) / sizeof(*CELLS); k++) {
		struct format format = { CELLS[k].kind, STR("") };
		struct cell cell = { 0 };

		format_number(&cell, &format, CELLS[k].number,
			      CELLS[k].from_1904, *state);
		assert_str(cell.text, CELLS[k].text);
		assert_int_equal(cell.kind == CELL_DATE,
				 strlen(CELLS[k].text) >= 10);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_code_says_what_a_number_is),
		TEST(formats_that_are_built_in_have_numbers),
		TEST(a_number_of_days_is_a_date),
	};

	return RUN(tests);
}
