#include "make/host.h"

#include "unit.h"

static const char *const ALIASES[] = { "old/page.html", "/posts/tea/", "pines",
				       "/who.html" };

static struct text *texts(const char *const *given, size_t count,
			  const char *file, struct arena *arena)
{
	struct text *texts = arena_array(arena, struct text, count);

	for (size_t i = 0; i < count; i++)
		texts[i] = (struct text){ str_from(given[i]),
					  { file, 4, 11 + (unsigned)i, 1 } };
	return texts;
}

/* A page, about, and a comparison, oak, with those addresses of old. */
static struct redirect *moved(struct site *site, size_t *count,
			      struct arena *arena)
{
	struct comparison *head = arena_new(arena, struct comparison);
	struct site_page *page = arena_new(arena, struct site_page);
	struct str *slug = arena_new(arena, struct str);

	page->name = STR("about");
	page->aliases = texts(&ALIASES[3], 1, "about.md", arena);
	page->alias_count = 1;
	*slug = STR("oak");
	head->aliases = texts(ALIASES, 4, "oak/comparison.md", arena);
	head->alias_count = 4;
	*site = (struct site){
		.pages = page, .page_count = 1, .slugs = slug, .slug_count = 1
	};
	return redirects_of((const struct site *const[]){ site }, 1, head,
			    count, arena);
}

/* What a page of an edition had before lies below the site, as any does. */
static void a_page_of_an_edition_has_old_addresses_too(void **state)
{
	struct site_page page = { .name = STR("about"), .alias_count = 2 };
	struct site site = { .page_count = 0 }, edition = site;
	size_t count;
	struct redirect *redirects;

	page.aliases = texts(&ALIASES[2], 2, "about.de.md", *state);
	edition.edition = STR("de");
	edition.pages = &page;
	edition.page_count = 1;
	redirects =
		redirects_of((const struct site *const[]){ &site, &edition }, 2,
			     NULL, &count, *state);
	assert_int_equal(count, 2);
	assert_str(redirects[0].from, "pines");
	assert_str(redirects[1].from, "who.html");
	assert_str(redirects[1].to, "de/about.html");
}

static void an_old_address_in_a_language_leads_to_it_there(void **state)
{
	static const char *const OLD[] = { "/de/elm/", "fr/elm/", "/de",
					   "el/x" };
	struct str folder = STR("oak"), slug = STR("eiche");
	struct comparison head = { .alias_count = 4 };
	struct site site = { .slugs = &folder, .slug_count = 1 };
	struct site edition = { .slugs = &slug,
				.folders = &folder,
				.slug_count = 1,
				.edition = STR("de") };
	struct redirect *redirects;
	size_t count;

	head.aliases = texts(OLD, 4, "oak/comparison.md", *state);
	redirects =
		redirects_of((const struct site *const[]){ &site, &edition }, 2,
			     &head, &count, *state);
	assert_int_equal(count, 4);
	assert_str(redirects[0].to, "de/eiche/");
	for (size_t i = 1; i < count; i++)
		assert_str(redirects[i].to, "oak/");
}

static void an_old_address_leads_to_the_page_of_today(void **state)
{
	static const struct {
		const char *from, *path, *to;
	} WANT[] = {
		{ "who.html", "who.html", "about.html" },
		{ "old/page.html", "old/page.html", "oak/" },
		{ "posts/tea/", "posts/tea/index.html", "oak/" },
		{ "pines", "pines/index.html", "oak/" },
		{ "who.html", "who.html", "oak/" },
	};
	struct site site;
	size_t count;
	struct redirect *redirects = moved(&site, &count, *state);

	assert_int_equal(count, 5);
	for (size_t i = 0; i < count; i++) {
		assert_str(redirects[i].from, WANT[i].from);
		assert_str(redirects[i].path, WANT[i].path);
		assert_str(redirects[i].to, WANT[i].to);
	}
}

static void the_second_of_two_for_one_address_is_an_error(void **state)
{
	struct site site;
	size_t count;
	struct redirect *redirects = moved(&site, &count, *state);
	struct diags *diags = diags_new();
	const struct diag *items;

	for (size_t i = 0; i < 4; i++)
		assert_null(redirects[i].before);
	assert_ptr_equal(redirects[4].before, &redirects[0]);
	assert_false(redirects_check(diags, redirects, count));
	items = diags_sorted(diags, &count);
	assert_int_equal(count, 1);
	assert_int_equal(items[0].at.column, 14);
	assert_str(items[0].text,
		   "\"who.html\" is an alias already, in about.md");
	assert_true(redirects_check(diags, redirects, 4));
	diags_free(diags);
}

/* The paths of the files that a host of that name wants, each behind a blank. */
static struct str files_for(const char *host, const char *domain,
			    size_t redirects, struct arena *arena)
{
	struct site site = { .slug_count = 0 };
	struct hosting hosting = { .site = &site, .redirect_count = redirects };
	struct str all = { "", 0 };

	site.publish.host.str = str_from(host);
	site.publish.domain.str = str_from(domain);
	for (enum host_file file = 0; file < HOST_FILE_COUNT; file++) {
		struct str path = host_file_path(&hosting, file);

		if (path.len)
			all = ARENA_JOIN(arena, all, STR(" "), path);
	}
	return all;
}

static void each_host_gets_the_files_that_it_reads(void **state)
{
	assert_str(files_for("", "", 2, *state), "");
	assert_str(files_for("github", "a.org", 2, *state), " CNAME");
	assert_str(files_for("netlify", "", 0, *state), " _headers");
	assert_str(files_for("cloudflare", "a.org", 1, *state),
		   " CNAME _headers _redirects");
	assert_str(files_for("nginx", "", 0, *state), " .nginx.conf");
}

static void redirects_are_below_the_path_of_the_site(void **state)
{
	struct site site;
	struct hosting hosting = { .site = &site, .root = STR("/trees/") };
	struct buf buf = { 0 };

	hosting.redirects = moved(&site, &hosting.redirect_count, *state);
	hosting.redirect_count = 3;
	host_put(&hosting, HOST_REDIRECTS, &buf);
	assert_str(buf_str(&buf), "/trees/who.html /trees/about.html 301\n"
				  "/trees/old/page.html /trees/oak/ 301\n"
				  "/trees/posts/tea/ /trees/oak/ 301\n");
	buf_reset(&buf);
	host_put(&hosting, HOST_NGINX, &buf);
	assert_true(str_find_str(buf_str(&buf),
				 STR("location = /trees/posts/tea/ { return "
				     "301 /trees/oak/; }\n")) < buf.len);
	buf_release(&buf);
}

/* Two comparisons of one pair: oak, called eiche in German, and elm. */
static struct hosting hosting_in_two_languages(struct arena *arena)
{
	static struct str ids[] = { STR_INIT("ash"), STR_INIT("bay") };
	static unsigned char bits[] = { 2 };
	static const struct digest ENGLISH[] = {
		{ .slug = STR_INIT("oak"),
		  .option_ids = ids,
		  .pairs = { 2, bits, 1, 0 } },
		{ .slug = STR_INIT("elm") },
	};
	static const struct digest GERMAN[] = {
		{ .slug = STR_INIT("eiche"),
		  .option_ids = ids,
		  .pairs = { 2, bits, 1, 0 } },
	};
	static const struct digest FRENCH[] = { { .slug = STR_INIT("orme") } };
	static const struct host_edition EDITIONS[] = {
		{ STR_INIT(""), ENGLISH, 2 },
		{ STR_INIT("de/"), GERMAN, 1 },
		{ STR_INIT("fr/"), FRENCH, 1 },
	};
	struct site *site = arena_new(arena, struct site);

	*site = (struct site){ .slug_count = 0 };
	site->publish.host.str = STR("netlify");
	return (struct hosting){ .site = site,
				 .editions = EDITIONS,
				 .edition_count = 3,
				 .root = STR("/t/") };
}

static void pairs_have_two_orders_in_every_language(void **state)
{
	struct hosting hosting = hosting_in_two_languages(*state);
	struct buf buf = { 0 };

	assert_str(host_file_path(&hosting, HOST_REDIRECTS), "_redirects");
	host_put(&hosting, HOST_REDIRECTS, &buf);
	assert_str(buf_str(&buf),
		   "/t/oak/bay-vs-ash/ /t/oak/ash-vs-bay/ 301\n"
		   "/t/de/eiche/bay-vs-ash/ /t/de/eiche/ash-vs-bay/ 301\n");
	buf_reset(&buf);
	host_put(&hosting, HOST_NGINX, &buf);
	assert_true(str_find_str(buf_str(&buf),
				 STR("location ~ ^/t/(?<place>(?:de/)?[^/]+)/"
				     "(?<one>")) < buf.len);
	/* Where no edition has pairs, the rule is of no language. */
	hosting.edition_count = 1;
	buf_reset(&buf);
	host_put(&hosting, HOST_NGINX, &buf);
	assert_true(str_find_str(buf_str(&buf),
				 STR("location ~ ^/t/(?<place>[^/]+)/"
				     "(?<one>")) < buf.len);
	buf_release(&buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_old_address_leads_to_the_page_of_today),
		TEST(an_old_address_in_a_language_leads_to_it_there),
		TEST(the_second_of_two_for_one_address_is_an_error),
		TEST(each_host_gets_the_files_that_it_reads),
		TEST(redirects_are_below_the_path_of_the_site),
		TEST(a_page_of_an_edition_has_old_addresses_too),
		TEST(pairs_have_two_orders_in_every_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
