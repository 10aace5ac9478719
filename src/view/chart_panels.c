#include <math.h>

#include "view/answer.h"
#include "view/catalogue.h"
#include "view/chart_parts.h"
#include "view/parts.h"

enum { PANELS_LEAST = 3 };

static struct series *panels_series(const struct subject *s,
				    const struct bundles *b, size_t count);
static double bundle_mean(const struct subject *s, const struct bundles *b,
			  size_t bundle, size_t i);
static void mark_best(const struct bundles *b, struct series *series,
		      size_t count);
static struct str panels_finding(const struct subject *s,
				 const struct bundles *b);

struct chart *panels_chart(const struct subject *s)
{
	size_t count =
		s->r->ranked < CATALOGUE_LEAD ? s->r->ranked : CATALOGUE_LEAD;
	struct str *titles = arena_array(s->arena, struct str, BUNDLES);
	struct series *series;
	struct chart *chart;
	struct bundles b;

	if (panels_refusal(s) ||
	    (count < PANELS_LEAST && !comparison_asked(s->c, "panels")))
		return NULL;
	b = bundles_of(s);
	chart = chart_new(s, CHART_PANELS, STR("panels"), WORD_CHART_PANELS);
	series = panels_series(s, &b, count);
	mark_best(&b, series, count);
	for (size_t g = 0; g < b.count; g++)
		titles[g] = b.titles[g];
	chart->data.by_series = true;
	chart->data.categories = titles;
	chart->data.category_count = b.count;
	chart->data.series_count = count;
	chart->data.max = 1;
	chart->data.description = phrase(s->phrases, WORD_CHART_PANELS_TEXT);
	chart_says_which(s, chart, count);
	chart_finding(chart, panels_finding(s, &b));
	chart_finish(s, chart, series, WORD_COLUMN_OPTION);
	return chart;
}

/* The options that lead, and what each has in every bundle. */
static struct series *panels_series(const struct subject *s,
				    const struct bundles *b, size_t count)
{
	const struct scoring *scoring = &s->c->scoring;
	struct series *all = chart_series(s, b->count);
	struct series *series = arena_array(s->arena, struct series, count);

	for (size_t k = 0; k < count; k++) {
		size_t i = s->r->order[k];

		series[k] = all[i];
		series[k].note = subject_option_total(s, i);
		for (size_t g = 0; g < b->count; g++) {
			double mean = bundle_mean(s, b, g, i);
			double points =
				scoring->min * (1 - mean) + scoring->max * mean;

			chart_set(&series[k], g, mean,
				  isnan(mean)
					  ? chart_no_mean(s, b->titles[g], i)
					  : subject_total(s, points));
		}
	}
	return series;
}

const char *panels_refusal(const struct subject *s)
{
	return !s->r->judged || s->r->ranked < 2
		       ? "fewer than two options have a rank"
	       : s->c->scoring.method == METHOD_POINTS
		       ? "points have a tally instead"
	       : bundles_of(s).count < 2 ? "fewer than two criteria count"
					 : NULL;
}

/* Of what it was scored on. */
static double bundle_mean(const struct subject *s, const struct bundles *b,
			  size_t bundle, size_t i)
{
	double sum = 0, weights = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		double u = s->r->utilities[j * s->c->option_count + i];

		if (b->of[j] != bundle || isnan(u))
			continue;
		sum += s->c->criteria[j].weight * u;
		weights += s->c->criteria[j].weight;
	}
	return weights > 0 ? sum / weights : NAN;
}

static void mark_best(const struct bundles *b, struct series *series,
		      size_t count)
{
	for (size_t g = 0; g < b->count; g++) {
		double most = -1;

		for (size_t k = 0; k < count; k++)
			most = fmax(most, series[k].values[g]);
		for (size_t k = 0; k < count; k++)
			series[k].best[g] =
				series[k].values[g] > most - UTILITY_EQUAL;
	}
}

/* Of the leader, who comes first, against all others that have a rank. */
static struct str panels_finding(const struct subject *s,
				 const struct bundles *b)
{
	struct str *titles = arena_array(s->arena, struct str, b->count);
	size_t ahead = 0, leader = s->r->leader;

	if (leader >= s->c->option_count)
		return STR("");
	for (size_t g = 0; g < b->count; g++) {
		double own = bundle_mean(s, b, g, leader);
		size_t with = 0;

		for (size_t i = 0; i < s->c->option_count; i++)
			with += s->r->ranks[i] &&
				!(own - bundle_mean(s, b, g, i) >
				  UTILITY_EQUAL);
		if (with == 1)
			titles[ahead++] = b->titles[g];
	}
	return PHRASE(s->phrases, ahead ? WORD_PANELS_BEST : WORD_PANELS_NONE,
		      s->arena, { "name", s->c->options[leader].name.str },
		      { "groups",
			phrase_list(s->phrases, titles, ahead, s->arena) });
}
