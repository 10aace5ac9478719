#include "read/values.h"

#include "base/buf.h"
#include "unit.h"

static void a_semicolon_parts_values_unless_it_belongs_to_one(void **state)
{
	/* The values are shown with "|" between them. */
	static const struct {
		const char *cell, *values;
	} CASES[] = {
		{ "", "" },
		{ " ; ;; ", "" },
		{ "x; y", "x|y" },
		{ "x;y;", "x|y" },
		{ "a\\;b; c", "a\\;b|c" },
		{ "`for (;;) {}`", "`for (;;) {}`" },
		{ "``a`;b``; c", "``a`;b``|c" },
		{ "`a; b", "`a|b" },
		{ "AT&amp;T", "AT&amp;T" },
		{ "&#59;&#x3B;x", "&#59;&#x3B;x" },
		{ "R&D; x", "R&D|x" },
		{ "M&Ms; x", "M&Ms|x" },
		{ "[a;b](https://example.org/x;y)",
		  "[a;b](https://example.org/x;y)" },
		{ "![a;b](x.png \"c;d\"); e", "![a;b](x.png \"c;d\")|e" },
		{ "[a [b;c](d;e) f](g); h", "[a [b;c](d;e) f](g)|h" },
		{ "[a](b(c;d)); e", "[a](b(c;d))|e" },
		{ "a [b; c] d", "a [b|c] d" },
		{ "[a;b](c", "[a|b](c" },
		{ "https://example.org/?a=1;b=2",
		  "https://example.org/?a=1;b=2" },
		{ "https://a.org; https://b.org",
		  "https://a.org|https://b.org" },
		{ "https://a.org;https://b.org",
		  "https://a.org|https://b.org" },
		{ "www.a.org/;x; y", "www.a.org/;x|y" },
		{ "<https://a.org/;b>; c", "<https://a.org/;b>|c" },
		{ "a < b; c > d", "a < b|c > d" },
		{ "a<br>b; c", "a<br>b|c" },
		{ "a[^s]; b", "a[^s]|b" },
		{ "**a;b**; c", "**a;b**|c" },
		{ "*a; b* (_c;d_); e", "*a; b* (_c;d_)|e" },
		{ "~~a;b~~;**a *b;c* d;e**", "~~a;b~~|**a *b;c* d;e**" },
		{ "**a;b", "**a|b" },
		{ "**a;b*; c", "**a|b*|c" },
		{ "* a; b *", "* a|b *" },
		{ "2*3; 4*5", "2*3|4*5" },
		{ "a_b;c_d", "a_b|c_d" },
		{ "~5 kg; ~6 kg", "~5 kg|~6 kg" },
		{ "*a; *b", "*a|*b" },
		{ "`*`a;b*", "`*`a|b*" },
		{ "\\*a;b*", "\\*a|b*" },
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		size_t count;
		struct str *values =
			values_of(str_from(CASES[i].cell), &count, *state);
		struct buf shown = { 0 };

		for (size_t k = 0; k < count; k++) {
			buf_text(&shown, k ? "|" : "");
			buf_raw(&shown, values[k]);
		}
		assert_str(buf_str(&shown), CASES[i].values);
		buf_release(&shown);
	}
}

/* A search to the end for each would take the square of a megabyte. */
static void a_hostile_cell_takes_linear_time(void **state)
{
	static const char *const PARTS[] = {
		"`",  "``a`", "[",	   "](",   "]((",
		"<a", "&a",   "https://;", " *a;", " **a; b*; c** "
	};

	for (size_t i = 0; i < sizeof(PARTS) / sizeof(*PARTS); i++) {
		struct buf text = { 0 };
		size_t count;

		while (text.len < 200000)
			buf_text(&text, PARTS[i]);
		values_of(buf_str(&text), &count, *state);
		assert_true(count > 0);
		buf_release(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_semicolon_parts_values_unless_it_belongs_to_one),
		TEST(a_hostile_cell_takes_linear_time),
	};

	return RUN(tests);
}
