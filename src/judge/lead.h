/*
 * Lead: what is proved of an option under all weightings.
 *
 * Weights are at least 0, and one at most may be left alone.  All methods
 * only ever make more of a better cell, so the cells settle it: an option
 * that is better than all others on every row is first under all weightings,
 * and one that is not the best of some row is behind when that row alone
 * weighs.  So what holds under all weightings needs no draws.
 *
 * In a product a cell of 0 is a veto wherever its row has a weight.
 *
 * Where cells are missing, options are means over different rows, and being
 * better on the common ones proves nothing.  A total is then N / D, or rises
 * with it, N and D being sums of weight * term; a is ahead of b where
 * N(a) D(b) - N(b) D(a) is above 0, a quadratic form in the weights.  Where
 * none of its coefficients is below 0, that holds whatever the weights.
 */
#ifndef JUDGE_LEAD_H
#define JUDGE_LEAD_H

#include "judge/total.h"

enum lead_chance {
	LEAD_SOMETIMES,	   /* nothing below is proved */
	LEAD_ALWAYS,	   /* first alone, whatever the weights */
	LEAD_NEVER_BEHIND, /* nobody ever gets ahead of it; some catch up */
	LEAD_ALL_WEIGHED,  /* first alone wherever every row has a weight */
	LEAD_NEVER,	   /* somebody is ahead of it, whatever the weights */
	LEAD_NEVER_ALONE,  /* somebody is always as good, at the least */
	LEAD_NOT_WEIGHED,  /* not first where every row has a weight */
	LEAD_LEVEL,	   /* all are level where every row has a weight */
};

struct lead {
	enum lead_chance chance;
	size_t alike; /* the first option with the same cells; itself: none */
	size_t above, below; /* how many dominate it, and how many it does */
};

/* Of every option; the matrix has a row at least; in the arena. */
struct lead *lead_all(const struct matrix *m, struct arena *arena);

/* Where one row alone weighs: who is ahead of an option then. */
struct upset {
	size_t criterion, option; /* the option count: nobody, on any row */
};

struct upset lead_upset(const struct matrix *m, size_t option);

#endif
