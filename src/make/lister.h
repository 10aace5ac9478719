/*
 * The list of a site's files, seen from those who write it down: make/catalog
 * of a comparison, make/catalog_site of the rest.
 */
#ifndef MAKE_LISTER_H
#define MAKE_LISTER_H

#include "make/catalog.h"

/*
 * One comparison, or the site, at which the catalog is.  What a page says of
 * all the others grows with their number, so that the pages of a comparison
 * together may need many times what it needs itself: the values of each live
 * in the page's arena, and end with it.
 */
struct lister {
	const struct catalog *catalog;
	const struct workshop *w;
	struct arena *arena, *page;
	const struct bench *bench; /* NULL: the site */
	struct subject subject;	   /* the bench's, its values in `page` */
	struct book book;	   /* likewise */
	const struct digest *digests;
	size_t digest_count;
	const struct tag *tags; /* of the digests */
	size_t tag_count;
	struct str origin;
	struct portion
		*portion; /* of a comparison's parts; NULL: all of them */
};

/* What one thread makes of the parts that several make together. */
struct portion {
	atomic_size_t *claimed;
	size_t at, mine; /* the part that comes next; the one that is ours */
};

/* Whether the part that comes next is ours. */
bool lister_takes(const struct lister *l);

/* Lists an item, if it is asked for; false when the visit was. */
bool lister_put(const struct lister *l, struct item item);

/*
 * Whether a page at that path, or a picture, must not be made for it is
 * another shard's: then it is listed, by its path alone, and `*ok` is false
 * when the visit was.
 */
bool lister_leaves(const struct lister *l, struct str path, bool *ok);

/* The last that is listed of what the page's arena holds. */
bool lister_page(const struct lister *l, const struct page *page);

bool lister_bytes(const struct lister *l, struct str path, struct str bytes);

/* Files of the content folder that texts link to. */
bool lister_linked(const struct lister *l, const struct str *files,
		   size_t count);

bool lister_wants(const struct lister *l, struct str path);

/* Whether a path of that ending is asked for: else it need not be listed. */
bool lister_may_want(const struct lister *l, const char *ending);

#endif
