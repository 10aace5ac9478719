/*
 * Pairs: which two options have a page of their own, by what the author asks
 * for.
 *
 * A pair has its options in the order of the comparison.  `top: K` takes the
 * options of rank K and better, so that equals at the K-th place are all in;
 * who has no rank is not.  A pair that shares fewer scored criteria than
 * `min_shared` is left out, and counted.
 *
 * A bit a pair is all that is kept of them: there may be half a million.
 */
#ifndef JUDGE_PAIRS_H
#define JUDGE_PAIRS_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/comparison.h"

struct pairs {
	size_t option_count;
	unsigned char *bits; /* of one * option_count + other; NULL: none */
	size_t count;	     /* that have a page */
	size_t thin;	     /* left out by `min_shared` */
};

/* Of a comparison whose options have these ranks (0: none); in the arena. */
struct pairs pairs_of(const struct comparison *c, const size_t *ranks,
		      struct arena *arena);

/* Whether the two, in their order, have a page. */
bool pairs_has(const struct pairs *pairs, struct pair pair);

/* In their order. */
struct pair pair_of(size_t a, size_t b);

/*
 * Goes on to the next pair that has a page, from the one at hand or, at first,
 * from { 0, 0 }; false at the end.
 */
bool pairs_next(const struct pairs *pairs, struct pair *pair);

/* Warns where pairs are asked for and there is none. */
void pairs_tell(struct diags *diags, const struct comparison *c,
		const struct pairs *pairs);

/*
 * Whether each pair's page has an address of its own, in either order of the
 * two: an id may hold "-vs-", as what stands between two of them does.
 */
bool pairs_check(struct diags *diags, const struct comparison *c,
		 const struct pairs *pairs);

#endif
