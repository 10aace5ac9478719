#include "view/poster_view.h"

#include <math.h>

#include "view/chart_parts.h"
#include "view/criterion_view.h"
#include "view/lead_view.h"
#include "view/result_view.h"

enum { FACTS_MOST = 3, FACT_LENGTH = 48, FIGURES_MOST = 4 };

static struct poster_option *options_of(const struct subject *s,
					const struct str *logos);
static size_t short_facts(const struct subject *s, const struct option *option,
			  const struct poster_pair **facts);
static struct poster_row *rows_of(const struct subject *s);
static struct poster_row row_of(const struct subject *s, size_t j);
static struct str gap_words(const struct subject *s, size_t j);
static size_t key_figures(const struct subject *s,
			  const struct poster_fact **facts);
static void add_figures(const struct subject *s, const size_t *order,
			bool measured, struct poster_fact *list, size_t *count);
static struct poster_fact figure_of(const struct subject *s, size_t j,
				    size_t option);
static struct str source_name(const struct subject *s,
			      const struct score *score);
static struct poster_profile *profiles_of(const struct subject *s);
static void add_headings(const struct subject *s, struct poster *poster);

struct poster poster_of(const struct subject *s, const struct str *logos)
{
	const struct comparison *c = s->c;
	struct poster poster = {
		.site = s->site->title.str,
		.title = c->title.str,
		.summary = c->summary.str,
		.address = s->site->base_url.str,
		.date = phrase_date(s->phrases, c->updated, s->arena),
		.options = options_of(s, logos),
		.option_count = c->option_count,
		.rows = rows_of(s),
		.row_count = c->criterion_count,
		.profiles = s->r->judged ? profiles_of(s) : NULL,
		.profile_count = s->r->judged ? c->profile_count : 0,
	};

	if (s->r->judged) {
		poster.headline = result_headline(s);
		poster.detail = result_detail(s);
		poster.robustness = lead_robustness(s);
		poster.verdict = result_verdict(s);
		poster.has_points = c->scoring.method == METHOD_POINTS;
		poster.points_most = s->r->points_available;
	}
	poster.fact_count = key_figures(s, &poster.facts);
	add_headings(s, &poster);
	return poster;
}

static struct poster_option *options_of(const struct subject *s,
					const struct str *logos)
{
	size_t count = s->c->option_count;
	struct poster_option *options =
		arena_array(s->arena, struct poster_option, count);
	bool judged = s->r->judged;

	for (size_t i = 0; i < count; i++) {
		const struct option *option = &s->c->options[i];

		options[i] = (struct poster_option){
			.name = option->name.str,
			.total = judged ? subject_option_total(s, i) : STR(""),
			.share = judged && !isnan(s->r->totals[i])
					 ? s->r->totals[i]
					 : 0,
			.slot = i,
			.is_leader = judged && s->r->leader == i,
			.best_for = option->best_for.count
					    ? option->best_for.items[0].plain
					    : STR(""),
			.logo = logos ? logos[i] : STR(""),
		};
		options[i].fact_count =
			short_facts(s, option, &options[i].facts);
	}
	return options;
}

/* A picture has room for few words. */
static size_t short_facts(const struct subject *s, const struct option *option,
			  const struct poster_pair **facts)
{
	struct poster_pair *pairs =
		arena_array(s->arena, struct poster_pair, FACTS_MOST);
	size_t count = 0;

	for (size_t k = 0; k < option->fact_count && count < FACTS_MOST; k++)
		if (option->facts[k].text.plain.len <= FACT_LENGTH)
			pairs[count++] = (struct poster_pair){
				option->facts[k].label.str,
				option->facts[k].text.plain
			};
	*facts = pairs;
	return count;
}

static struct poster_row *rows_of(const struct subject *s)
{
	size_t count = s->c->criterion_count;
	struct poster_row *rows =
		arena_array(s->arena, struct poster_row, count);

	for (size_t j = 0; j < count; j++)
		rows[j] = row_of(s, j);
	return rows;
}

static struct poster_row row_of(const struct subject *s, size_t j)
{
	const struct criterion *criterion = &s->c->criteria[j];
	size_t options = s->c->option_count;
	struct str *scores = arena_array(s->arena, struct str, options);
	double *utilities = arena_array(s->arena, double, options);
	bool points = s->c->scoring.method == METHOD_POINTS;

	for (size_t i = 0; i < options; i++) {
		scores[i] = subject_score(s, i, j);
		utilities[i] = chart_utility(s, j, i);
	}
	return (struct poster_row){
		.title = criterion->title.str,
		.group = criterion->group.str,
		.winner = s->c->scored ? criterion_winner(s, j) : options,
		.winner_words = s->c->scored ? winner_sentence(s, j) : STR(""),
		.margin = gap_words(s, j),
		.weight = s->r->judged && s->r->counts[j]
				  ? s->r->sensitivity[j].weight
				  : 0,
		.scores = scores,
		.utilities = utilities,
		.tally = s->r->judged && points ? s->r->tally + j * options
						: NULL,
	};
}

/* How far the winner is ahead of the next, where one is alone. */
static struct str gap_words(const struct subject *s, size_t j)
{
	const struct criterion *criterion = &s->c->criteria[j];
	size_t winner;
	double next = NAN, best;

	if (!s->c->scored || !criterion->scores || criterion->measure.given)
		return STR("");
	winner = criterion_winner(s, j);
	if (winner >= s->c->option_count)
		return STR("");
	best = criterion->scores[winner].value;
	for (size_t i = 0; i < s->c->option_count; i++)
		if (i != winner)
			next = fmax(next, criterion->scores[i].value);
	if (isnan(next))
		return STR("");
	return PHRASE(s->phrases, WORD_AHEAD_BY, s->arena,
		      { "n", subject_value_beside(s, j, best - next, 0) });
}

/* Measures first, then the widest gaps. */
static size_t key_figures(const struct subject *s,
			  const struct poster_fact **facts)
{
	struct poster_fact *list =
		arena_array(s->arena, struct poster_fact, FIGURES_MOST);
	const size_t *order;
	size_t count = 0;

	*facts = list;
	if (!s->c->scored || s->c->scoring.method == METHOD_POINTS)
		return 0;
	order = chart_gap_order(s);
	add_figures(s, order, true, list, &count);
	add_figures(s, order, false, list, &count);
	return count;
}

static void add_figures(const struct subject *s, const size_t *order,
			bool measured, struct poster_fact *list, size_t *count)
{
	for (size_t k = 0; k < s->c->criterion_count && *count < FIGURES_MOST;
	     k++) {
		size_t j = order[k], winner = criterion_winner(s, j);

		if (s->c->criteria[j].measure.given == measured &&
		    s->c->criteria[j].scores && winner < s->c->option_count)
			list[(*count)++] = figure_of(s, j, winner);
	}
}

static struct poster_fact figure_of(const struct subject *s, size_t j,
				    size_t option)
{
	const struct criterion *criterion = &s->c->criteria[j];

	return (struct poster_fact){
		.value = subject_score(s, option, j),
		.label = PHRASE(s->phrases, WORD_FIGURE, s->arena,
				{ "name", s->c->options[option].name.str },
				{ "criterion", criterion->title.str }),
		.source = source_name(s, &criterion->scores[option]),
		.slot = option,
	};
}

static struct str source_name(const struct subject *s,
			      const struct score *score)
{
	size_t judges = score->evidence_count;

	if (judges > 1)
		return PHRASE(s->phrases, WORD_MEAN_OF, s->arena,
			      { "n", phrase_number(s->phrases, (double)judges,
						   0, s->arena) });
	if (!judges || !score->evidence[0].source_count)
		return STR("");
	return judge_name(s, s->c->sources[score->evidence[0].sources[0]].id);
}

static struct poster_profile *profiles_of(const struct subject *s)
{
	size_t count = s->c->profile_count;
	struct poster_profile *profiles =
		arena_array(s->arena, struct poster_profile, count);

	for (size_t p = 0; p < count; p++)
		profiles[p] = (struct poster_profile){
			.title = s->c->profiles[p].title.str,
			.sentence = profile_sentence(s, &s->r->profiles[p]),
			.leader = s->r->profiles[p].leader,
			.totals = s->r->profiles[p].totals,
		};
	return profiles;
}

static void add_headings(const struct subject *s, struct poster *poster)
{
	const struct phrases *phrases = s->phrases;

	poster->word_result = phrase(phrases, WORD_RESULT);
	poster->word_criteria = phrase(phrases, WORD_CRITERIA);
	poster->word_figures = phrase(phrases, WORD_POSTER_FIGURES);
	poster->word_choose = phrase(phrases, WORD_POSTER_CHOOSE);
	poster->word_robustness = phrase(phrases, WORD_POSTER_ROBUSTNESS);
	poster->word_tally = phrase(phrases, WORD_CHART_TALLY);
	poster->word_rows_left = phrase(phrases, WORD_POSTER_ROWS_LEFT);
	poster->word_profiles_left = phrase(phrases, WORD_POSTER_PROFILES_LEFT);
}
