/*
 * Bounds of TOPSIS.
 *
 * A filled cell moves the norm of its criterion, and with it every option.
 * Closeness rises with q = N / (N + D), N and D being the sums over criteria
 * of weight^2 times the squared distance from the worst and from the best.
 * Criteria are filled each by itself, so the most of q is found by Dinkelbach
 * (Management Science 13(7), 1967): for a guess t, fill each criterion so
 * that (1 - t) N - t D is largest; the q of that filling is the next guess,
 * until it rises no more.
 *
 * On one criterion that is
 *
 *	((1 - t) (y - low)^2 - t (high - y)^2) / (sum of all y^2)
 *
 * with y the option's value.  Only its own cell, the lowest, the highest and
 * the sum of squares matter, so four values are enough: the option's, two that
 * may be the lowest and the highest, and one for all others.  Along each of
 * them the quotient is one of quadratics between where it passes the lowest or
 * the highest, so its extremes are roots of a quadratic or ends; each in turn
 * is set to its best until none gets better, from all corners; and again with
 * those of the others that share a value.  That this
 * finds the extremes is no proof but a test: fillings on a grid lie within
 * them and come near them.
 *
 * The bounds of ranks follow from those of the totals.  They hold, but as the
 * extremes of two options need not be one filling's, they may be too wide.
 */
#include "judge/bounds.h"

#include <math.h>
#include <string.h>

#include "judge/topsis.h"
#include "judge/utility.h"

enum { FREE_MOST = 4, APART_MOST = 2, SWEEPS = 12, GUESSES = 40 };

/* A criterion as one option sees it; more is better. */
struct view {
	double sign;		 /* -1: lower is better */
	size_t empty;		 /* cells, its own with them */
	double from, to;	 /* what a filled cell may hold */
	double squares;		 /* of what is known */
	double lowest, highest;	 /* of what is known; infinite: nothing is */
	double own;		 /* NAN: empty */
	size_t free_count;	 /* values to choose: see above */
	double times[FREE_MOST]; /* how many cells each stands for */
	double t;
	bool least; /* the least is looked for */
};

/* p0 + p1 y + p2 y^2 over rest + times y^2. */
struct quotient {
	double p0, p1, p2, rest, times;
};

static struct view row_of(const struct bounds_basis *b, size_t k,
			  const double *values);
static struct view view_of(const struct view *row, double value, int apart);
static void put_box(const struct comparison *c, size_t j, const double *values,
		    struct view *v);
static double closest(const struct bounds_basis *b, const struct view *rows,
		      const double *values, size_t option, bool least);
static double best_of(const struct view *v, double *far, double *near);
static void best_of_row(const struct view *row, double value, double t,
			bool least, double *far, double *near);
static double goal(const struct view *v, const double *y, double *far,
		   double *near);
static void improve(const struct view *v, double *y, size_t at);
static void try_value(const struct view *v, double *y, size_t at, double to,
		      double *best, double *kept);
static size_t roots(const struct quotient *q, double *at);
static struct quotient piece(const struct view *v, const double *y, size_t at,
			     int side, double low, double high);

void bounds_topsis(const struct bounds_basis *b, struct bounds *bounds,
		   struct arena *arena)
{
	size_t n = b->option_count;
	double *values = arena_array(arena, double, n * b->row_count);
	struct view *rows = arena_array(arena, struct view, b->row_count);

	for (size_t k = 0; k < b->row_count; k++) {
		utility_values(b->c, b->criteria[k], values + k * n);
		rows[k] = row_of(b, k, values + k * n);
	}
	for (size_t i = 0; i < n; i++) {
		bounds[i].low = closest(b, rows, values, i, true);
		bounds[i].high = closest(b, rows, values, i, false);
	}
}

/*
 * The extreme of all fillings met: at a guess of 0 or 1 many are as good, and
 * the last may be one where all options are alike.
 */
static double closest(const struct bounds_basis *b, const struct view *rows,
		      const double *values, size_t option, bool least)
{
	double t = 0.5, found = least ? 1 : 0;

	for (int guess = 0; guess < GUESSES; guess++) {
		double far = 0, near = 0, next, at;

		for (size_t k = 0; k < b->row_count; k++) {
			double value = values[k * b->option_count + option];
			double w = b->weights[k] * b->weights[k];
			double row_far, row_near;

			best_of_row(&rows[k], value, t, least, &row_far,
				    &row_near);
			far += w * row_far;
			near += w * row_near;
		}
		at = topsis_closeness(near, far);
		found = least ? fmin(found, at) : fmax(found, at);
		next = far + near > 0 ? far / (far + near) : 0.5;
		if (fabs(next - t) <= 1e-13)
			break;
		t = next;
	}
	return found;
}

/* What all options see alike; it is no one's own yet. */
static struct view row_of(const struct bounds_basis *b, size_t k,
			  const double *values)
{
	size_t j = b->criteria[k];
	const struct measure *measure = &b->c->criteria[j].measure;
	struct view v = { .lowest = INFINITY, .highest = -INFINITY };

	v.sign = measure->given && measure->lower_is_better ? -1 : 1;
	for (size_t i = 0; i < b->option_count; i++) {
		if (isnan(values[i])) {
			v.empty++;
			continue;
		}
		v.squares += values[i] * values[i];
		v.lowest = fmin(v.lowest, v.sign * values[i]);
		v.highest = fmax(v.highest, v.sign * values[i]);
	}
	put_box(b->c, j, values, &v);
	if (v.sign < 0) {
		double from = -v.to;

		v.to = -v.from;
		v.from = from;
	}
	return v;
}

/* So many of the others have a value of their own, all further ones share it. */
static struct view view_of(const struct view *row, double value, int apart)
{
	struct view v = *row;
	size_t others = row->empty - isnan(value);

	v.own = v.sign * value;
	if (isnan(value))
		v.times[v.free_count++] = 1;
	for (int extreme = 0; extreme < apart && others; extreme++, others--)
		v.times[v.free_count++] = 1;
	if (others)
		v.times[v.free_count++] = (double)others;
	return v;
}

/* Where nothing at all is known of a measure, any range is as good. */
static void put_box(const struct comparison *c, size_t j, const double *values,
		    struct view *v)
{
	struct ends ends = utility_ends(c, j, values);

	v->from = fmin(ends.worst, ends.best);
	v->to = fmax(ends.worst, ends.best);
	if (isfinite(v->from) && isfinite(v->to))
		return;
	v->from = isfinite(v->from) ? v->from : 0;
	v->to = fmax(isfinite(v->to) ? v->to : 1, v->from);
}

/*
 * The squared distances from the worst and the best, of the best filling.  Also
 * tried are fillings whose other cells move together, as what is lowest or
 * highest moves only with all of them.
 */
static void best_of_row(const struct view *row, double value, double t,
			bool least, double *far, double *near)
{
	double best = least ? INFINITY : -INFINITY;

	*far = *near = 0;
	for (int apart = 0; apart <= APART_MOST; apart++) {
		struct view v = view_of(row, value, apart);
		double f, d, found;

		v.t = t;
		v.least = least;
		found = best_of(&v, &f, &d);
		if (least ? found < best : found > best) {
			best = found;
			*far = f;
			*near = d;
		}
	}
}

static double best_of(const struct view *v, double *far, double *near)
{
	double best = v->least ? INFINITY : -INFINITY, y[FREE_MOST] = { 0 };

	*far = *near = 0;
	for (unsigned corner = 0; corner < 1U << v->free_count; corner++) {
		double found, was, f, d;

		for (size_t at = 0; at < v->free_count; at++)
			y[at] = corner >> at & 1U ? v->to : v->from;
		found = goal(v, y, &f, &d);
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			was = found;
			for (size_t at = 0; at < v->free_count; at++)
				improve(v, y, at);
			found = goal(v, y, &f, &d);
			if (fabs(found - was) <= 1e-15)
				break;
		}
		if (v->least ? found < best : found > best) {
			best = found;
			*far = f;
			*near = d;
		}
	}
	return best;
}

static double goal(const struct view *v, const double *y, double *far,
		   double *near)
{
	double low = v->lowest, high = v->highest, squares = v->squares;
	double own = isnan(v->own) ? y[0] : v->own;

	for (size_t at = 0; at < v->free_count; at++) {
		low = fmin(low, y[at]);
		high = fmax(high, y[at]);
		squares += v->times[at] * y[at] * y[at];
	}
	*far = *near = 0;
	if (squares > 0) {
		*far = (own - low) * (own - low) / squares;
		*near = (high - own) * (high - own) / squares;
	}
	return (1 - v->t) * *far - v->t * *near;
}

/* Sets one value to its best, all others as they are. */
static void improve(const struct view *v, double *y, size_t at)
{
	double low = v->lowest, high = v->highest, found[2], f, d;
	double best = goal(v, y, &f, &d), kept = y[at];
	double ends[4];

	for (size_t k = 0; k < v->free_count; k++)
		if (k != at) {
			low = fmin(low, y[k]);
			high = fmax(high, y[k]);
		}
	ends[0] = v->from;
	ends[1] = v->to;
	ends[2] = fmin(fmax(low, v->from), v->to);
	ends[3] = fmin(fmax(high, v->from), v->to);
	for (size_t k = 0; k < 4; k++)
		try_value(v, y, at, ends[k], &best, &kept);
	try_value(v, y, at, fmin(fmax(0, v->from), v->to), &best, &kept);
	for (int side = 0; side < 3 && low <= high; side++) {
		struct quotient q = piece(v, y, at, side, low, high);
		size_t count = roots(&q, found);

		for (size_t r = 0; r < count; r++)
			if (found[r] >= v->from && found[r] <= v->to)
				try_value(v, y, at, found[r], &best, &kept);
	}
	y[at] = kept;
}

static void try_value(const struct view *v, double *y, size_t at, double to,
		      double *best, double *kept)
{
	double f, d, is;

	y[at] = to;
	is = goal(v, y, &f, &d);
	if (v->least ? is < *best : is > *best) {
		*best = is;
		*kept = to;
	}
}

/* The goal along one value: below the lowest of the others, between, above. */
static struct quotient piece(const struct view *v, const double *y, size_t at,
			     int side, double low, double high)
{
	bool is_own = isnan(v->own) && at == 0;
	double own = isnan(v->own) ? y[0] : v->own, a = 1 - v->t, b = v->t;
	struct quotient q = { .rest = v->squares, .times = v->times[at] };

	for (size_t k = 0; k < v->free_count; k++)
		if (k != at)
			q.rest += v->times[k] * y[k] * y[k];
	/* a (own - low)^2 - b (high - own)^2, one of the three being y */
	if (is_own ? side > 0 : side == 0) {
		double other = is_own ? low : own;

		q.p2 += a;
		q.p1 -= 2 * a * other;
		q.p0 += a * other * other;
	} else if (!is_own) {
		q.p0 += a * (own - low) * (own - low);
	}
	if (is_own ? side < 2 : side == 2) {
		double other = is_own ? high : own;

		q.p2 -= b;
		q.p1 += 2 * b * other;
		q.p0 -= b * other * other;
	} else if (!is_own) {
		q.p0 -= b * (high - own) * (high - own);
	}
	return q;
}

/* Where its slope is 0: -p1 times y^2 + 2 (p2 rest - p0 times) y + p1 rest. */
static size_t roots(const struct quotient *q, double *at)
{
	double two = -q->p1 * q->times,
	       one = q->p2 * q->rest - q->p0 * q->times;
	double none = q->p1 * q->rest, root = one * one - two * none, sum;
	size_t count = 0;

	if (!(root >= 0))
		return 0;
	sum = -(one + copysign(sqrt(root), one));
	if (two != 0)
		at[count++] = sum / two;
	if (sum != 0)
		at[count++] = none / sum;
	return count;
}
