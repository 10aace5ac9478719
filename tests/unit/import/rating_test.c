#include "import/rating.h"
#include "unit.h"

static void a_rating_says_out_of_how_many(void **state)
{
	static const struct {
		const char *text;
		double value, most;
	} RATINGS[] = {
		{ "4.5/5", 4.5, 5 },
		{ "8 / 10", 8, 10 },
		{ "8 out of 10", 8, 10 },
		{ "★★★★☆", 4, 5 },
		{ "⭐⭐⭐", 3, 5 },
		{ "★★★½☆", 3.5, 5 },
		{ "4.2 out of 5 stars", 4.2, 5 },
		{ "**85/100**", 85, 100 },
		{ "4 stars", 4, 5 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(RATINGS) / sizeof(*RATINGS); i++) {
		struct rating rating;

		if (!rating_is(str_from(RATINGS[i].text), false, &rating))
			fail_msg("no rating: %s", RATINGS[i].text);
		assert_near(rating.value, RATINGS[i].value);
		assert_near(rating.most, RATINGS[i].most);
	}
}

static void other_figures_are_no_rating(void **state)
{
	static const char *const TEXTS[] = { "24/7", "1/2",  "12/10", "9/11",
					     "7",    "$4/5", "" };
	struct rating rating;

	(void)state;
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++)
		if (rating_is(str_from(TEXTS[i]), false, &rating))
			fail_msg("a rating: %s", TEXTS[i]);
	assert_true(rating_is(STR("7"), true, &rating));
	assert_near(rating.most, 0);
}

static void a_text_may_end_with_its_rating(void **state)
{
	static const struct {
		const char *text;
		bool found, alone;
	} TEXTS[] = {
		{ "Quick and small. Score: 9/10", true, false },
		{ "Quick and small (9/10).", false, false },
		{ "Oak: 9/10", true, true },
		{ "Small. ⭐⭐⭐", true, false },
		{ "Our rating: 9/10", true, true },
		{ "9/10", true, true },
		{ "Nine of them, 9 of 10", false, false },
		{ "9/10 of them sink.", false, false },
	};

	struct names names = { 0 };

	names_add(&names, STR("Oak"), *state);
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++) {
		struct rating rating;
		bool alone = false;
		bool found = rating_ends(&names, str_from(TEXTS[i].text),
					 &rating, &alone);

		if (found != TEXTS[i].found ||
		    (found && alone != TEXTS[i].alone))
			fail_msg("wrong: %s", TEXTS[i].text);
	}
}

static void ratings_stand_behind_names(void **state)
{
	static const struct {
		const char *text;
		size_t count; /* of a text that is nothing else */
		bool beside;
	} TEXTS[] = {
		{ "Oak 8/10, elm: 7/10", 2, true },
		{ "Oak (8/10) vs Elm (7/10)", 2, true },
		{ "The Oak – 4/5; the elm – 3/5.", 0, true },
		{ "**Oak:** ★★★★ / Elm ★★", 2, true },
		{ "Oak gets 4 out of 5 and Elm gets 3 out of 5!", 2, false },
		{ "Oak gets 4/10 from us", 0, true },
		{ "Oak 8/10, elm 7/10, oak 6/10", 0, true },
		{ "8/10 for Oak", 0, false },
		{ "Oak is open 24/7", 0, false },
		{ "Oak", 0, false },
	};
	struct names names = { 0 };
	struct rating ratings[NAMES_MOST];

	names_add(&names, STR("Oak"), *state);
	names_add(&names, STR("Elm"), *state);
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++) {
		struct str text = str_from(TEXTS[i].text);

		if (rating_list(&names, text, ratings) != TEXTS[i].count ||
		    rating_beside(&names, text) != TEXTS[i].beside)
			fail_msg("wrong: %s", TEXTS[i].text);
	}
	assert_int_equal(rating_list(&names, STR("Elm: 7.5/10"), ratings), 1);
	assert_near(ratings[1].value, 7.5);
	assert_near(ratings[1].most, 10);
	assert_near(ratings[0].most, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_rating_says_out_of_how_many),
		TEST(other_figures_are_no_rating),
		TEST(a_text_may_end_with_its_rating),
		TEST(ratings_stand_behind_names),
	};

	return RUN(tests);
}
