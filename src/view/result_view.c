#include "view/result_view.h"

#include <math.h>

#include "view/contest_view.h"
#include "view/catalogue.h"
#include "view/criterion_view.h"
#include "view/lead_view.h"
#include "view/params_view.h"
#include "view/parts.h"

/* The best of many under a profile, which are a list of their own. */
enum { PROFILE_BARS = 5 };

static struct str result_verdict(const struct subject *s);
static const struct value *profile_bars(const struct subject *s,
					const struct profile_result *result);
static void add_bar(const struct subject *s, struct value *list, size_t i,
		    double total, struct str words, bool leads);
static void add_words(const struct subject *s, struct value *o);
static const struct value *leader_view(const struct subject *s);
static struct str counting_sentence(const struct subject *s, size_t skipped);
static struct str close_words(const struct subject *s);
static struct str method_sentence(const struct subject *s);
static struct str missing_sentence(const struct subject *s, size_t skipped);
static struct str available_sentence(const struct subject *s);
static struct str profile_outcome(const struct subject *s,
				  const struct profile_result *result);
static size_t skipped_count(const struct subject *s);
static const struct value *skipped_view(const struct subject *s);
static struct str dominated_sentence(const struct subject *s);
static struct str field_sentence(const struct subject *s);
static struct str skipped_share(const struct subject *s);
static const struct value *sensitivity_view(const struct subject *s);
static struct str new_first(const struct subject *s,
			    const struct switch_point *at);
static struct str switch_sentence(const struct subject *s, size_t j);
static struct value *profile_view(const struct subject *s, size_t p);
static const struct value *profile_weights(const struct subject *s, size_t p);
static struct str first_name(const struct subject *s);

const struct value *result_view(const struct subject *s)
{
	const struct result *r = s->r;
	struct arena *arena = s->arena;
	struct value *o;

	if (!r->judged)
		return value_null();
	o = value_object(arena);
	value_set_text(o, "headline", result_headline(s));
	value_set_text(o, "detail", result_detail(s));
	value_set_bool(o, "is_close", r->close);
	value_set_bool(o, "is_tie", r->first == r->option_count);
	value_set_bool(o, "has_leader", r->leader < r->option_count);
	value_set(o, "leader", leader_view(s));
	value_set_text(o, "margin",
		       r->first < r->option_count ? subject_margin(s, r->margin)
						  : STR(""));
	value_set_text(o, "verdict", result_verdict(s));
	add_words(s, o);
	value_set(o, "skipped", skipped_view(s));
	value_set_text(o, "dominated_sentence", dominated_sentence(s));
	value_set_text(o, "robustness_sentence", lead_robustness(s));
	value_set_text(o, "robustness_note", lead_note(s));
	value_set(o, "sensitivity", sensitivity_view(s));
	value_set_bool(o, "has_sensitivity",
		       r->first < r->option_count && r->ranked > 1);
	value_set(o, "out", contest_out(s));
	value_set(o, "bounds", contest_bounds(s));
	value_set(o, "without", contest_without(s));
	value_set(o, "judges", contest_judges(s));
	value_set_bool(o, "has_out",
		       r->contest.out_count || r->contest.thin_count ||
			       r->contest.unknown_count);
	value_set_bool(o, "has_without", r->omissions.count);
	value_set_bool(o, "has_judges", r->omissions.judge_count);
	value_set_bool(o, "has_profiles", s->c->profile_count > 0);
	value_set(o, "profiles",
		  list_view(s, s->c->profile_count, profile_view));
	value_set_text(o, "profiles_sentence", profiles_sentence(s));
	return o;
}

struct str result_headline(const struct subject *s)
{
	const struct result *r = s->r;

	if (!r->judged)
		return STR("");
	if (!r->ranked)
		return phrase(s->phrases, WORD_HEADLINE_NONE);
	if (r->first == r->option_count) {
		bool *top = arena_array(s->arena, bool, r->option_count);

		for (size_t i = 0; i < r->option_count; i++)
			top[i] = r->ranks[i] == 1;
		return PHRASE(s->phrases, WORD_HEADLINE_TIE, s->arena,
			      { "names", option_names(s, top) },
			      { "total", total_sentence(s, r->order[0]) });
	}
	return PHRASE(s->phrases,
		      r->close ? WORD_HEADLINE_CLOSE : WORD_HEADLINE, s->arena,
		      { "name", first_name(s) },
		      { "total", total_sentence(s, r->first) });
}

/* "6 of 10" says nothing on a scale that begins below 0. */
struct str total_sentence(const struct subject *s, size_t option)
{
	const struct scoring *scoring = &s->c->scoring;
	bool points = scoring->method == METHOD_POINTS;
	int places = s->figures.total > 2 ? s->figures.total : 2;
	struct fill fills[] = {
		{ "n", subject_share_total(s, s->r->totals[option]) },
		{ "share", subject_share_total(s, s->r->totals[option]) },
		{ "min", subject_given(s, scoring->min) },
		{ "max",
		  points ? phrase_number(s->phrases, s->r->points_available,
					 places, s->arena)
			 : subject_given(s, scoring->max) },
		{ NULL, { NULL, 0 } },
	};

	if (isnan(s->r->totals[option]))
		return subject_no_total(s, option);
	return phrase_of(s->phrases, subject_total_word(s), fills, s->arena);
}

const struct value *bars_view(const struct subject *s, size_t most)
{
	const struct result *r = s->r;
	struct value *list = value_list(s->arena);

	for (size_t k = 0; r->judged && k < r->option_count && k < most; k++) {
		size_t i = r->order[k];

		add_bar(s, list, i, isnan(r->totals[i]) ? 0 : r->totals[i],
			subject_option_total(s, i), i == r->leader);
	}
	return list;
}

static const struct value *profile_bars(const struct subject *s,
					const struct profile_result *result)
{
	bool many = is_catalogue(s->c);
	size_t count = many ? PROFILE_BARS : s->c->option_count;
	struct value *list = value_list(s->arena);

	for (size_t k = 0; k < count; k++) {
		size_t i = many ? result->order[k] : k;

		if (result->ranks[i])
			add_bar(s, list, i, result->totals[i],
				subject_profile_total(s, result->totals[i]),
				i == result->leader);
	}
	return list;
}

static void add_bar(const struct subject *s, struct value *list, size_t i,
		    double total, struct str words, bool leads)
{
	struct arena *arena = s->arena;
	struct value *bar = value_add_object(list);

	value_set_text(bar, "name", s->c->options[i].name.str);
	value_set_text(bar, "class", option_class(i));
	value_set_text(bar, "value", words);
	value_set_text(bar, "on", subject_total_on(s, i));
	value_set_text(bar, "percent", percent_whole(total, arena));
	value_set_bool(bar, "is_leader", leads);
}

static void add_words(const struct subject *s, struct value *o)
{
	static const enum word_id METHODS[METHOD_COUNT] = {
		WORD_METHOD_POINTS,
		WORD_METHOD_WEIGHTED_SUM,
		WORD_METHOD_WEIGHTED_PRODUCT,
		WORD_METHOD_TOPSIS,
	};
	size_t skipped = skipped_count(s);

	value_set_text(o, "method",
		       phrase(s->phrases, METHODS[s->c->scoring.method]));
	value_set_text(o, "method_sentence", method_sentence(s));
	value_set_text(o, "missing_sentence", missing_sentence(s, skipped));
	value_set_text(o, "counting_sentence", counting_sentence(s, skipped));
}

static struct str counting_sentence(const struct subject *s, size_t skipped)
{
	size_t all = s->c->criterion_count, count = all - skipped;
	enum word_id id =
		skipped	   ? count == 1 ? WORD_COUNTING_ONE : WORD_COUNTING
		: all == 1 ? WORD_COUNTING_ONLY
		: all == 2 ? WORD_COUNTING_BOTH
			   : WORD_COUNTING_ALL;

	return PHRASE(
		s->phrases, id, s->arena,
		{ "n", phrase_number(s->phrases, (double)count, 0, s->arena) },
		{ "criteria",
		  phrase_count(s->phrases, PLURAL_CRITERIA, all, s->arena) });
}

static const struct value *leader_view(const struct subject *s)
{
	size_t leader = s->r->leader;
	struct value *o;

	if (leader >= s->r->option_count)
		return value_null();
	o = value_object(s->arena);
	value_set_text(o, "name", s->c->options[leader].name.str);
	value_set_text(o, "url", subject_option_url(s, leader));
	value_set_text(o, "class", option_class(leader));
	value_set_text(o, "total", subject_option_total(s, leader));
	return o;
}

struct str result_detail(const struct subject *s)
{
	const struct result *r = s->r;
	struct fill fills[] = {
		{ "name", first_name(s) },
		{ "second", s->c->options[r->order[1]].name.str },
		{ "margin", subject_margin(s, r->margin) },
		{ "close", close_words(s) },
		{ NULL, { NULL, 0 } },
	};
	enum word_id id = !r->ranked			? WORD_DETAIL_NONE
			  : r->ranked == 1		? WORD_DETAIL_ONLY
			  : r->first == r->option_count ? WORD_DETAIL_TIE
			  : r->close			? WORD_DETAIL_CLOSE
							: WORD_DETAIL;

	return phrase_of(s->phrases, id, fills, s->arena);
}

/* The limit that the author gave, in the words of the margin. */
static struct str close_words(const struct subject *s)
{
	double close = s->c->scoring.close;

	if (s->c->scoring.method != METHOD_POINTS ||
	    subject_totals_are_shares(s))
		return PHRASE(s->phrases,
			      subject_totals_are_shares(s) ? WORD_MARGIN_POINTS
							   : WORD_MARGIN_SCALE,
			      s->arena,
			      { "share",
				phrase_percent_of(s->phrases,
						  subject_given(s, close * 100),
						  s->arena) });
	close *= s->r->points_available;
	return phrase_count_shown(s->phrases, PLURAL_POINTS,
				  subject_given(s, close), s->arena);
}

static struct str result_verdict(const struct subject *s)
{
	const struct claimed *claimed = &s->c->verdict;
	bool two = s->c->option_count == 2;

	switch (claimed->claim) {
	case CLAIM_NONE_MADE:
		break;
	case CLAIM_OPTION:
		return PHRASE(s->phrases, WORD_VERDICT_OPTION, s->arena,
			      { "name",
				s->c->options[claimed->option].name.str });
	case CLAIM_TIE:
		return phrase(s->phrases,
			      two ? WORD_VERDICT_BOTH : WORD_VERDICT_SEVERAL);
	case CLAIM_NOBODY:
		return phrase(s->phrases,
			      two ? WORD_VERDICT_NEITHER : WORD_VERDICT_NONE);
	}
	return STR("");
}

static struct str method_sentence(const struct subject *s)
{
	const struct scoring *scoring = &s->c->scoring;
	struct fill fills[] = {
		{ "min", subject_given(s, scoring->min) },
		{ "max", subject_given(s, scoring->max) },
		{ "tie", subject_given(s, scoring->tie) },
		{ NULL, { NULL, 0 } },
	};
	const enum word_id ids[METHOD_COUNT] = {
		scoring->tie == 1 ? WORD_EXPLAIN_POINTS
				  : WORD_EXPLAIN_POINTS_TIE,
		WORD_EXPLAIN_WEIGHTED_SUM,
		WORD_EXPLAIN_WEIGHTED_PRODUCT,
		WORD_EXPLAIN_TOPSIS,
	};

	return phrase_of(s->phrases, ids[scoring->method], fills, s->arena);
}

static struct str missing_sentence(const struct subject *s, size_t skipped)
{
	bool some_missing = false;
	struct str sentence, never;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		for (size_t i = 0; i < s->c->option_count; i++)
			some_missing |=
				!s->c->criteria[j].scores ||
				isnan(s->c->criteria[j].scores[i].value);
	if (!some_missing)
		return STR("");
	if (s->c->scoring.missing == MISSING_WORST)
		return phrase(s->phrases, WORD_MISSING_WORST);
	if (s->c->scoring.missing == MISSING_AVAILABLE)
		return available_sentence(s);
	if (!skipped)
		return STR("");
	sentence = PLURAL(s->phrases, PLURAL_MISSING_SKIP, skipped, s->arena,
			  { "share", skipped_share(s) });
	if (s->r->gaps.weight >= GAPS_TOLD && s->r->gaps.available > 0)
		sentence = phrase_join(s->phrases, sentence,
				       phrase(s->phrases, WORD_MISSING_ELSE),
				       s->arena);
	never = never_scored_sentence(s);
	return phrase_join(s->phrases, sentence, never, s->arena);
}

/* Also of the first, where its total is a mean over little. */
static struct str available_sentence(const struct subject *s)
{
	struct str sentence = phrase(s->phrases, WORD_MISSING_AVAILABLE);
	double known =
		s->r->ranked ? s->r->contest.coverage[s->r->order[0]] : 1;

	sentence =
		phrase_join(s->phrases, sentence, field_sentence(s), s->arena);
	if (!s->r->judged || known > 1 - GAPS_TOLD + UTILITY_EQUAL)
		return sentence;
	return phrase_join(s->phrases, sentence,
			   PHRASE(s->phrases, WORD_FIRST_KNOWN, s->arena,
				  { "name", first_name(s) },
				  { "share", subject_part(s, known) }),
			   s->arena);
}

/*
 * Who has a rank is not asked anew where a weight is shifted or all weightings
 * are drawn; a profile, and a reader's own weights, do ask.
 */
static struct str field_sentence(const struct subject *s)
{
	double least = s->c->scoring.min_coverage;
	bool some = false;

	for (size_t k = 0; s->r->judged && k < s->r->ranked; k++)
		some |= subject_scored_on(s, s->r->order[k]).len > 0;
	if (!some || s->r->ranked < 2 || !(least > 0))
		return STR("");
	return PHRASE(s->phrases, WORD_FIELD_STAYS, s->arena,
		      { "share",
			phrase_percent_of(s->phrases,
					  subject_given(s, least * 100),
					  s->arena) });
}

/* How much of the weights was taken away with them. */
static struct str skipped_share(const struct subject *s)
{
	double share = s->r->gaps.weight;
	int places = figure_apart(share * 100, 0, 1);

	return phrase_percent(s->phrases, share,
			      figure_apart(share * 100, 100, places), s->arena);
}

struct str unjudged_sentence(const struct subject *s)
{
	if (!s->c->scored || s->r->judged)
		return STR("");
	if (s->r->gaps.never_count == s->c->option_count)
		return phrase(s->phrases, WORD_UNJUDGED_UNSCORED);
	return phrase(s->phrases, skipped_count(s) == s->c->criterion_count
					  ? WORD_UNJUDGED
					  : WORD_UNJUDGED_WEIGHTLESS);
}

struct str never_scored_sentence(const struct subject *s)
{
	const struct gaps *gaps = &s->r->gaps;

	if (!gaps->never_count ||
	    (gaps->never_count == s->c->option_count && !s->r->judged))
		return STR("");
	return PLURAL(s->phrases, PLURAL_NEVER_SCORED, gaps->never_count,
		      s->arena,
		      { "names", option_names(s, gaps->never_scored) });
}

static size_t skipped_count(const struct subject *s)
{
	size_t count = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		count += !s->r->counts[j];
	return count;
}

static const struct value *skipped_view(const struct subject *s)
{
	struct value *list = value_list(s->arena);

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		struct value *o;

		if (s->r->counts[j])
			continue;
		o = value_add_object(list);
		value_set_text(o, "title", s->c->criteria[j].title.str);
		value_set_text(o, "url", subject_url(s, s->c->criteria[j].id));
		value_set_text(o, "reason", not_counting_reason(s, j));
	}
	return list;
}

static struct str dominated_sentence(const struct subject *s)
{
	size_t count = 0;

	for (size_t i = 0; i < s->r->option_count; i++)
		count += s->r->dominated[i];
	if (!count)
		return STR("");
	return PLURAL(s->phrases, PLURAL_DOMINATED, count, s->arena,
		      { "names", option_names(s, s->r->dominated) });
}

/* Nothing in a tie, where nobody can be overtaken. */
static const struct value *sensitivity_view(const struct subject *s)
{
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		const struct switch_point *at = &s->r->sensitivity[j];
		struct value *o;
		bool over = at->kind == SWITCH_OVER;

		if (at->kind == SWITCH_NONE)
			continue;
		o = value_add_object(list);
		value_set_text(o, "title", s->c->criteria[j].title.str);
		value_set_text(o, "url", subject_url(s, s->c->criteria[j].id));
		value_set_text(
			o, "weight",
			subject_weight_share(s, at->weight,
					     subject_weighs_alone(s, NULL)));
		value_set_text(o, "switch_weight",
			       over ? subject_weight_share(s, at->switch_weight,
							   false)
				    : STR(""));
		value_set_text(o, "to", over ? new_first(s, at) : STR(""));
		value_set_text(o, "sentence", switch_sentence(s, j));
	}
	return list;
}

/* Who is ahead beyond the switch: one, or several together. */
static struct str new_first(const struct subject *s,
			    const struct switch_point *at)
{
	if (at->together)
		return option_names(s, at->together);
	return at->to < s->c->option_count ? s->c->options[at->to].name.str
					   : STR("");
}

static struct str switch_sentence(const struct subject *s, size_t j)
{
	static const enum word_id WORDS[] = {
		[SWITCH_NEVER] = WORD_SWITCH_NEVER,
		[SWITCH_WITHOUT] = WORD_SWITCH_WITHOUT,
		[SWITCH_ALONE] = WORD_SWITCH_ALONE,
		[SWITCH_LEVEL] = WORD_SWITCH_LEVEL,
		[SWITCH_ONLY] = WORD_SWITCH_ONLY,
	};
	const struct switch_point *at = &s->r->sensitivity[j];
	bool together = at->together != NULL;
	enum word_id id;

	if (at->kind != SWITCH_OVER)
		id = WORDS[at->kind];
	else if (at->switch_weight == 0)
		id = together ? WORD_SWITCH_ANY_TOGETHER : WORD_SWITCH_ANY;
	else if (at->switch_weight > at->weight)
		id = together ? WORD_SWITCH_ABOVE_TOGETHER : WORD_SWITCH_ABOVE;
	else
		id = together ? WORD_SWITCH_BELOW_TOGETHER : WORD_SWITCH_BELOW;
	return PHRASE(s->phrases, id, s->arena, { "name", new_first(s, at) },
		      { "criterion", s->c->criteria[j].title.str },
		      { "share", subject_switch_share(s, at->switch_weight) });
}

static struct value *profile_view(const struct subject *s, size_t p)
{
	const struct profile *profile = &s->c->profiles[p];
	const struct profile_result *result = &s->r->profiles[p];
	struct arena *arena = s->arena;
	struct value *o = value_object(arena);
	bool leads = result->leader < s->c->option_count;

	value_set_text(o, "id", profile->id);
	value_set_text(o, "title", profile->title.str);
	value_setf(o, "url", "%c%.*s/scoreboard/index.html#profile-%.*s",
		   ROOT_MARK, STR_ARG(s->c->slug), STR_ARG(profile->id));
	value_set_text(o, "summary", profile->summary.str);
	value_set(o, "body", prose_view(&profile->body, arena));
	value_set(o, "params", own_params(&profile->params, arena));
	value_set_text(o, "sentence", profile_sentence(s, result));
	value_set_text(o, "out", contest_profile_reasons(s, p));
	value_set_text(o, "leader",
		       leads ? s->c->options[result->leader].name.str
			     : STR(""));
	value_set_text(o, "leader_class",
		       leads ? option_class(result->leader) : STR(""));
	value_set(o, "bars", profile_bars(s, result));
	value_set(o, "weights", profile_weights(s, p));
	return o;
}

struct str profile_sentence(const struct subject *s,
			    const struct profile_result *result)
{
	struct str sentence = profile_outcome(s, result);

	if (!result->ranked || profile_is_known(result))
		return sentence;
	return PHRASE(s->phrases, WORD_PROFILE_KNOWN, s->arena,
		      { "result", sentence },
		      { "known", profile_known(s, result) });
}

struct str profile_known(const struct subject *s,
			 const struct profile_result *result)
{
	return PHRASE(s->phrases, WORD_KNOWN_SHARE, s->arena,
		      { "share", subject_part(s, result->known) });
}

/* Both totals, the higher first; of a tie those who share it. */
static struct str profile_outcome(const struct subject *s,
				  const struct profile_result *result)
{
	size_t n = s->c->option_count, first, second;
	bool *top;

	if (!result->ranked)
		return phrase(s->phrases, result->judged
						  ? WORD_PROFILE_NONE_IN
						  : WORD_PROFILE_NOTHING);
	first = result->order[0];
	if (result->ranked == 1)
		return PHRASE(s->phrases, WORD_PROFILE_ONLY_IN, s->arena,
			      { "name", s->c->options[first].name.str },
			      { "total", subject_profile_total(
						 s, result->totals[first]) });
	second = result->order[1];
	if (result->first < n)
		return PHRASE(
			s->phrases,
			result->leader < n ? WORD_PROFILE_LEADS
					   : WORD_PROFILE_CLOSE,
			s->arena, { "name", s->c->options[first].name.str },
			{ "second", s->c->options[second].name.str },
			{ "total",
			  subject_profile_total(s, result->totals[first]) },
			{ "other",
			  subject_profile_total(s, result->totals[second]) });
	top = arena_array(s->arena, bool, n);
	for (size_t i = 0; i < n; i++)
		top[i] = result->ranks[i] == 1;
	return PHRASE(s->phrases, WORD_PROFILE_TIE, s->arena,
		      { "names", option_names(s, top) },
		      { "total",
			subject_profile_total(s, result->totals[first]) });
}

static const struct value *profile_weights(const struct subject *s, size_t p)
{
	const double *weights = s->c->profiles[p].weights;
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);
	double sum = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		sum += weights[j];
	for (size_t j = 0; j < s->c->criterion_count; j++) {
		struct value *o;

		if (!(weights[j] > 0))
			continue;
		o = value_add_object(list);
		value_set_text(o, "title", s->c->criteria[j].title.str);
		value_set_text(o, "url", subject_url(s, s->c->criteria[j].id));
		value_set_text(o, "weight", subject_weight(s, weights[j]));
		value_set_text(
			o, "share",
			subject_weight_share(s, weights[j] / sum,
					     subject_weighs_alone(s, weights)));
	}
	return list;
}

struct str profiles_sentence(const struct subject *s)
{
	size_t first = s->r->first, same = 0, all = s->c->profile_count;
	enum word_id id;

	if (!all || first >= s->c->option_count ||
	    !profiles_are_known(s->r->profiles, all))
		return STR("");
	for (size_t p = 0; p < all; p++)
		same += s->r->profiles[p].leader == first;
	if (same == all)
		id = all == 1	? WORD_PROFILES_ONLY
		     : all == 2 ? WORD_PROFILES_BOTH
				: WORD_PROFILES_ALL;
	else if (same)
		id = WORD_PROFILES_SOME;
	else
		id = all == 1	? WORD_PROFILES_ONLY_NOT
		     : all == 2 ? WORD_PROFILES_NEITHER
				: WORD_PROFILES_NONE;
	return PHRASE(
		s->phrases, id, s->arena,
		{ "name", s->c->options[first].name.str },
		{ "n", phrase_number(s->phrases, (double)same, 0, s->arena) },
		{ "profiles",
		  phrase_count(s->phrases, PLURAL_PROFILES, all, s->arena) });
}

static struct str first_name(const struct subject *s)
{
	size_t first =
		s->r->first < s->r->option_count ? s->r->first : s->r->order[0];

	return s->c->options[first].name.str;
}
