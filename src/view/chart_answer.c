#include <math.h>

#include "judge/utility.h"
#include "view/answer.h"
#include "view/catalogue.h"
#include "view/chart_parts.h"
#include "view/contest_view.h"
#include "view/parts.h"

enum {
	TICKS = 5,
	PULLS_LEAST = 8, /* so many at least have a row of their own */
	PULLS_MOST = 16,
	TURN_MOST = 12,
	SIDE_MOST = 8, /* rows of a kind; of more, the four at either end */
};

/* Of the whole: a smaller pull is told together with the others like it. */
static const double PULL_LEAST = 0.005;

/* The rows of the chart of pulls: its series and columns, to be filled. */
struct pull_table {
	size_t options[2]; /* a series and a column of scores each */
	struct series *series;
	struct str *titles, *weights, *scores[2];
	bool *bold[2], *rules;
	size_t rows;
};

/* One row of the chart of what else could have been judged. */
struct sure_row {
	struct str name, note;
	const struct remainder *left;
	bool rule; /* a line over it */
};

struct sure_rows {
	struct sure_row *items;
	size_t count;
	bool is_cut; /* not all of a kind */
};

static void set_axis(const struct subject *s, struct chart_data *data,
		     const struct axis *axis, bool percent);
static struct axis lead_axis(const struct subject *s, size_t drawn, double unit,
			     double from);
static void set_band(const struct subject *s, struct chart_data *data,
		     double first, double unit);
static struct str lead_text(const struct subject *s, const struct axis *axis);
static struct chart *pulls_chart(const struct subject *s,
				 const struct pulls *pulls);
static struct pull_table pull_table_of(const struct subject *s,
				       const struct pulls *pulls,
				       struct chart_data *data);
static const size_t *pull_order(const struct subject *s, const double *of);
static size_t pull_rows(const struct pulls *pulls, const double *of,
			const size_t *order, size_t count, size_t *shown);
static double least_shown(const struct pulls *pulls, const double *of,
			  size_t count);
static double weakest_pull(const double *of, size_t count, double least);
static size_t pulls_from(const double *of, size_t count, double least);
static bool may_leave_out(double weakest, size_t kept, size_t fewer);
static double weak_pulls(const double *of, size_t count, const size_t *shown,
			 size_t kept);
static void add_pull(const struct subject *s, struct pull_table *t, size_t j,
		     double pull);
static void add_pull_rest(const struct subject *s, struct pull_table *t,
			  size_t count, double rest);
static void add_pull_sum(const struct subject *s, struct pull_table *t);
static void add_pull_row(const struct subject *s, struct pull_table *t,
			 struct str title, double pull);
static struct str pulls_text(const struct subject *s,
			     const struct pulls *pulls);
static struct chart *parts_chart(const struct subject *s);
static struct series *parts_series(const struct subject *s,
				   const struct bundles *b, size_t count);
static void mark_largest_parts(struct series *series, size_t count,
			       size_t bundles);
static struct chart_column *totals_column(const struct subject *s,
					  size_t count);
static struct str parts_text(const struct subject *s);
static struct series *turn_series(const struct subject *s, const size_t *order,
				  size_t rows);
static struct chart_column *turn_columns(const struct subject *s,
					 const size_t *order, size_t rows);
static void turn_as_percent(const struct subject *s, struct series *series,
			    size_t rows, struct chart_data *data);
static struct str turn_text(const struct subject *s, size_t rows, size_t flips);
static struct sure_rows sure_rows_of(const struct subject *s,
				     const struct remainder *whole);
static void add_judges(const struct subject *s, struct sure_rows *rows);
static void add_omissions(const struct subject *s, struct sure_rows *rows,
			  enum omission_kind kind);
static void add_row(const struct subject *s, struct sure_rows *rows,
		    struct sure_row row);
static void add_ends(const struct subject *s, struct sure_rows *rows,
		     const struct sure_row *items, size_t count);
static double standing(const struct remainder *left);
static void set_pieces(const struct subject *s, struct chart_data *data);
static struct str sure_limit(const struct subject *s);
static struct str signed_weight(const struct subject *s, double change);
static struct str sure_label(const struct subject *s,
			     const struct remainder *left, bool two);
static void sure_heads(const struct subject *s, const struct sure_rows *rows,
		       bool two, struct chart_data *data);
static void sure_bars(const struct subject *s, const struct sure_rows *rows,
		      bool two, struct series *series, struct chart_data *data);
static struct str sure_text(const struct subject *s,
			    const struct sure_rows *rows, bool two);
static struct str sure_number(const struct subject *s,
			      const struct remainder *left, double lead);

/* At most ten, the best first; those without a rank have no place there. */
struct chart *lead_chart(const struct subject *s)
{
	const struct result *r = s->r;
	bool shares = subject_totals_are_shares(s);
	bool points = s->c->scoring.method == METHOD_POINTS;
	double unit = answer_unit(s), from = points ? 0 : s->c->scoring.min;
	size_t count = r->ranked < CATALOGUE_LEAD ? r->ranked : CATALOGUE_LEAD;
	struct series *all, *series;
	struct chart *chart;
	struct axis axis;

	if (!r->judged || !r->ranked)
		return NULL;
	chart = chart_new(s, CHART_LEAD, STR("lead"), WORD_CHART_LEAD);
	all = chart_series(s, 1);
	series = arena_array(s->arena, struct series, count);
	for (size_t k = 0; k < count; k++) {
		size_t i = r->order[k];

		series[k] = all[i];
		chart_set(&series[k], 0, from + r->totals[i] * unit,
			  answer_total(s, i));
		series[k].best[0] = series[k].leads = i == r->first;
		chart_set_coverage(s, &chart->data, &series[k], i);
	}
	axis = lead_axis(s, count, unit, from);
	set_axis(s, &chart->data, &axis, shares);
	set_band(s, &chart->data, series->values[0], unit);
	if (r->ranked == 2 && r->first < r->option_count)
		chart->data.lead_label =
			PHRASE(s->phrases, WORD_AHEAD_OF_ALL, s->arena,
			       { "n", answer_lead(s, r->margin) });
	chart->data.series_count = count;
	chart->data.description = lead_text(s, &axis);
	chart_says_which(s, chart, count);
	chart_finding(chart, answer_ahead(s));
	chart_finish(s, chart, series, WORD_COLUMN_TOTAL);
	return chart;
}

/* Around the totals and the band, and on the scale. */
static struct axis lead_axis(const struct subject *s, size_t drawn, double unit,
			     double from)
{
	const struct result *r = s->r;
	double high = from + r->totals[r->order[0]] * unit, low = high, pad;
	struct axis axis;

	low = from + r->totals[r->order[drawn - 1]] * unit;
	if (r->ranked > 1)
		low = fmin(low, high - s->c->scoring.close * unit);
	pad = fmax((high - low) * (drawn <= 2 ? 0.9 : 0.12), unit * 0.02);
	axis = axis_of(low - pad, high + pad);
	axis.min = fmax(axis.min, from);
	axis.max = fmin(axis.max, from + unit);
	return axis;
}

static void set_band(const struct subject *s, struct chart_data *data,
		     double first, double unit)
{
	if (s->r->ranked < 2 || !(s->c->scoring.close > 0))
		return;
	data->band_low = fmax(first - s->c->scoring.close * unit, data->min);
	data->band_high = first;
	data->band_label = PHRASE(s->phrases, WORD_CHART_LEAD_BAND, s->arena,
				  { "close", answer_limit(s) });
}

/* An axis that is cut says so. */
static struct str lead_text(const struct subject *s, const struct axis *axis)
{
	const struct scoring *scoring = &s->c->scoring;
	bool shares = subject_totals_are_shares(s);
	bool points = scoring->method == METHOD_POINTS;
	double from = points ? 0 : scoring->min;
	bool cut = axis->min > from + 1e-9 ||
		   axis->max < from + answer_unit(s) - 1e-9;
	enum word_id id = shares   ? cut ? WORD_CHART_LEAD_SHARES_CUT
					 : WORD_CHART_LEAD_SHARES
			  : points ? cut ? WORD_CHART_LEAD_POINTS_CUT
					 : WORD_CHART_LEAD_POINTS
			  : cut	   ? WORD_CHART_LEAD_CUT
				   : WORD_CHART_LEAD_TEXT;
	double ends[] = { axis->min, axis->max };
	struct str words[2];

	for (size_t k = 0; k < 2; k++)
		words[k] = shares ? phrase_percent(s->phrases, ends[k] / 100,
						   axis->places, s->arena)
				  : phrase_number(s->phrases, ends[k],
						  axis->places + 2, s->arena);
	return PHRASE(s->phrases, id, s->arena,
		      { "min", subject_given(s, scoring->min) },
		      { "max", points ? phrase_number(s->phrases,
						      s->r->points_available, 2,
						      s->arena)
				      : subject_given(s, scoring->max) },
		      { "from", words[0] }, { "to", words[1] });
}

struct chart *why_chart(const struct subject *s)
{
	struct pulls pulls;

	if (!pulls_of(s, &pulls))
		return NULL;
	return s->r->ranked == 2 ? pulls_chart(s, &pulls) : parts_chart(s);
}

/* The strongest to one side first, to the other last; then what is left. */
static struct chart *pulls_chart(const struct subject *s,
				 const struct pulls *pulls)
{
	size_t n = s->c->criterion_count, kept;
	double *of = arena_array(s->arena, double, n);
	size_t *shown = arena_array(s->arena, size_t, n);
	struct chart *chart =
		chart_new(s, CHART_PULLS, STR("pulls"), WORD_CHART_PULLS);
	struct pull_table table = pull_table_of(s, pulls, &chart->data);

	for (size_t j = 0; j < n; j++)
		of[j] = pull_at(s, pulls, j);
	kept = pull_rows(pulls, of, pull_order(s, of), n, shown);
	for (size_t k = 0; k < kept; k++)
		add_pull(s, &table, shown[k], of[shown[k]]);
	if (pulls->count > kept)
		add_pull_rest(s, &table, pulls->count - kept,
			      weak_pulls(of, n, shown, kept));
	add_pull_sum(s, &table);
	chart->data.category_count = table.rows;
	chart->data.max = 1;
	chart->data.row_head = phrase(s->phrases, WORD_COLUMN_CRITERION);
	chart->data.low_end =
		PHRASE(s->phrases, WORD_CHART_PULLS_LEFT, s->arena,
		       { "name", chart_short(s, pulls->other) });
	chart->data.high_end =
		PHRASE(s->phrases, WORD_CHART_PULLS_RIGHT, s->arena,
		       { "name", chart_short(s, pulls->one) });
	chart->data.description = pulls_text(s, pulls);
	chart_finding(chart, answer_why(s));
	chart_finish(s, chart, table.series, WORD_COLUMN_CRITERION);
	return chart;
}

/* Without rows, of which there are two more than criteria at the most. */
static struct pull_table pull_table_of(const struct subject *s,
				       const struct pulls *pulls,
				       struct chart_data *data)
{
	size_t most = s->c->criterion_count + 2;
	struct pull_table t = {
		.options = { pulls->one, pulls->other },
		.series = arena_array(s->arena, struct series, 2),
		.titles = arena_array(s->arena, struct str, most),
		.weights = arena_array(s->arena, struct str, most),
		.rules = arena_array(s->arena, bool, most),
	};
	struct series *all = chart_series(s, most);
	struct chart_column *columns =
		arena_array(s->arena, struct chart_column, 3);

	columns[0].head = phrase(s->phrases, WORD_COLUMN_WEIGHT);
	columns[0].cells = t.weights;
	for (size_t k = 0; k < 2; k++) {
		struct str name = chart_short(s, t.options[k]);

		t.series[k] = all[t.options[k]];
		t.series[k].name = PHRASE(s->phrases, WORD_CHART_PULLS_TO,
					  s->arena, { "name", name });
		columns[k + 1].head = name;
		columns[k + 1].cells = t.scores[k] =
			arena_array(s->arena, struct str, most);
		columns[k + 1].bold = t.bold[k] =
			arena_array(s->arena, bool, most);
	}
	data->columns = columns;
	data->column_count = 3;
	data->categories = t.titles;
	data->rules = t.rules;
	data->series_count = 2;
	return t;
}

/* Those that do not count last. */
static const size_t *pull_order(const struct subject *s, const double *of)
{
	size_t n = s->c->criterion_count;
	double *signs = arena_array(s->arena, double, n);

	for (size_t j = 0; j < n; j++)
		signs[j] = isnan(of[j]) ? -INFINITY : of[j];
	return order_by_value(signs, n, s->arena);
}

/*
 * Those with a row of their own, in the order given: all but the weak ones,
 * which then are two at the least.
 */
static size_t pull_rows(const struct pulls *pulls, const double *of,
			const size_t *order, size_t count, size_t *shown)
{
	double least = least_shown(pulls, of, count);
	size_t kept = pulls_from(of, count, least);

	if (pulls->count - kept == 1 || !kept)
		least = 0;
	kept = 0;
	for (size_t k = 0; k < count; k++)
		if (fabs(of[order[k]]) >= least)
			shown[kept++] = order[k];
	return kept;
}

/* The weakest pull that has a row of its own; 0: every one has. */
static double least_shown(const struct pulls *pulls, const double *of,
			  size_t count)
{
	size_t kept = pulls->count;
	double least = 0;

	do {
		double weakest = weakest_pull(of, count, least);
		double above = nextafter(weakest, INFINITY);
		size_t fewer = pulls_from(of, count, above);

		if (weakest > 0 && !may_leave_out(weakest, kept, fewer))
			break;
		kept = fewer;
		least = above;
	} while (kept > PULLS_LEAST);
	return least;
}

/* Of those that are not below `least`. */
static double weakest_pull(const double *of, size_t count, double least)
{
	double weakest = INFINITY;

	for (size_t j = 0; j < count; j++)
		if (fabs(of[j]) >= least)
			weakest = fmin(weakest, fabs(of[j]));
	return weakest;
}

static size_t pulls_from(const double *of, size_t count, double least)
{
	size_t found = 0;

	for (size_t j = 0; j < count; j++)
		found += fabs(of[j]) >= least;
	return found;
}

/* Whether the weakest of `kept` rows may go, which leaves `fewer`. */
static bool may_leave_out(double weakest, size_t kept, size_t fewer)
{
	if (kept > PULLS_MOST)
		return fewer > 0;
	return weakest < PULL_LEAST && fewer >= PULLS_LEAST;
}

/* What is left of all when those shown are taken away. */
static double weak_pulls(const double *of, size_t count, const size_t *shown,
			 size_t kept)
{
	double rest = 0;

	for (size_t j = 0; j < count; j++)
		rest += isnan(of[j]) ? 0 : of[j];
	for (size_t k = 0; k < kept; k++)
		rest -= of[shown[k]];
	return rest;
}

static void add_pull(const struct subject *s, struct pull_table *t, size_t j,
		     double pull)
{
	t->weights[t->rows] = subject_weight_share(
		s, s->r->sensitivity[j].weight, subject_weighs_alone(s, NULL));
	for (size_t k = 0; k < 2; k++) {
		size_t i = t->options[k];

		t->scores[k][t->rows] = chart_score(s, j, i);
		t->bold[k][t->rows] = s->r->wins[j * s->c->option_count + i];
	}
	add_pull_row(s, t, s->c->criteria[j].title.str, pull);
}

static void add_pull_rest(const struct subject *s, struct pull_table *t,
			  size_t count, double rest)
{
	add_pull_row(s, t,
		     phrase_count(s->phrases, PLURAL_CHART_PULLS_REST, count,
				  s->arena),
		     rest);
}

/* Under a line: both totals, and by how much one is ahead. */
static void add_pull_sum(const struct subject *s, struct pull_table *t)
{
	for (size_t k = 0; k < 2; k++) {
		t->scores[k][t->rows] = answer_total(s, t->options[k]);
		t->bold[k][t->rows] = true;
	}
	t->rules[t->rows] = true;
	add_pull_row(s, t, phrase(s->phrases, WORD_CHART_PULLS_SUM),
		     s->r->margin);
}

/* To the first series, or, below 0, to the second. */
static void add_pull_row(const struct subject *s, struct pull_table *t,
			 struct str title, double pull)
{
	bool back = pull < 0;

	t->titles[t->rows] = title;
	chart_set(&t->series[back], t->rows, fabs(pull),
		  answer_number(s, fabs(pull)));
	chart_set(&t->series[!back], t->rows, NAN, STR(""));
	t->rows++;
}

static struct str pulls_text(const struct subject *s, const struct pulls *pulls)
{
	return phrase(s->phrases, s->c->scoring.method == METHOD_POINTS
					  ? WORD_CHART_PULLS_POINTS
				  : pulls_are_gaps(s, pulls->one, pulls->other)
					  ? WORD_CHART_PULLS_TEXT
					  : WORD_CHART_PULLS_PARTS);
}

static struct chart *parts_chart(const struct subject *s)
{
	const struct result *r = s->r;
	struct bundles b = bundles_of(s);
	size_t count = r->ranked < CATALOGUE_LEAD ? r->ranked : CATALOGUE_LEAD;
	struct chart *chart =
		chart_new(s, CHART_PARTS, STR("parts"), WORD_CHART_PARTS);
	struct series *series = parts_series(s, &b, count);
	struct str *titles = arena_array(s->arena, struct str, BUNDLES);

	for (size_t k = 0; k < b.count; k++)
		titles[k] = b.titles[k];
	mark_largest_parts(series, count, b.count);
	chart->data.columns = totals_column(s, count);
	chart->data.column_count = 1;
	chart->data.categories = titles;
	chart->data.category_count = b.count;
	chart->data.series_count = count;
	chart->data.max = 1;
	chart->data.description = parts_text(s);
	chart_says_which(s, chart, count);
	chart_finding(chart, answer_why(s));
	chart_finish(s, chart, series,
		     b.single ? WORD_COLUMN_CRITERION : WORD_COLUMN_GROUP);
	return chart;
}

/* The options that lead, and what each bundle adds to their totals. */
static struct series *parts_series(const struct subject *s,
				   const struct bundles *b, size_t count)
{
	struct series *all = chart_series(s, b->count);
	struct series *series = arena_array(s->arena, struct series, count);

	for (size_t k = 0; k < count; k++) {
		size_t i = s->r->order[k];

		series[k] = all[i];
		series[k].leads = i == s->r->first;
		for (size_t g = 0; g < b->count; g++) {
			double part = bundle_part(s, b, g, i);

			chart_set(&series[k], g, part, answer_number(s, part));
		}
	}
	return series;
}

/* Of each bundle; equals share the mark, and a part of nothing has none. */
static void mark_largest_parts(struct series *series, size_t count,
			       size_t bundles)
{
	for (size_t g = 0; g < bundles; g++) {
		double most = 0;

		for (size_t k = 0; k < count; k++)
			most = fmax(most, series[k].values[g]);
		for (size_t k = 0; k < count; k++)
			series[k].best[g] =
				most > 0 &&
				series[k].values[g] > most - UTILITY_EQUAL;
	}
}

static struct chart_column *totals_column(const struct subject *s, size_t count)
{
	struct str *totals = arena_array(s->arena, struct str, count);
	struct chart_column *column = arena_new(s->arena, struct chart_column);

	for (size_t k = 0; k < count; k++)
		totals[k] = answer_total(s, s->r->order[k]);
	column->head = phrase(s->phrases, WORD_COLUMN_TOTAL);
	column->cells = totals;
	column->of_series = true;
	return column;
}

static struct str parts_text(const struct subject *s)
{
	const struct scoring *scoring = &s->c->scoring;
	bool above = scoring->method != METHOD_POINTS && scoring->min != 0;
	enum word_id id = s->r->first >= s->r->option_count
				  ? WORD_CHART_PARTS_TIE
			  : above ? WORD_CHART_PARTS_ABOVE
				  : WORD_CHART_PARTS_TEXT;

	return PHRASE(s->phrases, id, s->arena,
		      { "name", s->c->options[s->r->order[0]].name.str },
		      { "min", subject_given(s, scoring->min) });
}

/* Only what flips; what does not is a sentence. */
struct chart *turn_chart(const struct subject *s)
{
	const struct result *r = s->r;
	size_t rows, flips;
	const size_t *order;
	struct chart *chart;
	struct series *series;

	if (!r->judged || r->first >= r->option_count || r->ranked < 2)
		return NULL;
	order = turn_order(s, &flips);
	if (!flips)
		return NULL;
	rows = flips < TURN_MOST ? flips : TURN_MOST;
	chart = chart_new(s, CHART_REACH, STR("turn"), WORD_CHART_TURN);
	series = turn_series(s, order, rows);
	turn_as_percent(s, series, rows, &chart->data);
	chart->data.categories = chart_criterion_titles(s, order, rows);
	chart->data.category_count = rows;
	chart->data.series_count = 1;
	chart->data.columns = turn_columns(s, order, rows);
	chart->data.column_count = 2;
	chart->data.row_head = phrase(s->phrases, WORD_COLUMN_CRITERION);
	chart->data.description = turn_text(s, rows, flips);
	chart_finding(chart, answer_turn(s));
	chart_finish(s, chart, series, WORD_COLUMN_CRITERION);
	return chart;
}

/* From the weight to the one at which another option leads: its colour. */
static struct series *turn_series(const struct subject *s, const size_t *order,
				  size_t rows)
{
	struct series *series = chart_plain_series(s, 1, rows);

	series->name = phrase(s->phrases, WORD_COLUMN_TURN);
	series->low = arena_array(s->arena, double, rows);
	series->froms = arena_array(s->arena, struct str, rows);
	series->slots = arena_array(s->arena, size_t, rows);
	for (size_t k = 0; k < rows; k++) {
		const struct switch_point *at = &s->r->sensitivity[order[k]];
		double to = turn_weight(at);
		bool one = !at->together && at->to < s->r->option_count;

		series->low[k] = at->weight;
		series->froms[k] = subject_weight_share(
			s, at->weight, subject_weighs_alone(s, NULL));
		series->slots[k] = one ? at->to : SLOT_NONE;
		chart_set(series, k, to, subject_weight_share(s, to, to == 1));
	}
	return series;
}

/* By how much the weight changes, and who leads then. */
static struct chart_column *turn_columns(const struct subject *s,
					 const size_t *order, size_t rows)
{
	struct chart_column *columns =
		arena_array(s->arena, struct chart_column, 2);
	struct str *changes = arena_array(s->arena, struct str, rows);
	struct str *leaders = arena_array(s->arena, struct str, rows);

	for (size_t k = 0; k < rows; k++) {
		const struct switch_point *at = &s->r->sensitivity[order[k]];

		changes[k] = signed_weight(s, turn_weight(at) - at->weight);
		leaders[k] = at->together ? option_names(s, at->together)
			     : at->to < s->r->option_count
				     ? chart_short(s, at->to)
				     : STR("");
	}
	columns[0].head = phrase(s->phrases, WORD_CHART_TURN_CHANGE);
	columns[0].cells = changes;
	columns[1].head = phrase(s->phrases, WORD_CHART_TURN_THEN);
	columns[1].cells = leaders;
	return columns;
}

/* The axis, of one per cent at the least, and the weights on it. */
static void turn_as_percent(const struct subject *s, struct series *series,
			    size_t rows, struct chart_data *data)
{
	double most = 0;
	struct axis axis;

	for (size_t k = 0; k < rows; k++)
		most = fmax(most, fmax(series->values[k], series->low[k]));
	axis = axis_of(0, fmax(most * 100, 1));
	axis.max = fmin(axis.max, 100);
	set_axis(s, data, &axis, true);
	for (size_t k = 0; k < rows; k++) {
		series->low[k] *= 100;
		series->values[k] *= 100;
	}
}

static struct str turn_text(const struct subject *s, size_t rows, size_t flips)
{
	if (rows == flips)
		return phrase(s->phrases, WORD_CHART_TURN_TEXT);
	return PHRASE(s->phrases, WORD_CHART_TURN_CUT, s->arena,
		      { "n", subject_count(s, rows) },
		      { "of", subject_count(s, flips) });
}

/* Of two options the lead of the first; of more that of whoever leads. */
struct chart *sure_chart(const struct subject *s)
{
	const struct result *r = s->r;
	bool two = r->ranked == 2 && s->c->option_count == 2;
	struct remainder whole = { .judged = true,
				   .ranked = r->ranked,
				   .first = r->first,
				   .leader = r->leader,
				   .margin = r->margin,
				   .ahead = r->margin,
				   .close = r->close };
	struct sure_rows rows;
	struct chart *chart;
	struct series *series;

	if (!r->judged || r->ranked < 2)
		return NULL;
	two &= r->first < r->option_count;
	rows = sure_rows_of(s, &whole);
	/* Of nothing else but weightings where nothing is left out. */
	chart = chart_new(s, CHART_REACH, STR("sure"),
			  rows.count > 1 ? WORD_CHART_SURE
					 : WORD_POSTER_SURE_TITLE);
	series = chart_plain_series(s, 1, rows.count);
	series->name = phrase(s->phrases, WORD_CHART_SURE_LEAD);
	sure_heads(s, &rows, two, &chart->data);
	sure_bars(s, &rows, two, series, &chart->data);
	set_pieces(s, &chart->data);
	chart->data.series_count = 1;
	chart->data.description = sure_text(s, &rows, two);
	chart_finding(chart, answer_sure_title(s));
	chart_finish(s, chart, series, WORD_COLUMN_WITHOUT);
	return chart;
}

/* What stands before and behind the bars. */
static void sure_heads(const struct subject *s, const struct sure_rows *rows,
		       bool two, struct chart_data *data)
{
	struct str *names = arena_array(s->arena, struct str, rows->count);
	struct str *notes = arena_array(s->arena, struct str, rows->count);
	bool *rules = arena_array(s->arena, bool, rows->count);
	struct chart_column *column = arena_new(s->arena, struct chart_column);

	for (size_t k = 0; k < rows->count; k++) {
		names[k] = rows->items[k].name;
		notes[k] = rows->items[k].note;
		rules[k] = rows->items[k].rule;
		data->column_count |= notes[k].len > 0;
	}
	*column = (struct chart_column){ .cells = notes };
	data->columns = column;
	data->rules = rules;
	data->categories = names;
	data->category_count = rows->count;
	data->row_head =
		two ? PHRASE(s->phrases, WORD_CHART_SURE_LEAD_OF, s->arena,
			     { "name", chart_short(s, s->r->first) })
		    : phrase(s->phrases, WORD_CHART_SURE_LEAD);
}

/* The leads, their axis, and on it the band of close calls. */
static void sure_bars(const struct subject *s, const struct sure_rows *rows,
		      bool two, struct series *series, struct chart_data *data)
{
	bool points = s->c->scoring.method == METHOD_POINTS;
	double unit = points ? 100 : answer_unit(s), low = 0;
	double limit = s->c->scoring.close * unit, high = limit * 1.2;
	struct axis axis;

	series->low = arena_array(s->arena, double, rows->count);
	series->slots = arena_array(s->arena, size_t, rows->count);
	for (size_t k = 0; k < rows->count; k++) {
		const struct remainder *left = rows->items[k].left;
		double lead = two ? left->ahead : left->margin;
		bool some = left->judged && left->ranked > 1 && !isnan(lead);

		chart_set(series, k, some ? lead * unit : NAN,
			  sure_label(s, left, two));
		series->slots[k] = left->first < s->r->option_count
					   ? left->first
					   : SLOT_NONE;
		low = fmin(low, some ? lead * unit : 0);
		high = fmax(high, some ? lead * unit : 0);
	}
	series->best[0] = true;
	axis = axis_of(low, fmax(high, unit * 0.01));
	set_axis(s, data, &axis, points);
	if (limit <= 0)
		return;
	data->band_low = two ? fmax(-limit, axis.min) : 0;
	data->band_high = limit;
}

static struct str sure_text(const struct subject *s,
			    const struct sure_rows *rows, bool two)
{
	struct str text =
		two ? PHRASE(s->phrases, WORD_CHART_SURE_TWO, s->arena,
			     { "name", s->c->options[s->r->first].name.str })
		    : phrase(s->phrases, WORD_CHART_SURE_MANY);

	if (s->c->scoring.close > 0)
		text = phrase_join(s->phrases, text,
				   PHRASE(s->phrases, WORD_CHART_SURE_SHADED,
					  s->arena, { "close", sure_limit(s) }),
				   s->arena);
	if (rows->is_cut)
		text = phrase_join(s->phrases, text,
				   phrase(s->phrases, WORD_CHART_SURE_CUT),
				   s->arena);
	return text;
}

/* All; each judge alone, and without; each source; else each group. */
static struct sure_rows sure_rows_of(const struct subject *s,
				     const struct remainder *whole)
{
	struct sure_rows rows = { 0 };
	struct remainder *kept = arena_new(s->arena, struct remainder);

	*kept = *whole;
	add_row(s, &rows,
		(struct sure_row){
			.name = phrase(s->phrases, WORD_CHART_SURE_ALL),
			.left = kept });
	add_judges(s, &rows);
	add_omissions(s, &rows, OMIT_JUDGE);
	add_omissions(s, &rows, OMIT_SOURCE);
	add_omissions(s, &rows, OMIT_GROUP);
	return rows;
}

static void add_judges(const struct subject *s, struct sure_rows *rows)
{
	const struct omissions *all = &s->r->omissions;
	struct sure_row *items =
		arena_array(s->arena, struct sure_row, all->judge_count);
	size_t criteria = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		criteria += s->c->criteria[j].weight > 0;
	for (size_t k = 0; k < all->judge_count; k++) {
		const struct judge_result *judge = &all->judges[k];

		items[k] = (struct sure_row){
			.name = PHRASE(
				s->phrases, WORD_CHART_SURE_ALONE, s->arena,
				{ "name", judge->id.len
						  ? judge_name(s, judge->id)
						  : phrase(s->phrases,
							   WORD_NO_JUDGE) }),
			.note = PHRASE(
				s->phrases, WORD_CHART_SURE_CRITERIA, s->arena,
				{ "n", subject_count(s, judge->left.criteria) },
				{ "criteria",
				  phrase_count(s->phrases, PLURAL_CRITERIA,
					       criteria, s->arena) }),
			.left = &judge->left,
		};
	}
	add_ends(s, rows, items, all->judge_count);
}

static void add_omissions(const struct subject *s, struct sure_rows *rows,
			  enum omission_kind kind)
{
	const struct omissions *all = &s->r->omissions;
	struct sure_row *items =
		arena_array(s->arena, struct sure_row, all->count);
	size_t count = 0;

	for (size_t k = 0; k < all->count; k++) {
		const struct omission *o = &all->items[k];

		if (o->kind != kind || !sure_shows(s, o))
			continue;
		items[count++] = (struct sure_row){
			.name = PHRASE(s->phrases, WORD_WITHOUT_WHAT, s->arena,
				       { "what",
					 contest_omission_short(s, o) }),
			.left = &o->left,
		};
	}
	add_ends(s, rows, items, count);
}

/* Of more than eight the four at either end, in the order given. */
static void add_ends(const struct subject *s, struct sure_rows *rows,
		     const struct sure_row *items, size_t count)
{
	double *behind = arena_array(s->arena, double, count);
	bool *kept = arena_array(s->arena, bool, count);
	const size_t *order;
	bool first = true;

	rows->is_cut |= count > SIDE_MOST;
	for (size_t k = 0; k < count; k++)
		behind[k] = standing(items[k].left);
	order = order_by_value(behind, count, s->arena);
	for (size_t k = 0; k < count; k++)
		kept[order[k]] = count <= SIDE_MOST || k < SIDE_MOST / 2 ||
				 k >= count - SIDE_MOST / 2;
	for (size_t k = 0; k < count; k++) {
		struct sure_row row = items[k];

		if (!kept[k])
			continue;
		row.rule = first;
		first = false;
		add_row(s, rows, row);
	}
}

static double standing(const struct remainder *left)
{
	return isnan(left->ahead) ? -INFINITY : left->ahead;
}

static void add_row(const struct subject *s, struct sure_rows *rows,
		    struct sure_row row)
{
	*arena_push(s->arena, rows->items, rows->count) = row;
}

/* The largest first; from the seventh on they are taken together. */
static void set_pieces(const struct subject *s, struct chart_data *data)
{
	enum { PIECES = 6 };
	size_t n = s->c->option_count, count = 0;
	double *shares = arena_array(s->arena, double, n), rest = 0;
	struct piece *pieces = arena_array(s->arena, struct piece, PIECES + 1);
	const size_t *order;

	if (!s->r->robustness)
		return;
	for (size_t i = 0; i < n; i++)
		shares[i] = s->r->ranks[i] ? s->r->robustness[i].first : -1;
	order = order_by_value(shares, n, s->arena);
	for (size_t k = 0; k < n && shares[order[k]] > 0; k++) {
		size_t i = order[k];

		if (count == PIECES) {
			rest += shares[i];
			continue;
		}
		pieces[count++] = (struct piece){
			.share = shares[i],
			.slot = i,
			.label = ARENA_JOIN(s->arena, chart_short(s, i),
					    STR(" "),
					    subject_rank_share(s, i, 0, 1)),
		};
	}
	if (rest > 0)
		pieces[count++] = (struct piece){
			.share = rest,
			.slot = SLOT_NONE,
			.label = PHRASE(
				s->phrases, WORD_CHART_SURE_OTHERS, s->arena,
				{ "share", subject_share(s, rest, false) }),
		};
	data->pieces = pieces;
	data->piece_count = count;
	data->piece_head = phrase(s->phrases, WORD_CHART_SURE_FIRST);
}

static struct str sure_label(const struct subject *s,
			     const struct remainder *left, bool two)
{
	double lead = two ? left->ahead : left->margin;

	if (!left->judged || left->ranked < 2 || isnan(lead))
		return phrase(s->phrases, WORD_CHART_SURE_NONE);
	if (left->first >= s->c->option_count)
		return phrase(s->phrases, WORD_TIE);
	if (two)
		return sure_number(s, left, lead);
	return PHRASE(s->phrases, WORD_SURE_BY, s->arena,
		      { "name", chart_short(s, left->first) },
		      { "n", sure_number(s, left, lead) });
}

static struct str sure_limit(const struct subject *s)
{
	return s->c->scoring.method == METHOD_POINTS
		       ? phrase_percent_of(
				 s->phrases,
				 subject_given(s, s->c->scoring.close * 100),
				 s->arena)
		       : answer_limit(s);
}

/* In hundredths of all weights: "+5.4". */
static struct str signed_weight(const struct subject *s, double change)
{
	return phrase_signed(s->phrases, change * 100, s->figures.weight,
			     s->arena);
}

/* Points change with what is left, so their leads are shares of them. */
static struct str sure_number(const struct subject *s,
			      const struct remainder *left, double lead)
{
	bool points = s->c->scoring.method == METHOD_POINTS;
	double unit = points ? 100 : answer_unit(s);
	double limit = s->c->scoring.close * unit, size = fabs(lead) * unit;
	int places = points ? figure_apart(size, 0, 1)
			    : figure_apart(size, 0, s->figures.lead);

	if (left->close || size < limit * 1.05)
		places = figure_apart(size, limit, places);
	return points ? phrase_percent(s->phrases, lead, places, s->arena)
		      : phrase_fixed(s->phrases, lead * unit, places, s->arena);
}

/* Wide enough for both, with about TICKS steps of 1, 2 or 5. */
struct axis axis_of(double low, double high)
{
	double rough = (high > low ? high - low : 1) / TICKS;
	double power = pow(10, floor(log10(rough))), part = rough / power;
	struct axis axis;

	axis.step = power * (part < 1.5	  ? 1
			     : part < 3.5 ? 2
			     : part < 7.5 ? 5
					  : 10);
	axis.min = floor(low / axis.step + 1e-9) * axis.step;
	axis.max = fmax(ceil(high / axis.step - 1e-9) * axis.step,
			axis.min + axis.step);
	axis.places = (int)fmax(-floor(log10(axis.step) + 1e-9), 0);
	return axis;
}

/* Ticks stand at multiples of the step, also where an end is none. */
static void set_axis(const struct subject *s, struct chart_data *data,
		     const struct axis *axis, bool percent)
{
	double first = ceil(axis->min / axis->step - 1e-9);
	size_t count =
		(size_t)(floor(axis->max / axis->step + 1e-9) - first) + 1;
	struct tick *ticks = arena_array(s->arena, struct tick, count);

	for (size_t k = 0; k < count; k++) {
		double at = (first + (double)k) * axis->step;

		ticks[k].at = fabs(at) < axis->step / 2 ? 0 : at;
		ticks[k].label =
			percent ? phrase_percent(s->phrases, ticks[k].at / 100,
						 axis->places, s->arena)
				: phrase_fixed(s->phrases, ticks[k].at,
					       axis->places, s->arena);
	}
	data->ticks = ticks;
	data->tick_count = count;
	data->min = axis->min;
	data->max = axis->max;
}
