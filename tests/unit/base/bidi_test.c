#include "base/bidi.h"

#include "unit.h"

#define ALEF "\xD7\x90"
#define RLI "\xE2\x81\xA7"
#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

static void a_language_tells_which_way_lines_run(void **state)
{
	static const char *const RIGHT[] = { "ar",    "he",	 "HE-il",
					     "fa-IR", "az-Arab", "ckb" };
	static const char *const LEFT[] = { "en",  "de-AT",   "",	"a",
					    "arn", "ar-Latn", "zh-Hant" };

	(void)state;
	for (size_t i = 0; i < sizeof(RIGHT) / sizeof(*RIGHT); i++)
		assert_true(bidi_is_rtl(str_from(RIGHT[i])));
	for (size_t i = 0; i < sizeof(LEFT) / sizeof(*LEFT); i++)
		assert_false(bidi_is_rtl(str_from(LEFT[i])));
}

static void a_name_that_runs_against_the_line_is_isolated(void **state)
{
	assert_str(bidi_isolate(STR(ALEF " 5"), false, *state),
		   FSI ALEF " 5" PDI);
	assert_str(bidi_isolate(STR("Vim 9"), true, *state), FSI "Vim 9" PDI);
	assert_str(bidi_isolate(STR("Vim " ALEF), true, *state),
		   RLI "Vim " ALEF PDI);
	assert_str(bidi_isolate(STR(ALEF " Vim"), true, *state),
		   FSI ALEF " Vim" PDI);
	assert_str(bidi_isolate(STR(ALEF " Vim"), false, *state),
		   FSI ALEF " Vim" PDI);
	assert_str(bidi_isolate(STR("caf\xC3\xA9"), true, *state),
		   FSI "caf\xC3\xA9" PDI);
}

/* Else the same text would have other bytes for no reason. */
static void what_runs_with_the_line_stays_as_it_is(void **state)
{
	static const char *const PLAIN[] = { "Node.js",
					     "",
					     "12,5 %",
					     "C++",
					     "\xE6\xBC\xA2\xE5\xAD\x97",
					     "\xE2\x80\x94",
					     FSI ALEF PDI " leads with 8" };

	for (size_t i = 0; i < sizeof(PLAIN) / sizeof(*PLAIN); i++)
		assert_str(bidi_isolate(str_from(PLAIN[i]), false, *state),
			   PLAIN[i]);
	assert_str(bidi_isolate(STR(ALEF " 5"), true, *state), ALEF " 5");
	assert_str(bidi_isolate(STR("5 + 3"), true, *state), "5 + 3");
}

/* A sign that closes nothing does not count. */
static bool is_isolated(const char *text, bool rtl, struct arena *arena)
{
	return !str_is(bidi_isolate(str_from(text), rtl, arena), text);
}

/* One letter of each block that has a side, and signs that have none. */
static void scripts_run_the_way_that_unicode_says(void **state)
{
	static const char *const RIGHT[] = {
		"\xEF\xAC\xAA",	    /* U+FB2A, Hebrew as presented */
		"\xEF\xBA\x8D",	    /* U+FE8D, Arabic as presented */
		"\xF0\x90\xA0\x80", /* U+10800, Cypriot */
		"\xF0\x9E\xA4\x80", /* U+1E900, Adlam */
	};
	static const char *const LEFT[] = {
		"\xCE\xB1",	/* U+03B1, Greek */
		"\xE0\xA4\x85", /* U+0905, Devanagari */
		"\xE1\xB8\x80", /* U+1E00, Latin */
		"\xE6\xBC\xA2", /* U+6F22, Chinese */
		"\xE3\x81\x82", /* U+3042, Hiragana */
		"\xE2\xB0\x80", /* U+2C00, Glagolitic */
	};
	static const char *const NEITHER[] = {
		"\xC3\x97",	    /* U+00D7, times */
		"\xC3\xB7",	    /* U+00F7, divided by */
		"\xE2\x86\x92",	    /* U+2192, an arrow */
		"\xF0\x9F\x98\x80", /* U+1F600, a face */
		"\xEF\xBC\x81",	    /* U+FF01, a mark */
		"\xE3\x80\x82",	    /* U+3002, a full stop */
	};

	for (size_t i = 0; i < sizeof(RIGHT) / sizeof(*RIGHT); i++) {
		assert_true(is_isolated(RIGHT[i], false, *state));
		assert_false(is_isolated(RIGHT[i], true, *state));
	}
	for (size_t i = 0; i < sizeof(LEFT) / sizeof(*LEFT); i++) {
		assert_true(is_isolated(LEFT[i], true, *state));
		assert_false(is_isolated(LEFT[i], false, *state));
	}
	for (size_t i = 0; i < sizeof(NEITHER) / sizeof(*NEITHER); i++) {
		assert_false(is_isolated(NEITHER[i], true, *state));
		assert_false(is_isolated(NEITHER[i], false, *state));
	}
}

static void what_stands_outside_of_isolates_counts(void **state)
{
	assert_str(bidi_isolate(STR(FSI "a" PDI ALEF), false, *state),
		   FSI FSI "a" PDI ALEF PDI);
	assert_str(bidi_isolate(STR(PDI PDI ALEF), false, *state),
		   FSI PDI PDI ALEF PDI);
}

static void a_line_of_another_way_alone_runs_its_own(void **state)
{
	static const struct {
		const char *line;
		bool among_rtl, among_ltr;
	} LINES[] = {
		{ "C++", false, false },
		{ ALEF "!", true, true },
		{ ALEF " C++", true, false },
		{ "7.5", true, false },
		{ FSI "C++" PDI ", 7.5", true, false },
		{ FSI ALEF PDI " vs X!", false, false },
		{ "", true, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(LINES) / sizeof(*LINES); i++) {
		struct str line = str_from(LINES[i].line);

		assert_int_equal(bidi_line_is_rtl(line, true),
				 LINES[i].among_rtl);
		assert_int_equal(bidi_line_is_rtl(line, false),
				 LINES[i].among_ltr);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_language_tells_which_way_lines_run),
		TEST(a_name_that_runs_against_the_line_is_isolated),
		TEST(what_runs_with_the_line_stays_as_it_is),
		TEST(scripts_run_the_way_that_unicode_says),
		TEST(what_stands_outside_of_isolates_counts),
		TEST(a_line_of_another_way_alone_runs_its_own),
	};

	return RUN(tests);
}
