#include "unit.h"

#include "model/policy.h"

#define SCRIPTS "; script-src 'self'"
#define CONNECT "; connect-src 'self'"
#define REST SCRIPTS CONNECT
#define UNSCRIPTED                                                     \
	"default-src 'none'; style-src 'self' 'sha256-abc='; img-src " \
	"'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'"
#define OWN UNSCRIPTED REST

static struct text sources[3];

static void add(struct policy *policy, enum policy_directive directive,
		const char *one, const char *other)
{
	sources[0] = (struct text){ .str = str_from(one) };
	sources[1] = (struct text){ .str = str_from(other) };
	policy->rules[directive] =
		(struct policy_rule){ sources, other ? 2 : 1 };
}

static struct str put(const struct policy *policy, bool header,
		      struct arena *arena)
{
	struct buf buf = { 0 };
	struct str text;

	policy_put(policy, header, &buf);
	text = buf_copy(&buf, arena);
	buf_release(&buf);
	return text;
}

static void a_site_needs_only_what_is_its_own(void **state)
{
	struct policy policy = { .style = STR("sha256-abc=") };

	assert_str(put(&policy, true, *state), OWN);
	assert_str(put(&policy, false, *state), OWN);
}

static void pages_need_not_change_with_the_style_of_pictures(void **state)
{
	struct policy policy = { .style = STR("sha256-abc="),
				 .is_stable = true };

	assert_str(put(&policy, true, *state), OWN);
	assert_str(put(&policy, false, *state),
		   "default-src 'none'; style-src 'self'; img-src 'self' "
		   "data:; font-src 'self'; base-uri 'none'; form-action "
		   "'none'" REST);
}

static void a_site_adds_to_a_directive(void **state)
{
	struct policy policy = { .style = STR("sha256-abc=") };

	add(&policy, POLICY_IMAGE, "https://a.org", "*.b.org");
	assert_str(put(&policy, true, *state),
		   "default-src 'none'; style-src 'self' 'sha256-abc='; "
		   "img-src 'self' data: https://a.org *.b.org; font-src "
		   "'self'; base-uri 'none'; form-action 'none'" REST);
	policy.rules[POLICY_IMAGE].count = 0;
	add(&policy, POLICY_FORM, "self", "'self'");
	assert_str(put(&policy, true, *state),
		   "default-src 'none'; style-src 'self' 'sha256-abc='; "
		   "img-src 'self' data:; font-src 'self'; base-uri 'none'; "
		   "form-action 'self' 'self'" REST);
	policy.rules[POLICY_FORM].count = 0;
	add(&policy, POLICY_SCRIPT, "https://a.org/b.js", "sha256-xyz=");
	assert_str(put(&policy, false, *state), UNSCRIPTED SCRIPTS
		   " https://a.org/b.js 'sha256-xyz='" CONNECT);
}

/* A page cannot say it, and browsers complain of one that does. */
static void who_frames_a_page_is_told_in_a_header(void **state)
{
	struct policy policy = { .style = STR("sha256-abc=") };

	add(&policy, POLICY_ANCESTORS, "none", NULL);
	assert_str(put(&policy, true, *state), OWN "; frame-ancestors 'none'");
	assert_str(put(&policy, false, *state), OWN);
}

/* Where a hash or nonce stands, browsers do not hear 'unsafe-inline'. */
static void inline_styles_are_let_in_when_a_site_says_so(void **state)
{
	struct policy policy = { .style = STR("sha256-abc=") };

	add(&policy, POLICY_STYLE, "unsafe-inline", NULL);
	assert_str(put(&policy, true, *state),
		   "default-src 'none'; style-src 'self' 'unsafe-inline'; "
		   "img-src 'self' data:; font-src 'self'; base-uri 'none'; "
		   "form-action 'none'" REST);
}

static void a_preview_lets_in_its_own_script(void **state)
{
	struct policy policy = { .style = STR("sha256-abc="),
				 .nonce = STR("1f") };

	assert_str(put(&policy, true, *state),
		   UNSCRIPTED SCRIPTS " 'nonce-1f'" CONNECT);
	add(&policy, POLICY_SCRIPT, "unsafe-inline", NULL);
	assert_str(put(&policy, true, *state),
		   UNSCRIPTED SCRIPTS " 'unsafe-inline'" CONNECT);
}

static void an_image_is_shown_where_a_source_matches(void **state)
{
	static const struct {
		const char *source, *url;
		bool shown;
	} CASES[] = {
		{ "https://a.org", "https://a.org/b.png", true },
		{ "https://a.org", "https://A.ORG/b.png", true },
		{ "https://a.org", "http://a.org/b.png", false },
		{ "https://a.org", "https://a.org.b/b.png", false },
		{ "https://a.org", "https://b.a.org/b.png", false },
		{ "https://a.org", "https://a.org:444/b.png", false },
		{ "http://a.org", "https://a.org/b.png", true },
		{ "http://a.org", "http://a.org/b.png", true },
		{ "a.org", "https://a.org/b.png", true },
		{ "a.org", "http://a.org/b.png", false },
		{ "a.org:*", "https://a.org:444/b.png", true },
		{ "a.org:444", "https://a.org:444/b.png", true },
		{ "*.a.org", "https://b.a.org/b.png", true },
		{ "*.a.org", "https://a.org/b.png", false },
		{ "*.a.org", "https://ba.org/b.png", false },
		{ "a.org/b/", "https://a.org/b/c.png?d", true },
		{ "a.org/b", "https://a.org/b/c.png", false },
		{ "a.org/b.png", "https://a.org/b.png?c#d", true },
		{ "*", "http://a.org/", true },
		{ "https:", "https://a.org/", true },
		{ "https:", "http://a.org/", false },
		{ "data:", "https://a.org/", false },
		{ "self", "https://a.org/", false },
		{ "self", "https://own.org/a.png", true },
	};
	struct policy policy = { .origin = STR("https://own.org") };

	(void)state;
	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++) {
		add(&policy, POLICY_IMAGE, CASES[i].source, NULL);
		if (policy_allows_image(&policy, str_from(CASES[i].url)) !=
		    CASES[i].shown)
			fail_msg("%s and %s", CASES[i].source, CASES[i].url);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_site_needs_only_what_is_its_own),
		TEST(pages_need_not_change_with_the_style_of_pictures),
		TEST(a_site_adds_to_a_directive),
		TEST(who_frames_a_page_is_told_in_a_header),
		TEST(inline_styles_are_let_in_when_a_site_says_so),
		TEST(a_preview_lets_in_its_own_script),
		TEST(an_image_is_shown_where_a_source_matches),
	};

	return RUN(tests);
}
