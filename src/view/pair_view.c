#include "view/pair_view.h"

#include <math.h>

#include "judge/utility.h"
#include "view/answer.h"
#include "view/chart_parts.h"
#include "view/parts.h"
#include "words/unit.h"

/* So many criteria are named; of more that are equal, the first of them. */
enum { NAMED_MOST = 3, LINKS_MOST = 6 };

/* A lead of less than this many limits is "just" more. */
static const double JUST = 1.25;

/* From here on a ratio is told as one, below in per cent. */
static const double TIMES_LEAST = 1.5;

/* How a difference of a kind is told: "times as …", "less", "more". */
struct by_words {
	enum word_id times, less, more;
};

static struct value *pair_link(const struct subject *s, struct pair pair);
static bool add_link(const struct subject *s, size_t option, size_t at,
		     struct pair but, struct value *list);
static struct str name_of(const struct pair_subject *p, size_t i);
static struct str lead_clause(const struct pair_subject *p);
static struct str why_clause(const struct pair_subject *p);
static struct str on_how_many(const struct pair_subject *p, size_t option,
			      struct str what);
static double advantage(const struct pair_subject *p, size_t j, size_t option);
static bool is_one_number(double a, double b);
static struct str missing_words(const struct pair_subject *p, size_t j);
static struct str answer_words(const struct pair_subject *p, size_t better,
			       enum answer high, enum answer low);
static struct str measure_words(const struct pair_subject *p, size_t j,
				size_t better);
static const struct by_words *words_of(enum unit_kind kind, bool lower);
static struct str gap_words(const struct pair_subject *p, size_t j,
			    size_t better);
static struct str ratio_words(const struct pair_subject *p, double ratio);
static struct str named(const struct pair_subject *p, enum word_id id,
			size_t option, struct str n);

struct pair_subject pair_subject_of(const struct subject *all,
				    const struct versus *v)
{
	struct pair_subject p = { .all = all, .v = v, .two = *all };

	p.two.c = &v->c;
	p.two.r = v->r;
	p.two.figures = figures_of_two(&all->figures, &v->c, v->r);
	return p;
}

struct str pair_folder(const struct subject *s, struct pair pair)
{
	return ARENA_JOIN(s->arena, s->c->options[pair.one].id, STR("-vs-"),
			  s->c->options[pair.other].id);
}

static struct value *pair_link(const struct subject *s, struct pair pair)
{
	struct value *o = value_object(s->arena);

	value_set_text(o, "title", pair_title(s, pair));
	value_set_text(o, "url", subject_url(s, pair_folder(s, pair)));
	return o;
}

struct str pair_title(const struct subject *s, struct pair pair)
{
	return PHRASE(s->phrases, WORD_PAIR_TITLE, s->arena,
		      { "name", s->c->options[pair.one].name.str },
		      { "other", s->c->options[pair.other].name.str });
}

/* By the sum of their places: first and second, first and third, … */
const struct value *pairs_of_best(const struct subject *s)
{
	struct value *list = value_list(s->arena);
	size_t n = s->r->option_count;

	for (size_t k = 1; s->r->pairs.count && k < n; k++)
		for (size_t i = 0; i < k && list->as.list.count < LINKS_MOST;
		     i++) {
			struct pair pair =
				pair_of(s->r->order[i], s->r->order[k]);

			if (pairs_has(&s->r->pairs, pair))
				value_append(list, pair_link(s, pair));
		}
	return list;
}

void pairs_add_near(const struct subject *s, size_t option, size_t at,
		    size_t most, struct pair but, struct value *list)
{
	size_t n = s->r->option_count;

	for (size_t far = 0; most && far < n && s->r->pairs.count; far++) {
		if (at >= far)
			most -= add_link(s, option, at - far, but, list);
		if (most && far && at + far < n)
			most -= add_link(s, option, at + far, but, list);
	}
}

size_t pairs_place(const struct subject *s, size_t option)
{
	size_t at = 0;

	while (s->r->order[at] != option)
		at++;
	return at;
}

static bool add_link(const struct subject *s, size_t option, size_t at,
		     struct pair but, struct value *list)
{
	struct pair pair = pair_of(option, s->r->order[at]);
	struct value *link;

	if (!pairs_has(&s->r->pairs, pair) ||
	    (pair.one == but.one && pair.other == but.other))
		return false;
	link = pair_link(s, pair);
	for (size_t k = 0; k < list->as.list.count; k++)
		if (str_equals(value_find(list->as.list.items[k], STR("url"))
				       ->as.text,
			       value_find(link, STR("url"))->as.text))
			return false;
	value_append(list, link);
	return true;
}

struct str pair_summary(const struct pair_subject *p)
{
	const struct subject *s = &p->two;
	struct str result = pair_result(p);

	if (!s->c->scored || !p->v->counted)
		return PHRASE(s->phrases, WORD_PAIR_SAYS, s->arena,
			      { "result", result });
	return PHRASE(s->phrases, WORD_PAIR_SAYS_WHY, s->arena,
		      { "result", result }, { "why", why_clause(p) });
}

static struct str name_of(const struct pair_subject *p, size_t i)
{
	return p->two.c->options[i].name.str;
}

struct str pair_result(const struct pair_subject *p)
{
	const struct subject *s = &p->two;
	const struct result *r = s->r;
	enum word_id id;
	size_t in;

	if (r->ranked == 2)
		return lead_clause(p);
	in = r->ranked ? r->order[0] : 0;
	id = !s->c->scored ? WORD_PAIR_UNSCORED
	     : !r->judged  ? WORD_PAIR_UNJUDGED
	     : !r->ranked  ? WORD_PAIR_NEITHER
			   : WORD_PAIR_LEFT;
	return PHRASE(s->phrases, id, s->arena, { "name", name_of(p, in) },
		      { "other", name_of(p, !in) });
}

static struct str lead_clause(const struct pair_subject *p)
{
	const struct subject *s = &p->two;
	const struct result *r = s->r;
	double limit = s->c->scoring.close;
	enum word_id id;

	if (r->first == 2)
		return PHRASE(s->phrases, WORD_PAIR_TIE, s->arena,
			      { "total", answer_total(s, 0) });
	id = r->close				 ? WORD_PAIR_CLOSE
	     : limit <= 0			 ? WORD_AHEAD_ANY
	     : r->margin < limit + UTILITY_EQUAL ? WORD_AHEAD_EQUAL
	     : r->margin < JUST * limit		 ? WORD_AHEAD_JUST
						 : WORD_AHEAD_CLEAR;
	return PHRASE(s->phrases, id, s->arena,
		      { "name", name_of(p, r->first) },
		      { "margin", answer_lead(s, r->margin) },
		      { "close", answer_limit(s) });
}

/* From the first, or from whoever is better on more. */
static struct str why_clause(const struct pair_subject *p)
{
	const struct subject *s = &p->two;
	const struct versus *v = p->v;
	size_t one =
		s->r->first < 2 ? s->r->first : v->better[1] > v->better[0];
	struct str of =
		phrase_count(s->phrases, PLURAL_CRITERIA, v->counted, s->arena);
	struct str wins, losses, why;

	if (v->level == v->counted)
		return PHRASE(s->phrases,
			      v->counted == 1 ? WORD_PAIR_ONLY_LEVEL
					      : WORD_PAIR_ALL_LEVEL,
			      s->arena, { "criteria", of });
	wins = on_how_many(
		p, one,
		PHRASE(s->phrases, WORD_PAIR_PART, s->arena,
		       { "n", subject_count(&p->two, v->better[one]) },
		       { "criteria", of }));
	losses = v->better[!one]
			 ? on_how_many(p, !one,
				       subject_count(&p->two, v->better[!one]))
			 : phrase(s->phrases, WORD_PAIR_NO_CRITERION);
	why = PHRASE(s->phrases, WORD_PAIR_BETTER, s->arena,
		     { "name", name_of(p, one) }, { "wins", wins },
		     { "other", name_of(p, !one) }, { "losses", losses });
	if (!v->level)
		return why;
	return PLURAL(s->phrases, PLURAL_PAIR_LEVEL, v->level, s->arena,
		      { "why", why });
}

/* "6 of 12 criteria, most of all on Price"; the one; or the first of many equals. */
static struct str on_how_many(const struct pair_subject *p, size_t option,
			      struct str what)
{
	const struct subject *s = &p->two;
	size_t n = s->c->criterion_count, named_count = 0, alike = 0;
	size_t first[NAMED_MOST];
	double most = 0;

	for (size_t j = 0; j < n; j++)
		most = fmax(most, advantage(p, j, option));
	for (size_t j = 0; most > 0 && j < n; j++) {
		double own = advantage(p, j, option);

		if (own == 0 || own < most - UTILITY_EQUAL)
			continue;
		if (alike++ < NAMED_MOST)
			first[named_count++] = j;
	}
	if (!named_count)
		return what;
	return PHRASE(s->phrases,
		      p->v->better[option] == 1 ? WORD_PAIR_NAMED
		      : alike > NAMED_MOST	? WORD_PAIR_AMONG
						: WORD_PAIR_MOST,
		      s->arena, { "what", what },
		      { "criterion", criterion_list(s, first, named_count) });
}

/* What it is worth more there, times the part of the weights. */
static double advantage(const struct pair_subject *p, size_t j, size_t option)
{
	const struct result *r = p->two.r;
	double gap =
		r->utilities[2 * j + option] - r->utilities[2 * j + !option];

	if (!r->counts[j] || !(gap > UTILITY_EQUAL) || !r->judged)
		return 0;
	return gap * p->two.c->criteria[j].weight / r->points_available;
}

struct str pair_by(const struct pair_subject *p, size_t j)
{
	const struct subject *s = &p->two;
	const struct score *scores = s->c->criteria[j].scores;
	const double *worth = s->r->utilities + 2 * j;
	size_t better;

	if (!scores || isnan(scores[0].value) || isnan(scores[1].value))
		return missing_words(p, j);
	if (is_one_number(scores[0].value, scores[1].value))
		return phrase(s->phrases, WORD_BY_EQUAL);
	if (fabs(worth[0] - worth[1]) <= UTILITY_EQUAL)
		return phrase(s->phrases, WORD_BY_SAME_WORTH);
	better = worth[1] > worth[0];
	if (scores[0].answer && scores[1].answer)
		return answer_words(p, better, scores[better].answer,
				    scores[!better].answer);
	return s->c->criteria[j].measure.given ? measure_words(p, j, better)
					       : gap_words(p, j, better);
}

/* Means that are equal may differ in their last bits. */
static bool is_one_number(double a, double b)
{
	return fabs(a - b) <= 1e-12 * fmax(fabs(a), fabs(b));
}

static struct str missing_words(const struct pair_subject *p, size_t j)
{
	const struct score *scores = p->two.c->criteria[j].scores;
	bool none[2] = { !scores || isnan(scores[0].value),
			 !scores || isnan(scores[1].value) };

	if (none[0] && none[1])
		return phrase(p->two.phrases, WORD_BY_NEITHER);
	return named(p, WORD_BY_NOT_SCORED, none[1], STR(""));
}

static struct str answer_words(const struct pair_subject *p, size_t better,
			       enum answer high, enum answer low)
{
	if (high == ANSWER_YES && low == ANSWER_NO)
		return named(p, WORD_BY_ONLY, better, STR(""));
	if (high == ANSWER_YES)
		return named(p, WORD_BY_ONLY_PARTLY, !better, STR(""));
	return named(p, WORD_BY_PARTLY, better, STR(""));
}

/* A ratio by the larger value, a part by the better one. */
static struct str measure_words(const struct pair_subject *p, size_t j,
				size_t better)
{
	const struct criterion *criterion = &p->two.c->criteria[j];
	const struct score *scores = criterion->scores;
	bool lower = criterion->measure.lower_is_better;
	enum unit_kind kind = unit_kind_of(criterion->measure.unit.str);
	const struct by_words *words = words_of(kind, lower);
	size_t larger = scores[1].value > scores[0].value;
	double low = scores[!larger].value, high = scores[larger].value;
	double part;

	if (!words || !(low > 0))
		return gap_words(p, j, better);
	if (high / low >= TIMES_LEAST)
		return named(p, words->times, larger,
			     ratio_words(p, high / low));
	part = lower ? 1 - low / high : high / low - 1;
	return named(p, lower ? words->less : words->more, better,
		     subject_part(&p->two, part));
}

/* NULL: the difference is told in the unit. */
static const struct by_words *words_of(enum unit_kind kind, bool lower)
{
	static const struct by_words WORDS[] = {
		[UNIT_SPEED] = { WORD_BY_SPEED_TIMES, WORD_BY_MUCH_LESS,
				 WORD_BY_SPEED_MORE },
		[UNIT_TIME] = { WORD_BY_LONG_TIMES, WORD_BY_LONG_LESS,
				WORD_BY_LONG_MORE },
		[UNIT_PRICE] = { WORD_BY_PRICE_TIMES, WORD_BY_PRICE_LESS,
				 WORD_BY_MUCH_MORE },
		[UNIT_AMOUNT] = { WORD_BY_MUCH_TIMES, WORD_BY_MUCH_LESS,
				  WORD_BY_MUCH_MORE },
	};

	/* A speed that is better low is none, money that is better high no price. */
	if ((kind == UNIT_SPEED && lower) || (kind == UNIT_PRICE && !lower))
		kind = UNIT_AMOUNT;
	return kind == UNIT_OTHER || kind > UNIT_AMOUNT ? NULL : &WORDS[kind];
}

static struct str gap_words(const struct pair_subject *p, size_t j,
			    size_t better)
{
	const struct criterion *criterion = &p->two.c->criteria[j];
	const struct score *scores = criterion->scores;
	double gap = fabs(scores[0].value - scores[1].value);
	bool percent =
		criterion->measure.given &&
		unit_kind_of(criterion->measure.unit.str) == UNIT_PERCENT;
	int a = figure_value_places(&p->two.figures, p->two.c, j,
				    scores[0].value);
	int b = figure_value_places(&p->two.figures, p->two.c, j,
				    scores[1].value);
	int places = figure_apart(gap, 0, a > b ? a : b);
	struct str n = phrase_measure(p->two.phrases, gap, places,
				      criterion->measure.given && !percent
					      ? criterion->measure.unit.str
					      : STR(""),
				      p->two.arena);

	return named(p, WORD_BY_GAP, better,
		     percent ? phrase_count_shown(p->two.phrases,
						  PLURAL_PERCENT_POINTS, n,
						  p->two.arena)
			     : n);
}

/* Two digits below ten, whole from there. */
static struct str ratio_words(const struct pair_subject *p, double ratio)
{
	return phrase_number(p->two.phrases, ratio, ratio < 9.95, p->two.arena);
}

static struct str named(const struct pair_subject *p, enum word_id id,
			size_t option, struct str n)
{
	return PHRASE(p->two.phrases, id, p->two.arena,
		      { "name", chart_short(&p->two, option) }, { "n", n });
}

struct str pair_note(const struct pair_subject *p)
{
	const struct subject *s = p->all;
	const struct result *r = s->r;
	const struct pair *pair = &p->v->pair;
	size_t counting = 0;
	struct str options = phrase_count(s->phrases, PLURAL_OPTIONS,
					  r->option_count, s->arena);

	if (!p->v->differs || !p->two.r->judged)
		return STR("");
	for (size_t j = 0; j < r->criterion_count; j++)
		counting += r->counts[j];
	if (!r->judged)
		return PHRASE(s->phrases, WORD_PAIR_NOTE_NONE, s->arena,
			      { "options", options });
	return PHRASE(s->phrases,
		      p->v->fewer ? WORD_PAIR_NOTE_FEWER
				  : WORD_PAIR_NOTE_POINTS,
		      s->arena, { "options", options },
		      { "criteria", phrase_count(s->phrases, PLURAL_CRITERIA,
						 counting, s->arena) },
		      { "name", name_of(p, 0) }, { "other", name_of(p, 1) },
		      { "n", subject_option_total(s, pair->one) },
		      { "m", subject_option_total(s, pair->other) });
}

struct str pair_purposes(const struct pair_subject *p)
{
	const struct subject *s = &p->two;
	size_t ahead[2] = { 0, 0 }, one, of = s->c->profile_count;
	enum word_id id;

	for (size_t k = 0; k < of; k++)
		if (s->r->profiles[k].leader < 2)
			ahead[s->r->profiles[k].leader]++;
	if (!of || s->r->ranked < 2 || !profiles_are_known(s->r->profiles, of))
		return STR("");
	one = ahead[1] > ahead[0];
	id = !ahead[one]	? WORD_PAIR_FOR_NONE
	     : ahead[one] == of ? WORD_PAIR_FOR_EACH
	     : !ahead[!one]	? WORD_PAIR_FOR_SOME
				: WORD_PAIR_FOR_BOTH;
	return PHRASE(s->phrases, id, s->arena, { "name", name_of(p, one) },
		      { "n", subject_count(&p->two, ahead[one]) },
		      { "of", subject_count(&p->two, of) },
		      { "other", name_of(p, !one) },
		      { "m", subject_count(&p->two, ahead[!one]) });
}

struct str pair_of_all(const struct pair_subject *p,
		       const struct profile_result *profile)
{
	const struct subject *s = p->all;
	size_t n = s->r->option_count;
	size_t leader = profile ? profile->leader : s->r->leader;
	size_t first = profile ? profile->first : s->r->first;
	bool judged = profile ? profile->judged : s->r->judged;
	size_t ranked = profile ? profile->ranked : s->r->ranked;

	if (n == 2 || !judged || !ranked)
		return STR("");
	return PHRASE(s->phrases,
		      leader < n  ? WORD_PAIR_OF_ALL
		      : first < n ? WORD_PAIR_OF_ALL_CLOSE
				  : WORD_PAIR_OF_ALL_TIE,
		      s->arena, { "n", subject_count(&p->two, n) },
		      { "name",
			leader < n ? chart_short(s, leader) : STR("") });
}
