#include "import/role.h"
#include "unit.h"

static void a_heading_says_what_its_text_is_for(void **state)
{
	static const struct {
		const char *words;
		enum role role;
	} HEADINGS[] = {
		{ "Frequently Asked Questions", ROLE_FAQ },
		{ "Pros and cons", ROLE_PROS_CONS },
		{ "What we like", ROLE_PROS },
		{ "What we don't like", ROLE_CONS },
		{ "The bad", ROLE_CONS },
		{ "Disadvantages of elm", ROLE_CONS },
		{ "When to choose oak", ROLE_GUIDE },
		{ "Use oak when", ROLE_GUIDE },
		{ "So, who wins?", ROLE_GUIDE },
		{ "Who uses oak?", ROLE_USERS },
		{ "Best for", ROLE_USE_CASES },
		{ "What is oak?", ROLE_OVERVIEW },
		{ "Comparison table", ROLE_OVERVIEW },
		{ "How we tested", ROLE_METHOD },
		{ "Sources:", ROLE_SOURCES },
		{ "Data sources", ROLE_NONE },
		{ "Background jobs", ROLE_NONE },
		{ "Use of water", ROLE_NONE },
		{ "Price", ROLE_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(HEADINGS) / sizeof(*HEADINGS); i++)
		if (role_of(str_from(HEADINGS[i].words)) != HEADINGS[i].role)
			fail_msg("wrong: %s", HEADINGS[i].words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_heading_says_what_its_text_is_for),
	};

	return RUN(tests);
}
