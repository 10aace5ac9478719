#include "check/tally.h"

#include <math.h>
#include <string.h>

#include "check/grammar.h"
#include "check/standing.h"
#include "read/report.h"

struct tally {
	struct str text;
	double left, right, digit;
	size_t at, to; /* terms */
};

/* What stands between two semicolons, as far as it tells of a result. */
struct part {
	size_t from, to; /* terms */
	bool hedged, labelled;
	bool strong, weak; /* words of a result, of points */
	size_t names;
};

/* How sure it is that the numbers are a result. */
enum sureness { SURENESS_NONE, SURENESS_LIKELY, SURENESS_CERTAIN };

static bool next_tally(const struct reading *r, size_t *at,
		       struct tally *tally);
static enum sureness sureness(const struct study *s, const struct reading *r,
			      const struct tally *tally, struct part *part);
static bool is_alone(const struct study *s, const struct reading *r,
		     const struct tally *tally);
static void part_find(const struct reading *r, const struct tally *tally,
		      struct part *part);
static bool goes_on(const struct term *t);
static bool holds(const struct study *s, size_t criterion,
		  const struct reading *r, const struct tally *tally);
static bool holds_on(const struct study *s, size_t criterion,
		     const struct reading *r, const struct tally *tally);
static bool holds_for_some(const struct study *s, const struct reading *r,
			   const struct tally *tally);
static bool matches_totals(const struct study *s, const struct reading *r,
			   const struct tally *tally, const double *totals);
static double given_by(const struct score *score, struct str judge);
static bool matches(const struct study *s, const struct reading *r,
		    const struct tally *tally, const double *values);

/* "from 0-0 to 8-6": where one of them is the result, the others led to it. */
void tally_check(const struct study *s, const struct passage *p,
		 size_t criterion, const struct reading *reading)
{
	struct part part = { 0 };
	struct tally tally;
	size_t at = 0;

	while (next_tally(reading, &at, &tally))
		if (sureness(s, reading, &tally, &part) &&
		    holds(s, criterion, reading, &tally))
			return;
	at = 0;
	while (next_tally(reading, &at, &tally)) {
		enum sureness how = sureness(s, reading, &tally, &part);

		if (!how)
			continue;
		report_as(s->diags, FINDING_CLAIM,
			  how == SURENESS_CERTAIN ? FINDING_CERTAIN
						  : FINDING_DOUBTFUL,
			  passage_place(p, tally.text),
			  "\"%.*s\" %s the scores", STR_ARG(tally.text),
			  how == SURENESS_CERTAIN ? "contradicts"
						  : "seems to contradict");
		if (s->c->option_count == 2)
			diag_hint(s->diags, "%.*s has %g and %.*s has %g",
				  STR_ARG(s->c->options[0].name.str),
				  round(s->r->raw_totals[0] * 100) / 100,
				  STR_ARG(s->c->options[1].name.str),
				  round(s->r->raw_totals[1] * 100) / 100);
	}
}

/* "8-6", "8:6", "8 to 6", "8 points to 6" */
static bool next_tally(const struct reading *r, size_t *at, struct tally *tally)
{
	for (; *at < r->count; ++*at) {
		const struct term *t = &r->terms[*at], *joiner = t + 1;
		const struct term *right;

		if (t->kind != TERM_NUMBER)
			continue;
		joiner += term_is(joiner, "point+|criteria");
		right = joiner + 1;
		if (right->kind != TERM_NUMBER ||
		    !(term_marks(joiner, "~") || term_is(joiner, "to|against")))
			continue;
		*tally = (struct tally){
			.left = t->number,
			.right = right->number,
			.digit = fmin(t->digit, right->digit),
			.at = *at,
			.to = (size_t)(right + 1 - r->terms),
			.text = t->text,
		};
		tally->text.len = (size_t)(right->text.ptr + right->text.len -
					   t->text.ptr);
		*at = tally->to;
		return true;
	}
	return false;
}

/*
 * Whether the numbers are said of the comparison.  `part` is where the last
 * tally stood, or all zero.
 */
static enum sureness sureness(const struct study *s, const struct reading *r,
			      const struct tally *tally, struct part *part)
{
	const struct term *before = &r->terms[tally->at ? tally->at - 1 : 0];
	const struct term *after = &r->terms[tally->to];
	double most = standing_most_points(s);
	bool led, strong;

	if (!is_alone(s, r, tally))
		return SURENESS_NONE;
	if (tally->at < part->from || tally->to > part->to)
		part_find(r, tally, part);
	led = tally->at > part->from;
	if (part->hedged || part->labelled)
		return SURENESS_NONE;
	strong = part->strong ||
		 (led && term_is(before, "ends|ended|finishes|finished")) ||
		 (term_is(after, "for") && after[1].kind == TERM_GROUP);
	if (fmax(tally->left, tally->right) > (strong ? 10 * most : most))
		return SURENESS_NONE;
	if (led && before->kind == TERM_GROUP && after->kind == TERM_GROUP &&
	    tally->to < part->to)
		return SURENESS_CERTAIN;
	if (strong || (part->weak && tally->left >= tally->right))
		return SURENESS_CERTAIN;
	return part->names >= 2 && part->to - part->from <= 6 &&
			       tally->left >= tally->right
		       ? SURENESS_LIKELY
		       : SURENESS_NONE;
}

/*
 * By what stands beside it: a range ("scores from 0 to 10") is no tally, nor
 * is 0-0, where every one begins.
 */
static bool is_alone(const struct study *s, const struct reading *r,
		     const struct tally *tally)
{
	const struct term *before = &r->terms[tally->at ? tally->at - 1 : 0];

	if (!goes_on(&r->terms[tally->to]) ||
	    (tally->left == 0 && tally->right == 0) ||
	    (tally->left == s->c->scoring.min &&
	     tally->right == s->c->scoring.max))
		return false;
	return !tally->at ||
	       !(term_has(before, CLASS_LABEL) || term_marks(before, "~"));
}

/* Read once for all the tallies of a part, as there may be many. */
static void part_find(const struct reading *r, const struct tally *tally,
		      struct part *part)
{
	*part = (struct part){ .from = tally->at, .to = tally->to };
	while (part->from && !term_marks(&r->terms[part->from - 1], ";"))
		part->from--;
	while (part->to < r->count && !term_marks(&r->terms[part->to], ";"))
		part->to++;
	part->hedged = grammar_hedged(r, part->from, part->to);
	for (size_t k = part->from; k < part->to; k++) {
		const struct term *t = &r->terms[k];
		bool points = term_is(t, "score+|point+");

		if (t->kind == TERM_GROUP)
			part->names += t->member_count;
		part->labelled |= term_has(t, CLASS_LABEL) &&
				  !term_has(t, CLASS_CONTEST) &&
				  !term_is(t, "from|between|no|table|scores");
		part->weak |= points;
		part->strong |= term_has(t, CLASS_RESULT) && !points;
		part->strong |= term_is(t, "score|points") &&
				term_is(t + 1, "is|to|against");
	}
}

/* What is counted would stand behind it: "2-3 times", "4-6 MB". */
static bool goes_on(const struct term *t)
{
	return t->kind == TERM_END || t->kind == TERM_GROUP ||
	       (t->kind == TERM_MARK && !term_marks(t, "~/")) ||
	       term_has(t, CLASS_OVERALL | CLASS_BREAK) ||
	       term_is(t, "to|for|in|over|on|after|and|point+|against|it|at|"
			  "with|is|sounds|as|the|clearly|here|thanks|surely|"
			  "criteria|narrowly|not");
}

/* By the result, or by what is judged here or named beside the numbers. */
static bool holds(const struct study *s, size_t criterion,
		  const struct reading *r, const struct tally *tally)
{
	size_t n = s->c->option_count;
	double *shared = arena_array(s->arena, double, n);
	double *alone = arena_array(s->arena, double, n);
	bool on_criterion = criterion < s->c->criterion_count;

	for (size_t i = 0; i < n; i++) {
		struct wins wins = standing_wins(s, i);

		shared[i] = (double)wins.shared;
		alone[i] = (double)wins.alone;
	}
	if (matches(s, r, tally, s->r->raw_totals) ||
	    matches(s, r, tally, shared) || matches(s, r, tally, alone) ||
	    holds_for_some(s, r, tally) ||
	    (on_criterion && holds_on(s, criterion, r, tally)))
		return true;
	for (size_t k = 0; k < r->count; k++)
		if (r->terms[k].kind == TERM_CRITERION &&
		    holds_on(s, r->terms[k].criterion, r, tally))
			return true;
	for (size_t j = 0; on_criterion && s->r->tally && j <= criterion; j++)
		if (matches(s, r, tally, s->r->tally + j * n))
			return true;
	return false;
}

/* By the scores of the criterion: their means, or those of one judge. */
static bool holds_on(const struct study *s, size_t criterion,
		     const struct reading *r, const struct tally *tally)
{
	const struct score *scores = s->c->criteria[criterion].scores;
	size_t n = s->c->option_count;
	double *given = arena_array(s->arena, double, n);

	for (size_t i = 0; i < n; i++)
		given[i] = scores[i].value;
	if (matches(s, r, tally, given))
		return true;
	for (size_t k = 0; k < s->r->omissions.judge_count; k++) {
		for (size_t i = 0; i < n; i++)
			given[i] = given_by(&scores[i],
					    s->r->omissions.judges[k].id);
		if (matches(s, r, tally, given))
			return true;
	}
	return false;
}

/* By what one judge's scores add up to, or the weights of a profile. */
static bool holds_for_some(const struct study *s, const struct reading *r,
			   const struct tally *tally)
{
	for (size_t k = 0; k < s->r->omissions.judge_count; k++)
		if (matches_totals(s, r, tally,
				   s->r->omissions.judges[k].totals))
			return true;
	for (size_t k = 0; k < s->c->profile_count; k++)
		if (matches_totals(s, r, tally, s->r->profiles[k].totals))
			return true;
	return false;
}

/* Put on the author's scale. */
static bool matches_totals(const struct study *s, const struct reading *r,
			   const struct tally *tally, const double *totals)
{
	const struct scoring *scoring = &s->c->scoring;
	double *raw = arena_array(s->arena, double, s->c->option_count);

	for (size_t i = 0; i < s->c->option_count; i++)
		raw[i] = scoring->min +
			 (scoring->max - scoring->min) * totals[i];
	return matches(s, r, tally, raw);
}

static double given_by(const struct score *score, struct str judge)
{
	for (size_t e = 0; e < score->evidence_count; e++)
		if (str_equals(score->evidence[e].judge, judge))
			return score->evidence[e].value;
	return NAN;
}

/*
 * Some two options have these numbers, as far as they are written out; those
 * two that stand on either side, in "Oak 8-6 Elm".
 */
static bool matches(const struct study *s, const struct reading *r,
		    const struct tally *tally, const double *values)
{
	double half = 0.5 * tally->digit + 1e-9;
	size_t n = s->c->option_count;
	const struct term *left = &r->terms[tally->at ? tally->at - 1 : 0];
	const struct term *right = &r->terms[tally->to];
	bool led = term_is(right, "for") && right[1].kind == TERM_GROUP &&
		   right[1].member_count == 1;
	bool beside = tally->at && left->kind == TERM_GROUP &&
		      left->member_count == 1 && right->kind == TERM_GROUP &&
		      right->member_count == 1;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++)
			if (i != k && fabs(values[i] - tally->left) <= half &&
			    fabs(values[k] - tally->right) <= half &&
			    (!led || r->members[right[1].member] == i) &&
			    (!beside || (r->members[left->member] == i &&
					 r->members[right->member] == k)))
				return true;
	return false;
}
