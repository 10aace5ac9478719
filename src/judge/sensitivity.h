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

/* Of the matrix's row; `first` is the option ranked first. */
struct switch_point sensitivity_of(const struct matrix *m, size_t row,
				   size_t first);

#endif
