#include "import/tally_text.h"
#include "unit.h"

static struct names woods(struct arena *arena)
{
	struct names names = { 0 };

	names_add(&names, STR("Oak"), arena);
	names_add(&names, STR("Elm"), arena);
	return names;
}

static void a_tally_is_read_as_people_write_it(void **state)
{
	static const struct {
		const char *text;
		double oak, elm;
	} TALLIES[] = {
		{ "Oak vs Elm: 2 – 1", 2, 1 },
		{ "Elm vs Oak: 2 – 1", 1, 2 },
		{ "Oak 2 : 1 Elm", 2, 1 },
		{ "Score: 2-1", 2, 1 },
		{ "8–6", 8, 6 },
		{ "Oak vs. Elm: 0 - 0", 0, 0 },
		{ "After this round oak leads elm 10—9.", 10, 9 },
	};
	struct names names = woods(*state);

	for (size_t i = 0; i < sizeof(TALLIES) / sizeof(*TALLIES); i++) {
		double points[NAMES_MOST] = { 0 };

		if (!tally_text_read(&names, str_from(TALLIES[i].text), points))
			fail_msg("no tally in \"%s\"", TALLIES[i].text);
		assert_near(points[0], TALLIES[i].oak);
		assert_near(points[1], TALLIES[i].elm);
	}
}

static void other_numbers_are_no_tally(void **state)
{
	static const char *const TEXTS[] = {
		"Oak grows 2 – 3 metres a year",
		"Oak costs 40, elm 25 a metre",
		"Oak and elm since 2019-2021-05",
		"In 10-12 weeks",
		"Oak vs Elm",
		"1 – 2 – 3",
		"Oak: 4/5, elm: 3/5",
		"Oak: 2, Elm: 1.5",
		"Oak 5 is older than elm 4 metres away",
	};
	struct names names = woods(*state);

	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++) {
		double points[NAMES_MOST];

		if (tally_text_read(&names, str_from(TEXTS[i]), points))
			fail_msg("a tally in \"%s\"", TEXTS[i]);
	}
}

static void three_options_have_three_numbers(void **state)
{
	struct names names = woods(*state);
	double points[NAMES_MOST];

	names_add(&names, STR("Ash"), *state);
	assert_true(tally_text_read(&names, STR("Ash, oak, elm: 3 – 2 – 1"),
				    points));
	assert_near(points[0], 2);
	assert_near(points[1], 1);
	assert_near(points[2], 3);
}

static void a_winner_is_one_or_all_in_a_draw(void **state)
{
	static const struct {
		const char *text;
		bool found, oak, elm;
	} TEXTS[] = {
		{ "Winner: Oak", true, true, false },
		{ "Elm wins this round.", true, false, true },
		{ "Winner: a tie", true, true, true },
		{ "It's a tie.", true, true, true },
		{ "Verdict: elm", true, false, true },
		{ "Advantage: Oak", true, true, false },
		{ "🏆 Elm", true, false, true },
		{ "Oak is hard.", false, false, false },
		{ "Oak is fast and wins races.", false, false, false },
		{ "Tie oak with rope.", false, false, false },
		{ "A good plank wins.", false, false, false },
		{ "Winner: oak over elm", false, false, false },
		{ "Oak wins on both counts over elm.", false, false, false },
		{ "Oak doesn't win.", false, false, false },
		{ "Oak may win this round.", false, false, false },
		{ "Does oak win this round?", false, false, false },
		{ "Winner: not Oak", false, false, false },
		{ "Winner: anyone but Oak", false, false, false },
		{ "Winner: Oak? Hardly.", false, false, false },
		{ "Winner: Oak?", false, false, false },
		{ "Winner: maybe Oak", false, false, false },
		{ "Winner: Oak if it is cheap", false, false, false },
		{ "Winner: Oak. Not!", false, false, false },
		{ "Winner: Oak... not", false, false, false },
		{ "Winner: a tie? No.", false, false, false },
		{ "Verdict: certainly not elm", false, false, false },
		{ "🏆 Elm, perhaps", false, false, false },
		{ "Anyone but Oak wins this round.", false, false, false },
		{ "All but Oak win.", false, false, false },
		{ "Oak wins? Hardly.", false, false, false },
		{ "Which is hard? Oak wins this round.", true, true, false },
		{ "Winner: Oak, and not by a hair", true, true, false },
		{ "Winner: Oak. Not even close.", true, true, false },
		{ "Winner: Oak. If you have the money.", true, true, false },
		{ "Winner: none other than Oak", true, true, false },
		{ "Winner: Oak, no doubt", true, true, false },
		{ "Winner: Oak, but barely", true, true, false },
		{ "Gewinner: Oak", true, true, false },
		{ "Gewinner: nicht Oak", false, false, false },
		{ "Sieger: alle außer Oak", false, false, false },
		{ "Testsieger: Oak, falls es reicht", false, false, false },
	};
	struct names names = woods(*state);

	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++) {
		bool wins[NAMES_MOST] = { false };

		assert_int_equal(tally_text_winner(
					 &names, str_from(TEXTS[i].text), wins),
				 TEXTS[i].found);
		assert_int_equal(wins[0], TEXTS[i].oak);
		assert_int_equal(wins[1], TEXTS[i].elm);
	}
}

static void what_leaves_the_winner_open_is_told_from_other_text(void **state)
{
	static const struct {
		const char *text;
		bool found, doubted;
	} TEXTS[] = {
		{ "Winner: Oak", true, false },
		{ "Winner: not Oak", true, true },
		{ "Winner: Oak? Hardly.", true, true },
		{ "Winner: Oak (elm if on a budget)", true, true },
		{ "Winner: Oak over elm", true, true },
		{ "Oak over elm.", true, true },
		{ "Oak beats elm!", true, true },
		{ "Oak over elm in the shade.", false, false },
		{ "Why Oak over elm", false, false },
		{ "Winner: it depends", false, false },
		{ "Oak may win this round.", false, false },
	};
	struct names names = woods(*state);

	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++) {
		bool doubted;

		assert_int_equal(tally_text_verdict(&names,
						    str_from(TEXTS[i].text),
						    &doubted),
				 TEXTS[i].found);
		assert_int_equal(doubted, TEXTS[i].doubted);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_tally_is_read_as_people_write_it),
		TEST(other_numbers_are_no_tally),
		TEST(three_options_have_three_numbers),
		TEST(a_winner_is_one_or_all_in_a_draw),
		TEST(what_leaves_the_winner_open_is_told_from_other_text),
	};

	return RUN(tests);
}
