/*
 * A comparison in one of the site's languages: what a build makes, and keeps,
 * as one.  A site in one language has one of each comparison.  They are
 * numbered as a workshop counts its comparisons.
 */
#ifndef MAKE_RENDITION_H
#define MAKE_RENDITION_H

#include "make/inputs.h"
#include "make/workshop.h"

struct rendition {
	size_t edition;
	struct str content; /* the comparison's folder there: "cakes" */
	struct str folder;  /* its own in the site: "de/kuchen" */
	struct str source;  /* that there is it: "cakes/comparison.de.md" */
};

/* What one is found by. */
struct rendition_name {
	struct str text;
	size_t number;
};

struct renditions {
	struct rendition *items;
	size_t count;
	struct rendition_name *by_folder, *by_source; /* in their order */
};

struct renditions renditions_of(const struct workshop *w, struct arena *arena);

/*
 * Whose folder in the site a path lies in, or is; whose source a file of the
 * content is.  The count of all where it is none's.
 */
size_t rendition_at(const struct renditions *all, struct str path);
size_t rendition_from(const struct renditions *all, struct str source);

/*
 * What each of them is made of, in a hash; 0 where that is not known, as links
 * may lead into another's folder.  `rest`, one an edition, is the share of it
 * that all renditions in that language have.
 */
struct rendition_keys {
	struct hash *keys, *rest;
};

struct rendition_keys renditions_keys(const struct renditions *all,
				      const struct workshop *w,
				      const struct inputs *inputs,
				      struct arena *arena);

#endif
