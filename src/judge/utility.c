#include "judge/utility.h"

#include <math.h>

static double measured(const struct comparison *c, size_t criterion, double x);
static void data_range(const struct comparison *c, size_t criterion,
		       double *best, double *worst);
static double clamp(double u);
static double best_utility(const struct comparison *c, size_t criterion);

double utility_of(const struct comparison *c, size_t option, size_t criterion)
{
	const struct criterion *at = &c->criteria[criterion];
	const struct scoring *scoring = &c->scoring;
	double value = at->scores ? at->scores[option].value : NAN;

	if (isnan(value))
		return c->scored && scoring->missing == MISSING_WORST ? 0 : NAN;
	if (at->measure.given)
		return measured(c, criterion, value);
	return clamp((value - scoring->min) / (scoring->max - scoring->min));
}

bool utility_counts(const struct comparison *c, size_t criterion)
{
	for (size_t i = 0; i < c->option_count; i++)
		if (isnan(utility_of(c, i, criterion)))
			return false;
	return c->option_count > 0;
}

bool utility_is_best(const struct comparison *c, size_t option,
		     size_t criterion)
{
	double best = best_utility(c, criterion);

	return best > UTILITY_EQUAL &&
	       utility_of(c, option, criterion) >= best - UTILITY_EQUAL;
}

size_t utility_best_count(const struct comparison *c, size_t criterion)
{
	size_t count = 0;

	for (size_t i = 0; i < c->option_count; i++)
		count += utility_is_best(c, i, criterion);
	return count;
}

double utility_counted(const struct comparison *c, size_t option,
		       size_t criterion)
{
	if (c->scoring.method != METHOD_POINTS)
		return utility_of(c, option, criterion);
	if (!utility_is_best(c, option, criterion))
		return 0;
	return utility_best_count(c, criterion) == 1 ? 1 : c->scoring.tie;
}

static double measured(const struct comparison *c, size_t criterion, double x)
{
	const struct measure *measure = &c->criteria[criterion].measure;
	double best = measure->best, worst = measure->worst;

	if (isnan(best) || isnan(worst)) {
		double data_best, data_worst;

		data_range(c, criterion, &data_best, &data_worst);
		best = isnan(best) ? data_best : best;
		worst = isnan(worst) ? data_worst : worst;
	}
	/* All alike, and no range to hold them against. */
	if (best == worst)
		return 1;
	return clamp((x - worst) / (best - worst));
}

static void data_range(const struct comparison *c, size_t criterion,
		       double *best, double *worst)
{
	const struct criterion *at = &c->criteria[criterion];
	double least = INFINITY, most = -INFINITY;

	for (size_t i = 0; i < c->option_count; i++) {
		least = fmin(least, at->scores[i].value);
		most = fmax(most, at->scores[i].value);
	}
	*best = at->measure.lower_is_better ? least : most;
	*worst = at->measure.lower_is_better ? most : least;
}

static double clamp(double u)
{
	return u < 0 ? 0 : u > 1 ? 1 : u;
}

/* -1 where the criterion does not count. */
static double best_utility(const struct comparison *c, size_t criterion)
{
	double best = -1;

	if (!utility_counts(c, criterion))
		return -1;
	for (size_t i = 0; i < c->option_count; i++)
		best = fmax(best, utility_of(c, i, criterion));
	return best;
}
