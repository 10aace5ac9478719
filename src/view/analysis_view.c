#include "view/analysis_view.h"

#include <math.h>

#include "view/catalogue.h"
#include "view/lead_view.h"
#include "view/parts.h"

enum { FLIPS_MOST = 12, DISPUTED_MOST = 3 };

static void add_methods(const struct subject *s, struct value *o);
static enum word_id methods_word(const struct method_panel *panel);
static const struct value *method_view(const struct subject *s,
				       enum method method);
static void add_flips(const struct subject *s, struct value *o);
static struct str flip_sentence(const struct subject *s,
				const struct flip *flip);
static struct str value_words(const struct subject *s, const struct flip *flip,
			      double value, double other);
static const struct value *central_view(const struct subject *s);
static void add_agreement(const struct subject *s, struct value *o);
static struct str alpha_sentence(const struct subject *s);
static void add_evidence(const struct subject *s, struct value *o);
static struct str sourced_sentence(const struct subject *s);
static struct str dates_sentence(const struct subject *s);
static struct str unsourced_sentence(const struct subject *s);
static const struct value *source_uses(const struct subject *s);
static struct str one_sided_sentence(const struct subject *s, size_t source);

const struct value *analysis_view(const struct subject *s)
{
	struct value *o;

	if (!s->c->scored)
		return value_null();
	o = value_object(s->arena);
	add_methods(s, o);
	add_flips(s, o);
	value_set(o, "central", central_view(s));
	add_agreement(s, o);
	add_evidence(s, o);
	return o;
}

static void add_methods(const struct subject *s, struct value *o)
{
	const struct method_panel *panel = &s->r->methods;
	struct value *list = value_list(s->arena);
	struct str sentence = { "", 0 };

	for (int m = 0; s->r->judged && m < METHOD_COUNT; m++)
		if (panel->results[m].applies)
			value_append(list, method_view(s, (enum method)m));
	if (s->r->judged && s->r->first < s->c->option_count &&
	    s->r->ranked > 1 && panel->applied > 1)
		sentence =
			PHRASE(s->phrases, methods_word(panel), s->arena,
			       { "n", subject_count(s, panel->agreeing) },
			       { "of", subject_count(s, panel->applied) },
			       { "name", s->c->options[s->r->first].name.str });
	value_set_text(o, "methods_sentence", sentence);
	value_set(o, "methods", list);
}

static enum word_id methods_word(const struct method_panel *panel)
{
	if (panel->agreeing == panel->applied)
		return panel->applied == 2 ? WORD_METHODS_BOTH
					   : WORD_METHODS_ALL;
	return panel->agreeing == 1 ? WORD_METHODS_ONE : WORD_METHODS_SOME;
}

static const struct value *method_view(const struct subject *s,
				       enum method method)
{
	static const enum word_id NAMES[METHOD_COUNT] = {
		WORD_METHOD_POINTS,
		WORD_METHOD_WEIGHTED_SUM,
		WORD_METHOD_WEIGHTED_PRODUCT,
		WORD_METHOD_TOPSIS,
	};
	const struct outcome *outcome = &s->r->methods.results[method].outcome;
	struct value *o = value_object(s->arena);
	bool alone = outcome->first < s->c->option_count;

	value_set_text(o, "name", phrase(s->phrases, NAMES[method]));
	value_set_bool(o, "is_own", method == s->c->scoring.method);
	value_set_text(o, "class",
		       alone ? option_class(outcome->first) : STR(""));
	value_set_text(o, "first",
		       alone ? s->c->options[outcome->first].name.str
			     : phrase(s->phrases, WORD_TIE));
	return o;
}

static void add_flips(const struct subject *s, struct value *o)
{
	const struct flips *flips = &s->r->flips;
	struct value *list = value_list(s->arena);
	struct str sentence = { "", 0 };

	for (size_t k = 0; k < flips->count && k < FLIPS_MOST; k++)
		value_append(list,
			     value_text(flip_sentence(s, &flips->items[k]),
					s->arena));
	if (s->r->judged && s->r->first < s->c->option_count &&
	    s->r->ranked > 1)
		sentence = flips->count ? phrase_count(s->phrases, PLURAL_FLIPS,
						       flips->count, s->arena)
					: phrase(s->phrases, WORD_FLIPS_NONE);
	if (flips->count > FLIPS_MOST)
		value_append(
			list,
			value_text(
				PHRASE(s->phrases, WORD_AND_MORE, s->arena,
				       { "n", subject_count(
						      s, flips->count -
								 FLIPS_MOST) }),
				s->arena));
	value_set_text(o, "flips_sentence", sentence);
	value_set(o, "flips", list);
}

static struct str flip_sentence(const struct subject *s,
				const struct flip *flip)
{
	bool alone = flip->first < s->c->option_count;

	return PHRASE(s->phrases, alone ? WORD_FLIP : WORD_FLIP_TIE, s->arena,
		      { "criterion",
			s->c->criteria[flip->criterion].title.str },
		      { "name", s->c->options[flip->option].name.str },
		      { "from", value_words(s, flip, flip->from, flip->to) },
		      { "to", value_words(s, flip, flip->to, flip->from) },
		      { "first", alone ? s->c->options[flip->first].name.str
				       : STR("") });
}

/* With the digits that tell it from the other end of the step. */
static struct str value_words(const struct subject *s, const struct flip *flip,
			      double value, double other)
{
	const struct score *score =
		&s->c->criteria[flip->criterion].scores[flip->option];
	const struct scoring *scale = &s->c->scoring;
	enum answer answer;

	if (score->answer == ANSWER_NONE)
		return subject_value_beside(s, flip->criterion, value, other);
	answer = value <= scale->min   ? ANSWER_NO
		 : value >= scale->max ? ANSWER_YES
				       : ANSWER_PARTIAL;
	return subject_value(s, flip->criterion, value, answer);
}

/* Who can come first, and with which weights. */
static const struct value *central_view(const struct subject *s)
{
	struct value *list = value_list(s->arena);
	size_t count = s->r->ranked;

	if (count > CATALOGUE_LEAD)
		count = CATALOGUE_LEAD;
	for (size_t k = 0; s->r->ranked > 1 && k < count; k++) {
		size_t i = s->r->order[k];
		struct value *o = value_add_object(list);

		value_set_text(o, "name", s->c->options[i].name.str);
		value_set_text(o, "class", option_class(i));
		value_set_text(o, "sentence", lead_central(s, i));
	}
	return list;
}

static void add_agreement(const struct subject *s, struct value *o)
{
	const struct agreement *a = s->r->agreement;
	bool several = a && a->judge_count > 1;

	value_set_text(o, "judges_sentence",
		       several ? alpha_sentence(s) : STR(""));
	value_set_text(o, "disputed_sentence",
		       several && a->disputed_count ? disputed_sentence(s)
						    : STR(""));
}

static struct str alpha_sentence(const struct subject *s)
{
	const struct agreement *a = s->r->agreement;
	enum word_id id = a->status == ALPHA_NO_OVERLAP	 ? WORD_ALPHA_NO_OVERLAP
			  : a->status == ALPHA_ONE_SCORE ? WORD_ALPHA_ONE_SCORE
			  : a->status == ALPHA_NO_VARIATION
				  ? WORD_ALPHA_NO_VARIATION
			  : a->status == ALPHA_ONE_JUDGE ? WORD_ALPHA_NO_OVERLAP
			  : a->alpha >= ALPHA_RELIABLE	 ? WORD_ALPHA_RELIABLE
			  : a->alpha >= ALPHA_TENTATIVE	 ? WORD_ALPHA_TENTATIVE
							 : WORD_ALPHA_LOW;

	return PHRASE(s->phrases, id, s->arena,
		      { "judges", subject_count(s, a->paired) },
		      { "units", subject_count(s, a->units) },
		      { "alpha",
			isnan(a->alpha)
				? STR("")
				: phrase_number(s->phrases, a->alpha,
						figure_alpha_places(a->alpha),
						s->arena) });
}

struct str disputed_sentence(const struct subject *s)
{
	const struct agreement *a = s->r->agreement;
	size_t count = a->disputed_count < DISPUTED_MOST ? a->disputed_count
							 : DISPUTED_MOST;

	return PHRASE(s->phrases, WORD_DISPUTED, s->arena,
		      { "criteria", criterion_list(s, a->disputed, count) });
}

static void add_evidence(const struct subject *s, struct value *o)
{
	const struct sourcing *e = s->r->sourcing;

	value_set_bool(o, "has_evidence", e && e->scores);
	value_set_text(o, "sourced_sentence",
		       e && e->scores ? sourced_sentence(s) : STR(""));
	value_set_text(o, "dates_sentence",
		       e && e->dated ? dates_sentence(s) : STR(""));
	value_set_text(o, "unsourced_sentence",
		       e && e->unsourced_count ? unsourced_sentence(s)
					       : STR(""));
	value_set(o, "sources", source_uses(s));
}

static struct str sourced_sentence(const struct subject *s)
{
	const struct sourcing *e = s->r->sourcing;
	bool all = e->sourced == e->scores;
	enum word_id id = all && e->scores == 1	  ? WORD_SOURCED_ONLY
			  : all && e->scores == 2 ? WORD_SOURCED_BOTH
			  : all			  ? WORD_SOURCED_ALL
			  : e->sourced == 0	  ? WORD_SOURCED_NONE
			  : e->sourced == 1	  ? WORD_SOURCED_ONE
						  : WORD_SOURCED_SOME;

	return PHRASE(s->phrases, id, s->arena,
		      { "n", subject_count(s, e->sourced) },
		      { "of", subject_count(s, e->scores) });
}

/* "Half" is said of all scores only, and where it tells more than the ends. */
static struct str dates_sentence(const struct subject *s)
{
	const struct sourcing *e = s->r->sourcing;
	struct fill fills[] = {
		{ "oldest", phrase_date(s->phrases, e->oldest, s->arena) },
		{ "newest", phrase_date(s->phrases, e->newest, s->arena) },
		{ "median", phrase_date(s->phrases, e->median, s->arena) },
		{ "n", subject_count(s, e->dated) },
		{ "of", subject_count(s, e->scores) },
		{ NULL, { NULL, 0 } },
	};
	bool same = str_equals(fills[0].text, fills[1].text);
	bool late = str_equals(fills[2].text, fills[1].text);
	enum word_id id = e->dated < e->scores
				  ? same ? WORD_SCORE_DATES_SOME_SAME
					 : WORD_SCORE_DATES_SOME
			  : same ? WORD_SCORE_DATES_SAME
			  : late ? WORD_SCORE_DATES_RANGE
				 : WORD_SCORE_DATES;

	return phrase_of(s->phrases, id, fills, s->arena);
}

static struct str unsourced_sentence(const struct subject *s)
{
	const struct sourcing *e = s->r->sourcing;
	size_t *criteria = arena_array(s->arena, size_t, s->c->criterion_count);
	size_t count = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		if (e->unsourced[j])
			criteria[count++] = j;
	return PHRASE(s->phrases, WORD_UNSOURCED, s->arena,
		      { "criteria", criterion_list(s, criteria, count) });
}

static const struct value *source_uses(const struct subject *s)
{
	const struct sourcing *e = s->r->sourcing;
	struct value *list = value_list(s->arena);

	for (size_t k = 0; e && k < s->c->source_count; k++) {
		const struct source_use *use = &e->sources[k];
		struct value *o;

		if (!use->scores)
			continue;
		o = value_add_object(list);
		value_set_text(o, "name", judge_name(s, s->c->sources[k].id));
		value_set_text(o, "share", subject_part(s, use->share));
		value_set_text(o, "percent",
			       percent_whole(use->share, s->arena));
		value_set_text(o, "one_sided",
			       use->one_sided ? one_sided_sentence(s, k)
					      : STR(""));
	}
	return list;
}

static struct str one_sided_sentence(const struct subject *s, size_t source)
{
	const struct source_use *use = &s->r->sourcing->sources[source];

	return PHRASE(s->phrases, WORD_ONE_SIDED, s->arena,
		      { "name", s->c->options[use->favours].name.str },
		      { "n", subject_count(s, use->criteria) });
}
