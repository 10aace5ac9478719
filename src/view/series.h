/*
 * Numbers to draw, with the words that go with them.
 *
 * A chart knows nothing of comparisons: it gets categories (rows), series
 * (one an option) and every label in words.  Values that are missing are NAN.
 */
#ifndef VIEW_SERIES_H
#define VIEW_SERIES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "view/palette.h"
#include "view/value.h"

enum chart_kind {
	CHART_BARS,  /* one category, a bar a series */
	CHART_TALLY, /* running sums over the categories, a step line a series */
	CHART_DOTS,  /* a row a category, a dot a series: dumbbell, dot plot */
	CHART_STACKS,	 /* a row a series, its categories added up in it */
	CHART_DIVERGING, /* two series; a row a category, a bar for the one
			    that is ahead, to its side */
	CHART_HEAT,	 /* a table: a row a category, a column a series, the
			    number in each cell, the shade its share */
	CHART_TORNADO,	 /* a row a category, a bar from low to high, a line at
			    the value; one series */
	CHART_SHARES,	 /* a row a category, the series' shares of it in a bar
			    that is 1 long; no colours of options: the first
			    series is the strongest shade; PALETTE_SHADES at
			    the most */
	CHART_GROUPS,	 /* a row a category, in it a bar a series */
	CHART_SPREAD,	 /* a row a category, in it for each series a line from
			    low to high and a sign at the value */
	CHART_RADAR,	 /* an axis a category, a polygon a series */
};

struct series {
	struct str name, short_name;
	size_t slot;	    /* of the palette: 0 is the first series' colour */
	bool leads;	    /* the comparison's result, as it was judged */
	double *values;	    /* one per category */
	struct str *labels; /* the values in words */
	/*
	 * One per category: whether it is the best there, as it was judged; no
	 * chart finds that out from lengths.  CHART_TORNADO: whether it takes
	 * the lead with it.
	 */
	bool *best;
	double *low, *high; /* one per category, with CHART_TORNADO and
			       CHART_SPREAD; else NULL */
};

struct chart_data {
	struct str title, description; /* for <title> and <desc> */
	/* One category: the unit, where its labels leave it out; or empty. */
	struct str unit;
	/* What the ends of the domain stand for, the better one last; or empty,
	   where nobody would take them for anything but 0 and the whole. */
	struct str low_end, high_end;
	struct str missing; /* how to say "not scored" */
	const struct str *categories;
	size_t category_count;
	const struct series *series;
	size_t series_count;
	double min, max; /* the domain: values lie inside, min < max */
	double mark;	 /* a value that a line marks, or NAN; TORNADO: 0 */
	struct str mark_label;
};

/* What a chart of the scoreboard tells of. */
enum chart_part { PART_RESULT, PART_SCORES, PART_SURE, PART_COUNT };

/*
 * A chart of a page: what to draw, and the object that its template gets, in
 * which two places wait for the pictures.
 */
struct chart {
	enum chart_kind kind;
	enum chart_part part;
	struct str id; /* of the comparison: "scoreboard", "criterion-speed" */
	struct chart_data data;
	struct value *object;
	struct value *wide, *narrow; /* markup to be filled in */
};

#endif
