#include "judge/tally.h"

#include <math.h>

#include "judge/utility.h"

static size_t find_winners(const double *utilities, size_t count, bool *wins);

struct tally tally_of(const struct comparison *c, const double *utilities,
		      const bool *counts, struct arena *arena)
{
	size_t n = c->option_count, cells = n * c->criterion_count;
	bool *wins = arena_array(arena, bool, cells);
	double *won = arena_array(arena, double, cells);
	double *points = arena_array(arena, double, cells);
	double *sums = arena_array(arena, double, cells);

	for (size_t j = 0; j < c->criterion_count; j++) {
		size_t row = j * n, winners = 0;

		if (counts[j])
			winners = find_winners(utilities + row, n, wins + row);
		for (size_t at = row; at < row + n; at++) {
			if (wins[at])
				won[at] = winners == 1 ? 1 : c->scoring.tie;
			points[at] = c->criteria[j].weight * won[at];
			sums[at] = (j ? sums[at - n] : 0) + points[at];
		}
	}
	return (struct tally){ wins, won, points, sums };
}

/* Marks the best of the row and says how many they are. */
static size_t find_winners(const double *utilities, size_t count, bool *wins)
{
	double best = 0;
	size_t winners = 0;

	for (size_t i = 0; i < count; i++)
		best = fmax(best, utilities[i]);
	if (best <= UTILITY_EQUAL)
		return 0;
	for (size_t i = 0; i < count; i++) {
		wins[i] = utilities[i] >= best - UTILITY_EQUAL;
		winners += wins[i];
	}
	return winners;
}
