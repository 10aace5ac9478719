#include "unit.h"

#include "base/buf.h"

#include "check/passage.h"

static const char FILE_TEXT[] =
	"---\n"
	"title: No prose\n"
	"summary: \"It is prose\" # not this\n"
	"date: 2026-01-01\n"
	"pros:\n"
	"  - Strong wood\n"
	"---\n"
	"# A head\n"
	"One *two* `three`[^x]. Four\nNode.js, \"said\".\n"
	"\n"
	"```\ncode\n```\n"
	"> quoted\n"
	"\n"
	"<!-- a\ncomment --> [link](to/there.md) end\n";

static void only_prose_is_left_and_stays_where_it_was(void **state)
{
	static const char *const SENTENCES[] = {
		"It is prose", "- Strong wood",	 "# A head",
		"One  two",    "Four\nNode.js,", "link"
	};
	struct passage p;
	struct str sentence;
	size_t from = 0, k = 0;

	passage_make("a.md", str_from(FILE_TEXT), &p, *state);
	assert_int_equal(p.text.len, sizeof(FILE_TEXT) - 1);
	for (; passage_sentence(&p, &from, &sentence); k++) {
		assert_true(k < sizeof(SENTENCES) / sizeof(*SENTENCES));
		if (!str_starts(sentence, SENTENCES[k]))
			fail_msg("%.*s", STR_ARG(sentence));
	}
	assert_int_equal(k, sizeof(SENTENCES) / sizeof(*SENTENCES));
	assert_int_equal(str_find_str(p.text, STR("code")), p.text.len);
	assert_int_equal(str_find_str(p.text, STR("said")), p.text.len);
	assert_int_equal(str_find_str(p.text, STR("there")), p.text.len);
}

static void a_place_counts_characters(void **state)
{
	struct passage p;
	struct place at;

	passage_make("a.md", STR("one\n\xC3\xA9\xC3\xA9 two"), &p, *state);
	at = passage_place(&p, str_slice(p.text, 9, 3));
	assert_int_equal(at.line, 2);
	assert_int_equal(at.column, 4);
	assert_int_equal(at.width, 3);
}

static void a_word_has_no_punctuation_around_it(void **state)
{
	static const char *const WORDS[] = { "Node.js", "and", "C",
					     "1,500",	"x-y", "it's" };
	struct str text = STR("(Node.js, and C++ 1,500 x-y; it's!"), word;
	size_t at = 0, k = 0;

	(void)state;
	while (word_next(text, &at, &word))
		assert_str(word, WORDS[k++]);
	assert_int_equal(k, 6);
}

static void hostile_texts_take_no_time(void **state)
{
	static const char *const PARTS[] = { "<!--", "`",     "\"",   "[^",
					     "](",   "```\n", "8-6 ", "<a" };

	for (size_t k = 0; k < sizeof(PARTS) / sizeof(*PARTS); k++) {
		struct buf text = { 0 };
		struct passage p;
		struct str sentence;
		size_t from = 0;

		while (text.len < 200000)
			buf_text(&text, PARTS[k]);
		passage_make("a.md", buf_str(&text), &p, *state);
		while (passage_sentence(&p, &from, &sentence))
			assert_true(sentence.len <= 2001);
		buf_release(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(only_prose_is_left_and_stays_where_it_was),
		TEST(a_place_counts_characters),
		TEST(a_word_has_no_punctuation_around_it),
		TEST(hostile_texts_take_no_time),
	};

	return RUN(tests);
}
