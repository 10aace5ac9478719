#include "judge/utility.h"

#include <math.h>

static double across(double given, double found, double way);
static struct ends data_ends(bool lower_is_better, const double *values,
			     size_t count);

double *utility_all(const struct comparison *c, struct arena *arena)
{
	size_t n = c->option_count;
	double *utilities = arena_array(arena, double, c->criterion_count *n);
	double *values = arena_array(arena, double, n);

	for (size_t j = 0; j < c->criterion_count; j++) {
		utility_values(c, j, values);
		utility_row(c, j, values, utilities + j * n);
	}
	return utilities;
}

bool *utility_counts(const struct comparison *c, const double *utilities,
		     struct arena *arena)
{
	bool *counts = arena_array(arena, bool, c->criterion_count);

	for (size_t j = 0; j < c->criterion_count; j++) {
		size_t known = 0, n = c->option_count;

		for (size_t i = 0; i < n; i++)
			known += !isnan(utilities[j * n + i]);
		counts[j] =
			known > 0 &&
			(known == n || c->scoring.missing == MISSING_AVAILABLE);
	}
	return counts;
}

void utility_values(const struct comparison *c, size_t criterion,
		    double *values)
{
	const struct score *scores = c->criteria[criterion].scores;

	for (size_t i = 0; i < c->option_count; i++)
		values[i] = c->scored ? scores[i].value : NAN;
}

struct ends utility_ends(const struct comparison *c, size_t criterion,
			 const double *values)
{
	const struct measure *measure = &c->criteria[criterion].measure;
	struct ends ends = { measure->worst, measure->best }, data;
	double way = measure->lower_is_better ? -1 : 1;

	if (!measure->given)
		return (struct ends){ c->scoring.min, c->scoring.max };
	if (!isnan(ends.worst) && !isnan(ends.best))
		return ends;
	data = data_ends(measure->lower_is_better, values, c->option_count);
	if (isnan(ends.worst) && isnan(ends.best))
		return data;
	if (isnan(ends.best))
		ends.best = across(ends.worst, data.best, way);
	else
		ends.worst = across(ends.best, data.worst, -way);
	return ends;
}

/*
 * Across from the end that is given lies what is found, `way` of it; or anything
 * there, where all that is found is at the given end or beyond: all is alike
 * then, worth 0 at the worst and 1 at the best.
 */
static double across(double given, double found, double way)
{
	return (found - given) * way > 0 ? found
					 : given + way * fmax(1, fabs(given));
}

void utility_row(const struct comparison *c, size_t criterion,
		 const double *values, double *utilities)
{
	struct ends ends = utility_ends(c, criterion, values);
	bool worst = c->scored && c->scoring.missing == MISSING_WORST;

	for (size_t i = 0; i < c->option_count; i++)
		utilities[i] = !isnan(values[i])
				       ? utility_between(ends, values[i])
			       : worst ? 0
				       : NAN;
}

/*
 * Where the ends meet, all is alike and there is no range to hold it
 * against: 1 for everything.  Halves are taken before the differences, which
 * could not hold the largest numbers otherwise.
 */
double utility_between(struct ends ends, double x)
{
	double u;

	if (ends.best == ends.worst)
		return 1;
	u = (x / 2 - ends.worst / 2) / (ends.best / 2 - ends.worst / 2);
	return u < 0 ? 0 : u > 1 ? 1 : u;
}

/* Missing scores are passed over, as fmin() and fmax() pass over NAN. */
static struct ends data_ends(bool lower_is_better, const double *values,
			     size_t count)
{
	double least = INFINITY, most = -INFINITY;

	for (size_t i = 0; i < count; i++) {
		least = fmin(least, values[i]);
		most = fmax(most, values[i]);
	}
	return lower_is_better ? (struct ends){ most, least }
			       : (struct ends){ least, most };
}
