/*
 * Totals: what an option earns under a set of weights, 0..1, more being
 * better, by one of the methods.
 *
 *	weighted sum      U(i) = sum of w(j) * u(i,j) / W
 *	points            the same, u(i,j) being the part of the points won
 *	weighted product  U(i) = product of u(i,j)^(w(j) / W)
 *	TOPSIS            U(i) = closeness to the ideal: see judge/topsis.h
 *
 * W is the sum of the weights.  All run over the criteria that count: those
 * on which every option has a utility.  If a criterion counted for some
 * options only, they would be ranked by different questions, so one missing
 * score takes it out for all.
 *
 * Where the author has options judged by what is available, a matrix is
 * *partial*: cells may be missing (NAN), and each option's sums, W with them,
 * run over those it has.  So its total is a mean over what it was scored on:
 * U(i) = sum of w(j) * u(i,j) / sum of w(j), over the j where u(i,j) is known,
 * likewise for the logarithms of a product; TOPSIS leaves the distances out
 * that it cannot know.  (Means over what is known: Gower, Biometrics 27,
 * 1971, for similarities; "proration" where the items of a test are.)
 *
 * (Sum: the additive model; Keeney & Raiffa 1976; "simple additive weighting"
 * in Hwang & Yoon, Multiple Attribute Decision Making, 1981.  Product:
 * Bridgman, Dimensional Analysis, 1922; Miller & Starr, Executive Decisions
 * and Operations Research, 1969.)
 *
 * In a product a utility of 0 is a veto: on a criterion with a weight it makes
 * the total 0, as the formula has it.  To put a small number in its place
 * would leave the ranks to the choice of that number.  Where the weight is 0,
 * u^0 is 1, and the criterion plays no part.
 *
 * Every method adds up terms, a layer of them or two, and makes a total of
 * the sums; so what needs totals under many weights keeps sums.
 */
#ifndef JUDGE_TOTAL_H
#define JUDGE_TOTAL_H

#include "base/arena.h"
#include "model/comparison.h"

/* What totals are made of: a row a criterion that counts. */
struct matrix {
	enum method method;
	size_t option_count, row_count, criterion_count;
	const size_t *criteria; /* of each row */
	const double *cells;	/* [row * option_count + option]: utilities,
				   parts of the points won, or TOPSIS's r;
				   more is better; NAN: missing */
	const double *terms;	/* [row * matrix_width() + layer *
				   option_count + option] */
	const double *weights;	/* of each row, as given */
	bool partial;		/* some cells are missing: see above */
};

/*
 * Of the criteria that count, in the arena; `cells` has all criteria,
 * [criterion * option_count + option]: see utility_all(), tally_of() and
 * topsis_all() for those of each method.
 */
struct matrix matrix_of(const struct comparison *c, enum method method,
			const double *cells, const bool *counts,
			struct arena *arena);

/*
 * Some of its options only, in their order, with the terms that they have
 * among all: `m` itself where these are all of them.
 */
struct matrix matrix_pick(const struct matrix *m, const bool *in,
			  struct arena *arena);

/*
 * Terms a row: the option count; twice that with TOPSIS; and once more where
 * it is partial, for whether there is a cell, 1 or 0.
 */
size_t matrix_width(const struct matrix *m);

/*
 * The terms of one row, from its cells: the cells themselves, their
 * logarithms for a product (-INFINITY of 0), or topsis_terms().
 */
void matrix_terms(const struct matrix *m, const double *cells, double *terms);

/*
 * The total of every option, 0..1, under these weights (one a row); NAN
 * unless total_is_possible(), and where an option has no cell with a weight.
 * The array is the arena's.
 */
double *total_all(const struct matrix *m, const double *weights,
		  struct arena *arena);

/* The same into `totals`; `sums` is room for matrix_width(). */
void total_into(const struct matrix *m, const double *weights, double *sums,
		double *totals);

/* Adds the terms of a row with this weight; TOPSIS squares the weight. */
void total_add(const struct matrix *m, const double *terms, double weight,
	       double *sums);

/*
 * The totals from sums whose weights add up to `weight`; with TOPSIS they may
 * add up to anything.
 */
void total_finish(const struct matrix *m, const double *sums, double weight,
		  double *totals);

/* The sum of the weights. */
double total_weight(const struct matrix *m, const double *weights);

/* Whether weights of that sum can be divided by it: above 0 and finite. */
bool total_is_possible(double weight_sum);

#endif
