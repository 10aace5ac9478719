#include "model/comparison.h"

#include <math.h>
#include <stdlib.h>
#include <strings.h>

static bool same_name(struct str a, struct str b);
static bool is_shown_as(const struct option *o, struct str name);

int date_compare(struct date a, struct date b)
{
	struct date x = date_utc(date_last(a)), y = date_utc(date_last(b));
	const int left[] = { x.year, x.month, x.day, x.second };
	const int right[] = { y.year, y.month, y.day, y.second };

	for (size_t i = 0; i < 4; i++)
		if (left[i] != right[i])
			return left[i] < right[i] ? -1 : 1;
	return 0;
}

struct date date_first(struct date date)
{
	if (date.year && !date.month)
		date.month = 1;
	if (date.year && !date.day)
		date.day = 1;
	return date;
}

struct date date_last(struct date date)
{
	if (date.year && !date.month)
		date.month = 12;
	if (date.year && !date.day)
		date.day = date_month_days(date.year, date.month);
	return date;
}

struct date date_utc(struct date date)
{
	enum { DAY = 24 * 3600 };

	date.second -= date.offset * 60;
	date.offset = 0;
	if (date.second >= DAY) {
		date.second -= DAY;
		if (++date.day > date_month_days(date.year, date.month)) {
			date.day = 1;
			date.month = date.month % 12 + 1;
			date.year += date.month == 1;
		}
	} else if (date.second < 0) {
		date.second += DAY;
		if (--date.day < 1) {
			date.year -= date.month == 1;
			date.month = date.month > 1 ? date.month - 1 : 12;
			date.day = date_month_days(date.year, date.month);
		}
	}
	return date;
}

struct date date_in_zone(struct date date, int offset)
{
	date.offset -= offset;
	date = date_utc(date);
	date.offset = offset;
	return date;
}

int date_month_days(int year, int month)
{
	static const int DAYS[] = { 31, 28, 31, 30, 31, 30,
				    31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return DAYS[month - 1] + (leap && month == 2);
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
	const struct source wanted = { .id = id }, *key = &wanted, **found;
	size_t i = 0;

	if (c->sources_by_id) {
		found = bsearch(&key, c->sources_by_id, c->source_count,
				sizeof(*found), source_compare);
		return found ? (size_t)(*found - c->sources) : c->source_count;
	}
	while (i < c->source_count && !str_equals(c->sources[i].id, id))
		i++;
	return i;
}

int source_compare(const void *a, const void *b)
{
	const struct source *left = *(const struct source *const *)a;
	const struct source *right = *(const struct source *const *)b;

	return str_compare(left->id, right->id);
}

const struct sample *comparison_find_sample(const struct comparison *c,
					    struct str id)
{
	for (size_t i = 0; i < c->sample_count; i++)
		if (str_equals(c->samples[i].id, id))
			return &c->samples[i];
	return NULL;
}

const struct asked_chart *comparison_asked(const struct comparison *c,
					   const char *chart)
{
	for (size_t k = 0; k < c->chart_count; k++)
		if (str_is(c->charts[k].name.str, chart))
			return &c->charts[k];
	return NULL;
}

size_t comparison_find_called(const struct comparison *c, struct str name)
{
	size_t i = 0;

	while (i < c->option_count && !same_name(c->options[i].id, name) &&
	       !is_shown_as(&c->options[i], name))
		i++;
	return i;
}

size_t comparison_find_shown(const struct comparison *c, struct str name)
{
	size_t i = 0;

	while (i < c->option_count && !is_shown_as(&c->options[i], name))
		i++;
	return i;
}

static bool is_shown_as(const struct option *o, struct str name)
{
	return same_name(o->name.str, name) ||
	       same_name(o->short_name.str, name);
}

size_t comparison_find_titled(const struct comparison *c, struct str title)
{
	size_t j = 0;

	while (j < c->criterion_count &&
	       !str_is_like(c->criteria[j].id, title) &&
	       !str_is_like(c->criteria[j].title.str, title))
		j++;
	return j;
}

static bool same_name(struct str a, struct str b)
{
	return a.len && a.len == b.len && !strncasecmp(a.ptr, b.ptr, a.len);
}

bool evidence_counts(const struct evidence *e)
{
	return !isnan(e->value) && !e->left_out;
}
