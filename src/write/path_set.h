/*
 * A set of paths that keeps eight bytes of each: a site may have half a
 * million folders, and all that is asked of one is whether it was made.  A
 * path of a set can be marked.
 *
 * Two paths whose hashes are the same are taken for one.  Of a million that
 * happens in one site of eighteen million; the folder is missed then, and the
 * build fails.
 */
#ifndef WRITE_PATH_SET_H
#define WRITE_PATH_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* All 0 is the empty set. */
struct path_set {
	uint64_t *slots; /* a hash whose lowest bit is the mark, or 0 */
	size_t count, slot_count;
};

bool path_set_has(const struct path_set *set, struct str path);

/* Adds it, unless it is there. */
void path_set_add(struct path_set *set, struct str path);

/* Whether it is there and marked; marks it, which is added if need be. */
bool path_set_is_marked(const struct path_set *set, struct str path);
void path_set_mark(struct path_set *set, struct str path);

void path_set_release(struct path_set *set);

#endif
