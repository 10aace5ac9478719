/*
 * The scoring tables as they lie in files: scores.csv, or a sheet for each
 * judge in scores/.
 *
 * They are opened before the options and criteria are known, because where
 * nothing else lists those, they are what the tables name.  What can be done
 * with them stands in read/reader.h.
 */
#ifndef READ_SHEETS_H
#define READ_SHEETS_H

#include "read/columns.h"
#include "read/csv.h"
#include "read/quantity.h"

/* Told apart by the header. */
enum sheet_shape {
	SHEET_WIDE,	 /* a row per criterion, a column per option */
	SHEET_LONG,	 /* a row per score */
	SHEET_BY_OPTION, /* a row per option, a column per criterion */
	SHEET_OPEN,	 /* no column says it: names of options may */
};

static const size_t NO_COLUMN = (size_t)-1;

struct score_sheet {
	const char *path;
	struct str judge; /* whose it is; empty: a column may say */
	struct csv csv;
	enum sheet_shape shape;
	struct quantity_style style;
	size_t columns[COLUMN_COUNT]; /* where each is, or NO_COLUMN */
	size_t *things; /* column → option or criterion; or none */
	bool sound;	/* its header was understood */
};

#endif
