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
	CHART_LEAD,	 /* one category; a sign a series on one axis, whose
			    band is what is too close to the first */
	CHART_PULLS,	 /* two series, of which one has a value in a row: a bar
			    to its side; the columns beside the rows, and the
			    last row what they add up to */
	CHART_PARTS,	 /* a row a series, its categories added up in it: the
			    one that leads in its colour, the others grey */
	CHART_REACH,	 /* a row a category, a line from low to the value and
			    a sign there, by slots; over it the pieces */
	CHART_SCALE,	 /* one category; a row a series: a bar to its sign, a
			    ring a judge; over the axis the names of levels */
	CHART_SCATTER,	 /* two categories, a dot a series: where it stands
			    across and up, 0..1, better being right and up */
	CHART_MAP,	 /* one category; a region a series of the weightings of
			    two or three groups */
	CHART_INTERVALS, /* the first category; a row a series: its value, rings
			    of judges with a line through them, and a thin one
			    from low to high */
	CHART_PANELS,	 /* a panel a series, in it a row a category, and all
			    other series in grey */
	CHART_SLOPE,	 /* two categories, a line a series between them */
};

/* Where an axis is marked, and with what. */
struct tick {
	double at;
	struct str label;
};

/* Words beside the rows of a chart: one a category, or a series (PARTS). */
struct chart_column {
	struct str head;
	const struct str *cells;
	const bool *bold; /* or NULL */
	bool of_series;
};

/* A part of a bar that is 1 long. */
struct piece {
	double share;
	size_t slot;
	struct str label;
};

/* One of the two ways of a scatter; its ticks lie within 0..1. */
struct chart_axis {
	struct str title, better; /* better: which way that is */
	const struct tick *ticks;
	size_t tick_count;
};

enum { CHART_FIELDS = 4 };

/* A weighting of groups: their shares, which add up to 1. */
enum { CHART_CORNERS = 3 };
struct chart_place {
	double at[CHART_CORNERS];
};

/* What CHART_HEAT has in its cells. */
enum chart_cells {
	CELLS_SHADES,  /* the number on a shade */
	CELLS_ANSWERS, /* a disc for 1, a half one, a ring for 0 */
	CELLS_SIZES,   /* a disc, the larger the better */
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
	double *low, *high; /* one per category, with CHART_TORNADO, SPREAD
			       and (low alone) REACH; else NULL */
	/* CHART_SPREAD: `low` and `high` in words, for its table; else NULL. */
	struct str *lows, *highs;
	size_t *slots;	     /* CHART_REACH: one per category */
	const double *rings; /* CHART_SCALE: what each judge gave */
	size_t ring_count;
	/* BARS, LEAD: beside its value; SCATTER, PANELS: its name; or empty. */
	struct str note;
	struct str coverage; /* in a column of the table; or empty */
	bool is_text;	     /* CHART_HEAT: its cells are words alone */
	/* CHART_MAP: where it is first, and there no close call; or nothing. */
	const struct chart_place *outline, *inner;
	size_t outline_count, inner_count;
	struct str *froms; /* CHART_REACH: `low` in words, with a ring there;
			       NULL: only the line */
};

struct chart_data {
	struct str title, description; /* for <title> and <desc> */
	/* One category: the unit, where its labels leave it out; or empty. */
	struct str unit;
	/* What the ends of the domain stand for, the better one last; or empty,
	   where nobody would take them for anything but 0 and the whole. */
	struct str low_end, high_end;
	struct str missing;	  /* how to say "not scored" */
	struct str coverage_head; /* of a column in the table; empty: none */
	const struct str *categories;
	size_t category_count;
	const struct series *series;
	size_t series_count;
	double min, max; /* the domain: values lie inside, min < max */
	double mark;	 /* a value that a line marks, or NAN; TORNADO: 0 */
	struct str mark_label;
	/* With LEAD, PULLS, PARTS, REACH and SCALE; all may be empty. */
	const struct tick *ticks;
	size_t tick_count;
	double band_low, band_high; /* no band unless low < high */
	struct str band_label;
	const struct tick *levels; /* CHART_SCALE: names of places on it */
	size_t level_count;
	struct str better;     /* CHART_SCALE: which way that is */
	struct str lead_label; /* CHART_LEAD: by how much, of two */
	struct str row_head;   /* what the rows are */
	const struct chart_column *columns;
	size_t column_count;
	const bool *rules; /* per category: a line over it; or NULL */
	const struct piece *pieces;
	size_t piece_count;
	struct str piece_head;
	/*
	 * The rows of its table are the series, all of them drawn, and not
	 * only the best of many.
	 */
	bool by_series;
	/* CHART_SCATTER; with the line, `best` is who stands on it. */
	struct chart_axis across, up;
	bool has_line;
	struct str fields[CHART_FIELDS]; /* from the top left; or empty */
	double split[2];		 /* where they part: across and up */
	struct chart_place own; /* CHART_MAP: as weighed, and the way out */
	bool turns;
	struct chart_place turn;
	struct str own_label, turn_label, hatch_label;
	struct str corners[CHART_CORNERS];
	size_t corner_count;
	enum chart_cells cells; /* CHART_HEAT */
	/* Per category: the option that a row is, SLOT_NONE: none; or NULL. */
	const size_t *row_slots;
	const bool *row_leads; /* likewise: drawn in its colour */
	size_t text_rows;      /* CHART_HEAT: so many last rows are words */
	struct str unnamed;    /* said where a dot has no room for its name */
};

/* What a chart of the scoreboard tells of. */
enum chart_part {
	PART_ANSWER,
	PART_RESULT,
	PART_SCORES,
	PART_SURE,
	PART_COUNT
};

/*
 * A chart of a page: what to draw, and the object that its template gets, in
 * which two places wait for the pictures.
 */
struct chart {
	enum chart_kind kind;
	enum chart_part part;
	struct str id; /* of the comparison: "scoreboard", "criterion-speed" */
	struct str name; /* what it is, where its title is what it shows */
	struct str home; /* the page that has it, as it is no file; or empty */
	struct chart_data data;
	const struct value *columns, *rows; /* its numbers as a table */
	struct value *object;
	struct value *wide, *narrow; /* markup to be filled in */
};

#endif
