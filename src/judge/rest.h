/*
 * The rest: for each criterion, what all the others add up to.
 *
 * When one weight or one score changes, the others keep their sums, so the
 * new totals take one row and not all of them.
 */
#ifndef JUDGE_REST_H
#define JUDGE_REST_H

#include "judge/total.h"

struct rest {
	double share;  /* the row's own normalised weight, 0..1 */
	double weight; /* of the others; 0: there are none with a weight */
	double *sums;  /* of the others as if their weights added up to 1 */
};

/* One for each row, in the arena; the weights can be divided by their sum. */
struct rest *rest_all(const struct matrix *m, struct arena *arena);

/*
 * The totals when a row with these terms has the normalised weight `share`
 * and the others, in proportion, what is left; `sums` is room for
 * matrix_width().
 */
void rest_totals(const struct matrix *m, const struct rest *rest,
		 const double *terms, double share, double *sums,
		 double *totals);

#endif
