#include "import/wording.h"

#include "unit.h"

static void words_are_found_whole_whatever_their_case(void **state)
{
	static const struct {
		const char *text, *words;
		int at; /* -1: nowhere */
	} CASES[] = {
		{ "The Winner is Oak", "winner", 4 },
		{ "winners", "winner", -1 },
		{ "C++ or C", "c", 7 },
		{ "C# wins", "C", -1 },
		{ "it\xE2\x80\x99s Oak\xE2\x80\x94wins", "oak", 7 },
		{ "\xC3\xA4oak", "oak", -1 },
		{ "oak\xC2\xA0wins", "oak", 0 },
		{ "a", "ab", -1 },
		{ "", "a", -1 },
		{ "a", "", -1 },
		{ "@a", "a", 1 },
		{ "(a", "(", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct str text = str_from(CASES[i].text);
		size_t at = wording_find(text, str_from(CASES[i].words));

		if (at != (CASES[i].at < 0 ? text.len : (size_t)CASES[i].at))
			fail_msg("\"%s\" is at %zu of \"%s\"", CASES[i].words,
				 at, CASES[i].text);
	}
}

static void the_longest_of_some_phrases_counts(void **state)
{
	const char *phrases = "in|in short|short";
	size_t len;

	(void)state;
	assert_int_equal(wording_starts_any(STR("In short: Oak"), phrases), 8);
	assert_int_equal(wording_ends_any(STR("that is short"), phrases), 5);
	assert_int_equal(wording_ends_any(STR("in"), phrases), 2);
	assert_int_equal(wording_starts_any(STR(""), phrases), 0);
	assert_int_equal(wording_find_any(STR("so, in short"), phrases, &len),
			 4);
	assert_int_equal(len, 8);
	assert_int_equal(wording_find_any(STR("short in"), phrases, &len), 0);
	assert_int_equal(len, 5);
	assert_int_equal(wording_find_any(STR("no"), phrases, &len), 2);
	assert_int_equal(len, 0);
	assert_true(wording_is_any(STR("IN SHORT"), phrases));
	assert_false(wording_is_any(STR("in shor"), phrases));
	assert_true(wording_equals(STR(""), (struct str){ NULL, 0 }));
}

static void words_are_counted_and_cut_at_an_end(void **state)
{
	(void)state;
	assert_str(wording_end(STR("one two three"), 2, false), "one two");
	assert_str(wording_end(STR("one two three"), 2, true), "two three");
	assert_str(wording_end(STR("one"), 2, true), "one");
	assert_int_equal(wording_count(STR(" one  two ")), 2);
	assert_int_equal(wording_count(STR("")), 0);
}

static void a_sentence_ends_before_the_next(void **state)
{
	static const char *const CASES[][3] = {
		{ "One. Two.", "One.", "Two." },
		{ "Is it? openSUSE is.", "Is it?", "openSUSE is." },
		{ "Node. js goes on", "Node. js goes on", NULL },
		{ "Oak vs. Elm: who? Oak!", "Oak vs. Elm: who?", "Oak!" },
		{ "at 3.5. No", "at 3.5.", "No" },
		{ "the end. ", "the end.", NULL },
		{ "no stop", "no stop", NULL },
		{ "a.b. c", "a.b. c", NULL },
		{ ". A", ".", "A" },
		{ "", "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct str rest = str_from(CASES[i][0]);

		assert_str(wording_sentence(&rest), CASES[i][1]);
		if (CASES[i][2])
			assert_str(rest, CASES[i][2]);
		else
			assert_null(rest.ptr);
	}
}

static void a_number_heads_what_follows(void **state)
{
	static const struct {
		const char *text;
		int number;
		const char *rest;
	} CASES[] = {
		{ "3. Oak", 3, "Oak" },	      { "12) Elm", 12, "Elm" },
		{ "Round 3: Oak", 3, "Oak" }, { "3: Oak", 0, NULL },
		{ "3.Oak", 0, NULL },	      { "3.5 Oak", 0, NULL },
		{ "1234. Oak", 0, NULL },     { "3.", 0, NULL },
		{ "Oak", 0, NULL },	      { "", 0, NULL },
	};
	double number = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct str rest = STR("?");

		assert_int_equal(wording_number(str_from(CASES[i].text), &rest),
				 CASES[i].number);
		assert_str(rest, CASES[i].number ? CASES[i].rest : "?");
	}
	assert_int_equal(wording_decimal(STR("a1.25b"), 1, &number), 4);
	assert_near(number, 1.25);
	assert_int_equal(wording_decimal(STR("1."), 0, &number), 1);
	assert_int_equal(wording_decimal(STR(".5"), 0, &number), 0);
	assert_int_equal(wording_decimal(STR("1.2.3"), 0, &number), 0);
	assert_int_equal(wording_decimal(STR("4,5/5"), 0, &number), 3);
	assert_float_equal(number, 4.5, 0);
	assert_int_equal(wording_decimal(STR("1,299"), 0, &number), 1);
	assert_int_equal(wording_decimal(STR("1"), 1, &number), 0);
}

static void what_is_cut_within_marks_is_not_whole(void **state)
{
	(void)state;
	assert_true(wording_is_whole(STR("a **b** `c` [d](e)")));
	assert_true(wording_is_whole(STR("a \\* \\[ \\")));
	assert_false(wording_is_whole(STR("a **b*")));
	assert_false(wording_is_whole(STR("a `b")));
	assert_false(wording_is_whole(STR("[a")));
	assert_true(wording_is_address(STR("https://a.org/b")));
	assert_false(wording_is_address(STR("https://a.org/`b")));
	assert_false(wording_is_address(STR("a.org")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(words_are_found_whole_whatever_their_case),
		TEST(the_longest_of_some_phrases_counts),
		TEST(words_are_counted_and_cut_at_an_end),
		TEST(a_sentence_ends_before_the_next),
		TEST(a_number_heads_what_follows),
		TEST(what_is_cut_within_marks_is_not_whole),
	};

	return RUN(tests);
}
