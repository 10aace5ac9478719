/* What decides, for whom, how sure: view/poster_view.h. */
#include <math.h>

#include "judge/utility.h"
#include "view/chart_parts.h"
#include "view/lead_view.h"
#include "view/parts.h"
#include "view/poster_view.h"
#include "view/result_view.h"

enum { SHARES_MOST = 8, SOURCES_MOST = 12 };

static void add_switches(const struct subject *s, struct poster *poster);
static struct str switch_title(const struct subject *s,
			       const struct switch_point *at,
			       struct str criterion, struct str to);
static void add_purposes(const struct subject *s, struct poster *poster);
static struct poster_purpose purpose_of(const struct subject *s, size_t p);
static struct str purpose_note(const struct subject *s,
			       const struct profile_result *profile);
static void add_shares(const struct subject *s, struct poster *poster);
static void add_sources(const struct subject *s, struct poster *poster);
static void add_mores(const struct subject *s, struct poster *poster);

void poster_print_fill(const struct subject *s, struct poster *poster)
{
	poster->decides.label = phrase(s->phrases, WORD_POSTER_DECIDES);
	poster->whom.label = phrase(s->phrases, WORD_POSTER_WHOM);
	poster->sure.label = phrase(s->phrases, WORD_POSTER_SURE);
	poster->word_sources = phrase(s->phrases, WORD_SOURCES);
	poster->disclosure = s->c->disclosure.plain;
	if (s->r->judged && s->r->ranked > 1) {
		add_switches(s, poster);
		add_purposes(s, poster);
		add_shares(s, poster);
	}
	add_sources(s, poster);
	add_mores(s, poster);
}

/* What one weight alone can turn, the nearest first. */
static void add_switches(const struct subject *s, struct poster *poster)
{
	size_t count = 0, n = s->c->option_count;
	const size_t *order = s->r->first < n ? turn_order(s, &count) : NULL;

	for (size_t k = 0; k < count && k < POSTER_NEAREST; k++) {
		const struct switch_point *at = &s->r->sensitivity[order[k]];
		double then = turn_weight(at);
		struct str to = at->together ? option_names(s, at->together)
				: at->to < n ? chart_short(s, at->to)
					     : STR("");
		struct str title = s->c->criteria[order[k]].title.str;
		struct str words = subject_weight_share(s, then, then == 1);

		poster->switches[poster->switch_count++] =
			(struct poster_switch){ .title = title,
						.to = to,
						.words = words,
						.now = at->weight,
						.then = then };
		if (!k)
			poster->decides.title = switch_title(s, at, title, to);
	}
	if (!count)
		poster->decides.title =
			s->r->first < n ? answer_turn(s)
					: phrase(s->phrases, WORD_DETAIL_TIE);
	poster->switch_all = count;
	poster->decides.note =
		count ? phrase(s->phrases, WORD_POSTER_RINGS) : STR("");
}

static struct str switch_title(const struct subject *s,
			       const struct switch_point *at,
			       struct str criterion, struct str to)
{
	bool over = turn_weight(at) > at->weight;
	struct str weight;

	if (at->kind != SWITCH_OVER || at->together)
		return answer_turn(s);
	weight = subject_switch_share(s, at->switch_weight);
	if (!isnan(at->whole))
		weight = phrase_percent(s->phrases, at->whole, 0, s->arena);
	return PHRASE(s->phrases,
		      over ? WORD_FINDING_FLIPS_OVER : WORD_FINDING_FLIPS_UNDER,
		      s->arena, { "criterion", criterion }, { "share", weight },
		      { "name", to });
}

static void add_purposes(const struct subject *s, struct poster *poster)
{
	size_t count = s->c->profile_count, led = 0, n = s->c->option_count;
	struct poster_purpose *weighed =
		arena_array(s->arena, struct poster_purpose, count);
	struct str name;

	for (size_t p = 0; p < count; p++) {
		weighed[p] = purpose_of(s, p);
		led += s->r->profiles[p].leader == s->r->first;
	}
	poster->weighed = weighed;
	poster->weighed_count = count;
	if (!count)
		return;
	name = s->r->first < n ? s->c->options[s->r->first].name.str : STR("");
	poster->whom.title =
		!profiles_are_known(s->r->profiles, count)
			? phrase(s->phrases, WORD_CHART_PROFILES)
		: s->r->close ? phrase(s->phrases, WORD_POSTER_WHOM_CLOSE)
			      : PHRASE(s->phrases,
				       led ? WORD_POSTER_WHOM_LED
					   : WORD_POSTER_WHOM_NONE,
				       s->arena, { "name", name },
				       { "n", headline_number(s, led) },
				       { "of", headline_number(s, count) });
}

static struct poster_purpose purpose_of(const struct subject *s, size_t p)
{
	const struct profile_result *profile = &s->r->profiles[p];
	struct poster_purpose purpose = {
		.title = s->c->profiles[p].title.str,
		.note = purpose_note(s, profile),
	};

	for (size_t k = 0; profile->judged && k < profile->ranked && k < 3;
	     k++) {
		size_t i = profile->order[k];

		purpose.bars[purpose.bar_count++] = (struct poster_bar){
			.name = chart_short(s, i),
			.value = subject_profile_total(s, profile->totals[i]),
			.share = profile->totals[i],
			.strong =
				!profile_is_known(profile) ? false
				: profile->leader < s->c->option_count
					? k == 0
					: headline_is_front(
						  s,
						  profile->totals[profile->order
									  [0]] -
							  profile->totals[i]),
		};
	}
	return purpose;
}

/* Why nobody is ahead, or how little it is that is told of. */
static struct str purpose_note(const struct subject *s,
			       const struct profile_result *profile)
{
	if (!profile->judged)
		return profile_sentence(s, profile);
	if (profile->ranked && !profile_is_known(profile))
		return profile_known(s, profile);
	if (profile->ranked < 2 || profile->leader < s->c->option_count)
		return STR("");
	return phrase(s->phrases, profile->first < s->c->option_count
					  ? WORD_CLOSE_CALL
					  : WORD_TIE);
}

static void add_shares(const struct subject *s, struct poster *poster)
{
	size_t n = s->c->option_count, count = 0;
	double *firsts = arena_array(s->arena, double, n);
	struct poster_bar *bars =
		arena_array(s->arena, struct poster_bar, SHARES_MOST);
	const size_t *order;

	for (size_t i = 0; i < n; i++)
		firsts[i] = s->r->ranks[i] ? s->r->robustness[i].first : -1;
	order = order_by_value(firsts, n, s->arena);
	for (size_t k = 0; k < n && count < SHARES_MOST; k++) {
		size_t i = order[k];

		if (firsts[i] < 0)
			continue;
		bars[count++] = (struct poster_bar){
			.name = chart_short(s, i),
			.value = lead_first(s, i),
			.share = firsts[i],
			.strong = i == s->r->leader,
		};
	}
	poster->shares = bars;
	poster->share_count = count;
	poster->share_all = s->r->ranked;
	poster->sure.title =
		s->r->leader >= n || order[0] != s->r->leader ||
				s->r->robustness[order[0]].lead.chance !=
					LEAD_SOMETIMES
			? phrase(s->phrases, WORD_POSTER_SURE_TITLE)
			: PHRASE(s->phrases, WORD_FINDING_ROBUST, s->arena,
				 { "name", s->c->options[order[0]].name.str },
				 { "share", lead_first(s, order[0]) });
}

static void add_sources(const struct subject *s, struct poster *poster)
{
	size_t count = s->c->source_count;
	struct str *titles;

	count = count < SOURCES_MOST ? count : SOURCES_MOST;
	titles = arena_array(s->arena, struct str, count);
	for (size_t k = 0; k < count; k++)
		titles[k] = s->c->sources[k].title.str;
	poster->sources = titles;
	poster->source_count = count;
	poster->source_all = s->c->source_count;
}

/* For what a column has no room for, or what is too many to be drawn. */
static void add_mores(const struct subject *s, struct poster *poster)
{
	const size_t counts[] = { poster->switch_all, poster->weighed_count,
				  poster->share_all, poster->source_all };
	struct str *mores;
	size_t most = 0;

	for (size_t k = 0; k < sizeof(counts) / sizeof(*counts); k++)
		most = counts[k] > most ? counts[k] : most;
	mores = arena_array(s->arena, struct str, most + 1);
	for (size_t k = 1; k <= most; k++)
		mores[k] = PHRASE(s->phrases, WORD_N_MORE, s->arena,
				  { "n", headline_number(s, k) });
	poster->mores = mores;
}
