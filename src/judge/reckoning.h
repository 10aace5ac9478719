/*
 * A reckoning: what one table of scores makes of the options, from utilities
 * to the leader.  The result of a comparison starts from one; leaving a judge
 * or a source out takes another.
 */
#ifndef JUDGE_RECKONING_H
#define JUDGE_RECKONING_H

#include "judge/contest.h"
#include "judge/methods.h"
#include "judge/outcome.h"
#include "judge/tally.h"

struct reckoning {
	const double *utilities; /* see judge/utility.h */
	const bool *counts;	 /* per criterion */
	struct tally tally;
	struct contest contest;
	struct method_basis basis;
	struct matrix matrix; /* of all options, those out too */
	bool judged;	      /* some criterion with a weight counts */
};

/* In the arena; the comparison may be unscored. */
struct reckoning reckoning_of(const struct comparison *c, struct arena *arena);

#endif
