/*
 * Utility: a score or measure put on 0..1, more being better.
 *
 * On a scale u = (s - min) / (max - min); for a measured criterion
 * u = (x - worst) / (best - worst), clamped to 0..1, worst > best where lower
 * is better (linear value functions; Keeney & Raiffa, Decisions with Multiple
 * Objectives, 1976).  The scale is the author's and is not stretched to the
 * data: stretching makes ranks reverse when an option is added.
 */
#ifndef JUDGE_UTILITY_H
#define JUDGE_UTILITY_H

#include "base/arena.h"
#include "model/comparison.h"

/* Two utilities or totals this near are equal. */
#define UTILITY_EQUAL 1e-9

/*
 * Of every option on every criterion, [criterion * option_count + option]:
 * 0..1, or NAN for a missing score (0 where missing counts as the worst).
 */
double *utility_all(const struct comparison *c, struct arena *arena);

/*
 * Per criterion, whether it counts: every option has a utility there; or some
 * option, where options are judged by what is available.
 */
bool *utility_counts(const struct comparison *c, const double *utilities,
		     struct arena *arena);

/*
 * One criterion at a time, from any values: `values` and `utilities` have an
 * element per option.
 */

/* The scores or measures as given; NAN: missing. */
void utility_values(const struct comparison *c, size_t criterion,
		    double *values);

/*
 * What is worth 0 and what is worth 1.  A measure without bounds takes them
 * from the values; where all are missing they are infinite.
 */
struct ends {
	double worst, best;
};
struct ends utility_ends(const struct comparison *c, size_t criterion,
			 const double *values);

void utility_row(const struct comparison *c, size_t criterion,
		 const double *values, double *utilities);

/* What `x`, a number, is worth between the ends: 0..1. */
double utility_between(struct ends ends, double x);

#endif
