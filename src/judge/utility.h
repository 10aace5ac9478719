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

#include "model/comparison.h"

/* Two utilities or totals this near are equal. */
#define UTILITY_EQUAL 1e-9

/* 0..1, or NAN for a missing score (0 where missing counts as the worst). */
double utility_of(const struct comparison *c, size_t option, size_t criterion);

/* Whether every option has a utility on this criterion: then it counts. */
bool utility_counts(const struct comparison *c, size_t criterion);

/*
 * Whether the option is the best of the criterion; equals share that.  Nobody
 * is where the criterion does not count or the best utility is 0.
 */
bool utility_is_best(const struct comparison *c, size_t option,
		     size_t criterion);

/* How many options are. */
size_t utility_best_count(const struct comparison *c, size_t criterion);

/*
 * What the method adds up, 0..1 for a weight of 1: the utility, or with
 * points 1 for the one best option and `tie` for each of several.
 */
double utility_counted(const struct comparison *c, size_t option,
		       size_t criterion);

#endif
