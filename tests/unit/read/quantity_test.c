/* Numbers with a decimal comma, and with their unit. */
#include "read/quantity.h"
#include "unit.h"

static void a_number_may_stand_beside_its_own_unit(void **state)
{
	static const struct {
		const char *unit, *text;
		bool takes_comma;
		double number;
	} READ[] = {
		{ "", "8.5", false, 8.5 },
		{ "", "8,5", true, 8.5 },
		{ "%", "12 %", false, 12 },
		{ "%", "12%", false, 12 },
		{ "%", "12\u202F%", false, 12 },
		{ "kg", "1.3 kg", false, 1.3 },
		{ "h", "9,5 h", true, 9.5 },
		{ "€", "€ 12", false, 12 },
		{ "$", "$5", false, 5 },
		{ "kg", "1.3", false, 1.3 },
		{ "cd/m²", "300 cd/m²", false, 300 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(READ) / sizeof(*READ); i++) {
		const struct quantity_style style = {
			.takes_comma = READ[i].takes_comma
		};
		double number;

		assert_true(quantity_read(&style, str_from(READ[i].unit),
					  str_from(READ[i].text), &number));
		assert_near(number, READ[i].number);
	}
}

static void another_unit_is_no_number_and_is_known(void **state)
{
	static const struct {
		const char *text, *unit;
	} KNOWN[] = {
		{ "1300 g", "g" },
		{ "12 %", "%" },
		{ "8,5 kg", "kg" },
		{ "5 m2", "m2" },
		{ "20°C", "°C" },
		{ "8", "" },
		{ "12 to 15", "" },
		{ "fast", "" },
		{ "8/10", "" },
		{ "8.5.2026", "" },
		{ "kg", "" },
		{ "", "" },
		{ "3 of 5 kg", "" },
		{ "1\u2019200", "" },
		{ "1\u066B2", "" },
		{ "1\u2009200", "" },
		{ "1\u2019200 kg", "kg" },
	};
	const struct quantity_style style = { .takes_comma = true };
	double number;

	(void)state;
	for (size_t i = 0; i < sizeof(KNOWN) / sizeof(*KNOWN); i++)
		assert_str(quantity_unit(&style, str_from(KNOWN[i].text)),
			   KNOWN[i].unit);
	assert_false(quantity_read(&style, STR("kg"), STR("1300 g"), &number));
	assert_false(quantity_read(&style, STR(""), STR("12 %"), &number));
	assert_false(quantity_read(&style, STR("kg"), STR("kg"), &number));
}

static void where_both_marks_are_a_mark_may_part_thousands(void **state)
{
	struct quantity_style style = { .takes_comma = true };
	double number;

	(void)state;
	quantity_note(&style, STR("8,5"));
	assert_true(style.has_comma);
	assert_false(style.has_point);
	assert_false(quantity_read(&style, STR(""), STR("1.200"), &number));
	assert_true(quantity_read(&style, STR(""), STR("1.25"), &number));
	quantity_note(&style, STR("1.25"));
	assert_false(quantity_read(&style, STR(""), STR("1,200"), &number));
	style = (struct quantity_style){ 0 };
	quantity_note(&style, STR("8,5"));
	assert_false(style.has_comma);
	assert_false(quantity_read(&style, STR(""), STR("8,5"), &number));
}

/* The first is read by the light of the second. */
static void another_number_tells_what_a_mark_is(void **state)
{
	static const struct {
		const char *text, *other;
		double number; /* 0: it may be either */
	} READ[] = {
		{ "1.200", "999", 0 },	     { "1,200", "999", 0 },
		{ "1.200", "1.300", 0 },     { "1,200", "1,300", 0 },
		{ "1.200", "999,50", 0 },    { "1.200", "999,50 €", 0 },
		{ "1.200", "€ 999,50", 0 },  { "1,200", "1.25 kg", 0 },
		{ "1.200 kg", "999 kg", 0 }, { "-1.200", "0", 0 },
		{ "1.200", "0.75", 1.2 },    { "1.200", "1.25 kg", 1.2 },
		{ "1,200", "0,75", 1.2 },    { "1,200", "€ 1,25", 1.2 },
		{ "1.200", "0.750", 1.2 },   { "1.200", "1200.500", 1.2 },
		{ "1.25", "999", 1.25 },     { "0.750", "999", 0.75 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(READ) / sizeof(*READ); i++) {
		struct quantity_style style = { .takes_comma = true };
		double number = 0;
		bool ok;

		quantity_note(&style, str_from(READ[i].text));
		quantity_note(&style, str_from(READ[i].other));
		ok = quantity_read(&style, STR("kg"), str_from(READ[i].text),
				   &number);
		assert_int_equal(ok, READ[i].number > 0);
		if (ok)
			assert_near(number, READ[i].number);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_may_stand_beside_its_own_unit),
		TEST(another_unit_is_no_number_and_is_known),
		TEST(where_both_marks_are_a_mark_may_part_thousands),
		TEST(another_number_tells_what_a_mark_is),
	};

	return RUN(tests);
}
