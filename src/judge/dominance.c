#include "judge/dominance.h"

#include <math.h>

#include "judge/utility.h"

static bool dominates(const struct matrix *m, size_t other, size_t option);

bool *dominance_all(const struct matrix *m, struct arena *arena)
{
	size_t n = m->option_count;
	bool *dominated = arena_array(arena, bool, n);

	for (size_t i = 0; i < n; i++)
		for (size_t other = 0; other < n && !dominated[i]; other++)
			dominated[i] = other != i && dominates(m, other, i);
	return dominated;
}

static bool dominates(const struct matrix *m, size_t other, size_t option)
{
	bool better = false;

	for (size_t k = 0; k < m->row_count; k++) {
		const double *row = m->cells + k * m->option_count;

		if (isnan(row[other]) || isnan(row[option]) ||
		    row[other] < row[option] - UTILITY_EQUAL)
			return false;
		better |= row[other] > row[option] + UTILITY_EQUAL;
	}
	return better;
}
