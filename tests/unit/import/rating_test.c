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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_rating_says_out_of_how_many),
		TEST(other_figures_are_no_rating),
		TEST(a_text_may_end_with_its_rating),
	};

	return RUN(tests);
}
