#include "judge/sensitivity.h"

#include <math.h>

#include "judge/utility.h"

/* How far beyond a switch is looked who is ahead. */
static const double BEYOND = 1e-6;

struct room {
	double *sums, *totals;
};

/* Up to two normalised weights; NAN: none. */
struct crossing {
	double at[2];
};

static void look_at_ends(const struct matrix *m, const struct rest *rest,
			 const double *own, size_t first,
			 const struct room *room, struct switch_point *point);
static void take_new_first(const struct matrix *m, const struct rest *rest,
			   const double *own, const double *totals,
			   size_t first, struct switch_point *point,
			   struct arena *arena);
static bool are_alike(const struct matrix *m, const struct rest *rest,
		      const double *own, size_t a, size_t b);
static bool is_near(double a, double b);
static void find_switch(const struct matrix *m, const double *own,
			const double *rest, size_t first,
			struct switch_point *point);
static struct crossing cross_lines(double by_own, double by_rest);
static struct crossing cross_shares(const struct matrix *m, const double *own,
				    const double *rest, size_t a, size_t b);
static double share_of(double z);
static double difference(double p, double q, double r, double s);
static double beyond(const struct switch_point *point);
static void find_whole(const struct matrix *m, const struct rest *rest,
		       const double *own, const struct room *room,
		       struct switch_point *point);
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
	double *sums = arena_array(arena, double, width);
	double *totals = arena_array(arena, double, n);

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
		const double *own = m->terms + k * width;
		double share = rests[k].share;

		point->weight = share;
		if (first == n || n < 2)
			continue;
		rest_totals(m, &rests[k], own, 2 * share / (1 + share), sums,
			    totals);
		point->margin_doubled = lead(totals, n, first);
		/* Without other weights there is nothing to shift to. */
		point->kind = SWITCH_ONLY;
		if (rests[k].weight == 0)
			continue;
		rest_totals(m, &rests[k], own, 0, sums, totals);
		point->margin_without = lead(totals, n, first);
		if (point->margin_without < -UTILITY_EQUAL)
			point->without = alone_ahead(totals, n);
		find_switch(m, own, rests[k].sums, first, point);
		if (isnan(point->switch_weight)) {
			look_at_ends(m, &rests[k], own, first,
				     &(struct room){ sums, totals }, point);
			continue;
		}
		rest_totals(m, &rests[k], own, beyond(point), sums, totals);
		take_new_first(m, &rests[k], own, totals, first, point, arena);
		find_whole(m, &rests[k], own, &(struct room){ sums, totals },
			   point);
	}
	return points;
}

/*
 * In a product somebody may be ahead at an end and nowhere before it; and
 * where cells are missing, the first may have no total there.
 */
static void look_at_ends(const struct matrix *m, const struct rest *rest,
			 const double *own, size_t first,
			 const struct room *room, struct switch_point *point)
{
	size_t n = m->option_count;

	point->kind = SWITCH_NEVER;
	for (int end = 0; end <= 1; end++) {
		size_t best;

		rest_totals(m, rest, own, end, room->sums, room->totals);
		best = best_but(room->totals, n, first);
		if (!(room->totals[best] >
		      room->totals[first] + UTILITY_EQUAL) &&
		    !(isnan(room->totals[first]) && !isnan(room->totals[best])))
			continue;
		point->kind = end ? SWITCH_ALONE : SWITCH_WITHOUT;
		point->to = best;
		return;
	}
}

/*
 * Who is ahead beyond the switch, in the order written.  Several are so only
 * where they are alike on the criterion and on the rest, whatever is left
 * between two that cross one another right there.
 */
static void take_new_first(const struct matrix *m, const struct rest *rest,
			   const double *own, const double *totals,
			   size_t first, struct switch_point *point,
			   struct arena *arena)
{
	size_t n = m->option_count, count = 0;
	size_t best = best_but(totals, n, first);
	bool *together;

	point->kind = SWITCH_OVER;
	point->to = best;
	if (!(totals[best] > totals[first])) {
		point->kind = SWITCH_LEVEL;
		point->switch_weight = NAN;
		point->to = n;
		return;
	}
	for (size_t i = 0; i < n; i++)
		count += are_alike(m, rest, own, i, best);
	if (count == 1)
		return;
	point->together = together = arena_array(arena, bool, n);
	point->to = n;
	for (size_t i = 0; i < n; i++)
		together[i] = are_alike(m, rest, own, i, best);
}

static bool are_alike(const struct matrix *m, const struct rest *rest,
		      const double *own, size_t a, size_t b)
{
	size_t n = m->option_count, width = matrix_width(m);

	for (size_t at = 0; at < width; at += n)
		if (!is_near(own[at + a], own[at + b]) ||
		    !is_near(rest->sums[at + a], rest->sums[at + b]))
			return false;
	return true;
}

/* Also of two logarithms of 0. */
static bool is_near(double a, double b)
{
	return a == b || fabs(a - b) <= UTILITY_EQUAL;
}

static void find_switch(const struct matrix *m, const double *own,
			const double *rest, size_t first,
			struct switch_point *point)
{
	size_t n = m->option_count;
	double nearest = INFINITY;

	for (size_t b = 0; b < n; b++) {
		struct crossing crossing;

		if (b == first)
			continue;
		crossing = m->method == METHOD_TOPSIS || m->partial
				   ? cross_shares(m, own, rest, first, b)
				   : cross_lines(own[first] - own[b],
						 rest[first] - rest[b]);
		for (size_t x = 0; x < 2; x++) {
			double t = crossing.at[x];

			/* Also true of NAN. */
			if (!(fabs(t - point->weight) < nearest))
				continue;
			nearest = fabs(t - point->weight);
			point->switch_weight = t;
		}
	}
}

/*
 * Where t * by_own + (1 - t) * by_rest is 0.  In a product a difference is
 * infinite where one of the two has a utility of 0.  If `first` has it, now
 * without a weight, then any weight is too much.  If b has it, on the row or
 * on the rest, only the very weight of 0 or 1 would free it, and none lies
 * beyond; where both have it (NAN) neither gets past.
 */
static struct crossing cross_lines(double by_own, double by_rest)
{
	double t = by_rest / (by_rest - by_own);

	if (by_own == -INFINITY)
		return (struct crossing){ { 0, NAN } };
	if (!isfinite(by_own) || !isfinite(by_rest) ||
	    (by_own >= -UTILITY_EQUAL && by_rest >= -UTILITY_EQUAL))
		return (struct crossing){ { NAN, NAN } };
	return (struct crossing){ { t, NAN } };
}

/*
 * Where N(a) D(b) - N(b) D(a) is 0, N over D being the total or rising with
 * it: the quadratic's roots z > 0, without cancellation, by way of the larger
 * one (Numerical Recipes, section 5.6).  Beside the logarithm of 0 there are
 * none: where it has a weight nobody gets past with it, and if the first has
 * it, now without a weight, then any is too much.
 */
static struct crossing cross_shares(const struct matrix *m, const double *own,
				    const double *rest, size_t a, size_t b)
{
	bool topsis = m->method == METHOD_TOPSIS;
	size_t over = topsis ? m->option_count : 0;
	size_t under = m->option_count - over;
	double two = difference(own[over + a], own[under + b], own[over + b],
				own[under + a]);
	double none = difference(rest[over + a], rest[under + b],
				 rest[over + b], rest[under + a]);
	double one = difference(own[over + a], rest[under + b], own[over + b],
				rest[under + a]) +
		     difference(rest[over + a], own[under + b], rest[over + b],
				own[under + a]);
	double root = one * one - 4 * two * none, q;
	double z[2];

	if (!topsis && own[a] == -INFINITY)
		return (struct crossing){ { 0, NAN } };
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

/* p * q - r * s, what is only rounding being 0. */
static double difference(double p, double q, double r, double s)
{
	double d = p * q - r * s;

	return fabs(d) <= 1e-14 * (fabs(p * q) + fabs(r * s)) ? 0 : d;
}

static double beyond(const struct switch_point *point)
{
	double t = point->switch_weight;

	return fmin(fmax(t + copysign(BEYOND, t - point->weight), 0), 1);
}

/* Between the switch and the whole number somebody else may get ahead. */
static void find_whole(const struct matrix *m, const struct rest *rest,
		       const double *own, const struct room *room,
		       struct switch_point *point)
{
	bool over = point->switch_weight > point->weight;
	double t = point->switch_weight * 100, step = over ? BEYOND : -BEYOND;
	double whole = fabs(t - round(t)) < 1e-9 ? round(t)
		       : over			 ? ceil(t)
						 : floor(t);

	if (point->kind != SWITCH_OVER || point->together || whole <= 0 ||
	    whole >= 100)
		return;
	rest_totals(m, rest, own, whole / 100 + step, room->sums, room->totals);
	if (alone_ahead(room->totals, m->option_count) == point->to)
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
