#include "import/aim.h"
#include "unit.h"

static void a_heading_says_what_its_text_is_for(void **state)
{
	static const struct {
		const char *words;
		enum aim aim;
	} HEADINGS[] = {
		{ "Frequently Asked Questions", AIM_FAQ },
		{ "Pros and cons", AIM_PROS_CONS },
		{ "What we like", AIM_PROS },
		{ "What we don't like", AIM_CONS },
		{ "The bad", AIM_CONS },
		{ "Disadvantages of elm", AIM_CONS },
		{ "When to choose oak", AIM_GUIDE },
		{ "Use oak when", AIM_GUIDE },
		{ "So, who wins?", AIM_GUIDE },
		{ "Who uses oak?", AIM_USERS },
		{ "Best for", AIM_USE_CASES },
		{ "What is oak?", AIM_OVERVIEW },
		{ "Comparison table", AIM_OVERVIEW },
		{ "How we tested", AIM_METHOD },
		{ "Sources:", AIM_SOURCES },
		{ "Data sources", AIM_NONE },
		{ "Background jobs", AIM_NONE },
		{ "Use of water", AIM_NONE },
		{ "Price", AIM_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(HEADINGS) / sizeof(*HEADINGS); i++)
		if (aim_of(str_from(HEADINGS[i].words)) != HEADINGS[i].aim)
			fail_msg("wrong: %s", HEADINGS[i].words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_heading_says_what_its_text_is_for),
	};

	return RUN(tests);
}
