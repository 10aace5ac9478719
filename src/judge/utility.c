#include "judge/utility.h"

#include <math.h>

/* What is worth 0 and what is worth 1. */
struct ends {
	double worst, best;
};

static struct ends ends_of(const struct comparison *c,
			   const struct criterion *criterion);
static struct ends data_ends(const struct criterion *criterion,
			     size_t option_count);
static double linear(struct ends ends, double x);

double *utility_all(const struct comparison *c, struct arena *arena)
{
	size_t n = c->option_count;
	double *utilities = arena_array(arena, double, c->criterion_count *n);
	bool worst = c->scored && c->scoring.missing == MISSING_WORST;

	for (size_t j = 0; j < c->criterion_count; j++) {
		const struct criterion *criterion = &c->criteria[j];
		struct ends ends = ends_of(c, criterion);

		for (size_t i = 0; i < n; i++) {
			double x = c->scored ? criterion->scores[i].value : NAN;

			utilities[j * n + i] = !isnan(x) ? linear(ends, x)
					       : worst	 ? 0
							 : NAN;
		}
	}
	return utilities;
}

bool *utility_counts(const struct comparison *c, const double *utilities,
		     struct arena *arena)
{
	bool *counts = arena_array(arena, bool, c->criterion_count);

	for (size_t j = 0; j < c->criterion_count; j++) {
		counts[j] = c->option_count > 0;
		for (size_t i = 0; i < c->option_count; i++)
			counts[j] &= !isnan(utilities[j * c->option_count + i]);
	}
	return counts;
}

static struct ends ends_of(const struct comparison *c,
			   const struct criterion *criterion)
{
	const struct measure *measure = &criterion->measure;
	struct ends ends = { measure->worst, measure->best }, data;

	if (!measure->given)
		return (struct ends){ c->scoring.min, c->scoring.max };
	if (!c->scored || (!isnan(ends.worst) && !isnan(ends.best)))
		return ends;
	data = data_ends(criterion, c->option_count);
	return (struct ends){
		isnan(ends.worst) ? data.worst : ends.worst,
		isnan(ends.best) ? data.best : ends.best,
	};
}

/* Missing scores are passed over, as fmin() and fmax() pass over NAN. */
static struct ends data_ends(const struct criterion *criterion,
			     size_t option_count)
{
	double least = INFINITY, most = -INFINITY;

	for (size_t i = 0; i < option_count; i++) {
		least = fmin(least, criterion->scores[i].value);
		most = fmax(most, criterion->scores[i].value);
	}
	return criterion->measure.lower_is_better
		       ? (struct ends){ most, least }
		       : (struct ends){ least, most };
}

/*
 * Where the ends meet, all is alike and there is no range to hold it
 * against: 1 for everything.  Halves are taken before the differences, which
 * could not hold the largest numbers otherwise.
 */
static double linear(struct ends ends, double x)
{
	double u;

	if (ends.best == ends.worst)
		return 1;
	u = (x / 2 - ends.worst / 2) / (ends.best / 2 - ends.worst / 2);
	return u < 0 ? 0 : u > 1 ? 1 : u;
}
