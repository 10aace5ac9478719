#include "english.h"
#include "words/figure.h"

/* With the English words, but numbers and dates of another language. */
static struct phrases located(const char *tag, struct arena *arena)
{
	struct phrases phrases = english(arena);
	struct diags *diags = diags_new();
	struct text text = { .str = str_from(tag) };

	assert_true(locale_open(diags, &text, &phrases.locale, arena));
	phrases.is_rtl = str_starts(text.str, "ar");
	diags_free(diags);
	return phrases;
}

static void a_number_has_groups_of_three(void **state)
{
	static const struct {
		double number;
		int decimals;
		const char *text;
	} CASES[] = {
		{ 0, 0, "0" },
		{ -0.0, 2, "0" },
		{ 7.4, 2, "7.4" },
		{ 7.456, 2, "7.46" },
		{ 999, 0, "999" },
		{ 1250, 0, "1,250" },
		{ 9999.5, 1, "9,999.5" },
		{ 9999.5, 0, "10,000" },
		{ 12500, 0, "12,500" },
		{ 123456, 0, "123,456" },
		{ 1234567.25, 2, "1,234,567.25" },
		{ 1e12, 3, "1,000,000,000,000" },
		{ -1, 0,
		  "\xE2\x88\x92"
		  "1" },
		{ -0.25, 2,
		  "\xE2\x88\x92"
		  "0.25" },
		{ -1250, 0,
		  "\xE2\x88\x92"
		  "1,250" },
		{ -12500.5, 1,
		  "\xE2\x88\x92"
		  "12,500.5" },
		{ -0.004, 2, "0" },
	};
	struct phrases phrases = english(*state);

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_str(phrase_number(&phrases, CASES[i].number,
					 CASES[i].decimals, *state),
			   CASES[i].text);
}

static void the_signs_of_a_number_are_the_languages(void **state)
{
	static const struct {
		const char *tag, *large, *negative, *small, *thousand;
	} CASES[] = {
		{ "de-DE", "1.234.567,5",
		  "\u2212"
		  "0,5",
		  "0,5", "1.250" },
		{ "de-CH", "1\u2019234\u2019567.5",
		  "\u2212"
		  "0.5",
		  "0.5", "1\u2019250" },
		{ "fr-FR", "1\u00A0234\u00A0567,5",
		  "\u2212"
		  "0,5",
		  "0,5", "1\u00A0250" },
		{ "es-ES", "1.234.567,5",
		  "\u2212"
		  "0,5",
		  "0,5", "1250" },
		{ "ja-JP", "1,234,567.5",
		  "\u2212"
		  "0.5",
		  "0.5", "1,250" },
		{ "hi-IN", "12,34,567.5",
		  "\u2212"
		  "0.5",
		  "0.5", "1,250" },
		{ "ar-u-nu-latn", "1,234,567.5",
		  "\u200E\u2212"
		  "0.5",
		  "0.5", "1,250" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct phrases phrases = located(CASES[i].tag, *state);

		assert_str(phrase_number(&phrases, 1234567.5, 1, *state),
			   CASES[i].large);
		assert_str(phrase_number(&phrases, -0.5, 1, *state),
			   CASES[i].negative);
		assert_str(phrase_fixed(&phrases, 0.5, 1, *state),
			   CASES[i].small);
		assert_str(phrase_number(&phrases, 1250, 0, *state),
			   CASES[i].thousand);
	}
}

static void a_fixed_number_has_all_its_places(void **state)
{
	static const struct {
		double number;
		int decimals;
		const char *text;
	} CASES[] = {
		{ 7, 0, "7" },
		{ 7.5, 0, "8" },
		{ 7, 1, "7.0" },
		{ 7.4, 1, "7.4" },
		{ 7.4, 2, "7.40" },
		{ 7.04, 3, "7.040" },
		{ 7.99, 1, "8.0" },
		{ 0, 2, "0.00" },
		{ -0.0, 2, "0.00" },
		{ -0.004, 2, "0.00" },
		{ 0.5, 9, "0.500000000" },
		{ 3, 9, "3.000000000" },
		{ 12345, 1, "12,345.0" },
		{ -7.5, 2,
		  "\xE2\x88\x92"
		  "7.50" },
		{ 1e15, 2, "1,000,000,000,000,000.00" },
	};
	struct phrases phrases = english(*state);

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_str(phrase_fixed(&phrases, CASES[i].number,
					CASES[i].decimals, *state),
			   CASES[i].text);
}

/* Marks of direction keep it before the number, where lines run to the left. */
static void a_sign_stands_before_its_number(void **state)
{
	static const struct {
		const char *tag, *plus, *minus;
	} CASES[] = {
		{ "en-GB", "+5.4", "\u22124.2" },
		{ "de-DE", "+5,4", "\u22124,2" },
		{ "ar-u-nu-latn", "\u200E+5.4", "\u200E\u22124.2" },
		{ "he-IL", "\u200E+5.4", "\u200E\u22124.2" },
		{ "fa-u-nu-latn", "\u200E+5.4", "\u200E\u22124.2" },
		{ "ur-PK", "\u200E+5.4", "\u200E\u22124.2" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct phrases phrases = located(CASES[i].tag, *state);

		assert_str(phrase_signed(&phrases, 5.4, 1, *state),
			   CASES[i].plus);
		assert_str(phrase_signed(&phrases, -4.2, 1, *state),
			   CASES[i].minus);
	}
}

static void a_measure_has_six_digits_that_count(void **state)
{
	static const struct {
		double number;
		const char *text;
	} CASES[] = {
		{ 0, "0" },
		{ 240, "240" },
		{ 0.1, "0.1" },
		{ 1.0 / 3, "0.333333" },
		{ 200.0 / 3, "66.6667" },
		{ 1234.56789, "1,234.57" },
		{ 99999.95, "100,000" },
		{ 12345.678, "12,345.7" },
		{ 999999.4, "999,999" },
		{ 1500000, "1,500,000" },
		{ 1234567, "1,234,567" },
		{ 1e12, "1,000,000,000,000" },
		{ 0.00123456789, "0.00123457" },
		{ 1e-7, "0.0000001" },
		{ -40.5, "\xE2\x88\x92"
			 "40.5" },
		{ -0.0, "0" },
	};
	struct phrases phrases = english(*state);

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_str(
			phrase_measure(&phrases, CASES[i].number,
				       figure_measure_places(CASES[i].number),
				       STR(""), *state),
			CASES[i].text);
}

static void a_unit_follows_its_measure(void **state)
{
	struct phrases phrases = english(*state);

	assert_str(phrase_measure(&phrases, 240, 0, STR("ms"), *state),
		   "240\u00A0ms");
	assert_str(phrase_measure(&phrases, 1500000, 0, STR("{n}"), *state),
		   "1,500,000\u00A0{n}");
	assert_str(phrase_measure(&phrases, 1, 0, STR("hours"), *state),
		   "1\u00A0hour");
	assert_str(phrase_measure(&phrases, 1, 1, STR("hours"), *state),
		   "1.0\u00A0hours");
	assert_str(phrase_measure(&phrases, 1, 0, STR("towels"), *state),
		   "1\u00A0towels");
	phrases.texts[WORD_MEASURE] = STR("{unit}{n}");
	assert_str(phrase_measure(&phrases, 9.5, 1, STR("$"), *state), "$9.5");
}

static void a_share_is_said_in_per_cent(void **state)
{
	struct phrases phrases = english(*state);

	assert_str(phrase_percent(&phrases, 0.875, 1, *state), "87.5%");
	assert_str(phrase_percent(&phrases, 0.875, 0, *state), "88%");
	assert_str(phrase_percent(&phrases, 1, 1, *state), "100.0%");
	assert_str(phrase_percent(&phrases, 0, 1, *state), "0.0%");
	assert_str(phrase_percent(&phrases, 0.0004, 1, *state), "0.0%");
	phrases = located("de-DE", *state);
	assert_str(phrase_percent(&phrases, 0.07, 1, *state), "7,0\u00A0%");
	phrases = located("ar-u-nu-latn", *state);
	assert_str(phrase_percent(&phrases, 0.07, 1, *state),
		   "7.0\u200E%\u200E");
	phrases = located("tr-TR", *state);
	assert_str(phrase_percent(&phrases, 0.07, 1, *state), "%7,0");
}

static void a_day_is_said_with_its_month(void **state)
{
	static const char *const DAYS[] = {
		"1 January 2026",  "2 February 2026",  "3 March 2026",
		"4 April 2026",	   "5 May 2026",       "6 June 2026",
		"7 July 2026",	   "8 August 2026",    "9 September 2026",
		"10 October 2026", "11 November 2026", "12 December 2026",
	};
	struct phrases phrases = english(*state);
	struct date none = { 0 };

	for (int month = 1; month <= 12; month++) {
		struct date date = { .year = 2026,
				     .month = month,
				     .day = month };

		assert_str(phrase_date(&phrases, date, *state),
			   DAYS[month - 1]);
	}
	assert_str(phrase_date(&phrases, none, *state), "");
	none.year = 2020;
	assert_str(phrase_date(&phrases, none, *state), "2020");
	none.month = 5;
	assert_str(phrase_date(&phrases, none, *state), "May 2020");
}

static void a_date_is_the_languages(void **state)
{
	static const struct {
		const char *tag, *day, *month, *year;
	} CASES[] = {
		{ "de-DE", "5. M\u00E4rz 2026", "M\u00E4rz 2026", "2026" },
		{ "fr-FR", "5 mars 2026", "mars 2026", "2026" },
		{ "es-ES", "5 de marzo de 2026", "marzo de 2026", "2026" },
		{ "ja-JP", "2026\u5E743\u67085\u65E5", "2026\u5E743\u6708",
		  "2026\u5E74" },
		{ "ar-u-nu-latn", "5 \u0645\u0627\u0631\u0633 2026",
		  "\u0645\u0627\u0631\u0633 2026", "2026" },
		/* The month alone has a form of its own. */
		{ "pl-PL", "5 marca 2026", "marzec 2026", "2026" },
		/* Thai has years of another calendar. */
		{ "th-TH", "5 \u0E21\u0E35\u0E19\u0E32\u0E04\u0E21 2026",
		  "\u0E21\u0E35\u0E19\u0E32\u0E04\u0E21 2026", "2026" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct phrases phrases = located(CASES[i].tag, *state);
		struct date date = { .year = 2026, .month = 3, .day = 5 };

		assert_str(phrase_date(&phrases, date, *state), CASES[i].day);
		date.day = 0;
		assert_str(phrase_date(&phrases, date, *state), CASES[i].month);
		date.month = 0;
		assert_str(phrase_date(&phrases, date, *state), CASES[i].year);
	}
}

static void a_time_stamp_is_an_instant_of_utc(void **state)
{
	struct date date = { .year = 2018,
			     .month = 11,
			     .day = 20,
			     .second = 1800,
			     .offset = 120,
			     .timed = true };

	assert_str(phrase_timestamp(date, *state), "2018-11-19T22:30:00Z");
	assert_str(phrase_instant(date, *state), "2018-11-19T22:30:00Z");
	/* What a reader sees is the day that was written. */
	assert_str(phrase_date_iso(date, *state), "2018-11-20");
	date = (struct date){ .year = 2018, .month = 11, .day = 20 };
	assert_str(phrase_instant(date, *state), "2018-11-20");
}

static void a_day_has_two_digits_for_machines(void **state)
{
	struct date none = { 0 }, early = { .year = 987, .month = 6, .day = 5 };
	struct date late = {
		.year = 2026, .month = 11, .day = 21, .second = 86399
	};

	assert_str(phrase_date_iso(early, *state), "0987-06-05");
	assert_str(phrase_date_iso(late, *state), "2026-11-21");
	assert_str(phrase_date_iso(none, *state), "");
	none.year = 2020;
	assert_str(phrase_date_iso(none, *state), "2020");
	none.month = 5;
	assert_str(phrase_date_iso(none, *state), "2020-05");
	assert_str(phrase_timestamp(early, *state), "0987-06-05T00:00:00Z");
	assert_str(phrase_timestamp(late, *state), "2026-11-21T23:59:59Z");
	late.second = 3600 + 60 + 1;
	assert_str(phrase_timestamp(late, *state), "2026-11-21T01:01:01Z");
	none.year = 0;
	assert_str(phrase_timestamp(none, *state), "");
}

static void sentences_are_parted_as_the_language_parts_them(void **state)
{
	struct phrases phrases = english(*state);
	struct str one = STR("One."), two = STR("Two.");

	assert_str(phrase_join(&phrases, one, two, *state), "One. Two.");
	assert_str(phrase_join(&phrases, one, STR(""), *state), "One.");
	assert_str(phrase_join(&phrases, STR(""), two, *state), "Two.");
	phrases.texts[WORD_SENTENCE_GAP] = STR("");
	assert_str(phrase_join(&phrases, one, two, *state), "One.Two.");
}

static void a_sentence_ends_as_its_language_has_it(void **state)
{
	struct phrases phrases = english(*state);

	assert_str(phrase_clause(&phrases, STR("One.")), "One");
	assert_str(phrase_clause(&phrases, STR("One")), "One");
	assert_str(phrase_sentence(&phrases, STR("One"), *state), "One.");
	assert_str(phrase_sentence(&phrases, STR("One."), *state), "One.");
	phrases.texts[WORD_SENTENCE_END] = STR("\xE3\x80\x82");
	assert_str(phrase_clause(&phrases, STR("One\xE3\x80\x82")), "One");
	assert_str(phrase_sentence(&phrases, STR("One"), *state),
		   "One\xE3\x80\x82");
}

static void a_list_ends_with_and(void **state)
{
	const struct str names[] = { STR("oak"), STR("elm"), STR("ash"),
				     STR("fir") };
	struct phrases phrases = english(*state);

	assert_str(phrase_list(&phrases, names, 0, *state), "");
	assert_str(phrase_list(&phrases, names, 1, *state), "oak");
	assert_str(phrase_list(&phrases, names, 2, *state), "oak and elm");
	assert_str(phrase_list(&phrases, names, 3, *state), "oak, elm and ash");
	assert_str(phrase_list(&phrases, names, 4, *state),
		   "oak, elm, ash and fir");
}

static void a_list_is_the_languages(void **state)
{
	const struct str names[] = { STR("A"), STR("B"), STR("Ida") };
	struct phrases phrases = located("es-ES", *state);

	/* "y" is "e" before an i. */
	assert_str(phrase_list(&phrases, names, 3, *state), "A, B e Ida");
	assert_str(phrase_list(&phrases, names, 2, *state), "A y B");
	phrases = located("ja-JP", *state);
	assert_str(phrase_list(&phrases, names, 3, *state),
		   "A\u3001B\u3001Ida");
}

/* A name in braces comes from the author, not from the phrase. */
static void what_is_filled_in_is_not_filled_in_itself(void **state)
{
	const struct str names[] = { STR("{b}"), STR("{a}"), STR("{") };
	struct phrases phrases = english(*state);

	assert_str(phrase_list(&phrases, names, 3, *state), "{b}, {a} and {");
}

static void one_has_a_form_of_its_own(void **state)
{
	struct phrases phrases = english(*state);

	assert_str(phrase_count(&phrases, PLURAL_POINTS, 0, *state),
		   "0 points");
	assert_str(phrase_count(&phrases, PLURAL_POINTS, 1, *state), "1 point");
	assert_str(phrase_count(&phrases, PLURAL_POINTS, 2, *state),
		   "2 points");
	assert_str(phrase_count(&phrases, PLURAL_CRITERIA, 1, *state),
		   "1 criterion");
	assert_str(phrase_count(&phrases, PLURAL_CRITERIA, 12345, *state),
		   "12,345 criteria");
	/* What is shown counts, with its places. */
	assert_str(phrase_count_shown(&phrases, PLURAL_POINTS, STR("1"),
				      *state),
		   "1 point");
	assert_str(phrase_count_shown(&phrases, PLURAL_POINTS, STR("1.0"),
				      *state),
		   "1.0 points");
	assert_str(phrase_count_shown(&phrases, PLURAL_POINTS, STR("1.5"),
				      *state),
		   "1.5 points");
	assert_str(PLURAL(&phrases, PLURAL_PAIR_LEVEL, 3, *state,
			  { "why", STR("So") }),
		   "So; they are level on 3");
}

static void only_names_that_are_given_are_filled_in(void **state)
{
	static const struct {
		const char *phrase, *text;
	} CASES[] = {
		{ "", "" },
		{ "plain", "plain" },
		{ "{a}", "1" },
		{ "{a}{b}{a}", "1221" },
		{ "x {a} y {b} z", "x 1 y 22 z" },
		{ "{c} {a}", "{c} 1" },
		{ "{A} { a} {}", "{A} { a} {}" },
		{ "{{a}}", "{1}" },
		{ "{a {b}", "{a 22" },
		{ "a} {", "a} {" },
		{ "{a", "{a" },
	};
	struct phrases phrases = english(*state);

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		phrases.texts[WORD_OF] = str_from(CASES[i].phrase);
		assert_str(PHRASE(&phrases, WORD_OF, *state, { "a", STR("1") },
				  { "b", STR("22") }),
			   CASES[i].text);
	}
}

static void a_phrase_is_the_files_text(void **state)
{
	struct phrases phrases = english(*state);

	assert_str(phrase(&phrases, WORD_OF), "{n} of {of}");
	assert_str(phrase(&phrases, WORD_COLUMN_SCORE), "Score");
}

/* The English words but for one line. */
static const char *wrong(const char *key, const char *text, void **state)
{
	struct diags *diags = diags_new();
	struct phrases phrases = english(*state);
	struct words other = { .language = STR_INIT("en"),
			       .at = { .file = "xx.yaml" } };
	const struct words *words = phrases.words;
	const char *said;

	other.items = arena_array(*state, struct word, words->count + 1);
	for (size_t i = 0; i < words->count; i++)
		if (!str_is(words->items[i].key, key))
			other.items[other.count++] = words->items[i];
	if (text)
		other.items[other.count++] = (struct word){
			str_from(key),
			{ str_from(text),
			  { .file = "xx.yaml", .line = 9, .column = 1 } }
		};
	assert_false(phrases_init(diags, &phrases, &other, *state));
	said = printed(diags, *state).ptr;
	diags_free(diags);
	return said;
}

static void each_missing_word_is_an_error(void **state)
{
	assert_string_equal(wrong("win", NULL, state),
			    "xx.yaml: error: the word \"win\" is missing\n");
	assert_string_equal(
		wrong("options_one", NULL, state),
		"xx.yaml: error: the word \"options_one\" is missing\n");
	assert_string_equal(
		wrong("options_other", NULL, state),
		"xx.yaml: error: the word \"options_other\" is missing\n");
}

static void a_form_that_the_language_has_not_is_an_error(void **state)
{
	assert_string_equal(wrong("options_few", "{n}", state),
			    "xx.yaml:9:1: error: the language of \"en-GB\" has "
			    "no form \"few\"\n  hint: its forms are one, "
			    "other\n");
}

static void a_locale_is_wanted_that_is_known(void **state)
{
	assert_string_equal(wrong("locale", NULL, state),
			    "xx.yaml: error: the key \"locale\" is missing\n"
			    "  hint: how numbers, dates and plurals are "
			    "formed: locale: \"en\"\n");
	assert_string_equal(
		wrong("locale", "xx-YY", state),
		"xx.yaml:9:1: error: \"xx-YY\" is no locale that is "
		"known, such as \"en-GB\"\n");
	assert_string_equal(
		wrong("locale", "en_GB", state),
		"xx.yaml:9:1: error: \"en_GB\" is no locale that is "
		"known, such as \"en-GB\"\n");
	assert_string_equal(
		wrong("locale", "ar-EG", state),
		"xx.yaml:9:1: error: the digits of the locale \"ar-EG\" are not "
		"0 to 9\n  hint: write \"ar-EG-u-nu-latn\"\n");
}

/* Or the sentence would turn round at a name of the other direction. */
static void a_name_of_the_other_direction_is_isolated(void **state)
{
	struct phrases phrases = english(*state);
	static const struct str NAMES[] = { STR_INIT("\xD7\x90"),
					    STR_INIT("Vim") };

	assert_str(PHRASE(&phrases, WORD_WINS, *state, { "names", NAMES[0] }),
		   "\xE2\x81\xA8\xD7\x90\xE2\x81\xA9 wins");
	assert_str(PHRASE(&phrases, WORD_WINS, *state, { "names", NAMES[1] }),
		   "Vim wins");
	assert_str(phrase_list(&phrases, NAMES, 2, *state),
		   "\xE2\x81\xA8\xD7\x90\xE2\x81\xA9 and Vim");
	phrases.is_rtl = true;
	assert_str(phrase_list(&phrases, NAMES, 2, *state),
		   "\xD7\x90 and \xE2\x81\xA8Vim\xE2\x81\xA9");
}

/* Its full stop is the sentence's as well, and only there. */
static void a_name_may_end_in_a_full_stop(void **state)
{
	struct phrases phrases = english(*state);
	struct str firm = STR("Acme Inc.");

	assert_str(PHRASE(&phrases, WORD_ROBUST_NEVER_BEHIND, *state,
			  { "name", firm }),
		   "Whatever the weights, no option gets ahead of Acme Inc.");
	assert_str(PHRASE(&phrases, WORD_ROBUST_NEVER_BEHIND, *state,
			  { "name", STR("oak") }),
		   "Whatever the weights, no option gets ahead of oak.");
	assert_str(PHRASE(&phrases, WORD_WINS, *state, { "names", firm }),
		   "Acme Inc. wins");
	assert_str(phrase_sentence(&phrases, firm, *state), "Acme Inc.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(sentences_are_parted_as_the_language_parts_them),
		TEST(a_number_has_groups_of_three),
		TEST(the_signs_of_a_number_are_the_languages),
		TEST(a_fixed_number_has_all_its_places),
		TEST(a_sign_stands_before_its_number),
		TEST(a_measure_has_six_digits_that_count),
		TEST(a_unit_follows_its_measure),
		TEST(a_share_is_said_in_per_cent),
		TEST(a_day_is_said_with_its_month),
		TEST(a_time_stamp_is_an_instant_of_utc),
		TEST(a_day_has_two_digits_for_machines),
		TEST(a_sentence_ends_as_its_language_has_it),
		TEST(a_list_ends_with_and),
		TEST(what_is_filled_in_is_not_filled_in_itself),
		TEST(one_has_a_form_of_its_own),
		TEST(only_names_that_are_given_are_filled_in),
		TEST(a_phrase_is_the_files_text),
		TEST(a_date_is_the_languages),
		TEST(a_list_is_the_languages),
		TEST(each_missing_word_is_an_error),
		TEST(a_form_that_the_language_has_not_is_an_error),
		TEST(a_locale_is_wanted_that_is_known),
		TEST(a_name_of_the_other_direction_is_isolated),
		TEST(a_name_may_end_in_a_full_stop),
	};

	return RUN(tests);
}
