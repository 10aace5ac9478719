#include "judge/total.h"

#include <math.h>
#include <string.h>

struct matrix matrix_of(const struct comparison *c, const double *utilities,
			const bool *counts, struct arena *arena)
{
	size_t n = c->option_count, rows = 0;
	size_t *criteria = arena_array(arena, size_t, c->criterion_count);
	double *weights = arena_array(arena, double, c->criterion_count);
	double *own = arena_array(arena, double, c->criterion_count *n);

	for (size_t j = 0; j < c->criterion_count; j++) {
		if (!counts[j])
			continue;
		criteria[rows] = j;
		weights[rows] = c->criteria[j].weight;
		memcpy(own + rows * n, utilities + j * n, n * sizeof(*own));
		rows++;
	}
	return (struct matrix){ n, rows, criteria, own, weights };
}

double *total_all(const struct matrix *m, const double *weights,
		  struct arena *arena)
{
	double *totals = arena_array(arena, double, m->option_count);
	double sum = total_weight(m, weights);
	bool possible = total_is_possible(sum);

	for (size_t k = 0; k < m->row_count; k++)
		for (size_t i = 0; i < m->option_count; i++)
			totals[i] += weights[k] *
				     m->utilities[k * m->option_count + i];
	for (size_t i = 0; i < m->option_count; i++)
		totals[i] = possible ? totals[i] / sum : NAN;
	return totals;
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
