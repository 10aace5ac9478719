/*
 * Makes a site: reads the content, judges it, makes every file of the
 * catalog, and puts the new site in the place of the old one, whole.
 */
#ifndef MAKE_BUILD_H
#define MAKE_BUILD_H

#include "base/diag.h"
#include "make/order.h"
#include "write/tree.h"

enum build_end {
	BUILD_PUBLISH, /* the new site takes the place of the old one */
	BUILD_COMPARE, /* nothing is written: is the site there this one? */
};

/* What was made. */
struct built {
	size_t pages, images, comparisons;
	size_t pairs_left_out; /* that share too few scored criteria */
	struct tree_summary files;
	bool has_address; /* and with it a feed and a sitemap */
};

/*
 * True when the site is there; else `diags` says why, and what was there
 * stays as it was.
 */
bool build(const struct order *order, enum build_end end, struct diags *diags,
	   struct built *built);

#endif
