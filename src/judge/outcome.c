#include "judge/outcome.h"

#include <math.h>

#include "judge/rank.h"
#include "judge/utility.h"

static const bool *with_totals(const double *totals, const bool *in,
			       size_t count, struct arena *arena);
static void level_ties(double *totals, struct ranking ranking);
static void decide(struct outcome *outcome, size_t count, double close);
static struct ranking unranked(size_t count, struct arena *arena);

struct outcome outcome_of(const struct matrix *m, const double *weights,
			  double close, const bool *in, struct arena *arena)
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
		possible ? rank_all(totals, with_totals(totals, in, n, arena),
				    n, arena)
			 : unranked(n, arena);

	outcome.ranks = ranking.ranks;
	outcome.order = ranking.order;
	outcome.ranked = ranking.ranked;
	if (!possible)
		return outcome;
	level_ties(totals, ranking);
	decide(&outcome, n, close);
	return outcome;
}

static const bool *with_totals(const double *totals, const bool *in,
			       size_t count, struct arena *arena)
{
	bool *some = arena_array(arena, bool, count);

	for (size_t i = 0; i < count; i++)
		some[i] = (!in || in[i]) && !isnan(totals[i]);
	return some;
}

/* Who shares a rank has one total, not two that differ in the last digit. */
static void level_ties(double *totals, struct ranking ranking)
{
	double total = 0;

	for (size_t k = 0; k < ranking.ranked; k++) {
		size_t i = ranking.order[k];

		if (ranking.ranks[i] == k + 1)
			total = totals[i];
		totals[i] = total;
	}
}

static void decide(struct outcome *outcome, size_t count, double close)
{
	const size_t *order = outcome->order;

	if (outcome->ranked == 1)
		outcome->first = outcome->leader = order[0];
	outcome->close = outcome->ranked > 1;
	if (outcome->ranked < 2 || outcome->ranks[order[1]] == 1)
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
	return (struct ranking){ arena_array(arena, size_t, count), order, 0 };
}
