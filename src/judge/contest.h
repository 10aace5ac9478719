/*
 * The contest: which options are in the running.
 *
 * An option that fails a must is ruled out: it keeps its scores and its total
 * and loses its rank.  A score that a must asks for and that is missing shows
 * nothing: the option stays in, and it is said that it is not known.
 *
 * Where options are judged by what is available, one that was scored on less
 * than `min_coverage` of the weights has no rank either; nor has one that was
 * scored on nothing.
 *
 * Everything that is said about who is ahead (ranks, leader, dominance, all
 * weightings, single scores) is said of these.  Totals are not: those who
 * are out stay part of the data that points and TOPSIS are made from.
 */
#ifndef JUDGE_CONTEST_H
#define JUDGE_CONTEST_H

#include "base/arena.h"
#include "model/comparison.h"

struct contest {
	const bool *in; /* per option */
	size_t count;	/* how many are */
	/* Per option: share of the weights of what it was scored on, 0..1. */
	const double *coverage;
	const bool *ruled_out; /* per option: it fails a must */
	const bool *thin;      /* per option: below the least coverage */
	/* [criterion * option_count + option]: a must that it fails, and one
	   that asks for a score it does not have. */
	const bool *fails, *unknown;
	size_t out_count, thin_count, unknown_count; /* options with any */
};

/*
 * Of the comparison, with these weights, one per criterion (NULL: its own),
 * and the musts of a profile beside its own (NULL: none); in the arena.
 */
struct contest contest_of(const struct comparison *c, const double *weights,
			  const struct must *musts, struct arena *arena);

/* Whether the value, a number, is what the must asks for. */
bool must_holds(const struct must *must, double value);

#endif
