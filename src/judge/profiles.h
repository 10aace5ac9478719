/*
 * Profiles: the outcome under each named weighting.
 *
 * A profile's weights replace those of the criteria; what counts, and what
 * is too close to call, stays as it is.  Its musts stand beside theirs.
 */
#ifndef JUDGE_PROFILES_H
#define JUDGE_PROFILES_H

#include "judge/contest.h"
#include "judge/outcome.h"

struct profile_result {
	const double *totals; /* NAN when none of its criteria counts */
	const size_t *ranks;  /* then 0 */
	const size_t *order;
	bool judged;		/* some of its criteria counts */
	size_t ranked;		/* how many have a rank */
	struct contest contest; /* by its own weights and musts, too */
	size_t first;  /* ranked first alone; the option count: nobody is */
	size_t leader; /* the option count: none */
	double margin;
	bool close;
};

/* From its outcome, under weights that add up to `weight`. */
struct profile_result profile_result_of(const struct contest *contest,
					const struct outcome *outcome,
					double weight);

/* One for each profile of the comparison, in the arena. */
struct profile_result *profiles_all(const struct comparison *c,
				    const struct matrix *m,
				    struct arena *arena);

#endif
