#include "judge/total.h"

#include <math.h>

#include "judge/utility.h"

struct matrix matrix_of(const struct comparison *c, struct arena *arena)
{
	size_t n = c->option_count, rows = 0;
	size_t *criteria = arena_array(arena, size_t, c->criterion_count);
	double *weights = arena_array(arena, double, c->criterion_count);
	double *utilities = arena_array(arena, double, c->criterion_count *n);

	for (size_t j = 0; j < c->criterion_count; j++) {
		if (!utility_counts(c, j))
			continue;
		criteria[rows] = j;
		weights[rows] = c->criteria[j].weight;
		for (size_t i = 0; i < n; i++)
			utilities[rows * n + i] = utility_counted(c, i, j);
		rows++;
	}
	return (struct matrix){ n, rows, criteria, utilities, weights };
}

double *total_all(const struct matrix *m, const double *weights,
		  struct arena *arena)
{
	double *totals = arena_array(arena, double, m->option_count);
	double sum = total_weight(m, weights);

	for (size_t i = 0; i < m->option_count; i++) {
		for (size_t k = 0; k < m->row_count; k++)
			totals[i] += weights[k] *
				     m->utilities[k * m->option_count + i];
		totals[i] = sum > 0 ? totals[i] / sum : NAN;
	}
	return totals;
}

double total_weight(const struct matrix *m, const double *weights)
{
	double sum = 0;

	for (size_t k = 0; k < m->row_count; k++)
		sum += weights[k];
	return sum;
}
