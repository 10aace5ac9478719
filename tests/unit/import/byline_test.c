#include "import/byline.h"
#include "unit.h"

static struct article article_of(const char *text, struct arena *arena)
{
	struct block *block = arena_new(arena, struct block);

	block->plain = str_from(text);
	block->kind = BLOCK_PARAGRAPH;
	return (struct article){ .arena = arena,
				 .blocks = block,
				 .block_count = 1 };
}

static void a_byline_gives_its_day(void **state)
{
	static const char *const LINES[][2] = {
		{ "By Jo Lee, 4 May 2026", "2026-05-04" },
		{ "By Theresa May, June 14th, 2026", "2026-06-14" },
		{ "Posted on Sept. 3, 2024 by R. Iver", "2024-09-03" },
		{ "Published: 2026-05-04 (Jo Lee)", "2026-05-04" },
		{ "21 December 2025", "2025-12-21" },
		{ "Jo Lee, 4 May 2026", "2026-05-04" },
	};

	for (size_t i = 0; i < sizeof(LINES) / sizeof(*LINES); i++) {
		struct article article = article_of(LINES[i][0], *state);

		byline_read(&article);
		assert_str(article.date, LINES[i][1]);
		assert_int_equal(article.updated.len, 0);
	}
}

static void what_may_mean_another_day_gives_none(void **state)
{
	static const char *const LINES[] = {
		"By Jo Lee, 04/05/2026",
		"By Jo Lee, May 2026",
		"By Jo Lee, 31 June 2026",
		"From 4 May 2026 to 6 May 2026",
		"Published 4 May 2026, reviewed 6 May 2026",
		"By 4 May 2026 oak was dearer than elm.",
		"Oak was dearer than elm on 4 May 2026",
	};

	for (size_t i = 0; i < sizeof(LINES) / sizeof(*LINES); i++) {
		struct article article = article_of(LINES[i], *state);

		byline_read(&article);
		assert_str(article.date, "");
	}
}

static void the_front_matter_comes_before_the_byline(void **state)
{
	struct article article = article_of("By Jo Lee, 4 May 2026", *state);

	article.date = STR("2025-01-02");
	byline_read(&article);
	assert_str(article.date, "2025-01-02");
	article = article_of("Last updated 4 May 2026", *state);
	byline_read(&article);
	assert_str(article.date, "");
	assert_str(article.updated, "2026-05-04");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_byline_gives_its_day),
		TEST(what_may_mean_another_day_gives_none),
		TEST(the_front_matter_comes_before_the_byline),
	};

	return RUN(tests);
}
