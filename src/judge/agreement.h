/*
 * Agreement: how far the judges of a comparison agree.
 *
 * A score is the mean of its judges; the spread says what the mean hides.
 * Krippendorff's alpha sums it up over all scores, with as many judges and as
 * many gaps as there are (Krippendorff, Content Analysis, 2004, chapter 11):
 *
 *	alpha = 1 - Do / De
 *	Do = 1/n * sum over units u of
 *		1/(m(u) - 1) * sum over pairs in u of (v - v')^2
 *	De = 1/(n (n - 1)) * sum over all pairs of (v - v')^2
 *
 * A unit is one option on one criterion; those with fewer than two judges are
 * left out.  m(u) are its values, n those of all units, and pairs are counted
 * both ways round.  The difference is that of interval data.  As the sum over
 * pairs of k values is 2 k times their sum of squares about the mean, all
 * takes one pass.  1 is full agreement, 0 what chance would give, below 0
 * judges differ systematically.  0.8 is asked for where much depends on it;
 * below 0.667 nothing should be concluded (Krippendorff's own bounds).
 *
 * Values are taken as utilities, so that measures of any unit and scores
 * count alike; scores lose nothing by that, as alpha does not mind a change
 * of scale.  Measures are clamped as utilities are.
 */
#ifndef JUDGE_AGREEMENT_H
#define JUDGE_AGREEMENT_H

#include "base/arena.h"
#include "model/comparison.h"

/* One score, in its own unit. */
struct spread {
	size_t judges;	    /* who gave a value */
	double mean;	    /* NAN without judges, as are the next two */
	double least, most; /* the range is most - least */
	double deviation;   /* sample standard deviation; NAN below 2 judges */
};

enum alpha_status {
	ALPHA_DEFINED,
	ALPHA_ONE_JUDGE,    /* there are no two judges */
	ALPHA_NO_OVERLAP,   /* no score has two of them */
	ALPHA_ONE_SCORE,    /* only one has: nothing to hold it against */
	ALPHA_NO_VARIATION, /* all values are the same: De is 0 */
};

struct agreement {
	size_t judge_count; /* different names; the author's has none */
	size_t paired;	    /* of them, who scored something another did, too */
	const struct spread *spreads; /* [criterion * option_count + option] */
	enum alpha_status status;
	double alpha; /* at most 1; NAN unless defined */
	size_t units; /* scores with at least two judges */
	/*
	 * Per criterion: the standard deviation within its scores, pooled, in
	 * utility (0..1); NAN where no score has two judges.
	 */
	const double *dispute;
	const size_t *disputed; /* criteria with any, most disputed first */
	size_t disputed_count;
};

/* Of a comparison with scores; in the arena. */
const struct agreement *agreement_of(const struct comparison *c,
				     struct arena *arena);

#endif
