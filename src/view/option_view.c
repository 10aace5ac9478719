#include "view/option_view.h"

#include <math.h>

#include "view/catalogue_view.h"
#include "view/contest_view.h"
#include "view/criterion_view.h"
#include "view/lead_view.h"
#include "view/parts.h"
#include "view/result_view.h"

static void add_result(const struct subject *s, size_t option, struct value *o);
static size_t win_count(const struct subject *s, size_t option);
static struct str wins_sentence(const struct subject *s, size_t option,
				size_t wins);
static const struct value *facts_view(const struct option *option,
				      struct arena *arena);
static const struct value *uses_view(const struct option *option,
				     struct arena *arena);

struct value *option_view(const struct subject *s, size_t i)
{
	const struct option *option = &s->c->options[i];
	struct arena *arena = s->arena;
	struct value *o = value_object(arena);

	value_set_text(o, "id", option->id);
	value_set_text(o, "name", option->name.str);
	value_set_text(o, "short", option->short_name.str);
	value_set_text(o, "url", subject_option_url(s, i));
	value_set_text(o, "class", option_class(i));
	value_set_text(o, "website", option->website.str);
	value_set_text(o, "group", option->group.str);
	value_set_text(o, "price", option->price.str);
	value_set_text(o, "image_url",
		       option->image.str.len
			       ? site_url(option->image.str, arena)
			       : option->image.str);
	value_set_text(o, "logo_url",
		       option->logo.str.len ? site_url(option->logo.str, arena)
					    : option->logo.str);
	value_set(o, "image_size", size_view(option->image_size, arena));
	value_set(o, "logo_size", size_view(option->logo_size, arena));
	value_setf(o, "number", "%zu", i + 1);
	add_result(s, i, o);
	value_set(o, "body", prose_view(&option->body, arena));
	value_set_text(o, "intro", first_words(option->body.plain, arena));
	value_set(o, "figures", catalogue_figures(s, i));
	value_set(o, "facts", facts_view(option, arena));
	value_set_bool(o, "has_facts",
		       option->fact_count || option->website.str.len ||
			       option->group.str.len || option->price.str.len ||
			       s->c->source_count);
	value_set(o, "features", prose_list_view(&option->features, arena));
	value_set(o, "pros", prose_list_view(&option->pros, arena));
	value_set(o, "cons", prose_list_view(&option->cons, arena));
	value_set(o, "best_for", prose_list_view(&option->best_for, arena));
	value_set(o, "used_by", uses_view(option, arena));
	return o;
}

static void add_result(const struct subject *s, size_t i, struct value *o)
{
	const struct result *r = s->r;
	struct arena *arena = s->arena;
	bool judged = r->judged;
	size_t wins = win_count(s, i);

	value_set_text(o, "rank",
		       judged && r->ranks[i]
			       ? arena_printf(arena, "%zu", r->ranks[i])
			       : STR(""));
	value_set_text(o, "total",
		       judged ? subject_option_total(s, i) : STR(""));
	value_set_text(o, "percent",
		       judged && !isnan(r->totals[i])
			       ? percent_whole(r->totals[i], arena)
			       : STR(""));
	value_set_text(o, "total_sentence",
		       judged ? total_sentence(s, i) : STR(""));
	value_set_text(o, "standing", judged ? contest_reason(s, i) : STR(""));
	value_set_bool(o, "is_out", judged && !r->ranks[i]);
	value_set_bool(o, "is_leader", judged && r->leader == i);
	value_set_bool(o, "is_first", judged && r->first == i);
	value_set_bool(o, "is_dominated", judged && r->dominated[i]);
	value_set_text(o, "wins",
		       s->c->scored ? arena_printf(arena, "%zu", wins)
				    : STR(""));
	value_set_text(o, "wins_sentence",
		       s->c->scored ? wins_sentence(s, i, wins) : STR(""));
	value_set_text(o, "scored_on", subject_scored_on(s, i));
	value_set_text(o, "total_on",
		       judged ? subject_total_on(s, i) : STR(""));
	value_set_text(o, "robustness_percent",
		       judged ? percent_whole(r->robustness[i].first, arena)
			      : STR(""));
	value_set_text(o, "robustness",
		       judged && r->ranks[i] ? lead_first(s, i) : STR(""));
}

/* Criteria that the option wins alone. */
static size_t win_count(const struct subject *s, size_t option)
{
	size_t wins = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		wins += criterion_winner(s, j) == option;
	return wins;
}

/* Shared ones are no wins alone, but they are told beside them. */
static struct str wins_sentence(const struct subject *s, size_t option,
				size_t wins)
{
	size_t of = s->c->criterion_count, shared = 0;

	for (size_t j = 0; j < of; j++)
		shared += s->r->wins[j * s->c->option_count + option];
	shared -= wins;
	return PHRASE(
		s->phrases, shared ? WORD_WINS_SHARED : WORD_WINS_SENTENCE,
		s->arena,
		{ "n", phrase_number(s->phrases, (double)wins, 0, s->arena) },
		{ "shared",
		  phrase_number(s->phrases, (double)shared, 0, s->arena) },
		{ "criteria",
		  phrase_count(s->phrases, PLURAL_CRITERIA, of, s->arena) });
}

static const struct value *facts_view(const struct option *option,
				      struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t i = 0; i < option->fact_count; i++) {
		struct value *fact = value_add_object(list);

		value_set_text(fact, "label", option->facts[i].label.str);
		value_set(fact, "text",
			  prose_view(&option->facts[i].text, arena));
	}
	return list;
}

static const struct value *uses_view(const struct option *option,
				     struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t i = 0; i < option->use_count; i++) {
		struct value *use = value_add_object(list);

		value_set_text(use, "organisation",
			       option->uses[i].organisation.str);
		value_set(use, "purpose",
			  prose_view(&option->uses[i].purpose, arena));
	}
	return list;
}
