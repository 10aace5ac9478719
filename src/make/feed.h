/*
 * The files of a site that are XML: the Atom feed and the sitemap.
 */
#ifndef MAKE_FEED_H
#define MAKE_FEED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "view/frame.h"

struct feed_entry {
	struct str title, url, summary, published, updated; /* RFC 3339 */
	const struct str *authors, *categories;
	size_t author_count, category_count;
};

struct feed {
	struct str title, subtitle, author, url, self, updated, language;
	const struct feed_entry *entries; /* newest first */
	size_t count;
};

/* Atom, RFC 4287.  False without memory: then something of it is missing. */
bool feed_write(const struct feed *feed, struct buf *to);

struct sitemap_entry {
	struct str url, updated; /* a day, or empty */
	/* The page in each language that has it, where there are several. */
	const struct alternate *alternates;
	size_t alternate_count;
};

/* How many addresses one sitemap may have, by that protocol. */
enum { SITEMAP_MOST = 50000 };

/*
 * sitemaps.org's protocol 0.9, with the links between languages that search
 * engines know beside it; likewise.
 */
bool sitemap_write(const struct sitemap_entry *entries, size_t count,
		   struct buf *to);

/* The list of several sitemaps. */
bool sitemap_index_write(const struct sitemap_entry *sitemaps, size_t count,
			 struct buf *to);

#endif
