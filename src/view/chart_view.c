#include "view/chart_view.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "view/catalogue.h"
#include "view/chart_parts.h"
#include "view/criterion_view.h"
#include "view/parts.h"
#include "view/result_view.h"

static void draw_the_lead(const struct subject *s, struct chart_data *data);
static struct str chart_url(const struct subject *s, const struct chart *chart,
			    const char *form);
static struct str address_of(const struct subject *s,
			     const struct chart *chart);
static struct str cite_of(const struct subject *s, const struct chart *chart);
static void put_cell(const struct value *cell, bool follows, struct buf *to);
static bool has_cells(const struct chart_data *data);
static bool options_are_rows(const struct chart_data *data);
static const struct value *columns_view(const struct subject *s,
					const struct chart_data *data,
					struct str first_column);
static const struct value *rows_view(const struct subject *s,
				     const struct chart_data *data);
static void add_heads(const struct subject *s, const struct series *series,
		      struct value *list);
static void add_cells(const struct series *series, size_t category,
		      struct value *cells, struct arena *arena);
static double domain_max(const double *values, size_t count);

/* The best first, as the rankings beside it have them. */
struct chart *scoreboard_chart(const struct subject *s)
{
	const struct scoring *scoring = &s->c->scoring;
	bool points = scoring->method == METHOD_POINTS;
	struct series *options, *series;
	struct chart *chart;

	if (!s->r->judged)
		return NULL;
	chart = chart_new(s, CHART_BARS, STR("scoreboard"),
			  WORD_CHART_SCOREBOARD);
	options = chart_series(s, 1);
	series = arena_array(s->arena, struct series, s->c->option_count);
	for (size_t k = 0; k < s->c->option_count; k++) {
		size_t i = s->r->order[k];

		series[k] = options[i];
		chart_set(&series[k], 0, s->r->totals[i],
			  subject_option_total(s, i));
		series[k].best[0] = s->r->leader == i;
		chart_set_coverage(s, &chart->data, &series[k], i);
	}
	chart->data.description = phrase(s->phrases, WORD_TOTALS_TEXT);
	chart_finding(chart, result_headline(s));
	chart->data.max = 1;
	if (!points)
		chart_scale_ends(s, &chart->data);
	chart_finish(s, chart, series, WORD_COLUMN_TOTAL);
	return chart;
}

struct chart *tally_chart(const struct subject *s)
{
	size_t count = s->c->criterion_count, options = s->c->option_count;
	struct series *series;
	struct chart *chart;

	if (!s->r->judged || s->c->scoring.method != METHOD_POINTS)
		return NULL;
	chart = chart_new(s, CHART_TALLY, STR("tally"), WORD_CHART_TALLY);
	chart->data.categories = chart_criterion_titles(s, NULL, count);
	chart->data.category_count = count;
	series = chart_series(s, count);
	for (size_t i = 0; i < options; i++)
		for (size_t j = 0; j < count; j++) {
			double points = s->r->tally[j * options + i];

			chart_set(&series[i], j, points,
				  subject_total(s, points));
		}
	chart->data.description =
		PHRASE(s->phrases, WORD_CHART_TALLY_TEXT, s->arena,
		       { "tally", tally_sentence(s, count - 1) });
	chart->data.max =
		domain_max(s->r->tally + (count - 1) * options, options);
	chart_finish(s, chart, series, WORD_COLUMN_CRITERION);
	return chart;
}

struct chart *option_chart(const struct subject *s, size_t i)
{
	size_t count = s->c->criterion_count;
	struct series *series;
	struct chart *chart;

	assert(i < s->c->option_count);
	if (!s->c->scored || !count)
		return NULL;
	chart = chart_new(s, CHART_DOTS,
			  chart_id(s, "option", s->c->options[i].id),
			  WORD_CHART_OPTION);
	chart->data.title = PHRASE(s->phrases, WORD_CHART_OPTION, s->arena,
				   { "name", s->c->options[i].name.str });
	chart->data.categories = chart_score_titles(s, NULL, count);
	chart->data.category_count = count;
	series = chart_series(s, count);
	series += i;
	for (size_t j = 0; j < count; j++)
		chart_set_score(s, series, j, j, i);
	chart->data.description = phrase(s->phrases, WORD_CHART_CRITERIA_TEXT);
	chart->data.max = 1;
	chart->data.series_count = 1;
	chart_finish(s, chart, series, WORD_COLUMN_CRITERION);
	return chart;
}

double chart_utility(const struct subject *s, size_t j, size_t i)
{
	const struct score *scores = s->c->criteria[j].scores;

	return !scores || isnan(scores[i].value)
		       ? NAN
		       : s->r->utilities[j * s->c->option_count + i];
}

size_t *chart_gap_order(const struct subject *s)
{
	size_t count = s->c->criterion_count;
	double *gaps = arena_array(s->arena, double, count);

	for (size_t j = 0; j < count; j++) {
		double least = INFINITY, most = -INFINITY;

		for (size_t i = 0; i < s->c->option_count; i++) {
			least = fmin(least, chart_utility(s, j, i));
			most = fmax(most, chart_utility(s, j, i));
		}
		gaps[j] = isfinite(most) ? most - least : -1;
	}
	return order_by_value(gaps, count, s->arena);
}

const struct value *chart_value(const struct chart *chart)
{
	return chart ? chart->object : value_null();
}

struct chart *chart_new(const struct subject *s, enum chart_kind kind,
			struct str id, enum word_id title)
{
	static const struct str NO_CATEGORY[] = { { "", 0 } };
	struct chart *chart = arena_new(s->arena, struct chart);

	chart->kind = kind;
	chart->id = id;
	chart->name = chart->data.title = phrase(s->phrases, title);
	chart->data.missing = phrase(s->phrases, WORD_NOT_SCORED);
	chart->data.categories = NO_CATEGORY;
	chart->data.category_count = 1;
	chart->data.series_count = s->c->option_count;
	chart->data.mark = NAN;
	return chart;
}

struct series *chart_series(const struct subject *s, size_t categories)
{
	size_t count = s->c->option_count;
	struct series *series = chart_plain_series(s, count, categories);

	for (size_t i = 0; i < count; i++) {
		series[i].name = s->c->options[i].name.str;
		series[i].short_name = s->c->options[i].short_name.str;
		series[i].slot = i;
		series[i].leads = s->r->judged && s->r->leader == i;
	}
	return series;
}

struct series *chart_plain_series(const struct subject *s, size_t count,
				  size_t categories)
{
	struct series *series = arena_array(s->arena, struct series, count);

	for (size_t i = 0; i < count; i++)
		series[i] = (struct series){
			.slot = SLOT_NONE,
			.values = arena_array(s->arena, double, categories),
			.labels = arena_array(s->arena, struct str, categories),
			.best = arena_array(s->arena, bool, categories),
		};
	return series;
}

void chart_set(struct series *series, size_t category, double value,
	       struct str label)
{
	series->values[category] = value;
	series->labels[category] = label;
}

void chart_set_score(const struct subject *s, struct series *series,
		     size_t category, size_t j, size_t i)
{
	chart_set(series, category, chart_utility(s, j, i),
		  chart_score(s, j, i));
	series->best[category] = s->r->wins[j * s->c->option_count + i];
}

void chart_set_coverage(const struct subject *s, struct chart_data *data,
			struct series *series, size_t i)
{
	double share = s->r->contest.coverage[i];

	if (s->c->scoring.missing != MISSING_AVAILABLE)
		return;
	series->note = subject_total_on(s, i);
	series->coverage = subject_part(s, share);
	if (series->note.len)
		data->coverage_head = phrase(s->phrases, WORD_COVERAGE);
}

struct str chart_no_mean(const struct subject *s, struct str group, size_t i)
{
	bool scored = false;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		scored |= str_equals(s->c->criteria[j].group.str, group) &&
			  !isnan(chart_utility(s, j, i));
	return phrase(s->phrases, scored ? WORD_NOT_COUNTED : WORD_NOT_SCORED);
}

void chart_scale_ends(const struct subject *s, struct chart_data *data)
{
	const struct scoring *scoring = &s->c->scoring;

	if (scoring->min == 0)
		return;
	data->low_end = phrase_number(s->phrases, scoring->min, 2, s->arena);
	data->high_end = phrase_number(s->phrases, scoring->max, 2, s->arena);
}

void chart_finish(const struct subject *s, struct chart *chart,
		  struct series *series, enum word_id first_column)
{
	static const struct value EMPTY = { .kind = VALUE_MARKUP };
	struct arena *arena = s->arena;
	struct value *o = value_object(arena);

	chart->data.series = series;
	draw_the_lead(s, &chart->data);
	chart->wide = arena_new(arena, struct value);
	chart->narrow = arena_new(arena, struct value);
	*chart->wide = *chart->narrow = EMPTY;
	value_set_text(o, "id", chart->id);
	value_set_text(o, "title", chart->data.title);
	value_set_text(o, "name", chart->name);
	value_set_text(o, "finding",
		       str_equals(chart->name, chart->data.title)
			       ? STR("")
			       : chart->data.title);
	value_set_text(o, "description", chart->data.description);
	value_set(o, "wide", chart->wide);
	value_set(o, "narrow", chart->narrow);
	value_set_text(o, "file_url", chart_url(s, chart, "svg"));
	value_set_text(o, "embed_url",
		       chart->home.len ? STR("") : address_of(s, chart));
	chart->columns =
		columns_view(s, &chart->data, phrase(s->phrases, first_column));
	chart->rows = rows_view(s, &chart->data);
	value_set(o, "columns", chart->columns);
	value_set(o, "rows", chart->rows);
	value_set_text(o, "csv_url", chart_url(s, chart, "csv"));
	value_set_text(o, "png_url",
		       s->site->pictures & PICTURE_INFOGRAPHICS &&
				       chart_has_png(chart)
			       ? chart_url(s, chart, "png")
			       : STR(""));
	value_set_text(o, "cite", cite_of(s, chart));
	chart->object = o;
}

bool chart_any_score(const struct subject *s)
{
	return s->c->scored && s->r->gaps.never_count < s->c->option_count;
}

void chart_finding(struct chart *chart, struct str finding)
{
	if (finding.len)
		chart->data.title = finding;
}

void chart_says_which(const struct subject *s, struct chart *chart,
		      size_t shown)
{
	if (shown < s->r->ranked)
		chart->data.description =
			phrase_join(s->phrases, chart->data.description,
				    catalogue_lead_sentence(s), s->arena);
}

struct str chart_short(const struct subject *s, size_t option)
{
	const struct option *o = &s->c->options[option];

	return o->short_name.str.len ? o->short_name.str : o->name.str;
}

/* Those of the scoreboard; each criterion and option has its own besides. */
bool chart_has_png(const struct chart *chart)
{
	return !str_starts(chart->id, "criterion-") &&
	       !str_starts(chart->id, "option-");
}

/* A table in commas, as RFC 4180 has it. */
struct str chart_csv(const struct chart *chart, struct arena *arena)
{
	const struct value *columns = chart->columns, *rows = chart->rows;
	struct buf buf = { 0 };
	struct str made;

	for (size_t k = 0; k < columns->as.list.count; k++)
		put_cell(columns->as.list.items[k], k > 0, &buf);
	buf_text(&buf, "\r\n");
	for (size_t k = 0; k < rows->as.list.count; k++) {
		const struct value *row = rows->as.list.items[k];
		const struct value *cells = value_find(row, STR("cells"));

		put_cell(value_find(row, STR("label")), false, &buf);
		for (size_t i = 0; i < cells->as.list.count; i++)
			put_cell(cells->as.list.items[i], true, &buf);
		buf_text(&buf, "\r\n");
	}
	made = buf_copy(&buf, arena);
	buf_release(&buf);
	return made;
}

static void put_cell(const struct value *cell, bool follows, struct buf *to)
{
	struct str text = cell->kind == VALUE_TEXT ? cell->as.text : STR("");
	bool quoted = false;

	for (size_t i = 0; i < text.len; i++)
		quoted |= strchr(",\"\r\n", text.ptr[i]) != NULL;
	if (follows)
		buf_char(to, ',');
	if (quoted)
		buf_char(to, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '"')
			buf_char(to, '"');
		buf_char(to, text.ptr[i]);
	}
	if (quoted)
		buf_char(to, '"');
}

/* Empty where it is no file. */
static struct str chart_url(const struct subject *s, const struct chart *chart,
			    const char *form)
{
	if (chart->home.len)
		return STR("");
	return subject_file_url(s, arena_printf(s->arena, "charts/%.*s.%s",
						STR_ARG(chart->id), form)
					   .ptr);
}

/* Where it is seen, from elsewhere; empty without the site's address. */
static struct str address_of(const struct subject *s, const struct chart *chart)
{
	struct str base = s->site->base_url.str;

	if (!base.len)
		return base;
	if (chart->home.len)
		return ARENA_JOIN(s->arena, base, s->c->slug, STR("/"),
				  chart->home, STR("/"));
	return ARENA_JOIN(s->arena, base, s->c->slug, STR("/charts/"),
			  chart->id, STR(".svg"));
}

/* A line for those who use it: title, comparison, site, date, address. */
static struct str cite_of(const struct subject *s, const struct chart *chart)
{
	struct str address = address_of(s, chart);
	struct str date =
		phrase_date(s->phrases,
			    s->c->updated.year ? s->c->updated : s->c->date,
			    s->arena);
	struct str cite =
		PHRASE(s->phrases, date.len ? WORD_CITE : WORD_CITE_UNDATED,
		       s->arena, { "chart", chart->data.title },
		       { "comparison", s->c->title.str },
		       { "site", s->site->title.str }, { "date", date });

	if (!address.len)
		return cite;
	return PHRASE(s->phrases, WORD_CITE_AT, s->arena, { "cite", cite },
		      { "address", address });
}

/* Where the series are all options, and these are many. */
static void draw_the_lead(const struct subject *s, struct chart_data *data)
{
	const struct series *all = data->series;
	size_t count = s->c->option_count;
	struct series *drawn;
	const size_t *options;

	if (data->series_count != count || count <= CATALOGUE_LEAD ||
	    all->slot == SLOT_NONE || data->by_series)
		return;
	options = catalogue_order(s);
	drawn = arena_array(s->arena, struct series, CATALOGUE_LEAD);
	for (size_t k = 0; k < CATALOGUE_LEAD; k++)
		for (size_t i = 0; i < count; i++)
			if (all[i].slot == options[k])
				drawn[k] = all[i];
	data->series = drawn;
	data->series_count = CATALOGUE_LEAD;
	data->description =
		phrase_sentence(s->phrases, data->description, s->arena);
	data->description = phrase_join(s->phrases, data->description,
					catalogue_lead_sentence(s), s->arena);
}

static const struct value *columns_view(const struct subject *s,
					const struct chart_data *data,
					struct str first_column)
{
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	if (options_are_rows(data) && !data->by_series) {
		value_append(list,
			     value_text(phrase(s->phrases, WORD_COLUMN_OPTION),
					arena));
		if (data->unit.len)
			first_column = PHRASE(s->phrases, WORD_IN_UNIT, arena,
					      { "name", first_column },
					      { "unit", data->unit });
		if (data->categories[0].len)
			first_column = data->categories[0];
		value_append(list, value_text(first_column, arena));
		if (data->coverage_head.len)
			value_append(list,
				     value_text(data->coverage_head, arena));
		return list;
	}
	if (data->by_series)
		first_column = phrase(s->phrases, WORD_COLUMN_OPTION);
	value_append(list, value_text(first_column, arena));
	for (size_t k = 0; data->by_series && k < data->category_count; k++)
		value_append(list, value_text(data->categories[k], arena));
	if (data->by_series)
		return list;
	for (size_t k = 0; has_cells(data) && k < data->column_count; k++)
		value_append(list, value_text(data->columns[k].head, arena));
	if (data->series->froms)
		value_append(list,
			     value_text(phrase(s->phrases, WORD_COLUMN_NOW),
					arena));
	for (size_t i = 0; i < data->series_count; i++)
		add_heads(s, &data->series[i], list);
	return list;
}

/* Of a spread the ends, too. */
static void add_heads(const struct subject *s, const struct series *series,
		      struct value *list)
{
	struct fill fills[] = { { "name", series->name },
				{ NULL, { NULL, 0 } } };

	value_append(list, value_text(series->name, s->arena));
	if (!series->lows)
		return;
	value_append(list,
		     value_text(phrase_of(s->phrases, WORD_CHART_JUDGES_LOW,
					  fills, s->arena),
				s->arena));
	value_append(list,
		     value_text(phrase_of(s->phrases, WORD_CHART_JUDGES_HIGH,
					  fills, s->arena),
				s->arena));
}

static const struct value *rows_view(const struct subject *s,
				     const struct chart_data *data)
{
	bool single = options_are_rows(data);
	size_t rows = single ? data->series_count : data->category_count;
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t k = 0; k < rows; k++) {
		struct value *row = value_add_object(list);
		struct value *cells = value_list(arena);
		size_t count =
			single ? data->category_count : data->series_count;

		value_set_text(row, "label",
			       single ? data->series[k].name
				      : data->categories[k]);
		for (size_t i = 0; has_cells(data) && i < data->column_count;
		     i++)
			value_append(cells,
				     value_text(data->columns[i].cells[k],
						arena));
		if (data->series->froms)
			value_append(cells,
				     value_text(data->series->froms[k], arena));
		for (size_t i = 0; i < count; i++)
			add_cells(&data->series[single ? k : i], single ? i : k,
				  cells, arena);
		if (single && data->coverage_head.len)
			value_append(cells, value_text(data->series[k].coverage,
						       arena));
		value_set(row, "cells", cells);
	}
	return list;
}

static void add_cells(const struct series *series, size_t category,
		      struct value *cells, struct arena *arena)
{
	value_append(cells, value_text(series->labels[category], arena));
	if (!series->lows)
		return;
	value_append(cells, value_text(series->lows[category], arena));
	value_append(cells, value_text(series->highs[category], arena));
}

/*
 * Of one category with nothing beside its values; else the categories are the
 * rows, and the series the columns.
 */
static bool options_are_rows(const struct chart_data *data)
{
	const struct series *first = data->series;

	return data->by_series ||
	       (data->category_count == 1 && first->slot != SLOT_NONE &&
		!first->froms && !first->lows && !has_cells(data));
}

/* Columns beside the rows belong to them, those beside series do not. */
static bool has_cells(const struct chart_data *data)
{
	return data->columns && !data->columns->of_series;
}

struct str *chart_criterion_titles(const struct subject *s, const size_t *order,
				   size_t count)
{
	struct str *titles = arena_array(s->arena, struct str, count);

	for (size_t k = 0; k < count; k++)
		titles[k] = s->c->criteria[order ? order[k] : k].title.str;
	return titles;
}

struct str *chart_score_titles(const struct subject *s, const size_t *order,
			       size_t count)
{
	struct str *titles = chart_criterion_titles(s, order, count);

	for (size_t k = 0; k < count; k++) {
		size_t j = order ? order[k] : k;

		if (subject_unit_is_long(s, j))
			titles[k] = PHRASE(
				s->phrases, WORD_IN_UNIT, s->arena,
				{ "name", titles[k] },
				{ "unit", s->c->criteria[j].measure.unit.str });
	}
	return titles;
}

struct str chart_score(const struct subject *s, size_t j, size_t i)
{
	const struct score *scores = s->c->criteria[j].scores;

	if (!scores)
		return phrase(s->phrases, WORD_NOT_SCORED);
	return subject_chart_value(s, j, scores[i].value, scores[i].answer);
}

struct str chart_id(const struct subject *s, const char *kind, struct str id)
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
