#include "import/table_judged.h"

#include <math.h>

static void take_means(const struct study *study, struct comparison *c);
static double value_of(const struct study *study, const struct entry *entry,
		       const struct scoring *scale);

struct comparison *study_comparison(const struct study *study)
{
	struct comparison *c = arena_new(study->arena, struct comparison);

	c->scored = true;
	/* Answers stand on the scale, whichever it is. */
	c->scoring = (struct scoring){ .method = METHOD_WEIGHTED_SUM,
				       .min = study->max ? study->min : 0,
				       .max = study->max ? study->max : 1 };
	c->option_count = study->option_count;
	c->criterion_count = study->attribute_count;
	c->criteria =
		arena_array(study->arena, struct criterion, c->criterion_count);
	for (size_t j = 0; j < c->criterion_count; j++) {
		const struct attribute *a = &study->attributes[j];
		bool bounded = a->best != a->worst;

		c->criteria[j] = (struct criterion){
			.weight = a->kind == ATTRIBUTE_FACT ? 0
				  : isnan(a->weight)	    ? 1
							    : a->weight,
			.measure = { .given = a->kind == ATTRIBUTE_MEASURE,
				     .lower_is_better =
					     a->head.better == DIRECTION_LOWER,
				     .best = bounded ? a->best : NAN,
				     .worst = bounded ? a->worst : NAN },
			.scores = arena_array(study->arena, struct score,
					      c->option_count),
		};
	}
	take_means(study, c);
	return c;
}

/* Of what the judges say. */
static void take_means(const struct study *study, struct comparison *c)
{
	size_t *counts = arena_array(study->arena, size_t,
				     c->criterion_count * c->option_count);

	for (size_t e = 0; e < study->entry_count; e++) {
		const struct entry *entry = &study->entries[e];
		size_t j = entry->attribute, i = entry->option;
		double value = value_of(study, entry, &c->scoring);

		if (isnan(value))
			continue;
		c->criteria[j].scores[i].value += value;
		counts[j * c->option_count + i]++;
	}
	/* Without a count it is NAN. */
	for (size_t n = 0; n < c->criterion_count * c->option_count; n++)
		c->criteria[n / c->option_count]
			.scores[n % c->option_count]
			.value /= (double)counts[n];
}

/* A number that is a score, or one of a sum. */
static double value_of(const struct study *study, const struct entry *entry,
		       const struct scoring *scale)
{
	const struct cell *cell = entry->cell;

	if (study->attributes[entry->attribute].is_sum)
		return cell->kind == CELL_NUMBER ? cell->number : NAN;
	if (!entry_is_score(study, entry))
		return NAN;
	return cell->kind == CELL_ANSWER
		       ? scale->min + cell->number * (scale->max - scale->min)
		       : cell->number;
}
