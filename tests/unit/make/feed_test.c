#include "unit.h"

#include <libxml/parser.h>

#include "make/feed.h"

#define ATOM "http://www.w3.org/2005/Atom"
#define SITEMAP "http://www.sitemaps.org/schemas/sitemap/0.9"

static xmlDocPtr parsed(const struct buf *xml)
{
	xmlDocPtr doc = xmlReadMemory(xml->ptr, (int)xml->len, "feed.xml", NULL,
				      XML_PARSE_NOBLANKS | XML_PARSE_NONET);

	assert_non_null(doc);
	return doc;
}

/* What an element or attribute says, in the arena. */
static const char *said(xmlChar *text, struct arena *arena)
{
	struct str copy = arena_str(arena, str_from((const char *)text));

	xmlFree(text);
	return copy.ptr;
}

static void put_node(const xmlNode *node, struct buf *to, struct arena *arena)
{
	buf_printf(to, "<%s", (const char *)node->name);
	for (const xmlAttr *a = node->properties; a; a = a->next)
		buf_printf(to, " %s=[%s]", (const char *)a->name,
			   said(xmlNodeGetContent(a->children), arena));
	buf_char(to, '>');
	for (const xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE)
			put_node(child, to, arena);
		else
			buf_printf(to, "%s",
				   said(xmlNodeGetContent(child), arena));
	buf_char(to, '\n');
}

/* The tree that a reader of the file sees, its texts unescaped. */
static struct str seen(const struct buf *xml, const char *space,
		       struct arena *arena)
{
	xmlDocPtr doc = parsed(xml);
	xmlNodePtr root = xmlDocGetRootElement(doc);
	struct buf buf = { 0 };
	struct str text;

	assert_string_equal((const char *)root->ns->href, space);
	put_node(root, &buf, arena);
	text = buf_copy(&buf, arena);
	buf_release(&buf);
	xmlFreeDoc(doc);
	return text;
}

static struct str feed_seen(const struct feed *feed, struct arena *arena)
{
	struct buf xml = { 0 };
	struct str text;

	assert_true(feed_write(feed, &xml));
	assert_true(str_starts(buf_str(&xml), "<?xml version=\"1.0\" "
					      "encoding=\"UTF-8\"?>\n"));
	text = seen(&xml, ATOM, arena);
	buf_release(&xml);
	return text;
}

static struct feed trees(void)
{
	return (struct feed){
		.title = STR("Trees"),
		.subtitle = STR("Which to plant"),
		.author = STR("Ann"),
		.url = STR("https://example.org/"),
		.self = STR("https://example.org/feed.xml"),
		.updated = STR("2026-04-02T00:00:00Z"),
		.language = STR("en"),
	};
}

#define HEAD                                                      \
	"<title>Trees\n"                                          \
	"<subtitle>Which to plant\n"                              \
	"<id>https://example.org/\n"                              \
	"<updated>2026-04-02T00:00:00Z\n"                         \
	"<link rel=[self] href=[https://example.org/feed.xml]>\n" \
	"<link rel=[alternate] href=[https://example.org/]>\n"    \
	"<author><name>Ann\n\n"

static void a_feed_names_its_site(void **state)
{
	struct feed feed = trees();

	assert_str(feed_seen(&feed, *state), "<feed lang=[en]>" HEAD "\n");
}

static void a_feed_without_a_subtitle_has_none(void **state)
{
	struct feed feed = trees();
	struct str text;

	feed.subtitle = STR("");
	text = feed_seen(&feed, *state);
	assert_int_equal(str_find_str(text, STR("subtitle")), text.len);
}

static void an_entry_has_its_dates_and_every_author(void **state)
{
	static const struct str AUTHORS[] = { STR_INIT("Ann"),
					      STR_INIT("Ben") };
	static const struct str TAGS[] = { STR_INIT("trees & shrubs") };
	const struct feed_entry entries[] = {
		{ .title = STR("Oak vs elm"),
		  .url = STR("https://example.org/oak/"),
		  .summary = STR("Which?"),
		  .published = STR("2026-03-01T00:00:00Z"),
		  .updated = STR("2026-04-02T12:30:00Z"),
		  .authors = AUTHORS,
		  .author_count = 2,
		  .categories = TAGS,
		  .category_count = 1 },
		{ .title = STR("Ash vs fir"),
		  .url = STR("https://example.org/ash/"),
		  .summary = STR("Whether"),
		  .published = STR("2026-02-01T00:00:00Z"),
		  .updated = STR("2026-02-01T00:00:00Z") },
	};
	struct feed feed = trees();

	feed.entries = entries;
	feed.count = 2;
	assert_str(feed_seen(&feed, *state),
		   "<feed lang=[en]>" HEAD "<entry><title>Oak vs elm\n"
		   "<id>https://example.org/oak/\n"
		   "<link rel=[alternate] href=[https://example.org/oak/]>\n"
		   "<published>2026-03-01T00:00:00Z\n"
		   "<updated>2026-04-02T12:30:00Z\n"
		   "<author><name>Ann\n\n"
		   "<author><name>Ben\n\n"
		   "<category term=[trees & shrubs]>\n"
		   "<summary>Which?\n\n"
		   "<entry><title>Ash vs fir\n"
		   "<id>https://example.org/ash/\n"
		   "<link rel=[alternate] href=[https://example.org/ash/]>\n"
		   "<published>2026-02-01T00:00:00Z\n"
		   "<updated>2026-02-01T00:00:00Z\n"
		   "<summary>Whether\n\n\n");
}

static void texts_are_escaped_in_a_feed(void **state)
{
	const struct feed_entry entry = {
		.title = STR("<b>C++</b> & \"D\" 'E' ]]> &amp;"),
		.url = STR("https://example.org/?a=1&b=\"<2>\""),
		.summary = STR("\xC3\xA9\xE2\x80\xA6 \xF0\x9F\x8C\xB3 <"),
		.published = STR("2026-03-01T00:00:00Z"),
		.updated = STR("2026-03-01T00:00:00Z"),
	};
	struct feed feed = trees();

	feed.entries = &entry;
	feed.count = 1;
	assert_str(feed_seen(&feed, *state),
		   "<feed lang=[en]>" HEAD
		   "<entry><title><b>C++</b> & \"D\" 'E' ]]> &amp;\n"
		   "<id>https://example.org/?a=1&b=\"<2>\"\n"
		   "<link rel=[alternate] "
		   "href=[https://example.org/?a=1&b=\"<2>\"]>\n"
		   "<published>2026-03-01T00:00:00Z\n"
		   "<updated>2026-03-01T00:00:00Z\n"
		   "<summary>\xC3\xA9\xE2\x80\xA6 \xF0\x9F\x8C\xB3 <\n\n\n");
}

/* A slice need not be terminated where it ends. */
static void only_the_slice_is_written(void **state)
{
	struct feed feed = trees();

	feed.title = str_slice(STR("Trees and shrubs"), 0, 5);
	assert_str(feed_seen(&feed, *state), "<feed lang=[en]>" HEAD "\n");
}

static void a_sitemap_lists_addresses_and_days(void **state)
{
	const struct sitemap_entry entries[] = {
		{ .url = STR("https://example.org/") },
		{ .url = STR("https://example.org/?a&b<c>"),
		  .updated = STR("2026-04-02") },
	};
	struct buf xml = { 0 };

	assert_true(sitemap_write(entries, 2, &xml));
	assert_str(seen(&xml, SITEMAP, *state),
		   "<urlset><url><loc>https://example.org/\n\n"
		   "<url><loc>https://example.org/?a&b<c>\n"
		   "<lastmod>2026-04-02\n\n\n");
	buf_release(&xml);
}

static void a_sitemap_names_translations(void **state)
{
	const struct alternate alternates[] = {
		{ .language = STR("en"),
		  .url = STR("https://example.org/"),
		  .is_default = true },
		{ .language = STR("de"),
		  .url = STR("https://example.org/de/"),
		  .is_current = true },
	};
	const struct sitemap_entry entry = {
		.url = STR("https://example.org/de/"),
		.alternates = alternates,
		.alternate_count = 2,
	};
	struct buf xml = { 0 };

	assert_true(sitemap_write(&entry, 1, &xml));
	assert_str(seen(&xml, SITEMAP, *state),
		   "<urlset><url><loc>https://example.org/de/\n"
		   "<link rel=[alternate] hreflang=[en] "
		   "href=[https://example.org/]>\n"
		   "<link rel=[alternate] hreflang=[x-default] "
		   "href=[https://example.org/]>\n"
		   "<link rel=[alternate] hreflang=[de] "
		   "href=[https://example.org/de/]>\n\n\n");
	buf_release(&xml);
}

static void a_sitemap_may_be_empty(void **state)
{
	struct buf xml = { 0 };

	assert_true(sitemap_write(NULL, 0, &xml));
	assert_str(seen(&xml, SITEMAP, *state), "<urlset>\n");
	buf_release(&xml);
}

static void xml_is_appended_to_what_is_there(void **state)
{
	struct buf xml = { 0 };

	(void)state;
	buf_text(&xml, "before");
	assert_true(sitemap_write(NULL, 0, &xml));
	assert_str(buf_str(&xml),
		   "before<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		   "<urlset xmlns=\"" SITEMAP "\"/>\n");
	buf_release(&xml);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_feed_names_its_site),
		TEST(a_feed_without_a_subtitle_has_none),
		TEST(an_entry_has_its_dates_and_every_author),
		TEST(texts_are_escaped_in_a_feed),
		TEST(only_the_slice_is_written),
		TEST(a_sitemap_lists_addresses_and_days),
		TEST(a_sitemap_names_translations),
		TEST(a_sitemap_may_be_empty),
		TEST(xml_is_appended_to_what_is_there),
	};

	return RUN(tests);
}
