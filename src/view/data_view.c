#include "view/data_view.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/hash.h"
#include "judge/utility.h"
#include "model/finding.h"
#include "view/answer.h"
#include "view/chart_parts.h"
#include "view/criterion_view.h"
#include "view/headline.h"
#include "view/judging_view.h"
#include "view/parts.h"
#include "view/result_view.h"

/* WCAG 2.2, 1.4.11: of graphics with their ground. */
static const double LEAST_CONTRAST = 3;

static uint32_t colour_of(struct str given, struct arena *arena);
static const struct value *findings_data(const struct subject *s);
static const struct value *options_data(const struct subject *s);
static const struct value *best_for_data(const struct subject *s, size_t i);
static void add_measure(const struct subject *s, size_t j, struct value *o);
static const struct value *given_data(const struct subject *s,
				      const struct score *score);
static const struct value *criterion_data(const void *subject, size_t j,
					  struct arena *arena);
static const struct value *end_number(const struct subject *s, size_t j,
				      double end);
static bool is_given(const struct score *score, double number);
static const struct value *scores_data(const struct subject *s, size_t j);
static const struct value *source_ids(const struct subject *s,
				      const struct score *score);
static const struct value *result_data(const struct subject *s);
static const struct value *decision_data(const struct subject *s);
static const struct value *robustness_data(const struct subject *s);
static const struct value *number_at(const void *items, size_t i,
				     struct arena *arena);
static const struct value *sensitivity_data(const struct subject *s);
static const struct value *profiles_data(const struct subject *s);
static const struct value *ranks_data(const struct subject *s,
				      const struct profile_result *profile);
static void set_given(struct value *o, const char *name, struct str text);
static const struct value *bounds_data(const struct subject *s, size_t i);
static const struct value *ruled_out_data(const struct subject *s, size_t i);
static const struct value *judges_data(const struct subject *s);
static const struct value *without_data(const struct subject *s);
static void set_number(struct value *o, const char *name, double number);
static const struct value *numbers(const double *items, size_t count,
				   struct arena *arena);
static const struct value *option_id(const struct subject *s, size_t i);
static void put_colours(struct buf *to, const struct palette_mode *mode,
			const struct comparison *c);

const struct value *data_view(const struct subject *s)
{
	const struct scoring *scoring = &s->c->scoring;
	const double scale[] = { scoring->min, scoring->max };
	struct arena *arena = s->arena;
	struct value *o = value_object(arena);

	value_set_text(o, "slug", s->c->slug);
	value_set_text(o, "title", s->c->title.str);
	value_set_text(o, "method", method_name(scoring->method));
	value_set(o, "scale", numbers(scale, 2, arena));
	value_set_text(o, "url", subject_address(s, STR("")));
	value_set_text(o, "updated", phrase_date_iso(s->c->updated, arena));
	value_set(o, "source_count",
		  value_number((double)s->c->source_count, arena));
	value_set(o, "findings", findings_data(s));
	value_set(o, "options", options_data(s));
	value_set(o, "criteria",
		  value_made(criterion_data, s, s->c->criterion_count, arena));
	value_set(o, "result", result_data(s));
	if (s->c->decision.given)
		value_set(o, "decision", decision_data(s));
	value_set(o, "robustness", robustness_data(s));
	value_set(o, "sensitivity", sensitivity_data(s));
	value_set(o, "profiles", profiles_data(s));
	value_set(o, "judges", judges_data(s));
	value_set(o, "without", without_data(s));
	return o;
}

const struct value *data_number(double number, struct arena *arena)
{
	char text[32];

	if (!isfinite(number))
		return value_number(number, arena);
	snprintf(text, sizeof(text), "%.12g", number);
	return value_number(strtod(text, NULL), arena);
}

bool palette_with_options(const struct subject *s, const struct palette *base,
			  struct palette *own)
{
	bool any = false;

	*own = *base;
	own->theme = base;
	for (size_t i = 0; i < s->c->option_count && i < PALETTE_SLOTS; i++) {
		struct str given = s->c->options[i].color.str;
		uint32_t colour;

		if (str_is_empty(given))
			continue;
		any = true;
		colour = colour_of(given, s->arena);
		own->light.series[i] = palette_adapt(
			colour, base->light.surface, LEAST_CONTRAST);
		own->dark.series[i] =
			palette_adapt(colour, base->dark.surface, 4.5);
	}
	if (s->c->option_count != 2)
		return any;
	palette_part(own->light.series, base->light.surface, LEAST_CONTRAST);
	palette_part(own->dark.series, base->dark.surface, 4.5);
	for (size_t i = 0; i < 2; i++)
		any |= own->light.series[i] != base->light.series[i] ||
		       own->dark.series[i] != base->dark.series[i];
	return any;
}

void palette_check_options(struct diags *diags, const struct subject *s,
			   const struct palette *base)
{
	for (size_t i = 0; i < s->c->option_count; i++) {
		const struct text *given = &s->c->options[i].color;
		uint32_t colour, ground = base->light.surface;

		if (!given->str.len)
			continue;
		colour = colour_of(given->str, s->arena);
		if (palette_contrast(colour, ground) >= LEAST_CONTRAST)
			continue;
		diag_warning(diags, given->at,
			     "the colour \"%.*s\" hardly stands out: its "
			     "contrast is %.1f, and 3 is the least",
			     STR_ARG(given->str),
			     palette_contrast(colour, ground));
		diag_name(diags, finding_kind(FINDING_CONTRAST)->name);
		diag_hint(diags,
			  "it is drawn as \"#%06x\", the nearest that "
			  "does",
			  palette_adapt(colour, ground, LEAST_CONTRAST));
	}
}

/* "#2b5f9e", as it was checked when it was read. */
static uint32_t colour_of(struct str given, struct arena *arena)
{
	return (uint32_t)strtoul(arena_str(arena, str_from_byte(given, 1)).ptr,
				 NULL, 16);
}

struct str colors_css(const struct palette *own, const struct comparison *c,
		      struct arena *arena)
{
	struct buf buf = { 0 };
	struct str css;

	put_colours(&buf, &own->light, c);
	buf_text(&buf, "@media screen and (prefers-color-scheme:dark){");
	put_colours(&buf, &own->dark, c);
	buf_text(&buf, "}\n");
	css = buf_copy(&buf, arena);
	buf_release(&buf);
	return css;
}

struct str all_colors_css(const struct digest *digests, size_t count,
			  struct arena *arena)
{
	struct buf buf = { 0 };
	struct str css;

	for (size_t i = 0; i < count; i++)
		buf_raw(&buf, digests[i].colors);
	css = buf_copy(&buf, arena);
	buf_release(&buf);
	return css;
}

struct str colors_path(struct str name, struct str css, struct arena *arena)
{
	struct str hash;

	if (!css.len)
		return css;
	hash = hash_hex(hash_of(css), 10, arena);
	return arena_printf(arena, "assets/%.*s.%.*s.css", STR_ARG(name),
			    STR_ARG(hash));
}

static const struct value *findings_data(const struct subject *s)
{
	struct headline *found =
		arena_array(s->arena, struct headline, HEADLINES_MOST);
	size_t count = headlines_of(s, found);
	struct value *list = value_list(s->arena);

	for (size_t k = 0; k < count; k++) {
		struct value *o = value_add_object(list);

		value_set_text(o, "rule", str_from(found[k].rule));
		value_set_text(o, "text", found[k].text);
	}
	return list;
}

static const struct value *options_data(const struct subject *s)
{
	bool points = s->c->scoring.method == METHOD_POINTS;
	const struct result *r = s->r;
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t i = 0; i < s->c->option_count; i++) {
		struct value *o = value_add_object(list);

		value_set_text(o, "id", s->c->options[i].id);
		value_set_text(o, "name", s->c->options[i].name.str);
		set_given(o, "group", s->c->options[i].group.str);
		set_given(o, "price", s->c->options[i].price.str);
		set_given(o, "image", s->c->options[i].image.str);
		set_number(o, "total", r->judged ? r->totals[i] : NAN);
		value_set(o, "rank",
			  value_number(r->judged && r->ranks[i]
					       ? (double)r->ranks[i]
					       : NAN,
				       arena));
		if (points)
			set_number(o, "points",
				   r->judged ? r->raw_totals[i] : NAN);
		set_number(o, "coverage", r->contest.coverage[i]);
		value_set(o, "bounds", bounds_data(s, i));
		value_set(o, "ruled_out", ruled_out_data(s, i));
		value_set(o, "best_for", best_for_data(s, i));
	}
	return list;
}

static const struct value *best_for_data(const struct subject *s, size_t i)
{
	const struct prose_list *best = &s->c->options[i].best_for;
	struct value *list = value_list(s->arena);

	for (size_t k = 0; k < best->count; k++)
		value_append(list, value_text(best->items[k].plain, s->arena));
	return list;
}

/* What few options have is not there where it is not given. */
static void set_given(struct value *o, const char *name, struct str text)
{
	if (text.len)
		value_set_text(o, name, text);
}

/* With their scores they are most of it: one is there at a time. */
static const struct value *criterion_data(const void *subject, size_t j,
					  struct arena *arena)
{
	const struct subject *all = subject;
	struct subject here = *all, *s = &here;
	const struct criterion *criterion = &s->c->criteria[j];
	size_t n = s->c->option_count;
	struct value *o = value_object(arena);

	here.arena = arena;
	value_set_text(o, "id", criterion->id);
	value_set_text(o, "title", criterion->title.str);
	value_set(o, "weight", value_number(criterion->weight, arena));
	value_set_bool(o, "counts", s->r->counts[j]);
	set_given(o, "group", criterion->group.str);
	add_measure(s, j, o);
	value_set(o, "scores", scores_data(s, j));
	if (s->c->scoring.method == METHOD_POINTS)
		value_set(o, "tally", numbers(s->r->tally + j * n, n, arena));
	return o;
}

/* What it is measured in, and what is worth 0 and 1. */
static void add_measure(const struct subject *s, size_t j, struct value *o)
{
	const struct criterion *criterion = &s->c->criteria[j];
	const struct measure *measure = &criterion->measure;
	struct ends ends = subject_ends(s, j);
	struct value *bounds = value_list(s->arena);

	value_set_bool(o, "measured", measure->given);
	set_given(o, "unit", measure->unit.str);
	value_set_text(o, "better",
		       measure->given && measure->lower_is_better
			       ? STR("lower")
			       : STR("higher"));
	value_append(bounds, end_number(s, j, ends.worst));
	value_append(bounds, end_number(s, j, ends.best));
	value_set(o, "bounds", bounds);
}

/* What the author gave keeps its digits; a mean has twelve. */
static const struct value *end_number(const struct subject *s, size_t j,
				      double end)
{
	const struct criterion *criterion = &s->c->criteria[j];
	bool given = end == criterion->measure.best ||
		     end == criterion->measure.worst;

	for (size_t i = 0; criterion->scores && i < s->c->option_count; i++)
		given |= is_given(&criterion->scores[i], end);
	return given ? value_number(end, s->arena) : data_number(end, s->arena);
}

static bool is_given(const struct score *score, double number)
{
	for (size_t k = 0; k < score->evidence_count; k++)
		if (score->evidence[k].value == number)
			return true;
	return false;
}

static const struct value *scores_data(const struct subject *s, size_t j)
{
	const struct score *scores = s->c->criteria[j].scores;
	size_t n = s->c->option_count;
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t i = 0; scores && i < n; i++) {
		struct value *o = value_add_object(list);

		value_set_text(o, "option", s->c->options[i].id);
		value_set(o, "value",
			  is_given(&scores[i], scores[i].value)
				  ? value_number(scores[i].value, arena)
				  : data_number(scores[i].value, arena));
		set_number(o, "utility", s->r->utilities[j * n + i]);
		value_set_bool(o, "missing", isnan(scores[i].value));
		value_set_bool(o, "winner", s->r->wins[j * n + i]);
		value_set(o, "sources", source_ids(s, &scores[i]));
		value_set(o, "judges", given_data(s, &scores[i]));
	}
	return list;
}

/* What each judge gave, of those that count; a null judge: the author. */
static const struct value *given_data(const struct subject *s,
				      const struct score *score)
{
	struct value *list = value_list(s->arena);

	for (size_t k = 0; k < score->evidence_count; k++) {
		const struct evidence *e = &score->evidence[k];
		struct value *o;

		if (!evidence_counts(e))
			continue;
		o = value_add_object(list);
		value_set(o, "judge",
			  e->judge.len ? value_text(e->judge, s->arena)
				       : value_null());
		value_set(o, "value", value_number(e->value, s->arena));
	}
	return list;
}

static const struct value *source_ids(const struct subject *s,
				      const struct score *score)
{
	struct value *list = value_list(s->arena);
	const bool *used = subject_sources_used(s, score);

	for (size_t n = 0; n < s->c->source_count; n++)
		if (used[n])
			value_append(list,
				     value_text(s->c->sources[n].id, s->arena));
	return list;
}

static const struct value *result_data(const struct subject *s)
{
	const struct result *r = s->r;
	struct arena *arena = s->arena;
	struct value *o = value_object(arena), *dominated = value_list(arena);

	for (size_t i = 0; r->judged && i < r->option_count; i++)
		if (r->dominated[i])
			value_append(dominated, option_id(s, i));
	value_set(o, "leader", option_id(s, r->leader));
	set_number(o, "margin", r->judged && r->ranked > 1 ? r->margin : NAN);
	value_set_bool(o, "close", r->judged && r->close);
	set_number(o, "threshold", s->c->scoring.close);
	value_set(o, "dominated", dominated);
	return o;
}

static const struct value *decision_data(const struct subject *s)
{
	const struct decision *d = &s->c->decision;
	struct arena *arena = s->arena;
	struct value *o = value_object(arena);

	value_set_text(o, "status", d->status.str);
	value_set_text(o, "date", phrase_date_iso(d->date, arena));
	value_set(o, "deciders",
		  text_list_view(d->deciders, d->decider_count, arena));
	value_set(o, "chosen",
		  d->chosen.claim == CLAIM_OPTION
			  ? option_id(s, d->chosen.option)
			  : value_null());
	value_set_text(o, "because", d->because.plain);
	return o;
}

static const struct value *robustness_data(const struct subject *s)
{
	const struct result *r = s->r;
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t i = 0; r->judged && i < r->option_count; i++) {
		struct value *o;

		if (!r->ranks[i])
			continue;
		o = value_add_object(list);
		value_set(o, "option", option_id(s, i));
		set_number(o, "first", r->robustness[i].first);
		value_set(o, "ranks",
			  value_made(number_at, r->robustness[i].ranks,
				     r->ranked, arena));
	}
	return list;
}

/* Of a thousand options there are a million places to take. */
static const struct value *number_at(const void *items, size_t i,
				     struct arena *arena)
{
	return data_number(((const double *)items)[i], arena);
}

static const struct value *sensitivity_data(const struct subject *s)
{
	const struct result *r = s->r;
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t j = 0; r->judged && j < r->criterion_count; j++) {
		struct value *o = value_object(arena);
		bool over = r->sensitivity[j].kind == SWITCH_OVER;

		if (!r->counts[j])
			continue;
		value_set_text(o, "criterion", s->c->criteria[j].id);
		set_number(o, "weight", r->sensitivity[j].weight);
		set_number(o, "switch_weight", r->sensitivity[j].switch_weight);
		value_set(o, "to",
			  over ? option_id(s, r->sensitivity[j].to)
			       : value_null());
		value_append(list, o);
	}
	return list;
}

static const struct value *profiles_data(const struct subject *s)
{
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t p = 0; s->r->judged && p < s->c->profile_count; p++) {
		const struct profile_result *profile = &s->r->profiles[p];
		struct value *o = value_add_object(list);

		value_set_text(o, "id", s->c->profiles[p].id);
		value_set_text(o, "title", s->c->profiles[p].title.str);
		value_set(o, "totals",
			  numbers(profile->totals, s->c->option_count, arena));
		value_set(o, "leader", option_id(s, profile->leader));
		value_set(o, "ranks", ranks_data(s, profile));
		set_number(o, "margin",
			   profile->ranked > 1 ? profile->margin : NAN);
		value_set_bool(o, "close", profile->close);
	}
	return list;
}

static const struct value *ranks_data(const struct subject *s,
				      const struct profile_result *profile)
{
	struct value *list = value_list(s->arena);

	for (size_t i = 0; i < s->c->option_count; i++)
		value_append(list,
			     value_number(profile->ranks[i]
						  ? (double)profile->ranks[i]
						  : NAN,
					  s->arena));
	return list;
}

static const struct value *bounds_data(const struct subject *s, size_t i)
{
	struct value *o = value_object(s->arena);
	const struct bounds *b;

	if (!s->r->bounds)
		return value_null();
	b = &s->r->bounds[i];
	value_set(o, "total",
		  numbers((const double[]){ b->low, b->high }, 2, s->arena));
	value_set(o, "rank",
		  b->best ? numbers((const double[]){ (double)b->best,
						      (double)b->worst },
				    2, s->arena)
			  : value_null());
	return o;
}

static const struct value *ruled_out_data(const struct subject *s, size_t i)
{
	struct value *list = value_list(s->arena);

	for (size_t j = 0; j < s->c->criterion_count; j++)
		if (s->r->contest.fails[j * s->c->option_count + i])
			value_append(list, value_text(s->c->criteria[j].id,
						      s->arena));
	return list;
}

static const struct value *judges_data(const struct subject *s)
{
	const struct omissions *all = &s->r->omissions;
	struct value *list = value_list(s->arena);

	for (size_t k = 0; k < all->judge_count; k++) {
		struct value *o = value_add_object(list);

		value_set_text(o, "id", all->judges[k].id);
		value_set(o, "totals",
			  numbers(all->judges[k].totals, s->c->option_count,
				  s->arena));
		value_set(o, "leader",
			  option_id(s, all->judges[k].left.leader));
	}
	return list;
}

static const struct value *without_data(const struct subject *s)
{
	static const struct str KINDS[] = {
		[OMIT_JUDGE] = STR_INIT("judge"),
		[OMIT_SOURCE] = STR_INIT("source"),
		[OMIT_GROUP] = STR_INIT("group"),
	};
	const struct omissions *all = &s->r->omissions;
	struct value *list = value_list(s->arena);

	for (size_t k = 0; k < all->count; k++) {
		const struct omission *item = &all->items[k];
		struct value *o = value_add_object(list);

		value_set_text(o, "kind", KINDS[item->kind]);
		value_set_text(o, "id", item->id);
		value_set(o, "leader", option_id(s, item->left.leader));
		set_number(o, "margin", item->left.margin);
	}
	return list;
}

static void set_number(struct value *o, const char *name, double number)
{
	value_set(o, name, data_number(number, o->as.object.arena));
}

static const struct value *numbers(const double *items, size_t count,
				   struct arena *arena)
{
	struct value *list = value_list(arena);

	for (size_t i = 0; i < count; i++)
		value_append(list, data_number(items[i], arena));
	return list;
}

static const struct value *option_id(const struct subject *s, size_t i)
{
	return i < s->c->option_count
		       ? value_text(s->c->options[i].id, s->arena)
		       : value_null();
}

static void put_colours(struct buf *to, const struct palette_mode *mode,
			const struct comparison *c)
{
	buf_printf(to, ".of-%.*s{", STR_ARG(c->slug));
	for (size_t i = 0; i < c->option_count && i < PALETTE_SLOTS; i++)
		buf_printf(to, "--s%zu:#%06x;", i + 1, mode->series[i]);
	buf_text(to, "}\n");
}
