#include "read/bare_url.h"

#include "unit.h"

/* Each text, and the address that is found in it. */
static void an_address_is_found_without_what_ends_the_sentence(void **state)
{
	static const struct {
		const char *text, *found;
	} CASES[] = {
		{ "See https://a.org.", "https://a.org" },
		{ "See HTTP://a.org/b?!", "HTTP://a.org/b" },
		{ "(www.a.org)", "www.a.org" },
		{ "www.a.org/b_(c)", "www.a.org/b_(c)" },
		{ "www.a.org/b)))", "www.a.org/b" },
		{ "www.a.org/b&amp;", "www.a.org/b" },
		{ "www.a.org/?a=b&c;", "www.a.org/?a=b" },
		{ "www.a.org/b;", "www.a.org/b" },
		{ "www.a.org/a-b;", "www.a.org/a-b" },
		{ "www.a.org/a_b;", "www.a.org/a_b" },
		{ "www.a.org/&;", "www.a.org/&" },
		{ "www.a.org<b", "www.a.org" },
		{ "www.a.org\tb", "www.a.org" },
		{ "https://b\xC3\xBC.org/c", "https://b\xC3\xBC.org/c" },
		{ "https://a.o_g.b.c", "https://a.o_g.b.c" },
		{ "https://a.o_g.b", "" },
		{ "https://a.b_c", "" },
		{ "https://a", "" },
		{ "https://.a", "" },
		{ "www.", "" },
		{ "https://", "" },
		{ "xhttps://a.org", "" },
		{ "mail a.b+c@d-e.org.", "a.b+c@d-e.org" },
		{ "a_b@c.org", "a_b@c.org" },
		{ "a@b.org- c", "" },
		{ "a@b_c.org_", "" },
		{ "a@b", "" },
		{ "a@.b", "" },
		{ "@b.org", "" },
		{ "\xC3\xA4@b.org", "" },
		{ "no address at all", "" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		struct str text = str_from(CASES[i].text);
		size_t len = 0, at = bare_url_find(text, &len);

		if (!str_is(str_slice(text, at, len), CASES[i].found))
			fail_msg("%s gives \"%.*s\"", CASES[i].text,
				 STR_ARG(str_slice(text, at, len)));
		if (!*CASES[i].found)
			assert_int_equal(at, text.len);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_address_is_found_without_what_ends_the_sentence),
	};

	return RUN(tests);
}
