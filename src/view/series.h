/*
 * Numbers to draw, with the words that go with them.
 *
 * A chart knows nothing of comparisons: it gets categories (rows), series
 * (one an option) and every label in words.  Values that are missing are NAN.
 */
#ifndef VIEW_SERIES_H
#define VIEW_SERIES_H

#include <stddef.h>

#include "base/str.h"
#include "view/value.h"

enum chart_kind {
	CHART_BARS,  /* one category, a bar a series */
	CHART_TALLY, /* running sums over the categories, a step line a series */
	CHART_DOTS,  /* a row a category, a dot a series: dumbbell, dot plot */
};

struct series {
	struct str name, short_name;
	size_t slot;	    /* of the palette: 0 is the first series' colour */
	double *values;	    /* one per category */
	struct str *labels; /* the values in words */
};

struct chart_data {
	struct str title, description; /* for <title> and <desc> */
	struct str axis; /* what the values are: "points", "MB/s"; or empty */
	struct str missing; /* how to say "not scored" */
	const struct str *categories;
	size_t category_count;
	const struct series *series;
	size_t series_count;
	double min, max; /* the domain: values lie inside, min < max */
};

/*
 * A chart of a page: what to draw, and the object that its template gets, in
 * which two places wait for the pictures.
 */
struct chart {
	enum chart_kind kind;
	struct str id; /* of the comparison: "scoreboard", "criterion-speed" */
	struct chart_data data;
	struct value *object;
	struct value *wide, *narrow; /* markup to be filled in */
};

#endif
