/*
 * Ranks, the leader, and whether it leads by enough.
 */
#ifndef JUDGE_RANK_H
#define JUDGE_RANK_H

#include "base/arena.h"
#include "judge/total.h"

struct ranking {
	const size_t
		*ranks; /* per option: 1, 2, 2, 4 ("standard competition") */
	const size_t *order; /* best first, equals as written */
	size_t first;	     /* ranked first alone; the option count: shared */
	size_t leader;	     /* the same, but nobody in a close call */
	double margin;	     /* between first and second, 0..1 */
	bool close;
};

/*
 * Totals within 1e-9 of the first of their group share its rank.  A margin
 * below `close` is a close call: no leader is announced.  Totals must be
 * numbers.
 */
struct ranking rank_all(const double *totals, size_t count, double close,
			struct arena *arena);

/*
 * Whether another option is at least as good on every criterion that counts
 * and better on one: then no weighting puts this one first alone.
 */
bool rank_is_dominated(const struct matrix *m, size_t option);

#endif
