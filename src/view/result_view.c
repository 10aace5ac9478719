#include "view/comparison_view.h"

#include <math.h>

static void add_words(const struct subject *s, struct value *o);
static const struct value *leader_view(const struct subject *s);
static struct str margin(const struct subject *s);
static struct str method_sentence(const struct subject *s);
static struct str missing_sentence(const struct subject *s, size_t skipped);
static size_t skipped_count(const struct subject *s);
static const struct value *skipped_view(const struct subject *s);
static struct str dominated_sentence(const struct subject *s);
static bool are_equal(const struct subject *s, const bool *options, size_t as);
static struct str robustness_note(const struct subject *s);
static const struct value *sensitivity_view(const struct subject *s);
static struct str switch_sentence(const struct subject *s, size_t j);
static const struct value *profiles_view(const struct subject *s);
static const struct value *profile_view(const struct subject *s, size_t p);
static const struct value *profile_weights(const struct subject *s, size_t p);
static struct str profiles_sentence(const struct subject *s);
static struct str first_name(const struct subject *s);

const struct value *result_view(const struct subject *s)
{
	const struct result *r = s->r;
	struct arena *arena = s->arena;
	struct value *o;

	if (!r->judged)
		return value_null();
	o = value_object(arena);
	value_set_text(o, "headline", result_headline(s), arena);
	value_set_text(o, "detail", result_detail(s), arena);
	value_set_bool(o, "is_close", r->close, arena);
	value_set_bool(o, "is_tie", r->first == r->option_count, arena);
	value_set_bool(o, "has_leader", r->leader < r->option_count, arena);
	value_set(o, "leader", leader_view(s), arena);
	value_set_text(o, "margin", margin(s), arena);
	value_set_text(o, "verdict", result_verdict(s), arena);
	add_words(s, o);
	value_set(o, "skipped", skipped_view(s), arena);
	value_set_text(o, "dominated_sentence", dominated_sentence(s), arena);
	value_set_text(o, "robustness_sentence", result_robustness(s), arena);
	value_set_text(o, "robustness_note", robustness_note(s), arena);
	value_set(o, "sensitivity", sensitivity_view(s), arena);
	value_set(o, "profiles", profiles_view(s), arena);
	value_set_text(o, "profiles_sentence", profiles_sentence(s), arena);
	return o;
}

struct str result_headline(const struct subject *s)
{
	const struct result *r = s->r;

	if (!r->judged)
		return (struct str){ "", 0 };
	if (r->first == r->option_count) {
		bool *top = arena_array(s->arena, bool, r->option_count);

		for (size_t i = 0; i < r->option_count; i++)
			top[i] = r->ranks[i] == 1;
		return PHRASE(
			s->phrases, WORD_HEADLINE_TIE, s->arena,
			{ "names", option_names(s, top) },
			{ "total",
			  total_sentence(s, r->raw_totals[r->order[0]]) });
	}
	return PHRASE(s->phrases,
		      r->close ? WORD_HEADLINE_CLOSE : WORD_HEADLINE, s->arena,
		      { "name", first_name(s) },
		      { "total", total_sentence(s, r->raw_totals[r->first]) });
}

struct str total_sentence(const struct subject *s, double raw_total)
{
	bool points = s->c->scoring.method == METHOD_POINTS;
	double most = points ? s->r->points_available : s->c->scoring.max;

	return PHRASE(s->phrases, points ? WORD_TOTAL_POINTS : WORD_TOTAL_SCALE,
		      s->arena, { "n", subject_total(s, raw_total) },
		      { "max", phrase_number(s->phrases, most, 2, s->arena) });
}

const struct value *bars_view(const struct subject *s, const double *totals,
			      const size_t *order, size_t leader, size_t most)
{
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t k = 0; k < s->c->option_count && k < most; k++) {
		size_t i = order ? order[k] : k;
		struct value *bar = value_object(arena);

		if (isnan(totals[i]))
			continue;
		value_set_text(bar, "name", s->c->options[i].name.str, arena);
		value_set_text(bar, "class", option_class(i), arena);
		value_set_text(bar, "value", subject_share_total(s, totals[i]),
			       arena);
		value_set_text(bar, "percent", percent_whole(totals[i], arena),
			       arena);
		value_set_bool(bar, "is_leader", i == leader, arena);
		value_append(list, bar, arena);
	}
	return list;
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
	size_t all = s->c->criterion_count;
	struct arena *arena = s->arena;

	value_set_text(o, "method",
		       phrase(s->phrases, METHODS[s->c->scoring.method]),
		       arena);
	value_set_text(o, "method_sentence", method_sentence(s), arena);
	value_set_text(o, "missing_sentence", missing_sentence(s, skipped),
		       arena);
	value_set_text(
		o, "counting_sentence",
		PHRASE(s->phrases, WORD_COUNTING, arena,
		       { "n", phrase_number(s->phrases, (double)(all - skipped),
					    0, arena) },
		       { "criteria", phrase_count(s->phrases, WORD_CRITERIA_ONE,
						  all, arena) }),
		arena);
}

static const struct value *leader_view(const struct subject *s)
{
	size_t leader = s->r->leader;
	struct value *o;

	if (leader >= s->r->option_count)
		return value_null();
	o = value_object(s->arena);
	value_set_text(o, "name", s->c->options[leader].name.str, s->arena);
	value_set_text(
		o, "url",
		subject_url(s, arena_printf(s->arena, "options/%.*s",
					    STR_ARG(s->c->options[leader].id))),
		s->arena);
	value_set_text(o, "class", option_class(leader), s->arena);
	value_set_text(o, "total", subject_total(s, s->r->raw_totals[leader]),
		       s->arena);
	return o;
}

struct str result_detail(const struct subject *s)
{
	const struct result *r = s->r;
	struct fill fills[] = {
		{ "name", first_name(s) },
		{ "second", s->c->options[r->order[1]].name.str },
		{ "margin", margin(s) },
		{ "close", phrase_percent(s->phrases, s->c->scoring.close, 1,
					  s->arena) },
		{ NULL, { NULL, 0 } },
	};
	enum word_id id = r->first == r->option_count ? WORD_DETAIL_TIE
			  : r->close		      ? WORD_DETAIL_CLOSE
						      : WORD_DETAIL;

	return phrase_of(s->phrases, id, fills, s->arena);
}

/* In points, or in per cent of the scale. */
static struct str margin(const struct subject *s)
{
	if (s->c->scoring.method == METHOD_POINTS) {
		double points = s->r->margin * s->r->points_available;
		bool one = fabs(points - 1) < 1e-9;

		return PHRASE(s->phrases,
			      one ? WORD_POINTS_ONE : WORD_POINTS_OTHER,
			      s->arena, { "n", subject_total(s, points) });
	}
	return PHRASE(s->phrases, WORD_MARGIN_SCALE, s->arena,
		      { "share", phrase_percent(s->phrases, s->r->margin, 1,
						s->arena) });
}

struct str result_verdict(const struct subject *s)
{
	const struct claimed *claimed = &s->c->verdict;

	switch (claimed->claim) {
	case CLAIM_NONE_MADE:
		break;
	case CLAIM_OPTION:
		return PHRASE(s->phrases, WORD_VERDICT_OPTION, s->arena,
			      { "name",
				s->c->options[claimed->option].name.str });
	case CLAIM_TIE:
		return phrase(s->phrases, WORD_VERDICT_BOTH);
	case CLAIM_NOBODY:
		return phrase(s->phrases, WORD_VERDICT_NONE);
	}
	return (struct str){ "", 0 };
}

static struct str method_sentence(const struct subject *s)
{
	const struct scoring *scoring = &s->c->scoring;
	struct fill fills[] = {
		{ "min", phrase_number(s->phrases, scoring->min, 2, s->arena) },
		{ "max", phrase_number(s->phrases, scoring->max, 2, s->arena) },
		{ "tie", phrase_number(s->phrases, scoring->tie, 2, s->arena) },
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

	for (size_t j = 0; j < s->c->criterion_count; j++)
		for (size_t i = 0; i < s->c->option_count; i++)
			some_missing |=
				!s->c->criteria[j].scores ||
				isnan(s->c->criteria[j].scores[i].value);
	if (!some_missing)
		return (struct str){ "", 0 };
	if (s->c->scoring.missing == MISSING_WORST)
		return phrase(s->phrases, WORD_MISSING_WORST);
	return skipped ? phrase_count(s->phrases, WORD_MISSING_SKIP_ONE,
				      skipped, s->arena)
		       : (struct str){ "", 0 };
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
		o = value_object(s->arena);
		value_set_text(o, "title", s->c->criteria[j].title.str,
			       s->arena);
		value_set_text(o, "url", subject_url(s, s->c->criteria[j].id),
			       s->arena);
		value_set_text(o, "reason", not_counting_reason(s, j),
			       s->arena);
		value_append(list, o, s->arena);
	}
	return list;
}

static struct str dominated_sentence(const struct subject *s)
{
	size_t count = 0;

	for (size_t i = 0; i < s->r->option_count; i++)
		count += s->r->dominated[i];
	if (!count)
		return (struct str){ "", 0 };
	return PHRASE(s->phrases,
		      count == 1 ? WORD_DOMINATED_ONE : WORD_DOMINATED_OTHER,
		      s->arena, { "names", option_names(s, s->r->dominated) });
}

/* Of the option, or options, that come first most often. */
struct str result_robustness(const struct subject *s)
{
	const struct share *shares = s->r->robustness;
	bool *are_most = arena_array(s->arena, bool, s->r->option_count);
	size_t most = 0, count = 0;
	struct str names, share;

	for (size_t i = 1; i < s->r->option_count; i++)
		if (shares[i].first > shares[most].first)
			most = i;
	for (size_t i = 0; i < s->r->option_count; i++) {
		are_most[i] = shares[most].first - shares[i].first < 1e-9;
		count += are_most[i];
	}
	names = option_names(s, are_most);
	share = phrase_percent(s->phrases, shares[most].first, 1, s->arena);
	return PHRASE(s->phrases,
		      shares[most].first > 1 - 1e-12 ? WORD_ROBUST_ALWAYS
		      : count == 1		     ? WORD_ROBUST
		      : are_equal(s, are_most, most) ? WORD_ROBUST_EQUAL
						     : WORD_ROBUST_EACH,
		      s->arena, { "name", names }, { "share", share });
}

/* On every criterion that counts. */
static bool are_equal(const struct subject *s, const bool *options, size_t as)
{
	size_t count = s->r->option_count;

	for (size_t j = 0; j < s->r->criterion_count; j++)
		for (size_t i = 0; s->r->counts[j] && i < count; i++)
			if (options[i] &&
			    s->r->utilities[j * count + i] !=
				    s->r->utilities[j * count + as])
				return false;
	return true;
}

static struct str robustness_note(const struct subject *s)
{
	if (s->r->robustness_error == 0)
		return phrase(s->phrases, WORD_ROBUST_EXACT);
	return PHRASE(s->phrases, WORD_ROBUST_SAMPLED, s->arena,
		      { "draws", phrase_number(s->phrases,
					       (double)s->r->robustness_draws,
					       0, s->arena) },
		      { "error",
			phrase_percent(s->phrases, s->r->robustness_error, 2,
				       s->arena) });
}

static const struct value *sensitivity_view(const struct subject *s)
{
	struct arena *arena = s->arena;
	struct value *list = value_list(arena);

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		const struct switch_point *at = &s->r->sensitivity[j];
		struct value *o;
		bool never = isnan(at->switch_weight);
		struct str nothing = { "", 0 };

		if (!s->r->counts[j])
			continue;
		o = value_object(arena);
		value_set_text(o, "title", s->c->criteria[j].title.str, arena);
		value_set_text(o, "url", subject_url(s, s->c->criteria[j].id),
			       arena);
		value_set_text(o, "weight",
			       phrase_percent(s->phrases, at->weight, 1, arena),
			       arena);
		value_set_text(o, "switch_weight",
			       never ? nothing
				     : phrase_percent(s->phrases,
						      at->switch_weight, 1,
						      arena),
			       arena);
		value_set_text(o, "to",
			       never || at->to >= s->c->option_count
				       ? nothing
				       : s->c->options[at->to].name.str,
			       arena);
		value_set_text(o, "sentence", switch_sentence(s, j), arena);
		value_append(list, o, arena);
	}
	return list;
}

static struct str switch_sentence(const struct subject *s, size_t j)
{
	const struct switch_point *at = &s->r->sensitivity[j];

	if (isnan(at->switch_weight) || at->to >= s->c->option_count)
		return phrase(s->phrases, WORD_SWITCH_NEVER);
	return PHRASE(s->phrases,
		      at->switch_weight > at->weight ? WORD_SWITCH_ABOVE
						     : WORD_SWITCH_BELOW,
		      s->arena, { "name", s->c->options[at->to].name.str },
		      { "criterion", s->c->criteria[j].title.str },
		      { "share", phrase_percent(s->phrases, at->switch_weight,
						1, s->arena) });
}

static const struct value *profiles_view(const struct subject *s)
{
	struct value *list = value_list(s->arena);

	for (size_t p = 0; p < s->c->profile_count; p++)
		value_append(list, profile_view(s, p), s->arena);
	return list;
}

static const struct value *profile_view(const struct subject *s, size_t p)
{
	const struct profile *profile = &s->c->profiles[p];
	const struct profile_result *result = &s->r->profiles[p];
	struct arena *arena = s->arena;
	struct value *o = value_object(arena);
	bool leads = result->leader < s->c->option_count;
	struct str nothing = { "", 0 };

	value_set_text(o, "id", profile->id, arena);
	value_set_text(o, "title", profile->title.str, arena);
	value_set_text(o, "url",
		       arena_printf(arena,
				    "%c%.*s/scoreboard/index.html#profile-%.*s",
				    ROOT_MARK, STR_ARG(s->c->slug),
				    STR_ARG(profile->id)),
		       arena);
	value_set_text(o, "summary", profile->summary.str, arena);
	value_set(o, "body", prose_view(&profile->body, arena), arena);
	value_set_text(o, "sentence", profile_sentence(s, result), arena);
	value_set_text(o, "leader",
		       leads ? s->c->options[result->leader].name.str : nothing,
		       arena);
	value_set_text(o, "leader_class",
		       leads ? option_class(result->leader) : nothing, arena);
	value_set(o, "bars",
		  bars_view(s, result->totals, NULL, result->leader,
			    s->c->option_count),
		  arena);
	value_set(o, "weights", profile_weights(s, p), arena);
	return o;
}

/* Both totals, the higher first. */
struct str profile_sentence(const struct subject *s,
			    const struct profile_result *result)
{
	size_t first = 0, second;

	if (isnan(result->totals[0]))
		return phrase(s->phrases, WORD_PROFILE_NOTHING);
	for (size_t i = 1; i < s->c->option_count; i++)
		if (result->totals[i] > result->totals[first])
			first = i;
	second = first == 0;
	for (size_t i = 0; i < s->c->option_count; i++)
		if (i != first && result->totals[i] > result->totals[second])
			second = i;
	return PHRASE(
		s->phrases,
		result->leader < s->c->option_count ? WORD_PROFILE_LEADS
						    : WORD_PROFILE_CLOSE,
		s->arena, { "name", s->c->options[first].name.str },
		{ "second", s->c->options[second].name.str },
		{ "total", subject_share_total(s, result->totals[first]) },
		{ "other", subject_share_total(s, result->totals[second]) });
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
		o = value_object(arena);
		value_set_text(o, "title", s->c->criteria[j].title.str, arena);
		value_set_text(o, "url", subject_url(s, s->c->criteria[j].id),
			       arena);
		value_set_text(o, "weight", subject_weight(s, weights[j]),
			       arena);
		value_set_text(o, "share",
			       phrase_percent(s->phrases, weights[j] / sum, 0,
					      arena),
			       arena);
		value_append(list, o, arena);
	}
	return list;
}

/* How often the leader of the comparison also leads under a profile. */
static struct str profiles_sentence(const struct subject *s)
{
	size_t first = s->r->first, same = 0;
	struct str count = phrase_count(s->phrases, WORD_PROFILES_ONE,
					s->c->profile_count, s->arena);

	if (!s->c->profile_count || first >= s->c->option_count)
		return (struct str){ "", 0 };
	for (size_t p = 0; p < s->c->profile_count; p++)
		same += s->r->profiles[p].leader == first;
	return PHRASE(s->phrases,
		      same == s->c->profile_count ? WORD_PROFILES_ALL
		      : same			  ? WORD_PROFILES_SOME
						  : WORD_PROFILES_NONE,
		      s->arena, { "name", s->c->options[first].name.str },
		      { "n",
			phrase_number(s->phrases, (double)same, 0, s->arena) },
		      { "profiles", count });
}

static struct str first_name(const struct subject *s)
{
	size_t first =
		s->r->first < s->r->option_count ? s->r->first : s->r->order[0];

	return s->c->options[first].name.str;
}
