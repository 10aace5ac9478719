/*
 * A table of a page as rows and columns of places: which cell stands where.
 *
 * A value stands in all places that its cell reaches over by "rowspan" and
 * "colspan"; what begins in the first column is a label, or words below the
 * table, and stands in its first place of each row alone.
 */
#ifndef IMPORT_TABLE_PAGE_H
#define IMPORT_TABLE_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct _xmlNode;

struct page_grid {
	struct _xmlNode **cells; /* row by row; NULL: nothing */
	size_t rows, columns;
};

/* False: it is of one column or row, or too large, and so is but layout. */
bool page_grid_of(struct _xmlNode *table, struct page_grid *grid,
		  struct arena *arena);

/* The first place of the cell that stands in this one. */
size_t page_grid_first(const struct page_grid *grid, size_t place);

#endif
