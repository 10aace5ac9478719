#include "judge/rank.h"

#include <math.h>

#include "judge/utility.h"

static void sort_best_first(size_t *order, const double *totals, size_t count);
static bool dominates(const struct matrix *m, size_t other, size_t option);

struct ranking rank_all(const double *totals, size_t count, double close,
			struct arena *arena)
{
	size_t *ranks = arena_array(arena, size_t, count);
	size_t *order = arena_array(arena, size_t, count);
	struct ranking ranking = { ranks, order, count, count, 0, true };
	size_t head = 0;

	for (size_t i = 0; i < count; i++)
		order[i] = i;
	sort_best_first(order, totals, count);
	for (size_t k = 0; k < count; k++) {
		if (totals[order[k]] < totals[order[head]] - UTILITY_EQUAL)
			head = k;
		ranks[order[k]] = head + 1;
	}
	if (count < 2 || ranks[order[1]] == 1)
		return ranking;
	ranking.first = order[0];
	ranking.margin = totals[order[0]] - totals[order[1]];
	ranking.close = ranking.margin < close - UTILITY_EQUAL;
	ranking.leader = ranking.close ? count : order[0];
	return ranking;
}

bool rank_is_dominated(const struct matrix *m, size_t option)
{
	for (size_t other = 0; other < m->option_count; other++)
		if (other != option && dominates(m, other, option))
			return true;
	return false;
}

/* By insertion, which keeps equals as written; options are few. */
static void sort_best_first(size_t *order, const double *totals, size_t count)
{
	for (size_t k = 1; k < count; k++) {
		size_t moved = order[k], at = k;

		while (at &&
		       totals[order[at - 1]] < totals[moved] - UTILITY_EQUAL) {
			order[at] = order[at - 1];
			at--;
		}
		order[at] = moved;
	}
}

static bool dominates(const struct matrix *m, size_t other, size_t option)
{
	bool better = false;

	for (size_t k = 0; k < m->row_count; k++) {
		const double *row = m->utilities + k * m->option_count;

		if (row[other] < row[option] - UTILITY_EQUAL)
			return false;
		better |= row[other] > row[option] + UTILITY_EQUAL;
	}
	return better;
}
