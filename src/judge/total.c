#include "judge/total.h"

#include <math.h>
#include <string.h>

#include "judge/topsis.h"

static const double *terms_of(const struct matrix *m, struct arena *arena);

struct matrix matrix_of(const struct comparison *c, enum method method,
			const double *cells, const bool *counts,
			struct arena *arena)
{
	size_t n = c->option_count, rows = 0;
	size_t *criteria = arena_array(arena, size_t, c->criterion_count);
	double *weights = arena_array(arena, double, c->criterion_count);
	double *own = arena_array(arena, double, c->criterion_count *n);
	struct matrix m;

	for (size_t j = 0; j < c->criterion_count; j++) {
		if (!counts[j])
			continue;
		criteria[rows] = j;
		weights[rows] = c->criteria[j].weight;
		memcpy(own + rows * n, cells + j * n, n * sizeof(*own));
		rows++;
	}
	m = (struct matrix){
		.method = method,
		.option_count = n,
		.row_count = rows,
		.criterion_count = c->criterion_count,
		.criteria = criteria,
		.cells = own,
		.weights = weights,
	};
	m.terms = terms_of(&m, arena);
	return m;
}

size_t matrix_width(const struct matrix *m)
{
	return m->method == METHOD_TOPSIS ? 2 * m->option_count
					  : m->option_count;
}

void matrix_terms(const struct matrix *m, const double *cells, double *terms)
{
	switch (m->method) {
	case METHOD_POINTS:
	case METHOD_WEIGHTED_SUM:
		memcpy(terms, cells, m->option_count * sizeof(*terms));
		break;
	case METHOD_WEIGHTED_PRODUCT:
		for (size_t i = 0; i < m->option_count; i++)
			terms[i] = cells[i] > 0 ? log(cells[i]) : -INFINITY;
		break;
	case METHOD_TOPSIS:
		topsis_terms(cells, m->option_count, terms);
		break;
	}
}

double *total_all(const struct matrix *m, const double *weights,
		  struct arena *arena)
{
	double *sums = arena_array(arena, double, matrix_width(m));
	double *totals = arena_array(arena, double, m->option_count);

	total_into(m, weights, sums, totals);
	return totals;
}

/* Only TOPSIS has weights that would not bear being squared as given. */
void total_into(const struct matrix *m, const double *weights, double *sums,
		double *totals)
{
	size_t width = matrix_width(m);
	double sum = total_weight(m, weights);
	double unit = m->method == METHOD_TOPSIS ? sum : 1;

	if (!total_is_possible(sum)) {
		for (size_t i = 0; i < m->option_count; i++)
			totals[i] = NAN;
		return;
	}
	for (size_t at = 0; at < width; at++)
		sums[at] = 0;
	for (size_t k = 0; k < m->row_count; k++)
		total_add(m, m->terms + k * width, weights[k] / unit, sums);
	total_finish(m, sums, sum, totals);
}

/* A row without a weight is left out: 0 * -INFINITY is no number. */
void total_add(const struct matrix *m, const double *terms, double weight,
	       double *sums)
{
	double factor = m->method == METHOD_TOPSIS ? weight * weight : weight;
	size_t width = matrix_width(m);

	if (factor == 0)
		return;
	for (size_t at = 0; at < width; at++)
		sums[at] += factor * terms[at];
}

void total_finish(const struct matrix *m, const double *sums, double weight,
		  double *totals)
{
	size_t n = m->option_count;

	for (size_t i = 0; i < n; i++)
		switch (m->method) {
		case METHOD_POINTS:
		case METHOD_WEIGHTED_SUM:
			totals[i] = sums[i] / weight;
			break;
		case METHOD_WEIGHTED_PRODUCT:
			totals[i] = exp(sums[i] / weight);
			break;
		case METHOD_TOPSIS:
			totals[i] = topsis_closeness(sums[i], sums[n + i]);
			break;
		}
}

double total_weight(const struct matrix *m, const double *weights)
{
	double sum = 0;

	for (size_t k = 0; k < m->row_count; k++)
		sum += weights[k];
	return sum;
}

bool total_is_possible(double weight_sum)
{
	return weight_sum > 0 && isfinite(weight_sum);
}

/* A sum adds up the cells as they are. */
static const double *terms_of(const struct matrix *m, struct arena *arena)
{
	size_t n = m->option_count, width = matrix_width(m);
	double *terms;

	if (m->method == METHOD_POINTS || m->method == METHOD_WEIGHTED_SUM)
		return m->cells;
	terms = arena_array(arena, double, m->row_count *width);
	for (size_t k = 0; k < m->row_count; k++)
		matrix_terms(m, m->cells + k * n, terms + k * width);
	return terms;
}
