/*
 * Ranks: 1, 2, 2, 4 ("standard competition"), equals sharing one.
 *
 * Options are taken best first.  The first of them opens a group, and all
 * whose totals are within 1e-9 of its total share its rank; the next one
 * opens another.  Each is held against the first of the group, not against
 * its neighbour, or a long chain of near equals would be one rank.
 */
#ifndef JUDGE_RANK_H
#define JUDGE_RANK_H

#include <stdbool.h>

#include "base/arena.h"

struct ranking {
	const size_t *ranks; /* per option; 0: it has none */
	const size_t *order; /* best first, equals as written; at the end, as
				written, those without a rank */
	size_t ranked;	     /* how many have one */
};

/*
 * The options that are `in` (NULL: all): the others have no rank.  The totals
 * of these must be numbers; the arrays are the arena's.
 */
struct ranking rank_all(const double *totals, const bool *in, size_t count,
			struct arena *arena);

/*
 * Sorts `order` (option indices) by falling totals, alike ones staying as
 * they are.  Insertion, each place found by halves: options are few, or nearly
 * sorted already.
 */
void rank_sort(size_t *order, const double *totals, size_t count);

/* Where the group that `order[from]` opens ends: the next one's start. */
size_t rank_group_end(const size_t *order, const double *totals, size_t count,
		      size_t from);

#endif
