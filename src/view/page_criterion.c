#include "view/contest_view.h"
#include "view/criterion_view.h"
#include "view/frame.h"
#include "view/page_view.h"

#include <math.h>

#include "view/catalogue.h"
#include "view/catalogue_view.h"
#include "view/chart_parts.h"
#include "view/criterion_answer.h"
#include "view/judged_view.h"
#include "view/page_parts.h"
#include "view/parts.h"

enum {
	NAV_SIGNS = 3,	/* beside a criterion in the contents */
	NAV_MOST = 200, /* criteria there: of more, the ones around it */
};

/* Of the criteria, those in the contents of one's page. */
struct nav {
	size_t from, to;
};

static const struct value *rubric_view(const struct criterion *criterion,
				       struct arena *arena);
static const struct value *sections_view(const struct subject *s, size_t j);
static bool has_section(const struct subject *s, size_t j, size_t option);
static struct str about_criterion(const struct subject *s,
				  const struct criterion *criterion, size_t j);
static void add_evidence(const struct subject *s, size_t j, struct value *o);
static const struct value *criterion_out(const struct subject *s, size_t j);
static const struct value *criterion_toc(const struct book *book, size_t j);
static struct nav nav_around(const struct subject *s, size_t j);
static const struct value *criteria_nav(const struct subject *s, struct nav nav,
					size_t j);
static const struct value *nav_winners(const struct subject *s, size_t j);
static const struct value *nav_key(const struct subject *s, struct nav nav);

struct page criterion_page(const struct book *book, size_t j)
{
	const struct subject *s = book->subject;
	const struct criterion *criterion = &s->c->criteria[j];
	struct page page = page_start(book, criterion->id, "criterion",
				      criterion->title.str,
				      about_criterion(s, criterion, j));
	size_t count = s->c->criterion_count;
	bool last = j + 1 == count;
	struct nav nav = nav_around(s, j);
	struct value *values;

	page.params[0] = &criterion->params;
	page.source = criterion->at.file;
	values = page_values(book, &page, NULL, true);
	value_set(values, "criterion", criterion_detail(book, j, &page));
	value_set(values, "criteria_nav", criteria_nav(s, nav, j));
	value_set(values, "nav_key", nav_key(s, nav));
	value_set_bool(values, "nav_is_part", nav.to - nav.from < count);
	value_set(values, "previous",
		  j ? neighbour_view(s, j - 1) : value_null());
	value_set(values, "next",
		  last ? value_null() : neighbour_view(s, j + 1));
	return page;
}

/* Without a question it is "Speed: Node.js wins". */
static struct str about_criterion(const struct subject *s,
				  const struct criterion *criterion, size_t j)
{
	struct str question = criterion->question.str, winner;

	if (!s->c->scored)
		return question.len ? question
				    : page_unscored(s, criterion->title.str);
	winner = winner_sentence(s, j);
	if (!question.len)
		winner = PHRASE(s->phrases, WORD_FIGURE, s->arena,
				{ "criterion", criterion->title.str },
				{ "name", winner });
	return str_trim(PHRASE(s->phrases, WORD_CRITERION_TEXT, s->arena,
			       { "question", question },
			       { "comparison", s->c->title.str },
			       { "winner", winner }));
}

struct value *criterion_detail(const struct book *book, size_t j,
			       struct page *page)
{
	const struct subject *s = book->subject;
	const struct criterion *criterion = &s->c->criteria[j];
	struct arena *arena = s->arena;
	const struct value *criteria =
		value_find(book->shared, STR("criteria"));
	struct value *o = value_extend(criteria->as.list.items[j], arena);
	const struct value *sections;

	value_set_text(o, "of",
		       PHRASE(s->phrases, WORD_OF, arena,
			      { "n", arena_printf(arena, "%zu", j + 1) },
			      { "of", arena_printf(arena, "%zu",
						   s->c->criterion_count) }));
	value_set(o, "body", prose_view(&criterion->body, arena));
	value_set(o, "verdict", prose_view(&criterion->verdict, arena));
	value_set(o, "rubric", rubric_view(criterion, arena));
	value_set_bool(o, "has_rubric", criterion->rubric_count > 0);
	sections = sections_view(s, j);
	value_set(o, "sections", sections);
	value_set_bool(o, "has_sections", sections->as.list.count > 0);
	value_set(o, "judged", judged_view(s, j));
	add_evidence(s, j, o);
	value_set_text(o, "finding", criterion_finding(s, j));
	value_set_text(o, "effect", criterion_effect(s, j));
	value_set_text(o, "uneven", judged_uneven(s, j));
	value_set(o, "out", criterion_out(s, j));
	value_set(o, "samples",
		  samples_view(s, criterion->samples, criterion->sample_count));
	value_set(o, "ranking",
		  catalogue_ranking(s, j, value_find(o, STR("scores"))));
	if (page)
		value_set(o, "chart",
			  page_add_chart(page, criterion_chart(s, j)));
	value_set(o, "toc", criterion_toc(book, j));
	value_set_text(
		o, "reading_time",
		reading_time(s->phrases,
			     criterion_words(criterion, s->c->option_count),
			     arena));
	return o;
}

static const struct value *rubric_view(const struct criterion *criterion,
				       struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t i = 0; i < criterion->rubric_count; i++) {
		struct value *o = value_add_object(list);

		value_set_text(o, "score", criterion->rubric[i].score.str);
		value_set(o, "text",
			  prose_view(&criterion->rubric[i].text, arena));
	}
	return list;
}

static const struct value *sections_view(const struct subject *s, size_t j)
{
	const struct criterion *criterion = &s->c->criteria[j];
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t i = 0; i < s->c->option_count; i++) {
		const struct option *option = &s->c->options[i];
		struct value *o;
		bool missing =
			!criterion->scores || isnan(criterion->scores[i].value);

		if (!has_section(s, j, i))
			continue;
		o = value_add_object(list);
		value_set_text(o, "name", option->name.str);
		value_set_text(o, "class", option_class(i));
		value_set_text(o, "anchor", option->id);
		value_set_text(o, "value", subject_score(s, i, j));
		value_set_bool(o, "is_winner",
			       s->c->scored &&
				       s->r->wins[j * s->c->option_count + i]);
		value_set_bool(o, "is_missing", missing);
		value_set(o, "text",
			  prose_view(&criterion->sections[i], arena));
	}
	return list;
}

/*
 * One that nothing is told of has its place beside the others; but where
 * nothing is told of any, or of one of many, that need not be told.
 */
static bool has_section(const struct subject *s, size_t j, size_t option)
{
	const struct prose *sections = s->c->criteria[j].sections;
	bool any = false;

	for (size_t i = 0; i < s->c->option_count && !any; i++)
		any = !prose_is_empty(&sections[i]);
	return any &&
	       (!is_catalogue(s->c) || !prose_is_empty(&sections[option]));
}

static void add_evidence(const struct subject *s, size_t j, struct value *o)
{
	const struct score *scores = s->c->criteria[j].scores;
	struct value *rows = value_list(s->arena);
	bool judges = false, confident = false, dated = false, more = false;

	for (size_t i = 0; scores && i < s->c->option_count; i++)
		for (size_t k = 0; k < scores[i].evidence_count; k++) {
			const struct evidence *e = &scores[i].evidence[k];

			judges |= e->judge.len > 0;
			confident |= e->confidence != CONFIDENCE_NONE;
			dated |= e->date.year > 0;
			more |= e->source_count || !prose_is_empty(&e->note);
			value_append(rows, evidence_view(s, j, i, e));
		}
	value_set(o, "evidence", rows);
	value_set_text(o, "evidence_count",
		       phrase_count(s->phrases, PLURAL_SCORES,
				    rows->as.list.count, s->arena));
	/* The ranking of many has the bare numbers already. */
	value_set_bool(o, "has_evidence",
		       is_catalogue(s->c) ? judges || confident || dated || more
					  : value_is_truthy(value_find(
						    o, STR("is_scored"))));
	/* Of judges their table says as much, but for those of many options. */
	value_set_bool(o, "has_evidence_rows",
		       !value_is_truthy(value_find(o, STR("judged"))) ||
			       (is_catalogue(s->c) &&
				(confident || dated || more)));
	value_set_bool(o, "has_judges", judges);
	value_set_bool(o, "has_confidence", confident);
	value_set_bool(o, "has_dates", dated);
}

/* Whom the criterion's must rules out, or may. */
static const struct value *criterion_out(const struct subject *s, size_t j)
{
	struct value *list = value_list(s->arena);

	for (size_t i = 0; i < s->c->option_count; i++) {
		size_t at = j * s->c->option_count + i;
		struct value *o;

		if (!s->r->contest.fails[at] && !s->r->contest.unknown[at])
			continue;
		o = value_add_object(list);
		value_set_text(o, "name", s->c->options[i].name.str);
		value_set_text(o, "class", option_class(i));
		value_set_text(o, "reason", contest_reason(s, i));
	}
	return list;
}

static const struct value *criterion_toc(const struct book *book, size_t j)
{
	const struct subject *s = book->subject;
	const struct criterion *criterion = &s->c->criteria[j];
	struct value *list = value_list(s->arena);

	for (size_t i = 0; i < s->c->option_count; i++)
		if (has_section(s, j, i))
			toc_add_entry(list, s->c->options[i].name.str,
				      s->c->options[i].id, 2);
	if (!prose_is_empty(&criterion->verdict))
		toc_add_entry(list, phrase(s->phrases, WORD_VERDICT),
			      STR("verdict"), 2);
	if (s->c->scored)
		toc_add_entry(list, phrase(s->phrases, WORD_EVIDENCE),
			      STR("evidence"), 2);
	return list;
}

/* A list of all on the page of each grows by the square of their number. */
static struct nav nav_around(const struct subject *s, size_t j)
{
	size_t count = s->c->criterion_count;
	size_t from = j < NAV_MOST / 2 ? 0 : j - NAV_MOST / 2;

	if (count <= NAV_MOST)
		return (struct nav){ 0, count };
	if (from > count - NAV_MOST)
		from = count - NAV_MOST;
	return (struct nav){ from, from + NAV_MOST };
}

/* By groups, as they follow one another, each with who wins it. */
static const struct value *criteria_nav(const struct subject *s, struct nav nav,
					size_t j)
{
	struct value *groups = value_list(s->arena), *list = NULL;
	struct str group = STR("");

	for (size_t k = nav.from; k < nav.to; k++) {
		struct value *o = (struct value *)neighbour_view(s, k);
		struct str own = s->c->criteria[k].group.str;

		if (!list || !str_equals(own, group)) {
			struct value *next = value_add_object(groups);

			list = value_list(s->arena);
			value_set_text(next, "group", own);
			value_set(next, "criteria", list);
			group = own;
		}
		value_set_bool(o, "is_current", k == j);
		value_set(o, "winners", nav_winners(s, k));
		value_set_text(o, "said",
			       s->c->scored ? winner_sentence(s, k) : STR(""));
		value_append(list, o);
	}
	return groups;
}

/* Their classes; of many options, or of more that win than have room, none. */
static const struct value *nav_winners(const struct subject *s, size_t j)
{
	const bool *wins = s->r->wins + j * s->c->option_count;
	struct value *list = value_list(s->arena);
	size_t count = 0;

	for (size_t i = 0; s->c->scored && i < s->c->option_count; i++)
		count += wins[i];
	if (is_catalogue(s->c) || count > NAV_SIGNS)
		return list;
	for (size_t i = 0; count && i < s->c->option_count; i++)
		if (wins[i])
			value_append(list,
				     value_text(option_class(i), s->arena));
	return list;
}

/* Whose signs stand there. */
static const struct value *nav_key(const struct subject *s, struct nav nav)
{
	struct value *list = value_list(s->arena);

	for (size_t i = 0; i < s->c->option_count; i++) {
		bool wins = false;

		for (size_t j = nav.from; j < nav.to && !wins; j++)
			wins = s->r->wins[j * s->c->option_count + i] &&
			       value_is_truthy(nav_winners(s, j));
		if (wins) {
			struct value *o = value_add_object(list);

			value_set_text(o, "name", chart_short(s, i));
			value_set_text(o, "class", option_class(i));
		}
	}
	return list;
}
