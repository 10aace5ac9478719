/*
 * Totals: U(i) = sum of w(j) * u(i,j) / sum of w(j).
 *
 * The sums run over the criteria that count: those on which every option has
 * a utility.  If a criterion counted for some options only, they would be
 * ranked by different questions, so one missing score takes it out for all.
 * (The additive model; Keeney & Raiffa 1976; "simple additive weighting" in
 * Hwang & Yoon, Multiple Attribute Decision Making, 1981.)  With points u is
 * the part of the criterion's points that the option won.
 */
#ifndef JUDGE_TOTAL_H
#define JUDGE_TOTAL_H

#include "base/arena.h"
#include "model/comparison.h"

/* What the sums run over: a row a criterion that counts. */
struct matrix {
	size_t option_count, row_count;
	const size_t *criteria;	 /* of each row */
	const double *utilities; /* [row * option_count + option] */
	const double *weights;	 /* of each row, as given */
};

/*
 * Of the criteria that count, in the arena; `utilities` has all criteria,
 * [criterion * option_count + option].
 */
struct matrix matrix_of(const struct comparison *c, const double *utilities,
			const bool *counts, struct arena *arena);

/*
 * The total of every option, 0..1, under these weights (one a row); NAN
 * unless total_is_possible().  The array is the arena's.
 */
double *total_all(const struct matrix *m, const double *weights,
		  struct arena *arena);

/* The sum of the weights. */
double total_weight(const struct matrix *m, const double *weights);

/* Whether weights of that sum can be divided by it: above 0 and finite. */
bool total_is_possible(double weight_sum);

#endif
