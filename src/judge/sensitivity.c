#include "judge/sensitivity.h"

#include <math.h>

#include "judge/utility.h"

/* How far beyond a switch is looked who is ahead. */
static const double BEYOND = 1e-6;

/* The weight of one criterion at work. */
struct work {
	const struct matrix *m;
	const struct rest *rest;
	const double *own; /* terms of its row */
	size_t first;
	double *sums, *totals;
};

/* Up to two normalised weights; NAN: none. */
struct crossing {
	double at[2];
};

static void find_point(const struct work *w, struct switch_point *point,
		       struct arena *arena);
static const double *totals_at(const struct work *w, double share);
static void look_at_ends(const struct work *w, struct switch_point *point,
			 struct arena *arena);
static void take_new_first(const struct work *w, struct switch_point *point,
			   struct arena *arena);
static void take_ahead(struct switch_point *point, const bool *ahead,
		       size_t count);
static bool are_alike(const struct work *w, size_t a, size_t b);
static bool is_near(double a, double b);
static void find_switch(const struct work *w, struct switch_point *point);
static struct crossing crossing_of(const struct work *w, size_t b);
static struct crossing cross_lines(double by_own, double by_rest);
static struct crossing cross_shares(const struct work *w, size_t over,
				    size_t under, size_t b);
static double share_of(double z);
static double products(const double (*pairs)[2], size_t count);
static bool gets_past(const struct work *w, size_t b, struct crossing crossing,
		      double t);
static double beyond(double t, double now);
static void find_whole(const struct work *w, struct switch_point *point);
static size_t alone_ahead(const double *totals, size_t count);
static size_t best_but(const double *totals, size_t count, size_t first);
static double lead(const double *totals, size_t count, size_t first);

struct switch_point *sensitivity_all(const struct matrix *m,
				     const struct rest *rests, size_t first,
				     struct arena *arena)
{
	size_t n = m->option_count, width = matrix_width(m);
	struct switch_point *points =
		arena_array(arena, struct switch_point, m->criterion_count);
	struct work w = { .m = m,
			  .first = first,
			  .sums = arena_array(arena, double, width),
			  .totals = arena_array(arena, double, n) };

	for (size_t j = 0; j < m->criterion_count; j++)
		points[j] = (struct switch_point){ .kind = SWITCH_NONE,
						   .switch_weight = NAN,
						   .to = n,
						   .without = n,
						   .whole = NAN,
						   .margin_without = NAN,
						   .margin_doubled = NAN };
	for (size_t k = 0; k < m->row_count; k++) {
		struct switch_point *point = &points[m->criteria[k]];

		w.rest = &rests[k];
		w.own = m->terms + k * width;
		point->weight = rests[k].share;
		if (first < n && n > 1)
			find_point(&w, point, arena);
	}
	return points;
}

static void find_point(const struct work *w, struct switch_point *point,
		       struct arena *arena)
{
	size_t n = w->m->option_count;
	double share = point->weight;

	totals_at(w, 2 * share / (1 + share));
	point->margin_doubled = lead(w->totals, n, w->first);
	/* Without other weights there is nothing to shift to. */
	point->kind = SWITCH_ONLY;
	if (w->rest->weight == 0)
		return;
	totals_at(w, 0);
	point->margin_without = lead(w->totals, n, w->first);
	if (point->margin_without < -UTILITY_EQUAL)
		point->without = alone_ahead(w->totals, n);
	find_switch(w, point);
	if (isnan(point->switch_weight)) {
		look_at_ends(w, point, arena);
		return;
	}
	take_new_first(w, point, arena);
	find_whole(w, point);
}

static const double *totals_at(const struct work *w, double share)
{
	rest_totals(w->m, w->rest, w->own, share, w->sums, w->totals);
	return w->totals;
}

/*
 * In a product somebody may be ahead at an end and nowhere before it; and
 * where cells are missing, the first may have no total there.
 */
static void look_at_ends(const struct work *w, struct switch_point *point,
			 struct arena *arena)
{
	size_t n = w->m->option_count;

	point->kind = SWITCH_NEVER;
	for (int end = 0; end <= 1; end++) {
		const double *totals = totals_at(w, end);
		double first = totals[w->first];
		double best = totals[best_but(totals, n, w->first)];
		bool *ahead;

		if (isnan(best) || best <= first + UTILITY_EQUAL)
			continue;
		ahead = arena_array(arena, bool, n);
		for (size_t i = 0; i < n; i++)
			ahead[i] = totals[i] >= best - UTILITY_EQUAL;
		point->kind = end ? SWITCH_ALONE : SWITCH_WITHOUT;
		take_ahead(point, ahead, n);
		return;
	}
}

/*
 * Who is ahead beyond the switch, in the order written.  Several are so only
 * where they are alike on the criterion and on the rest, whatever is left
 * between two that cross one another right there.  Where the first has the
 * logarithm of 0, all others may have it too.
 */
static void take_new_first(const struct work *w, struct switch_point *point,
			   struct arena *arena)
{
	size_t n = w->m->option_count;
	const double *totals =
		totals_at(w, beyond(point->switch_weight, point->weight));
	size_t best = best_but(totals, n, w->first);
	bool *ahead;

	if (w->own[w->first] == -INFINITY && !(totals[best] > 0)) {
		point->switch_weight = NAN;
		look_at_ends(w, point, arena);
		if (point->kind == SWITCH_NEVER)
			point->kind = SWITCH_LEVEL;
		return;
	}
	point->kind = SWITCH_OVER;
	ahead = arena_array(arena, bool, n);
	for (size_t i = 0; i < n; i++)
		ahead[i] = are_alike(w, i, best);
	take_ahead(point, ahead, n);
}

static void take_ahead(struct switch_point *point, const bool *ahead,
		       size_t count)
{
	size_t several = 0;

	for (size_t i = 0; i < count; i++) {
		several += ahead[i];
		if (ahead[i])
			point->to = i;
	}
	if (several == 1)
		return;
	point->to = count;
	point->together = ahead;
}

static bool are_alike(const struct work *w, size_t a, size_t b)
{
	size_t n = w->m->option_count, width = matrix_width(w->m);
	const double *own = w->own, *rest = w->rest->sums;

	for (size_t at = 0; at < width; at += n)
		if (!is_near(own[at + a], own[at + b]) ||
		    !is_near(rest[at + a], rest[at + b]))
			return false;
	return true;
}

/* Also of two logarithms of 0. */
static bool is_near(double a, double b)
{
	return a == b || fabs(a - b) <= UTILITY_EQUAL;
}

static void find_switch(const struct work *w, struct switch_point *point)
{
	double nearest = INFINITY;

	for (size_t b = 0; b < w->m->option_count; b++) {
		struct crossing crossing = { { NAN, NAN } };

		if (b != w->first)
			crossing = crossing_of(w, b);
		for (size_t x = 0; x < 2; x++) {
			double t = crossing.at[x];

			/* Also true of NAN. */
			if (!(fabs(t - point->weight) < nearest) ||
			    !gets_past(w, b, crossing, t))
				continue;
			nearest = fabs(t - point->weight);
			point->switch_weight = t;
		}
	}
}

/* If the first has a logarithm of 0, now without a weight, any is too much. */
static struct crossing crossing_of(const struct work *w, size_t b)
{
	size_t n = w->m->option_count, first = w->first;

	if (w->m->method == METHOD_TOPSIS)
		return cross_shares(w, n, 0, b);
	if (w->own[first] == -INFINITY)
		return (struct crossing){ { 0, NAN } };
	if (!w->m->partial)
		return cross_lines(w->own[first] - w->own[b],
				   w->rest->sums[first] - w->rest->sums[b]);
	return cross_shares(w, 0, n, b);
}

/*
 * Where t * by_own + (1 - t) * by_rest is 0.  In a product a difference is
 * infinite where b has a utility of 0: on the row or on the rest, only the very weight of 0 or 1 would free it, and none lies
 * beyond; where both have it (NAN) neither gets past.
 */
static struct crossing cross_lines(double by_own, double by_rest)
{
	double t = by_rest / (by_rest - by_own);

	if (!isfinite(by_own) || !isfinite(by_rest) ||
	    (by_own >= -UTILITY_EQUAL && by_rest >= -UTILITY_EQUAL))
		return (struct crossing){ { NAN, NAN } };
	return (struct crossing){ { t, NAN } };
}

/*
 * Where N(a) D(b) - N(b) D(a) is 0, N over D being the total or rising with
 * it: the quadratic's roots z > 0, without cancellation, by way of the larger
 * one (Numerical Recipes, section 5.6).  N stands at `over` in the terms, and
 * D at `under`.
 */
static struct crossing cross_shares(const struct work *w, size_t over,
				    size_t under, size_t b)
{
	bool topsis = w->m->method == METHOD_TOPSIS;
	const double *own = w->own, *rest = w->rest->sums;
	size_t na = over + w->first, nb = over + b;
	size_t da = under + w->first, db = under + b;
	double two = products((const double[][2]){ { own[na], own[db] },
						   { -own[nb], own[da] } },
			      2);
	double none = products((const double[][2]){ { rest[na], rest[db] },
						    { -rest[nb], rest[da] } },
			       2);
	double one = products((const double[][2]){ { own[na], rest[db] },
						   { rest[na], own[db] },
						   { -own[nb], rest[da] },
						   { -rest[nb], own[da] } },
			      4);
	double root = one * one - 4 * two * none, q;
	double z[2];

	if (!(root > 0))
		return (struct crossing){ { NAN, NAN } };
	q = -(one + copysign(sqrt(root), one)) / 2;
	z[0] = topsis ? sqrt(q / two) : q / two;
	z[1] = topsis ? sqrt(none / q) : none / q;
	return (struct crossing){ { share_of(z[0]), share_of(z[1]) } };
}

/* From z = t / (1 - t) back to t; NAN where z is no positive number. */
static double share_of(double z)
{
	if (!(z > 0) || isinf(z))
		return NAN;
	return z / (1 + z);
}

/* The sum of these products, what is only rounding being 0. */
static double products(const double (*pairs)[2], size_t count)
{
	double sum = 0, size = 0;

	for (size_t k = 0; k < count; k++) {
		sum += pairs[k][0] * pairs[k][1];
		size += fabs(pairs[k][0] * pairs[k][1]);
	}
	return fabs(sum) <= 1e-14 * size ? 0 : sum;
}

/*
 * A curve may touch another, or stay within what is equal.  So b must be ahead
 * where it is about as far as it gets: halfway to where it is caught again, or
 * to the end.  Lines do cross, and beside a logarithm of 0 any weight will do.
 */
static bool gets_past(const struct work *w, size_t b, struct crossing crossing,
		      double t)
{
	double now = w->rest->share, far = t > now;
	const double *totals;

	if ((w->m->method != METHOD_TOPSIS && !w->m->partial) || t == 0)
		return true;
	for (size_t x = 0; x < 2; x++)
		if (t > now ? crossing.at[x] > t : crossing.at[x] < t)
			far = crossing.at[x];
	totals = totals_at(w, (t + far) / 2);
	return totals[b] > totals[w->first] + UTILITY_EQUAL;
}

/* A step past t, coming from `now`, that stays on this side of the end. */
static double beyond(double t, double now)
{
	return t < now ? t - fmin(BEYOND, t / 2)
		       : t + fmin(BEYOND, (1 - t) / 2);
}

/* Between the switch and the whole number somebody else may get ahead. */
static void find_whole(const struct work *w, struct switch_point *point)
{
	bool over = point->switch_weight > point->weight;
	double t = point->switch_weight * 100, step = over ? BEYOND : -BEYOND;
	double whole = fabs(t - round(t)) < 1e-9 ? round(t)
		       : over			 ? ceil(t)
						 : floor(t);

	if (point->kind != SWITCH_OVER || point->together || whole <= 0 ||
	    whole >= 100)
		return;
	totals_at(w, whole / 100 + step);
	if (alone_ahead(w->totals, w->m->option_count) == point->to)
		point->whole = whole / 100;
}

static size_t alone_ahead(const double *totals, size_t count)
{
	size_t best = best_but(totals, count, count);

	for (size_t i = 0; i < count; i++)
		if (i != best && totals[i] >= totals[best] - UTILITY_EQUAL)
			return count;
	return isnan(totals[best]) ? count : best;
}

/*
 * The best of the others, of equals the one written first; one without a
 * total only where all are.
 */
static size_t best_but(const double *totals, size_t count, size_t first)
{
	size_t best = first == 0 ? 1 : 0;

	for (size_t i = best + 1; i < count; i++)
		if (i != first &&
		    (totals[i] > totals[best] || isnan(totals[best])))
			best = i;
	return best;
}

static double lead(const double *totals, size_t count, size_t first)
{
	return totals[first] - totals[best_but(totals, count, first)];
}
