/*
 * A file of the site: its path, and what it is made of.
 *
 * To have an item is quick and draws no picture; item_make() has the work.
 */
#ifndef MAKE_ITEM_H
#define MAKE_ITEM_H

#include "base/hash.h"
#include "draw/scene.h"
#include "make/host.h"
#include "make/workshop.h"

enum item_kind {
	ITEM_PAGE,     /* HTML of `page` */
	ITEM_REDIRECT, /* HTML that leads on, for `redirect` */
	ITEM_SVG,      /* `scene` in the colours of `palette` */
	ITEM_PNG,      /* the same */
	ITEM_PDF,      /* the same, on paper */
	ITEM_JSON,     /* of `value` */
	ITEM_HOST,     /* `host_file` */
	ITEM_BYTES,    /* `bytes` */
	ITEM_TWIN,     /* `bytes`, compressed as `twin` says */
	ITEM_MARKDOWN, /* `bytes`: what a page says, as Markdown */
	ITEM_FILE,     /* a copy of `file` */
	ITEM_CLEAN,    /* the picture of `file`, an SVG, and no more */
	ITEM_SAFE,     /* a copy of `file`, an SVG, if that is harmless */
};

struct item {
	enum item_kind kind;
	struct str path;	  /* below the root of the site */
	struct str origin;	  /* the file to blame when two have one path */
	const struct workshop *w; /* that it is made in */
	bool is_spare; /* left out when something else has its path */
	const struct page *page;
	const struct redirect *redirect;
	const struct scene *scene;
	const struct palette *palette;
	struct str date; /* of a PDF */
	const struct value *value;
	enum host_file host_file;
	const struct hosting *hosting; /* that it is made of */
	int twin;		       /* TWIN_GZIP or TWIN_BROTLI */
	struct str bytes;
	const char *file;
};

/*
 * A hash of all that the bytes of an item depend on, for those that take more
 * time to make than to keep; false for others.
 */
bool item_key(const struct item *item, struct hash *key);

/*
 * The bytes of an item: in `buf`, in which a twin's must not be, in `arena` or
 * the item's own.
 */
bool item_make(const struct item *item, const struct workshop *w,
	       struct diags *diags, struct arena *arena, struct buf *buf,
	       struct str *bytes);

#endif
