#include "read/markdown_ids.h"

#include "unit.h"

static void headings_have_ids_of_their_own(void **state)
{
	static const char *const HEADINGS[][2] = {
		{ "a & b", "a-b" },
		{ "a / b", "a-b-2" },
		{ "AT&T", "at-t" },
		{ "C/C++", "c-cpp" },
		{ "C", "c" },
		{ "C++", "cpp" },
		{ "C#", "csharp" },
		{ "C# and F#.", "csharp-and-fsharp" },
		{ "Disney+", "disneyplus" },
		{ "a #1", "a-1" },
		{ "#1", "1" },
		{ "a+b", "a-b-3" },
		{ "1 + 1", "1-1" },
		{ "c++ x", "cpp-x" },
		{ "C#7", "c-7" },
		{ "gr\xc3\xb6\xc3\x9f"
		  "er+",
		  "gr\xc3\xb6\xc3\x9f"
		  "erplus" },
		{ "#", "section" },
		{ "++", "section-2" },
		{ "Don't", "dont" },
		{ "c", "c-2" },
	};
	struct markdown_ids *ids = markdown_ids_new(*state);

	for (size_t i = 0; i < sizeof(HEADINGS) / sizeof(*HEADINGS); i++)
		assert_str(markdown_ids_make(ids, str_from(HEADINGS[i][0])),
			   HEADINGS[i][1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(headings_have_ids_of_their_own),
	};

	return RUN(tests);
}
