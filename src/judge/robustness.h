/*
 * Robustness: in which share of all weightings does an option come first?
 *
 * Weights are uniform on the simplex.  For two options the share is exact:
 * a linear form with coefficients d on the simplex has a B-spline with the
 * knots d for its density (Curry & Schoenberg, Journal d'Analyse 17, 1966),
 * so P(form > 0) follows by the recurrence of B-splines, which takes equal
 * and zero differences as they come.  For more options it is sampled: rank
 * acceptabilities as in SMAA-2 (Lahdelma & Salminen, Operations Research
 * 49(3), 2001), from a fixed seed, so that the same content gives the same
 * figures.
 *
 * A share counts the weightings that rank the option first alone.  Where
 * options are equal they split it evenly (of which only whole regions matter,
 * as when all differences are zero: then two options have 1/2 each).
 */
#ifndef JUDGE_ROBUSTNESS_H
#define JUDGE_ROBUSTNESS_H

#include "judge/total.h"

enum { ROBUSTNESS_DRAWS = 20000 };

struct share {
	double first;	     /* 0..1 */
	const double *ranks; /* [rank - 1]: 0..1, their sum is 1 */
};

struct robustness {
	const struct share *shares; /* per option */
	double error; /* largest standard error of `first`; 0: exact */
	size_t draws; /* ROBUSTNESS_DRAWS, fewer for hundreds of options; 0 */
};

/* Of a matrix with at least one row; in the arena. */
struct robustness robustness_of(const struct matrix *m, struct arena *arena);

/*
 * P(sum of w(j) * d(j) > 0), w uniform on the simplex of `count` >= 1
 * weights; where all d are 0 it is 1/2.
 */
double robustness_pair(const double *differences, size_t count,
		       struct arena *arena);

#endif
