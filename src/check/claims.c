#include <math.h>
#include <string.h>

#include "check/standing.h"
#include "check/study.h"
#include "check/tally.h"
#include "read/report.h"

/* Where in a passage the reader is. */
struct section {
	struct subject_matter about;
	bool is_loose;	 /* what holds here was not said in so many words */
	bool is_silent;	 /* its heading says when, or of what, it holds */
	bool is_verdict; /* and nothing of it was read so far */
	bool has_it;	 /* `about.option` was named as "it" */
};

struct reader {
	const struct study *s;
	struct names *names;
	struct reading *reading;
	struct statements *statements;
	const struct passage *p;
	struct section section, page; /* page: before any heading */
};

static void read_passage(struct reader *r);
static void read_heading(struct reader *r);
static bool is_clear(const struct term *t);
static void read_sentence(struct reader *r, struct str sentence);
static void name_it(struct reader *r);
static bool check_statement(struct reader *r, const struct statement *st);
static bool is_silent_on(const struct reader *r, const struct statement *st);
static void tell(const struct reader *r, const struct statement *st,
		 size_t criterion, bool doubtful);
static struct place scores_of(const struct study *s, size_t j);
static void tell_result(const struct reader *r);

void check_claims(const struct study *s)
{
	struct reader r = { .s = s };

	if (!s->c->scored || !s->r->judged || !study_is_english(s->site))
		return;
	r.names = names_open(s->c, s->arena);
	r.reading = arena_new(s->arena, struct reading);
	r.statements = arena_new(s->arena, struct statements);
	for (size_t k = 0; k < s->passage_count; k++) {
		r.p = &s->passages[k];
		/* A note says what its judge thought. */
		if (!r.p->is_note)
			read_passage(&r);
	}
}

static void read_passage(struct reader *r)
{
	const struct comparison *c = r->s->c;
	struct str sentence;
	size_t from = 0;

	r->page = (struct section){
		.about = { r->p->criterion, r->p->profile, r->p->option },
		.is_loose = r->p->criterion == c->criterion_count &&
			    r->p->profile == c->profile_count &&
			    !r->p->is_overview,
		.has_it = r->p->option < c->option_count,
	};
	r->section = r->page;
	while (passage_sentence(r->p, &from, &sentence)) {
		reading_make(sentence, r->names, r->reading);
		if (str_starts(sentence, "#") && from > r->p->body)
			read_heading(r);
		else
			read_sentence(r, sentence);
	}
}

/*
 * "## Oak" is of Oak; "## Verdict" of all that is judged here.  A heading
 * with words that are not known may say where the text below it holds.
 */
static void read_heading(struct reader *r)
{
	size_t groups = 0, criteria = 0;

	r->section = r->page;
	for (size_t i = 0; i < r->reading->count; i++) {
		const struct term *t = &r->reading->terms[i];

		if (term_is(t, "verdict") && r->reading->count == 1)
			r->section.is_verdict = true;
		if (t->kind == TERM_GROUP) {
			groups++;
			if (t->quantity == QUANTITY_NAMED &&
			    t->member_count == 1) {
				r->section.has_it = true;
				r->section.about.option =
					r->reading->members[t->member];
			}
		} else if (t->kind == TERM_CRITERION) {
			criteria++;
			r->section.about.criterion = t->criterion;
			r->section.about.profile = r->s->c->profile_count;
			r->section.is_loose = true;
		} else if (!is_clear(t)) {
			r->section.is_silent = true;
		}
	}
	if (groups > 1)
		r->section.has_it = false;
	if (criteria > 1)
		r->section.is_silent = true;
}

static bool is_clear(const struct term *t)
{
	return t->kind == TERM_MARK || str_is(t->word, "one") ||
	       term_is(t, "which|or|who|best|better") ||
	       (!term_has(t, CLASS_HEDGE) &&
		term_has(t, CLASS_PLAIN | CLASS_BE | CLASS_CONTEST |
				    CLASS_OVERALL | CLASS_RESULT));
}

static void read_sentence(struct reader *r, struct str sentence)
{
	bool opens = r->section.is_verdict, found = false;

	if (!r->reading->count)
		return;
	r->section.is_verdict = false;
	if (!passage_is_question(sentence) &&
	    !passage_is_cited(r->p, sentence)) {
		grammar_read(r->reading, opens, r->statements);
		for (size_t k = 0; k < r->statements->count && !found; k++)
			found = check_statement(r, &r->statements->items[k]);
		if (!found && !r->section.is_silent)
			tally_check(r->s, r->p, r->section.about.criterion,
				    r->reading);
	}
	name_it(r);
}

/* "It" is the option that was named last, if it was named alone. */
static void name_it(struct reader *r)
{
	const struct term *named = NULL;
	size_t groups = 0;
	bool is_it = false;

	for (size_t i = 0; i < r->reading->count; i++) {
		const struct term *t = &r->reading->terms[i];

		is_it |= t->kind == TERM_GROUP && t->quantity == QUANTITY_IT;
		if (t->kind != TERM_GROUP || t->quantity == QUANTITY_IT ||
		    t->quantity == QUANTITY_NONE ||
		    (is_it && !term_has(t - 1, CLASS_BE)))
			continue;
		named = t;
		groups++;
	}
	if (!groups)
		return;
	r->section.has_it = groups == 1 && named->quantity == QUANTITY_NAMED &&
			    named->member_count == 1;
	r->section.about.option = r->section.has_it
					  ? r->reading->members[named->member]
					  : r->s->c->option_count;
}

/* Whether it was found to be false. */
static bool check_statement(struct reader *r, const struct statement *st)
{
	size_t criterion;
	enum truth truth;
	bool doubtful = st->doubtful;

	if (is_silent_on(r, st))
		return false;
	truth = standing_of(r->s, r->names, &r->section.about, st, r->reading,
			    &criterion);
	doubtful |= truth == TRUTH_DOUBT ||
		    st->subject.quantity == QUANTITY_IT ||
		    st->object.quantity == QUANTITY_IT ||
		    (r->section.is_loose && st->scope.kind <= SCOPE_ROUND) ||
		    (st->is_one && criterion == r->s->c->criterion_count);
	if (truth != TRUTH_NO && truth != TRUTH_DOUBT)
		return false;
	tell(r, st, criterion, doubtful);
	return true;
}

/* Below a heading of its own, only what says itself where it holds. */
static bool is_silent_on(const struct reader *r, const struct statement *st)
{
	return r->section.is_silent && st->scope.kind <= SCOPE_ROUND;
}

static void tell(const struct reader *r, const struct statement *st,
		 size_t criterion, bool doubtful)
{
	struct place at = passage_place(r->p, st->text);
	const struct comparison *c = r->s->c;
	const char *verb = doubtful ? "seems to contradict" : "contradicts";
	enum finding_certainty how =
		doubtful ? FINDING_DOUBTFUL : FINDING_CERTAIN;

	if (criterion < c->criterion_count) {
		report_as(r->s->diags, FINDING_CLAIM, how, at,
			  "\"%.*s\" %s the scores of \"%.*s\"",
			  STR_ARG(st->text), verb,
			  STR_ARG(c->criteria[criterion].id));
		diag_note(r->s->diags, scores_of(r->s, criterion),
			  "the scores are here");
		return;
	}
	if (r->section.about.profile < c->profile_count &&
	    st->scope.kind == SCOPE_HERE) {
		report_as(r->s->diags, FINDING_CLAIM, how, at,
			  "\"%.*s\" %s the result with the weights of \"%.*s\"",
			  STR_ARG(st->text), verb,
			  STR_ARG(c->profiles[r->section.about.profile].id));
		return;
	}
	report_as(r->s->diags, FINDING_CLAIM, how, at, "\"%.*s\" %s the result",
		  STR_ARG(st->text), verb);
	tell_result(r);
}

static void tell_result(const struct reader *r)
{
	const struct comparison *c = r->s->c;
	size_t first = r->s->r->first;

	if (first == c->option_count)
		diag_hint(r->s->diags, "it is a tie");
	else
		diag_hint(r->s->diags,
			  r->s->r->leader == first ? "%.*s leads"
						   : "it is a close call, with "
						     "%.*s ahead",
			  STR_ARG(c->options[first].name.str));
}

static struct place scores_of(const struct study *s, size_t j)
{
	for (size_t i = 0; i < s->c->option_count; i++)
		if (s->c->criteria[j].scores[i].evidence_count)
			return s->c->criteria[j].scores[i].evidence[0].at;
	return s->c->scores_at;
}
