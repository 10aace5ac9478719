#include "judge/bounds.h"

#include <math.h>
#include <stdlib.h>

#include "judge/utility.h"

static struct bounds_basis basis_of(const struct comparison *c, double weight,
				    const bool *in, struct arena *arena);
static void put_known(const struct comparison *c, size_t j, double *values,
		      double *utilities);
static bool may_leave(const struct comparison *c, const struct contest *contest,
		      size_t i);
static bool has_open_must(const struct comparison *c, size_t j);
static bool is_complete(const struct bounds_basis *b);
static void take_totals(const struct bounds_basis *b, const struct outcome *own,
			struct bounds *bounds);
static void separate(const struct bounds_basis *b, struct bounds *bounds);
static double extreme(const struct bounds_basis *b, size_t option,
		      double filled);
static void rank_by_totals(const struct bounds_basis *b, struct bounds *bounds,
			   struct arena *arena);
static size_t count_above(const double *sorted, size_t count, double limit);
static int compare_numbers(const void *a, const void *b);

const struct bounds *bounds_all(const struct comparison *c,
				const struct contest *contest,
				const struct outcome *own, struct arena *arena)
{
	size_t n = c->option_count;
	struct bounds *bounds = arena_array(arena, struct bounds, n);
	bool *in = arena_array(arena, bool, n);
	bool *leave = arena_array(arena, bool, n);
	struct bounds_basis b;
	double weight = 0;

	for (size_t j = 0; j < c->criterion_count; j++)
		weight += c->criteria[j].weight;
	if (!c->scored || !total_is_possible(weight))
		return NULL;
	for (size_t i = 0; i < n; i++) {
		in[i] = !contest->ruled_out[i];
		leave[i] = in[i] && may_leave(c, contest, i);
		bounds[i].may_leave = leave[i];
	}
	b = basis_of(c, weight, in, arena);
	b.may_leave = leave;
	if (is_complete(&b)) {
		take_totals(&b, own, bounds);
		rank_by_totals(&b, bounds, arena);
		return bounds;
	}
	switch (c->scoring.method) {
	case METHOD_POINTS:
		bounds_points(&b, bounds, arena);
		return bounds;
	case METHOD_WEIGHTED_SUM:
	case METHOD_WEIGHTED_PRODUCT:
		separate(&b, bounds);
		break;
	case METHOD_TOPSIS:
		bounds_topsis(&b, bounds, arena);
		break;
	}
	rank_by_totals(&b, bounds, arena);
	return bounds;
}

static struct bounds_basis basis_of(const struct comparison *c, double weight,
				    const bool *in, struct arena *arena)
{
	size_t n = c->option_count, rows = 0;
	size_t *criteria = arena_array(arena, size_t, c->criterion_count);
	double *weights = arena_array(arena, double, c->criterion_count);
	double *utilities = arena_array(arena, double, c->criterion_count *n);
	double *values = arena_array(arena, double, n);

	for (size_t j = 0; j < c->criterion_count; j++) {
		if (!(c->criteria[j].weight > 0))
			continue;
		criteria[rows] = j;
		weights[rows] = c->criteria[j].weight / weight;
		put_known(c, j, values, utilities + rows * n);
		rows++;
	}
	return (struct bounds_basis){
		.c = c,
		.option_count = n,
		.row_count = rows,
		.criteria = criteria,
		.utilities = utilities,
		.weights = weights,
		.in = in,
	};
}

/* Missing ones stay missing, whatever the policy makes of them. */
static void put_known(const struct comparison *c, size_t j, double *values,
		      double *utilities)
{
	struct ends ends;

	utility_values(c, j, values);
	ends = utility_ends(c, j, values);
	for (size_t i = 0; i < c->option_count; i++)
		utilities[i] = isnan(values[i])
				       ? NAN
				       : utility_between(ends, values[i]);
}

static bool may_leave(const struct comparison *c, const struct contest *contest,
		      size_t i)
{
	for (size_t j = 0; j < c->criterion_count; j++)
		if (contest->unknown[j * c->option_count + i] &&
		    has_open_must(c, j))
			return true;
	return false;
}

/* One that both ends of the scale fulfil can be failed by nothing. */
static bool has_open_must(const struct comparison *c, size_t j)
{
	const struct criterion *criterion = &c->criteria[j];

	return criterion->measure.given ||
	       !must_holds(&criterion->must, c->scoring.min) ||
	       !must_holds(&criterion->must, c->scoring.max);
}

static bool is_complete(const struct bounds_basis *b)
{
	for (size_t at = 0; at < b->row_count * b->option_count; at++)
		if (isnan(b->utilities[at]))
			return false;
	return true;
}

static void take_totals(const struct bounds_basis *b, const struct outcome *own,
			struct bounds *bounds)
{
	for (size_t i = 0; i < b->option_count; i++)
		bounds[i].low = bounds[i].high = own->totals[i];
}

static void separate(const struct bounds_basis *b, struct bounds *bounds)
{
	for (size_t i = 0; i < b->option_count; i++) {
		bounds[i].low = extreme(b, i, 0);
		bounds[i].high = extreme(b, i, 1);
	}
}

/* With all its empty cells worth `filled`. */
static double extreme(const struct bounds_basis *b, size_t option,
		      double filled)
{
	bool product = b->c->scoring.method == METHOD_WEIGHTED_PRODUCT;
	double sum = 0;

	for (size_t k = 0; k < b->row_count; k++) {
		double u = b->utilities[k * b->option_count + option];

		u = isnan(u) ? filled : u;
		sum += b->weights[k] * (product ? log(u) : u);
	}
	return product ? exp(sum) : sum;
}

/*
 * One is surely ahead whose least is above the most, and may be ahead whose
 * most is above the least.  An option may be above itself so.
 */
static void rank_by_totals(const struct bounds_basis *b, struct bounds *bounds,
			   struct arena *arena)
{
	size_t n = b->option_count, count = 0, sure = 0;
	double *lows = arena_array(arena, double, n);
	double *highs = arena_array(arena, double, n);

	for (size_t i = 0; i < n; i++)
		if (b->in[i]) {
			highs[count++] = bounds[i].high;
			if (!b->may_leave[i])
				lows[sure++] = bounds[i].low;
		}
	qsort(lows, sure, sizeof(*lows), compare_numbers);
	qsort(highs, count, sizeof(*highs), compare_numbers);
	for (size_t i = 0; i < n; i++) {
		struct bounds *own = &bounds[i];
		bool itself = own->high > own->low + UTILITY_EQUAL;

		if (!b->in[i])
			continue;
		own->best =
			1 + count_above(lows, sure, own->high + UTILITY_EQUAL);
		own->worst =
			1 +
			count_above(highs, count, own->low + UTILITY_EQUAL) -
			itself;
	}
}

/* Of sorted numbers; by halving. */
static size_t count_above(const double *sorted, size_t count, double limit)
{
	size_t from = 0, to = count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (sorted[middle] > limit)
			to = middle;
		else
			from = middle + 1;
	}
	return count - from;
}

static int compare_numbers(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}
