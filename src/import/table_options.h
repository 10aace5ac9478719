/*
 * A table of an article that tells of its options: what each row says of
 * them, in ratings, answers or measures, and what it is worth.
 *
 * It is read whichever way it lies; where it goes is for place_table to say.
 */
#ifndef IMPORT_TABLE_OPTIONS_H
#define IMPORT_TABLE_OPTIONS_H

#include "import/draft.h"

/* What the cells of a row say of the options. */
enum row_kind {
	ROW_OTHER,
	ROW_RATINGS,  /* "9/10": out of a known number */
	ROW_MIXED,    /* "9/10" and "4/5" */
	ROW_ANSWERS,  /* yes, no, partial */
	ROW_NUMBERS,  /* out of nobody knows what */
	ROW_MEASURES, /* "450 g", "$10": in one `unit`, or whatever it is */
	ROW_WORDS,    /* "excellent" */
	ROW_KINDS
};

struct options_row {
	struct str label, comment;
	struct str verdict;	      /* "Price: Oak" of a column of winners */
	struct str cells[NAMES_MOST]; /* without markup */
	enum row_kind kind;
	double values[NAMES_MOST], most; /* of ratings; NAN: none */
	struct str unit;		 /* of measures, one for each option */
	double weight;			 /* NAN: none */
	bool sum, filled, judged, wins[NAMES_MOST];
	bool taken; /* its cells are scores now */
};

/* A table that tells of the options, turned so that they head its columns. */
struct options_table {
	struct block *block, grid; /* as it stands there; as it is turned */
	bool whole; /* every column is known to be for something */
	bool weighted, judged;
	size_t columns[NAMES_MOST]; /* by option; 0: none has one */
	struct options_row *rows;   /* without the heads */
	size_t row_count;
};

/* False: the block tells of something else. */
bool options_table_read(struct draft *draft, struct block *block,
			struct options_table *table);

#endif
