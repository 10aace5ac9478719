#include "judge/outcome.h"

#include "judge/rank.h"
#include "judge/utility.h"

static void decide(struct outcome *outcome, size_t count, double close);
static struct ranking unranked(size_t count, struct arena *arena);

struct outcome outcome_of(const struct matrix *m, const double *weights,
			  double close, struct arena *arena)
{
	size_t n = m->option_count;
	bool possible = total_is_possible(total_weight(m, weights));
	struct outcome outcome = {
		.totals = total_all(m, weights, arena),
		.first = n,
		.leader = n,
	};
	struct ranking ranking = possible ? rank_all(outcome.totals, n, arena)
					  : unranked(n, arena);

	outcome.ranks = ranking.ranks;
	outcome.order = ranking.order;
	if (possible)
		decide(&outcome, n, close);
	return outcome;
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
