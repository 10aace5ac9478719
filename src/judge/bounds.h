/*
 * Bounds: the best and the worst total and rank that an option can have,
 * whatever the empty cells hold.
 *
 * A filled cell is worth 0 to 1, as any other; with TOPSIS, which takes values
 * as given, it lies on the scale, or between a measure's `worst` and `best`.
 * Where the data give those, they are the data's as known: a filled cell that
 * lies beyond is worth what the end is.  Once the cells are filled nothing is
 * missing, so each criterion counts for every option, and the bounds are the
 * same under each policy for missing scores.  The total as judged, which
 * leaves criteria out or judges by some, may lie outside of them.
 *
 * Weighted sum and product: a total takes its option's own cells only and
 * rises with each of them.  So the extremes are those with all its cells at 0
 * and at 1; and as options are filled each by itself, a rival surely ahead is
 * one whose least total is above the most of this one.  Exact; ranks by two
 * sorted lists.
 *
 * Points: a filled cell may win its criterion, or share it, and take the
 * points from others.  Criteria are filled each by itself, so the extremes of
 * a total are sums of the extremes of each: exact.  See bounds_points.c for
 * ranks.
 *
 * TOPSIS: see bounds_topsis.c.
 *
 * Ranks are those among the options that no must rules out.  One that lacks a
 * score that a must asks for may be ruled out once it is known: such a rival
 * is never surely ahead, and its own ranks are those that it has if it stays.
 * What else a must says of the value is left out of account, so these ranks
 * may be too wide.
 *
 * Sources: bounds_points.c, bounds_topsis.c.
 */
#ifndef JUDGE_BOUNDS_H
#define JUDGE_BOUNDS_H

#include "judge/contest.h"
#include "judge/outcome.h"

struct bounds {
	double low, high;   /* of the total, 0..1 */
	size_t best, worst; /* ranks; 0 where it is ruled out */
	bool may_leave;	    /* an empty cell may rule it out */
};

/* The cells that have a weight, known and empty. */
struct bounds_basis {
	const struct comparison *c;
	size_t option_count, row_count;
	const size_t *criteria;	 /* of each row */
	const double *utilities; /* [row * option_count + option]; NAN: empty */
	const double *weights;	 /* of each row; their sum is 1 */
	const bool *in;		 /* per option: not ruled out */
	const bool *may_leave;	 /* per option: an empty cell may rule it out */
};

/*
 * Per option, in the arena; NULL where the weights allow no total.  `own` is
 * the outcome as judged, which holds where no cell is empty.
 */
const struct bounds *bounds_all(const struct comparison *c,
				const struct contest *contest,
				const struct outcome *own, struct arena *arena);

/* Totals and ranks of points, totals of TOPSIS: into `bounds`. */
void bounds_points(const struct bounds_basis *b, struct bounds *bounds,
		   struct arena *arena);
void bounds_topsis(const struct bounds_basis *b, struct bounds *bounds,
		   struct arena *arena);

#endif
