#include "unit.h"
#include "words/japanese.h"

/* The lines of at most so many letters, of three bytes each. */
static void assert_lines(const char *text, size_t letters, const char *lines)
{
	struct str rest = str_from(text);
	char made[200] = "";

	while (rest.len > letters * 3) {
		size_t end = japanese_line_end(rest, letters * 3);

		assert_true(end > 0);
		strncat(made, rest.ptr, end);
		strcat(made, "/");
		rest = str_from_byte(rest, end);
	}
	strncat(made, rest.ptr, rest.len);
	assert_string_equal(made, lines);
}

static void a_line_ends_between_phrases(void **state)
{
	(void)state;
	assert_lines(
		"紅茶は「目覚ましとしての効き目」で最下位、総合では首位", 14,
		"紅茶は「目覚ましとしての/効き目」で最下位、総合では/首位");
	assert_lines("胃へのやさしさ", 5, "胃への/やさしさ");
	assert_lines("比較表の選択肢", 4, "比較表の/選択肢");
}

static void a_text_that_fits_ends_where_it_ends(void **state)
{
	struct str text = STR("効き目");

	(void)state;
	assert_int_equal(japanese_line_end(text, text.len), text.len);
}

static void a_phrase_that_is_too_long_has_no_end(void **state)
{
	(void)state;
	assert_int_equal(japanese_line_end(STR("最下位、総合では"), 6), 0);
}

/* Whose lines end elsewhere. */
static void a_text_without_kana_is_not_judged(void **state)
{
	(void)state;
	assert_int_equal(japanese_line_end(STR("比較表选择"), 9), 0);
	assert_int_equal(japanese_line_end(STR("oak and elm"), 8), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_line_ends_between_phrases),
		TEST(a_text_that_fits_ends_where_it_ends),
		TEST(a_phrase_that_is_too_long_has_no_end),
		TEST(a_text_without_kana_is_not_judged),
	};

	return RUN(tests);
}
