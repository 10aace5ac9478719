#include "judge/topsis.h"

#include <math.h>

#include "judge/utility.h"

static void level(double *normal, size_t count);
static double worst_value(const struct comparison *c, size_t criterion,
			  const double *values);

double *topsis_all(const struct comparison *c, const bool *counts,
		   struct arena *arena)
{
	size_t n = c->option_count;
	double *normal = arena_array(arena, double, c->criterion_count *n);
	double *values = arena_array(arena, double, n);

	for (size_t j = 0; j < c->criterion_count; j++) {
		if (!counts[j])
			continue;
		utility_values(c, j, values);
		topsis_row(c, j, values, normal + j * n);
	}
	return normal;
}

/*
 * Values are divided by the largest before they are squared, as the squares
 * of the largest numbers could not be held.
 */
void topsis_row(const struct comparison *c, size_t criterion,
		const double *values, double *normal)
{
	const struct measure *measure = &c->criteria[criterion].measure;
	bool lower = measure->given && measure->lower_is_better;
	bool kept = c->scoring.missing == MISSING_AVAILABLE;
	double worst = kept ? NAN : worst_value(c, criterion, values);
	double most = 0, squares = 0, norm;

	for (size_t i = 0; i < c->option_count; i++) {
		normal[i] = isnan(values[i]) ? worst : values[i];
		most = fmax(most, fabs(normal[i]));
	}
	if (most == 0)
		return;
	for (size_t i = 0; i < c->option_count; i++) {
		normal[i] /= most;
		if (!isnan(normal[i]))
			squares += normal[i] * normal[i];
	}
	norm = lower ? -sqrt(squares) : sqrt(squares);
	for (size_t i = 0; i < c->option_count; i++)
		normal[i] /= norm;
	level(normal, c->option_count);
}

/*
 * What is equal is the same: between a best and a worst that are as near as
 * that, the last digits would make all the difference.
 */
static void level(double *normal, size_t count)
{
	double best = -INFINITY, worst = INFINITY;

	for (size_t i = 0; i < count; i++) {
		best = fmax(best, normal[i]);
		worst = fmin(worst, normal[i]);
	}
	for (size_t i = 0; best - worst <= UTILITY_EQUAL && i < count; i++)
		normal[i] = isnan(normal[i]) ? NAN : best;
}

void topsis_terms(const double *normal, size_t count, double *terms)
{
	double best = -INFINITY, worst = INFINITY;

	for (size_t i = 0; i < count; i++) {
		best = fmax(best, normal[i]);
		worst = fmin(worst, normal[i]);
	}
	for (size_t i = 0; i < count; i++) {
		terms[i] = (best - normal[i]) * (best - normal[i]);
		terms[count + i] = (normal[i] - worst) * (normal[i] - worst);
	}
}

double topsis_closeness(double from_best, double from_worst)
{
	double near = sqrt(from_best), far = sqrt(from_worst);

	return near + far > 0 ? far / (near + far) : 0.5;
}

/* Infinite only where nobody has a measure: then all are alike. */
static double worst_value(const struct comparison *c, size_t criterion,
			  const double *values)
{
	double worst = utility_ends(c, criterion, values).worst;

	return isfinite(worst) ? worst : 0;
}
