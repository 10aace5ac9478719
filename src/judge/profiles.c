#include "judge/profiles.h"

static struct profile_result profile_of(const struct comparison *c,
					const struct matrix *m,
					const struct profile *profile,
					struct arena *arena);

struct profile_result *profiles_all(const struct comparison *c,
				    const struct matrix *m, struct arena *arena)
{
	struct profile_result *profiles =
		arena_array(arena, struct profile_result, c->profile_count);

	for (size_t p = 0; p < c->profile_count; p++)
		profiles[p] = profile_of(c, m, &c->profiles[p], arena);
	return profiles;
}

struct profile_result profile_result_of(const struct contest *contest,
					const struct outcome *outcome,
					double weight)
{
	return (struct profile_result){
		.totals = outcome->totals,
		.ranks = outcome->ranks,
		.order = outcome->order,
		.judged = total_is_possible(weight),
		.ranked = outcome->ranked,
		.contest = *contest,
		.first = outcome->first,
		.leader = outcome->leader,
		.margin = outcome->margin,
		.close = outcome->close,
	};
}

/* It has a weight for each criterion; only those that count are used. */
static struct profile_result profile_of(const struct comparison *c,
					const struct matrix *m,
					const struct profile *profile,
					struct arena *arena)
{
	double *own = arena_array(arena, double, m->row_count);
	struct contest contest =
		contest_of(c, profile->weights, profile->musts, arena);
	struct outcome outcome;

	for (size_t k = 0; k < m->row_count; k++)
		own[k] = profile->weights[m->criteria[k]];
	outcome = outcome_of(m, own, c->scoring.close, contest.in, arena);
	return profile_result_of(&contest, &outcome, total_weight(m, own));
}
