/*
 * Sensitivity to one weight.
 *
 * Let criterion j have the normalised weight t, the others keeping their
 * proportions.  Then U(i) = t * u(i,j) + (1 - t) * R(i), R being the total
 * without j, and the option `a` that is first is caught by `b` where
 *
 *	t = (R(a) - R(b)) / ((R(a) - R(b)) - (u(a,j) - u(b,j)))
 *
 * (closed form; Triantaphyllou & Sanchez, Decision Sciences 28(1), 1997).
 * The lead of a over b is linear in t and positive now.  So b gets past it
 * only where it is better on j itself, by a greater weight, or better on the
 * rest, by a smaller one; it cannot be both.
 */
#ifndef JUDGE_SENSITIVITY_H
#define JUDGE_SENSITIVITY_H

#include "judge/total.h"

struct switch_point {
	double weight;	      /* normalised, now: 0..1 */
	double switch_weight; /* the nearest at which `first` is caught; NAN:
				 no weight of this criterion does it */
	size_t to;	      /* by whom; the option count where nobody does */
};

/*
 * One for each row of the matrix, in the arena; `first` is the option ranked
 * first alone.  Where nobody is (the option count), nothing switches.
 */
struct switch_point *sensitivity_all(const struct matrix *m, size_t first,
				     struct arena *arena);

#endif
