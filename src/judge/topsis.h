/*
 * TOPSIS: how near an option is to the best found on every criterion, and how
 * far from the worst (technique for order preference by similarity to ideal
 * solution; Hwang & Yoon, Multiple Attribute Decision Making, 1981).
 *
 *	r(i,j) = x(i,j) / sqrt(sum over i of x(i,j)^2)      vector normalised
 *	D+(i) = sqrt(sum over j of (w(j) * (best r(j) - r(i,j)))^2)
 *	D-(i) = sqrt(sum over j of (w(j) * (r(i,j) - worst r(j)))^2)
 *	C(i) = D-(i) / (D+(i) + D-(i))                                0..1
 *
 * x are the scores or measures as given, not their utilities, so a measure's
 * `best` and `worst` play no part; where lower is better r is negated, which
 * puts the ideal where the least measure is.  Best and worst are those of the
 * data: an option that joins may reverse ranks.
 */
#ifndef JUDGE_TOPSIS_H
#define JUDGE_TOPSIS_H

#include "base/arena.h"
#include "model/comparison.h"

/*
 * The r of every option on the criteria that count, more being better,
 * [criterion * option_count + option]; 0 on the others.
 */
double *topsis_all(const struct comparison *c, const bool *counts,
		   struct arena *arena);

/*
 * The same of one criterion, from any values.  NAN, where it counts as the
 * worst, is the value worth a utility of 0; where options are judged by what
 * is available it stays NAN and is no part of the norm.  `normal` has one per
 * option.
 */
void topsis_row(const struct comparison *c, size_t criterion,
		const double *values, double *normal);

/*
 * From the r of one criterion: the square of how far each option is from the
 * best, and then (at terms + count) from the worst; NAN of NAN.
 */
void topsis_terms(const double *normal, size_t count, double *terms);

/*
 * From the sums of weight^2 * term, D+^2 and D-^2: C.  Where all options are
 * alike the best is the worst, and all are halfway.
 */
double topsis_closeness(double from_best, double from_worst);

#endif
