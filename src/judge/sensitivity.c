#include "judge/sensitivity.h"

#include <math.h>

#include "judge/utility.h"

static double rest_total(const struct matrix *m, size_t row, size_t option);

struct switch_point sensitivity_of(const struct matrix *m, size_t row,
				   size_t first)
{
	double sum = total_weight(m, m->weights);
	const double *u = m->utilities + row * m->option_count;
	struct switch_point point = {
		.weight = m->weights[row] / sum,
		.switch_weight = NAN,
		.to = m->option_count,
	};

	/* Without other weights there is nothing to shift to. */
	if (first >= m->option_count || sum - m->weights[row] <= 0)
		return point;
	for (size_t b = 0; b < m->option_count; b++) {
		double rest = rest_total(m, row, first) - rest_total(m, row, b);
		double own = u[first] - u[b], t;

		if (b == first || fabs(rest - own) < UTILITY_EQUAL)
			continue;
		t = rest / (rest - own);
		if (t < -UTILITY_EQUAL || t > 1 + UTILITY_EQUAL)
			continue;
		/* Equal at the very end of the range: nobody gets past. */
		if ((t > 1 - UTILITY_EQUAL && own > -UTILITY_EQUAL) ||
		    (t < UTILITY_EQUAL && rest > -UTILITY_EQUAL))
			continue;
		if (isnan(point.switch_weight) ||
		    fabs(t - point.weight) <
			    fabs(point.switch_weight - point.weight)) {
			point.switch_weight = t;
			point.to = b;
		}
	}
	return point;
}

/* The total on all other rows, normalised by their weights. */
static double rest_total(const struct matrix *m, size_t row, size_t option)
{
	double sum = 0, weight = 0;

	for (size_t k = 0; k < m->row_count; k++) {
		if (k == row)
			continue;
		sum += m->weights[k] *
		       m->utilities[k * m->option_count + option];
		weight += m->weights[k];
	}
	return sum / weight;
}
