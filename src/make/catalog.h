/*
 * What a site consists of: the one list of its files.  A comparison's are in
 * catalog.c, the rest of the site's in catalog_site.c.
 *
 * A file is an item: its path, and what it is made of.  `build` makes all
 * of them, `data` shows the values of one page and `serve` makes the one
 * that is asked for.  Listing is quick and draws no picture; item_make()
 * has the work.
 *
 * Sources: catalog_site.c.
 */
#ifndef MAKE_CATALOG_H
#define MAKE_CATALOG_H

#include <stdatomic.h>

#include "make/item.h"

struct index;

struct catalog {
	const struct workshop *w;
	struct arena *arena; /* of what is listed */
	struct arena *page;  /* of the page at hand: emptied behind each */
	struct str only;     /* the one path that is asked for; empty: all */
	struct index *index; /* of what the comparisons have; or NULL */
	/* Called with each item, which stays for the length of the call. */
	bool (*visit)(void *context, const struct item *item);
	void *context;
};

/*
 * The files of one comparison, or those of the site as a whole; false when a
 * visit was.  `digests` are those of all comparisons, sorted; a site's file
 * for which catalog_needs_digests() is false can be had without.
 */
bool catalog_comparison(const struct catalog *catalog,
			const struct bench *bench);

/*
 * The same in two steps, the first of which several threads may take at once,
 * each with a catalog of its own: what one claims of `parts`, which begins as
 * 0, the others leave alone.  The second comes when all of them are done.
 */
bool catalog_parts(const struct catalog *catalog, const struct bench *bench,
		   atomic_size_t *parts);
bool catalog_linked(const struct catalog *catalog, const struct bench *bench);

bool catalog_site(const struct catalog *catalog, const struct digest *digests,
		  size_t count);

/*
 * What the host of the site wants, and pages at addresses of old: those of
 * all editions, and behind all others, as none may take another's place.
 */
bool catalog_host(const struct catalog *catalog,
		  const struct host_edition *editions, size_t count);
bool catalog_needs_digests(struct str path);

/* Whether those of all editions are. */
bool catalog_needs_editions(struct str path);

/* Whether the path is a file of the search index. */
bool catalog_needs_index(struct str path);

/* The slug in a path that may belong to a comparison: a colours' sheet too. */
struct str catalog_slug(struct str path);

/*
 * The compressed twins that the site wants of a file, once that is made: it is
 * they alone whose being there its bytes decide.
 */
bool catalog_twins(const struct catalog *catalog, const struct item *item,
		   struct str bytes);

/* The twin in Markdown of a page; nothing for what is none, or not found. */
bool catalog_markdown(const struct catalog *catalog, const struct item *item,
		      struct str bytes);

/* "a/index.md" of "a/index.html"; empty where there is none. */
struct str catalog_markdown_path(struct str path, struct arena *arena);

#endif
