#include <math.h>

#include "view/catalogue.h"
#include "view/chart_parts.h"
#include "view/parts.h"

enum { BEST = 5 }; /* ranks that are drawn of many options */

/* Two profiles of a comparison. */
struct two {
	size_t from, to;
	const char *refusal;
	struct place at;
};

static struct two two_of(const struct subject *s,
			 const struct asked_chart *asked);
static size_t profile_called(const struct subject *s, const struct text *name);
static struct series *slope_series(const struct subject *s,
				   const struct two *two, size_t *count);
static struct str left_out(const struct subject *s, const struct two *two);
static void set_range(struct chart_data *data, const struct series *series,
		      size_t count);
static struct str slope_finding(const struct subject *s, const struct two *two);

/* Unasked where there are just two. */
struct chart *slope_chart(const struct subject *s)
{
	const struct asked_chart *asked = comparison_asked(s->c, "slope");
	struct two two = two_of(s, asked);
	struct str *titles = arena_array(s->arena, struct str, 2);
	struct series *series;
	struct chart *chart;
	size_t count;

	if (two.refusal || (!asked && s->c->profile_count != 2))
		return NULL;
	series = slope_series(s, &two, &count);
	if (!count)
		return NULL;
	titles[0] = s->c->profiles[two.from].title.str;
	titles[1] = s->c->profiles[two.to].title.str;
	chart = chart_new(s, CHART_SLOPE, STR("slope"), WORD_CHART_SLOPE);
	chart->name = chart->data.title =
		PHRASE(s->phrases, WORD_CHART_SLOPE, s->arena,
		       { "before", titles[0] }, { "after", titles[1] });
	chart->data.by_series = true;
	chart->data.categories = titles;
	chart->data.category_count = 2;
	chart->data.series_count = count;
	set_range(&chart->data, series, count);
	chart->data.description = phrase(s->phrases, WORD_CHART_SLOPE_TEXT);
	if (s->c->option_count > CATALOGUE_LEAD)
		chart->data.description =
			phrase_join(s->phrases, chart->data.description,
				    phrase(s->phrases, WORD_CHART_SLOPE_BEST),
				    s->arena);
	chart->data.description =
		phrase_join(s->phrases, chart->data.description,
			    left_out(s, &two), s->arena);
	chart_finding(chart, slope_finding(s, &two));
	chart_finish(s, chart, series, WORD_COLUMN_OPTION);
	return chart;
}

const char *slope_refusal(const struct subject *s,
			  const struct asked_chart *asked, struct place *at)
{
	struct two two = two_of(s, asked);

	*at = two.at;
	return two.refusal;
}

static struct two two_of(const struct subject *s,
			 const struct asked_chart *asked)
{
	struct two two = { .to = 1 };
	const struct text *names[] = { asked ? &asked->from : NULL,
				       asked ? &asked->to : NULL };
	size_t *sides[] = { &two.from, &two.to };

	if (asked)
		two.at = asked->at;
	if (!s->r->judged || s->c->profile_count < 2) {
		two.refusal = s->r->judged ? "there are fewer than two profiles"
					   : "there are no totals";
		return two;
	}
	for (size_t k = 0; k < 2; k++) {
		if (!names[k] || !names[k]->str.len)
			continue;
		*sides[k] = profile_called(s, names[k]);
		two.at = names[k]->at;
		if (*sides[k] < s->c->profile_count)
			continue;
		two.refusal =
			arena_printf(s->arena, "there is no profile \"%.*s\"",
				     STR_ARG(names[k]->str))
				.ptr;
		return two;
	}
	/* Beside one that is named, the first other. */
	for (size_t k = 0; k < 2; k++)
		if (two.from == two.to && !(names[k] && names[k]->str.len))
			*sides[k] = !*sides[1 - k];
	if (two.from == two.to)
		two.refusal = "both sides are one profile";
	else if (!s->r->profiles[two.from].judged ||
		 !s->r->profiles[two.to].judged)
		two.refusal = "under one of the profiles nothing counts";
	return two;
}

static size_t profile_called(const struct subject *s, const struct text *name)
{
	size_t p = 0;

	while (p < s->c->profile_count &&
	       !str_equals(s->c->profiles[p].id, name->str) &&
	       !str_equals(s->c->profiles[p].title.str, name->str))
		p++;
	return p;
}

/* Those with a rank under both; of many the best of either. */
static struct series *slope_series(const struct subject *s,
				   const struct two *two, size_t *count)
{
	const struct profile_result *sides[] = { &s->r->profiles[two->from],
						 &s->r->profiles[two->to] };
	struct series *all = chart_series(s, 2);
	bool many = s->c->option_count > CATALOGUE_LEAD;

	*count = 0;
	for (size_t i = 0; i < s->c->option_count; i++) {
		struct series series = all[i];

		if (!sides[0]->ranks[i] || !sides[1]->ranks[i] ||
		    (many && sides[0]->ranks[i] > BEST &&
		     sides[1]->ranks[i] > BEST))
			continue;
		series.leads = false;
		for (size_t k = 0; k < 2; k++) {
			chart_set(&series, k, sides[k]->totals[i],
				  subject_profile_total(s,
							sides[k]->totals[i]));
			series.best[k] = sides[k]->leader == i;
		}
		all[(*count)++] = series;
	}
	return all;
}

/* Who has no rank under one of the two, and so no line. */
static struct str left_out(const struct subject *s, const struct two *two)
{
	size_t n = s->c->option_count, count = 0;
	bool *out = arena_array(s->arena, bool, n);

	for (size_t i = 0; i < n; i++) {
		out[i] = !s->r->profiles[two->from].ranks[i] ||
			 !s->r->profiles[two->to].ranks[i];
		count += out[i];
	}
	return count ? PHRASE(s->phrases, WORD_CHART_SLOPE_OUT, s->arena,
			      { "names", option_names(s, out) })
		     : STR("");
}

static void set_range(struct chart_data *data, const struct series *series,
		      size_t count)
{
	data->min = INFINITY;
	data->max = -INFINITY;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < 2; k++) {
			data->min = fmin(data->min, series[i].values[k]);
			data->max = fmax(data->max, series[i].values[k]);
		}
	if (data->max - data->min < 1e-9) {
		data->min -= 0.5;
		data->max += 0.5;
	}
}

/* Of who leads; where it is too close to call, nobody does. */
static struct str slope_finding(const struct subject *s, const struct two *two)
{
	size_t n = s->c->option_count;
	size_t one = s->r->profiles[two->from].leader;
	size_t other = s->r->profiles[two->to].leader;
	size_t led = one < n ? two->from : two->to;
	struct str none = STR("");

	if (!profile_is_known(&s->r->profiles[two->from]) ||
	    !profile_is_known(&s->r->profiles[two->to]))
		return none;
	return PHRASE(s->phrases,
		      one >= n && other >= n   ? WORD_SLOPE_NEITHER
		      : one >= n || other >= n ? WORD_SLOPE_HALF
		      : one == other	       ? WORD_SLOPE_SAME
					       : WORD_SLOPE_OTHER,
		      s->arena,
		      { "name", one < n	    ? s->c->options[one].name.str
				: other < n ? s->c->options[other].name.str
					    : none },
		      { "second",
			other < n ? s->c->options[other].name.str : none },
		      { "before", s->c->profiles[led].title.str },
		      { "after",
			s->c->profiles[two->from + two->to - led].title.str });
}
