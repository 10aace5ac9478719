/*
 * The tally: who wins each criterion, and the points so far.
 *
 * The best option of a criterion wins its points, which are its weight; of
 * several equals each wins the part `tie` of them.  Nobody wins where the
 * best is worth nothing, nor on a criterion that does not count.  (A count of
 * wins, weighted: the method of pros and cons, as in comparison articles.)
 */
#ifndef JUDGE_TALLY_H
#define JUDGE_TALLY_H

#include "base/arena.h"
#include "model/comparison.h"

/* All are [criterion * option_count + option]. */
struct tally {
	const bool *wins;
	const double *won;    /* part of the points won: 0, `tie` or 1 */
	const double *points; /* weight * won */
	const double *sums;   /* of the points, up to and with the criterion */
};

/* From all utilities and the criteria that count; in the arena. */
struct tally tally_of(const struct comparison *c, const double *utilities,
		      const bool *counts, struct arena *arena);

/*
 * One criterion that counts, from any utilities of it; all arrays have an
 * element per option.
 */
void tally_row(const struct comparison *c, const double *utilities, bool *wins,
	       double *won);

#endif
