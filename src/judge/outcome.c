#include "judge/outcome.h"

#include "judge/rank.h"
#include "judge/utility.h"

static void level_ties(double *totals, struct ranking ranking, size_t count);
static void decide(struct outcome *outcome, size_t count, double close);
static struct ranking unranked(size_t count, struct arena *arena);

struct outcome outcome_of(const struct matrix *m, const double *weights,
			  double close, struct arena *arena)
{
	size_t n = m->option_count;
	bool possible = total_is_possible(total_weight(m, weights));
	double *totals = total_all(m, weights, arena);
	struct outcome outcome = {
		.totals = totals,
		.first = n,
		.leader = n,
	};
	struct ranking ranking =
		possible ? rank_all(totals, n, arena) : unranked(n, arena);

	outcome.ranks = ranking.ranks;
	outcome.order = ranking.order;
	if (!possible)
		return outcome;
	level_ties(totals, ranking, n);
	decide(&outcome, n, close);
	return outcome;
}

/* Who shares a rank has one total, not two that differ in the last digit. */
static void level_ties(double *totals, struct ranking ranking, size_t count)
{
	double total = 0;

	for (size_t k = 0; k < count; k++) {
		size_t i = ranking.order[k];

		if (ranking.ranks[i] == k + 1)
			total = totals[i];
		totals[i] = total;
	}
}

static void decide(struct outcome *outcome, size_t count, double close)
{
	const size_t *order = outcome->order;

	outcome->close = true;
	if (count < 2 || outcome->ranks[order[1]] == 1)
		return;
	outcome->first = order[0];
	outcome->margin = outcome->totals[order[0]] - outcome->totals[order[1]];
	outcome->close = outcome->margin < close - UTILITY_EQUAL;
	outcome->leader = outcome->close ? count : outcome->first;
}

static struct ranking unranked(size_t count, struct arena *arena)
{
	size_t *order = arena_array(arena, size_t, count);

	for (size_t i = 0; i < count; i++)
		order[i] = i;
	return (struct ranking){ arena_array(arena, size_t, count), order };
}
