/*
 * A spreadsheet as grids of cells, whatever file it came in.
 *
 * What the sheet hides is left out and told; a merged cell stands in every
 * place that it covers, its copies marked.  A cell's text is what a reader of
 * the sheet sees, on one line; what it means is for table_value to say.
 */
#ifndef IMPORT_TABLE_GRID_H
#define IMPORT_TABLE_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "import/made.h"

enum {
	GRID_CELLS = 250000, /* of all sheets, as of a table of a comparison */
	GRID_SHEETS = 100,
};

enum cell_kind { CELL_EMPTY, CELL_TEXT, CELL_NUMBER, CELL_ANSWER, CELL_DATE };

struct cell {
	enum cell_kind kind;
	bool is_copy;	   /* of the cell that it is merged with */
	bool is_struck;	   /* out: a workbook's, until its sheet is a grid */
	struct str struck; /* likewise: words of it that are no part of text */
	struct str text;   /* empty: there is nothing */
	double number;	   /* of CELL_NUMBER; an answer's 1, 0.5 or 0 */
	double most;	   /* "4 of 5": 5; 0 where it does not say */
	struct str unit;   /* "kg", "%", "€"; empty: none */
	struct str note;   /* the comment on it */
};

struct grid {
	struct str name;    /* of the sheet; empty in a CSV file */
	char delimiter;	    /* of a CSV file; else NUL */
	struct cell *cells; /* row by row */
	unsigned *lines;    /* of each row: what the sheet numbers it by */
	size_t row_count, column_count;
	bool has_signs; /* "+", "S" and "-" for better, the same and worse */
};

struct workbook {
	const char *path;
	struct arena *arena;
	struct grid *grids;
	size_t grid_count, cell_count;
	struct lines remarks, todo; /* of the report; what is left to do */
	struct str title;  /* the first line above the table of a CSV file */
	struct str *notes; /* its other lines that are no rows of the table */
	size_t note_count;
};

/* One more line for the report, or of what is left to do; as by printf. */
#define workbook_remark(book, ...) \
	lines_add(&(book)->remarks, (book)->arena, __VA_ARGS__)
#define workbook_todo(book, ...) \
	lines_add(&(book)->todo, (book)->arena, __VA_ARGS__)

struct cell *grid_cell(const struct grid *grid, size_t row, size_t column);
struct str grid_text(const struct grid *grid, size_t row, size_t column);

/* How many cells of the row hold something of their own. */
size_t grid_filled(const struct grid *grid, size_t row);

/* How many texts differ, but for empty ones; puts them in order. */
size_t texts_distinct(struct str *texts, size_t count);

/* An empty grid of that size; false with a diagnostic: the cells are too many. */
bool grid_make(struct diags *diags, struct workbook *book, struct grid *grid,
	       size_t rows, size_t columns);

#endif
