#include "view/comparison_view.h"

#include <math.h>

#include "view/catalogue.h"
#include "view/catalogue_view.h"
#include "view/criterion_view.h"
#include "view/decision_view.h"
#include "view/option_view.h"
#include "view/pair_view.h"
#include "view/parts.h"
#include "view/result_view.h"
#include "view/tags.h"

static const struct value *tag_list(const struct comparison *c,
				    struct arena *arena);
static const struct value *gives_view(const struct comparison *c,
				      struct arena *arena);
static void make_parts(struct subject *s);
static const struct value *source_view(const struct subject *s, size_t source,
				       size_t uses);
static size_t *source_uses(const struct comparison *c, struct arena *arena);
static void add_links(const struct subject *s, struct value *o);
static void add_dates(const struct subject *s, struct value *o);
static void add_counts(const struct subject *s, struct value *o);
static const struct value *author_line(const struct subject *s);
static bool has_groups(const struct comparison *c);
static const struct value *ranked_options(const struct subject *s,
					  const struct value *options);
static const struct value *leading_options(const struct subject *s,
					   const struct value *options);
static const struct value *all_sources(const struct subject *s);

const struct value *comparison_view(struct subject *s)
{
	const struct comparison *c = s->c;
	struct arena *arena = s->arena;
	struct value *o = value_object(arena);
	const struct value *options;

	make_parts(s);
	options = list_view(s, s->c->option_count, option_view);
	value_set_text(o, "slug", c->slug);
	value_set_text(o, "title", c->title.str);
	value_set_text(o, "summary", c->summary.str);
	add_links(s, o);
	add_dates(s, o);
	value_set(o, "authors",
		  text_list_view(c->authors, c->author_count, arena));
	value_set(o, "tags", tag_list(c, arena));
	value_set_bool(o, "has_tags", c->tag_count);
	value_set(o, "author_line", author_line(s));
	value_set(o, "disclosure", prose_view(&c->disclosure, arena));
	value_set_bool(o, "is_draft", c->draft);
	value_set_bool(o, "is_scored", c->scored);
	value_set_bool(o, "is_judged", s->r->judged);
	value_set_bool(o, "is_pair", c->option_count == 2);
	value_set_bool(o, "is_catalogue", is_catalogue(c));
	value_set(o, "catalogue", catalogue_view(s, options));
	add_counts(s, o);
	value_set_bool(o, "has_groups", has_groups(c));
	value_set(o, "gives", gives_view(c, arena));
	value_set(o, "options", options);
	value_set(o, "ranking", ranked_options(s, options));
	value_set(o, "leading", leading_options(s, options));
	value_set(o, "criteria",
		  list_view(s, s->c->criterion_count, criterion_view));
	value_set(o, "sources", all_sources(s));
	value_set(o, "result", result_view(s));
	value_set(o, "decision", decision_view(s));
	value_set(o, "pairs", pairs_of_best(s));
	value_set_bool(o, "has_pairs", s->r->pairs.count > 0);
	value_set_text(o, "unjudged", unjudged_sentence(s));
	value_set_text(o, "never_scored", never_scored_sentence(s));
	return o;
}

static const struct value *tag_list(const struct comparison *c,
				    struct arena *arena)
{
	struct str *names = arena_array(arena, struct str, c->tag_count + 1);

	for (size_t i = 0; i < c->tag_count; i++)
		names[i] = c->tags[i].str;
	return tags_view(names, c->tag_count, arena);
}

/* What some option has, so that the others are said not to have it. */
static const struct value *gives_view(const struct comparison *c,
				      struct arena *arena)
{
	struct value *o = value_object(arena);
	bool features = false, pros = false, cons = false, best_for = false;

	for (size_t i = 0; i < c->option_count; i++) {
		features |= c->options[i].features.count > 0;
		pros |= c->options[i].pros.count > 0;
		cons |= c->options[i].cons.count > 0;
		best_for |= c->options[i].best_for.count > 0;
	}
	value_set_bool(o, "features", features);
	value_set_bool(o, "pros", pros);
	value_set_bool(o, "cons", cons);
	value_set_bool(o, "best_for", best_for);
	return o;
}

static void make_parts(struct subject *s)
{
	const size_t *uses = source_uses(s->c, s->arena);

	s->sources = arena_array(s->arena, const struct value *,
				 s->c->source_count + 1);
	for (size_t i = 0; i < s->c->source_count; i++)
		s->sources[i] = source_view(s, i, uses[i]);
	s->placed = samples_view(s, s->c->placed, s->c->placed_count);
}

static const struct value *source_view(const struct subject *s, size_t source,
				       size_t uses)
{
	const struct source *from = &s->c->sources[source];
	struct arena *arena = s->arena;
	struct value *o = value_object(arena);
	bool published = !str_is_empty(from->publisher.str);

	value_set_text(o, "id", from->id);
	value_setf(o, "number", "%zu", source + 1);
	value_set_text(o, "title", from->title.str);
	value_set_text(o, "label",
		       published ? from->publisher.str : from->title.str);
	value_setf(o, "url_local", "%c%.*s/index.html#source-%.*s", ROOT_MARK,
		   STR_ARG(s->c->slug), STR_ARG(from->id));
	value_set_text(o, "author", from->author.str);
	value_set_text(o, "publisher", from->publisher.str);
	value_set_text(o, "url", from->url.str);
	value_set_text(o, "date", phrase_date(s->phrases, from->date, arena));
	value_set_text(o, "date_iso", phrase_date_iso(from->date, arena));
	value_set_text(o, "used_sentence",
		       uses ? phrase_count(s->phrases, PLURAL_USED, uses, arena)
			    : STR(""));
	return o;
}

/*
 * How many scores rest on each source: those that are given, of every judge.
 * Counted in one walk, as there may be thousands of both.
 */
static size_t *source_uses(const struct comparison *c, struct arena *arena)
{
	size_t *uses = arena_array(arena, size_t, c->source_count + 1);

	for (size_t j = 0; j < c->criterion_count; j++) {
		for (size_t i = 0; c->criteria[j].scores && i < c->option_count;
		     i++) {
			const struct score *score = &c->criteria[j].scores[i];

			for (size_t k = 0; k < score->evidence_count; k++) {
				const struct evidence *e = &score->evidence[k];

				for (size_t n = 0;
				     !isnan(e->value) && n < e->source_count;
				     n++)
					uses[e->sources[n]]++;
			}
		}
	}
	return uses;
}

static void add_links(const struct subject *s, struct value *o)
{
	const struct comparison *c = s->c;
	struct arena *arena = s->arena;

	value_set_text(o, "url", subject_url(s, STR("")));
	value_set_text(o, "matrix_url", subject_url(s, STR("matrix")));
	value_set_text(o, "scoreboard_url",
		       c->scored ? subject_url(s, STR("scoreboard")) : STR(""));
	value_set_text(o, "sources_url",
		       subject_file_url(s, "index.html#sources"));
	value_set_text(o, "infographic_url",
		       s->site->pictures & PICTURE_INFOGRAPHICS
			       ? subject_url(s, STR("infographic"))
			       : STR(""));
	value_set_text(o, "data_url", subject_file_url(s, "data.json"));
	value_set_text(o, "card_url",
		       s->site->pictures & PICTURE_CARDS
			       ? subject_file_url(s, "card.png")
			       : STR(""));
	value_set_text(o, "scores_url",
		       c->scored ? subject_file_url(s, "scores.csv") : STR(""));
	value_set_text(o, "badge_url",
		       s->r->judged ? subject_file_url(s, "badge.svg")
				    : STR(""));
	value_set_text(o, "cover_url",
		       c->cover.str.len ? site_url(c->cover.str, arena)
					: STR(""));
	value_set(o, "cover_size", size_view(c->cover_size, arena));
}

static void add_dates(const struct subject *s, struct value *o)
{
	const struct comparison *c = s->c;
	struct arena *arena = s->arena;
	struct str date = phrase_date_iso(c->date, arena);
	struct str updated = phrase_date_iso(c->updated, arena);
	bool later = !str_equals(date, updated);

	value_set_text(o, "date", phrase_date(s->phrases, c->date, arena));
	value_set_text(o, "date_iso", date);
	value_set_text(o, "updated",
		       later ? phrase_date(s->phrases, c->updated, arena)
			     : STR(""));
	value_set_text(o, "updated_iso", later ? updated : STR(""));
}

static void add_counts(const struct subject *s, struct value *o)
{
	const struct comparison *c = s->c;
	struct arena *arena = s->arena;

	value_set_text(o, "option_count",
		       phrase_count(s->phrases, PLURAL_OPTIONS, c->option_count,
				    arena));
	value_set_text(o, "criterion_count",
		       phrase_count(s->phrases, PLURAL_CRITERIA,
				    c->criterion_count, arena));
	value_set_text(o, "source_count",
		       phrase_count(s->phrases, PLURAL_SOURCES, c->source_count,
				    arena));
	value_set_bool(o, "has_sources", c->source_count);
	value_setf(o, "column_count", "%zu",
		   c->option_count + (c->scored ? 3 : 1));
}

static const struct value *author_line(const struct subject *s)
{
	const struct comparison *c = s->c;
	struct str *names = arena_array(s->arena, struct str, c->author_count);

	if (!c->author_count)
		return value_null();
	for (size_t i = 0; i < c->author_count; i++)
		names[i] = c->authors[i].str;
	return value_text(
		PHRASE(s->phrases, WORD_BY, s->arena,
		       { "names", phrase_list(s->phrases, names,
					      c->author_count, s->arena) }),
		s->arena);
}

static bool has_groups(const struct comparison *c)
{
	for (size_t j = 0; j < c->criterion_count; j++)
		if (!str_is_empty(c->criteria[j].group.str))
			return true;
	return false;
}

static const struct value *ranked_options(const struct subject *s,
					  const struct value *options)
{
	struct value *list = value_list(s->arena);

	if (s->r->judged)
		for (size_t i = 0; i < s->r->ranked; i++)
			value_append(list,
				     options->as.list.items[s->r->order[i]]);
	return list;
}

static const struct value *leading_options(const struct subject *s,
					   const struct value *options)
{
	const struct value *all = ranked_options(s, options);
	struct value *list = value_list(s->arena);

	for (size_t k = 0; k < all->as.list.count && k < CATALOGUE_LEAD; k++)
		value_append(list, all->as.list.items[k]);
	return list;
}

static const struct value *all_sources(const struct subject *s)
{
	struct value *list = value_list(s->arena);

	for (size_t i = 0; i < s->c->source_count; i++)
		value_append(list, s->sources[i]);
	return list;
}
