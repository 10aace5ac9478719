/*
 * What a site may add to its Content-Security-Policy, a source at a time.
 */
#include "folder.h"

static bool is_read(const char *directive, const char *source,
		    struct arena *arena)
{
	struct folder f;

	folder_enter();
	folder_put_trees();
	folder_put("c/site.yaml",
		   arena_printf(arena,
				"title: a\npublish: { to: git, host: nginx }\n"
				"csp: { %s: [\"%s\"] }\n",
				directive, source)
			   .ptr);
	folder_read(&f, arena);
	diags_free(f.diags);
	folder_leave();
	return f.ok;
}

static void a_source_is_a_host_a_scheme_or_a_keyword(void **state)
{
	static const char *const GOOD[] = {
		"https://a.org",
		"https://a.org:443/b/c.js",
		"wss://a.org:*",
		"ws://a.org",
		"http://a.org",
		"*.a.org",
		"https://*.a.org:1",
		"*",
		"a.org/b-c_d~e",
		"data:",
		"blob:",
		"self",
		"'self'",
		"unsafe-inline",
		"strict-dynamic",
		"sha256-0123456789012345678901234567890123456789012=",
		"'sha384-0123456789+123456789/123456789-123456789_12='",
	};
	static const char *const BAD[] = {
		"a",
		"*.*.org",
		"https://",
		"https://a.org:",
		"https://a.org:123456",
		"https://a.org:8x",
		"https://a.org/b c",
		"https://a.org/b;c",
		"ftp://a.org",
		"data",
		"sha256-",
		"'sha256-abc'",
		"none",
		"'none'",
		"sha256-0123456789012345678901234567890123456789012;",
	};

	for (size_t i = 0; i < sizeof(GOOD) / sizeof(*GOOD); i++)
		if (!is_read("img-src", GOOD[i], *state))
			fail_msg("%s is refused", GOOD[i]);
	for (size_t i = 0; i < sizeof(BAD) / sizeof(*BAD); i++)
		if (is_read("img-src", BAD[i], *state))
			fail_msg("%s is taken", BAD[i]);
}

/* To be framed by nobody is a wish of its own. */
static void none_may_be_the_only_ancestor(void **state)
{
	assert_true(is_read("frame-ancestors", "none", *state));
	assert_true(is_read("frame-ancestors", "'none'", *state));
	assert_false(is_read("frame-ancestors", "none\", \"self", *state));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_source_is_a_host_a_scheme_or_a_keyword),
		TEST(none_may_be_the_only_ancestor),
	};

	return RUN(tests);
}
