/*
 * What a site consists of: the one list of its files, and how each is made.
 *
 * A file is an item: its path, and what it is made of.  `build` makes all
 * of them, `data` shows the values of one page and `serve` makes the one
 * that is asked for.  Listing is quick and draws no picture; item_make()
 * has the work.
 */
#ifndef MAKE_CATALOG_H
#define MAKE_CATALOG_H

#include "draw/scene.h"
#include "make/workshop.h"

enum item_kind {
	ITEM_PAGE,  /* HTML of `page` */
	ITEM_SVG,   /* `scene` in the colours of `palette` */
	ITEM_PNG,   /* the same */
	ITEM_PDF,   /* the same, on paper */
	ITEM_JSON,  /* of `value` */
	ITEM_BYTES, /* `bytes` */
	ITEM_FILE,  /* a copy of `file` */
	ITEM_CLEAN, /* the picture of `file`, an SVG, and no more */
	ITEM_SAFE,  /* a copy of `file`, an SVG, if that is harmless */
};

struct item {
	enum item_kind kind;
	struct str path;   /* below the root of the site */
	struct str origin; /* the file to blame when two have one path */
	bool is_spare;	   /* left out when something else has its path */
	const struct page *page;
	const struct scene *scene;
	const struct scene *narrow; /* of an SVG: its other layout, or NULL */
	const struct palette *palette;
	struct str date; /* of a PDF */
	const struct value *value;
	struct str bytes;
	const char *file;
};

struct catalog {
	const struct workshop *w;
	struct arena *arena; /* of what is listed */
	struct arena *page;  /* of the page at hand: emptied behind each */
	struct str only;     /* the one path that is asked for; empty: all */
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
bool catalog_site(const struct catalog *catalog, const struct digest *digests,
		  size_t count);
bool catalog_needs_digests(struct str path);

/* The slug in a path that may belong to a comparison: a colours' sheet too. */
struct str catalog_slug(struct str path);

/* The bytes of an item: in `buf`, in `arena` or the item's own. */
bool item_make(const struct item *item, const struct workshop *w,
	       struct diags *diags, struct arena *arena, struct buf *buf,
	       struct str *bytes);

#endif
