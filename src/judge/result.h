/*
 * A comparison as judged: everything that pages and data.json show.
 */
#ifndef JUDGE_RESULT_H
#define JUDGE_RESULT_H

#include "base/arena.h"
#include "base/diag.h"
#include "judge/robustness.h"
#include "judge/sensitivity.h"
#include "model/comparison.h"

struct profile_result {
	const double *totals; /* NAN when none of its criteria counts */
	const size_t *ranks;
	size_t leader; /* the option count: none */
	double margin;
	bool close;
};

/* Arrays over criteria and options: [criterion * option_count + option]. */
struct result {
	bool judged; /* some criterion counts: there are totals */
	size_t option_count, criterion_count;
	const double *utilities;  /* 0..1; NAN: missing */
	const bool *counts;	  /* per criterion */
	const bool *wins;	  /* best of its criterion; equals share it */
	const double *points;	  /* with method points: won here, else 0 */
	const double *tally;	  /* their sums so far */
	const double *totals;	  /* per option, 0..1 */
	const double *raw_totals; /* points won, or on the scale */
	double points_available;  /* the weights that count, added up */
	const size_t *ranks, *order; /* see judge/rank.h */
	size_t leader, first;
	double margin;
	bool close;
	const bool *dominated;
	const struct share *robustness;		/* per option */
	double robustness_error;		/* 0: exact */
	size_t robustness_draws;		/* 0: exact */
	const struct switch_point *sensitivity; /* per criterion */
	const struct profile_result *profiles;
};

/* In the arena; unless judged, everything after `points_available` is 0. */
const struct result *result_of(const struct comparison *c, struct arena *arena);

/*
 * Reports what the scores contradict: a `winner`, a `verdict`; and scores
 * missing where that is an error, and weights that are all zero.
 */
bool result_check(struct diags *diags, const struct comparison *c,
		  const struct result *r);

#endif
