#include "make/feed.h"

#include <libxml/xmlwriter.h>

#include "base/arena.h"

struct document {
	xmlBufferPtr buffer;
	xmlTextWriterPtr writer;
	struct arena arena;
	bool ok; /* no call has failed */
};

static bool put_addresses(const char *list, const char *each,
			  const struct sitemap_entry *entries, size_t count,
			  struct buf *to);
static bool has_alternates(const struct sitemap_entry *entries, size_t count);
static void put_alternates(struct document *d,
			   const struct sitemap_entry *entry);
static void put_alternate(struct document *d, struct str language,
			  struct str url);
static struct document document_begin(const char *root, const char *space);
static bool document_end(struct document *d, struct buf *to);
static void did(struct document *d, int given);
static void begin(struct document *d, const char *name);
static void end(struct document *d);
static void put_attribute(struct document *d, const char *name,
			  const xmlChar *text);
static void put(struct document *d, const char *name, struct str text);
static void put_link(struct document *d, const char *rel, struct str href);
static void put_author(struct document *d, struct str name);
static void put_category(struct document *d, struct str term);
static void put_entry(struct document *d, const struct feed_entry *entry);
static const xmlChar *xml(struct document *d, struct str text);

bool feed_write(const struct feed *feed, struct buf *to)
{
	struct document d =
		document_begin("feed", "http://www.w3.org/2005/Atom");

	put_attribute(&d, "xml:lang", xml(&d, feed->language));
	put(&d, "title", feed->title);
	if (feed->subtitle.len)
		put(&d, "subtitle", feed->subtitle);
	put(&d, "id", feed->url);
	put(&d, "updated", feed->updated);
	put_link(&d, "self", feed->self);
	put_link(&d, "alternate", feed->url);
	put_author(&d, feed->author);
	for (size_t i = 0; i < feed->count; i++)
		put_entry(&d, &feed->entries[i]);
	return document_end(&d, to);
}

bool sitemap_write(const struct sitemap_entry *entries, size_t count,
		   struct buf *to)
{
	return put_addresses("urlset", "url", entries, count, to);
}

bool sitemap_index_write(const struct sitemap_entry *sitemaps, size_t count,
			 struct buf *to)
{
	return put_addresses("sitemapindex", "sitemap", sitemaps, count, to);
}

static bool put_addresses(const char *list, const char *each,
			  const struct sitemap_entry *entries, size_t count,
			  struct buf *to)
{
	struct document d = document_begin(
		list, "http://www.sitemaps.org/schemas/sitemap/0.9");

	if (has_alternates(entries, count))
		put_attribute(&d, "xmlns:xhtml",
			      BAD_CAST "http://www.w3.org/1999/xhtml");
	for (size_t i = 0; i < count; i++) {
		begin(&d, each);
		put(&d, "loc", entries[i].url);
		if (entries[i].updated.len)
			put(&d, "lastmod", entries[i].updated);
		put_alternates(&d, &entries[i]);
		end(&d);
	}
	return document_end(&d, to);
}

static bool has_alternates(const struct sitemap_entry *entries, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (entries[i].alternate_count)
			return true;
	return false;
}

/* As heads of pages have them: of itself, too, and one for all others. */
static void put_alternates(struct document *d,
			   const struct sitemap_entry *entry)
{
	for (size_t i = 0; i < entry->alternate_count; i++) {
		const struct alternate *to = &entry->alternates[i];

		put_alternate(d, to->language, to->url);
		if (to->is_default)
			put_alternate(d, STR("x-default"), to->url);
	}
}

static void put_alternate(struct document *d, struct str language,
			  struct str url)
{
	begin(d, "xhtml:link");
	put_attribute(d, "rel", BAD_CAST "alternate");
	put_attribute(d, "hreflang", xml(d, language));
	put_attribute(d, "href", xml(d, url));
	end(d);
}

static struct document document_begin(const char *root, const char *space)
{
	struct document d = { .buffer = xmlBufferCreate() };

	d.writer = d.buffer ? xmlNewTextWriterMemory(d.buffer, 0) : NULL;
	d.ok = d.writer;
	did(&d, xmlTextWriterSetIndent(d.writer, 1));
	did(&d, xmlTextWriterSetIndentString(d.writer, BAD_CAST "  "));
	did(&d, xmlTextWriterStartDocument(d.writer, NULL, "UTF-8", NULL));
	begin(&d, root);
	put_attribute(&d, "xmlns", BAD_CAST space);
	return d;
}

static bool document_end(struct document *d, struct buf *to)
{
	did(d, xmlTextWriterEndDocument(d->writer));
	if (d->writer)
		xmlFreeTextWriter(d->writer);
	if (d->ok)
		buf_text(to, (const char *)xmlBufferContent(d->buffer));
	if (d->buffer)
		xmlBufferFree(d->buffer);
	arena_release(&d->arena);
	return d->ok;
}

/* What a call of the writer gave: bytes, or -1 when it failed. */
static void did(struct document *d, int given)
{
	d->ok &= given >= 0;
}

static void begin(struct document *d, const char *name)
{
	did(d, xmlTextWriterStartElement(d->writer, BAD_CAST name));
}

static void end(struct document *d)
{
	did(d, xmlTextWriterEndElement(d->writer));
}

static void put_attribute(struct document *d, const char *name,
			  const xmlChar *text)
{
	did(d, xmlTextWriterWriteAttribute(d->writer, BAD_CAST name, text));
}

static void put(struct document *d, const char *name, struct str text)
{
	did(d,
	    xmlTextWriterWriteElement(d->writer, BAD_CAST name, xml(d, text)));
}

static void put_link(struct document *d, const char *rel, struct str href)
{
	begin(d, "link");
	put_attribute(d, "rel", BAD_CAST rel);
	put_attribute(d, "href", xml(d, href));
	end(d);
}

static void put_author(struct document *d, struct str name)
{
	begin(d, "author");
	put(d, "name", name);
	end(d);
}

static void put_category(struct document *d, struct str term)
{
	begin(d, "category");
	put_attribute(d, "term", xml(d, term));
	end(d);
}

static void put_entry(struct document *d, const struct feed_entry *entry)
{
	begin(d, "entry");
	put(d, "title", entry->title);
	put(d, "id", entry->url);
	put_link(d, "alternate", entry->url);
	put(d, "published", entry->published);
	put(d, "updated", entry->updated);
	for (size_t i = 0; i < entry->author_count; i++)
		put_author(d, entry->authors[i]);
	for (size_t i = 0; i < entry->category_count; i++)
		put_category(d, entry->categories[i]);
	put(d, "summary", entry->summary);
	end(d);
}

/* libxml2 wants it terminated. */
static const xmlChar *xml(struct document *d, struct str text)
{
	return BAD_CAST arena_str(&d->arena, text).ptr;
}
