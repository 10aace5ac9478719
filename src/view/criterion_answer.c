#include "view/criterion_answer.h"

#include <math.h>
#include <stdlib.h>

#include "judge/utility.h"
#include "view/answer.h"
#include "view/criterion_view.h"
#include "view/parts.h"

/* The best of those that do not win, and of those that do. */
struct stand {
	size_t winner, winners, next; /* next: the option count: none scored */
	bool known, alike; /* winners all have a score; and the same one */
};

/* How judges who scored both of two options see them. */
struct sides {
	size_t judges, ahead[2];
	double least, most; /* by how much, where they agree */
	bool all;	    /* no judge scored one of them only */
};

static struct stand stand_of(const struct subject *s, size_t j);
static bool is_better(const struct subject *s, size_t j, size_t a, size_t b);
static struct str by_how_much(const struct subject *s, size_t j,
			      const struct stand *stand);
static struct str level_at(const struct subject *s, size_t j,
			   const struct stand *stand);
static struct str pull_sentence(const struct subject *s, size_t j);
static struct str pull_of_two(const struct subject *s,
			      const struct pulls *pulls, double pull);
static struct str rank_of_pull(const struct subject *s,
			       const struct pulls *pulls, size_t j);
static bool second_is_shared(const struct subject *s);
static struct str without_sentence(const struct subject *s, size_t j);
static void add_sentence(const struct subject *s, struct str *to,
			 struct str sentence);
static struct str judges_of_two(const struct subject *s, size_t j);
static struct sides sides_of(const struct subject *s, size_t j);
static size_t counted(const struct subject *s, const struct score *score,
		      const struct evidence ***evidence);
static int by_judge(const void *a, const void *b);
static struct str range_of_all(const struct subject *s, size_t j);
static const struct score *score_of(const struct subject *s, size_t j,
				    size_t i);
static struct str name_of(const struct subject *s, size_t i);

struct str criterion_finding(const struct subject *s, size_t j)
{
	struct stand stand;

	if (!s->c->scored)
		return STR("");
	stand = stand_of(s, j);
	if (!stand.winners || !stand.known ||
	    s->c->scoring.method == METHOD_POINTS)
		return winner_sentence(s, j);
	if (stand.winners == s->c->option_count)
		return stand.alike ? level_at(s, j, &stand)
				   : winner_sentence(s, j);
	if (stand.next == s->c->option_count)
		return PHRASE(
			s->phrases,
			stand.winners == 1 ? WORD_WON_ONLY : WORD_WON_ONLY_MANY,
			s->arena,
			{ "names",
			  option_names(s,
				       s->r->wins + j * s->c->option_count) });
	return stand.alike ? by_how_much(s, j, &stand) : winner_sentence(s, j);
}

static struct stand stand_of(const struct subject *s, size_t j)
{
	size_t n = s->c->option_count;
	const bool *wins = s->r->wins + j * n;
	struct stand stand = {
		.winner = n, .next = n, .known = true, .alike = true
	};

	for (size_t i = 0; i < n; i++) {
		bool scored = s->c->criteria[j].scores &&
			      !isnan(score_of(s, j, i)->value);

		if (!wins[i]) {
			if (scored &&
			    (stand.next == n || is_better(s, j, i, stand.next)))
				stand.next = i;
			continue;
		}
		stand.known &= scored;
		if (!stand.winners++)
			stand.winner = i;
		else if (stand.known)
			stand.alike &= score_of(s, j, i)->value ==
				       score_of(s, j, stand.winner)->value;
	}
	return stand;
}

/* Beyond the bounds of a measure, where all is worth the same, as measured. */
static bool is_better(const struct subject *s, size_t j, size_t a, size_t b)
{
	const struct measure *measure = &s->c->criteria[j].measure;
	double gap = score_of(s, j, a)->value - score_of(s, j, b)->value;

	return measure->given && measure->lower_is_better ? gap < 0 : gap > 0;
}

static struct str by_how_much(const struct subject *s, size_t j,
			      const struct stand *stand)
{
	const struct score *best = score_of(s, j, stand->winner);
	const struct score *next = score_of(s, j, stand->next);
	const struct scoring *scoring = &s->c->scoring;
	bool answers =
		best->answer != ANSWER_NONE && next->answer != ANSWER_NONE;
	bool raw = s->c->criteria[j].measure.given || answers;
	bool one = stand->winners == 1;
	enum word_id id = !raw ? one ? WORD_WON_BY : WORD_WON_BY_MANY
			  : s->c->option_count == 2 ? WORD_WON_AGAINST
			  : one			    ? WORD_WON_NEXT
						    : WORD_WON_NEXT_MANY;

	return PHRASE(s->phrases, id, s->arena,
		      { "names",
			option_names(s, s->r->wins + j * s->c->option_count) },
		      { "gap", criterion_gap(s, j, best->value, next->value) },
		      { "of", subject_given(s, scoring->max - scoring->min) },
		      { "value",
			answers ? subject_value(s, j, best->value, best->answer)
				: subject_value_beside(s, j, best->value,
						       next->value) },
		      { "next",
			answers ? subject_value(s, j, next->value, next->answer)
				: subject_value_beside(s, j, next->value,
						       best->value) });
}

static struct str level_at(const struct subject *s, size_t j,
			   const struct stand *stand)
{
	const struct score *score = score_of(s, j, stand->winner);

	return PHRASE(s->phrases, WORD_LEVEL_AT, s->arena,
		      { "value",
			subject_value(s, j, score->value, score->answer) });
}

struct str criterion_gap(const struct subject *s, size_t j, double a, double b)
{
	const struct measure *measure = &s->c->criteria[j].measure;
	double gap = fabs(a - b);
	double range = s->c->scoring.max - s->c->scoring.min;
	int places = figure_value_places(&s->figures, s->c, j, a);
	int other = figure_value_places(&s->figures, s->c, j, b);

	places = figure_apart(gap, 0, other > places ? other : places);
	if (!measure->given)
		places = figure_apart(gap, range, places);
	return phrase_measure(s->phrases, gap, places,
			      measure->given ? measure->unit.str : STR(""),
			      s->arena);
}

struct str criterion_effect(const struct subject *s, size_t j)
{
	const struct result *r = s->r;
	size_t winner = criterion_winner(s, j);
	struct str text = STR("");

	if (!r->judged || !r->counts[j])
		return text;
	if (!(s->c->criteria[j].weight > 0))
		return phrase(s->phrases, WORD_EFFECT_NOTHING);
	if (winner < r->option_count && !r->ranks[winner])
		add_sentence(s, &text,
			     PHRASE(s->phrases, WORD_EFFECT_OUT, s->arena,
				    { "name", name_of(s, winner) }));
	add_sentence(s, &text, pull_sentence(s, j));
	add_sentence(s, &text, without_sentence(s, j));
	return text;
}

/* Where options are judged by other rows, their pulls are no gaps of scores. */
static struct str pull_sentence(const struct subject *s, size_t j)
{
	const struct result *r = s->r;
	struct pulls pulls;
	struct str text = STR("");
	double pull;

	if (!pulls_of(s, &pulls) || pulls.count < 2 ||
	    !pulls_are_gaps(s, pulls.one, pulls.other))
		return text;
	pull = pull_at(s, &pulls, j);
	if (isnan(pull))
		return text;
	if (r->ranked == 2) {
		add_sentence(s, &text, pull_of_two(s, &pulls, pull));
	} else if (r->first < r->option_count && !second_is_shared(s)) {
		add_sentence(
			s, &text,
			PHRASE(s->phrases,
			       pull == 0 ? WORD_EFFECT_FIRST_NONE
					 : WORD_EFFECT_FIRST,
			       s->arena, { "first", name_of(s, pulls.one) },
			       { "second", name_of(s, pulls.other) },
			       { "pull", answer_lead(s, fabs(pull)) },
			       { "name", name_of(s, pull > 0 ? pulls.one
							     : pulls.other) }));
	} else {
		return text;
	}
	if (pull != 0)
		add_sentence(s, &text, rank_of_pull(s, &pulls, j));
	return text;
}

static struct str pull_of_two(const struct subject *s,
			      const struct pulls *pulls, double pull)
{
	const struct result *r = s->r;
	enum word_id id = pull == 0			? WORD_EFFECT_NEITHER
			  : r->first >= r->option_count ? WORD_EFFECT_LEVEL
			  : pull < 0			? WORD_EFFECT_AGAINST
			  : pull > r->margin + UTILITY_EQUAL ? WORD_EFFECT_MORE
							     : WORD_EFFECT_PART;

	return PHRASE(
		s->phrases, id, s->arena,
		{ "pull", answer_lead_beside(s, fabs(pull), r->margin) },
		{ "name", name_of(s, pull < 0 ? pulls->other : pulls->one) },
		{ "margin", answer_lead_beside(s, r->margin, fabs(pull)) });
}

static struct str rank_of_pull(const struct subject *s,
			       const struct pulls *pulls, size_t j)
{
	double pull = fabs(pull_at(s, pulls, j));
	size_t stronger = 0, one = 0;

	for (size_t k = 0; k < s->c->criterion_count; k++)
		if (fabs(pull_at(s, pulls, k)) > pull + UTILITY_EQUAL) {
			stronger++;
			one = k;
		}
	return stronger == 0 ? phrase(s->phrases, WORD_EFFECT_STRONGEST)
	       : stronger == 1
		       ? PHRASE(s->phrases, WORD_EFFECT_SECOND, s->arena,
				{ "criterion", s->c->criteria[one].title.str })
		       : STR("");
}

static bool second_is_shared(const struct subject *s)
{
	const struct result *r = s->r;

	return r->ranked > 2 && r->ranks[r->order[2]] == r->ranks[r->order[1]];
}

static struct str without_sentence(const struct subject *s, size_t j)
{
	const struct result *r = s->r;
	double without =
		r->sensitivity ? r->sensitivity[j].margin_without : NAN;

	if (r->first >= r->option_count || r->ranked < 2 || isnan(without))
		return STR("");
	return PHRASE(s->phrases,
		      without > UTILITY_EQUAL	  ? WORD_EFFECT_AHEAD
		      : without >= -UTILITY_EQUAL ? WORD_EFFECT_NOT_ALONE
						  : WORD_EFFECT_BEHIND,
		      s->arena, { "name", name_of(s, r->first) });
}

static void add_sentence(const struct subject *s, struct str *to,
			 struct str sentence)
{
	*to = phrase_join(s->phrases, *to, sentence, s->arena);
}

struct str criterion_spread(const struct subject *s, size_t j)
{
	if (!s->c->scored)
		return STR("");
	return s->c->option_count == 2 ? judges_of_two(s, j)
				       : range_of_all(s, j);
}

static struct str judges_of_two(const struct subject *s, size_t j)
{
	struct sides sides = sides_of(s, j);
	bool first = sides.ahead[0] >= sides.ahead[1];
	size_t most = sides.ahead[!first], fewest = sides.ahead[first];
	bool measured = s->c->criteria[j].measure.given;
	enum word_id id;

	if (sides.judges < 2 || !sides.all)
		return STR("");
	id = !most					? WORD_JUDGES_LEVEL
	     : fewest					? WORD_JUDGES_SPLIT
	     : most < sides.judges			? WORD_JUDGES_SOME
	     : measured					? WORD_JUDGES_ALL
	     : sides.most - sides.least < UTILITY_EQUAL ? WORD_JUDGES_EACH
							: WORD_JUDGES_BY;
	return PHRASE(
		s->phrases, id, s->arena, { "name", name_of(s, !first) },
		{ "second", name_of(s, first) },
		{ "n", phrase_number(s->phrases, (double)most, 0, s->arena) },
		{ "of", phrase_number(s->phrases, (double)sides.judges, 0,
				      s->arena) },
		{ "shared",
		  phrase_number(s->phrases, (double)fewest, 0, s->arena) },
		{ "least", criterion_gap(s, j, sides.least, 0) },
		{ "most", criterion_gap(s, j, sides.most, 0) });
}

/* Judge by judge, in the order of their names. */
static struct sides sides_of(const struct subject *s, size_t j)
{
	const struct score *scores = s->c->criteria[j].scores;
	struct sides sides = { .least = INFINITY, .all = true };
	bool lower = s->c->criteria[j].measure.given &&
		     s->c->criteria[j].measure.lower_is_better;
	const struct evidence **said[2];
	size_t count[2] = { 0, 0 }, at[2] = { 0, 0 };

	for (size_t i = 0; scores && i < 2; i++)
		count[i] = counted(s, &scores[i], &said[i]);
	while (at[0] < count[0] && at[1] < count[1]) {
		const struct evidence *one = said[0][at[0]];
		const struct evidence *other = said[1][at[1]];
		int order = str_compare(one->judge, other->judge);
		double gap = (one->value - other->value) * (lower ? -1 : 1);

		at[0] += order <= 0;
		at[1] += order >= 0;
		sides.all &= !order;
		if (order)
			continue;
		sides.judges++;
		if (gap != 0)
			sides.ahead[gap < 0]++;
		sides.least = fmin(sides.least, fabs(gap));
		sides.most = fmax(sides.most, fabs(gap));
	}
	sides.all &= at[0] == count[0] && at[1] == count[1];
	return sides;
}

/* The evidence that counts, by judge; how much it is. */
static size_t counted(const struct subject *s, const struct score *score,
		      const struct evidence ***evidence)
{
	const struct evidence **said = arena_array(
		s->arena, const struct evidence *, score->evidence_count);
	size_t count = 0;

	for (size_t k = 0; k < score->evidence_count; k++)
		if (evidence_counts(&score->evidence[k]))
			said[count++] = &score->evidence[k];
	qsort(said, count, sizeof(*said), by_judge);
	*evidence = said;
	return count;
}

static int by_judge(const void *a, const void *b)
{
	const struct evidence *left = *(const struct evidence *const *)a;
	const struct evidence *right = *(const struct evidence *const *)b;

	return str_compare(left->judge, right->judge);
}

/* Not where all are alike. */
static struct str range_of_all(const struct subject *s, size_t j)
{
	const struct score *scores = s->c->criteria[j].scores;
	size_t n = s->c->option_count, low = n, high = n;
	bool *lowest = arena_array(s->arena, bool, n);
	bool *highest = arena_array(s->arena, bool, n);

	for (size_t i = 0; scores && i < n; i++) {
		if (isnan(scores[i].value))
			continue;
		if (low == n || is_better(s, j, low, i))
			low = i;
		if (high == n || is_better(s, j, i, high))
			high = i;
	}
	if (low == n || scores[low].value == scores[high].value)
		return STR("");
	for (size_t i = 0; i < n; i++) {
		lowest[i] = scores[i].value == scores[low].value;
		highest[i] = scores[i].value == scores[high].value;
	}
	return PHRASE(s->phrases, WORD_CHART_RANGE, s->arena,
		      { "from", subject_value(s, j, scores[low].value,
					      scores[low].answer) },
		      { "names", option_names(s, lowest) },
		      { "to", subject_value(s, j, scores[high].value,
					    scores[high].answer) },
		      { "name", option_names(s, highest) });
}

static const struct score *score_of(const struct subject *s, size_t j, size_t i)
{
	return &s->c->criteria[j].scores[i];
}

static struct str name_of(const struct subject *s, size_t i)
{
	return s->c->options[i].name.str;
}
