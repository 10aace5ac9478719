#include "read/lexical.h"

#include "unit.h"

static void an_id_is_small_letters_digits_and_hyphens(void **state)
{
	static const char *const GOOD[] = { "a", "z-09", "-" };
	static const char *const BAD[] = { "",	       "A",   "a b", "a_b",
					   "\xC3\xA4", "a.b", "{",   ":" };

	(void)state;
	for (size_t i = 0; i < sizeof(GOOD) / sizeof(*GOOD); i++)
		assert_true(id_is_valid(str_from(GOOD[i])));
	for (size_t i = 0; i < sizeof(BAD) / sizeof(*BAD); i++)
		assert_false(id_is_valid(str_from(BAD[i])));
}

static void what_the_site_calls_its_folders_is_taken(void **state)
{
	static const char *const TAKEN[] = { "assets", "static", "syntax",
					     "tags" };

	(void)state;
	for (size_t i = 0; i < sizeof(TAKEN) / sizeof(*TAKEN); i++)
		assert_true(slug_is_taken(str_from(TAKEN[i])));
	assert_false(slug_is_taken(STR("tag")));
}

static void a_colour_has_six_digits_of_sixteen(void **state)
{
	(void)state;
	assert_true(color_is_valid(STR("#09afAF")));
	assert_false(color_is_valid(STR("#09afA")));
	assert_false(color_is_valid(STR("009afAF")));
	assert_false(color_is_valid(STR("#09afAg")));
}

/* The second of the day, and minutes ahead of UTC; -1: no date at all. */
static void a_date_is_a_day_of_the_calendar_and_may_have_a_time(void **state)
{
	static const struct {
		const char *text;
		int second, offset;
	} DATES[] = {
		{ "2026-11-21", 0, 0 },
		{ "2024-02-29", 0, 0 },
		{ "0001-01-01", 0, 0 },
		{ "2026-11-21T16:00", 57600, 0 },
		{ "2026-11-21t16:00Z", 57600, 0 },
		{ "2026-11-21 23:59:59z", 86399, 0 },
		{ "2026-11-21T00:00:01.25Z", 1, 0 },
		{ "2026-11-21T01:00:00.5+01:30", 3600, 90 },
		{ "2026-11-21T01:00-23:59", 3600, -1439 },
		{ "2026-02-29", -1, 0 },
		{ "0000-01-01", -1, 0 },
		{ "2026-00-01", -1, 0 },
		{ "2026-13-01", -1, 0 },
		{ "2026-01-00", -1, 0 },
		{ "2026-04-31", -1, 0 },
		{ "2026/11-21", -1, 0 },
		{ "2026-11/21", -1, 0 },
		{ "2026-11-2", -1, 0 },
		{ "26-11-21", -1, 0 },
		{ "2026-1a-21", -1, 0 },
		{ "2026-11-21x16:00", -1, 0 },
		{ "2026-11-21T1600", -1, 0 },
		{ "2026-11-21T16-00", -1, 0 },
		{ "2026-11-21Tab:00", -1, 0 },
		{ "2026-11-21T16:0", -1, 0 },
		{ "9999-12-31T23:59+00:00", 23 * 3600 + 59 * 60, 0 },
		{ "9999-12-31T23:59-00:01", -1, 0 },
		{ "0001-01-01T00:00+00:00", 0, 0 },
		{ "0001-01-01T00:00+00:01", -1, 0 },
		{ "2026-11-21T24:00", -1, 0 },
		{ "2026-11-21T16:60", -1, 0 },
		{ "2026-11-21T16:00:60", -1, 0 },
		{ "2026-11-21T16:00:6", -1, 0 },
		{ "2026-11-21T16:00.5", -1, 0 },
		{ "2026-11-21T16:00:00.", -1, 0 },
		{ "2026-11-21T16:00X", -1, 0 },
		{ "2026-11-21T16:00+0100", -1, 0 },
		{ "2026-11-21T16:00*01:00", -1, 0 },
		{ "2026-11-21T16:00+01-00", -1, 0 },
		{ "2026-11-21T16:00+xx:00", -1, 0 },
		{ "2026-11-21T16:00+01:xx", -1, 0 },
		{ "2026-11-21T16:00+24:00", -1, 0 },
		{ "2026-11-21T16:00+01:60", -1, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(DATES) / sizeof(*DATES); i++) {
		struct str text = str_from(DATES[i].text);
		struct date date = { 0 };

		if (date_parse(text, &date) != (DATES[i].second >= 0))
			fail_msg("%s", DATES[i].text);
		if (DATES[i].second < 0)
			continue;
		assert_int_equal(date.second, DATES[i].second);
		assert_int_equal(date.offset, DATES[i].offset);
		assert_int_equal(date.timed, text.len > 10);
	}
}

static void of_a_source_the_year_or_month_may_be_known_alone(void **state)
{
	static const struct {
		const char *text;
		int year, month, day; /* year 0: it is none */
	} PARTS[] = {
		{ "2026", 2026, 0, 0 },	    { "2026-01", 2026, 1, 0 },
		{ "2026-12", 2026, 12, 0 }, { "2026-11-21", 2026, 11, 21 },
		{ "0000", 0, 0, 0 },	    { "20x6", 0, 0, 0 },
		{ "2026-13", 0, 0, 0 },	    { "2026-00", 0, 0, 0 },
		{ "2026/11", 0, 0, 0 },	    { "2026-1x", 0, 0, 0 },
		{ "202", 0, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(PARTS) / sizeof(*PARTS); i++) {
		struct date date;

		if (date_parse_part(str_from(PARTS[i].text), &date) !=
		    (PARTS[i].year > 0))
			fail_msg("%s", PARTS[i].text);
		if (!PARTS[i].year)
			continue;
		assert_int_equal(date.year, PARTS[i].year);
		assert_int_equal(date.month, PARTS[i].month);
		assert_int_equal(date.day, PARTS[i].day);
	}
}

static void blanks_of_any_width_are_not_seen(void **state)
{
	static const char *const UNSEEN[] = {
		"",	  " \t\n",  "\u00A0",	    "\u2009\u202F",
		"\u200B", "\u3000", "\uFEFF\u200F", "\u00AD\u2060",
	};
	static const char *const SEEN[] = { "a", "-", "\u200Bx\u00A0", "\u4E00",
					    "\u2013" };

	(void)state;
	for (size_t i = 0; i < sizeof(UNSEEN) / sizeof(*UNSEEN); i++)
		assert_true(text_is_unseen(str_from(UNSEEN[i])));
	for (size_t i = 0; i < sizeof(SEEN) / sizeof(*SEEN); i++)
		assert_false(text_is_unseen(str_from(SEEN[i])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(blanks_of_any_width_are_not_seen),
		TEST(an_id_is_small_letters_digits_and_hyphens),
		TEST(what_the_site_calls_its_folders_is_taken),
		TEST(a_colour_has_six_digits_of_sixteen),
		TEST(a_date_is_a_day_of_the_calendar_and_may_have_a_time),
		TEST(of_a_source_the_year_or_month_may_be_known_alone),
	};

	return RUN(tests);
}
