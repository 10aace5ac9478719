#include "view/answer.h"

#include <math.h>

#include "judge/utility.h"
#include "view/contest_view.h"
#include "view/lead_view.h"
#include "view/parts.h"
#include "view/result_view.h"

/* A lead of less than this many limits is "just" more. */
static const double JUST = 1.25;

static bool turn_flips(const struct switch_point *at);
static struct str answer_number_at(const struct subject *s, double part,
				   int places);
static struct str lead_words(const struct subject *s, struct str n);
static struct str name_of(const struct subject *s, size_t option);
static struct str level_names(const struct subject *s);
static struct str turn_nothing(const struct subject *s);
static struct str turned_names(const struct subject *s, size_t j);
static size_t turned_count(const struct subject *s,
			   const struct omission **one);
static struct str sure_by_evidence(const struct subject *s);
static struct str sure_turned(const struct subject *s,
			      const struct omission *one, size_t others);
static struct str sure_stays(const struct subject *s,
			     const struct omission *const *items, size_t count);
static bool is_turned(const struct subject *s, const struct omission *o);
static bool is_weighed(const struct omission *o);

struct str answer_ahead(const struct subject *s)
{
	const struct result *r = s->r;
	double limit = s->c->scoring.close;
	enum word_id id;

	if (!r->judged || !r->ranked)
		return result_headline(s);
	if (r->ranked == 1)
		return PHRASE(s->phrases, WORD_AHEAD_ONLY, s->arena,
			      { "name", name_of(s, r->order[0]) });
	if (r->first == r->option_count)
		return PHRASE(s->phrases, WORD_AHEAD_TIE, s->arena,
			      { "names", level_names(s) });
	id = r->close				 ? WORD_AHEAD_CLOSE
	     : limit <= 0			 ? WORD_AHEAD_ANY
	     : r->margin < limit + UTILITY_EQUAL ? WORD_AHEAD_EQUAL
	     : r->margin < JUST * limit		 ? WORD_AHEAD_JUST
						 : WORD_AHEAD_CLEAR;
	return PHRASE(s->phrases, id, s->arena,
		      { "name", name_of(s, r->first) },
		      { "margin", answer_lead(s, r->margin) },
		      { "close", answer_limit(s) });
}

struct str answer_lead(const struct subject *s, double margin)
{
	return lead_words(s, answer_number(s, margin));
}

struct str answer_lead_beside(const struct subject *s, double margin,
			      double other)
{
	double unit = answer_unit(s);

	return lead_words(s, answer_number_at(s, margin,
					      figure_apart(margin * unit,
							   other * unit,
							   s->figures.lead)));
}

static struct str lead_words(const struct subject *s, struct str n)
{
	if (s->c->scoring.method != METHOD_POINTS ||
	    subject_totals_are_shares(s))
		return n;
	return phrase_count_shown(s->phrases, PLURAL_POINTS, n, s->arena);
}

/* As the author gave it, and with no fewer digits than the lead beside it. */
struct str answer_limit(const struct subject *s)
{
	double limit = s->c->scoring.close * answer_unit(s);
	double power = pow(10, s->figures.lead);
	bool shares = subject_totals_are_shares(s);

	if (fabs(limit * power - round(limit * power)) < 1e-6)
		return answer_number(s, s->c->scoring.close);
	return shares ? phrase_percent_of(s->phrases, subject_given(s, limit),
					  s->arena)
		      : subject_given(s, limit);
}

struct str answer_total(const struct subject *s, size_t option)
{
	const struct scoring *scoring = &s->c->scoring;

	if (scoring->method == METHOD_POINTS || isnan(s->r->totals[option]))
		return subject_option_total(s, option);
	return phrase_fixed(s->phrases,
			    scoring->min +
				    s->r->totals[option] * answer_unit(s),
			    s->figures.total, s->arena);
}

double answer_unit(const struct subject *s)
{
	const struct scoring *scoring = &s->c->scoring;

	if (subject_totals_are_shares(s))
		return 100;
	return scoring->method == METHOD_POINTS ? s->r->points_available
						: scoring->max - scoring->min;
}

struct str answer_number(const struct subject *s, double part)
{
	return answer_number_at(s, part, s->figures.lead);
}

/* What is not nothing does not look like it. */
static struct str answer_number_at(const struct subject *s, double part,
				   int places)
{
	double unit = answer_unit(s), power = pow(10, places);
	bool shares = subject_totals_are_shares(s);
	bool lost = fabs(part) > UTILITY_EQUAL &&
		    number_round(fabs(part) * unit * power) == 0;
	double shown = lost ? 1 / power : part * unit;
	struct str n =
		shares ? phrase_percent(s->phrases, shown / 100, places,
					s->arena)
		       : phrase_fixed(s->phrases, shown, places, s->arena);

	return lost ? PHRASE(s->phrases, WORD_LESS_THAN, s->arena, { "n", n })
		    : n;
}

/* Whether the weight of the criterion alone can put another option ahead. */
static bool turn_flips(const struct switch_point *at)
{
	return at->kind == SWITCH_OVER || at->kind == SWITCH_WITHOUT ||
	       at->kind == SWITCH_ALONE;
}

double turn_weight(const struct switch_point *at)
{
	return at->kind == SWITCH_WITHOUT ? 0
	       : at->kind == SWITCH_ALONE ? 1
					  : at->switch_weight;
}

size_t *turn_order(const struct subject *s, size_t *count)
{
	size_t n = s->c->criterion_count;
	double *near = arena_array(s->arena, double, n);

	*count = 0;
	for (size_t j = 0; j < n; j++) {
		const struct switch_point *at = &s->r->sensitivity[j];

		near[j] = turn_flips(at) ? -fabs(turn_weight(at) - at->weight)
					 : -INFINITY;
		*count += turn_flips(at);
	}
	return order_by_value(near, n, s->arena);
}

struct str answer_turn(const struct subject *s)
{
	const struct result *r = s->r;
	size_t count, j;
	const struct switch_point *at;
	enum word_id id;

	if (!r->judged || r->first >= r->option_count || r->ranked < 2)
		return STR("");
	j = turn_order(s, &count)[0];
	if (!count)
		return turn_nothing(s);
	at = &r->sensitivity[j];
	id = at->kind == SWITCH_WITHOUT	      ? WORD_TURN_WITHOUT
	     : at->kind == SWITCH_ALONE	      ? WORD_TURN_ALONE
	     : at->switch_weight == 0	      ? WORD_TURN_ANY
	     : at->switch_weight > at->weight ? WORD_TURN_ABOVE
					      : WORD_TURN_BELOW;
	return PHRASE(s->phrases, id, s->arena,
		      { "criterion", s->c->criteria[j].title.str },
		      { "share", subject_switch_share(s, turn_weight(at)) },
		      { "now",
			subject_weight_share(s, at->weight,
					     subject_weighs_alone(s, NULL)) },
		      { "name", turned_names(s, j) });
}

/* What would leave all level is no turn, and not nothing. */
static struct str turn_nothing(const struct subject *s)
{
	for (size_t j = 0; j < s->c->criterion_count; j++)
		if (s->r->sensitivity[j].kind == SWITCH_LEVEL)
			return phrase_clause(
				s->phrases,
				PHRASE(s->phrases, WORD_SWITCH_LEVEL, s->arena,
				       { "criterion",
					 s->c->criteria[j].title.str }));
	return phrase(s->phrases, WORD_TURN_NONE);
}

static struct str turned_names(const struct subject *s, size_t j)
{
	const struct switch_point *at = &s->r->sensitivity[j];

	if (at->together)
		return option_names(s, at->together);
	return at->to < s->c->option_count ? name_of(s, at->to) : STR("");
}

struct str turn_rest(const struct subject *s)
{
	size_t flips, counting = 0;

	if (!s->r->judged || s->r->first >= s->r->option_count ||
	    s->r->ranked < 2)
		return STR("");
	turn_order(s, &flips);
	for (size_t j = 0; j < s->c->criterion_count; j++)
		counting += s->r->counts[j];
	if (!flips || flips >= counting)
		return STR("");
	return PLURAL(s->phrases, PLURAL_TURN_REST, counting - flips, s->arena,
		      { "of", subject_count(s, counting) });
}

/* Sources if any are left out, else judges, else groups. */
const struct omission **sure_omissions(const struct subject *s, size_t *count)
{
	const struct omissions *all = &s->r->omissions;
	const struct omission **items =
		arena_array(s->arena, const struct omission *, all->count);
	bool there[3] = { false };
	enum omission_kind kind;

	for (size_t k = 0; k < all->count; k++)
		there[all->items[k].kind] = true;
	kind = there[OMIT_SOURCE]  ? OMIT_SOURCE
	       : there[OMIT_JUDGE] ? OMIT_JUDGE
				   : OMIT_GROUP;
	*count = 0;
	for (size_t k = 0; k < all->count; k++)
		if (all->items[k].kind == kind)
			items[(*count)++] = &all->items[k];
	return items;
}

struct str answer_sure(const struct subject *s)
{
	struct str finding = sure_by_evidence(s);

	return finding.len ? finding : lead_robustness(s);
}

struct str answer_sure_title(const struct subject *s)
{
	struct str finding = sure_by_evidence(s);

	return finding.len ? finding : lead_title(s);
}

/* Empty where other weights tell more than other evidence. */
static struct str sure_by_evidence(const struct subject *s)
{
	const struct result *r = s->r;
	const struct omission **items;
	const struct omission *one = NULL;
	size_t count, turned, weighed = 0;

	if (!r->judged || r->ranked < 2)
		return STR("");
	items = sure_omissions(s, &count);
	for (size_t k = 0; k < count; k++)
		weighed += is_weighed(items[k]);
	turned = turned_count(s, &one);
	if (turned && r->first < r->option_count)
		return sure_turned(s, one, turned - 1);
	if (r->first >= r->option_count || !count || weighed < count)
		return STR("");
	return sure_stays(s, items, count);
}

/* How many are shown that are turned, and one of them. */
static size_t turned_count(const struct subject *s, const struct omission **one)
{
	const struct omissions *all = &s->r->omissions;
	size_t count = 0;

	for (size_t k = 0; k < all->count; k++) {
		const struct omission *o = &all->items[k];

		if (!sure_shows(s, o) || !is_turned(s, o))
			continue;
		if (!count++)
			*one = o;
	}
	return count;
}

/* Groups only where no judges tell more; a source once, if it is a judge. */
bool sure_shows(const struct subject *s, const struct omission *o)
{
	const struct omissions *all = &s->r->omissions;

	if (o->kind == OMIT_GROUP)
		return !all->judge_count;
	for (size_t k = 0; o->kind == OMIT_SOURCE && k < all->count; k++) {
		const struct omission *judge = &all->items[k];
		double a = judge->left.margin, b = o->left.margin;

		if (judge->kind == OMIT_JUDGE && str_equals(judge->id, o->id) &&
		    judge->left.first == o->left.first &&
		    ((isnan(a) && isnan(b)) || a == b))
			return false;
	}
	return true;
}

static struct str sure_turned(const struct subject *s,
			      const struct omission *one, size_t others)
{
	return PHRASE(s->phrases,
		      one->left.first >= s->c->option_count ? WORD_SURE_LEVEL
		      : others == 1 ? WORD_SURE_TURNS_TWO
		      : others	    ? WORD_SURE_TURNS_MORE
				    : WORD_SURE_TURNS,
		      s->arena, { "what", contest_omission_name(s, one) },
		      { "name", one->left.first < s->c->option_count
					? name_of(s, one->left.first)
					: name_of(s, s->r->first) },
		      { "n", subject_count(s, others) });
}

static struct str sure_stays(const struct subject *s,
			     const struct omission *const *items, size_t count)
{
	static const enum word_id WORDS[][3] = {
		[OMIT_JUDGE] = { WORD_SURE_JUDGES, WORD_SURE_JUDGES_SOME,
				 WORD_SURE_JUDGES_EACH },
		[OMIT_SOURCE] = { WORD_SURE_SOURCES, WORD_SURE_SOURCES_SOME,
				  WORD_SURE_SOURCES_EACH },
		[OMIT_GROUP] = { WORD_SURE_GROUPS, WORD_SURE_GROUPS_SOME,
				 WORD_SURE_GROUPS_EACH },
	};
	size_t close = 0;

	for (size_t k = 0; k < count; k++)
		close += items[k]->left.close;
	return PHRASE(s->phrases,
		      WORDS[items[0]->kind][!close	     ? 0
					    : close == count ? 2
							     : 1],
		      s->arena, { "name", name_of(s, s->r->first) },
		      { "n", subject_count(s, close) },
		      { "of", subject_count(s, count) });
}

/* Others are ahead of the first, or level with it. */
static bool is_turned(const struct subject *s, const struct omission *o)
{
	return is_weighed(o) && o->left.first != s->r->first;
}

static bool is_weighed(const struct omission *o)
{
	return o->left.judged && o->left.ranked > 1;
}

static struct str name_of(const struct subject *s, size_t option)
{
	return s->c->options[option].name.str;
}

static struct str level_names(const struct subject *s)
{
	bool *top = arena_array(s->arena, bool, s->r->option_count);

	for (size_t i = 0; i < s->r->option_count; i++)
		top[i] = s->r->ranks[i] == 1;
	return option_names(s, top);
}
