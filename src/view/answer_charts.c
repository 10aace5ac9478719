#include "view/answer.h"

#include <math.h>

#include "view/chart_parts.h"
#include "view/criterion_view.h"
#include "view/headline.h"
#include "view/parts.h"

/* Titles of criteria in a finding, before they are counted. */
enum { TITLES_MOST = 3 };

static double gap_on(const struct subject *s, size_t j, size_t *low,
		     size_t *high);
static void count_bests(const struct subject *s, size_t j, size_t *best);
static struct str criteria_words(const struct subject *s, size_t n);

struct str answer_wins(const struct subject *s)
{
	size_t won[2] = { 0, 0 }, more, less;
	bool both[2] = { true, true };

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		size_t winner = criterion_winner(s, j);

		if (winner < 2)
			won[winner]++;
	}
	more = won[1] > won[0];
	less = 1 - more;
	if (!won[more])
		return STR("");
	if (won[0] == won[1])
		return PHRASE(s->phrases, WORD_WINS_EACH, s->arena,
			      { "names", option_names(s, both) },
			      { "criteria", criteria_words(s, won[0]) });
	return PHRASE(s->phrases, won[less] ? WORD_WINS_MORE : WORD_WINS_ALL,
		      s->arena, { "name", s->c->options[more].name.str },
		      { "criteria", criteria_words(s, won[more]) },
		      { "second", s->c->options[less].name.str },
		      { "n", phrase_number(s->phrases, (double)won[less], 0,
					   s->arena) });
}

struct str answer_weights(const struct subject *s, const size_t *order,
			  size_t count)
{
	return PHRASE(s->phrases,
		      count == 1 ? WORD_WEIGHS_MOST : WORD_WEIGH_MOST, s->arena,
		      { "criterion",
			count > TITLES_MOST ? criteria_words(s, count)
					    : criterion_list(s, order, count) },
		      { "share", subject_weight_share(
					 s, s->r->sensitivity[order[0]].weight,
					 false) });
}

struct str answer_largest(const struct subject *s)
{
	size_t first = s->r->first, most = 0, with = 0;
	double part;

	if (first >= s->c->option_count || s->r->ranked < 2)
		return STR("");
	for (size_t j = 1; j < s->c->criterion_count; j++)
		if (pull_part(s, j, first) > pull_part(s, most, first))
			most = j;
	part = pull_part(s, most, first);
	for (size_t j = 0; j < s->c->criterion_count; j++)
		with += pull_part(s, j, first) > part - UTILITY_EQUAL;
	if (!(part > 0) || with > 1 || s->c->scoring.min != 0)
		return STR("");
	return PHRASE(s->phrases, WORD_CONTRIBUTIONS_MOST, s->arena,
		      { "criterion", s->c->criteria[most].title.str },
		      { "name", s->c->options[first].name.str },
		      { "part", answer_number(s, part) },
		      { "total", answer_total(s, first) });
}

struct str answer_widest(const struct subject *s, const size_t *order)
{
	size_t n = s->c->option_count, low = n, high = n, j = order[0];
	double gap = gap_on(s, j, &low, &high);
	size_t with = 1, ends[2];

	if (low == n || gap < UTILITY_EQUAL)
		return STR("");
	while (with < s->c->criterion_count &&
	       gap - gap_on(s, order[with], &ends[0], &ends[1]) < UTILITY_EQUAL)
		with++;
	/* All alike: that tells nothing. */
	if (with > 1 && with == s->c->criterion_count)
		return STR("");
	if (with > 1)
		return PHRASE(s->phrases, WORD_CRITERIA_WIDEST_MANY, s->arena,
			      { "criteria",
				with > TITLES_MOST
					? criteria_words(s, with)
					: criterion_list(s, order, with) });
	return PHRASE(s->phrases, WORD_CRITERIA_WIDEST, s->arena,
		      { "criterion", s->c->criteria[j].title.str },
		      { "least", chart_score(s, j, low) },
		      { "most", chart_score(s, j, high) });
}

/* Between the worst and the best, who are put in `low` and `high`. */
static double gap_on(const struct subject *s, size_t j, size_t *low,
		     size_t *high)
{
	double least = INFINITY, most = -INFINITY;

	for (size_t i = 0; i < s->c->option_count; i++) {
		double u = chart_utility(s, j, i);

		if (isnan(u))
			continue;
		if (u < least)
			*low = i;
		if (u > most)
			*high = i;
		least = fmin(least, u);
		most = fmax(most, u);
	}
	return isfinite(most) ? most - least : 0;
}

struct str answer_bests(const struct subject *s)
{
	size_t n = s->c->option_count, most = 0, with = 0;
	size_t *best = arena_array(s->arena, size_t, n);
	size_t *known = arena_array(s->arena, size_t, n);
	bool *tied = arena_array(s->arena, bool, n);

	for (size_t j = 0; j < s->c->criterion_count; j++)
		count_bests(s, j, s->r->counts[j] ? best : known);
	for (size_t i = 1; i < n; i++)
		if (best[i] > best[most])
			most = i;
	for (size_t i = 0; i < n; i++) {
		tied[i] = best[i] == best[most];
		with += tied[i];
		if (!tied[i] && best[i] + known[i] >= best[most])
			return STR("");
	}
	if (!best[most])
		return STR("");
	return PHRASE(s->phrases, with > 1 ? WORD_HEAT_TIE : WORD_HEAT_MOST,
		      s->arena, { "name", s->c->options[most].name.str },
		      { "names", option_names(s, tied) },
		      { "n", headline_number(s, best[most]) },
		      { "criteria", criteria_words(s, s->c->criterion_count) });
}

/*
 * Of the scores there are: where one is missing nobody wins, but who is best
 * so far might be so as often as the winners are.
 */
static void count_bests(const struct subject *s, size_t j, size_t *best)
{
	double most = 0;

	for (size_t i = 0; i < s->c->option_count; i++)
		most = fmax(most, chart_utility(s, j, i));
	for (size_t i = 0; most > UTILITY_EQUAL && i < s->c->option_count; i++)
		best[i] += chart_utility(s, j, i) >= most - UTILITY_EQUAL;
}

static struct str criteria_words(const struct subject *s, size_t n)
{
	return phrase_count(s->phrases, PLURAL_CRITERIA, n, s->arena);
}
