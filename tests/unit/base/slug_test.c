#include "base/slug.h"

#include "unit.h"

static void a_name_gives_an_id_of_letters_digits_and_hyphens(void **state)
{
	static const char *const NAMES[][2] = {
		{ "Node.js", "nodejs" },
		{ "Tea & milk", "tea-and-milk" },
		{ "Python 3.12", "python-3-12" },
		{ "C++", "cpp" },
		{ "C#", "csharp" },
		{ "F# and C#", "fsharp-and-csharp" },
		{ "a #1", "a-1" },
		{ "Issue#12", "issue-12" },
		{ "#1", "1" },
		{ "C/C++", "c-cpp" },
		{ "AT&T", "at-and-t" },
		{ "Don't panic!", "dont-panic" },
		{ "  A -- B  ", "a-b" },
		{ "Größe", "grosse" },
		{ "Œuvre, naïve", "oeuvre-naive" },
		{ "Żółw", "zolw" },
		{ "Disney+", "disneyplus" },
		{ "A – B", "a-b" },
		{ "+1", "plus1" },
		{ "a ++", "a-pp" },
		{ "x × y ÷ z", "x-y-z" },
		{ "Ĳsel Þing Ĕ ſ", "ijsel-thing-e-s" },
		{ "3.a 'b c'", "3a-b-c" },
		{ "R&D", "r-and-d" },
		{ "Яндекс Go", "go" },
		{ "比較", "" },
		{ "!?", "" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(NAMES) / sizeof(*NAMES); i++)
		assert_str(slug_of(str_from(NAMES[i][0]), *state), NAMES[i][1]);
}

static void a_long_name_is_cut_between_words(void **state)
{
	assert_str(
		slug_of(STR("A name of very many words that goes on and on "
			    "and on until its end"),
			*state),
		"a-name-of-very-many-words-that-goes-on-and-on-and-on-until");
	assert_int_equal(
		slug_of(STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
			    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
			*state)
			.len,
		SLUG_MOST);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_name_gives_an_id_of_letters_digits_and_hyphens),
		TEST(a_long_name_is_cut_between_words),
	};

	return RUN(tests);
}
