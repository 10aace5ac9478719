#include "import/table_sums.h"

#include <math.h>

static const double SCORES_MOST = 10;
static const double NEAR = 0.051; /* averages are rounded */

/* Of an option: what its cells make together. */
struct sum {
	double number;
	size_t count;
	bool told, holds;
};

static bool sums_hold(const struct study *study);
static bool add_up(const struct study *study, struct sum *sums);
static bool is_of(const struct study *study, enum direction better);

void sums_add(struct study *study, size_t option, const struct cell *cell)
{
	if (cell->kind == CELL_NUMBER)
		*arena_push(study->arena, study->sums, study->sum_count) =
			(struct study_sum){ option, cell->number };
}

void sums_weigh(struct study *study)
{
	if (!sums_hold(study))
		return;
	if (is_of(study, DIRECTION_HIGHER)) {
		study->is_matrix = true;
		return;
	}
	/* Scores, or "Price" and "Shipping", which make a price? */
	for (size_t j = 0;
	     is_of(study, DIRECTION_UNKNOWN) && j < study->attribute_count; j++)
		study->attributes[j].is_doubtful =
			!study->attributes[j].head.said;
}

/* Whether each option that has a sum has one that is right. */
static bool sums_hold(const struct study *study)
{
	struct sum *sums =
		arena_array(study->arena, struct sum, study->option_count + 1);
	size_t told = 0;

	if (!study->sum_count || !add_up(study, sums))
		return false;
	for (size_t k = 0; k < study->sum_count; k++) {
		struct sum *sum = &sums[study->sums[k].option];
		double number = study->sums[k].number;

		sum->told = true;
		if (sum->count > 1)
			sum->holds |=
				fabs(number - sum->number) < 1e-6 ||
				fabs(number -
				     sum->number / (double)sum->count) < NEAR;
	}
	for (size_t i = 0; i < study->option_count; i++) {
		told += sums[i].told;
		if (sums[i].told && !sums[i].holds)
			return false;
	}
	return told > 1;
}

/* False where a number is no score. */
static bool add_up(const struct study *study, struct sum *sums)
{
	for (size_t e = 0; e < study->entry_count; e++) {
		const struct entry *entry = &study->entries[e];
		const struct cell *cell = entry->cell;
		const struct attribute *a =
			&study->attributes[entry->attribute];

		if (a->is_fact || cell->kind != CELL_NUMBER)
			continue;
		if (cell->unit.len || a->head.unit.len || cell->number < 0 ||
		    cell->number > SCORES_MOST)
			return false;
		sums[entry->option].number += cell->number;
		sums[entry->option].count++;
	}
	return true;
}

static bool is_of(const struct study *study, enum direction better)
{
	for (size_t j = 0; j < study->attribute_count; j++)
		if (!study->attributes[j].is_fact &&
		    study->attributes[j].head.better == better)
			return true;
	return false;
}
