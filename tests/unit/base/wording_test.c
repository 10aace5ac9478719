#include "base/wording.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(words_are_found_whole_whatever_their_case),
		TEST(the_longest_of_some_phrases_counts),
		TEST(words_are_counted_and_cut_at_an_end),
	};

	return RUN(tests);
}
