/*
 * Versus: two options of a comparison, judged against each other alone.
 *
 * What each is worth stays what it is among all: utilities, the range of a
 * measure without bounds, TOPSIS's ideal and the musts are not taken from the
 * two, which would make the better one ideal.  So a total of a sum, a product
 * or TOPSIS is the scoreboard's.  It is another one where
 *
 *	others are not scored	a criterion counts here if both are scored
 *				on it; on the scoreboard, if all are (but
 *				for TOPSIS, which has no distance then)
 *	points are won		here from each other, there from all
 *
 * and then the page says so.  Who is in the running is as it is among all.
 */
#ifndef JUDGE_VERSUS_H
#define JUDGE_VERSUS_H

#include "judge/pairs.h"
#include "judge/result.h"

/* What all pairs of a comparison need; made once. */
struct versus_basis {
	const struct comparison *c;
	const struct result *r;
	struct matrix ideal; /* with TOPSIS: of all options */
	const double *draws; /* weightings: [draw * criterion_count + j] */
	size_t draw_count;   /* 0: shares are exact */
};
struct versus_basis versus_basis_of(const struct comparison *c,
				    const struct result *r,
				    struct arena *arena);

struct versus {
	struct pair pair;
	/* As a comparison of two options: no key of its own is missing, but
	   a measure's range is not to be taken from its two values. */
	struct comparison c;
	const struct result *r; /* without flips, methods and omissions */
	size_t counted;		/* criteria on which both are scored */
	size_t better[2];	/* on how many of them each is worth more */
	size_t level;
	bool fewer;   /* on the scoreboard not all of these count */
	bool differs; /* their totals are not those of the scoreboard */
};

/* All in the arena. */
struct versus versus_of(const struct versus_basis *basis, struct pair pair,
			struct arena *arena);

#endif
