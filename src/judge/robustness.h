/*
 * Robustness: in which share of all weightings does an option come first?
 *
 * Weights are uniform on the simplex.  For two options the share is exact:
 * a linear form with coefficients d on the simplex has a B-spline with the
 * knots d for its density (Curry & Schoenberg, Journal d'Analyse 17, 1966),
 * so P(form > 0) follows by the recurrence of B-splines, which takes equal
 * and zero differences as they come.  For more options it is sampled: rank
 * acceptabilities as in SMAA-2 (Lahdelma & Salminen, Operations Research
 * 49(3), 2001), 20,000 draws from a fixed seed, so that the same content
 * gives the same figures.
 *
 * Where options are exactly equal under a weighting (of which only whole
 * regions matter, as when all differences are zero), they split it evenly.
 */
#ifndef JUDGE_ROBUSTNESS_H
#define JUDGE_ROBUSTNESS_H

#include "base/arena.h"
#include "judge/total.h"

enum { ROBUSTNESS_DRAWS = 20000 };

struct share {
	double first;	     /* 0..1 */
	const double *ranks; /* [rank - 1]: 0..1, their sum is 1 */
};

/* One per option, in the arena; `*error`: largest standard error, 0: exact. */
struct share *robustness_of(const struct matrix *m, double *error,
			    struct arena *arena);

/*
 * P(sum of w(j) * d(j) > 0), w uniform on the simplex of `count` >= 1
 * weights; where all d are 0 it is 1/2.
 */
double robustness_pair(const double *differences, size_t count,
		       struct arena *arena);

#endif
