/*
 * Outcome: what one set of weights makes of the options.
 *
 * The option ranked first alone is the leader, unless its lead is below the
 * comparison's `close`: a close call has no leader, and neither has a tie at
 * the top, which is the closest call there is.
 *
 * Only options that are in the running are ranked (judge/contest.h).  One that
 * is there alone leads, with nobody to be ahead of; where none is, none does.
 */
#ifndef JUDGE_OUTCOME_H
#define JUDGE_OUTCOME_H

#include "judge/total.h"

struct outcome {
	const double *totals; /* per option; NAN when weights allow none */
	const size_t *ranks;  /* see judge/rank.h; 0 without totals */
	const size_t *order;
	size_t ranked; /* how many have a rank */
	size_t first;  /* ranked first alone; the option count: nobody is */
	size_t leader; /* the same, but nobody in a close call */
	double margin; /* between the first and the second total, 0..1; 0
			  where there is no second */
	bool close;
};

/*
 * Under these weights, one a row of the matrix, of the options that are `in`
 * (NULL: all) and have a total; the arrays are the arena's.
 */
struct outcome outcome_of(const struct matrix *m, const double *weights,
			  double close, const bool *in, struct arena *arena);

#endif
