/*
 * Sensitivity to one weight.
 *
 * Let criterion j have the normalised weight t, the others keeping their
 * proportions.  Where does an option `b` catch `a`, the one that is first?
 * All methods have a closed form, so that no crossing is stepped over:
 *
 * Weighted sum and points: U(i) = t * u(i,j) + (1 - t) * R(i), R being the
 * total without j, and b catches a at
 *
 *	t = (R(a) - R(b)) / ((R(a) - R(b)) - (u(a,j) - u(b,j)))
 *
 * (Triantaphyllou & Sanchez, Decision Sciences 28(1), 1997).  The lead of a
 * over b is linear in t and positive now.  So b gets past it only where it is
 * better on j itself, by a greater weight, or better on the rest, by a
 * smaller one; it cannot be both.  Several may catch it at one t, which is
 * what few and round scores do; the one ahead beyond it is given.
 *
 * Weighted product: the same with logarithms, as log U is such a sum.  An
 * option with a utility of 0 that would be ahead without that criterion, at
 * the very weight of 0 or 1, gets past at that end only: no weight lies beyond
 * it.  Where a weight vetoes the first and all others have their own veto, all
 * are level and nobody gets past.
 *
 * TOPSIS: D+^2 and D-^2 are t^2 * own + (1 - t)^2 * rest, so C(a) = C(b),
 * which is D-(a)^2 * D+(b)^2 = D-(b)^2 * D+(a)^2, is a quadratic in
 * z = (t / (1 - t))^2.  There may be a crossing on either side, or two.
 *
 * Where cells are missing, a total is a mean of its own rows, N / D, and both
 * N and D are linear in t: again a quadratic, in z = t / (1 - t).
 */
#ifndef JUDGE_SENSITIVITY_H
#define JUDGE_SENSITIVITY_H

#include "judge/rest.h"

enum switch_kind {
	SWITCH_NEVER,	/* no weight lets another get past */
	SWITCH_OVER,	/* beyond the switching weight another is ahead */
	SWITCH_WITHOUT, /* only where the criterion is left out */
	SWITCH_ALONE,	/* only where all others are left out */
	SWITCH_LEVEL,	/* any weight leaves the first level with all others */
	SWITCH_ONLY,	/* no other criterion has a weight */
	SWITCH_NONE,	/* nobody is first, or the criterion does not count */
};

struct switch_point {
	double weight; /* normalised, now: 0..1 */
	enum switch_kind kind;
	double switch_weight; /* the nearest at which `first` is caught; NAN
				 unless the kind is SWITCH_OVER */
	size_t to;	      /* who is ahead then; the option count: nobody
				 is, or several are */
	const bool *together; /* who are ahead then, where they are several */
	/*
	 * For a tornado: how far `first` is ahead of the best other option,
	 * in totals (below 0: behind), the others keeping their weights and
	 * this one being left out or doubled.  NAN where nobody is first; and
	 * without the only weight there is no total.
	 */
	double margin_without, margin_doubled;
	size_t without; /* who is ahead alone without it; the option count:
			   `first` still, nobody or several */
	/*
	 * The switching weight in whole per cent, rounded away from today's,
	 * at which `to` is alone ahead still; NAN where there is none.
	 */
	double whole;
};

/*
 * One for each criterion, in the arena; those that do not count have no
 * weight.  `first` is the option ranked first alone.  Where nobody is (the
 * option count), nothing switches.
 */
struct switch_point *sensitivity_all(const struct matrix *m,
				     const struct rest *rests, size_t first,
				     struct arena *arena);

#endif
