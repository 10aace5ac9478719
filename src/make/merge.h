/*
 * The parts that shards made, put together: the site that one machine makes.
 */
#ifndef MAKE_MERGE_H
#define MAKE_MERGE_H

#include "make/build.h"

/*
 * Proves that the folders are all parts of one site, made of the same by the
 * same program; links their files into the site in `out`, or copies them, and
 * makes the search index.  As build(), it gives the whole site or leaves what
 * is there.
 */
bool merge(const char *const *dirs, size_t count, const char *out,
	   struct diags *diags, struct built *built);

#endif
