/*
 * A sheet as workbooks have it: the cells that hold something, in any place,
 * and what is merged and hidden.  Made a grid, it has the rows and columns
 * that are shown and hold something.
 */
#ifndef IMPORT_TABLE_SPARSE_H
#define IMPORT_TABLE_SPARSE_H

#include "import/table_grid.h"

enum {
	SPARSE_ROWS = 1048576, /* as many as spreadsheets have */
	SPARSE_COLUMNS = 16384,
};

struct sparse_cell {
	size_t row, column; /* from 0 */
	struct cell cell;
};

struct sparse_area {
	size_t row, column, last_row, last_column;
};

struct sparse {
	struct str name;
	struct sparse_cell *cells; /* row by row, as the file has them */
	size_t cell_count;
	struct sparse_area *merged, *hidden; /* hidden: whole rows or columns */
	size_t merged_count, hidden_count;
	size_t unknown; /* formulas whose values the file has not */
	struct sparse_area first_unknown;
};

/* Counts a formula of which the file does not have the value. */
void sparse_unknown(struct sparse *sparse, size_t row, size_t column);

/* A new cell; NULL with a diagnostic: they are too many. */
struct cell *sparse_add(struct diags *diags, const struct workbook *book,
			struct sparse *sparse, size_t row, size_t column);

/* One more merged or hidden area; false with a diagnostic, likewise. */
bool sparse_area_add(struct diags *diags, const struct workbook *book,
		     struct sparse_area **areas, size_t *count,
		     struct sparse_area area);

/* Words of a cell are struck out; all of them, where it has no other. */
void sparse_strike(struct cell *cell, struct str struck);

/* Puts the cells in order, for what follows. */
void sparse_sort(struct sparse *sparse);

/* The cell in that place, or NULL. */
struct cell *sparse_find(const struct sparse *sparse, size_t row,
			 size_t column);

/* Adds the grid to the book; false with a diagnostic: it is too large. */
bool sparse_finish(struct diags *diags, struct workbook *book,
		   struct sparse *sparse);

#endif
