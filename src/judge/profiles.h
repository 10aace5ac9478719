/*
 * Profiles: the outcome under each named weighting.
 *
 * A profile's weights replace those of the criteria; what counts, and what
 * is too close to call, stays as it is.  Its musts stand beside theirs.  Where
 * a fifth or more of its weights is on what is not known, as of all weights in
 * judge/gaps, that is told with the result.
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
	double known; /* share of its weights that the first is judged on */
};

/* From its outcome, under weights of which `weight` counts. */
struct profile_result profile_result_of(const struct comparison *c,
					const struct profile *profile,
					const struct contest *contest,
					const struct outcome *outcome,
					double weight);

/* Whether who is first is judged on enough to say so without more. */
bool profile_is_known(const struct profile_result *profile);

/* Whether that is so of each profile. */
bool profiles_are_known(const struct profile_result *profiles, size_t count);

/* One for each profile of the comparison, in the arena. */
struct profile_result *profiles_all(const struct comparison *c,
				    const struct matrix *m,
				    struct arena *arena);

#endif
