#include <math.h>

#include "view/catalogue.h"
#include "view/chart_parts.h"
#include "view/headline.h"
#include "view/parts.h"

/* Charts that are tables of dots: all scores by rank; yes and no. */
enum {
	COLUMNS_MOST = 5, /* criteria beside the names, the heaviest */
	RANKED_LEAST = 3, /* fewer options need no table of ranks */
	FEATURES_LEAST = 2,
};

static size_t heaviest(const struct subject *s, size_t **criteria);
static void set_rows(const struct subject *s, struct chart_data *data,
		     size_t rows);
static void set_totals(const struct subject *s, struct series *series,
		       size_t rows);
static struct str ranked_finding(const struct subject *s);
static size_t features_of(const struct subject *s, size_t **criteria);
static size_t yes_of(const struct subject *s, size_t j);
static bool is_yes(const struct subject *s, size_t j, size_t i);
static void set_sums(const struct subject *s, const size_t *criteria,
		     size_t count, struct series *series, size_t *sums);
static struct str features_finding(const struct subject *s, const size_t *sums,
				   size_t count);

struct chart *ranked_chart(const struct subject *s)
{
	size_t rows, columns, *criteria;
	struct series *series;
	struct chart *chart;

	if (ranked_refusal(s) ||
	    (s->r->ranked < RANKED_LEAST && !comparison_asked(s->c, "ranked")))
		return NULL;
	columns = heaviest(s, &criteria);
	rows = s->r->ranked < CATALOGUE_LEAD ? s->r->ranked : CATALOGUE_LEAD;
	chart = chart_new(s, CHART_HEAT, STR("ranked"), WORD_CHART_RANKED);
	series = chart_plain_series(s, columns + 1, rows);
	for (size_t k = 0; k < columns; k++) {
		size_t j = criteria[k];

		series[k].name = s->c->criteria[j].title.str;
		for (size_t row = 0; row < rows; row++)
			chart_set_score(s, &series[k], row, j,
					s->r->order[row]);
	}
	set_totals(s, &series[columns], rows);
	set_rows(s, &chart->data, rows);
	chart->data.series_count = columns + 1;
	chart->data.cells = CELLS_SIZES;
	chart->data.max = 1;
	chart->data.description = phrase(s->phrases, WORD_CHART_RANKED_TEXT);
	chart_says_which(s, chart, rows);
	chart_finding(chart, ranked_finding(s));
	chart_finish(s, chart, series, WORD_COLUMN_OPTION);
	return chart;
}

const char *ranked_refusal(const struct subject *s)
{
	size_t *criteria;

	return !s->r->judged || s->r->ranked < 2
		       ? "fewer than two options have a rank"
	       : s->c->scoring.method == METHOD_POINTS
		       ? "points have a tally instead"
	       : heaviest(s, &criteria) < 2 ? "fewer than two criteria count"
					    : NULL;
}

/* Those that count, by weight, equals in their order. */
static size_t heaviest(const struct subject *s, size_t **criteria)
{
	size_t n = s->c->criterion_count, count = 0;
	double *weights = arena_array(s->arena, double, n);

	for (size_t j = 0; j < n; j++) {
		weights[j] = s->r->counts[j] ? s->c->criteria[j].weight : 0;
		count += weights[j] > 0;
	}
	*criteria = order_by_value(weights, n, s->arena);
	return count < COLUMNS_MOST ? count : COLUMNS_MOST;
}

static void set_totals(const struct subject *s, struct series *series,
		       size_t rows)
{
	series->name = phrase(s->phrases, WORD_COLUMN_TOTAL);
	series->is_text = true;
	for (size_t row = 0; row < rows; row++) {
		size_t i = s->r->order[row];

		chart_set(series, row, s->r->totals[i],
			  subject_option_total(s, i));
		series->best[row] = s->r->leader == i;
	}
}

/* The options by rank. */
static void set_rows(const struct subject *s, struct chart_data *data,
		     size_t rows)
{
	struct str *names = arena_array(s->arena, struct str, rows);
	size_t *slots = arena_array(s->arena, size_t, rows);
	bool *leads = arena_array(s->arena, bool, rows);

	for (size_t row = 0; row < rows; row++) {
		size_t i = s->r->order[row];

		names[row] = s->c->options[i].name.str;
		slots[row] = i;
		leads[row] = s->r->leader == i;
	}
	data->categories = names;
	data->category_count = rows;
	data->row_slots = slots;
	data->row_leads = leads;
}

/* Who alone is best most often; or that the leader never is. */
static struct str ranked_finding(const struct subject *s)
{
	const struct result *r = s->r;
	size_t most = 0, n = s->c->option_count, with = 0, counted = 0;
	bool alone;

	for (size_t j = 0; j < r->criterion_count; j++)
		counted += r->counts[j];
	if (r->leader < n && !headline_wins(s, r->leader) &&
	    counted == r->criterion_count)
		return PHRASE(s->phrases, WORD_RANKED_NONE, s->arena,
			      { "name", s->c->options[r->leader].name.str });
	for (size_t i = 1; i < n; i++)
		if (headline_wins(s, i) > headline_wins(s, most))
			most = i;
	for (size_t i = 0; i < n; i++)
		with += headline_wins(s, i) == headline_wins(s, most);
	alone = with == 1 && r->ranks[most];
	if (!alone && (r->leader == n || !headline_wins(s, r->leader)))
		return STR("");
	if (!alone)
		most = r->leader;
	return PHRASE(s->phrases, alone ? WORD_RANKED_MOST : WORD_RANKED_LEADS,
		      s->arena, { "name", s->c->options[most].name.str },
		      { "n", headline_number(s, headline_wins(s, most)) },
		      { "criteria", phrase_count(s->phrases, PLURAL_CRITERIA,
						 counted, s->arena) });
}

struct chart *features_chart(const struct subject *s)
{
	size_t *criteria, count = features_of(s, &criteria);
	size_t *sums = arena_array(s->arena, size_t, s->c->option_count);
	struct str *titles = arena_array(s->arena, struct str, count + 1);
	struct series *series;
	struct chart *chart;

	if (count < FEATURES_LEAST)
		return NULL;
	chart = chart_new(s, CHART_HEAT, STR("features"), WORD_CHART_FEATURES);
	series = chart_series(s, count + 1);
	for (size_t k = 0; k < count; k++) {
		titles[k] = s->c->criteria[criteria[k]].title.str;
		for (size_t i = 0; i < s->c->option_count; i++)
			chart_set_score(s, &series[i], k, criteria[k], i);
	}
	titles[count] = phrase(s->phrases, WORD_FEATURES_IN_ALL);
	set_sums(s, criteria, count, series, sums);
	chart->data.categories = titles;
	chart->data.category_count = count + 1;
	chart->data.text_rows = 1;
	chart->data.cells = CELLS_ANSWERS;
	chart->data.max = 1;
	chart->data.description = phrase(s->phrases, WORD_CHART_FEATURES_TEXT);
	chart_finding(chart, features_finding(s, sums, count));
	chart_finish(s, chart, series, WORD_COLUMN_CRITERION);
	return chart;
}

const char *features_refusal(const struct subject *s)
{
	size_t *criteria;

	return features_of(s, &criteria) < FEATURES_LEAST
		       ? "fewer than two criteria are answered by yes and no"
		       : NULL;
}

/* What most have first, equals in their order. */
static size_t features_of(const struct subject *s, size_t **criteria)
{
	size_t n = s->c->criterion_count, count = 0;
	double *having = arena_array(s->arena, double, n);

	for (size_t j = 0; j < n; j++) {
		bool answered =
			s->c->criteria[j].scores && criterion_is_answered(s, j);

		having[j] = answered ? (double)yes_of(s, j) : -1;
		count += answered;
	}
	*criteria = order_by_value(having, n, s->arena);
	return count;
}

static size_t yes_of(const struct subject *s, size_t j)
{
	size_t count = 0;

	for (size_t i = 0; i < s->c->option_count; i++)
		count += is_yes(s, j, i);
	return count;
}

static bool is_yes(const struct subject *s, size_t j, size_t i)
{
	return !isnan(s->c->criteria[j].scores[i].value) &&
	       s->c->criteria[j].scores[i].answer == ANSWER_YES;
}

static void set_sums(const struct subject *s, const size_t *criteria,
		     size_t count, struct series *series, size_t *sums)
{
	for (size_t i = 0; i < s->c->option_count; i++) {
		for (size_t k = 0; k < count; k++)
			sums[i] += is_yes(s, criteria[k], i);
		chart_set(&series[i], count, (double)sums[i] / (double)count,
			  PHRASE(s->phrases, WORD_FEATURES_COUNT, s->arena,
				 { "n", headline_number(s, sums[i]) },
				 { "of", headline_number(s, count) }));
	}
}

/* One of those that are ruled out may have the most, too. */
static struct str features_finding(const struct subject *s, const size_t *sums,
				   size_t count)
{
	size_t n = s->c->option_count, most = 0, with = 0;
	bool *tied = arena_array(s->arena, bool, n);

	for (size_t i = 1; i < n; i++)
		if (sums[i] > sums[most])
			most = i;
	for (size_t i = 0; i < n; i++) {
		tied[i] = sums[i] == sums[most];
		with += tied[i];
	}
	if (!sums[most])
		return STR("");
	return PHRASE(s->phrases,
		      with > 1 ? WORD_FEATURES_TIE : WORD_FEATURES_MOST,
		      s->arena, { "name", s->c->options[most].name.str },
		      { "names", option_names(s, tied) },
		      { "n", headline_number(s, sums[most]) },
		      { "of", headline_number(s, count) });
}
