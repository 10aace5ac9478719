#include "import/table_leader.h"

#include <math.h>

static double value_of(const struct study *study, const struct entry *entry);
static bool counts(const struct study *study, const double *values);
static double utility(const struct study *study, const struct attribute *a,
		      const double *values, size_t option);

double *leader_totals(const struct study *study)
{
	size_t count = study->option_count;
	const double *means = leader_means(study);
	double *totals = arena_array(study->arena, double, count);
	double *weights = arena_array(study->arena, double, count);

	for (size_t j = 0; j < study->attribute_count; j++) {
		const struct attribute *a = &study->attributes[j];
		double weight = isnan(a->weight) ? 1 : a->weight;

		if (a->kind == ATTRIBUTE_FACT ||
		    !counts(study, &means[j * count]))
			continue;
		for (size_t i = 0; i < count; i++) {
			double of = utility(study, a, &means[j * count], i);

			if (isnan(of))
				continue;
			totals[i] += weight * of;
			weights[i] += weight;
		}
	}
	for (size_t i = 0; i < count; i++)
		totals[i] = weights[i] > 0 ? totals[i] / weights[i] : NAN;
	return totals;
}

double *leader_means(const struct study *study)
{
	size_t cells = study->attribute_count * study->option_count;
	double *means = arena_array(study->arena, double, cells + 1);
	size_t *counts = arena_array(study->arena, size_t, cells + 1);

	for (size_t e = 0; e < study->entry_count; e++) {
		const struct entry *entry = &study->entries[e];
		size_t at =
			entry->attribute * study->option_count + entry->option;
		double value = value_of(study, entry);

		if (isnan(value))
			continue;
		means[at] += value;
		counts[at]++;
	}
	for (size_t at = 0; at < cells; at++)
		means[at] = counts[at] ? means[at] / (double)counts[at] : NAN;
	return means;
}

/* A number that is a score, or one of a sum. */
static double value_of(const struct study *study, const struct entry *entry)
{
	const struct attribute *a = &study->attributes[entry->attribute];
	const struct cell *cell = entry->cell;

	if (a->is_sum)
		return cell->kind == CELL_NUMBER ? cell->number : NAN;
	if (!entry_is_score(study, entry))
		return NAN;
	return cell->kind == CELL_ANSWER && a->kind == ATTRIBUTE_JUDGED
		       ? study->min + cell->number * (study->max - study->min)
		       : cell->number;
}

/* With `skip`, only what each option has a score of. */
static bool counts(const struct study *study, const double *values)
{
	for (size_t i = 0; i < study->option_count; i++)
		if (isnan(values[i]) && !study->is_partial)
			return false;
	return true;
}

static double utility(const struct study *study, const struct attribute *a,
		      const double *values, size_t option)
{
	double least = INFINITY, most = -INFINITY, of;

	if (a->kind == ATTRIBUTE_ANSWER)
		return values[option];
	if (a->kind == ATTRIBUTE_JUDGED)
		return (values[option] - study->min) /
		       (study->max - study->min);
	for (size_t i = 0; i < study->option_count; i++) {
		least = fmin(least, values[i]);
		most = fmax(most, values[i]);
	}
	if (a->best != a->worst) {
		least = fmin(a->best, a->worst);
		most = fmax(a->best, a->worst);
	}
	of = most > least ? (values[option] - least) / (most - least) : 1;
	return a->head.better == DIRECTION_LOWER && most > least ? 1 - of : of;
}
