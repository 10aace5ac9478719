/*
 * Gaps: what missing scores take away from the result.
 *
 * A criterion on which some option has no score counts for none, unless the
 * author has missing scores count as the worst.  So one option that nobody
 * scored takes everything away.  That must be said where it is felt: on the
 * page, and to the author with what else could be done.
 */
#ifndef JUDGE_GAPS_H
#define JUDGE_GAPS_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/comparison.h"

/* From this share of the weights on the author is told. */
#define GAPS_TOLD 0.2

struct gaps {
	double weight;		  /* of what does not count: 0..1 of all */
	double available;	  /* of that, what would by MISSING_AVAILABLE */
	const bool *never_scored; /* per option: on no criterion */
	size_t never_count;
};

/* Of a comparison, scored or not; in the arena. */
struct gaps gaps_of(const struct comparison *c, const bool *counts,
		    struct arena *arena);

/* Warns of options that are never scored, and of what counts no longer. */
void gaps_tell(struct diags *diags, const struct comparison *c,
	       const bool *counts, const struct gaps *gaps);

#endif
