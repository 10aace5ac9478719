#include "judged.h"

#include "view/comparison_view.h"
#include "view/frame.h"

static const char *const STATIC_FILES[] = { "a.txt", "favicon.png",
					    "favicon.svg" };

/* A site of one comparison, "trees", under https://a.org/b/. */
struct place_of_pages {
	struct site site;
	struct subject subject;
	struct frame frame;
	struct book book;
};

static void set_up(struct place_of_pages *p, struct arena *arena)
{
	static const struct asset ASSETS[] = {
		{ STR_INIT("style.css"), STR_INIT("assets/style.1f.css") },
		{ STR_INIT("fonts/a-b.woff2"), STR_INIT("assets/x.woff2") },
	};
	struct comparison *c = comparison_from("      oak elm\n"
					       "speed 3 8 6\n",
					       arena);

	c->title.str = STR("Oak vs elm");
	c->date = c->updated =
		(struct date){ .year = 2026, .month = 3, .day = 1 };
	c->updated.month = 4;
	p->subject = subject_in(c, arena);
	p->site = *p->subject.site;
	p->subject.site = &p->site;
	p->site.tagline.str = STR("Which to plant");
	p->site.base_url.str = STR("https://a.org/b/");
	for (size_t i = 0; i < 3; i++)
		*arena_push(arena, p->site.static_files,
			    p->site.static_file_count) =
			str_from(STATIC_FILES[i]);
	p->frame = frame_of(&p->site, p->subject.phrases, ASSETS, 2, arena);
	p->book = (struct book){ .frame = &p->frame,
				 .subject = &p->subject,
				 .shared = comparison_view(&p->subject) };
}

static void a_path_below_the_base_is_absolute(void **state)
{
	struct place_of_pages p;

	set_up(&p, *state);
	assert_str(frame_absolute(&p.frame, STR("index.html"), *state),
		   "https://a.org/b/");
	assert_str(frame_absolute(&p.frame, STR("oak/index.html"), *state),
		   "https://a.org/b/oak/");
	assert_str(frame_absolute(&p.frame, STR("about.html"), *state),
		   "https://a.org/b/about.html");
	p.site.base_url.str = STR("");
	assert_str(frame_absolute(&p.frame, STR("about.html"), *state), "");
}

static void links_in_markup_become_absolute(void **state)
{
	struct place_of_pages p;

	set_up(&p, *state);
	assert_str(frame_absolute_html(&p.frame,
				       STR("<a href=\"\xFF"
					   "oak/\">\xFF</a>"),
				       *state),
		   "<a href=\"https://a.org/b/oak/\">https://a.org/b/</a>");
	assert_str(frame_absolute_html(&p.frame, STR("<b>x</b>"), *state),
		   "<b>x</b>");
	assert_str(frame_absolute_html(&p.frame, STR(""), *state), "");
}

static void reading_takes_a_minute_for_220_words(void **state)
{
	struct phrases phrases = english(*state);

	assert_str(reading_time(&phrases, 0, *state), "1 minute to read");
	assert_str(reading_time(&phrases, 220, *state), "1 minute to read");
	assert_str(reading_time(&phrases, 221, *state), "2 minutes to read");
	assert_str(reading_time(&phrases, 2200, *state), "10 minutes to read");
}

static void headings_to_the_third_level_are_contents(void **state)
{
	struct value *list = value_list(*state);

	toc_add_entry(list, STR("How"), STR("how"), 2);
	toc_add_entry(list, STR("By foot"), STR("by-foot"), 3);
	toc_add_entry(list, STR("Shoes"), STR("shoes"), 4);
	assert_int_equal(list->as.list.count, 2);
	assert_member(list, "0.title", "How");
	assert_member(list, "0.url", "#how");
	assert_member(list, "0.level", "2");
	assert_member(list, "0.is_sub", "false");
	assert_member(list, "1.url", "#by-foot");
	assert_member(list, "1.is_sub", "true");
}

static void a_class_names_the_comparison(void **state)
{
	assert_str(colors_class(STR("oak-vs-elm"), *state)->as.text,
		   "of-oak-vs-elm");
}

static void words_with_dots_are_objects_in_objects(void **state)
{
	struct word items[] = {
		{ STR("a"), { .str = STR("one") } },
		{ STR("b.c"), { .str = STR("two") } },
		{ STR("b.d.e"), { .str = STR("three") } },
		{ STR("b.d.f"), { .str = STR("") } },
	};
	struct words words = { .items = items, .count = 4 };
	struct phrases phrases = english(*state);
	struct site site = { .title.str = STR("Trees") };
	struct frame frame;

	phrases.words = &words;
	frame = frame_of(&site, &phrases, NULL, 0, *state);
	assert_member(frame.words, "a", "one");
	assert_member(frame.words, "b.c", "two");
	assert_member(frame.words, "b.d.e", "three");
	assert_member(frame.words, "b.d.f", "");
	assert_null(value_find(frame.words, STR("c")));
	assert_str(frame.icon, "");
}

static void assets_are_named_with_underlines(void **state)
{
	struct place_of_pages p;

	set_up(&p, *state);
	assert_member(p.frame.assets, "style_css",
		      "\xFF"
		      "assets/style.1f.css");
	assert_member(p.frame.assets, "fonts_a_b_woff2",
		      "\xFF"
		      "assets/x.woff2");
	assert_str(p.frame.icon, "favicon.svg");
}

static void a_page_knows_its_site_and_itself(void **state)
{
	const struct page_head head = { .path = "about.html",
					.template = "page",
					.title = STR("About"),
					.description = STR("Who") };
	struct menu_entry menu[] = {
		{ .title.str = STR("About"), .page.str = STR("about") },
		{ .title.str = STR("Wood"), .url.str = STR("https://w.org/") },
	};
	const struct value *v;
	struct place_of_pages p;

	set_up(&p, *state);
	p.site.menu = menu;
	p.site.menu_count = 2;
	v = frame_values(&p.frame, &head, *state);
	assert_member(v, "root", "\xFF");
	assert_member(v, "site.title", "Trees & more");
	assert_member(v, "site.author", "(null)");
	assert_member(v, "site.icon_url",
		      "\xFF"
		      "favicon.svg");
	assert_member(v, "site.menu.0.title", "Comparisons");
	assert_member(v, "site.menu.0.is_current", "false");
	assert_member(v, "site.menu.1.url",
		      "\xFF"
		      "about.html");
	assert_member(v, "site.menu.1.is_current", "true");
	assert_member(v, "site.menu.2.url", "https://w.org/");
	assert_member(v, "site.menu.2.is_current", "false");
	assert_member(v, "page.title", "About");
	assert_member(v, "page.head_title", "About \u00B7 Trees & more");
	assert_member(v, "page.description", "Who");
	assert_member(v, "page.is_home", "false");
	assert_member(v, "page.canonical", "https://a.org/b/about.html");
	assert_member(v, "page.image_absolute", "(null)");
	assert_member(v, "page.published_iso", "(null)");
	assert_member(v, "page.json_ld", "(null)");
	assert_member(v, "page.colors_url", "(null)");
	assert_null(value_find(v, STR("comparison")));
}

static void the_language_says_which_way_a_page_runs(void **state)
{
	const struct page_head head = { .path = "about.html",
					.template = "page" };
	struct place_of_pages p;

	set_up(&p, *state);
	assert_member(frame_values(&p.frame, &head, *state), "site.is_rtl",
		      "false");
	p.site.language.str = STR("ar-EG");
	assert_member(frame_values(&p.frame, &head, *state), "site.is_rtl",
		      "true");
}

static void the_home_page_goes_by_the_site_alone(void **state)
{
	const struct page_head head = { .path = "index.html",
					.template = "home",
					.is_home = true,
					.title = STR("Trees & more"),
					.colors_path = STR("assets/c.css") };
	const struct value *v;
	struct place_of_pages p;

	set_up(&p, *state);
	v = frame_values(&p.frame, &head, *state);
	assert_member(v, "page.head_title", "Trees & more");
	assert_member(v, "page.is_home", "true");
	assert_member(v, "page.canonical", "https://a.org/b/");
	assert_member(v, "page.colors_url",
		      "\xFF"
		      "assets/c.css");
	assert_member(v, "page.colors_class", "(null)");
	assert_member(v, "site.menu.0.is_current", "true");
}

static void a_page_of_a_comparison_has_its_tabs_and_dates(void **state)
{
	struct page_head head = { .path = "trees/index.html",
				  .template = "overview",
				  .title = STR("Oak vs elm"),
				  .image = STR("trees/card.png") };
	struct comparison *c;
	const struct value *v;
	struct place_of_pages p;

	set_up(&p, *state);
	c = (struct comparison *)p.subject.c;
	head.book = &p.book;
	v = frame_values(&p.frame, &head, *state);
	assert_ptr_equal(value_find(v, STR("comparison")), p.book.shared);
	assert_member(v, "page.published_iso", "2026-03-01T00:00:00Z");
	assert_member(v, "page.updated_iso", "2026-04-01T00:00:00Z");
	assert_member(v, "page.tabs.0.title", "Overview");
	assert_member(v, "page.tabs.0.is_current", "true");
	assert_member(v, "page.tabs.1.url", "\xFFtrees/scoreboard/index.html");
	assert_member(v, "page.tabs.2.title", "Matrix");
	assert_member(v, "page.tabs.2.is_current", "false");
	assert_member(v, "page.colors_class", "of-trees");
	assert_member(v, "page.image_absolute",
		      "https://a.org/b/trees/card.png");
	assert_member(v, "page.canonical", "https://a.org/b/trees/");
	c->canonical.str = STR("https://c.org/");
	c->scored = false;
	v = frame_values(&p.frame, &head, *state);
	assert_member(v, "page.canonical", "https://c.org/");
	assert_member(v, "page.url_absolute", "https://a.org/b/trees/");
	assert_member(v, "page.tabs.1.title", "Matrix");
}

static void breadcrumbs_are_told_to_search_engines(void **state)
{
	const struct crumb crumbs[] = {
		{ STR("Comparisons"), STR("\xFFindex.html") },
		{ STR("</script>"), STR("\xFF"
					"about.html") },
	};
	const struct page_head head = { .path = "about.html",
					.template = "page",
					.title = STR("About"),
					.crumbs = crumbs,
					.crumb_count = 2 };
	struct place_of_pages p;
	struct str json;
	const struct value *v;

	set_up(&p, *state);
	v = frame_values(&p.frame, &head, *state);
	assert_member(v, "page.breadcrumbs.0.is_current", "false");
	assert_member(v, "page.breadcrumbs.1.is_current", "true");
	assert_member(v, "page.breadcrumbs.1.url",
		      "\xFF"
		      "about.html");
	json = member(v, "page.json_ld");
	assert_true(str_starts(json, "<script type=\"application/ld+json\">"));
	assert_true(str_find_str(json, STR("\"BreadcrumbList\"")) < json.len);
	assert_true(str_find_str(json, STR("\"item\":\"https://a.org/b/\"")) <
		    json.len);
	assert_true(str_find_str(json, STR("\"\\u003c/script>\"")) < json.len);
	p.site.base_url.str = STR("");
	v = frame_values(&p.frame, &head, *state);
	assert_member(v, "page.json_ld", "(null)");
	assert_member(v, "page.canonical", "(null)");
}

/* Browsers take it from a header only, and warn of it in a page. */
static void a_page_does_not_say_who_may_frame_it(void **state)
{
	struct place_of_pages p;
	struct buf header = { 0 };
	struct text nobody = { .str = STR("none") };
	struct frame frame;

	set_up(&p, *state);
	p.site.policy.rules[POLICY_ANCESTORS] =
		(struct policy_rule){ &nobody, 1 };
	frame = frame_of(&p.site, p.subject.phrases, NULL, 0, *state);
	policy_put(&p.site.policy, true, &header);
	assert_non_null(strstr(header.ptr, "frame-ancestors"));
	assert_null(strstr(frame.policy.ptr, "frame-ancestors"));
	buf_release(&header);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_path_below_the_base_is_absolute),
		TEST(links_in_markup_become_absolute),
		TEST(reading_takes_a_minute_for_220_words),
		TEST(headings_to_the_third_level_are_contents),
		TEST(a_class_names_the_comparison),
		TEST(words_with_dots_are_objects_in_objects),
		TEST(assets_are_named_with_underlines),
		TEST(a_page_knows_its_site_and_itself),
		TEST(the_language_says_which_way_a_page_runs),
		TEST(the_home_page_goes_by_the_site_alone),
		TEST(a_page_of_a_comparison_has_its_tabs_and_dates),
		TEST(breadcrumbs_are_told_to_search_engines),
		TEST(a_page_does_not_say_who_may_frame_it),
	};

	return RUN(tests);
}
