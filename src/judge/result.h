/*
 * A comparison as judged: everything that pages and data.json show.
 *
 * Sources: result_check.c.
 */
#ifndef JUDGE_RESULT_H
#define JUDGE_RESULT_H

#include "base/arena.h"
#include "base/diag.h"
#include "judge/agreement.h"
#include "judge/bounds.h"
#include "judge/contest.h"
#include "judge/flips.h"
#include "judge/gaps.h"
#include "judge/methods.h"
#include "judge/omission.h"
#include "judge/pairs.h"
#include "judge/profiles.h"
#include "judge/robustness.h"
#include "judge/sensitivity.h"
#include "judge/sourcing.h"
#include "model/comparison.h"

/* Arrays over criteria and options: [criterion * option_count + option]. */
struct result {
	bool judged; /* some criterion with a weight counts: there are totals */
	size_t option_count, criterion_count;
	const double *utilities;     /* 0..1; NAN: missing */
	const bool *counts;	     /* per criterion */
	struct gaps gaps;	     /* what missing scores take away */
	struct contest contest;	     /* who is in the running, and why not */
	size_t ranked;		     /* how many options have a rank */
	const struct bounds *bounds; /* per option; NULL: no totals at all */
	const bool *wins;	  /* best of its criterion; equals share it */
	const double *points;	  /* with method points: won here, else 0 */
	const double *tally;	  /* their sums so far */
	const double *totals;	  /* per option, 0..1; NAN unless judged, or
				     where it was scored on nothing */
	const double *raw_totals; /* points won, or the total put on the scale
				     (whatever the method); likewise */
	double points_available;  /* the weights that count, added up */
	const double *available;  /* per option: the same, of what it was scored
				     on; they differ where it is judged by
				     what is available */
	const size_t *ranks,
		*order; /* see judge/rank.h; rank 0 unless judged and in the
			   running */
	size_t leader;	/* the option count: none (a tie, a close call) */
	size_t first;	/* ranked first alone, also in a close call */
	double margin;	/* between first and second total, 0..1 */
	bool close;
	const bool *dominated; /* per option: by some other, both in
					   the running */
	/* Per option; all zero of those out; NULL unless judged. */
	const struct share *robustness;
	double robustness_error;		/* 0: exact */
	size_t robustness_draws;		/* 0: exact */
	const struct upset *upsets;		/* per option, as robustness */
	const struct switch_point *sensitivity; /* per criterion; or NULL */
	struct flips flips;	     /* single scores; none unless judged */
	struct method_panel methods; /* all methods; zero unless judged */
	const struct profile_result *profiles; /* per profile */
	const struct agreement *agreement;     /* of judges; NULL: unscored */
	const struct sourcing *sourcing;       /* of scores; NULL: unscored */
	struct omissions omissions;	       /* none unless judged */
	struct pairs pairs;		       /* that have a page */
};

/*
 * Fills in what an outcome says (totals to `close`), with the weights that
 * each option was scored on and the totals on the author's scale.  Takes the
 * counts, utilities, tally and `judged` as they stand in `r`.
 */
void result_take_outcome(struct result *r, const struct comparison *c,
			 const struct outcome *outcome, struct arena *arena);

/* In the arena; the comparison may be unscored. */
const struct result *result_of(const struct comparison *c, struct arena *arena);

/*
 * Reports what the scores contradict: a `winner`, a `verdict`; and scores
 * missing where that is an error, and weights that cannot be added up.  Warns
 * of what missing scores take away.
 */
bool result_check(struct diags *diags, const struct comparison *c,
		  const struct result *r);

#endif
