/*
 * Outcome: what one set of weights makes of the options.
 *
 * The option ranked first alone is the leader, unless its lead is below the
 * comparison's `close`: a close call has no leader, and neither has a tie at
 * the top, which is the closest call there is.
 */
#ifndef JUDGE_OUTCOME_H
#define JUDGE_OUTCOME_H

#include "judge/total.h"

struct outcome {
	const double *totals; /* per option; NAN when weights allow none */
	const size_t *ranks;  /* see judge/rank.h; 0 without totals */
	const size_t *order;
	size_t first;  /* ranked first alone; the option count: nobody is */
	size_t leader; /* the same, but nobody in a close call */
	double margin; /* between the first and the second total, 0..1 */
	bool close;
};

/* Under these weights, one a row of the matrix; the arrays are the arena's. */
struct outcome outcome_of(const struct matrix *m, const double *weights,
			  double close, struct arena *arena);

#endif
