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
	enum table_shape shape;
	bool is_sure;	  /* the words at its head say so */
	size_t header;	  /* its row */
	size_t first;	  /* row of data: below the header, or two of them */
	enum role *roles; /* of each column; ROLE_NONE: data */
	size_t names;	  /* the column of the rows' names */
	/* Of an option with several columns: by criterion only. */
	size_t *heads;	  /* the column whose head each column stands below */
	enum part *parts; /* what it says of that option */
};

void layout_find(const struct grid *grid, struct layout *layout,
		 struct arena *arena);

/* The first column of that role, or the grid's count of columns. */
size_t layout_column(const struct grid *grid, const struct layout *layout,
		     enum role role);

/* Whether the column holds an option's scores. */
bool layout_is_option(const struct grid *grid, const struct layout *layout,
		      size_t column);

/* Whether each row is what somebody answered in a form, or who judges says. */
bool layout_is_answers(const struct grid *grid, size_t header, bool judged);

/* Whether the row holds nothing of its own but one text. */
bool layout_is_lone(const struct grid *grid, size_t row);

#endif
