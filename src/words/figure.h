/*
 * Figures: how many digits each kind of number is shown with.
 *
 * They are decided once for a comparison, so that one number reads the same
 * in text, table, chart and card, and a column has one number of places:
 *
 *	total	two places on a scale of 10; three where those tell apart
 *		all that are ranked apart, more for the first two, or where
 *		the lead would look like the limit.  Points, and the tally:
 *		as many as they have, two at most
 *	lead	as totals, which stand beside it; points: more where it would
 *		look like the limit
 *	profile	totals under a profile: as totals; points with one place
 *	margin	in per cent of the scale, one place at most (points: as totals);
 *		more where a lead below the limit would look like the limit
 *	share	of all weightings, in per cent, one place at most.  What is
 *		neither nothing nor all is "less than 0.1%", "over 99.9%"
 *	weight	in per cent, one place at most; three where one would look like
 *		nothing or all, and "less than 0.001%" beyond; more where it
 *		would look like the weight at which the result changes
 *	score	as many as the scores of the comparison have, two at most;
 *		more on a criterion where two would look alike.  A measure has
 *		those of its own criterion, six digits that count at most
 *	alpha	two places; more where it would look like one of its bounds
 */
#ifndef WORDS_FIGURE_H
#define WORDS_FIGURE_H

#include "judge/result.h"
#include "words/phrase.h"

struct figures {
	int total, lead, profile, margin, share, weight;
	const int *scores;  /* per criterion; FIGURE_AS_GIVEN: each its own */
	double least_share; /* what draws tell from 0, and from 1 */
};

/* Of two of its options alone; the scores are shown as those of all. */
struct figures figures_of_two(const struct figures *all,
			      const struct comparison *c,
			      const struct result *r);

enum { FIGURE_AS_GIVEN = -1 };

/* Of a comparison as judged; in the arena. */
struct figures figures_of(const struct comparison *c, const struct result *r,
			  struct arena *arena);

/* The places that a value of this criterion needs. */
int figure_value_places(const struct figures *f, const struct comparison *c,
			size_t criterion, double value);

/* Those of a measure alone: six digits that count, at most. */
int figure_measure_places(double value);

/* The least places, `from` at least, at which `a` and `b` look different. */
int figure_apart(double a, double b, int from);

/* The places, 2 at least, at which alpha looks like none of its bounds. */
int figure_alpha_places(double alpha);

/* Krippendorff's own bounds. */
#define ALPHA_RELIABLE 0.8
#define ALPHA_TENTATIVE 0.667

#endif
