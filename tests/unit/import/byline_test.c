#include "import/byline.h"
#include "unit.h"

static void a_byline_tells_who_and_when(void **state)
{
	static const struct {
		const char *line, *author, *date, *updated;
	} LINES[] = {
		{ "By Rosa Marin", "Rosa Marin", "", "" },
		{ "Author: Li Wei", "Li Wei", "", "" },
		{ "Published: 12 January 2024", "", "2024-01-12", "" },
		{ "Posted on August 15, 2022 by Jo Lee", "Jo Lee", "2022-08-15",
		  "" },
		{ "Written by Sam Ortiz · 9 min read · Last updated: March 3, "
		  "2023",
		  "Sam Ortiz", "", "2023-03-03" },
		{ "By Marta Kowalska, updated May 4, 2023", "Marta Kowalska",
		  "", "2023-05-04" },
		{ "by Anne van Dyk on 2 May 2021 | 4 min read", "Anne van Dyk",
		  "2021-05-02", "" },
	};

	for (size_t i = 0; i < sizeof(LINES) / sizeof(*LINES); i++) {
		struct article article = { .arena = *state };

		if (!byline_read(&article, str_from(LINES[i].line)))
			fail_msg("none: %s", LINES[i].line);
		assert_str(article.author_count ? article.authors[0] : STR(""),
			   LINES[i].author);
		assert_str(article.date, LINES[i].date);
		assert_str(article.updated, LINES[i].updated);
	}
}

static void other_lines_are_none(void **state)
{
	static const char *const LINES[] = {
		"By the way, oak is hard.",
		"Oak was planted here on 4 May 2021 by those who knew.",
		"Read more",
		"By design",
	};

	for (size_t i = 0; i < sizeof(LINES) / sizeof(*LINES); i++) {
		struct article article = { .arena = *state };

		if (byline_read(&article, str_from(LINES[i])))
			fail_msg("a byline: %s", LINES[i]);
		assert_int_equal(article.author_count, 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_byline_tells_who_and_when),
		TEST(other_lines_are_none),
	};

	return RUN(tests);
}
