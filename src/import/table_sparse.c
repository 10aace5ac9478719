#include "import/table_sparse.h"

#include "base/buf.h"

#include <stdlib.h>

enum { NOWHERE = -1 };

/* Where the rows or columns of the sheet stand in the grid. */
struct axis {
	long *place; /* of each of the sheet's, or NOWHERE */
	size_t *of;  /* of each of the grid's */
	size_t count;
};

static bool add_grid(struct diags *diags, struct workbook *book,
		     const struct sparse *sparse, struct axis down,
		     struct axis across);
static void warn_unknown(struct diags *diags, const struct workbook *book,
			 const struct sparse *sparse);
static struct str cell_name(size_t row, size_t column, struct arena *arena);
static void drop_struck(struct workbook *book, struct sparse *sparse);
static void mark_hidden(const struct sparse *sparse, bool rows, bool *hidden);
static struct axis axis_of(const struct sparse *sparse, bool rows,
			   const bool *hidden, struct arena *arena);
static void say_hidden(struct workbook *book, const struct sparse *sparse,
		       const struct sparse_cell *cells, const bool *rows,
		       const bool *columns);
static bool fill_merged(struct diags *diags, const struct workbook *book,
			const struct sparse *sparse, const struct grid *grid,
			const struct axis *rows, const struct axis *columns);
static int compare_cells(const void *a, const void *b);

struct cell *sparse_add(struct diags *diags, const struct workbook *book,
			struct sparse *sparse, size_t row, size_t column)
{
	struct sparse_cell *added;

	if (sparse->cell_count == GRID_CELLS || row >= SPARSE_ROWS ||
	    column >= SPARSE_COLUMNS) {
		diag_error(diags, (struct place){ .file = book->path },
			   "the sheet \"%.*s\" has more cells than can be read",
			   STR_ARG(sparse->name));
		diag_hint(diags, "import a part of it");
		return NULL;
	}
	added = arena_push(book->arena, sparse->cells, sparse->cell_count);
	added->row = row;
	added->column = column;
	return &added->cell;
}

bool sparse_area_add(struct diags *diags, const struct workbook *book,
		     struct sparse_area **areas, size_t *count,
		     struct sparse_area area)
{
	if (*count == GRID_CELLS)
		return diag_error(diags, (struct place){ .file = book->path },
				  "a sheet has more than %d hidden or merged "
				  "areas",
				  GRID_CELLS);
	*areas = arena_grow(book->arena, *areas, *count, sizeof(**areas));
	(*areas)[(*count)++] = area;
	return true;
}

void sparse_sort(struct sparse *sparse)
{
	if (sparse->cell_count)
		qsort(sparse->cells, sparse->cell_count, sizeof(*sparse->cells),
		      compare_cells);
}

struct cell *sparse_find(const struct sparse *sparse, size_t row, size_t column)
{
	struct sparse_cell wanted = { .row = row, .column = column };
	struct sparse_cell *found;

	if (!sparse->cell_count)
		return NULL;
	found = bsearch(&wanted, sparse->cells, sparse->cell_count,
			sizeof(wanted), compare_cells);
	return found ? &found->cell : NULL;
}

static int compare_cells(const void *a, const void *b)
{
	const struct sparse_cell *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->column > y->column) - (x->column < y->column);
}

void sparse_unknown(struct sparse *sparse, size_t row, size_t column)
{
	if (!sparse->unknown++)
		sparse->first_unknown =
			(struct sparse_area){ .row = row, .column = column };
}

/* A program wrote the file that did not compute it. */
static void warn_unknown(struct diags *diags, const struct workbook *book,
			 const struct sparse *sparse)
{
	const struct sparse_area *first = &sparse->first_unknown;

	if (!sparse->unknown)
		return;
	diag_warning(
		diags, (struct place){ .file = book->path },
		"the sheet \"%.*s\" has %zu formula%s without %s: the cell "
		"%.*s%s empty here",
		STR_ARG(sparse->name), sparse->unknown,
		sparse->unknown > 1 ? "s" : "",
		sparse->unknown > 1 ? "their values" : "its value",
		STR_ARG(cell_name(first->row, first->column, book->arena)),
		sparse->unknown > 1 ? " and the others are" : " is");
	diag_hint(diags, "open and save it in a spreadsheet program, and "
			 "import it again");
}

/* "B7" of row 6, column 1. */
static struct str cell_name(size_t row, size_t column, struct arena *arena)
{
	char letters[] = "XXXX";
	size_t at = sizeof(letters) - 1;

	for (size_t left = column + 1; left; left = (left - 1) / 26)
		letters[--at] = (char)('A' + (left - 1) % 26);
	return arena_printf(arena, "%s%zu", letters + at, row + 1);
}

void sparse_strike(struct cell *cell, struct str struck)
{
	if (cell->text.len) {
		cell->struck = struck;
		return;
	}
	cell->text = struck;
	cell->is_struck = struck.len > 0;
}

/* What is struck out says nothing more; the report keeps it. */
static void drop_struck(struct workbook *book, struct sparse *sparse)
{
	size_t kept = 0;
	struct buf words = { 0 };

	for (size_t c = 0; c < sparse->cell_count; c++) {
		struct sparse_cell cell = sparse->cells[c];
		struct str name, struck = cell.cell.struck;

		if (cell.cell.is_struck)
			struck = cell.cell.text;
		else
			sparse->cells[kept++] = cell;
		if (!struck.len)
			continue;
		name = cell_name(cell.row, cell.column, book->arena);
		buf_text(&words, words.len ? ", " : "");
		buf_raw(&words, name);
		buf_text(&words, " \"");
		buf_raw(&words, struck);
		buf_text(&words, "\"");
	}
	sparse->cell_count = kept;
	if (words.len)
		workbook_remark(book,
				"struck out in the sheet \"%.*s\", and left "
				"out: %.*s",
				STR_ARG(sparse->name),
				STR_ARG(buf_str(&words)));
	buf_release(&words);
}

bool sparse_finish(struct diags *diags, struct workbook *book,
		   struct sparse *sparse)
{
	struct arena scratch = { 0 };
	bool *rows = arena_array(&scratch, bool, SPARSE_ROWS);
	bool *columns = arena_array(&scratch, bool, SPARSE_COLUMNS);
	bool ok;

	warn_unknown(diags, book, sparse);
	drop_struck(book, sparse);
	mark_hidden(sparse, true, rows);
	mark_hidden(sparse, false, columns);
	say_hidden(book, sparse, sparse->cells, rows, columns);
	ok = add_grid(diags, book, sparse,
		      axis_of(sparse, true, rows, &scratch),
		      axis_of(sparse, false, columns, &scratch));
	arena_release(&scratch);
	return ok;
}

static bool add_grid(struct diags *diags, struct workbook *book,
		     const struct sparse *sparse, struct axis down,
		     struct axis across)
{
	struct grid *grid =
		arena_push(book->arena, book->grids, book->grid_count);

	grid->name = sparse->name;
	if (!grid_make(diags, book, grid, down.count, across.count))
		return false;
	for (size_t i = 0; i < down.count; i++)
		grid->lines[i] = (unsigned)down.of[i] + 1;
	for (size_t c = 0; c < sparse->cell_count; c++) {
		const struct sparse_cell *cell = &sparse->cells[c];
		long row = down.place[cell->row];
		long column = across.place[cell->column];

		if (row != NOWHERE && column != NOWHERE)
			*grid_cell(grid, (size_t)row, (size_t)column) =
				cell->cell;
	}
	return fill_merged(diags, book, sparse, grid, &down, &across);
}

static void mark_hidden(const struct sparse *sparse, bool rows, bool *hidden)
{
	size_t most = rows ? SPARSE_ROWS : SPARSE_COLUMNS;

	for (size_t a = 0; a < sparse->hidden_count; a++) {
		const struct sparse_area *area = &sparse->hidden[a];
		bool is_row = area->last_column == SPARSE_COLUMNS;
		size_t from = rows ? area->row : area->column;
		size_t last = rows ? area->last_row : area->last_column;

		/* What is hidden already is passed over at once. */
		for (size_t i = from; rows == is_row && i <= last && i < most;
		     i++)
			hidden[i] = true;
	}
}

static struct axis axis_of(const struct sparse *sparse, bool rows,
			   const bool *hidden, struct arena *arena)
{
	size_t most = rows ? SPARSE_ROWS : SPARSE_COLUMNS;
	struct axis axis = { .place = arena_array(arena, long, most) };

	for (size_t c = 0; c < sparse->cell_count; c++) {
		const struct sparse_cell *cell = &sparse->cells[c];

		if (cell->cell.text.len)
			axis.place[rows ? cell->row : cell->column] = 1;
	}
	for (size_t i = 0; i < most; i++)
		axis.count += axis.place[i] && !hidden[i];
	axis.of = arena_array(arena, size_t, axis.count + 1);
	axis.count = 0;
	for (size_t i = 0; i < most; i++) {
		bool kept = axis.place[i] && !hidden[i];

		axis.place[i] = kept ? (long)axis.count : NOWHERE;
		if (kept)
			axis.of[axis.count++] = i;
	}
	return axis;
}

/* What is hidden is not shown to anybody, so it is not published. */
static void say_hidden(struct workbook *book, const struct sparse *sparse,
		       const struct sparse_cell *cells, const bool *rows,
		       const bool *columns)
{
	size_t count = 0, first = 0;

	for (size_t c = 0; c < sparse->cell_count; c++) {
		bool is_hidden = rows[cells[c].row] || columns[cells[c].column];

		if (!is_hidden || !cells[c].cell.text.len)
			continue;
		if (!count++)
			first = c;
	}
	if (count)
		workbook_remark(book,
				"the sheet \"%.*s\" hides %zu cells, which are "
				"left out: \"%.*s\" in row %zu%s; show the "
				"rows or columns and import it again to have "
				"them",
				STR_ARG(sparse->name), count,
				STR_ARG(cells[first].cell.text),
				cells[first].row + 1,
				count > 1 ? " and others" : "");
}

static bool fill_merged(struct diags *diags, const struct workbook *book,
			const struct sparse *sparse, const struct grid *grid,
			const struct axis *rows, const struct axis *columns)
{
	size_t filled = 0;

	for (size_t m = 0; m < sparse->merged_count; m++) {
		const struct sparse_area *area = &sparse->merged[m];
		long row = rows->place[area->row];
		long column = columns->place[area->column];
		struct cell copy;

		if (row == NOWHERE || column == NOWHERE)
			continue;
		copy = *grid_cell(grid, (size_t)row, (size_t)column);
		copy.is_copy = true;
		copy.note = STR("");
		for (size_t i = (size_t)row;
		     i < grid->row_count && rows->of[i] <= area->last_row; i++)
			for (size_t k = (size_t)column;
			     k < grid->column_count &&
			     columns->of[k] <= area->last_column;
			     k++, filled++)
				if (!grid_cell(grid, i, k)->text.len)
					*grid_cell(grid, i, k) = copy;
		if (filled > 4 * GRID_CELLS)
			return diag_error(
				diags, (struct place){ .file = book->path },
				"the sheet \"%.*s\" has more merged cells than "
				"can be read",
				STR_ARG(sparse->name));
	}
	return true;
}
