#include "unit.h"

#include "base/buf.h"

/* What an appender makes of a text. */
static struct str escaped(void (*append)(struct buf *, struct str),
			  struct str text, struct arena *arena)
{
	struct buf buf = { 0 };
	struct str copy;

	append(&buf, text);
	copy = buf_copy(&buf, arena);
	buf_release(&buf);
	return copy;
}

static void text_grows_and_is_always_terminated(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	assert_str(buf_str(&buf), "");
	for (int i = 0; i < 10000; i++) {
		buf_char(&buf, 'x');
		assert_int_equal(buf.ptr[buf.len], '\0');
	}
	assert_int_equal(buf_str(&buf).len, 10000);
	buf_reset(&buf);
	assert_str(buf_str(&buf), "");
	buf_raw(&buf, (struct str){ NULL, 0 });
	buf_raw(&buf, str_slice(STR("<b>"), 1, 1));
	buf_text(&buf, "&");
	buf_printf(&buf, "%s%0300d", "", 7);
	assert_int_equal(buf.len, 302);
	assert_true(str_starts(buf_str(&buf), "b&000"));
	buf_release(&buf);
	assert_str(buf_str(&buf), "");
	buf_text(&buf, "again");
	assert_str(buf_str(&buf), "again");
	buf_release(&buf);
}

static void html_escapes_what_mustache_escapes(void **state)
{
	assert_str(escaped(buf_html, STR("a<b> & \"c\" 'd'"), *state),
		   "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
	assert_str(escaped(buf_html, STR("\xC3\xA9\t\n\r"), *state),
		   "\xC3\xA9\t\n\r");
	assert_str(escaped(buf_html, STR(""), *state), "");
}

static void xml_has_a_name_for_the_apostrophe(void **state)
{
	assert_str(escaped(buf_xml, STR("<'\">&"), *state),
		   "&lt;&apos;&quot;&gt;&amp;");
}

static void control_characters_are_no_markup(void **state)
{
	assert_str(escaped(buf_html, STR("a\x01z"), *state), "a\xEF\xBF\xBDz");
	assert_str(escaped(buf_xml, STR("\x1F\0"), *state),
		   "\xEF\xBF\xBD\xEF\xBF\xBD");
}

/* All but the tab and the ends of lines, wherever they stand. */
static void every_control_character_is_replaced_in_markup(void **state)
{
	for (int c = 0; c < 0x20; c++) {
		const char text[] = { 'a', (char)c, 'b', (char)c };
		const char kept[] = { 'a', (char)c, 'b', (char)c, '\0' };
		const char *want = c == '\t' || c == '\n' || c == '\r'
					   ? kept
					   : "a\xEF\xBF\xBD"
					     "b\xEF\xBF\xBD";

		assert_str(escaped(buf_html, (struct str){ text, 4 }, *state),
			   want);
		assert_str(escaped(buf_xml, (struct str){ text, 4 }, *state),
			   want);
	}
}

/* What is no control character, quote or mark of markup stays as it is. */
static void every_other_byte_stays_in_markup(void **state)
{
	for (int c = 0x20; c < 0x100; c++) {
		const char text[] = { (char)c, '\0' };

		if (strchr("&<>\"'", c))
			continue;
		assert_str(escaped(buf_html, str_from(text), *state), text);
		assert_str(escaped(buf_xml, str_from(text), *state), text);
	}
}

static void urls_are_percent_encoded_once(void **state)
{
	struct str url = STR("a b/\xC3\xA9?q=\"<>\"&x=%20#top");

	assert_str(escaped(buf_url, url, *state),
		   "a%20b/%C3%A9?q=%22%3C%3E%22&x=%20#top");
	assert_str(escaped(buf_url, STR("[\\]^`{|}\x7F"), *state),
		   "%5B%5C%5D%5E%60%7B%7C%7D%7F");
}

static void json_strings_are_safe_in_a_script(void **state)
{
	assert_str(escaped(buf_json, STR("a\"b\\c\n\t\r\x01\x7F"), *state),
		   "\"a\\\"b\\\\c\\n\\t\\u000d\\u0001\\u007f\"");
	assert_str(escaped(buf_json, STR("</script>"), *state),
		   "\"\\u003c/script>\"");
	assert_str(escaped(buf_json, STR("\xC3\xA9"), *state), "\"\xC3\xA9\"");
	assert_str(escaped(buf_json, STR(""), *state), "\"\"");
}

static void a_cell_is_in_quotes_where_it_needs_them(void **state)
{
	static const struct {
		const char *text, *delimiters, *cell;
	} CELLS[] = {
		{ "a b", ",", "a b" },	     { "a;b", ",", "a;b" },
		{ "a;b", ";", "\"a;b\"" },   { "a\tb", ",;\t", "\"a\tb\"" },
		{ "\"", ",", "\"\"\"\"" },   { "a\nb", ",", "\"a\nb\"" },
		{ "a\rb", ",", "\"a\rb\"" }, { "", ",", "" },
	};

	for (size_t i = 0; i < sizeof(CELLS) / sizeof(*CELLS); i++) {
		struct buf buf = { 0 };

		buf_csv(&buf, str_from(CELLS[i].text), CELLS[i].delimiters);
		assert_str(buf_copy(&buf, *state), CELLS[i].cell);
		buf_release(&buf);
	}
}

static void every_control_character_is_an_escape_in_json(void **state)
{
	for (int c = 0; c < 0x100; c++) {
		const char text[] = { 'a', (char)c, 'b' };
		struct str got =
			escaped(buf_json, (struct str){ text, 3 }, *state);
		struct str want = arena_printf(*state, "\"a%cb\"", c);

		if (c == '"' || c == '\\')
			want = arena_printf(*state, "\"a\\%cb\"", c);
		else if (c == '\n' || c == '\t')
			want = c == '\n' ? STR("\"a\\nb\"") : STR("\"a\\tb\"");
		else if (c < 0x20 || c == 0x7F || c == '<')
			want = arena_printf(*state, "\"a\\u%04xb\"", c);
		assert_int_equal(got.len, want.len);
		assert_memory_equal(got.ptr, want.ptr, want.len);
	}
}

static void runs_between_escapes_are_whole(void **state)
{
	assert_str(escaped(buf_json, STR("\"\"oak\"elm\n"), *state),
		   "\"\\\"\\\"oak\\\"elm\\n\"");
	assert_str(escaped(buf_json, STR("\nash"), *state), "\"\\nash\"");
	assert_str(escaped(buf_html, STR("<<oak>elm&"), *state),
		   "&lt;&lt;oak&gt;elm&amp;");
	assert_str(escaped(buf_url, STR("  oak elm "), *state),
		   "%20%20oak%20elm%20");
}

static void code_points_take_one_to_four_bytes(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	buf_utf8(&buf, 0x41);
	buf_utf8(&buf, 0x7F);
	buf_utf8(&buf, 0x80);
	buf_utf8(&buf, 0x7FF);
	buf_utf8(&buf, 0x800);
	buf_utf8(&buf, 0xFFFD);
	buf_utf8(&buf, 0x10000);
	buf_utf8(&buf, 0x10FFFF);
	assert_str(buf_str(&buf), "A\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80"
				  "\xEF\xBF\xBD\xF0\x90\x80\x80"
				  "\xF4\x8F\xBF\xBF");
	buf_release(&buf);
}

static void numbers_have_no_trailing_zeros(void **state)
{
	static const struct {
		double number;
		int decimals;
		const char *text;
	} CASES[] = {
		{ 0, 2, "0" },
		{ -0.0, 2, "0" },
		{ 1, 3, "1" },
		{ 1.5, 3, "1.5" },
		{ -1.25, 2, "-1.25" },
		{ 0.05, 2, "0.05" },
		{ 0.004, 2, "0" },
		{ -0.004, 2, "0" },
		{ 0.999, 2, "1" },
		{ 12345.678, 1, "12345.7" },
		{ 100, 0, "100" },
		{ 2.5, 0, "3" },
		{ 0.000000001, 9, "0.000000001" },
		{ 1e7, 9, "10000000" },
		{ 12345678.5, 9, "12345678.5" },
		{ 9e15, 2, "9000000000000000" },
		{ -1e20, 3, "-100000000000000000000" },
	};
	struct buf buf = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		buf_reset(&buf);
		buf_number(&buf, CASES[i].number, CASES[i].decimals);
		assert_str(buf_str(&buf), CASES[i].text);
	}
	buf_release(&buf);
}

static void halves_are_rounded_away_from_zero(void **state)
{
	static const struct {
		double number;
		int decimals;
		const char *text;
	} CASES[] = {
		{ 0.5, 0, "1" },
		{ 1.5, 0, "2" },
		{ -0.5, 0, "-1" },
		{ -2.5, 0, "-3" },
		{ 0.49999999999999994, 0, "1" },
		{ 0.499999, 0, "0" },
		{ 7.749999999999999, 1, "7.8" },
		{ -7.749999999999999, 1, "-7.8" },
		{ 7.7499999, 1, "7.7" },
		{ 1e11 + 0.49, 0, "100000000000" },
		{ 0.125, 2, "0.13" },
		{ -0.125, 2, "-0.13" },
		{ 0.015, 2, "0.02" },
		{ 0.375, 2, "0.38" },
		{ 2.675, 3, "2.675" },
		{ 9.95, 0, "10" },
		{ 99.5, 0, "100" },
		{ 0.9999, 3, "1" },
		{ 1e-9, 8, "0" },
		{ -1e-9, 8, "0" },
		{ 5e-10, 9, "0.000000001" },
	};
	char room[NUMBER_ROOM];

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_str(number_text(room, CASES[i].number,
				       CASES[i].decimals),
			   CASES[i].text);
}

static void a_number_has_at_most_the_decimals_asked_for(void **state)
{
	static const char *const TEXTS[] = {
		"1",	   "1.2",      "1.23",	    "1.235",	  "1.2346",
		"1.23457", "1.234568", "1.2345679", "1.23456789", "1.23456789",
	};
	char room[NUMBER_ROOM];

	(void)state;
	for (int decimals = 0; decimals <= 9; decimals++) {
		assert_str(number_text(room, 1.23456789, decimals),
			   TEXTS[decimals]);
		assert_str(number_text(room, 7, decimals), "7");
		assert_str(number_text(room, -0.0, decimals), "0");
		assert_str(number_text(room, 1200, decimals), "1200");
	}
}

/* Decimals beyond what a double can tell are not shown. */
static void large_numbers_are_written_in_full(void **state)
{
	char room[NUMBER_ROOM];
	struct str text;

	(void)state;
	assert_str(number_text(room, 1e15, 9), "1000000000000000");
	assert_str(number_text(room, -1e15, 0), "-1000000000000000");
	assert_str(number_text(room, 1e14 + 0.5, 9), "100000000000000.5");
	assert_str(number_text(room, 8999999999999999, 0), "8999999999999999");
	assert_str(number_text(room, 9007199254740992, 3), "9007199254740992");
	assert_str(number_text(room, 123456789.123456789, 9),
		   "123456789.1234568");
	assert_str(number_text(room, 1e23, 2), "100000000000000000000000");
	assert_str(number_text(room, -5e22, 0), "-50000000000000000000000");
	assert_str(number_text(room, 9007199254740994, 0), "9007199254740994");
	assert_str(number_text(room, 12345678901234567890.0, 0),
		   "12345678901234567000");
	text = number_text(room, 1e300, 9);
	assert_int_equal(text.len, 301);
	assert_true(str_starts(text, "1000000000000000000000000000000000000"));
	text = number_text(room, -1.7976931348623157e308, 9);
	assert_int_equal(text.len, 310);
	assert_true(str_starts(text, "-17976931348623157000000000000000000"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text_grows_and_is_always_terminated),
		TEST(html_escapes_what_mustache_escapes),
		TEST(xml_has_a_name_for_the_apostrophe),
		TEST(control_characters_are_no_markup),
		TEST(every_control_character_is_replaced_in_markup),
		TEST(every_other_byte_stays_in_markup),
		TEST(urls_are_percent_encoded_once),
		TEST(json_strings_are_safe_in_a_script),
		TEST(a_cell_is_in_quotes_where_it_needs_them),
		TEST(every_control_character_is_an_escape_in_json),
		TEST(runs_between_escapes_are_whole),
		TEST(code_points_take_one_to_four_bytes),
		TEST(numbers_have_no_trailing_zeros),
		TEST(halves_are_rounded_away_from_zero),
		TEST(a_number_has_at_most_the_decimals_asked_for),
		TEST(large_numbers_are_written_in_full),
	};

	return RUN(tests);
}
