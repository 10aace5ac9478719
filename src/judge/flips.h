/*
 * Flips: the single scores whose change by one step changes who is first.
 *
 * One step is
 *	of an answer (yes, partial, no)	  one answer: half of the scale
 *	of any other score		  1, one unit of the scale
 *	of a measure			  a tenth of the way from worst to best,
 *					  what 1 is on a scale of 0 to 10
 *
 * A score stays on its scale: a step that would leave it ends at its end.  A
 * measure may go past its best or worst, where its utility stays.  Each score
 * is changed alone, up and down, and everything that hangs on it is judged
 * anew: the range of a measure without bounds, the winner of a criterion's
 * points, the norms of TOPSIS.  A score of several judges is their mean, and
 * the mean takes the step.  So does who is in the running, where a must asks
 * for the score.  A close call is looked at by who is first.
 */
#ifndef JUDGE_FLIPS_H
#define JUDGE_FLIPS_H

#include "judge/contest.h"
#include "judge/rest.h"

struct flip {
	size_t criterion, option; /* whose score */
	double from, to;	  /* as given, and as changed */
	size_t first;		  /* then; the option count: a tie */
};

struct flips {
	const struct flip *items; /* by criterion, option; lower value first */
	size_t count;
};

/* What the scores made of the options, all of them, as they are. */
struct flips_basis {
	const struct matrix *m;
	const struct rest *rests;
	const struct contest *contest;
	const double *totals;
	size_t first; /* ranked first alone; the option count: nobody is, and
			 nothing flips */
};

/* In the arena. */
struct flips flips_all(const struct comparison *c,
		       const struct flips_basis *basis, struct arena *arena);

#endif
