#include "unit.h"

#include "serve/range.h"

static void a_range_is_cut_to_the_file(void **state)
{
	static const struct {
		const char *header;
		size_t len;
		enum range_kind kind;
		size_t first, count;
	} CASES[] = {
		{ "bytes=0-9", 100, RANGE_PART, 0, 10 },
		{ "bytes=90-", 100, RANGE_PART, 90, 10 },
		{ "bytes=90-500", 100, RANGE_PART, 90, 10 },
		{ "bytes=-5", 100, RANGE_PART, 95, 5 },
		{ "bytes=-500", 100, RANGE_PART, 0, 100 },
		{ "bytes = 0 - 0", 100, RANGE_PART, 0, 1 },
		{ "bytes=0-99999999999999999999999", 100, RANGE_PART, 0, 100 },
		{ "bytes=100-", 100, RANGE_BEYOND, 0, 0 },
		{ "bytes=99999999999999999999999-", 100, RANGE_BEYOND, 0, 0 },
		{ "bytes=-0", 100, RANGE_BEYOND, 0, 0 },
		{ "bytes=0-", 0, RANGE_BEYOND, 0, 0 },
		{ "bytes=-1", 0, RANGE_BEYOND, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct part part = { 0, 0 };

		if (range_parse(str_from(CASES[i].header), CASES[i].len,
				&part) != CASES[i].kind ||
		    part.first != CASES[i].first ||
		    part.count != CASES[i].count)
			fail_msg("%s of %zu is %zu and %zu", CASES[i].header,
				 CASES[i].len, part.first, part.count);
	}
}

static void what_is_not_understood_gets_the_whole(void **state)
{
	static const char *const CASES[] = {
		"",	     "bytes",	  "bytes=",	   "bytes=-",
		"lines=0-9", "bytes=9-0", "bytes=0-1,5-6", "bytes=a-b",
		"bytes=--1", "bytes=1",
	};
	struct part part;

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		if (range_parse(str_from(CASES[i]), 100, &part) != RANGE_WHOLE)
			fail_msg("\"%s\"", CASES[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_range_is_cut_to_the_file),
		TEST(what_is_not_understood_gets_the_whole),
	};

	return RUN(tests);
}
