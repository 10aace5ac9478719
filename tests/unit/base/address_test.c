#include "unit.h"

#include "base/address.h"

static void an_address_is_of_one_kind(void **state)
{
	static const struct {
		const char *url;
		enum address_kind kind;
	} CASES[] = {
		{ "", ADDRESS_PATH },
		{ "a/b.md#c", ADDRESS_PATH },
		{ "/a", ADDRESS_PATH },
		{ "#a:b", ADDRESS_PATH },
		{ "?a:b", ADDRESS_PATH },
		{ "./a:b", ADDRESS_PATH },
		{ "1a:b", ADDRESS_PATH },
		{ "javascript%3Ax", ADDRESS_PATH },
		{ "http://a.org", ADDRESS_WEB },
		{ "HTTPS://A.org/b c?d#e", ADDRESS_WEB },
		{ "https://a_b.org.:8080/@c", ADDRESS_WEB },
		{ "https://b\xC3\xBC"
		  "cher.example/",
		  ADDRESS_WEB },
		{ "http://[::1]:4000/", ADDRESS_WEB },
		{ "https://en.wikipedia.org/wiki/O'Reilly", ADDRESS_WEB },
		{ "mailto:a@b.c", ADDRESS_OTHER },
		{ "TEL:+391", ADDRESS_OTHER },
		{ "mailto:", ADDRESS_SCHEME },
		{ "javascript:x", ADDRESS_SCHEME },
		{ "JavaScript:x", ADDRESS_SCHEME },
		{ "data:text/html,x", ADDRESS_SCHEME },
		{ "vbscript:x", ADDRESS_SCHEME },
		{ "web+a.b-c:x", ADDRESS_SCHEME },
		{ "http:evil", ADDRESS_HOSTLESS },
		{ "http:/evil", ADDRESS_HOSTLESS },
		{ "https:/evil", ADDRESS_HOSTLESS },
		{ "https:\\\\evil", ADDRESS_HOSTLESS },
		{ "https://", ADDRESS_HOSTLESS },
		{ "https:///evil", ADDRESS_HOSTLESS },
		{ "https://\\evil", ADDRESS_HOSTLESS },
		{ "https://?a", ADDRESS_HOSTLESS },
		{ "https://a..b/", ADDRESS_HOSTLESS },
		{ "https://-a.b/", ADDRESS_HOSTLESS },
		{ "https://a b/", ADDRESS_HOSTLESS },
		{ "https://a%2Eb/", ADDRESS_HOSTLESS },
		{ "https://good.org@evil.org/", ADDRESS_HOSTLESS },
		{ "https://a.org:port/", ADDRESS_HOSTLESS },
		{ "https://a.org:8/0", ADDRESS_WEB },
		{ "https://a.org:8!/", ADDRESS_HOSTLESS },
		{ ":a", ADDRESS_PATH },
		{ "a", ADDRESS_PATH },
		{ "https://a.org:/", ADDRESS_HOSTLESS },
		{ "https://a.org:99999/", ADDRESS_HOSTLESS },
		{ "https://[::1/", ADDRESS_HOSTLESS },
		{ "https://[a]/", ADDRESS_HOSTLESS },
		{ "https://[::g]/", ADDRESS_HOSTLESS },
		{ "https://[::1]x/", ADDRESS_HOSTLESS },
		{ "https://[::1]:8080/", ADDRESS_WEB },
		{ "https://a.org:0/", ADDRESS_HOSTLESS },
		{ "https://a.org:65535/", ADDRESS_WEB },
		{ "https://a.org:65536/", ADDRESS_HOSTLESS },
		{ "https://a.org:123456/", ADDRESS_HOSTLESS },
		{ "https://./", ADDRESS_HOSTLESS },
		{ "//evil", ADDRESS_ELSEWHERE },
		{ "\\\\evil", ADDRESS_ELSEWHERE },
		{ "/\\evil", ADDRESS_ELSEWHERE },
		{ "\\evil", ADDRESS_ELSEWHERE },
		{ "java\tscript:x", ADDRESS_CONTROL },
		{ "\njavascript:x", ADDRESS_CONTROL },
		{ "a\x7F"
		  "b",
		  ADDRESS_CONTROL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		if (address_kind(str_from(CASES[i].url)) != CASES[i].kind)
			fail_msg("\"%s\" is of kind %d", CASES[i].url,
				 address_kind(str_from(CASES[i].url)));
}

static void a_web_address_is_written_without_gaps_and_quotes(void **state)
{
	(void)state;
	assert_true(address_is_web(STR("https://a.org/b'c?d=%20#e")));
	assert_false(address_is_web(STR("https://a.org/b c")));
	assert_false(address_is_web(STR("https://a.org/\"b")));
	assert_false(address_is_web(STR("https://a.org\\@evil.org/")));
	assert_false(address_is_web(STR("https://a.org/<b")));
	assert_false(address_is_web(STR("mailto:a@b.c")));
	assert_false(address_is_web(STR("a.org")));
	assert_true(address_is_quotable(STR("https://a.org/b")));
	assert_false(address_is_quotable(STR("https://a.org/`b")));
}

static void an_address_has_an_origin_and_a_path(void **state)
{
	(void)state;
	assert_str(address_origin(STR("https://a.org:80/b?c")),
		   "https://a.org:80");
	assert_str(address_origin(STR("https://a.org?c")), "https://a.org");
	assert_str(address_path(STR("https://a.org/b/c/")), "/b/c/");
	assert_str(address_path(STR("https://a.org")), "/");
}

static void a_host_name_has_labels_of_letters_digits_and_hyphens(void **state)
{
	static const char *const GOOD[] = { "a", "www.example.org", "a-1.b2.",
					    "xn--bcher-kva.example" };
	static const char *const BAD[] = {
		"",
		".",
		"a..b",
		"-a.b",
		"a-.b",
		"a b",
		"a/b",
		"a:80",
		"a;b",
		"b\xC3\xBC.org",
		"a_b",
		"a\nb",
		"http://a",
		("a234567890123456789012345678901234567890123456789012345678"
		 "901234.org"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(GOOD) / sizeof(*GOOD); i++)
		assert_true(address_is_host(str_from(GOOD[i])));
	for (size_t i = 0; i < sizeof(BAD) / sizeof(*BAD); i++)
		if (address_is_host(str_from(BAD[i])))
			fail_msg("\"%s\" is taken for a host", BAD[i]);
}

static void a_plain_path_needs_no_quotes_anywhere(void **state)
{
	static const char *const GOOD[] = { "",		 "/",	 "a",
					    "/a/b.html", "a/b/", "~a/b-c_d.e",
					    ".a" };
	static const char *const BAD[] = {
		"a;b", "a{b",  "a}b", "a b", "a\nb", "a'b",	 "a\"b",
		"a$b", "a#b",  "a?b", "a%b", "a\\b", "..",	 "a/../b",
		"./a", "a//b", "//a", "/.",  "a:b",  "\xC3\xA9",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(GOOD) / sizeof(*GOOD); i++)
		if (!address_is_plain_path(str_from(GOOD[i])))
			fail_msg("\"%s\" is refused", GOOD[i]);
	for (size_t i = 0; i < sizeof(BAD) / sizeof(*BAD); i++)
		if (address_is_plain_path(str_from(BAD[i])))
			fail_msg("\"%s\" is taken", BAD[i]);
	assert_false(address_is_plain_path((struct str){ "a\0b", 3 }));
}

static void a_folder_of_the_web_has_a_host_and_a_plain_path(void **state)
{
	static const char *const GOOD[] = { "https://a.org",
					    "http://a.org:8080/b/c/",
					    "http://[::1]:1/a" };
	static const char *const BAD[] = {
		"a.org",
		"https://a.org/b;c",
		"https://a.org/?b",
		"https://a.org/#b",
		"https://a.org//b",
		"https://a.org/a%20b",
		"https://a.org/../b",
		"https://b\xC3\xBC.org/",
		"https://a@b.org/",
		"https:/a.org/",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(GOOD) / sizeof(*GOOD); i++)
		if (!address_is_folder(str_from(GOOD[i])))
			fail_msg("\"%s\" is refused", GOOD[i]);
	for (size_t i = 0; i < sizeof(BAD) / sizeof(*BAD); i++)
		if (address_is_folder(str_from(BAD[i])))
			fail_msg("\"%s\" is taken", BAD[i]);
}

static void a_path_keeps_its_meaning_in_an_address(void **state)
{
	struct buf url = { 0 };

	address_put_path(STR("a/100%-1 \xC3\xA9?#.txt"), &url);
	assert_str(buf_str(&url), "a/100%25-1%20%C3%A9%3F%23.txt");
	buf_release(&url);
	assert_str(address_decode(STR("100%25-1%20%C3%A9%-1%00%"), *state),
		   "100%-1 \xC3\xA9%-1%00%");
	assert_int_equal(address_escape(STR("a%2Fb"), 1), '/');
	assert_int_equal(address_escape(STR("a%2fb"), 1), '/');
	assert_int_equal(address_escape(STR("%-1"), 0), -1);
	assert_int_equal(address_escape(STR("%+1"), 0), -1);
	assert_int_equal(address_escape(STR("%2"), 0), -1);
}

static void what_looks_like_a_scheme_or_a_host_needs_a_dot(void **state)
{
	(void)state;
	assert_true(address_needs_dot(STR("javascript:x.txt\">")));
	assert_true(address_needs_dot(STR("a:b/c")));
	assert_true(address_needs_dot(STR("/a")));
	assert_false(address_needs_dot(STR("a/b:c")));
	assert_false(address_needs_dot(STR("a\">b:c")));
	assert_false(address_needs_dot(STR("#a:b")));
	assert_false(address_needs_dot(STR("index.html")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_address_is_of_one_kind),
		TEST(a_web_address_is_written_without_gaps_and_quotes),
		TEST(an_address_has_an_origin_and_a_path),
		TEST(a_host_name_has_labels_of_letters_digits_and_hyphens),
		TEST(a_plain_path_needs_no_quotes_anywhere),
		TEST(a_folder_of_the_web_has_a_host_and_a_plain_path),
		TEST(a_path_keeps_its_meaning_in_an_address),
		TEST(what_looks_like_a_scheme_or_a_host_needs_a_dot),
	};

	return RUN(tests);
}
