#include "judge/rest.h"

static void behind(const struct matrix *m, double unit, struct rest *rests);
static void add_before(const struct matrix *m, double unit, struct rest *rests,
		       double *before);

/*
 * The rest of a row is what stands before it and what stands behind it: both
 * are sums, so nothing cancels, and all rows take one pass each way.
 */
struct rest *rest_all(const struct matrix *m, struct arena *arena)
{
	size_t width = matrix_width(m);
	double unit = total_weight(m, m->weights);
	struct rest *rests = arena_array(arena, struct rest, m->row_count);
	double *sums = arena_array(arena, double, m->row_count *width);

	for (size_t k = 0; k < m->row_count; k++)
		rests[k] = (struct rest){ .share = m->weights[k] / unit,
					  .sums = sums + k * width };
	behind(m, unit, rests);
	add_before(m, unit, rests, arena_array(arena, double, width));
	return rests;
}

void rest_totals(const struct matrix *m, const struct rest *rest,
		 const double *terms, double share, double *sums,
		 double *totals)
{
	size_t width = matrix_width(m);

	for (size_t at = 0; at < width; at++)
		sums[at] = 0;
	total_add(m, terms, share, sums);
	total_add(m, rest->sums, 1 - share, sums);
	total_finish(m, sums, 1, totals);
}

static void behind(const struct matrix *m, double unit, struct rest *rests)
{
	size_t width = matrix_width(m);

	for (size_t k = m->row_count; k-- > 1;) {
		double share = m->weights[k] / unit;

		for (size_t at = 0; at < width; at++)
			rests[k - 1].sums[at] = rests[k].sums[at];
		rests[k - 1].weight = rests[k].weight + share;
		total_add(m, m->terms + k * width, share, rests[k - 1].sums);
	}
}

static void add_before(const struct matrix *m, double unit, struct rest *rests,
		       double *before)
{
	size_t width = matrix_width(m);
	double weight = 0;

	for (size_t k = 0; k < m->row_count; k++) {
		struct rest *rest = &rests[k];
		double by;

		rest->weight += weight;
		by = m->method == METHOD_TOPSIS ? rest->weight * rest->weight
						: rest->weight;
		for (size_t at = 0; by > 0 && at < width; at++)
			rest->sums[at] = (rest->sums[at] + before[at]) / by;
		total_add(m, m->terms + k * width, rest->share, before);
		weight += m->weights[k] / unit;
	}
}
