#include <assert.h>
#include <math.h>

#include "judge/utility.h"
#include "view/analysis_view.h"
#include "view/answer.h"
#include "view/catalogue.h"
#include "view/chart_parts.h"
#include "view/contest_view.h"
#include "view/lead_view.h"
#include "view/parts.h"
#include "view/result_view.h"

enum { DISPUTED_MOST = 12, STACK_MOST = 24 /* pieces that can be seen */ };

static void set_spreads(const struct subject *s, struct series *series,
			size_t i, const size_t *criteria, size_t rows);
static struct str on_scale(const struct subject *s, double total);
static struct str range_words(const struct subject *s, struct str from,
			      struct str to);
static struct series *lead_ranges(const struct subject *s, const size_t *order,
				  size_t rows);
static void set_lead_axis(const struct subject *s, const struct series *series,
			  size_t rows, struct chart_data *data);
static struct str lead_range(const struct subject *s, double low, double high);
static struct chart *utilities_chart(const struct subject *s,
				     enum chart_kind kind, const char *id,
				     enum word_id title, enum word_id text);
static size_t group_list(const struct subject *s, struct str **groups);
static double group_mean(const struct subject *s, struct str group, size_t i);
static struct str groups_finding(const struct subject *s,
				 const struct series *series, size_t count);
static double *swings(const struct subject *s, size_t *count);
static size_t disputed_scores(const struct subject *s, size_t *criteria);
static double rank_share(const struct subject *s, size_t i, size_t from,
			 size_t end);
static bool one_scale(const struct comparison *c);

struct chart *contributions_chart(const struct subject *s)
{
	size_t count = s->c->criterion_count, options = s->c->option_count;
	bool points = s->c->scoring.method == METHOD_POINTS;
	struct series *series;
	struct chart *chart;

	if (!s->r->judged || count < 2 || count > STACK_MOST ||
	    (!points && s->c->scoring.method != METHOD_WEIGHTED_SUM))
		return NULL;
	chart = chart_new(s, CHART_STACKS, STR("contributions"),
			  WORD_CHART_CONTRIBUTIONS);
	chart->data.categories = chart_criterion_titles(s, NULL, count);
	chart->data.category_count = count;
	series = chart_series(s, count);
	for (size_t i = 0; i < options; i++)
		for (size_t j = 0; j < count; j++) {
			size_t at = j * options + i;
			double own = s->r->available[i];
			double part = !s->r->counts[j] || own == 0 ||
						      isnan(s->r->utilities[at])
					      ? 0
				      : points
					      ? s->r->points[at] / own
					      : s->c->criteria[j].weight / own *
							s->r->utilities[at];

			chart_set(&series[i], j, part,
				  isnan(s->r->utilities[at])
					  ? phrase(s->phrases, WORD_NOT_SCORED)
				  : subject_totals_are_shares(s)
					  ? subject_share_total(s, part)
				  : points ? subject_total(s, s->r->points[at])
					   : on_scale(s, part));
		}
	chart->data.description =
		points || s->c->scoring.min == 0
			? phrase(s->phrases, WORD_CHART_CONTRIBUTIONS_TEXT)
			: PHRASE(s->phrases, WORD_CHART_CONTRIBUTIONS_ABOVE,
				 s->arena,
				 { "min",
				   subject_given(s, s->c->scoring.min) });
	chart->data.max = 1;
	chart_finding(chart, answer_largest(s));
	chart_finish(s, chart, series, WORD_COLUMN_CRITERION);
	return chart;
}

/*
 * Utilities, so that measures of any unit stand on one scale; the widest gap
 * first.
 */
struct chart *criteria_chart(const struct subject *s)
{
	size_t count = s->c->criterion_count, options = s->c->option_count;
	const size_t *order;
	struct series *series;
	struct chart *chart;

	if (!chart_any_score(s) || count < 2 ||
	    s->c->scoring.method == METHOD_POINTS || is_catalogue(s->c))
		return NULL;
	chart = chart_new(s, CHART_DOTS, STR("criteria"), WORD_CHART_CRITERIA);
	order = chart_gap_order(s);
	chart->data.categories = chart_score_titles(s, order, count);
	chart->data.category_count = count;
	series = chart_series(s, count);
	for (size_t i = 0; i < options; i++)
		for (size_t k = 0; k < count; k++)
			chart_set_score(s, &series[i], k, order[k], i);
	chart->data.description = phrase(s->phrases, WORD_CHART_CRITERIA_TEXT);
	chart->data.max = 1;
	chart_finding(chart, answer_widest(s, order));
	chart_finish(s, chart, series, WORD_COLUMN_CRITERION);
	return chart;
}

struct chart *gaps_chart(const struct subject *s)
{
	size_t count = s->c->criterion_count;
	const size_t *order;
	struct series *series;
	struct chart *chart;

	if (!chart_any_score(s) || s->c->option_count != 2 || count < 2 ||
	    s->c->scoring.method == METHOD_POINTS)
		return NULL;
	order = chart_gap_order(s);
	chart = chart_new(s, CHART_DIVERGING, STR("gaps"), WORD_CHART_GAPS);
	chart->data.categories = chart_score_titles(s, order, count);
	chart->data.category_count = count;
	series = chart_series(s, count);
	for (size_t i = 0; i < 2; i++)
		for (size_t k = 0; k < count; k++) {
			chart_set_score(s, &series[i], k, order[k], i);
			series[i].labels[k] =
				range_words(s, series[i].labels[k],
					    chart_score(s, order[k], 1 - i));
		}
	chart->data.description = phrase(s->phrases, WORD_CHART_GAPS_TEXT);
	chart->data.max = 1;
	chart_finding(chart, answer_wins(s));
	chart_finish(s, chart, series, WORD_COLUMN_CRITERION);
	return chart;
}

struct chart *heat_chart(const struct subject *s)
{
	if (!chart_any_score(s) || s->c->criterion_count < 2 ||
	    s->c->scoring.method == METHOD_POINTS || is_catalogue(s->c))
		return NULL;
	return utilities_chart(s, CHART_HEAT, "heat", WORD_CHART_HEAT,
			       WORD_CHART_HEAT_TEXT);
}

struct chart *groups_chart(const struct subject *s)
{
	const struct scoring *scoring = &s->c->scoring;
	double range = scoring->max - scoring->min;
	struct str *groups;
	size_t count;
	struct series *series;
	struct chart *chart;

	if (!s->r->judged || scoring->method == METHOD_POINTS)
		return NULL;
	count = group_list(s, &groups);
	if (count < 2)
		return NULL;
	chart = chart_new(s, CHART_GROUPS, STR("groups"), WORD_CHART_GROUPS);
	chart->data.categories = groups;
	chart->data.category_count = count;
	series = chart_series(s, count);
	for (size_t i = 0; i < s->c->option_count; i++)
		for (size_t g = 0; g < count; g++) {
			double mean = group_mean(s, groups[g], i);

			chart_set(&series[i], g, mean,
				  isnan(mean)
					  ? chart_no_mean(s, groups[g], i)
					  : subject_total(
						    s, scoring->min +
							       mean * range));
		}
	chart->data.description = phrase(s->phrases, WORD_CHART_GROUPS_TEXT);
	chart->data.max = 1;
	chart_finding(chart, groups_finding(s, series, count));
	chart_scale_ends(s, &chart->data);
	chart_finish(s, chart, series, WORD_COLUMN_GROUP);
	return chart;
}

struct chart *radar_chart(const struct subject *s)
{
	if (!comparison_asked(s->c, "radar") || !chart_any_score(s) ||
	    s->c->criterion_count < 4 || !one_scale(s->c))
		return NULL;
	return utilities_chart(s, CHART_RADAR, "radar", WORD_CHART_RADAR,
			       WORD_CHART_RADAR_TEXT);
}

/* Not where all weigh the same, which a sentence says as well. */
struct chart *weights_chart(const struct subject *s)
{
	size_t count = s->c->criterion_count, rows = 0, most = 1;
	double *weights;
	const size_t *order;
	struct str *titles;
	struct series *series;
	struct chart *chart;

	if (!s->r->judged || count < 2)
		return NULL;
	weights = arena_array(s->arena, double, count);
	for (size_t j = 0; j < count; j++)
		weights[j] = s->r->counts[j] ? s->r->sensitivity[j].weight : 0;
	order = order_by_value(weights, count, s->arena);
	while (rows < count && weights[order[rows]] > 0)
		rows++;
	titles = chart_criterion_titles(s, order, rows);
	chart = chart_new(s, CHART_GROUPS, STR("weights"), WORD_CHART_WEIGHTS);
	chart->data.categories = titles;
	chart->data.category_count = rows;
	chart->data.series_count = 1;
	series = chart_plain_series(s, 1, rows);
	series->name = phrase(s->phrases, WORD_CHART_WEIGHTS);
	for (size_t k = 0; k < rows; k++)
		chart_set(series, k, weights[order[k]],
			  subject_weight_share(s, weights[order[k]],
					       rows == 1));
	chart->data.description = phrase(s->phrases, WORD_CHART_WEIGHTS_TEXT);
	chart->data.max = rows ? weights[order[0]] : 1;
	while (most < rows &&
	       weights[order[most]] > weights[order[0]] - UTILITY_EQUAL)
		most++;
	if (most >= rows)
		return NULL;
	chart_finding(chart, answer_weights(s, order, most));
	chart_finish(s, chart, series, WORD_COLUMN_CRITERION);
	return chart;
}

struct chart *profiles_chart(const struct subject *s)
{
	size_t count = s->c->profile_count;
	struct str *titles;
	struct series *series;
	struct chart *chart;

	if (!s->r->judged || !count)
		return NULL;
	titles = arena_array(s->arena, struct str, count);
	for (size_t p = 0; p < count; p++)
		titles[p] = s->c->profiles[p].title.str;
	chart = chart_new(s, CHART_GROUPS, STR("profiles"),
			  WORD_CHART_PROFILES);
	chart->data.categories = titles;
	chart->data.category_count = count;
	series = chart_series(s, count);
	for (size_t i = 0; i < s->c->option_count; i++)
		for (size_t p = 0; p < count; p++) {
			const struct profile_result *by = &s->r->profiles[p];

			chart_set(&series[i], p, by->totals[i],
				  subject_total_under(s, by, i));
			series[i].best[p] =
				by->leader == i && profile_is_known(by);
		}
	chart->data.description = phrase(s->phrases, WORD_CHART_PROFILES_TEXT);
	chart_finding(chart, phrase_clause(s->phrases, profiles_sentence(s)));
	chart->data.max = 1;
	if (s->c->scoring.method != METHOD_POINTS)
		chart_scale_ends(s, &chart->data);
	chart_finish(s, chart, series, WORD_COLUMN_PROFILE);
	return chart;
}

struct chart *tornado_chart(const struct subject *s)
{
	const struct result *r = s->r;
	size_t count = s->c->criterion_count, rows;
	double *by_swing;
	const size_t *order;
	struct series *series;
	struct chart *chart;

	if (!r->judged || r->first >= r->option_count || r->ranked < 2 ||
	    count < 2)
		return NULL;
	by_swing = swings(s, &rows);
	if (rows < 2)
		return NULL;
	order = order_by_value(by_swing, count, s->arena);
	chart = chart_new(s, CHART_TORNADO, STR("tornado"), WORD_CHART_TORNADO);
	chart->data.categories = chart_criterion_titles(s, order, rows);
	chart->data.category_count = rows;
	chart->data.series_count = 1;
	series = lead_ranges(s, order, rows);
	set_lead_axis(s, series, rows, &chart->data);
	chart->data.description =
		PHRASE(s->phrases, WORD_CHART_TORNADO_TEXT, s->arena,
		       { "name", s->c->options[r->first].name.str },
		       { "margin", subject_margin(s, r->margin) });
	chart_finding(chart, answer_hangs(s));
	chart_finish(s, chart, series, WORD_COLUMN_CRITERION);
	return chart;
}

/* The lead without each criterion, and with its weight doubled. */
static struct series *lead_ranges(const struct subject *s, const size_t *order,
				  size_t rows)
{
	struct series *series = chart_plain_series(s, 1, rows);

	series->name = phrase(s->phrases, WORD_CHART_TORNADO_SERIES);
	series->low = arena_array(s->arena, double, rows);
	series->high = arena_array(s->arena, double, rows);
	for (size_t k = 0; k < rows; k++) {
		const struct switch_point *p = &s->r->sensitivity[order[k]];
		double without = p->margin_without, doubled = p->margin_doubled;

		/*
		 * Points that are left out or doubled are so many the less;
		 * but not shares of those that can be won.
		 */
		if (s->c->scoring.method == METHOD_POINTS &&
		    !subject_totals_are_shares(s)) {
			without *= 1 - p->weight;
			doubled *= 1 + p->weight;
		}
		series->low[k] = fmin(without, doubled);
		series->high[k] = fmax(without, doubled);
		series->best[k] = series->low[k] < -UTILITY_EQUAL;
		chart_set(series, k, s->r->margin,
			  lead_range(s, series->low[k], series->high[k]));
	}
	return series;
}

/* Around all ranges, the lead itself and 0, where another is ahead. */
static void set_lead_axis(const struct subject *s, const struct series *series,
			  size_t rows, struct chart_data *data)
{
	for (size_t k = 0; k < rows; k++) {
		data->min = fmin(data->min, series->low[k]);
		data->max = fmax(data->max, series->high[k]);
	}
	data->max = fmax(data->max, s->r->margin);
	if (data->max <= data->min)
		data->max = data->min + 1;
	data->mark = 0;
	data->mark_label = phrase(s->phrases, WORD_CHART_TORNADO_MARK);
}

/* As many ranks as there are shades; the last are taken together. */
struct chart *ranks_chart(const struct subject *s)
{
	size_t count = s->r->ranked, rows = count;
	size_t shown = count < PALETTE_SHADES ? count : PALETTE_SHADES;
	struct str *names;
	struct series *series;
	struct chart *chart;

	if (!s->r->judged || !s->r->robustness || count < 2)
		return NULL;
	if (rows > CATALOGUE_LEAD)
		rows = CATALOGUE_LEAD;
	names = arena_array(s->arena, struct str, rows);
	for (size_t k = 0; k < rows; k++)
		names[k] = s->c->options[s->r->order[k]].name.str;
	chart = chart_new(s, CHART_SHARES, STR("ranks"), WORD_CHART_RANKS);
	chart->data.categories = names;
	chart->data.category_count = rows;
	chart->data.series_count = shown;
	series = chart_plain_series(s, shown, rows);
	for (size_t rank = 0; rank < shown; rank++) {
		bool rest = rank + 1 == shown && shown < count;

		series[rank].name = PHRASE(
			s->phrases, rest ? WORD_RANK_FROM : WORD_RANK_NAME,
			s->arena,
			{ "n", phrase_number(s->phrases, (double)(rank + 1), 0,
					     s->arena) });
		for (size_t k = 0; k < rows; k++) {
			size_t i = s->r->order[k];
			size_t to = rest ? count : rank + 1;

			chart_set(&series[rank], k, rank_share(s, i, rank, to),
				  subject_rank_share(s, i, rank, to));
		}
	}
	chart->data.description = phrase(s->phrases, WORD_CHART_RANKS_TEXT);
	chart_finding(chart, lead_often(s));
	chart_says_which(s, chart, rows);
	chart->data.max = 1;
	chart_finish(s, chart, series, WORD_COLUMN_OPTION);
	return chart;
}

/* Measures have no scale in common with scores, and are left out. */
struct chart *judges_chart(const struct subject *s)
{
	const struct agreement *a = s->r->agreement;
	size_t criteria[DISPUTED_MOST], rows;
	struct series *series;
	struct chart *chart;

	if (!a || a->judge_count < 2)
		return NULL;
	rows = disputed_scores(s, criteria);
	if (!rows)
		return NULL;
	chart = chart_new(s, CHART_SPREAD, STR("judges"), WORD_CHART_JUDGES);
	chart->data.categories = chart_criterion_titles(s, criteria, rows);
	chart->data.category_count = rows;
	series = chart_series(s, rows);
	for (size_t i = 0; i < s->c->option_count; i++)
		set_spreads(s, &series[i], i, criteria, rows);
	chart->data.description = phrase(s->phrases, WORD_CHART_JUDGES_TEXT);
	if (a->disputed_count)
		chart_finding(chart,
			      phrase_clause(s->phrases, disputed_sentence(s)));
	chart->data.min = s->c->scoring.min;
	chart->data.max = s->c->scoring.max;
	chart->data.low_end =
		phrase_number(s->phrases, chart->data.min, 2, s->arena);
	chart->data.high_end =
		phrase_number(s->phrases, chart->data.max, 2, s->arena);
	chart_finish(s, chart, series, WORD_COLUMN_CRITERION);
	return chart;
}

static void set_spreads(const struct subject *s, struct series *series,
			size_t i, const size_t *criteria, size_t rows)
{
	const struct agreement *a = s->r->agreement;

	series->low = arena_array(s->arena, double, rows);
	series->high = arena_array(s->arena, double, rows);
	series->lows = arena_array(s->arena, struct str, rows);
	series->highs = arena_array(s->arena, struct str, rows);
	for (size_t k = 0; k < rows; k++) {
		size_t j = criteria[k];
		const struct spread *p =
			&a->spreads[j * s->c->option_count + i];

		series->low[k] = p->least;
		series->high[k] = p->most;
		series->lows[k] = subject_value(s, j, p->least, ANSWER_NONE);
		series->highs[k] = subject_value(s, j, p->most, ANSWER_NONE);
		chart_set(series, k, p->mean, subject_score(s, i, j));
	}
}

size_t charts_all(const struct subject *s, struct chart **charts)
{
	const struct {
		enum chart_part part;
		struct chart *chart;
	} all[] = {
		{ PART_ANSWER, lead_chart(s) },
		{ PART_ANSWER, why_chart(s) },
		{ PART_ANSWER, turn_chart(s) },
		{ PART_ANSWER, sure_chart(s) },
		{ PART_RESULT, scoreboard_chart(s) },
		{ PART_RESULT, tally_chart(s) },
		{ PART_RESULT, contributions_chart(s) },
		{ PART_RESULT, profiles_chart(s) },
		{ PART_RESULT, slope_chart(s) },
		{ PART_RESULT, value_chart(s) },
		{ PART_RESULT, quadrant_chart(s) },
		{ PART_RESULT, ranked_chart(s) },
		{ PART_SCORES, criteria_chart(s) },
		{ PART_SCORES, gaps_chart(s) },
		{ PART_SCORES, heat_chart(s) },
		{ PART_SCORES, weights_chart(s) },
		{ PART_SCORES, groups_chart(s) },
		{ PART_SCORES, panels_chart(s) },
		{ PART_SCORES, features_chart(s) },
		{ PART_SCORES, radar_chart(s) },
		{ PART_SURE, map_chart(s) },
		{ PART_SURE, intervals_chart(s) },
		{ PART_SURE, tornado_chart(s) },
		{ PART_SURE, ranks_chart(s) },
		{ PART_SURE, judges_chart(s) },
	};
	size_t count = 0;

	static_assert(sizeof(all) / sizeof(*all) <= CHARTS_MOST,
		      "a page has room for all");
	for (size_t k = 0; k < sizeof(all) / sizeof(*all); k++)
		if (all[k].chart) {
			charts[count] = all[k].chart;
			charts[count++]->part = all[k].part;
		}
	return count;
}

struct chart *chart_find(const struct subject *s, struct str id)
{
	struct chart *charts[CHARTS_MOST];
	size_t count = charts_all(s, charts);

	for (size_t k = 0; k < count; k++)
		if (str_equals(charts[k]->id, id))
			return charts[k];
	for (size_t j = 0; j < s->c->criterion_count; j++) {
		struct chart *chart = criterion_chart(s, j);

		if (chart && str_equals(chart->id, id))
			return chart;
	}
	for (size_t i = 0; i < s->c->option_count; i++) {
		struct chart *chart = option_chart(s, i);

		if (chart && str_equals(chart->id, id))
			return chart;
	}
	return NULL;
}

/* A part of a total, as large as the scale makes it, and shown as totals are. */
static struct str on_scale(const struct subject *s, double part)
{
	const struct scoring *scoring = &s->c->scoring;

	return phrase_fixed(s->phrases, part * (scoring->max - scoring->min),
			    s->figures.total, s->arena);
}

static struct str range_words(const struct subject *s, struct str from,
			      struct str to)
{
	return PHRASE(s->phrases, WORD_FROM_TO, s->arena, { "from", from },
		      { "to", to });
}

static struct str lead_range(const struct subject *s, double low, double high)
{
	struct str from = subject_margin_number(s, low);
	struct str to = subject_margin_number(s, high);

	return str_equals(from, to) ? from : range_words(s, from, to);
}

/* Every option on every criterion, 0 to 1, by the score as given. */
static struct chart *utilities_chart(const struct subject *s,
				     enum chart_kind kind, const char *id,
				     enum word_id title, enum word_id text)
{
	size_t count = s->c->criterion_count;
	struct chart *chart = chart_new(s, kind, str_from(id), title);
	struct series *series = chart_series(s, count);

	chart->data.categories = chart_score_titles(s, NULL, count);
	chart->data.category_count = count;
	for (size_t i = 0; i < s->c->option_count; i++)
		for (size_t j = 0; j < count; j++)
			chart_set_score(s, &series[i], j, j, i);
	chart->data.description = phrase(s->phrases, text);
	chart->data.max = 1;
	if (kind == CHART_HEAT)
		chart_finding(chart, answer_bests(s));
	chart_finish(s, chart, series, WORD_COLUMN_CRITERION);
	return chart;
}

/* In the order they are met. */
static size_t group_list(const struct subject *s, struct str **groups)
{
	size_t count = 0;

	*groups = arena_array(s->arena, struct str, s->c->criterion_count);
	for (size_t j = 0; j < s->c->criterion_count; j++) {
		struct str group = s->c->criteria[j].group.str;
		size_t g = 0;

		while (g < count && !str_equals((*groups)[g], group))
			g++;
		if (g == count && group.len)
			(*groups)[count++] = group;
	}
	return count;
}

static double group_mean(const struct subject *s, struct str group, size_t i)
{
	double sum = 0, weights = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		if (!s->r->counts[j] ||
		    isnan(s->r->utilities[j * s->c->option_count + i]) ||
		    !str_equals(s->c->criteria[j].group.str, group))
			continue;
		sum += s->c->criteria[j].weight *
		       s->r->utilities[j * s->c->option_count + i];
		weights += s->c->criteria[j].weight;
	}
	return weights > 0 ? sum / weights : NAN;
}

/* Who is best alone in most groups; empty where several are, or none is. */
static struct str groups_finding(const struct subject *s,
				 const struct series *series, size_t count)
{
	size_t n = s->c->option_count, most = 0, with = 0;
	size_t *best = arena_array(s->arena, size_t, n);

	for (size_t g = 0; g < count; g++) {
		double high = -1;
		size_t who = n, level = 0;

		for (size_t i = 0; i < n; i++)
			high = fmax(high, series[i].values[g]);
		for (size_t i = 0; i < n; i++)
			if (series[i].values[g] > high - UTILITY_EQUAL) {
				who = i;
				level++;
			}
		if (level == 1)
			best[who]++;
	}
	for (size_t i = 1; i < n; i++)
		if (best[i] > best[most])
			most = i;
	for (size_t i = 0; i < n; i++)
		with += best[i] == best[most];
	if ((!best[most] || with > 1) && s->r->first >= n)
		return STR("");
	if (!best[most] || with > 1)
		most = s->r->first;
	return PHRASE(s->phrases,
		      with == 1 && best[most] ? WORD_GROUPS_MOST
		      : best[most]	      ? WORD_GROUPS_FIRST
					      : WORD_GROUPS_NONE,
		      s->arena, { "name", s->c->options[most].name.str },
		      { "n", phrase_number(s->phrases, (double)best[most], 0,
					   s->arena) },
		      { "of", phrase_number(s->phrases, (double)count, 0,
					    s->arena) });
}

/* Those that have one; the others are -1. */
static double *swings(const struct subject *s, size_t *count)
{
	double *swing = arena_array(s->arena, double, s->c->criterion_count);

	*count = 0;
	for (size_t j = 0; j < s->c->criterion_count; j++) {
		const struct switch_point *p = &s->r->sensitivity[j];

		swing[j] = s->r->counts[j]
				   ? fabs(p->margin_doubled - p->margin_without)
				   : NAN;
		if (isnan(swing[j]))
			swing[j] = -1;
		else
			++*count;
	}
	return swing;
}

static size_t disputed_scores(const struct subject *s, size_t *criteria)
{
	const struct agreement *a = s->r->agreement;
	size_t count = 0;

	for (size_t k = 0; k < a->disputed_count && count < DISPUTED_MOST; k++)
		if (!s->c->criteria[a->disputed[k]].measure.given)
			criteria[count++] = a->disputed[k];
	return count;
}

/* Of the weightings that give option `i` one of these ranks. */
static double rank_share(const struct subject *s, size_t i, size_t from,
			 size_t end)
{
	double share = 0;

	for (size_t rank = from; rank < end; rank++)
		share += s->r->robustness[i].ranks[rank];
	return share < 1 ? share : 1;
}

static bool one_scale(const struct comparison *c)
{
	for (size_t j = 0; j < c->criterion_count; j++)
		if (c->criteria[j].measure.given)
			return false;
	return true;
}
