#include <math.h>

#include "view/catalogue.h"
#include "view/chart_parts.h"
#include "view/contest_view.h"
#include "view/headline.h"
#include "view/parts.h"

/* What totals may be instead: by each judge alone, or with nothing missing. */

static bool any_judges(const struct subject *s);
static bool any_gaps(const struct subject *s);
static void set_judges(const struct subject *s, struct series *series,
		       size_t i);
static void set_gaps(const struct subject *s, struct series *series, size_t i);
static struct str range_of(const struct subject *s, double low, double high);
static struct str total_words(const struct subject *s, double total);
static void widen(struct chart_data *data, double value);
static void set_ticks(const struct subject *s, struct chart_data *data);
static struct str intervals_finding(const struct subject *s);
static struct str gaps_finding(const struct subject *s);

struct chart *intervals_chart(const struct subject *s)
{
	bool judges = any_judges(s), gaps = any_gaps(s);
	size_t count =
		s->r->ranked < CATALOGUE_LEAD ? s->r->ranked : CATALOGUE_LEAD;
	struct str *titles = arena_array(s->arena, struct str, 3);
	struct series *all, *series;
	struct chart *chart;

	if (intervals_refusal(s))
		return NULL;
	chart = chart_new(s, CHART_INTERVALS, STR("intervals"),
			  WORD_CHART_INTERVALS);
	all = chart_series(s, 3);
	series = arena_array(s->arena, struct series, count);
	chart->data.min = INFINITY;
	chart->data.max = -INFINITY;
	for (size_t k = 0; k < count; k++) {
		size_t i = s->r->order[k];

		series[k] = all[i];
		chart_set(&series[k], 0, s->r->totals[i],
			  total_words(s, s->r->totals[i]));
		set_judges(s, &series[k], i);
		set_gaps(s, &series[k], i);
		widen(&chart->data, s->r->totals[i]);
		for (size_t n = 0; n < series[k].ring_count; n++)
			widen(&chart->data, series[k].rings[n]);
		widen(&chart->data, series[k].low[0]);
		widen(&chart->data, series[k].high[0]);
	}
	titles[0] = phrase(s->phrases, WORD_COLUMN_TOTAL);
	titles[1] = phrase(s->phrases, WORD_INTERVALS_JUDGES);
	titles[2] = phrase(s->phrases, WORD_INTERVALS_GAPS);
	chart->data.by_series = true;
	chart->data.categories = titles;
	chart->data.category_count = 3;
	chart->data.series_count = count;
	set_ticks(s, &chart->data);
	chart->data.description =
		phrase(s->phrases, judges && gaps ? WORD_CHART_INTERVALS_BOTH
				   : judges	  ? WORD_CHART_INTERVALS_JUDGES
						  : WORD_CHART_INTERVALS_GAPS);
	chart_says_which(s, chart, count);
	chart_finding(chart, intervals_finding(s));
	chart_finish(s, chart, series, WORD_COLUMN_OPTION);
	return chart;
}

const char *intervals_refusal(const struct subject *s)
{
	return !s->r->judged || s->r->ranked < 2
		       ? "fewer than two options have a rank"
	       : !any_judges(s) && !any_gaps(s)
		       ? "there are no two judges, and nothing is missing"
		       : NULL;
}

static bool any_judges(const struct subject *s)
{
	size_t with = 0;

	for (size_t k = 0; s->r->judged && k < s->r->omissions.judge_count; k++)
		with += s->r->omissions.judges[k].left.judged;
	return with > 1;
}

static bool any_gaps(const struct subject *s)
{
	for (size_t i = 0; s->r->bounds && i < s->c->option_count; i++)
		if (s->r->ranks[i] &&
		    s->r->bounds[i].high - s->r->bounds[i].low > UTILITY_EQUAL)
			return true;
	return false;
}

static void set_judges(const struct subject *s, struct series *series, size_t i)
{
	const struct omissions *o = &s->r->omissions;
	double *rings = arena_array(s->arena, double, o->judge_count);
	double low = INFINITY, high = -INFINITY;
	size_t count = 0;

	for (size_t k = 0; any_judges(s) && k < o->judge_count; k++) {
		const struct judge_result *judge = &o->judges[k];

		if (!judge->left.judged || isnan(judge->totals[i]))
			continue;
		rings[count++] = judge->totals[i];
		low = fmin(low, judge->totals[i]);
		high = fmax(high, judge->totals[i]);
	}
	series->rings = rings;
	series->ring_count = count;
	chart_set(series, 1, count ? low : NAN,
		  count ? range_of(s, low, high) : STR(""));
}

static void set_gaps(const struct subject *s, struct series *series, size_t i)
{
	const struct bounds *bounds = s->r->bounds;
	bool some = bounds && any_gaps(s);

	series->low = arena_array(s->arena, double, 3);
	series->high = arena_array(s->arena, double, 3);
	series->low[0] = some ? bounds[i].low : NAN;
	series->high[0] = some ? bounds[i].high : NAN;
	chart_set(series, 2, series->low[0],
		  some ? range_of(s, series->low[0], series->high[0])
		       : STR(""));
}

static struct str range_of(const struct subject *s, double low, double high)
{
	struct str from = total_words(s, low);
	struct str to = total_words(s, high);

	return str_equals(from, to) ? from
				    : PHRASE(s->phrases, WORD_FROM_TO, s->arena,
					     { "from", from }, { "to", to });
}

/* All in the numbers of the axis: points in per cent of what there is. */
static struct str total_words(const struct subject *s, double total)
{
	return s->c->scoring.method == METHOD_POINTS
		       ? contest_total(s, total)
		       : subject_share_total(s, total);
}

static void widen(struct chart_data *data, double value)
{
	if (isnan(value))
		return;
	data->min = fmin(data->min, value);
	data->max = fmax(data->max, value);
}

static void set_ticks(const struct subject *s, struct chart_data *data)
{
	const struct scoring *scoring = &s->c->scoring;
	bool points = scoring->method == METHOD_POINTS;
	double from = points ? 0 : scoring->min;
	double range = points ? 100 : scoring->max - scoring->min;
	double pad = fmax((data->max - data->min) * 0.04, 0.01);
	double low = from + fmax(data->min - pad, 0) * range;
	double high = from + fmin(data->max + pad, 1) * range;
	struct axis axis = axis_of(low, high);
	double first = ceil(low / axis.step - 1e-9);
	size_t count =
		(size_t)fmax(floor(high / axis.step + 1e-9) - first + 1, 0);
	struct tick *ticks = arena_array(s->arena, struct tick, count);

	data->min = (low - from) / range;
	data->max = (high - from) / range;
	for (size_t k = 0; k < count; k++) {
		double at = (first + (double)k) * axis.step;

		ticks[k].at = (at - from) / range;
		ticks[k].label = points ? phrase_percent(s->phrases, at / 100,
							 axis.places, s->arena)
					: phrase_fixed(s->phrases, at,
						       axis.places, s->arena);
	}
	data->ticks = ticks;
	data->tick_count = count;
}

/* How many judges alone have the same first; else what gaps leave open. */
static struct str intervals_finding(const struct subject *s)
{
	const struct result *r = s->r;
	size_t with = 0, of = 0;
	enum word_id id;

	if (r->first >= r->option_count || (r->close && !any_judges(s)))
		return STR("");
	if (!any_judges(s))
		return gaps_finding(s);
	for (size_t k = 0; k < r->omissions.judge_count; k++) {
		const struct remainder *left = &r->omissions.judges[k].left;

		of += left->judged;
		with += left->judged && left->first == r->first;
	}
	id = r->close	  ? WORD_INTERVALS_CLOSE
	     : !with	  ? WORD_INTERVALS_NONE
	     : with == of ? WORD_INTERVALS_ALL
			  : WORD_INTERVALS_FIRST;
	return PHRASE(s->phrases, id, s->arena,
		      { "name", s->c->options[r->first].name.str },
		      { "n", headline_number(s, with) },
		      { "of", headline_number(s, of) });
}

static struct str gaps_finding(const struct subject *s)
{
	const struct result *r = s->r;
	const struct bounds *first = &r->bounds[r->first];
	size_t open = 0;

	for (size_t i = 0; i < r->option_count; i++)
		open += r->ranks[i] && r->bounds[i].best == 1;
	if (first->worst == 1 && !first->may_leave)
		return PHRASE(s->phrases, WORD_INTERVALS_SAFE, s->arena,
			      { "name", s->c->options[r->first].name.str });
	if (open < 2)
		return STR("");
	return PHRASE(s->phrases, WORD_INTERVALS_OPEN, s->arena,
		      { "n", headline_number(s, open) },
		      { "of", headline_number(s, r->ranked) });
}
