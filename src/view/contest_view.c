#include "view/contest_view.h"

#include <math.h>

#include "judge/tally.h"
#include "judge/utility.h"
#include "view/parts.h"

static struct str contest_omitted(const struct subject *s,
				  const struct omission *o);
static struct str reasons(const struct subject *s,
			  const struct contest *contest,
			  const struct must *musts, bool profile,
			  size_t option);
static void add_reason(const struct subject *s, struct str *all,
		       struct str reason);
static struct str must_reason(const struct subject *s, enum word_id id,
			      size_t j, size_t i, const struct must *must);
static struct str thin_reason(const struct subject *s,
			      const struct contest *contest, size_t option);
static bool is_complete(const struct subject *s);
static struct str span(const struct subject *s, struct str from, struct str to);
static struct str margin_words(const struct subject *s,
			       const struct remainder *left);
static struct str margin_percent(const struct subject *s,
				 const struct remainder *left);
static struct str judge_total(const struct subject *s,
			      const struct judge_result *judge, size_t i);
static struct str judge_sentence(const struct subject *s,
				 const struct judge_result *judge);

struct str contest_reason(const struct subject *s, size_t option)
{
	return reasons(s, &s->r->contest, NULL, false, option);
}

struct str contest_profile_reasons(const struct subject *s, size_t p)
{
	const struct contest *contest = &s->r->profiles[p].contest;
	struct str all = { "", 0 };

	for (size_t i = 0; s->r->judged && i < s->c->option_count; i++) {
		struct str reason =
			reasons(s, contest, s->c->profiles[p].musts, true, i);

		if (reason.len)
			add_reason(s, &all,
				   PHRASE(s->phrases, WORD_FIGURE, s->arena,
					  { "criterion",
					    s->c->options[i].name.str },
					  { "name", reason }));
	}
	return all;
}

const struct value *contest_out(const struct subject *s)
{
	struct value *list = value_list(s->arena);

	for (size_t i = 0; s->r->judged && i < s->c->option_count; i++) {
		struct str reason = contest_reason(s, i);
		struct value *o;

		if (!reason.len)
			continue;
		o = value_add_object(list);
		value_set_text(o, "name", s->c->options[i].name.str);
		value_set_text(o, "class", option_class(i));
		value_set_text(o, "url", subject_option_url(s, i));
		value_set_text(o, "reason", reason);
	}
	return list;
}

struct str contest_must(const struct subject *s, size_t criterion)
{
	const struct must *must = &s->c->criteria[criterion].must;

	return must->kind == MUST_NONE ? STR("")
				       : contest_must_words(s, criterion, must);
}

enum word_id contest_must_word(enum must_kind kind)
{
	static const enum word_id WORDS[] = {
		[MUST_NONE] = WORD_MUST_EQUAL,
		[MUST_AT_LEAST] = WORD_MUST_AT_LEAST,
		[MUST_ABOVE] = WORD_MUST_ABOVE,
		[MUST_AT_MOST] = WORD_MUST_AT_MOST,
		[MUST_BELOW] = WORD_MUST_BELOW,
		[MUST_EQUAL] = WORD_MUST_EQUAL,
	};

	return WORDS[kind];
}

struct str contest_must_words(const struct subject *s, size_t j,
			      const struct must *must)
{
	bool plain = must->answer == ANSWER_YES || must->answer == ANSWER_NO;

	return PHRASE(s->phrases,
		      plain ? WORD_MUST_EQUAL : contest_must_word(must->kind),
		      s->arena,
		      { "n", subject_value(s, j, must->bound, must->answer) });
}

const struct value *contest_bounds(const struct subject *s)
{
	struct value *list, *bounds;

	if (!s->r->bounds || is_complete(s))
		return value_null();
	list = value_list(s->arena);
	bounds = value_object(s->arena);
	value_set(bounds, "items", list);
	for (size_t i = 0; i < s->c->option_count; i++) {
		const struct bounds *b = &s->r->bounds[i];
		struct value *o = value_add_object(list);
		double best = (double)b->best, worst = (double)b->worst;

		value_set_text(o, "name", s->c->options[i].name.str);
		value_set_text(o, "class", option_class(i));
		value_set_text(o, "url", subject_option_url(s, i));
		value_set_text(o, "coverage",
			       subject_part(s, s->r->contest.coverage[i]));
		value_set_text(o, "total",
			       span(s, contest_total(s, b->low),
				    contest_total(s, b->high)));
		value_set_text(o, "rank",
			       b->best ? span(s,
					      phrase_number(s->phrases, best, 0,
							    s->arena),
					      phrase_number(s->phrases, worst,
							    0, s->arena))
				       : STR(""));
	}
	return bounds;
}

const struct value *contest_without(const struct subject *s)
{
	const struct omissions *all = &s->r->omissions;
	struct value *list = value_list(s->arena);

	for (size_t k = 0; k < all->count; k++)
		value_append(list,
			     value_text(contest_omitted(s, &all->items[k]),
					s->arena));
	return list;
}

static struct str contest_omitted(const struct subject *s,
				  const struct omission *o)
{
	const struct remainder *left = &o->left;
	size_t n = s->c->option_count;
	enum word_id id = !left->judged || !left->ranked ? WORD_WITHOUT_NONE
			  : left->ranked == 1		 ? WORD_WITHOUT_ONLY
			  : left->leader < n		 ? WORD_WITHOUT_LEADS
			  : left->first < n		 ? WORD_WITHOUT_CLOSE
							 : WORD_WITHOUT_TIE;

	return PHRASE(s->phrases, id, s->arena,
		      { "what", contest_omission_name(s, o) },
		      { "name", left->first < n
					? s->c->options[left->first].name.str
					: STR("") },
		      { "second", left->second < n
					  ? s->c->options[left->second].name.str
					  : STR("") },
		      { "names", option_names(s, left->top) },
		      { "margin",
			left->first < n ? margin_words(s, left) : STR("") });
}

struct str contest_omission_name(const struct subject *s,
				 const struct omission *o)
{
	struct str name = o->kind == OMIT_GROUP ? o->id : judge_name(s, o->id);
	enum word_id id = o->kind == OMIT_JUDGE	   ? WORD_WHAT_JUDGE
			  : o->kind == OMIT_SOURCE ? WORD_WHAT_SOURCE
						   : WORD_WHAT_GROUP;

	if (!o->id.len)
		return phrase(s->phrases, o->kind == OMIT_GROUP
						  ? WORD_WHAT_UNGROUPED
						  : WORD_WHAT_AUTHOR);
	return PHRASE(s->phrases, id, s->arena, { "name", name });
}

struct str contest_omission_short(const struct subject *s,
				  const struct omission *o)
{
	if (!o->id.len)
		return contest_omission_name(s, o);
	return o->kind == OMIT_GROUP ? o->id : judge_name(s, o->id);
}

const struct value *contest_judges(const struct subject *s)
{
	const struct omissions *all = &s->r->omissions;
	struct value *list = value_list(s->arena);

	for (size_t k = 0; k < all->judge_count; k++) {
		const struct judge_result *judge = &all->judges[k];
		struct value *o = value_add_object(list);
		struct value *totals = value_list(s->arena);

		for (size_t i = 0; i < s->c->option_count; i++)
			value_append(totals,
				     value_text(judge_total(s, judge, i),
						s->arena));
		value_set_text(o, "name", contest_judge_name(s, judge->id));
		value_set_text(o, "sentence", judge_sentence(s, judge));
		value_set(o, "totals", totals);
	}
	return list;
}

/* Not scored is who has no score of this judge, counting or not. */
static struct str judge_total(const struct subject *s,
			      const struct judge_result *judge, size_t i)
{
	bool scored = false;

	if (!isnan(judge->totals[i]))
		return contest_total(s, judge->totals[i]);
	for (size_t j = 0; j < s->c->criterion_count; j++) {
		const struct score *score = &s->c->criteria[j].scores[i];

		for (size_t k = 0; k < score->evidence_count; k++)
			scored |= str_equals(score->evidence[k].judge,
					     judge->id) &&
				  !isnan(score->evidence[k].value);
	}
	return phrase(s->phrases, scored ? WORD_OUT : WORD_NOT_SCORED);
}

struct str contest_total(const struct subject *s, double total)
{
	int places = 1;

	if (s->c->scoring.method != METHOD_POINTS)
		return subject_profile_total(s, total);
	if (total > UTILITY_EQUAL)
		places = figure_apart(total * 100, 0, places);
	if (total < 1 - UTILITY_EQUAL)
		places = figure_apart(total * 100, 100, places);
	return phrase_percent(s->phrases, total, places, s->arena);
}

/* What is not known whatever the profile, is told of all of them once. */
static struct str reasons(const struct subject *s,
			  const struct contest *contest,
			  const struct must *musts, bool profile, size_t option)
{
	size_t n = s->c->option_count;
	struct str all = { "", 0 };

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		size_t at = j * n + option;
		const struct must *of[] = { &s->c->criteria[j].must,
					    musts ? &musts[j] : NULL };

		if (!contest->fails[at] && !contest->unknown[at])
			continue;
		for (size_t k = 0; k < 2; k++) {
			double value = s->c->criteria[j].scores[option].value;

			if (!of[k] || of[k]->kind == MUST_NONE)
				continue;
			if (isnan(value) && profile && !k)
				continue;
			if (isnan(value))
				add_reason(s, &all,
					   must_reason(s, WORD_MUST_UNKNOWN, j,
						       option, of[k]));
			else if (!must_holds(of[k], value))
				add_reason(s, &all,
					   must_reason(s, WORD_OUT_FAILS, j,
						       option, of[k]));
		}
	}
	if (contest->thin[option])
		add_reason(s, &all, thin_reason(s, contest, option));
	return all;
}

static void add_reason(const struct subject *s, struct str *all,
		       struct str reason)
{
	*all = all->len ? ARENA_JOIN(s->arena, *all, STR("; "), reason)
			: reason;
}

static struct str must_reason(const struct subject *s, enum word_id id,
			      size_t j, size_t i, const struct must *must)
{
	return PHRASE(s->phrases, id, s->arena,
		      { "criterion", s->c->criteria[j].title.str },
		      { "value", subject_score(s, i, j) },
		      { "must", contest_must_words(s, j, must) });
}

static struct str thin_reason(const struct subject *s,
			      const struct contest *contest, size_t option)
{
	double share = contest->coverage[option];
	double least = s->c->scoring.min_coverage;
	int places = figure_apart(share * 100, least * 100, 0);

	if (share == 0)
		return phrase(s->phrases, WORD_OUT_UNSCORED);
	return PHRASE(s->phrases, WORD_OUT_THIN, s->arena,
		      { "share",
			phrase_percent(s->phrases, share, places, s->arena) },
		      { "least",
			phrase_percent(s->phrases, least,
				       figure_apart(least * 100, 0, places),
				       s->arena) });
}

static bool is_complete(const struct subject *s)
{
	for (size_t i = 0; i < s->c->option_count; i++)
		if (s->r->contest.coverage[i] < 1 - 1e-12)
			return false;
	return true;
}

static struct str span(const struct subject *s, struct str from, struct str to)
{
	return str_equals(from, to) ? from
				    : PHRASE(s->phrases, WORD_FROM_TO, s->arena,
					     { "from", from }, { "to", to });
}

static struct str margin_words(const struct subject *s,
			       const struct remainder *left)
{
	if (isnan(left->margin))
		return STR("");
	return PHRASE(s->phrases,
		      s->c->scoring.method == METHOD_POINTS ? WORD_MARGIN_POINTS
							    : WORD_MARGIN_SCALE,
		      s->arena, { "share", margin_percent(s, left) });
}

/* Of what there is to have: points change with what is left. */
static struct str margin_percent(const struct subject *s,
				 const struct remainder *left)
{
	double margin = left->margin * 100;
	int places = figure_apart(margin, 0, 1);

	if (left->close)
		places =
			figure_apart(margin, s->c->scoring.close * 100, places);
	return phrase_percent(s->phrases, left->margin, places, s->arena);
}

static struct str judge_sentence(const struct subject *s,
				 const struct judge_result *judge)
{
	struct omission by = { OMIT_JUDGE, judge->id, judge->left };
	const struct remainder *left = &by.left;
	size_t n = s->c->option_count;
	enum word_id id = !left->judged || !left->ranked ? WORD_JUDGE_NONE
			  : left->ranked == 1		 ? WORD_JUDGE_ONLY
			  : left->leader < n		 ? WORD_JUDGE_LEADS
			  : left->first < n		 ? WORD_JUDGE_CLOSE
							 : WORD_JUDGE_TIE;

	return PHRASE(s->phrases, id, s->arena,
		      { "name", left->first < n
					? s->c->options[left->first].name.str
					: STR("") },
		      { "names", option_names(s, left->top) },
		      { "margin",
			left->first < n ? margin_words(s, left) : STR("") });
}

struct str contest_judge_name(const struct subject *s, struct str judge)
{
	return judge.len ? judge_name(s, judge)
			 : phrase(s->phrases, WORD_NO_JUDGE);
}
