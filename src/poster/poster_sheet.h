/*
 * What the parts of a poster share: the sheet they are drawn on from the top
 * down, sizes by preset, and how a text is set.
 *
 * A part draws itself at sheet->y and moves that below itself.  Whether it
 * fits is found out by drawing it and taking it back.
 *
 * Sources: poster_head.c, poster_notes.c, poster_options.c, poster_rows.c.
 */
#ifndef POSTER_POSTER_SHEET_H
#define POSTER_POSTER_SHEET_H

#include "poster/poster.h"

enum {
	SHEET_MARGIN = 72,
	SHEET_INNER = POSTER_WIDTH - 2 * SHEET_MARGIN,
	SHEET_RIGHT = POSTER_WIDTH - SHEET_MARGIN,
	SHEET_LINES = 10, /* of one text, at the most */
};

struct sheet_sizes {
	double height;	    /* 0: as high as it needs */
	double top, bottom; /* room that is left at the ends */
	double title, title_least;
	size_t title_lines;
	double headline, headline_least;
	size_t headline_lines;
	double total;	    /* the numerals of an option's total */
	double text, small; /* sizes of text */
	double row;	    /* height of a criterion, at the least */
	double gap;	    /* between parts */
};

enum { SHEET_KEPT = 256 };

struct sheet {
	const struct poster *poster;
	const struct sheet_sizes *sizes;
	struct scene *scene;
	double y;
	bool is_tall;
	struct kept_lines **kept; /* SHEET_KEPT lists of what was set before */
	struct arena *arena;
};

/* How a text is set: smaller, down to `least`, to need at most `most` lines. */
struct setting {
	struct text_style style;
	enum paint paint;
	size_t slot;
	size_t most; /* lines; 0: one */
	double least;
};

/* A text broken into lines. */
struct lines {
	struct str lines[SHEET_LINES + 1];
	size_t count;
	struct text_style style;
	struct ink ink;
	double leading;
	bool is_whole; /* no word is broken, nothing left out */
};

struct lines sheet_lines(const struct sheet *sheet, struct str text,
			 double width, struct setting setting);
double lines_height(const struct lines *lines);
double lines_width(const struct lines *lines);

/* From `y` down; returns where they end. */
double sheet_put(struct sheet *sheet, double x, double y,
		 const struct lines *lines);

/* The two at once. */
double sheet_set(struct sheet *sheet, double x, double y, double width,
		 struct str text, struct setting setting);

struct setting sheet_text(const struct sheet *sheet);  /* ink */
struct setting sheet_small(const struct sheet *sheet); /* muted */

/* The heading of a part. */
void sheet_heading(struct sheet *sheet, struct str words);

/*
 * A band from edge to edge behind what is drawn until its end, with `pad`
 * above and below it.
 */
size_t sheet_band(struct sheet *sheet, enum paint paint, double pad);
void sheet_band_end(struct sheet *sheet, size_t band, double pad);

/* The text with {n} and {of} filled in. */
struct str sheet_fill(const struct sheet *sheet, struct str text, size_t n,
		      size_t of);

bool poster_is_scored(const struct poster *poster);

/* The parts. */
void poster_hero(struct sheet *sheet);
void poster_result(struct sheet *sheet);
/* A list of options has `most` of them, and says how many it leaves out. */
void poster_options(struct sheet *sheet, size_t most);
void poster_figures(struct sheet *sheet, size_t most);
void poster_robustness(struct sheet *sheet);
void poster_profiles(struct sheet *sheet, size_t most);
void poster_foot(struct sheet *sheet); /* to the end of the sheet */

/*
 * The `most` heaviest criteria, each `more` higher than it need be; then what
 * is left out.
 */
void poster_rows(struct sheet *sheet, size_t most, double more);

#endif
