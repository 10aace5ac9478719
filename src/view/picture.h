/*
 * What the card and the badge of a comparison say.
 */
#ifndef VIEW_PICTURE_H
#define VIEW_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "view/series.h"

enum { CARD_BARS = 6 };

struct card_bar {
	struct str name, value;
	size_t slot;
	double share; /* 0..1 */
	bool is_leader;
};

/* The picture that is shown with a shared link. */
struct card {
	struct str site, title, result; /* result: one sentence, or empty */
	const struct card_bar *bars;	/* best first; CARD_BARS at the most */
	size_t bar_count;
	struct str more; /* "and 2 more", or empty */
};

/* "Node.js vs Python | Node.js 8 of 10" */
struct badge {
	struct str label, result;
	size_t slot; /* the colour of the result, when it has a leader */
	bool has_leader;
};

/*
 * The infographic: the whole comparison in one picture.  All is in words; what
 * a preset has no room for it leaves out, and says so.
 */
struct poster_pair {
	struct str label, value;
};

struct poster_option {
	struct str name, total; /* total: "7.4", or empty when unscored */
	double share;		/* of the scale, 0..1 */
	size_t slot;
	bool is_leader;
	const struct poster_pair *facts;
	size_t fact_count;
	struct str best_for; /* a few words, or empty */
	struct str logo;     /* a file, PNG or SVG, or empty */
};

struct poster_row {
	struct str title, group;
	size_t winner; /* index of the option; the option count: none or a tie */
	struct str winner_words;  /* "Node.js", "a tie", "nobody" */
	struct str margin;	  /* "4.8 ahead", or empty */
	double weight;		  /* normalised, 0..1 */
	const struct str *scores; /* per option, in words */
	const double *utilities;  /* per option, 0..1; NAN: missing */
	const double *tally;	  /* per option, points so far; or NULL */
};

struct poster_fact { /* a telling figure */
	struct str value, label, source;
	size_t slot; /* of the option it is about, or SLOT_NONE */
};

struct poster_profile {
	struct str title;     /* "A messenger in real time" */
	struct str sentence;  /* "Node.js leads, 8.3 to 4.7" */
	size_t leader;	      /* index of the option; the option count: none */
	const double *totals; /* per option, 0..1 */
};

struct poster {
	struct str site, title, summary;
	struct str headline, detail; /* the result; empty when unscored */
	struct str robustness;	     /* one sentence, or empty */
	struct str verdict;	     /* the author's, or empty */
	struct str address, date;    /* address: may be empty */
	const struct poster_option *options; /* in the author's order */
	size_t option_count;
	const struct poster_row *rows; /* criteria, in the author's order */
	size_t row_count;
	bool has_points; /* rows have a tally */
	double points_most;
	const struct poster_fact *facts; /* most telling first */
	size_t fact_count;
	const struct poster_profile *profiles;
	size_t profile_count;
	/* Headings, and what is said of what is left out. */
	struct str word_result, word_criteria, word_figures, word_choose,
		word_robustness, word_tally;
	struct str word_rows_left; /* "{n} of {of} criteria are not shown" */
	struct str word_profiles_left; /* "{n} more profiles" */
};

#endif
