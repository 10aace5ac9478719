#include "base/secret.h"

#include "unit.h"

static void is_shown_as(const char *text, const char *shown,
			struct arena *arena)
{
	assert_str(secret_hidden(str_from(text), arena), shown);
}

static void what_stands_before_the_at_of_an_address_is_hidden(void **state)
{
	is_shown_as("https://ann:pw@host/x", "https://******@host/x", *state);
	is_shown_as("see https://gh_12@host/x.", "see https://*****@host/x.",
		    *state);
	is_shown_as("\"rsync://a:b@h/m\" and 'ssh://c:d@h'",
		    "\"rsync://***@h/m\" and 'ssh://***@h'", *state);
	is_shown_as("https://ann:p/w@x@host/y", "https://*********@host/y",
		    *state);
	is_shown_as("ann:pw@host:/srv", "ann:**@host:/srv", *state);
	is_shown_as("target: https://ann:p\xC3\xA4@h/",
		    "target: https://******@h/", *state);
}

static void what_is_named_a_password_is_hidden(void **state)
{
	is_shown_as(":sftp,host=h,pass=abc:/srv", ":sftp,host=h,pass=***:/srv",
		    *state);
	is_shown_as("secret_access_key=\"a,b\",x=1",
		    "secret_access_key=\"***\",x=1", *state);
	is_shown_as("token=", "token=", *state);
	is_shown_as("token='a b", "token='***", *state);
	is_shown_as("my_token=a b token=c;d&e", "my_token=* b token=*;d&e",
		    *state);
	is_shown_as("?api-key=12&Token=34", "?api-key=**&Token=**", *state);
}

static void all_else_is_shown(void **state)
{
	static const char *const PLAIN[] = {
		"",
		"https://host/@ann/posts",
		"https://host:8080/@ann",
		"git@github.com:ann/site.git",
		"mailto:ann@host",
		"host:/srv/www",
		"10:30 @ noon",
		"key=value, author=Ann, monkey=1",
		"a: b@c",
		"://",
		"=",
		":",
	};

	for (size_t i = 0; i < sizeof(PLAIN) / sizeof(*PLAIN); i++) {
		struct str text = str_from(PLAIN[i]);

		assert_ptr_equal(secret_hidden(text, *state).ptr, text.ptr);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_stands_before_the_at_of_an_address_is_hidden),
		TEST(what_is_named_a_password_is_hidden),
		TEST(all_else_is_shown),
	};

	return RUN(tests);
}
