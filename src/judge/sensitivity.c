#include "judge/sensitivity.h"

#include <math.h>

#include "judge/utility.h"

/* Sums over some of the rows. */
struct sums {
	double weight;
	double *totals; /* per option: of weight * utility */
};

static struct sums *sums_behind(const struct matrix *m, struct arena *arena);
static void add_row(const struct matrix *m, size_t row,
		    const struct sums *before, struct sums *after);
static void find_switch(const double *own, const double *rest, size_t count,
			size_t first, struct switch_point *point);

/*
 * The rest of a row is what stands before it and what stands behind it: both
 * are sums, so nothing cancels, and all rows take one pass each way.
 */
struct switch_point *sensitivity_all(const struct matrix *m, size_t first,
				     struct arena *arena)
{
	size_t n = m->option_count;
	double sum = total_weight(m, m->weights);
	struct switch_point *points =
		arena_array(arena, struct switch_point, m->row_count);
	struct sums *behind = sums_behind(m, arena);
	struct sums before = { 0, arena_array(arena, double, n) };
	double *rest = arena_array(arena, double, n);

	for (size_t k = 0; k < m->row_count; k++) {
		double weight = before.weight + behind[k].weight;

		points[k] =
			(struct switch_point){ m->weights[k] / sum, NAN, n };
		/* Without other weights there is nothing to shift to. */
		if (first < n && weight > 0) {
			for (size_t i = 0; i < n; i++)
				rest[i] = (before.totals[i] +
					   behind[k].totals[i]) /
					  weight;
			find_switch(m->utilities + k * n, rest, n, first,
				    &points[k]);
		}
		add_row(m, k, &before, &before);
	}
	return points;
}

/* For each row the sums of the rows after it. */
static struct sums *sums_behind(const struct matrix *m, struct arena *arena)
{
	struct sums *behind = arena_array(arena, struct sums, m->row_count);

	for (size_t k = m->row_count; k-- > 0;) {
		behind[k].totals = arena_array(arena, double, m->option_count);
		if (k + 1 < m->row_count)
			add_row(m, k + 1, &behind[k + 1], &behind[k]);
	}
	return behind;
}

static void add_row(const struct matrix *m, size_t row,
		    const struct sums *before, struct sums *after)
{
	const double *utilities = m->utilities + row * m->option_count;

	after->weight = before->weight + m->weights[row];
	for (size_t i = 0; i < m->option_count; i++)
		after->totals[i] =
			before->totals[i] + m->weights[row] * utilities[i];
}

static void find_switch(const double *own, const double *rest, size_t count,
			size_t first, struct switch_point *point)
{
	double nearest = INFINITY;

	for (size_t b = 0; b < count; b++) {
		double by_own = own[first] - own[b];
		double by_rest = rest[first] - rest[b];
		double t = by_rest / (by_rest - by_own);

		if (b == first ||
		    (by_own >= -UTILITY_EQUAL && by_rest >= -UTILITY_EQUAL))
			continue;
		if (fabs(t - point->weight) >= nearest)
			continue;
		nearest = fabs(t - point->weight);
		point->switch_weight = t;
		point->to = b;
	}
}
