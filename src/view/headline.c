#include "view/headline.h"

#include <math.h>
#include <string.h>

#include "judge/utility.h"
#include "view/answer.h"
#include "view/criterion_view.h"
#include "view/lead_view.h"
#include "view/parts.h"
#include "view/result_view.h"

/* The conditions' numbers: docs/judging.md has them. */
static const double FLIP_NEAR = 0.1, FRAGILE = 0.5, ROBUST = 0.95,
		    RUNAWAY = 0.2;
enum { FIELD_LEAST = 9 };

/* What the rules look at, found once. */
struct facts {
	const struct subject *s;
	size_t n, leader, second; /* the option count: there is none */
	size_t counted;		  /* criteria that count, with a weight */
	bool full;		  /* no score is missing on any criterion */
	struct headline *list;
	size_t count;
};

static struct facts facts_of(const struct subject *s, struct headline *list);
static void add(struct facts *f, const char *rule, struct str text);
static void add_more(struct facts *f, const char *rule, struct str text,
		     struct str more);
static void without_result(struct facts *f);
static void of_a_close_call(struct facts *f);
static struct str pulls_sentence(const struct subject *s);
static void of_scores(struct facts *f);
static void of_tally(struct facts *f);
static size_t lead_changes(const struct facts *f, bool *always_ahead);
static void of_wins(struct facts *f);
static void of_profiles(struct facts *f);
static void of_weights(struct facts *f);
static void of_more_wins(struct facts *f);
static void of_flips(struct facts *f);
static void of_places(struct facts *f);
static void of_robustness(struct facts *f);
static void of_all(struct facts *f);
static bool is_beaten(const struct subject *s, size_t j, size_t a, size_t b);
static bool is_last(const struct subject *s, size_t j, size_t i);
static bool is_group(const struct subject *s, struct str title);
static size_t last_counting(const struct subject *s);
static struct str ahead_words(const struct subject *s);
static struct str next_words(const struct subject *s);
static struct str total_words(const struct subject *s, size_t option);
static struct str name_of(const struct subject *s, size_t i);

size_t headlines_of(const struct subject *s, struct headline *list)
{
	struct facts f = facts_of(s, list);

	if (!s->r->judged || !s->r->ranked || s->r->ranked == 1)
		without_result(&f);
	else if (s->r->first == f.n || s->r->close)
		of_a_close_call(&f);
	if (f.leader < f.n && f.second < f.n) {
		of_scores(&f);
		of_tally(&f);
		of_wins(&f);
		of_profiles(&f);
		of_weights(&f);
		of_more_wins(&f);
		of_flips(&f);
		of_places(&f);
		of_robustness(&f);
	}
	of_all(&f);
	return f.count;
}

static struct facts facts_of(const struct subject *s, struct headline *list)
{
	const struct result *r = s->r;
	struct facts f = { .s = s,
			   .n = s->c->option_count,
			   .leader = r->judged ? r->leader : s->c->option_count,
			   .second = s->c->option_count,
			   .full = s->c->scored,
			   .list = list };

	if (r->judged && r->ranked > 1)
		f.second = r->order[1];
	for (size_t j = 0; j < s->c->criterion_count; j++) {
		const struct score *scores = s->c->criteria[j].scores;

		f.counted += r->counts[j] && s->c->criteria[j].weight > 0;
		for (size_t i = 0; i < f.n; i++)
			f.full &= scores && !isnan(scores[i].value);
	}
	return f;
}

static void add(struct facts *f, const char *rule, struct str text)
{
	add_more(f, rule, text, STR(""));
}

static void add_more(struct facts *f, const char *rule, struct str text,
		     struct str more)
{
	if (f->count < HEADLINES_MOST)
		f->list[f->count++] = (struct headline){ rule, text, more };
}

static void without_result(struct facts *f)
{
	const struct subject *s = f->s;
	bool all = true;

	for (size_t i = 0; i < f->n; i++)
		all &= s->c->options[i].best_for.count > 0;
	if (s->r->judged && !s->r->ranked)
		add(f, "none-left", phrase(s->phrases, WORD_HEADLINE_NONE));
	else if (s->r->judged)
		add(f, "only-one",
		    PHRASE(s->phrases, WORD_AHEAD_ONLY, s->arena,
			   { "name", name_of(s, s->r->order[0]) }));
	else if (all)
		add_more(f, "unscored",
			 PHRASE(s->phrases, WORD_FINDING_UNSCORED, s->arena,
				{ "options",
				  phrase_count(s->phrases, PLURAL_OPTIONS, f->n,
					       s->arena) }),
			 phrase(s->phrases, WORD_FINDING_UNSCORED_MORE));
	else
		add_more(f, "title", s->c->title.str, unjudged_sentence(s));
}

static void of_a_close_call(struct facts *f)
{
	const struct subject *s = f->s;
	size_t found = f->n, two = 0;

	if (s->r->first == f->n) {
		bool *top = arena_array(s->arena, bool, f->n);

		for (size_t i = 0; i < f->n; i++)
			top[i] = s->r->ranks[i] == 1;
		add_more(f, "level",
			 PHRASE(s->phrases, WORD_FINDING_LEVEL, s->arena,
				{ "names", option_names(s, top) }),
			 phrase(s->phrases, WORD_DETAIL_TIE));
		return;
	}
	for (size_t p = 0; p < s->c->profile_count; p++) {
		size_t leader = s->r->profiles[p].leader;

		if (!profile_is_known(&s->r->profiles[p]))
			continue;
		two += leader < f->n && found < f->n && leader != found;
		found = leader < f->n ? leader : found;
	}
	if (two)
		add_more(f, "close-purposes",
			 phrase(s->phrases, WORD_FINDING_CLOSE_PURPOSES),
			 pulls_sentence(s));
	add_more(f, "close", phrase(s->phrases, WORD_FINDING_CLOSE),
		 pulls_sentence(s));
}

/* What pulls hardest to either side; without pulls, how close it is. */
static struct str pulls_sentence(const struct subject *s)
{
	struct pulls pulls;
	size_t most = 0, least = 0;
	double highest = NAN, lowest = NAN;

	if (!pulls_of(s, &pulls) || !(pulls.gained > 0) || !(pulls.lost > 0))
		return result_detail(s);
	for (size_t j = 0; j < s->c->criterion_count; j++) {
		double pull = pull_at(s, &pulls, j);

		if (pull > highest || isnan(highest)) {
			highest = pull;
			most = j;
		}
		if (pull < lowest || isnan(lowest)) {
			lowest = pull;
			least = j;
		}
	}
	return PHRASE(s->phrases, WORD_FINDING_PULLS, s->arena,
		      { "criterion", s->c->criteria[most].title.str },
		      { "name", name_of(s, pulls.one) },
		      { "worst", s->c->criteria[least].title.str },
		      { "other", name_of(s, pulls.other) });
}

static void of_scores(struct facts *f)
{
	const struct subject *s = f->s;
	bool unbeaten = f->full;
	size_t j = last_counting(s);

	for (size_t k = 0; unbeaten && k < s->c->criterion_count; k++)
		for (size_t i = 0; i < f->n; i++)
			unbeaten &= !is_beaten(s, k, f->leader, i);
	if (f->counted == 1 && s->c->criterion_count == 1 && f->full)
		add(f, "single",
		    PHRASE(s->phrases, WORD_FINDING_SINGLE, s->arena,
			   { "name", name_of(s, f->leader) },
			   { "value", subject_score(s, f->leader, j) },
			   { "next", subject_score(s, f->second, j) }));
	if (unbeaten)
		add(f, "unbeaten",
		    PHRASE(s->phrases, WORD_FINDING_UNBEATEN, s->arena,
			   { "name", name_of(s, f->leader) }));
}

/* Of two, who are judged by points and on the same criteria. */
static void of_tally(struct facts *f)
{
	const struct subject *s = f->s;
	size_t last = last_counting(s), changes;
	const double *tally = s->r->tally;
	bool always;

	if (s->c->scoring.method != METHOD_POINTS || f->n != 2 ||
	    subject_totals_are_shares(s) || f->counted < 2)
		return;
	if (last && tally[(last - 1) * 2 + f->leader] <=
			    tally[(last - 1) * 2 + f->second] + UTILITY_EQUAL)
		add(f, "last-decides",
		    PHRASE(s->phrases, WORD_FINDING_LAST_DECIDES, s->arena,
			   { "criterion", s->c->criteria[last].title.str }));
	changes = lead_changes(f, &always);
	if (always)
		add(f, "wire-to-wire",
		    PHRASE(s->phrases, WORD_FINDING_WIRE, s->arena,
			   { "name", name_of(s, f->leader) }));
	if (changes)
		add(f, "lead-changes",
		    phrase_count(s->phrases, PLURAL_FINDING_CHANGES, changes,
				 s->arena));
}

/* How often another is ahead than before; level is neither. */
static size_t lead_changes(const struct facts *f, bool *always_ahead)
{
	const struct subject *s = f->s;
	size_t changes = 0;
	int before = 0;

	*always_ahead = true;
	for (size_t j = 0; j < s->c->criterion_count; j++) {
		const double *at = s->r->tally + j * 2;
		double lead = at[f->leader] - at[f->second];
		int sign = (lead > UTILITY_EQUAL) - (lead < -UTILITY_EQUAL);

		if (!s->r->counts[j])
			continue;
		*always_ahead &= sign > 0;
		changes += sign && before && sign != before;
		before = sign ? sign : before;
	}
	return changes;
}

static void of_wins(struct facts *f)
{
	const struct subject *s = f->s;

	if (f->n >= 3 && f->counted >= 3 && s->r->ranked == f->n && f->full &&
	    !headline_wins(s, f->leader))
		add_more(f, "never-outright",
			 PHRASE(s->phrases, WORD_FINDING_NEVER_OUTRIGHT,
				s->arena, { "name", name_of(s, f->leader) }),
			 PHRASE(s->phrases, WORD_FINDING_NEVER_OUTRIGHT_MORE,
				s->arena,
				{ "criteria",
				  phrase_count(s->phrases, PLURAL_CRITERIA,
					       s->c->criterion_count,
					       s->arena) },
				{ "lead", headline_lead(s) }));
}

static void of_profiles(struct facts *f)
{
	const struct subject *s = f->s;
	size_t led = 0, all = s->c->profile_count;

	if (!profiles_are_known(s->r->profiles, all))
		return;
	for (size_t p = 0; p < all; p++)
		led += s->r->profiles[p].leader == f->leader;
	if (all >= 3 && led == all)
		add(f, "every-purpose",
		    PHRASE(s->phrases, WORD_FINDING_EVERY_PURPOSE, s->arena,
			   { "name", name_of(s, f->leader) }));
	if (all >= 2 && !led)
		add(f, "no-purpose",
		    PHRASE(s->phrases, WORD_FINDING_NO_PURPOSE, s->arena,
			   { "name", name_of(s, f->leader) },
			   { "n", headline_number(s, all) }));
}

/* The one criterion without which another is ahead. */
static void of_weights(struct facts *f)
{
	const struct subject *s = f->s;
	size_t count = 0, which = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		double without = s->r->sensitivity[j].margin_without;

		if (without < -UTILITY_EQUAL) {
			count++;
			which = j;
		}
	}
	if (f->counted < 3 || count != 1 ||
	    s->r->sensitivity[which].without >= f->n)
		return;
	add(f, "one-decides",
	    PHRASE(s->phrases, WORD_FINDING_ONE_DECIDES, s->arena,
		   { "criterion", s->c->criteria[which].title.str },
		   { "name", name_of(s, s->r->sensitivity[which].without) }));
}

static void of_more_wins(struct facts *f)
{
	const struct subject *s = f->s;
	size_t own = headline_wins(s, f->leader), most = f->leader;

	for (size_t i = 0; i < f->n; i++)
		if (headline_wins(s, i) > headline_wins(s, most))
			most = i;
	if (own && s->r->ranked == f->n && headline_wins(s, most) > own)
		add(f, "fewer-wins",
		    PHRASE(s->phrases, WORD_FINDING_FEWER_WINS, s->arena,
			   { "other", name_of(s, most) },
			   { "most",
			     headline_number(s, headline_wins(s, most)) },
			   { "name", name_of(s, f->leader) },
			   { "n", headline_number(s, own) }));
}

/* The nearest switch, where it is near and can be said in whole per cent. */
static void of_flips(struct facts *f)
{
	const struct subject *s = f->s;
	const struct switch_point *nearest = NULL;
	size_t which = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++) {
		const struct switch_point *at = &s->r->sensitivity[j];

		if (at->kind != SWITCH_OVER ||
		    (nearest &&
		     fabs(at->switch_weight - at->weight) >=
			     fabs(nearest->switch_weight - nearest->weight) -
				     UTILITY_EQUAL))
			continue;
		nearest = at;
		which = j;
	}
	if (!nearest || isnan(nearest->whole) ||
	    fabs(nearest->switch_weight - nearest->weight) >
		    FLIP_NEAR + UTILITY_EQUAL)
		return;
	add(f, "flips",
	    PHRASE(s->phrases,
		   nearest->switch_weight > nearest->weight
			   ? WORD_FINDING_FLIPS_OVER
			   : WORD_FINDING_FLIPS_UNDER,
		   s->arena, { "criterion", s->c->criteria[which].title.str },
		   { "share",
		     phrase_percent(s->phrases, nearest->whole, 0, s->arena) },
		   { "name", name_of(s, nearest->to) }));
}

static void of_places(struct facts *f)
{
	const struct subject *s = f->s;
	struct bundles bundles = bundles_of(s);
	size_t worst = 0;
	double rank = 0;

	for (size_t j = 0; f->n >= 3 && j < s->c->criterion_count; j++)
		if (is_last(s, j, f->leader)) {
			add(f, "last-and-first",
			    PHRASE(s->phrases, WORD_FINDING_LAST_AND_FIRST,
				   s->arena, { "name", name_of(s, f->leader) },
				   { "criterion",
				     s->c->criteria[j].title.str }));
			break;
		}
	if (f->n < FIELD_LEAST || s->r->ranked < f->n || !f->full)
		return;
	for (size_t b = 0; b < bundles.count; b++) {
		double own = headline_ranks(s, b)[f->leader];

		if (own > rank && is_group(s, bundles.titles[b])) {
			rank = own;
			worst = b;
		}
	}
	if (rank < (double)f->n - 1 || rank != floor(rank))
		return;
	add(f, "low-and-first",
	    PHRASE(s->phrases, WORD_FINDING_LOW_AND_FIRST, s->arena,
		   { "name", name_of(s, f->leader) },
		   { "rank", headline_number(s, (size_t)rank) },
		   { "n", headline_number(s, f->n) },
		   { "group", bundles.titles[worst] }));
}

/* What draws tell is apart from a bound by more than they err. */
static void of_robustness(struct facts *f)
{
	const struct subject *s = f->s;
	const struct share *share = &s->r->robustness[f->leader];
	double error =
		s->r->robustness_draws
			? ROBUSTNESS_ERRORS *
				  sqrt(share->first * (1 - share->first) /
				       (double)s->r->robustness_draws)
			: 0;
	bool always = share->lead.chance == LEAD_ALWAYS;
	/* Else much of the weight is in none of these weightings. */
	bool known = s->r->gaps.weight < GAPS_TOLD;

	if (share->first + error < FRAGILE)
		add(f, "fragile",
		    PHRASE(s->phrases, WORD_FINDING_FRAGILE, s->arena,
			   { "name", name_of(s, f->leader) },
			   { "share", lead_first(s, f->leader) }));
	if (known && always)
		add(f, "always",
		    PHRASE(s->phrases, WORD_FINDING_ALWAYS, s->arena,
			   { "name", name_of(s, f->leader) }));
	else if (known && share->first - error >= ROBUST &&
		 share->lead.chance == LEAD_SOMETIMES)
		add(f, "robust",
		    PHRASE(s->phrases, WORD_FINDING_ROBUST, s->arena,
			   { "name", name_of(s, f->leader) },
			   { "share", lead_first(s, f->leader) }));
	if (s->r->margin >= RUNAWAY - UTILITY_EQUAL)
		add_more(f, "runaway",
			 PHRASE(s->phrases, WORD_FINDING_RUNAWAY, s->arena,
				{ "name", name_of(s, f->leader) },
				{ "lead", headline_lead(s) }),
			 next_words(s));
}

static void of_all(struct facts *f)
{
	const struct subject *s = f->s;
	size_t best = 0, apart = 0, of = 0;

	for (size_t i = 0; i < f->n; i++)
		best += headline_wins(s, i) > 0;
	if (s->r->judged && f->n >= 3 && best == f->n)
		add(f, "each-best",
		    PHRASE(s->phrases, WORD_FINDING_EACH_BEST, s->arena,
			   { "n", headline_number(s, f->n) }));
	for (size_t j = 0;
	     f->n == 2 && f->full && s->r->judged && j < s->c->criterion_count;
	     j++) {
		of++;
		apart += is_beaten(s, j, 0, 1) || is_beaten(s, j, 1, 0);
	}
	if (apart && of > 1 && 2 * apart <= of)
		add(f, "few-differ",
		    PLURAL(s->phrases, PLURAL_FINDING_FEW_DIFFER, apart,
			   s->arena,
			   { "criteria",
			     phrase_count(s->phrases, PLURAL_CRITERIA, of,
					  s->arena) }));
	if (f->leader >= f->n || f->second >= f->n)
		return;
	add_more(f, "plain",
		 PHRASE(s->phrases, WORD_HEADLINE, s->arena,
			{ "name", name_of(s, f->leader) },
			{ "total", total_words(s, f->leader) }),
		 next_words(s));
	add_more(f, "lead",
		 PHRASE(s->phrases, WORD_FINDING_LEAD, s->arena,
			{ "lead", headline_lead(s) }),
		 ahead_words(s));
}

bool headline_is_of_purposes(const struct headline *headline)
{
	return strstr(headline->rule, "purpose") != NULL;
}

struct str headline_lead(const struct subject *s)
{
	const struct scoring *scoring = &s->c->scoring;
	struct str lead = answer_lead(s, s->r->margin);

	if (scoring->method == METHOD_POINTS)
		return lead;
	return PHRASE(s->phrases, WORD_OF, s->arena, { "n", lead },
		      { "of", subject_given(s, answer_unit(s)) });
}

size_t headline_front(const struct subject *s)
{
	const struct result *r = s->r;
	size_t count = 0;

	if (!r->judged || r->leader < s->c->option_count)
		return r->judged;
	for (size_t k = 0; k < r->ranked; k++) {
		double gap = r->totals[r->order[0]] - r->totals[r->order[k]];

		count += headline_is_front(s, gap);
	}
	return count;
}

bool headline_is_front(const struct subject *s, double gap)
{
	return gap <= UTILITY_EQUAL || gap < s->c->scoring.close;
}

struct str headline_number(const struct subject *s, size_t n)
{
	return phrase_number(s->phrases, (double)n, 0, s->arena);
}

size_t headline_wins(const struct subject *s, size_t option)
{
	size_t count = 0;

	for (size_t j = 0; s->c->scored && j < s->c->criterion_count; j++)
		count += criterion_winner(s, j) == option;
	return count;
}

double *headline_ranks(const struct subject *s, size_t bundle)
{
	struct bundles bundles = bundles_of(s);
	size_t n = s->c->option_count;
	double *ranks = arena_array(s->arena, double, n);
	double *parts = arena_array(s->arena, double, n);

	for (size_t i = 0; i < n; i++)
		parts[i] = bundle_part(s, &bundles, bundle, i);
	for (size_t i = 0; i < n; i++) {
		if (!s->r->ranks[i])
			continue;
		ranks[i] = 1;
		for (size_t k = 0; k < n; k++) {
			double gap = parts[k] - parts[i];

			if (k != i && s->r->ranks[k])
				ranks[i] += gap > UTILITY_EQUAL	   ? 1
					    : gap < -UTILITY_EQUAL ? 0
								   : 0.5;
		}
	}
	return ranks;
}

/* `b` is better than `a`: also beyond the bounds of a measure. */
static bool is_beaten(const struct subject *s, size_t j, size_t a, size_t b)
{
	const struct criterion *criterion = &s->c->criteria[j];
	const double *utilities = s->r->utilities + j * s->c->option_count;
	double gap = utilities[b] - utilities[a], raw;

	if (!(fabs(gap) <= UTILITY_EQUAL) || !criterion->measure.given)
		return gap > UTILITY_EQUAL;
	raw = criterion->scores[b].value - criterion->scores[a].value;
	return criterion->measure.lower_is_better ? raw < 0 : raw > 0;
}

static bool is_last(const struct subject *s, size_t j, size_t i)
{
	const struct score *scores = s->c->criteria[j].scores;

	for (size_t k = 0; k < s->c->option_count; k++)
		if (!scores || isnan(scores[k].value) ||
		    (k != i && !(s->r->utilities[j * s->c->option_count + k] >
				 s->r->utilities[j * s->c->option_count + i] +
					 UTILITY_EQUAL)))
			return false;
	return true;
}

/* Not what is left when the others have names. */
static bool is_group(const struct subject *s, struct str title)
{
	return !str_equals(title, phrase(s->phrases, WORD_ALL_OTHERS)) &&
	       !str_equals(title, phrase(s->phrases, WORD_OTHER_CRITERIA));
}

static size_t last_counting(const struct subject *s)
{
	size_t last = 0;

	for (size_t j = 0; j < s->c->criterion_count; j++)
		if (s->r->counts[j] && s->c->criteria[j].weight > 0)
			last = j;
	return last;
}

/* "gzip has 5.73 of 10, ahead of zip by 0.58." */
static struct str ahead_words(const struct subject *s)
{
	size_t first = s->r->order[0];

	return PHRASE(s->phrases, WORD_FINDING_AHEAD, s->arena,
		      { "name", name_of(s, first) },
		      { "total", total_words(s, first) },
		      { "second", name_of(s, s->r->order[1]) },
		      { "lead", answer_lead(s, s->r->margin) });
}

/* Under a headline that has said the rest: "zip follows with 5.15 of 10." */
static struct str next_words(const struct subject *s)
{
	size_t second = s->r->order[1];

	return PHRASE(s->phrases, WORD_FINDING_NEXT, s->arena,
		      { "second", name_of(s, second) },
		      { "next", total_words(s, second) });
}

/* With as many digits as stand in pictures. */
static struct str total_words(const struct subject *s, size_t option)
{
	const struct scoring *scoring = &s->c->scoring;

	if (scoring->method == METHOD_POINTS || scoring->min != 0)
		return total_sentence(s, option);
	return PHRASE(s->phrases, WORD_OF, s->arena,
		      { "n", answer_total(s, option) },
		      { "of", subject_given(s, answer_unit(s)) });
}

static struct str name_of(const struct subject *s, size_t i)
{
	return s->c->options[i].name.str;
}
