#include "judge/total.h"

#include <math.h>
#include <string.h>

#include "judge/topsis.h"

static const double *terms_of(const struct matrix *m, struct arena *arena);
static bool any_missing(const struct matrix *m);
static double *pick_columns(const double *from, const bool *in, size_t count,
			    size_t of, size_t picked, struct arena *arena);

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
	m.partial = any_missing(&m);
	m.terms = terms_of(&m, arena);
	return m;
}

struct matrix matrix_pick(const struct matrix *m, const bool *in,
			  struct arena *arena)
{
	struct matrix some = *m;
	size_t n = m->option_count;

	some.option_count = 0;
	for (size_t i = 0; i < n; i++)
		some.option_count += in[i];
	if (some.option_count == n)
		return *m;
	some.cells = pick_columns(m->cells, in, m->row_count, n,
				  some.option_count, arena);
	some.terms = pick_columns(m->terms, in,
				  n ? m->row_count * matrix_width(m) / n : 0, n,
				  some.option_count, arena);
	return some;
}

size_t matrix_width(const struct matrix *m)
{
	return m->option_count *
	       (1 + (m->method == METHOD_TOPSIS) + m->partial);
}

/* Of a missing cell all terms are 0. */
void matrix_terms(const struct matrix *m, const double *cells, double *terms)
{
	size_t n = m->option_count, last = matrix_width(m) - n;

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
	for (size_t i = 0; m->partial && i < n; i++) {
		bool missing = isnan(cells[i]);

		for (size_t at = i; missing && at < last; at += n)
			terms[at] = 0;
		terms[last + i] = !missing;
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
	size_t n = m->option_count, last = matrix_width(m) - n;

	for (size_t i = 0; i < n; i++) {
		double own = m->partial ? sums[last + i] : weight;

		switch (m->method) {
		case METHOD_POINTS:
		case METHOD_WEIGHTED_SUM:
			totals[i] = sums[i] / own;
			break;
		case METHOD_WEIGHTED_PRODUCT:
			totals[i] = exp(sums[i] / own);
			break;
		case METHOD_TOPSIS:
			totals[i] = topsis_closeness(sums[i], sums[n + i]);
			break;
		}
		if (m->partial && own == 0)
			totals[i] = NAN;
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

	if (!m->partial &&
	    (m->method == METHOD_POINTS || m->method == METHOD_WEIGHTED_SUM))
		return m->cells;
	terms = arena_array(arena, double, m->row_count *width);
	for (size_t k = 0; k < m->row_count; k++)
		matrix_terms(m, m->cells + k * n, terms + k * width);
	return terms;
}

static bool any_missing(const struct matrix *m)
{
	for (size_t at = 0; at < m->row_count * m->option_count; at++)
		if (isnan(m->cells[at]))
			return true;
	return false;
}

/* Of `count` rows of `of` each. */
static double *pick_columns(const double *from, const bool *in, size_t count,
			    size_t of, size_t picked, struct arena *arena)
{
	double *to = arena_array(arena, double, count *picked), *next = to;

	for (size_t at = 0; at < count * of; at++)
		if (in[at % of])
			*next++ = from[at];
	return to;
}
