#include "judge/profiles.h"

#include <math.h>

#include "judge/gaps.h"
#include "judge/utility.h"

static struct profile_result profile_of(const struct comparison *c,
					const struct matrix *m,
					const struct profile *profile,
					struct arena *arena);
static double known_of(const struct comparison *c,
		       const struct profile *profile,
		       const struct contest *contest,
		       const struct outcome *outcome, double weight);

struct profile_result *profiles_all(const struct comparison *c,
				    const struct matrix *m, struct arena *arena)
{
	struct profile_result *profiles =
		arena_array(arena, struct profile_result, c->profile_count);

	for (size_t p = 0; p < c->profile_count; p++)
		profiles[p] = profile_of(c, m, &c->profiles[p], arena);
	return profiles;
}

struct profile_result profile_result_of(const struct comparison *c,
					const struct profile *profile,
					const struct contest *contest,
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
		.known = known_of(c, profile, contest, outcome, weight),
	};
}

bool profile_is_known(const struct profile_result *profile)
{
	return profile->known > 1 - GAPS_TOLD + UTILITY_EQUAL;
}

bool profiles_are_known(const struct profile_result *profiles, size_t count)
{
	for (size_t p = 0; p < count; p++)
		if (!profile_is_known(&profiles[p]))
			return false;
	return true;
}

/* Of what counts, and of what the first was scored on, the less. */
static double known_of(const struct comparison *c,
		       const struct profile *profile,
		       const struct contest *contest,
		       const struct outcome *outcome, double weight)
{
	double all = 0;

	for (size_t j = 0; j < c->criterion_count; j++)
		all += profile->weights[j];
	if (!outcome->ranked || !(all > 0))
		return 1;
	return fmin(weight / all, contest->coverage[outcome->order[0]]);
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
	return profile_result_of(c, profile, &contest, &outcome,
				 total_weight(m, own));
}
