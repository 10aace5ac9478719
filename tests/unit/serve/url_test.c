#include "unit.h"

#include "serve/url.h"

static void a_path_is_decoded_and_loses_its_slash(void **state)
{
	static const struct {
		const char *raw, *path;
	} CASES[] = {
		{ "/", "" },
		{ "/a/", "a/" },
		{ "/a%20b/c.html", "a b/c.html" },
		{ "/%C3%A9", "\xC3\xA9" },
		{ "/a..b/...", "a..b/..." },
		{ "/100%25", "100%" },
	};
	struct str path;

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		assert_true(url_path(str_from(CASES[i].raw), &path, *state));
		assert_str(path, CASES[i].path);
	}
}

static void what_could_lead_elsewhere_is_refused(void **state)
{
	static const char *const CASES[] = {
		"",	     "a",	  "*",	     "/..",    "/../a",
		"/a/../b",   "/%2e%2e/a", "/%2E./a", "/a/.",   "/a%00b",
		"/a%0d%0ab", "/a\\b",	  "/a%5cb",  "/a%2fb", "/%",
		"/%4",	     "/%zz",	  "/%ff",    "/a%7f",  "http://a/b",
	};
	struct str path;

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		if (url_path(str_from(CASES[i]), &path, *state))
			fail_msg("\"%s\" is not refused", CASES[i]);
}

static void only_names_of_this_server_are_its_own(void **state)
{
	static const struct {
		const char *host;
		bool ours;
	} CASES[] = {
		{ "localhost", true },	     { "LocalHost:4000", true },
		{ "127.0.0.1:4000", true },  { "[::1]:4000", true },
		{ "192.168.1.7", true },     { "desk.lan:4000", true },
		{ "example.org", false },    { "localhost.example.org", false },
		{ "127.0.0.1.x.io", false }, { "", false },
		{ "localhost:80x", false },  { "[::1", false },
		{ "[::1]x", false },	     { ":4000", false },
		{ "localhost:/0", false },   { "DESK.lan", true },
		{ "[fe80::1]", true },	     { "[]:80", false },
	};
	char name[300] = "";

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		if (url_host_is_ours(str_from(CASES[i].host), "desk.lan") !=
		    CASES[i].ours)
			fail_msg("%s", CASES[i].host);
	assert_false(url_host_is_ours(STR("desk.lan"), NULL));
	memset(name, 'a', sizeof(name) - 1);
	assert_false(url_host_is_ours(str_from(name), name));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_path_is_decoded_and_loses_its_slash),
		TEST(what_could_lead_elsewhere_is_refused),
		TEST(only_names_of_this_server_are_its_own),
	};

	return RUN(tests);
}
