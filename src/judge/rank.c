#include "judge/rank.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "judge/utility.h"

static size_t place_of(const size_t *order, const double *totals, size_t count);
static void sort_as_written(size_t *order, size_t count);

struct ranking rank_all(const double *totals, const bool *in, size_t count,
			struct arena *arena)
{
	size_t *ranks = arena_array(arena, size_t, count);
	size_t *order = arena_array(arena, size_t, count);
	size_t ranked = 0, last;

	for (size_t i = 0; i < count; i++)
		if (!in || in[i]) {
			assert(!isnan(totals[i]));
			order[ranked++] = i;
		}
	last = ranked;
	for (size_t i = 0; i < count; i++)
		if (in && !in[i])
			order[last++] = i;
	rank_sort(order, totals, ranked);
	for (size_t from = 0, to; from < ranked; from = to) {
		to = rank_group_end(order, totals, ranked, from);
		sort_as_written(order + from, to - from);
		for (size_t k = from; k < to; k++)
			ranks[order[k]] = from + 1;
	}
	return (struct ranking){ ranks, order, ranked };
}

void rank_sort(size_t *order, const double *totals, size_t count)
{
	for (size_t k = 1; k < count; k++) {
		size_t moved = order[k], at = k;

		if (totals[order[k - 1]] < totals[moved])
			at = place_of(order, totals, k);
		memmove(order + at + 1, order + at, (k - at) * sizeof(*order));
		order[at] = moved;
	}
}

/* Where `order[count]` belongs among those before it: behind its equals. */
static size_t place_of(const size_t *order, const double *totals, size_t count)
{
	double own = totals[order[count]];
	size_t from = 0, left = count;

	/* Without branches, which nobody could foretell. */
	while (left) {
		size_t half = left / 2;
		bool is_behind = totals[order[from + half]] >= own;

		from += is_behind ? half + 1 : 0;
		left = is_behind ? left - half - 1 : half;
	}
	return from;
}

size_t rank_group_end(const size_t *order, const double *totals, size_t count,
		      size_t from)
{
	double least = totals[order[from]] - UTILITY_EQUAL;
	size_t to = from + 1;

	while (to < count && totals[order[to]] >= least)
		to++;
	return to;
}

static void sort_as_written(size_t *order, size_t count)
{
	for (size_t k = 1; k < count; k++) {
		size_t moved = order[k], at = k;

		for (; at && order[at - 1] > moved; at--)
			order[at] = order[at - 1];
		order[at] = moved;
	}
}
