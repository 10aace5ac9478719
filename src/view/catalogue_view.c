#include "view/catalogue_view.h"

#include <math.h>

#include "judge/rank.h"
#include "view/catalogue.h"
#include "view/chart_parts.h"
#include "view/criterion_view.h"
#include "view/matrix_view.h"
#include "view/parts.h"

enum {
	FIGURES_MOST = 4,   /* key figures: the weightiest criteria */
	BESIDE = 4,	    /* ranked above an option, and below it */
	SOURCES_MOST = 4,   /* of a column, in its head */
	COLUMNS_OPEN = 9,   /* at first, about */
	PAPER_MOST = 24,    /* columns that a sheet shows well */
	PAPER_DIGITS = 210, /* of one row, in the smallest letters */
	FOLDS_MOST = 12,    /* groups of columns that style.css can fold */
};

static const struct value *slice(const struct subject *s,
				 const struct value *all, const size_t *order,
				 size_t from, size_t to);
static struct str rest_words(const struct subject *s, size_t from);
static size_t key_criteria(const struct subject *s,
			   size_t criteria[FIGURES_MOST]);
static void add_column(const struct subject *s, size_t j, struct value *o);
static struct ranking rank_by(const struct subject *s, size_t j);
static void add_ends(const struct subject *s, size_t j, struct value *o);
static const struct value *ranked_scores(const struct subject *s,
					 const struct ranking *ranking,
					 const struct value *scores,
					 size_t from, size_t to);
static const struct value *column_groups(const struct subject *s,
					 const struct value *criteria,
					 size_t *group_of, size_t *count);
static const struct value *columns_of(const struct subject *s,
				      const struct value *criteria,
				      const size_t *group_of, size_t group);
static size_t group_index(const struct comparison *c, size_t j,
			  const size_t *group_of, size_t *count);
static const struct value *column_sources(const struct subject *s, size_t j);
static bool runs_up(const struct subject *s);
static const struct value *matrix_rows(const struct subject *s,
				       const struct value *criteria,
				       const struct value *options,
				       const size_t *group_of, size_t groups);
static struct str exact_total(const struct subject *s, double total);
static struct str fold_class(const struct subject *s, size_t group);

const struct value *catalogue_view(const struct subject *s,
				   const struct value *options)
{
	size_t criteria[FIGURES_MOST];
	struct value *o, *figures;
	const size_t *order;
	size_t count = s->c->option_count;

	if (!is_catalogue(s->c))
		return value_null();
	o = value_object(s->arena);
	figures = value_list(s->arena);
	order = catalogue_order(s);
	for (size_t k = 0, n = key_criteria(s, criteria); k < n; k++)
		add_column(s, criteria[k], value_add_object(figures));
	value_set(o, "figures", figures);
	value_set(o, "best", slice(s, options, order, 0, CATALOGUE_LEAD));
	value_set(o, "rest", slice(s, options, order, CATALOGUE_LEAD, count));
	value_set_text(o, "more", rest_words(s, CATALOGUE_LEAD));
	return o;
}

const struct value *catalogue_figures(const struct subject *s, size_t option)
{
	size_t criteria[FIGURES_MOST], count;
	struct value *list = value_list(s->arena);

	if (!is_catalogue(s->c))
		return list;
	count = key_criteria(s, criteria);
	for (size_t k = 0; k < count; k++) {
		size_t j = criteria[k], at = j * s->c->option_count + option;
		struct value *o = value_add_object(list);
		bool missing = !s->c->criteria[j].scores ||
			       isnan(s->c->criteria[j].scores[option].value);

		value_set_text(o, "title", s->c->criteria[j].title.str);
		value_set_text(o, "value", subject_score(s, option, j));
		value_set_text(o, "number", subject_number(s, option, j));
		value_set_text(o, "bar",
			       missing ? STR("")
				       : bar_class(s->r->utilities[at],
						   s->arena));
		value_set_bool(o, "is_winner", s->c->scored && s->r->wins[at]);
		value_set_bool(o, "is_missing", missing);
	}
	return list;
}

const struct value *catalogue_ranking(const struct subject *s, size_t j,
				      const struct value *scores)
{
	size_t count = s->c->option_count;
	size_t lead = count < CATALOGUE_LEAD ? count : CATALOGUE_LEAD;
	struct ranking ranking;
	struct value *o;

	if (!is_catalogue(s->c) || !s->c->scored)
		return value_null();
	ranking = rank_by(s, j);
	o = value_object(s->arena);
	add_ends(s, j, o);
	value_set(o, "best", ranked_scores(s, &ranking, scores, 0, lead));
	value_set(o, "rest", ranked_scores(s, &ranking, scores, lead, count));
	value_set_text(o, "more", rest_words(s, lead));
	return o;
}

const struct value *catalogue_matrix(const struct subject *s,
				     const struct value *criteria,
				     const struct value *options)
{
	size_t *group_of, groups;
	struct value *o;

	if (!is_catalogue(s->c))
		return value_null();
	o = value_object(s->arena);
	group_of = arena_array(s->arena, size_t, s->c->criterion_count);
	value_set(o, "groups", column_groups(s, criteria, group_of, &groups));
	value_set_text(o, "more", rest_words(s, CATALOGUE_LEAD));
	value_set_bool(o, "can_fold", groups > 1 && groups <= FOLDS_MOST);
	value_set_bool(o, "is_wide", s->c->criterion_count > PAPER_MOST);
	value_set_bool(o, "runs_up", runs_up(s));
	value_set(o, "rows",
		  matrix_rows(s, criteria, options, group_of, groups));
	return o;
}

/* Whether its numbers have no room beside each other on a sheet. */
static bool runs_up(const struct subject *s)
{
	size_t longest = 0, columns = s->c->criterion_count + 1;

	for (size_t j = 0; s->c->scored && j < s->c->criterion_count; j++)
		for (size_t i = 0; i < s->c->option_count; i++) {
			size_t own = str_char_count(subject_number(s, i, j));

			longest = own > longest ? own : longest;
		}
	return longest * columns > PAPER_DIGITS;
}

const struct value *catalogue_others(const struct subject *s, size_t option,
				     const struct value *options)
{
	size_t count = s->c->option_count, at = 0, from = 0, to = count;
	struct value *list = value_list(s->arena);
	const size_t *order;

	if (!is_catalogue(s->c)) {
		for (size_t i = 0; i < count; i++)
			if (i != option)
				value_append(list, options->as.list.items[i]);
		return list;
	}
	order = catalogue_order(s);
	while (order[at] != option)
		at++;
	if (at > BESIDE)
		from = at - BESIDE;
	if (at + BESIDE + 1 < count)
		to = at + BESIDE + 1;
	for (size_t k = from; k < to; k++)
		if (k != at)
			value_append(list, options->as.list.items[order[k]]);
	return list;
}

static const struct value *slice(const struct subject *s,
				 const struct value *all, const size_t *order,
				 size_t from, size_t to)
{
	struct value *list = value_list(s->arena);

	for (size_t k = from; k < to && k < s->c->option_count; k++)
		value_append(list, all->as.list.items[order[k]]);
	return list;
}

/* "Show the other 50"; empty where nothing is left. */
static struct str rest_words(const struct subject *s, size_t from)
{
	size_t count = s->c->option_count;

	return from < count ? phrase_count(s->phrases, PLURAL_SHOW_REST,
					   count - from, s->arena)
			    : STR("");
}

/* The weightiest first, as written where they weigh the same. */
static size_t key_criteria(const struct subject *s,
			   size_t criteria[FIGURES_MOST])
{
	size_t all = s->c->criterion_count, count = 0;
	bool *taken = arena_array(s->arena, bool, all);

	while (s->c->scored && count < FIGURES_MOST && count < all) {
		size_t next = all;

		for (size_t j = 0; j < all; j++)
			if (!taken[j] && (next == all ||
					  s->c->criteria[j].weight >
						  s->c->criteria[next].weight))
				next = j;
		taken[next] = true;
		criteria[count++] = next;
	}
	return count;
}

static void add_column(const struct subject *s, size_t j, struct value *o)
{
	const struct criterion *criterion = &s->c->criteria[j];

	value_set_text(o, "title", criterion->title.str);
	value_set_text(o, "url", subject_url(s, criterion->id));
	criterion_add_measure(s, j, o);
}

/* Of those that have a score there. */
static struct ranking rank_by(const struct subject *s, size_t j)
{
	const struct score *scores = s->c->criteria[j].scores;
	size_t count = s->c->option_count;
	bool *in = arena_array(s->arena, bool, count);

	for (size_t i = 0; i < count; i++)
		in[i] = scores && !isnan(scores[i].value);
	return rank_all(s->r->utilities + j * count, in, count, s->arena);
}

static void add_ends(const struct subject *s, size_t j, struct value *o)
{
	const struct scoring *scoring = &s->c->scoring;
	struct chart_data data = { 0 };

	if (s->c->criteria[j].measure.given)
		chart_measure_ends(s, j, &data);
	else {
		data.low_end = subject_given(s, scoring->min);
		data.high_end = subject_given(s, scoring->max);
	}
	value_set_text(o, "low_end", data.low_end);
	value_set_text(o, "high_end", data.high_end);
}

static const struct value *ranked_scores(const struct subject *s,
					 const struct ranking *ranking,
					 const struct value *scores,
					 size_t from, size_t to)
{
	struct value *list = value_list(s->arena);

	for (size_t k = from; k < to; k++) {
		size_t i = ranking->order[k];
		struct value *row = value_add_object(list);

		value_set(row, "score", scores->as.list.items[i]);
		value_set_text(
			row, "place",
			ranking->ranks[i]
				? phrase_number(s->phrases,
						(double)ranking->ranks[i], 0,
						s->arena)
				: STR(""));
	}
	return list;
}

/* In the order in which groups first appear; columns keep their order. */
static const struct value *column_groups(const struct subject *s,
					 const struct value *criteria,
					 size_t *group_of, size_t *count)
{
	struct value *list = value_list(s->arena);
	size_t shown = 0;

	*count = 0;
	for (size_t j = 0; j < s->c->criterion_count; j++)
		group_of[j] = group_index(s->c, j, group_of, count);
	for (size_t g = 0; g < *count; g++) {
		struct value *o = value_add_object(list);
		const struct value *columns =
			columns_of(s, criteria, group_of, g);
		size_t j = 0;

		while (group_of[j] != g)
			j++;
		value_set_text(o, "title",
			       s->c->criteria[j].group.str.len
				       ? s->c->criteria[j].group.str
				       : phrase(s->phrases, WORD_CRITERIA));
		value_set_text(o, "fold", fold_class(s, g));
		value_setf(o, "span", "%zu", columns->as.list.count);
		value_set_bool(o, "is_open",
			       !g || shown + columns->as.list.count <=
					       COLUMNS_OPEN);
		shown += columns->as.list.count;
		value_set(o, "columns", columns);
	}
	return list;
}

/* The group of criterion `j`: one of those before it, or a new one. */
static size_t group_index(const struct comparison *c, size_t j,
			  const size_t *group_of, size_t *count)
{
	for (size_t k = 0; k < j; k++)
		if (str_equals(c->criteria[k].group.str,
			       c->criteria[j].group.str))
			return group_of[k];
	return (*count)++;
}

static const struct value *columns_of(const struct subject *s,
				      const struct value *criteria,
				      const size_t *group_of, size_t group)
{
	struct value *list = value_list(s->arena);

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		struct value *o;

		if (group_of[j] != group)
			continue;
		o = value_add_object(list);
		add_column(s, j, o);
		value_set(o, "criterion", criteria->as.list.items[j]);
		value_set(o, "sources", column_sources(s, j));
	}
	return list;
}

/* What the whole column rests on, where it is told in a few words. */
static const struct value *column_sources(const struct subject *s, size_t j)
{
	const struct score *scores = s->c->criteria[j].scores;
	bool *used = arena_array(s->arena, bool, s->c->source_count + 1);
	struct value *list = value_list(s->arena);

	for (size_t i = 0; scores && i < s->c->option_count; i++)
		for (size_t k = 0; k < scores[i].evidence_count; k++) {
			const struct evidence *e = &scores[i].evidence[k];

			for (size_t n = 0; n < e->source_count; n++)
				used[e->sources[n]] = true;
		}
	for (size_t n = 0; n < s->c->source_count; n++)
		if (used[n])
			value_append(list, s->sources[n]);
	return list->as.list.count <= SOURCES_MOST ? list
						   : value_list(s->arena);
}

static const struct value *matrix_rows(const struct subject *s,
				       const struct value *criteria,
				       const struct value *options,
				       const size_t *group_of, size_t groups)
{
	struct value *rows = value_list(s->arena);
	const size_t *order = catalogue_order(s);

	for (size_t k = 0; k < s->c->option_count; k++) {
		struct value *row = value_add_object(rows);
		double total = s->r->judged ? s->r->totals[order[k]] : NAN;
		struct value *parts = value_list(s->arena);
		struct value **cells =
			arena_array(s->arena, struct value *, groups);

		for (size_t g = 0; g < groups; g++) {
			struct value *part = value_add_object(parts);

			cells[g] = value_list(s->arena);
			value_set_text(part, "fold", fold_class(s, g));
			value_set(part, "cells", cells[g]);
		}
		for (size_t j = 0; j < s->c->criterion_count; j++)
			value_append(cells[group_of[j]],
				     value_find(criteria->as.list.items[j],
						STR("scores"))
					     ->as.list.items[order[k]]);
		value_set_text(row, "exact_total", exact_total(s, total));
		value_set(row, "option", options->as.list.items[order[k]]);
		value_set(row, "parts", parts);
	}
	return rows;
}

/* On the scale of totals, as shares of the points in per cent. */
static struct str exact_total(const struct subject *s, double total)
{
	const struct scoring *scoring = &s->c->scoring;

	if (subject_totals_are_shares(s))
		return exact_number(total * 100, s->arena);
	if (scoring->method == METHOD_POINTS)
		return exact_number(total * s->r->points_available, s->arena);
	return exact_number(
		scoring->min + total * (scoring->max - scoring->min), s->arena);
}

/* "g2": a class of style.css. */
static struct str fold_class(const struct subject *s, size_t group)
{
	return arena_printf(s->arena, "g%zu", group + 1);
}
