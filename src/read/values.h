/*
 * The values of a cell of a side-by-side table, which ";" parts.
 *
 * A ";" that belongs to something is part of it: to inline code, an entity
 * ("AT&amp;T"), what is emphasised, a link or an image, an address, or behind a
 * backslash.  The time taken is linear in the cell.
 */
#ifndef READ_VALUES_H
#define READ_VALUES_H

#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/* The values, trimmed and without empty ones; the array is `arena`'s. */
struct str *values_of(struct str cell, size_t *count, struct arena *arena);

#endif
