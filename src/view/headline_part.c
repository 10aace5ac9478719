/* Findings on a criterion, an option, a pair: view/headline.h. */
#include <math.h>

#include "view/contest_view.h"
#include "view/criterion_answer.h"
#include "view/criterion_view.h"
#include "view/headline.h"
#include "view/pair_view.h"
#include "view/parts.h"
#include "view/result_view.h"
#include "words/unit.h"

/* From here on how many times the next is told. */
static const double RATIO = 1.5;

static struct headline ratio_headline(const struct subject *s, size_t j);
static size_t unjudged_headlines(const struct subject *s, size_t i,
				 struct headline *list);
static struct headline front_headline(const struct subject *s, size_t i);
static bool is_in_front(const struct subject *s, size_t i);
static struct headline shared_call(const struct subject *s);
static struct str on_how_many(const struct subject *s, size_t i);
static struct str place_words(const struct subject *s, size_t i);
static struct headline of_two(const struct pair_subject *p);

struct headline criterion_headline(const struct subject *s, size_t j)
{
	struct headline ratio = ratio_headline(s, j);

	if (ratio.text.len)
		return ratio;
	return (struct headline){ "criterion", criterion_finding(s, j),
				  criterion_spread(s, j) };
}

/*
 * How many times the next, or how much less, is said of measures only whose
 * author set the zero: where 0 is the worst, or where less is better the best.
 */
static struct headline ratio_headline(const struct subject *s, size_t j)
{
	const struct measure *m = &s->c->criteria[j].measure;
	size_t winner = criterion_winner(s, j), n = s->c->option_count;
	const struct score *scores = s->c->criteria[j].scores;
	double best, next = NAN, ratio;

	if (!m->given || winner >= n ||
	    unit_kind_of(m->unit.str) == UNIT_LEVEL ||
	    (m->lower_is_better ? m->best : m->worst) != 0)
		return (struct headline){ "", STR(""), STR("") };
	best = scores[winner].value;
	for (size_t i = 0; i < n; i++)
		if (i != winner && !isnan(scores[i].value))
			next = isnan(next) ? scores[i].value
			       : m->lower_is_better
				       ? fmin(next, scores[i].value)
				       : fmax(next, scores[i].value);
	ratio = m->lower_is_better ? next / best : best / next;
	if (!(best > 0) || !(next > 0) || !(ratio >= RATIO))
		return (struct headline){ "", STR(""), STR("") };
	if (m->lower_is_better)
		return (struct headline){
			"ratio",
			PHRASE(s->phrases, WORD_FINDING_LESS, s->arena,
			       { "name", s->c->options[winner].name.str },
			       { "share",
				 phrase_percent(s->phrases,
						floor((1 - best / next) * 100) /
							100,
						0, s->arena) }),
			criterion_finding(s, j)
		};
	return (struct headline){
		"ratio",
		PHRASE(s->phrases, WORD_FINDING_TIMES, s->arena,
		       { "name", s->c->options[winner].name.str },
		       { "n", phrase_number(s->phrases, floor(ratio * 10) / 10,
					    1, s->arena) }),
		criterion_finding(s, j)
	};
}

size_t option_headlines(const struct subject *s, size_t i,
			struct headline *list)
{
	struct str name = s->c->options[i].name.str;
	struct str on = on_how_many(s, i);
	size_t count = 0;

	if (!s->r->judged)
		return unjudged_headlines(s, i, list);
	if (!s->r->ranks[i]) {
		list[count++] =
			(struct headline){ "option-out",
					   PHRASE(s->phrases,
						  WORD_FINDING_OPTION_OUT,
						  s->arena, { "name", name }),
					   contest_reason(s, i) };
		return count;
	}
	if (is_in_front(s, i))
		list[count++] = front_headline(s, i);
	else if (on.len)
		list[count++] = (struct headline){ "option-best", on,
						   place_words(s, i) };
	list[count++] = (struct headline){
		"option-rank",
		PHRASE(s->phrases, WORD_FINDING_OPTION_RANK, s->arena,
		       { "name", name },
		       { "n", headline_number(s, s->r->ranks[i]) },
		       { "of", headline_number(s, s->r->ranked) }),
		total_sentence(s, i)
	};
	return count;
}

static size_t unjudged_headlines(const struct subject *s, size_t i,
				 struct headline *list)
{
	const struct option *option = &s->c->options[i];
	struct str more = first_words(option->body.plain, s->arena);
	size_t count = 0;

	if (option->best_for.count)
		list[count++] = (struct headline){
			"option-best-for",
			PHRASE(s->phrases, WORD_FINDING_OPTION_BEST_FOR,
			       s->arena, { "name", option->name.str },
			       { "text", option->best_for.items[0].plain }),
			more
		};
	list[count++] = (struct headline){ "option", option->name.str, more };
	return count;
}

/*
 * Of a close call its words, and where this option stands; the leader's finding
 * where it wins nothing.
 */
static struct headline front_headline(const struct subject *s, size_t i)
{
	struct str on = on_how_many(s, i);
	struct headline said;

	if (s->r->leader == i && headline_wins(s, i))
		return (struct headline){ "option-best", on,
					  place_words(s, i) };
	said = shared_call(s);
	if (s->r->leader != i)
		said.more = on.len ? PHRASE(s->phrases, WORD_PAIR_SAYS,
					    s->arena, { "result", on })
				   : place_words(s, i);
	return said;
}

static bool is_in_front(const struct subject *s, size_t i)
{
	const struct result *r = s->r;

	if (r->leader < s->c->option_count)
		return r->leader == i;
	return headline_is_front(s, r->totals[r->order[0]] - r->totals[i]);
}

/* The first finding of all that needs no purposes to be shown. */
static struct headline shared_call(const struct subject *s)
{
	struct headline list[HEADLINES_MOST];
	size_t count = headlines_of(s, list), k = 0;

	while (k + 1 < count && headline_is_of_purposes(&list[k]))
		k++;
	return list[k];
}

/* Where it is best alone; else where it shares the best value; or empty. */
static struct str on_how_many(const struct subject *s, size_t i)
{
	size_t all = s->c->criterion_count, alone = headline_wins(s, i);
	size_t shared = 0;

	for (size_t j = 0; s->c->scored && j < all; j++)
		shared += s->r->wins[j * s->c->option_count + i];
	if (!shared)
		return STR("");
	return PHRASE(s->phrases,
		      alone ? WORD_FINDING_OPTION_ALONE
			    : WORD_FINDING_OPTION_SHARED,
		      s->arena, { "name", s->c->options[i].name.str },
		      { "n", headline_number(s, alone ? alone : shared) },
		      { "criteria", phrase_count(s->phrases, PLURAL_CRITERIA,
						 all, s->arena) });
}

/* "7.4 of 10 · rank 2 of 6" */
static struct str place_words(const struct subject *s, size_t i)
{
	return ARENA_JOIN(s->arena, total_sentence(s, i), STR(" \xC2\xB7 "),
			  PHRASE(s->phrases, WORD_PAIR_RANK, s->arena,
				 { "n", headline_number(s, s->r->ranks[i]) },
				 { "of", headline_number(s, s->r->ranked) }));
}

struct headline pair_headline(const struct pair_subject *p)
{
	const struct subject *s = &p->two;

	if (s->r->ranked < 2 || !s->c->scored)
		return (struct headline){ "pair", pair_result(p), STR("") };
	if (s->r->leader >= 2)
		return shared_call(s);
	return of_two(p);
}

/* Who leads, and on how many criteria each is better. */
static struct headline of_two(const struct pair_subject *p)
{
	const struct subject *s = &p->two;
	size_t one = s->r->leader;
	size_t wins = p->v->better[one], losses = p->v->better[!one];
	struct str name = s->c->options[one].name.str;
	struct str other = s->c->options[!one].name.str;
	struct str more = PHRASE(s->phrases, WORD_PAIR_SAYS, s->arena,
				 { "result", pair_result(p) });
	struct str text;

	if (wins > losses)
		text = PHRASE(s->phrases, WORD_FINDING_PAIR_BETTER, s->arena,
			      { "name", name }, { "other", other },
			      { "n", headline_number(s, wins) },
			      { "criteria",
				phrase_count(s->phrases, PLURAL_CRITERIA,
					     p->v->counted, s->arena) });
	else if (wins && losses > wins)
		text = PHRASE(s->phrases, WORD_FINDING_FEWER_WINS, s->arena,
			      { "other", other },
			      { "most", headline_number(s, losses) },
			      { "name", name },
			      { "n", headline_number(s, wins) });
	else
		text = PHRASE(s->phrases, WORD_FINDING_RUNAWAY, s->arena,
			      { "name", name }, { "lead", headline_lead(s) });
	return (struct headline){ "pair-better", text, more };
}
