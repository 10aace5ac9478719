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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text_grows_and_is_always_terminated),
		TEST(html_escapes_what_mustache_escapes),
		TEST(xml_has_a_name_for_the_apostrophe),
		TEST(control_characters_are_no_markup),
		TEST(urls_are_percent_encoded_once),
		TEST(json_strings_are_safe_in_a_script),
		TEST(code_points_take_one_to_four_bytes),
		TEST(numbers_have_no_trailing_zeros),
	};

	return RUN(tests);
}
