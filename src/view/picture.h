/*
 * What the cards and the badge of a comparison say.
 */
#ifndef VIEW_PICTURE_H
#define VIEW_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "view/headline.h"
#include "view/series.h"

enum { CARD_BARS = 6, CARD_ROWS = 5 };

struct card_bar {
	struct str name, short_name, value;
	size_t slot;
	double share;  /* 0..1 */
	bool is_front; /* leads, or may as well as the first */
};

/* A criterion, or a purpose: who is ahead on it, and by how much. */
struct poster_row {
	struct str title;
	double weight; /* of all that are in the picture, 0..1 */
	double lead;   /* of the first of two options, -1..1 */
	struct str scores[2], words;
	double won[2], tally[2]; /* of points */
};

/* One of two, over its rows. */
struct card_side {
	struct str name, short_name, total; /* total: may be empty */
	size_t slot;
};

/* The picture that is shown with a shared link. */
struct card {
	struct str subject; /* what of the comparison it shows; or empty */
	struct str eyebrow; /* the comparison */
	const struct headline *headlines; /* best first, one at least */
	size_t headline_count;
	struct str detail;	     /* in their place below it, or empty */
	struct str address;	     /* may be empty */
	struct str short_address;    /* of the comparison */
	const struct card_bar *bars; /* best first; CARD_BARS at the most */
	size_t bar_count;
	double full; /* the share whose bar is longest; 0: the largest */
	/* Of a pair: rows by lead, in place of bars. */
	const struct poster_row *rows;
	size_t row_count;
	struct card_side sides[2];
	struct str word_level;
	struct str more; /* "and 2 more", or empty */
	/* On how little the totals are judged, or empty; and in general. */
	struct str note, short_note;
	bool is_wide; /* the bars stand below, on a dark ground */
};

/* "Node.js vs Python | Node.js 8 of 10" */
struct badge {
	struct str label, result;
	size_t slot; /* the colour of the result, when it has a leader */
	bool has_leader;
};

/*
 * The infographic: one picture with one idea.
 *
 * All is in words and in parts of 0..1: a picture decides nothing, it leaves
 * out what it has no room for and says so in the words that are here for it.
 */
enum poster_kind {
	POSTER_DUEL,	 /* two: a border that each criterion pushes */
	POSTER_STEPS,	 /* two, by points: the tally as stairs */
	POSTER_TOWERS,	 /* what groups of criteria add up to */
	POSTER_FIELD,	 /* ranks from group to group */
	POSTER_QUILT,	 /* the whole matrix as colours */
	POSTER_UNSCORED, /* what each option is best for */
};

enum {
	POSTER_GROUPS = 4,   /* of towers: as many hues as can be told apart */
	POSTER_COLUMNS = 16, /* of a field or a quilt */
	POSTER_NEAREST = 6,  /* of what decides */
	POSTER_ENTRIES = 6,  /* of what an option is best for, and one */
};

struct poster_option {
	struct str name, short_name; /* short_name: the name by default */
	struct str total;	     /* "5.73", or empty */
	double share;		     /* of the scale, 0..1 */
	struct str wins;	     /* criteria won alone: "3", "none" */
	struct str missing;	     /* "2 not scored", or empty */
	size_t slot;		     /* the author's place: its colour */
	struct str logo;	     /* a file, PNG or SVG, or empty */
	const struct str *best_for;  /* or what it is */
	size_t best_count;
};

struct poster_group {
	struct str title;
	struct str of;	     /* "of 3.5": the most it could add */
	const double *parts; /* per option in the poster's order, 0..1 */
	const struct str *words;
	const bool *best; /* adds the most of all */
};

/* Of a field its ranks, of a quilt its utilities. */
struct poster_column {
	struct str title;
	double weight;	      /* compared to the others */
	struct str words;     /* "×2", or its share of the spread */
	const double *values; /* per option; NAN: not scored */
};

/* What decides: where another is first. */
struct poster_switch {
	struct str title, to, words; /* words: "15%" */
	double now, then;	     /* parts of all weights */
};

struct poster_bar {
	struct str name, value;
	double share; /* 0..1 */
	bool strong;
};

struct poster_purpose {
	struct str title;
	struct str note; /* "too close to call", or empty */
	struct poster_bar bars[3];
	size_t bar_count;
};

/* A column of the poster for print: what it says, and its note. */
struct poster_topic {
	struct str label, title, note;
};

struct poster {
	enum poster_kind kind;
	struct str title; /* of the comparison */
	struct str language;
	const struct headline *headlines; /* best first, one at least */
	size_t headline_count;
	bool is_close, is_rtl;
	size_t front; /* how many cannot be told apart; 1: the leader */
	const struct poster_option *options; /* best first, or as written */
	size_t option_count;		     /* those in the picture */
	struct str address, url;	     /* "a.example/x"; may be empty */
	struct str credits;		/* "5 sources · 21 November 2026" */
	struct str key, purposes_key;	/* how to read it */
	struct str lying_key, wins_key; /* of towers */
	struct str notes;		/* what is not in it, or empty */
	const struct str *cuts;		/* "the 24 best of 60", by how many are
				   drawn; empty where that is all */

	struct str entry_cuts[POSTER_ENTRIES]; /* "at most 2 of each" */
	const struct str *mores; /* "3 more", by how many are left out */

	const struct poster_row *rows; /* of a duel by lead, else as written */
	size_t row_count;
	const size_t *least;	 /* rows of a duel, the first to go first */
	const struct str *rests; /* what is said where so many are left out */
	struct str pulls[2];	 /* "pulls 1.73"; empty where there are none */
	struct str equation;	 /* "1.73 − 1.29 = 0.44 of 10", or empty */
	double tally_most;

	const struct poster_row *purposes; /* of two options, by lead */
	size_t purpose_count;

	struct poster_group groups[POSTER_GROUPS]; /* the heaviest first */
	size_t group_count;
	struct str sentence_end, sentence_gap;
	struct str word_best, word_wins, word_level;

	const struct poster_column *columns;
	size_t column_count;
	struct str word_total, word_share, word_width;
	struct str deciding; /* under the first column of a quilt */

	/* For print. */
	struct poster_topic decides, whom, sure;
	struct poster_switch switches[POSTER_NEAREST];
	size_t switch_count, switch_all;
	const struct poster_purpose *weighed;
	size_t weighed_count;
	const struct poster_bar *shares;
	size_t share_count, share_all;
	struct str word_sources;
	const struct str *sources;
	size_t source_count, source_all;
	struct str disclosure;
};

#endif
