#include "view/chart_view.h"

#include <math.h>

#include "view/comparison_view.h"

static struct chart *chart_new(const struct subject *s, enum chart_kind kind,
			       struct str id, struct str title);
static struct series *series_new(const struct subject *s, size_t categories);
static void set_value(struct series *series, size_t category, double value,
		      struct str label);
static void finish(const struct subject *s, struct chart *chart,
		   struct series *series, struct str first_column);
static const struct value *columns_view(const struct subject *s,
					const struct chart_data *data,
					struct str first_column);
static const struct value *rows_view(const struct subject *s,
				     const struct chart_data *data);
static struct str *criterion_titles(const struct subject *s);
static void measure_domain(const struct subject *s, size_t j,
			   struct chart_data *data);
static bool any_scored(const struct subject *s, size_t j);
static struct str chart_id(const struct subject *s, const char *kind,
			   struct str id);
static double domain_max(const double *values, size_t count);

struct chart *chart_scoreboard(const struct subject *s)
{
	const struct scoring *scoring = &s->c->scoring;
	bool points = scoring->method == METHOD_POINTS;
	struct series *series;
	struct chart *chart;

	if (!s->r->judged)
		return NULL;
	chart = chart_new(s, CHART_BARS, STR("scoreboard"),
			  phrase(s->phrases, WORD_CHART_SCOREBOARD));
	series = series_new(s, 1);
	for (size_t i = 0; i < s->c->option_count; i++)
		set_value(&series[i], 0, s->r->raw_totals[i],
			  subject_total(s, s->r->raw_totals[i]));
	chart->data.description = result_headline(s);
	chart->data.axis = points ? phrase(s->phrases, WORD_AXIS_POINTS)
				  : phrase(s->phrases, WORD_AXIS_TOTAL);
	chart->data.min = points ? 0 : scoring->min;
	chart->data.max = points ? s->r->points_available : scoring->max;
	finish(s, chart, series, phrase(s->phrases, WORD_COLUMN_TOTAL));
	return chart;
}

struct chart *chart_tally(const struct subject *s)
{
	size_t count = s->c->criterion_count, options = s->c->option_count;
	struct series *series;
	struct chart *chart;

	if (!s->r->judged || s->c->scoring.method != METHOD_POINTS)
		return NULL;
	chart = chart_new(s, CHART_TALLY, STR("tally"),
			  phrase(s->phrases, WORD_CHART_TALLY));
	chart->data.categories = criterion_titles(s);
	chart->data.category_count = count;
	series = series_new(s, count);
	for (size_t i = 0; i < options; i++)
		for (size_t j = 0; j < count; j++) {
			double points = s->r->tally[j * options + i];

			set_value(&series[i], j, points,
				  phrase_number(s->phrases, points, 2,
						s->arena));
		}
	chart->data.description =
		PHRASE(s->phrases, WORD_CHART_TALLY_TEXT, s->arena,
		       { "tally", tally_sentence(s, count - 1) });
	chart->data.axis = phrase(s->phrases, WORD_AXIS_POINTS);
	chart->data.max =
		domain_max(s->r->tally + (count - 1) * options, options);
	finish(s, chart, series, phrase(s->phrases, WORD_COLUMN_CRITERION));
	return chart;
}

/* Utilities, so that measures of any unit stand on one scale. */
struct chart *chart_criteria(const struct subject *s)
{
	size_t count = s->c->criterion_count, options = s->c->option_count;
	struct series *series;
	struct chart *chart;

	if (!s->c->scored || count < 2 || s->c->scoring.method == METHOD_POINTS)
		return NULL;
	chart = chart_new(s, CHART_DOTS, STR("criteria"),
			  phrase(s->phrases, WORD_CHART_CRITERIA));
	chart->data.categories = criterion_titles(s);
	chart->data.category_count = count;
	series = series_new(s, count);
	for (size_t i = 0; i < options; i++)
		for (size_t j = 0; j < count; j++) {
			bool missing = !s->c->criteria[j].scores ||
				       isnan(s->c->criteria[j].scores[i].value);

			set_value(&series[i], j,
				  missing ? NAN
					  : s->r->utilities[j * options + i],
				  subject_score(s, i, j));
		}
	chart->data.description = phrase(s->phrases, WORD_CHART_CRITERIA_TEXT);
	chart->data.max = 1;
	finish(s, chart, series, phrase(s->phrases, WORD_COLUMN_CRITERION));
	return chart;
}

struct chart *chart_criterion(const struct subject *s, size_t j)
{
	const struct criterion *criterion = &s->c->criteria[j];
	struct series *series;
	struct chart *chart;

	if (!any_scored(s, j))
		return NULL;
	chart = chart_new(s, CHART_BARS,
			  chart_id(s, "criterion", criterion->id),
			  criterion->title.str);
	series = series_new(s, 1);
	for (size_t i = 0; i < s->c->option_count; i++)
		set_value(&series[i], 0, criterion->scores[i].value,
			  subject_score(s, i, j));
	chart->data.description = winner_sentence(s, j);
	chart->data.axis = criterion->measure.unit.str;
	measure_domain(s, j, &chart->data);
	finish(s, chart, series, phrase(s->phrases, WORD_COLUMN_SCORE));
	return chart;
}

struct chart *chart_option(const struct subject *s, size_t i)
{
	size_t count = s->c->criterion_count;
	struct series *series;
	struct chart *chart;

	if (!s->c->scored || !count)
		return NULL;
	chart = chart_new(s, CHART_DOTS,
			  chart_id(s, "option", s->c->options[i].id),
			  PHRASE(s->phrases, WORD_CHART_OPTION, s->arena,
				 { "name", s->c->options[i].name.str }));
	chart->data.categories = criterion_titles(s);
	chart->data.category_count = count;
	series = series_new(s, count);
	series += i;
	for (size_t j = 0; j < count; j++) {
		const struct score *scores = s->c->criteria[j].scores;
		bool missing = !scores || isnan(scores[i].value);

		set_value(series, j,
			  missing ? NAN
				  : s->r->utilities[j * s->c->option_count + i],
			  subject_score(s, i, j));
	}
	chart->data.description = phrase(s->phrases, WORD_CHART_CRITERIA_TEXT);
	chart->data.max = 1;
	chart->data.series_count = 1;
	finish(s, chart, series, phrase(s->phrases, WORD_COLUMN_CRITERION));
	return chart;
}

const struct value *chart_value(const struct chart *chart)
{
	return chart ? chart->object : value_null();
}

static struct chart *chart_new(const struct subject *s, enum chart_kind kind,
			       struct str id, struct str title)
{
	static const struct str NO_CATEGORY[] = { { "", 0 } };
	struct chart *chart = arena_new(s->arena, struct chart);

	chart->kind = kind;
	chart->id = id;
	chart->data.title = title;
	chart->data.missing = phrase(s->phrases, WORD_NOT_SCORED);
	chart->data.categories = NO_CATEGORY;
	chart->data.category_count = 1;
	chart->data.series_count = s->c->option_count;
	return chart;
}

/* One for each option, its arrays still to be filled. */
static struct series *series_new(const struct subject *s, size_t categories)
{
	size_t count = s->c->option_count;
	struct series *series = arena_array(s->arena, struct series, count);

	for (size_t i = 0; i < count; i++)
		series[i] = (struct series){
			.name = s->c->options[i].name.str,
			.short_name = s->c->options[i].short_name.str,
			.slot = i,
			.values = arena_array(s->arena, double, categories),
			.labels = arena_array(s->arena, struct str, categories),
		};
	return series;
}

static void set_value(struct series *series, size_t category, double value,
		      struct str label)
{
	series->values[category] = value;
	series->labels[category] = label;
}

static void finish(const struct subject *s, struct chart *chart,
		   struct series *series, struct str first_column)
{
	static const struct value EMPTY = { .kind = VALUE_MARKUP };
	struct arena *arena = s->arena;
	struct value *o = value_object(arena);

	chart->data.series = series;
	chart->wide = arena_new(arena, struct value);
	chart->narrow = arena_new(arena, struct value);
	*chart->wide = *chart->narrow = EMPTY;
	value_set_text(o, "id", chart->id, arena);
	value_set_text(o, "title", chart->data.title, arena);
	value_set_text(o, "description", chart->data.description, arena);
	value_set(o, "wide", chart->wide, arena);
	value_set(o, "narrow", chart->narrow, arena);
	value_set_text(o, "file_url",
		       subject_file_url(s,
					arena_printf(arena, "charts/%.*s.svg",
						     STR_ARG(chart->id))
						.ptr),
		       arena);
	value_set(o, "columns", columns_view(s, &chart->data, first_column),
		  arena);
	value_set(o, "rows", rows_view(s, &chart->data), arena);
	chart->object = o;
}

/* With one category the options are the rows, else the columns. */
static const struct value *columns_view(const struct subject *s,
					const struct chart_data *data,
					struct str first_column)
{
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	if (data->category_count == 1) {
		value_append(list,
			     value_text(phrase(s->phrases, WORD_COLUMN_OPTION),
					arena),
			     arena);
		value_append(list, value_text(first_column, arena), arena);
		return list;
	}
	value_append(list, value_text(first_column, arena), arena);
	for (size_t i = 0; i < data->series_count; i++)
		value_append(list, value_text(data->series[i].name, arena),
			     arena);
	return list;
}

static const struct value *rows_view(const struct subject *s,
				     const struct chart_data *data)
{
	bool single = data->category_count == 1;
	size_t rows = single ? data->series_count : data->category_count;
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t k = 0; k < rows; k++) {
		struct value *row = value_object(arena);
		struct value *cells = value_list(arena);

		value_set_text(row, "label",
			       single ? data->series[k].name
				      : data->categories[k],
			       arena);
		for (size_t i = 0; i < (single ? 1 : data->series_count); i++)
			value_append(cells,
				     value_text(data->series[single ? k : i]
							.labels[single ? 0 : k],
						arena),
				     arena);
		value_set(row, "cells", cells, arena);
		value_append(list, row, arena);
	}
	return list;
}

static struct str *criterion_titles(const struct subject *s)
{
	size_t count = s->c->criterion_count;
	struct str *titles = arena_array(s->arena, struct str, count);

	for (size_t j = 0; j < count; j++)
		titles[j] = s->c->criteria[j].title.str;
	return titles;
}

/* Measures start at zero, as bars must; a scale is shown whole. */
static void measure_domain(const struct subject *s, size_t j,
			   struct chart_data *data)
{
	const struct criterion *criterion = &s->c->criteria[j];

	if (!criterion->measure.given) {
		data->min = s->c->scoring.min;
		data->max = s->c->scoring.max;
		return;
	}
	for (size_t i = 0; i < s->c->option_count; i++) {
		data->min = fmin(data->min, criterion->scores[i].value);
		data->max = fmax(data->max, criterion->scores[i].value);
	}
	if (data->max <= data->min)
		data->max = data->min + 1;
}

static bool any_scored(const struct subject *s, size_t j)
{
	const struct score *scores = s->c->criteria[j].scores;

	for (size_t i = 0; scores && i < s->c->option_count; i++)
		if (!isnan(scores[i].value))
			return true;
	return false;
}

static struct str chart_id(const struct subject *s, const char *kind,
			   struct str id)
{
	return arena_printf(s->arena, "%s-%.*s", kind, STR_ARG(id));
}

static double domain_max(const double *values, size_t count)
{
	double max = 0;

	for (size_t i = 0; i < count; i++)
		max = fmax(max, values[i]);
	return max > 0 ? max : 1;
}
