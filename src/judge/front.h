/*
 * The front of two counts: the options that none beats on both.
 *
 * An option is on the front unless another is at least as good on both counts
 * and better on one (Pareto's condition; dominance over two criteria).  It is
 * *beaten* where another is better on both.  Between the two are those that
 * are matched on one count and beaten on the other: neither on the front nor
 * beaten.
 */
#ifndef JUDGE_FRONT_H
#define JUDGE_FRONT_H

#include "base/arena.h"

struct front {
	const bool *on;	    /* per option */
	const bool *beaten; /* per option: another is better on both */
	size_t count, on_count, beaten_count;
	size_t best; /* better on both than all others; their number: none is */
};

/*
 * Of the options that are `in`, whose values on both counts are known, more
 * being better; in the arena.  Values as near as 1e-9 of the range are equal.
 */
struct front front_of(const double *x, const double *y, const bool *in,
		      size_t option_count, struct arena *arena);

#endif
