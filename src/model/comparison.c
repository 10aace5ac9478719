#include "model/comparison.h"

#include <strings.h>

static bool same_name(struct str a, struct str b);

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

size_t comparison_find_called(const struct comparison *c, struct str name)
{
	size_t i = 0;

	for (; i < c->option_count; i++) {
		const struct option *o = &c->options[i];

		if (same_name(o->id, name) || same_name(o->name.str, name) ||
		    same_name(o->short_name.str, name))
			break;
	}
	return i;
}

static bool same_name(struct str a, struct str b)
{
	return a.len && a.len == b.len && !strncasecmp(a.ptr, b.ptr, a.len);
}
