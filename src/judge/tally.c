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
		size_t row = j * n;

		if (counts[j])
			tally_row(c, utilities + row, wins + row, won + row);
		for (size_t at = row; at < row + n; at++) {
			points[at] = c->criteria[j].weight * won[at];
			sums[at] = (j ? sums[at - n] : 0) + points[at];
		}
	}
	return (struct tally){ wins, won, points, sums };
}

void tally_row(const struct comparison *c, const double *utilities, bool *wins,
	       double *won)
{
	size_t winners = find_winners(utilities, c->option_count, wins);

	for (size_t i = 0; i < c->option_count; i++)
		won[i] = !wins[i] ? 0 : winners == 1 ? 1 : c->scoring.tie;
}

/* Marks the best of the row and says how many they are. */
static size_t find_winners(const double *utilities, size_t count, bool *wins)
{
	double best = 0;
	size_t winners = 0;

	for (size_t i = 0; i < count; i++)
		best = fmax(best, utilities[i]);
	for (size_t i = 0; i < count; i++) {
		wins[i] = best > UTILITY_EQUAL &&
			  utilities[i] >= best - UTILITY_EQUAL;
		winners += wins[i];
	}
	return winners;
}
