#include "unit.h"

#include "../read/folder.h"
#include "check/pages.h"
#include "read/report.h"

#define PAGE(head, body)                                                       \
	"<!DOCTYPE html>\n<html lang=\"en\"><head><meta name=\"description\" " \
	"content=\"" head "\"><title>" head "</title></head>\n<body>" body     \
	"</body></html>\n"

/* What was said of the first finding. */
static struct str words;

/* Whether the site lets raw HTML through. */
static bool unsafe;

/* The findings of a site in "out", made of index.html and a/index.html. */
static struct str found(const char *index, const char *other,
			struct arena *arena)
{
	struct site site = { .dir = "c",
			     .base_url.str = STR("https://example.org/t/"),
			     .policy.origin = STR("https://example.org"),
			     .unsafe_html = unsafe };
	struct diags *diags = diags_new();
	struct str all = { "", 0 };
	const struct diag *items;
	size_t count;

	folder_put("out/index.html", index);
	folder_put("out/a/index.html", other);
	check_pages(diags, &site, "out", arena);
	items = diags_sorted(diags, &count);
	for (size_t i = 0; i < count; i++)
		all = arena_printf(arena, "%.*s%s%s %s:%u", STR_ARG(all),
				   all.len ? ", " : "", items[i].name,
				   items[i].at.file, items[i].at.line);
	words = count ? arena_str(arena, items[0].text) : STR("");
	diags_free(diags);
	return all;
}

static const char HOME[] = PAGE("Home", "<h1>Home</h1><a href=\"a/\">A</a>");
static const char OTHER[] = PAGE("Other", "<h1 id=\"x\">Other</h1>");

static void sound_pages_give_no_finding(void **state)
{
	folder_enter();
	assert_str(found(HOME, OTHER, *state), "");
	folder_leave();
}

static void links_and_anchors_must_lead_somewhere(void **state)
{
	static const struct {
		const char *body;
		bool is_broken;
	} CASES[] = {
		{ "<a href=\"a/#x\">", false },
		{ "<a href=\"a/index.html?q=1#x\">", false },
		{ "<a href=\"a\">", false },
		{ "<a href=\"#top\">", false },
		{ "<a href=\"https://example.org/t/a/\">", false },
		{ "<a href=\"https://example.org/other/\">", false },
		{ "<a href=\"mailto:a@b.c\">", false },
		{ "<p id=\"\xC3\xA9\"><a href=\"#%C3%A9\">", false },
		{ "<a href=\"a/..b.txt\">", false },
		{ "<a href=\".well-known/c\">", false },
		{ "<a href=\".git/HEAD\">", true },
		{ "<a href=\"..b.txt\">", true },
		{ "<a href=\"a/#y\">", true },
		{ "<a href=\"#y\">", true },
		{ "<a href=\"b/\">", true },
		{ "<a href=\"../../etc/passwd\">", true },
		{ "<a href=\"https://example.org/t/b\">", true },
		{ "<img alt=\"\" src=\"b.png\">", true },
		{ "<p aria-labelledby=\"y\">", true },
	};

	folder_enter();
	folder_put("out/a/..b.txt", "b");
	folder_put("out/.well-known/c", "c");
	folder_put("out/.git/HEAD", "d");
	for (size_t k = 0; k < sizeof(CASES) / sizeof(*CASES); k++) {
		struct str page = arena_printf(
			*state,
			PAGE("Home", "<h1>Home</h1><a href=\"a/\">A</a>%s"),
			CASES[k].body);
		struct str got = found(page.ptr, OTHER, *state);
		const char *want =
			CASES[k].is_broken ? "broken-link index.html:3" : "";

		if (!str_is(got, want))
			fail_msg("%s gives %.*s", CASES[k].body, STR_ARG(got));
	}
	folder_leave();
}

static void each_page_is_checked_by_itself(void **state)
{
	folder_enter();
	assert_str(found(HOME,
			 PAGE("Other", "<h1 id=\"x\">O</h1>\n<p id=\"x\">"),
			 *state),
		   "duplicate-id a/index.html:4");
	assert_str(found(HOME, PAGE("Other", "<h1>O</h1>\n<h3>Deep</h3>"),
			 *state),
		   "heading-order a/index.html:4");
	assert_str(found(HOME,
			 PAGE("Other", "<h2>Contents</h2><h1>O</h1><h2>A</h2>"
				       "<h3>B</h3><h2>C</h2>"),
			 *state),
		   "");
	folder_put("out/p.png", "no picture");
	assert_str(found(HOME,
			 PAGE("Other", "<h1>O</h1><img alt=\"\" "
				       "src=\"../p.png\">\n<img "
				       "src=\"../p.png\">"),
			 *state),
		   "missing-alt a/index.html:4");
	folder_leave();
}

static void pages_need_a_head_and_a_way_in(void **state)
{
	folder_enter();
	assert_str(found(PAGE("Home", "<h1>Home</h1>"), OTHER, *state),
		   "orphan-page a/index.html:0");
	assert_str(found(HOME, PAGE("", "<h1>O</h1>"), *state),
		   "description-missing a/index.html:0, "
		   "title-missing a/index.html:0");
	assert_str(words, "the page has no description");
	assert_str(found(HOME, PAGE("Home", "<h1>O</h1>"), *state),
		   "description-twice index.html:0, title-twice index.html:0");
	assert_str(found(HOME,
			 "<html lang=\"de\"><meta name=description "
			 "content=Home><title>Home</title><h1>O</h1>",
			 *state),
		   "");
	assert_str(found(PAGE("Home", "<h1>Home</h1>"),
			 "<meta name=robots content=noindex><h1>O</h1>",
			 *state),
		   "");
	folder_leave();
}

static void a_page_that_is_copied_has_its_place_in_the_content(void **state)
{
	folder_enter();
	folder_put("c/static/a/index.html", OTHER);
	assert_str(found(PAGE("Home", "<h1>Home</h1>"), OTHER, *state),
		   "orphan-page c/static/a/index.html:0");
	folder_put("c/static/a/index.html", NULL);
	folder_put("c/a/text.md", "one\nsee [this](#gone)\n");
	assert_str(found(HOME, PAGE("Other", "<h1>O</h1><a href=\"#gone\">"),
			 *state),
		   "broken-link c/a/text.md:2");
	folder_leave();
}

static void an_image_may_not_be_larger_than_a_page_can_use(void **state)
{
	static const char IMAGE[] =
		PAGE("Other", "<h1>O</h1><img alt=\"\" src=\"../p.png\"><img "
			      "alt=\"\" src=\"../p.png\">");
	FILE *to;

	folder_enter();
	folder_put("out/p.png", "");
	to = fopen("out/p.png", "wb");
	fwrite("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x0F\xA0\0\0\x0F\xA0", 1, 24,
	       to);
	fclose(to);
	assert_str(found(HOME, IMAGE, *state), "");
	to = fopen("out/p.png", "wb");
	fwrite("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x0F\xA0\0\0\x0F\xA1", 1, 24,
	       to);
	fclose(to);
	assert_str(found(HOME, IMAGE, *state), "image-size p.png:0");
	assert_str(words, "the image on a/index.html has 4000 by 4001 pixels; "
			  "16 million are plenty");
	assert_int_equal(truncate("out/p.png", IMAGE_BYTES + 1), 0);
	assert_str(found(HOME, IMAGE, *state),
		   "image-size p.png:0, image-size p.png:0");
	assert_str(words, "the image on a/index.html has 1.0 MB; 1 is plenty");
	folder_leave();
}

/* Markdown's are told by the build. */
static void an_image_in_raw_html_keeps_to_the_policy(void **state)
{
	const char *page =
		PAGE("B", "<h1>B</h1>"
			  "<img src=\"https://a.org/b.png\" alt=\"\">"
			  "<img src=\"https://example.org/b.png\" alt=\"\">");

	folder_enter();
	assert_str(found(PAGE("A", "<h1>A</h1><a href=\"a/\">a</a>"), page,
			 *state),
		   "");
	unsafe = true;
	assert_str(found(PAGE("A", "<h1>A</h1><a href=\"a/\">a</a>"), page,
			 *state),
		   "forbidden a/index.html:3");
	assert_str(words, "the policy of the pages lets no image of "
			  "https://a.org in");
	unsafe = false;
	folder_leave();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(sound_pages_give_no_finding),
		TEST(links_and_anchors_must_lead_somewhere),
		TEST(each_page_is_checked_by_itself),
		TEST(pages_need_a_head_and_a_way_in),
		TEST(a_page_that_is_copied_has_its_place_in_the_content),
		TEST(an_image_may_not_be_larger_than_a_page_can_use),
		TEST(an_image_in_raw_html_keeps_to_the_policy),
	};

	return RUN(tests);
}
