/*
 * Robustness: in which share of all weightings does an option come first?
 *
 * Weights are uniform on the simplex.  For two options the share is exact:
 * a linear form with coefficients d on the simplex has a B-spline with the
 * knots d for its density (Curry & Schoenberg, Journal d'Analyse 17, 1966),
 * so P(form > 0) follows by the recurrence of B-splines, which takes equal
 * and zero differences as they come.  For more options it is sampled: rank
 * acceptabilities and central weights as in SMAA-2 (Lahdelma & Salminen,
 * Operations Research 49(3), 2001), from a fixed seed, so that the same
 * content gives the same figures.
 *
 * A share counts the weightings that rank the option first alone.  Where
 * options are equal they split it evenly (of which only whole regions matter,
 * as when all differences are zero: then two options have 1/2 each).
 *
 * What is held against each other are the totals of the matrix's method.  A
 * weighted product of two options is exact too, by the differences of the
 * logarithms; there an option with a utility of 0 has a total of 0 in all
 * weightings but those of measure zero.  TOPSIS has the squares of the weights
 * and is sampled for two options as well, as is what lacks some cells.
 *
 * Central weights are the mean of the weightings with which an option is
 * first: who weighs about like this prefers it.  For two options they are
 * exact: the mean of w(j) over the weightings where the form is above 0 is
 * P'/(n P), P' being P with d(j) there twice (w(j) times the uniform density
 * is, but for n, the Dirichlet density with 2 for j, and that is w(j) split
 * evenly into two weights).
 */
#ifndef JUDGE_ROBUSTNESS_H
#define JUDGE_ROBUSTNESS_H

#include "judge/lead.h"

enum { ROBUSTNESS_DRAWS = 20000 };

/* What is drawn is apart from so many standard errors on. */
#define ROBUSTNESS_ERRORS 3.0

struct share {
	double first;	       /* 0..1 */
	double top;	       /* 0..1: of what was drawn, first alone or
				  with others; exact: the same as `first` */
	const double *ranks;   /* [rank - 1]: 0..1, their sum is 1 */
	const double *central; /* per criterion: 0..1, their sum is 1; NULL
				  where the option is never first (and with
				  hundreds of criteria, where the exact means
				  of two options would take too long) */
	const double *error;   /* the standard error of each; NULL: exact, or
				  seen too seldom to tell */
	struct lead lead;      /* what is proved of it */
};

struct robustness {
	const struct share *shares; /* per option */
	double error; /* largest standard error of `first`; 0: exact */
	size_t draws; /* ROBUSTNESS_DRAWS, fewer for hundreds of options; 0 */
};

/* Of a matrix with at least one row and one option; in the arena. */
struct robustness robustness_of(const struct matrix *m, struct arena *arena);

/*
 * The same of two options without central weights, which take most of the
 * time: exact, or by weightings that were drawn before.
 */
struct robustness robustness_of_two(const struct matrix *m, const double *draws,
				    size_t draw_count, struct arena *arena);

/* Weightings for that, [draw * criterion_count + criterion]; in the arena. */
const double *robustness_draws(size_t criterion_count, size_t draw_count,
			       struct arena *arena);

/*
 * Whether a share of the first place is above another one by more than the
 * draws err: ROBUSTNESS_ERRORS standard errors of their difference (of two
 * counts of one multinomial).  No draws: the shares are exact.
 */
bool robustness_is_above(double share, double other, size_t draws);

#endif
