#include "render/feed.h"

#include <libxml/xmlwriter.h>

#include "base/arena.h"

struct document {
	xmlBufferPtr buffer;
	xmlTextWriterPtr writer;
	struct arena arena;
};

static struct document document_begin(const char *root, const char *space);
static void document_end(struct document *d, struct buf *to);
static void put(struct document *d, const char *name, struct str text);
static void put_link(struct document *d, const char *rel, struct str href);
static void put_author(struct document *d, struct str name);
static void put_category(struct document *d, struct str term);
static void put_entry(struct document *d, const struct feed_entry *entry);
static const xmlChar *xml(struct document *d, struct str text);

void feed_write(const struct feed *feed, struct buf *to)
{
	struct document d =
		document_begin("feed", "http://www.w3.org/2005/Atom");

	xmlTextWriterWriteAttribute(d.writer, BAD_CAST "xml:lang",
				    xml(&d, feed->language));
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
	document_end(&d, to);
}

void sitemap_write(const struct sitemap_entry *entries, size_t count,
		   struct buf *to)
{
	struct document d = document_begin(
		"urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");

	for (size_t i = 0; i < count; i++) {
		xmlTextWriterStartElement(d.writer, BAD_CAST "url");
		put(&d, "loc", entries[i].url);
		if (entries[i].updated.len)
			put(&d, "lastmod", entries[i].updated);
		xmlTextWriterEndElement(d.writer);
	}
	document_end(&d, to);
}

static struct document document_begin(const char *root, const char *space)
{
	struct document d = { .buffer = xmlBufferCreate() };

	d.writer = xmlNewTextWriterMemory(d.buffer, 0);
	xmlTextWriterSetIndent(d.writer, 1);
	xmlTextWriterSetIndentString(d.writer, BAD_CAST "  ");
	xmlTextWriterStartDocument(d.writer, NULL, "UTF-8", NULL);
	xmlTextWriterStartElement(d.writer, BAD_CAST root);
	xmlTextWriterWriteAttribute(d.writer, BAD_CAST "xmlns", BAD_CAST space);
	return d;
}

static void document_end(struct document *d, struct buf *to)
{
	xmlTextWriterEndDocument(d->writer);
	xmlFreeTextWriter(d->writer);
	buf_text(to, (const char *)xmlBufferContent(d->buffer));
	xmlBufferFree(d->buffer);
	arena_release(&d->arena);
}

static void put(struct document *d, const char *name, struct str text)
{
	xmlTextWriterWriteElement(d->writer, BAD_CAST name, xml(d, text));
}

static void put_link(struct document *d, const char *rel, struct str href)
{
	xmlTextWriterStartElement(d->writer, BAD_CAST "link");
	xmlTextWriterWriteAttribute(d->writer, BAD_CAST "rel", BAD_CAST rel);
	xmlTextWriterWriteAttribute(d->writer, BAD_CAST "href", xml(d, href));
	xmlTextWriterEndElement(d->writer);
}

static void put_author(struct document *d, struct str name)
{
	xmlTextWriterStartElement(d->writer, BAD_CAST "author");
	put(d, "name", name);
	xmlTextWriterEndElement(d->writer);
}

static void put_category(struct document *d, struct str term)
{
	xmlTextWriterStartElement(d->writer, BAD_CAST "category");
	xmlTextWriterWriteAttribute(d->writer, BAD_CAST "term", xml(d, term));
	xmlTextWriterEndElement(d->writer);
}

static void put_entry(struct document *d, const struct feed_entry *entry)
{
	xmlTextWriterStartElement(d->writer, BAD_CAST "entry");
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
	xmlTextWriterEndElement(d->writer);
}

/* libxml2 wants it terminated. */
static const xmlChar *xml(struct document *d, struct str text)
{
	return BAD_CAST arena_str(&d->arena, text).ptr;
}
