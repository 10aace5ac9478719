/*
 * Which cells of a sheet are what.
 *
 * A table has a row for each option (a catalogue), a row for each criterion
 * (a decision matrix), a row for each score, or a row for each weight.  Where
 * the words at its head do not tell, its cells do: what is measured in one
 * way stands in one row or in one column.
 */
#ifndef IMPORT_TABLE_SHAPE_H
#define IMPORT_TABLE_SHAPE_H

#include "import/table_grid.h"
#include "import/table_words.h"

enum table_shape {
	TABLE_NONE, /* it is no table of a comparison */
	TABLE_BY_OPTION,
	TABLE_BY_CRITERION,
	TABLE_LONG,
	TABLE_WEIGHTS,
};

/* "Score", "Weighted", "Comment", "Source" below the name of an option. */
enum part { PART_SCORE, PART_NOTE, PART_SOURCE, PART_COMPUTED };

struct layout {
	const struct grid *grid;
	struct arena *arena;
	enum table_shape shape;
	size_t header; /* its row */
	size_t first;  /* row of data: below the header, or two of them */
	size_t rows, columns; /* the grid's */
	enum role *roles;     /* of each column; ROLE_NONE: data */
	size_t names;	      /* the column of the rows' names */
	/* Of an option with several columns: by criterion only. */
	size_t *heads;	  /* the column whose head each column stands below */
	enum part *parts; /* what it says of that option */
};

void layout_find(const struct grid *grid, struct layout *l,
		 struct arena *arena);

/* The first column of that role, or the count of columns. */
size_t layout_column(const struct layout *l, enum role role);

/* The name in a row; the head of a column. */
struct str layout_name(const struct layout *l, size_t row);
struct str layout_head(const struct layout *l, size_t column);

/* Whether the column holds an option's scores. */
bool layout_is_option(const struct layout *l, size_t column);

/* Whether each row is what somebody answered in a form, or who judges says. */
bool layout_is_answers(const struct layout *l, bool judged);

#endif
