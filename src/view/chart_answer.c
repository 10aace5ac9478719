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
static size_t pull_rows(const struct pulls *pulls, const double *of,
			const size_t *order, size_t count, size_t *shown);
static void fill_pull(const struct subject *s, struct chart *chart,
		      const struct pulls *pulls, size_t row, size_t j);
static void set_pull(const struct subject *s, struct series *series, size_t row,
		     double pull);
static struct chart *parts_chart(const struct subject *s,
				 const struct pulls *pulls);
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
static struct str turn_text(const struct subject *s, size_t rows, size_t flips);
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
	chart_finding(s, chart, answer_ahead(s));
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
	return s->r->ranked == 2 ? pulls_chart(s, &pulls)
				 : parts_chart(s, &pulls);
}

/* The strongest to one side first, to the other last; then what is left. */
static struct chart *pulls_chart(const struct subject *s,
				 const struct pulls *pulls)
{
	static const enum word_id HEADS[] = { WORD_COLUMN_WEIGHT };
	size_t n = s->c->criterion_count, kept;
	double *of = arena_array(s->arena, double, n);
	double *signs = arena_array(s->arena, double, n);
	size_t *shown = arena_array(s->arena, size_t, n + 2);
	const size_t *order;
	struct chart *chart =
		chart_new(s, CHART_PULLS, STR("pulls"), WORD_CHART_PULLS);
	struct chart_column *columns =
		arena_array(s->arena, struct chart_column, 3);
	size_t options[] = { pulls->one, pulls->other };
	struct str *titles = arena_array(s->arena, struct str, n + 2);
	bool *rules = arena_array(s->arena, bool, n + 2);
	struct series *all = chart_series(s, n + 2), *series;
	double rest = 0;
	size_t rows;

	for (size_t j = 0; j < n; j++) {
		of[j] = pull_at(s, pulls, j);
		signs[j] = isnan(of[j]) ? -INFINITY : of[j];
	}
	order = order_by_value(signs, n, s->arena);
	kept = pull_rows(pulls, of, order, n, shown);
	rows = kept;
	columns[0].head = phrase(s->phrases, HEADS[0]);
	columns[0].cells = arena_array(s->arena, struct str, n + 2);
	series = arena_array(s->arena, struct series, 2);
	for (size_t k = 0; k < 2; k++) {
		series[k] = all[options[k]];
		series[k].name =
			PHRASE(s->phrases, WORD_CHART_PULLS_TO, s->arena,
			       { "name", chart_short(s, options[k]) });
		columns[k + 1].head = chart_short(s, options[k]);
		columns[k + 1].cells = arena_array(s->arena, struct str, n + 2);
		columns[k + 1].bold = arena_array(s->arena, bool, n + 2);
	}
	chart->data.columns = columns;
	chart->data.column_count = 3;
	chart->data.categories = titles;
	for (size_t k = 0; k < kept; k++) {
		titles[k] = s->c->criteria[shown[k]].title.str;
		fill_pull(s, chart, pulls, k, shown[k]);
		set_pull(s, series, k, of[shown[k]]);
	}
	if (pulls->count > kept) {
		for (size_t j = 0; j < n; j++)
			rest += isnan(of[j]) ? 0 : of[j];
		for (size_t k = 0; k < kept; k++)
			rest -= of[shown[k]];
		titles[rows] = phrase_count(s->phrases, PLURAL_CHART_PULLS_REST,
					    pulls->count - kept, s->arena);
		set_pull(s, series, rows++, rest);
	}
	titles[rows] = phrase(s->phrases, WORD_CHART_PULLS_SUM);
	for (size_t k = 0; k < 2; k++) {
		((struct str *)columns[k + 1].cells)[rows] =
			answer_total(s, options[k]);
		((bool *)columns[k + 1].bold)[rows] = true;
	}
	rules[rows] = true;
	set_pull(s, series, rows++, s->r->margin);
	chart->data.rules = rules;
	chart->data.category_count = rows;
	chart->data.series_count = 2;
	chart->data.max = 1;
	chart->data.row_head = phrase(s->phrases, WORD_COLUMN_CRITERION);
	chart->data.low_end =
		PHRASE(s->phrases, WORD_CHART_PULLS_LEFT, s->arena,
		       { "name", chart_short(s, pulls->other) });
	chart->data.high_end =
		PHRASE(s->phrases, WORD_CHART_PULLS_RIGHT, s->arena,
		       { "name", chart_short(s, pulls->one) });
	chart->data.description = phrase(
		s->phrases,
		s->c->scoring.method == METHOD_POINTS ? WORD_CHART_PULLS_POINTS
		: s->r->available[pulls->one] == s->r->available[pulls->other]
			? WORD_CHART_PULLS_TEXT
			: WORD_CHART_PULLS_PARTS);
	chart_finding(s, chart, answer_why(s));
	chart_finish(s, chart, series, WORD_COLUMN_CRITERION);
	return chart;
}

/*
 * Those with a row of their own, in the order given: all but the weak ones,
 * which then are two at the least.
 */
static size_t pull_rows(const struct pulls *pulls, const double *of,
			const size_t *order, size_t count, size_t *shown)
{
	double least = 0;
	size_t kept = pulls->count;

	while (kept > PULLS_LEAST || least == 0) {
		size_t fewer = 0;
		double next = INFINITY;

		for (size_t k = 0; k < count; k++) {
			double pull = fabs(of[order[k]]);

			if (!isnan(pull) && pull >= least)
				next = fmin(next, pull);
		}
		if (next == 0) {
			least = nextafter(0, 1);
			kept = 0;
			for (size_t k = 0; k < count; k++)
				kept += fabs(of[order[k]]) >= least;
			continue;
		}
		if (next >= PULL_LEAST && kept <= PULLS_MOST)
			break;
		for (size_t k = 0; k < count; k++)
			fewer += fabs(of[order[k]]) > next;
		if (fewer < PULLS_LEAST && kept <= PULLS_MOST)
			break;
		if (!fewer)
			break;
		kept = fewer;
		least = nextafter(next, INFINITY);
	}
	if (pulls->count - kept == 1 || !kept)
		least = 0;
	kept = 0;
	for (size_t k = 0; k < count; k++)
		if (fabs(of[order[k]]) >= least)
			shown[kept++] = order[k];
	return kept;
}

static void fill_pull(const struct subject *s, struct chart *chart,
		      const struct pulls *pulls, size_t row, size_t j)
{
	const struct chart_column *columns = chart->data.columns;
	size_t options[] = { pulls->one, pulls->other };

	((struct str *)columns[0].cells)[row] = subject_weight_share(
		s, s->r->sensitivity[j].weight, subject_weighs_alone(s, NULL));
	for (size_t k = 0; k < 2; k++) {
		((struct str *)columns[k + 1].cells)[row] =
			chart_score(s, j, options[k]);
		((bool *)columns[k + 1].bold)[row] =
			s->r->wins[j * s->c->option_count + options[k]];
	}
}

/* To the first series, or, below 0, to the second. */
static void set_pull(const struct subject *s, struct series *series, size_t row,
		     double pull)
{
	bool back = pull < 0;

	chart_set(&series[back], row, fabs(pull), answer_number(s, fabs(pull)));
	chart_set(&series[!back], row, NAN, STR(""));
}

static struct chart *parts_chart(const struct subject *s,
				 const struct pulls *pulls)
{
	const struct result *r = s->r;
	struct bundles b = bundles_of(s);
	size_t count = r->ranked < CATALOGUE_LEAD ? r->ranked : CATALOGUE_LEAD;
	struct series *all = chart_series(s, b.count), *series;
	struct str *titles = arena_array(s->arena, struct str, BUNDLES);
	struct str *totals = arena_array(s->arena, struct str, count);
	struct chart_column *column = arena_new(s->arena, struct chart_column);
	struct chart *chart =
		chart_new(s, CHART_PARTS, STR("parts"), WORD_CHART_PARTS);
	bool above =
		s->c->scoring.method != METHOD_POINTS && s->c->scoring.min != 0;

	(void)pulls;
	series = arena_array(s->arena, struct series, count);
	for (size_t k = 0; k < b.count; k++)
		titles[k] = b.titles[k];
	for (size_t k = 0; k < count; k++) {
		size_t i = r->order[k];

		series[k] = all[i];
		series[k].leads = i == r->first;
		totals[k] = answer_total(s, i);
		for (size_t g = 0; g < b.count; g++) {
			double part = bundle_part(s, &b, g, i);

			chart_set(&series[k], g, part, answer_number(s, part));
		}
	}
	for (size_t g = 0; g < b.count; g++) {
		double most = 0;

		for (size_t k = 0; k < count; k++)
			most = fmax(most, series[k].values[g]);
		for (size_t k = 0; k < count; k++)
			series[k].best[g] =
				most > 0 &&
				series[k].values[g] > most - UTILITY_EQUAL;
	}
	*column = (struct chart_column){ .head = phrase(s->phrases,
							WORD_COLUMN_TOTAL),
					 .cells = totals,
					 .of_series = true };
	chart->data.columns = column;
	chart->data.column_count = 1;
	chart->data.categories = titles;
	chart->data.category_count = b.count;
	chart->data.series_count = count;
	chart->data.max = 1;
	chart->data.description =
		PHRASE(s->phrases,
		       r->first >= r->option_count ? WORD_CHART_PARTS_TIE
		       : above			   ? WORD_CHART_PARTS_ABOVE
						   : WORD_CHART_PARTS_TEXT,
		       s->arena,
		       { "name", s->c->options[r->order[0]].name.str },
		       { "min", subject_given(s, s->c->scoring.min) });
	chart_says_which(s, chart, count);
	chart_finding(s, chart, answer_why(s));
	chart_finish(s, chart, series, WORD_COLUMN_GROUP);
	return chart;
}

/* Only what flips; what does not is a sentence. */
struct chart *turn_chart(const struct subject *s)
{
	const struct result *r = s->r;
	size_t rows, flips;
	const size_t *order;
	struct chart *chart;
	struct series *series;
	struct chart_column *columns;
	struct str *cells[2];
	double most = 0;
	struct axis axis;

	if (!r->judged || r->first >= r->option_count || r->ranked < 2)
		return NULL;
	order = turn_order(s, &flips);
	if (!flips)
		return NULL;
	rows = flips < TURN_MOST ? flips : TURN_MOST;
	chart = chart_new(s, CHART_REACH, STR("turn"), WORD_CHART_TURN);
	series = chart_plain_series(s, 1, rows);
	series->name = phrase(s->phrases, WORD_COLUMN_TURN);
	series->low = arena_array(s->arena, double, rows);
	series->froms = arena_array(s->arena, struct str, rows);
	series->slots = arena_array(s->arena, size_t, rows);
	columns = arena_array(s->arena, struct chart_column, 2);
	columns[0].head = phrase(s->phrases, WORD_CHART_TURN_CHANGE);
	columns[1].head = phrase(s->phrases, WORD_CHART_TURN_THEN);
	for (size_t k = 0; k < 2; k++)
		columns[k].cells = cells[k] =
			arena_array(s->arena, struct str, rows);
	for (size_t k = 0; k < rows; k++) {
		const struct switch_point *at = &r->sensitivity[order[k]];
		double to = turn_weight(at), change = to - at->weight;

		series->low[k] = at->weight;
		series->froms[k] = subject_weight_share(
			s, at->weight, subject_weighs_alone(s, NULL));
		series->slots[k] = at->together || at->to >= r->option_count
					   ? SLOT_NONE
					   : at->to;
		chart_set(series, k, to, subject_weight_share(s, to, to == 1));
		cells[0][k] = signed_weight(s, change);
		cells[1][k] = at->together ? option_names(s, at->together)
			      : at->to < r->option_count
				      ? chart_short(s, at->to)
				      : STR("");
		most = fmax(most, fmax(to, at->weight));
	}
	axis = axis_of(0, most * 100);
	axis.max = fmin(fmax(axis.max, 1), 100);
	set_axis(s, &chart->data, &axis, true);
	for (size_t k = 0; k < rows; k++) {
		series->low[k] *= 100;
		series->values[k] *= 100;
	}
	chart->data.categories = chart_criterion_titles(s, order, rows);
	chart->data.category_count = rows;
	chart->data.series_count = 1;
	chart->data.columns = columns;
	chart->data.column_count = 2;
	chart->data.row_head = phrase(s->phrases, WORD_COLUMN_CRITERION);
	chart->data.description = turn_text(s, rows, flips);
	chart_finding(s, chart, answer_turn(s));
	chart_finish(s, chart, series, WORD_COLUMN_CRITERION);
	return chart;
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
	chart_finding(s, chart, answer_sure(s));
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
				{ "of", subject_count(s, criteria) }),
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
