#include "model/comparison.h"

int date_compare(struct date a, struct date b)
{
	const int left[] = { a.year, a.month, a.day, a.second };
	const int right[] = { b.year, b.month, b.day, b.second };

	for (size_t i = 0; i < 4; i++)
		if (left[i] != right[i])
			return left[i] < right[i] ? -1 : 1;
	return 0;
}

size_t comparison_find_option(const struct comparison *c, struct str id)
{
	size_t i = 0;

	while (i < c->option_count && !str_equals(c->options[i].id, id))
		i++;
	return i;
}

size_t comparison_find_criterion(const struct comparison *c, struct str id)
{
	size_t j = 0;

	while (j < c->criterion_count && !str_equals(c->criteria[j].id, id))
		j++;
	return j;
}

size_t comparison_find_source(const struct comparison *c, struct str id)
{
	size_t i = 0;

	while (i < c->source_count && !str_equals(c->sources[i].id, id))
		i++;
	return i;
}

const struct sample *comparison_find_sample(const struct comparison *c,
					    struct str id)
{
	for (size_t i = 0; i < c->sample_count; i++)
		if (str_equals(c->samples[i].id, id))
			return &c->samples[i];
	return NULL;
}
