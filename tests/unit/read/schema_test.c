#include "read/lexical.h"
#include "read/schema.h"
#include "unit.h"

static void a_date_is_a_day_of_the_calendar(void **state)
{
	static const struct {
		const char *text;
		bool valid;
	} DATES[] = {
		{ "2026-11-21", true },
		{ "2024-02-29", true },
		{ "2000-02-29", true },
		{ "2020-01-14T16:00:00.000Z", true },
		{ "2020-01-14 16:00:00", true },
		{ "2020-01-14t16:00:00z", true },
		{ "2020-01-14T16:00:00+02:00", true },
		{ "2026-02-29", false },
		{ "1900-02-29", false },
		{ "2026-13-01", false },
		{ "2026-00-01", false },
		{ "2026-04-31", false },
		{ "0000-01-01", false },
		{ "2026-1-1", false },
		{ "2026/11/21", false },
		{ "21-11-2026", false },
		{ "2026-11-21x", false },
		{ "2026-11-21T24:00:00Z", false },
		{ "2026-11-21T12:60:00Z", false },
		{ "2026-11-21T12:00Z", true },
		{ "2026-11-21T12:00.5Z", false },
		{ "2026-11-21T12Z", false },
		{ "2026-11-21T12:00:00.Z", false },
		{ "2026-11-21T12:00:00+0200", false },
		{ "2026-11-21T12:00:00+99:00", false },
		{ "2026-11-21T12:00:00+02x00", false },
		{ "", false },
	};
	struct date date;

	(void)state;
	for (size_t i = 0; i < sizeof(DATES) / sizeof(*DATES); i++)
		if (date_parse(str_from(DATES[i].text), &date) !=
		    DATES[i].valid)
			fail_msg("%s", DATES[i].text);
	assert_true(date_parse(STR("2020-01-14T16:00:01Z"), &date));
	assert_int_equal(date.month, 1);
	assert_int_equal(date.second, 16 * 3600 + 1);
}

static void an_offset_makes_an_instant_of_a_time(void **state)
{
	static const struct {
		const char *text;
		int year, month, day, second;
	} CASES[] = {
		{ "2018-11-20T00:30+02:00", 2018, 11, 19, 81000 },
		{ "2018-11-20T00:30:00+02:00", 2018, 11, 19, 81000 },
		{ "2018-12-31T23:30:00-01:00", 2019, 1, 1, 1800 },
		{ "2024-03-01T00:00:00+00:01", 2024, 2, 29, 86340 },
		{ "2023-02-28T23:59:59-00:01", 2023, 3, 1, 59 },
		{ "2018-11-20", 2018, 11, 20, 0 },
	};
	struct date early, late;

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct date date;

		assert_true(date_parse(str_from(CASES[i].text), &date));
		date = date_utc(date);
		assert_int_equal(date.year, CASES[i].year);
		assert_int_equal(date.month, CASES[i].month);
		assert_int_equal(date.day, CASES[i].day);
		assert_int_equal(date.second, CASES[i].second);
	}
	date_parse(STR("2018-11-20T00:30:00+02:00"), &early);
	date_parse(STR("2018-11-19T23:00:00Z"), &late);
	assert_true(date_compare(early, late) < 0);
}

static void of_a_source_a_month_or_a_year_may_be_known(void **state)
{
	static const char *const WRONG[] = { "202",	"20200",  "2020-13",
					     "2020-00", "2020-1", "0000",
					     "2020_01", "" };
	struct date year, month, day;

	(void)state;
	assert_true(date_parse_part(STR("2020"), &year));
	assert_true(date_parse_part(STR("2020-02"), &month));
	assert_true(date_parse_part(STR("2020-02-29"), &day));
	assert_int_equal(year.month, 0);
	assert_int_equal(month.day, 0);
	assert_int_equal(date_last(month).day, 29);
	assert_int_equal(date_first(year).month, 1);
	assert_int_equal(date_compare(month, day), 0);
	assert_true(date_compare(year, month) > 0);
	for (size_t i = 0; i < sizeof(WRONG) / sizeof(*WRONG); i++)
		if (date_parse_part(str_from(WRONG[i]), &year))
			fail_msg("%s", WRONG[i]);
}

static void an_id_is_of_small_letters_digits_and_hyphens(void **state)
{
	(void)state;
	assert_true(id_is_valid(STR("c-3po")));
	assert_false(id_is_valid(STR("")));
	assert_false(id_is_valid(STR("Oak")));
	assert_false(id_is_valid(STR("a_b")));
	assert_false(id_is_valid(STR("é")));
	assert_false(id_is_valid(STR("a\0")));
}

static void a_colour_is_of_six_digits(void **state)
{
	(void)state;
	assert_true(color_is_valid(STR("#2b5F9e")));
	assert_false(color_is_valid(STR("2b5f9e")));
	assert_false(color_is_valid(STR("#2b5")));
	assert_false(color_is_valid(STR("#0x1234")));
	assert_false(color_is_valid(STR("# 12345")));
}

static void plain_scalars_are_what_is_expected_of_them(void **state)
{
	static const struct schema_field FIELDS[] = {
		{ .key = "title",
		  .kind = FIELD_TEXT,
		  .required = true,
		  .offset = offsetof(struct option, name) },
		{ .key = "pros",
		  .kind = FIELD_INLINES,
		  .offset = offsetof(struct option, pros) },
	};
	static const struct schema SCHEMA = SCHEMA("an option", FIELDS);
	struct markdown_env env = { .diags = diags_new(), .arena = *state };
	struct option o = { 0 };
	const struct yaml_node *n =
		yaml_parse(env.diags, STR("title: 2009\npros: [*a*, yes, ~]\n"),
			   (struct place){ "f", 1, 1, 1 }, *state);

	assert_null(n); /* "*a*" is an alias: Markdown wants quotes */
	n = yaml_parse(env.diags, STR("title: 2009\npros: ['*a*', yes]\n"),
		       (struct place){ "f", 1, 1, 1 }, *state);
	assert_true(schema_read(&env, &SCHEMA, n, &o));
	assert_str(o.name.str, "2009");
	assert_int_equal(o.pros.count, 2);
	assert_str(o.pros.items[0].html, "<em>a</em>");
	assert_str(o.pros.items[1].plain, "yes");
	diags_free(env.diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_date_is_a_day_of_the_calendar),
		TEST(an_offset_makes_an_instant_of_a_time),
		TEST(of_a_source_a_month_or_a_year_may_be_known),
		TEST(an_id_is_of_small_letters_digits_and_hyphens),
		TEST(a_colour_is_of_six_digits),
		TEST(plain_scalars_are_what_is_expected_of_them),
	};

	return RUN(tests);
}
