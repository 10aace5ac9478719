#include "search/fold.h"

#include "base/buf.h"
#include "unit.h"

static const char *folded(const char *text, struct arena *arena)
{
	struct fold_words words = fold_words(str_from(text), arena);
	struct buf buf = { 0 };
	struct str all;

	for (size_t i = 0; i < words.count; i++) {
		buf_text(&buf, i ? "|" : "");
		buf_raw(&buf, words.items[i]);
	}
	all = buf_copy(&buf, arena);
	buf_release(&buf);
	return all.ptr;
}

/* tests/browser/search.mjs asks the script for the same. */
static void words_lose_their_case_and_their_marks(void **state)
{
	static const char *const TEXTS[][2] = {
		{ "Node.js vs Python 3.12", "node|js|vs|python|3|12" },
		{ "C++, C# and F#", "c++|c#|and|f#" },
		{ "Größe", "grosse" },
		{ "GROẞ", "gross" },
		{ "Œuvre Ærø Łódź", "oeuvre|aero|lodz" },
		{ "İstanbul ılık", "istanbul|ilik" },
		{ "ΟΔΟΣ οδός", "οδοσ|οδοσ" },
		{ "أحمد مُحَمَّد مدرسة", "احمد|محمد|مدرسه" },
		{ "比較表", "比較表|較表|表" },
		{ "Python入門", "python|入門|門" },
		{ "ﬁle ①", "file|1" },
		/* Thai, Burmese, Khmer and kana have no blanks between words. */
		{ "กขค", "กขค|ขค|ค" },
		{ "ကခဂ", "ကခဂ|ခဂ|ဂ" },
		{ "កខគ", "កខគ|ខគ|គ" },
		{ "アイ", "アイ|イ" },
		/* Before, between and after those. */
		{ "ඖ ༒ Ⴀა ᥐ ꀀ", "ඖ|ⴀა|ᥐ|ꀀ" },
		{ "a\xD9\x80"
		  "b aـ",
		  "ab|a" },
		{ "—!?", "" },
	};

	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++)
		assert_string_equal(folded(TEXTS[i][0], *state), TEXTS[i][1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(words_lose_their_case_and_their_marks),
	};

	return RUN(tests);
}
