#include "import/table_grid.h"

#include <stdlib.h>

static int compare_texts(const void *a, const void *b);

struct cell *grid_cell(const struct grid *grid, size_t row, size_t column)
{
	return &grid->cells[row * grid->column_count + column];
}

struct str grid_text(const struct grid *grid, size_t row, size_t column)
{
	return grid_cell(grid, row, column)->text;
}

size_t grid_filled(const struct grid *grid, size_t row)
{
	size_t count = 0;

	for (size_t k = 0; k < grid->column_count; k++) {
		const struct cell *cell = grid_cell(grid, row, k);

		count += cell->text.len && !cell->is_copy;
	}
	return count;
}

size_t texts_distinct(struct str *texts, size_t count)
{
	size_t distinct = 0;

	if (count)
		qsort(texts, count, sizeof(*texts), compare_texts);
	for (size_t i = 0; i < count; i++)
		distinct += texts[i].len &&
			    (!i || !str_equals(texts[i], texts[i - 1]));
	return distinct;
}

static int compare_texts(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

bool grid_make(struct diags *diags, struct workbook *book, struct grid *grid,
	       size_t rows, size_t columns)
{
	if (columns && rows > (GRID_CELLS - book->cell_count) / columns) {
		diag_error(diags, (struct place){ .file = book->path },
			   "the sheets have more than %d cells", GRID_CELLS);
		diag_hint(diags, "import a part of it");
		return false;
	}
	book->cell_count += rows * columns;
	grid->row_count = rows;
	grid->column_count = columns;
	grid->cells = arena_array(book->arena, struct cell, rows * columns);
	grid->lines = arena_array(book->arena, unsigned, rows);
	return true;
}
