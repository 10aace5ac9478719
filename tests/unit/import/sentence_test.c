#include "import/sentence.h"

#include "unit.h"

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

		assert_str(sentence_cut(&rest), CASES[i][1]);
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

		assert_int_equal(sentence_number(str_from(CASES[i].text),
						 &rest),
				 CASES[i].number);
		assert_str(rest, CASES[i].number ? CASES[i].rest : "?");
	}
	assert_int_equal(sentence_decimal(STR("a1.25b"), 1, &number), 4);
	assert_near(number, 1.25);
	assert_int_equal(sentence_decimal(STR("1."), 0, &number), 1);
	assert_int_equal(sentence_decimal(STR(".5"), 0, &number), 0);
	assert_int_equal(sentence_decimal(STR("1.2.3"), 0, &number), 0);
	assert_int_equal(sentence_decimal(STR("4,5/5"), 0, &number), 3);
	assert_float_equal(number, 4.5, 0);
	assert_int_equal(sentence_decimal(STR("1,299"), 0, &number), 1);
	assert_int_equal(sentence_decimal(STR("1"), 1, &number), 0);
}

static void what_is_cut_within_marks_is_not_whole(void **state)
{
	(void)state;
	assert_true(sentence_is_whole(STR("a **b** `c` [d](e)")));
	assert_true(sentence_is_whole(STR("a \\* \\[ \\")));
	assert_false(sentence_is_whole(STR("a **b*")));
	assert_false(sentence_is_whole(STR("a `b")));
	assert_false(sentence_is_whole(STR("[a")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_sentence_ends_before_the_next),
		TEST(a_number_heads_what_follows),
		TEST(what_is_cut_within_marks_is_not_whole),
	};

	return RUN(tests);
}
