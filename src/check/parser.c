#include "check/parser.h"

#include <string.h>

/* Terms that a phrase may have, and what leads in to a claim. */
enum { FEW = 8, MANY = 40 };

/* What the terms before a claim have told so far. */
struct lead_in {
	bool open;	     /* "on" waits for what it is on */
	bool number, points; /* a number, and that it is one of points */
};

static void scope_add(struct scope *scope, size_t criterion);
static size_t read_element(const struct parser *p, size_t at,
			   const char *element, struct statement *claim);
static bool is_listed(const struct term *t, const char *list);
static bool ends_number(const struct parser *p, size_t at);
static bool goes_on_alike(const struct parser *p, size_t at);
static bool read_number(const struct parser *p, size_t at,
			struct statement *claim);
static size_t skip_plain(const struct parser *p, size_t at);
static size_t skip_cause(const struct parser *p, size_t at, size_t to);
static bool read_limit(const struct parser *p, size_t *at, struct lead_in *lead,
		       struct statement *claim);
static bool read_given(const struct parser *p, size_t at,
		       struct statement *claim);
static bool read_lead_word(const struct parser *p, size_t at,
			   struct lead_in *lead);
static bool denies(const struct parser *p, size_t at);
static bool resolves(const struct term *t);
static bool is_class(const struct parser *p, const struct term *t);
static bool is_booty(const struct term *t);
static bool read_place(const struct parser *p, size_t *at,
		       struct statement *claim);
static bool read_by(const struct parser *p, size_t *at,
		    struct statement *claim);
static bool read_except(const struct parser *p, size_t *at,
			struct statement *claim);
static bool read_tail(const struct parser *p, size_t *at,
		      struct statement *claim);
static bool opposes(const struct term *t, enum relation relation);
static bool may_end_tail(const struct parser *p, size_t at);
static bool read_tail_part(const struct parser *p, size_t *at,
			   struct statement *claim);
static bool read_won_criteria(const struct parser *p, size_t *at,
			      struct statement *claim);
static bool read_tail_word(const struct parser *p, size_t *at,
			   struct statement *claim);
static bool read_afterthought(const struct parser *p, size_t at,
			      struct statement *claim);
static bool opens_afterthought(const struct term *t);
static bool is_restriction(const struct parser *p, size_t at);
static bool is_nth(const struct term *t);
static size_t place_end(const struct parser *p, size_t at);
static bool goes_behind(const struct parser *p, size_t at);
static void read_scope(const struct parser *p, const struct term *last,
		       struct statement *claim);
static bool is_whole(const struct term *t, const struct statement *claim);
static bool is_round(const struct parser *p, const struct term *t);
static bool is_one_win(const struct parser *p, const struct term *t);
static bool has_article(const struct parser *p, const struct term *t);
static bool read_pair(const struct parser *p, struct statement *claim);
static bool is_layout(const struct parser *p, const struct term *last,
		      const struct statement *claim);

bool parser_marks(const struct parser *p, size_t at, const char *mark)
{
	return p->terms[at].kind == TERM_MARK &&
	       str_is(p->terms[at].word, mark);
}

size_t parser_match(const struct parser *p, size_t at, const char *pattern)
{
	struct statement nothing = { 0 };

	return parser_read(p, at, pattern, &nothing);
}

size_t parser_read(const struct parser *p, size_t at, const char *pattern,
		   struct statement *claim)
{
	while (*pattern) {
		size_t len = strcspn(pattern, " ");
		size_t next = read_element(p, at, pattern, claim);
		bool repeats = pattern[len - 1] == '*' && *pattern != '$';

		if (!next && !repeats && pattern[len - 1] != '?')
			return 0;
		at = next ? next : at;
		if (!next || !repeats)
			pattern += len + (pattern[len] == ' ');
	}
	return at;
}

/* Behind the element, which may be nothing; 0: it is not there. */
static size_t read_element(const struct parser *p, size_t at,
			   const char *element, struct statement *claim)
{
	const struct term *t = &p->terms[at];

	switch (*element) {
	case '$':
		return skip_plain(p, at);
	case '-':
		return term_is(t, element + 1) && !goes_on_alike(p, at) ? 0
									: at;
	case '<':
		return at && is_listed(t - 1, element + 1) ? at : 0;
	case '=':
		claim->bound = parser_bound(p, &at);
		return at;
	case 'C':
		return parser_criteria_count(p, at, claim);
	case '.':
		claim->doubtful = true;
		return ends_number(p, at) ? at : 0;
	default:
		break;
	}
	if (at >= p->to)
		return 0;
	switch (*element) {
	case '@':
		claim->subject = *t;
		return t->kind == TERM_GROUP ? at + 1 : 0;
	case '>':
		return parser_object(p, &at, claim) ? at : 0;
	case '#':
		return read_number(p, at, claim) ? at + 1 : 0;
	case '&':
		claim->other = t->number;
		return t->kind == TERM_NUMBER ? at + 1 : 0;
	case '%':
		claim->number = term_is(t, "last") ? 0 : t->lexeme->ordinal;
		return parser_is_place(t) ? at + 1 : 0;
	default:
		if (!is_listed(t, element + (strchr("!^", *element) != NULL)))
			return 0;
		claim->negated ^= *element == '!';
		claim->alone |= *element == '^';
		return at + 1;
	}
}

/* Of the words, or of the marks. */
static bool is_listed(const struct term *t, const char *list)
{
	return term_is(t, list) ||
	       (t->kind == TERM_MARK && lexicon_lists(list, t->word));
}

/*
 * "scores 8, …", "scores 8 on speed"; but not "8 tests", "8 and 7", and what
 * the last one is in "gets 8, Elm 6 and Oak 2 prizes", all are.
 */
static bool ends_number(const struct parser *p, size_t at)
{
	const struct term *t = &p->terms[at];
	bool mark = t->kind == TERM_MARK && !term_marks(t, "~/");

	if (mark || term_is(t, "and")) {
		at += 1 + (mark && term_is(t + 1, "and"));
		t = &p->terms[at];
		if (t->kind == TERM_GROUP && t[1].kind == TERM_NUMBER)
			return ends_number(
				p, at + (parser_marks(p, at + 2, "/") ? 4 : 2));
		return t->kind != TERM_NUMBER && !term_is(t, "a|one");
	}
	return t->kind == TERM_END || term_is(t, "here|this-round") ||
	       term_has(t, CLASS_ON | CLASS_OVERALL | CLASS_BREAK);
}

/* "ranks second and Elm third": two clauses, and nothing said of both. */
static bool goes_on_alike(const struct parser *p, size_t at)
{
	const struct term *t = &p->terms[at];

	return at >= p->to && term_is(t, "and") && t[1].kind == TERM_GROUP &&
	       parser_is_place(t + 2) &&
	       (t[3].kind == TERM_END || parser_marks(p, at + 3, ";"));
}

bool parser_is_place(const struct term *t)
{
	return term_is(t, "last") ||
	       (t->kind == TERM_WORD && t->lexeme->ordinal > 0);
}

/* Not of a result: "8~6". */
static bool read_number(const struct parser *p, size_t at,
			struct statement *claim)
{
	const struct term *t = &p->terms[at];

	claim->number = t->number;
	claim->digit = t->digit;
	return t->kind == TERM_NUMBER && !parser_marks(p, at + 1, "~") &&
	       !(at > p->from && parser_marks(p, at - 1, "~"));
}

enum bound parser_bound(const struct parser *p, size_t *at)
{
	enum bound bound = BOUND_EXACT;

	for (size_t k = 0; k < FEW && *at < p->to; k++, ++*at)
		if (!term_bound(&p->terms[*at], &bound) &&
		    !term_is(&p->terms[*at],
			     "only|just|exactly|precisely|merely|a|mere|good|"
			     "little"))
			break;
	return bound;
}

size_t parser_criteria_count(const struct parser *p, size_t at,
			     struct statement *claim)
{
	const struct term *t;
	size_t begin = at;

	claim->bound = parser_bound(p, &at);
	claim->digit = 1;
	t = &p->terms[at];
	claim->is_share = term_is(t, "half|most|all|every|each");
	if (at >= p->to)
		return 0;
	if (t->kind == TERM_NUMBER)
		claim->number = t->number;
	else if (claim->is_share)
		claim->number = term_is(t, "half|most") ? 0.5 : 1;
	else if (term_is(t, "no") ||
		 (t->kind == TERM_GROUP && t->quantity == QUANTITY_NONE))
		claim->number = 0;
	else
		return 0;
	/* "wins one round": it may win others, too */
	if (term_is(t, "most") ||
	    (claim->number == 1 && at == begin &&
	     !(at && term_is(t - 1, "only|just|exactly|precisely"))))
		claim->bound = BOUND_OVER;
	return parser_read(p, at + 1,
			   "of|the|these|our|all* &? criteria|criterion|"
			   "categories|category|round+|discipline+|duels|"
			   "contests",
			   claim);
}

bool parser_finish(struct parser *p, size_t *at, size_t end,
		   struct statement *claim)
{
	if (!end || !parser_tail(p, &end, claim))
		return false;
	*at = end;
	parser_state(p, claim, end);
	return true;
}

/* Words that change nothing, up to a verb. */
static size_t skip_plain(const struct parser *p, size_t at)
{
	for (size_t k = 0; k < FEW && at < p->to; k++, at++) {
		const struct term *t = &p->terms[at];

		if ((term_is(t, "against|over") && t[1].kind == TERM_GROUP) ||
		    is_class(p, t))
			break;
		if (t->kind != TERM_CRITERION &&
		    (term_has(t, CLASS_BE) ||
		     !term_has(t, CLASS_PLAIN | CLASS_CONTEST | CLASS_OVERALL |
					  CLASS_ON)))
			break;
	}
	return at;
}

bool parser_lead_in(const struct parser *p, size_t at, struct statement *claim)
{
	struct lead_in lead = { 0 };

	if (at - p->from > MANY)
		return false;
	for (size_t i = p->from; i < at; i++) {
		if (term_is(&p->terms[i], "thanks|due|owing|despite|given|"
					  "having|being|through"))
			i = skip_cause(p, i, at);
		else if (!read_limit(p, &i, &lead, claim) &&
			 !read_lead_word(p, i, &lead))
			return false;
	}
	return !lead.open && (!lead.number || lead.points);
}

/* Up to the comma behind it. */
static size_t skip_cause(const struct parser *p, size_t at, size_t to)
{
	while (at < to && !parser_marks(p, at, ","))
		at++;
	return at;
}

/* To what the claim is limited; moves to the last term of it. */
static bool read_limit(const struct parser *p, size_t *at, struct lead_in *lead,
		       struct statement *claim)
{
	const struct term *t = &p->terms[*at];

	if (term_is(t, "against|than") && t[1].kind == TERM_GROUP) {
		claim->object = t[1];
		++*at;
		return true;
	}
	if (t->kind == TERM_CRITERION) {
		scope_add(&claim->scope, t->criterion);
	} else if (term_has(t, CLASS_OVERALL)) {
		claim->scope.kind = SCOPE_OVERALL;
	} else if (read_given(p, *at, claim)) {
		++*at;
	} else {
		return false;
	}
	lead->open = false;
	return true;
}

/* "At 40 EUR, …" */
static bool read_given(const struct parser *p, size_t at,
		       struct statement *claim)
{
	const struct term *t = &p->terms[at];

	if (t->kind != TERM_NUMBER || t[1].kind != TERM_WORD ||
	    !t[1].lexeme->unit)
		return false;
	claim->given = t[1].lexeme->unit;
	claim->given_number = t->number;
	claim->given_digit = t->digit;
	return true;
}

/* Whether the term leaves the claim what it is. */
static bool read_lead_word(const struct parser *p, size_t at,
			   struct lead_in *lead)
{
	const struct term *t = &p->terms[at];

	if (t->kind == TERM_NUMBER) {
		lead->number = true;
		/* "on one point" */
		return !(at > p->from && term_is(t - 1, "on|in"));
	}
	if (term_is(t, "point+") || parser_marks(p, at, "~") ||
	    (lead->number && term_is(t, "to|against"))) {
		lead->points = true;
		lead->open = false;
		return true;
	}
	if (denies(p, at))
		return false;
	if (resolves(t))
		lead->open = false;
	else if (term_has(t, CLASS_ON))
		lead->open = true;
	else
		return t->kind == TERM_MARK ||
		       (t->kind == TERM_GROUP && t->quantity == QUANTITY_IT) ||
		       term_has(t, CLASS_PLAIN | CLASS_BREAK | CLASS_BE);
	return true;
}

/* "not", "except", some of a kind; but for "no:" and "is no" */
static bool denies(const struct parser *p, size_t at)
{
	const struct term *t = &p->terms[at];

	if (is_class(p, t) || term_has(t, CLASS_NOT))
		return true;
	return term_is(t, "except|no") && !parser_marks(p, at + 1, ":") &&
	       !(at > p->from && term_has(t - 1, CLASS_BE));
}

/* "in short", "in the race" */
static bool resolves(const struct term *t)
{
	return term_has(t, CLASS_CONTEST) ||
	       term_is(t, "short|conclusion|summary|sum|fact|practice|all|"
			  "result|table|here|sight|surprise|doubt|use");
}

/* "The duel of the small", "the short race": of some options or tests only. */
static bool is_class(const struct parser *p, const struct term *t)
{
	const struct term *next = t + 1;

	if (!term_is(t, "wide|large|small|big|slim|thin|narrow|huge|good|safe|"
			"comfortable|slight|solid|long|short|little"))
		return false;
	return term_is(next, "one|ones|class|duel|race|test+|testing|contest|"
			     "battle|fight|bout|game|round+|field|"
			     "discipline|category|benchmark+|match-up") ||
	       (t > p->terms &&
		term_is(t - 1, "the|of|among|these|those|all") &&
		(next->kind == TERM_END || next->kind == TERM_MARK ||
		 term_has(next, CLASS_BE) ||
		 term_is(next, "and|or|goes|go|went|comes|for")));
}

/* "Wins points", "wins much": not all there is to win. */
static bool is_booty(const struct term *t)
{
	return term_is(t, "points|rounds|tests|prizes|days|battles|races|games|"
			  "much|little") &&
	       term_is(t - 1, "win+|won");
}

bool parser_object(const struct parser *p, size_t *at, struct statement *claim)
{
	const struct term *t = &p->terms[*at];

	while (term_is(t, "even|both|the|that|of") && *at + 1 < p->to) {
		++*at;
		t++;
	}
	if (t->kind != TERM_GROUP || t->quantity == QUANTITY_NONE ||
	    *at >= p->to)
		return false;
	claim->object = *t;
	++*at;
	if (term_is(&p->terms[*at], "'s")) {
		++*at;
		if (p->terms[*at].kind == TERM_CRITERION) {
			scope_only(&claim->scope, p->terms[*at].criterion);
			++*at;
		} else if (*at < p->to && p->terms[*at].kind != TERM_MARK) {
			return false;
		}
	}
	return p->terms[*at].kind != TERM_NUMBER ||
	       parser_marks(p, *at + 1, "~") ||
	       term_is(&p->terms[*at + 1], "to|point+");
}

bool parser_tail(const struct parser *p, size_t *at, struct statement *claim)
{
	return read_tail(p, at, claim) && read_afterthought(p, *at, claim);
}

static bool read_tail(const struct parser *p, size_t *at,
		      struct statement *claim)
{
	while (*at < p->to) {
		const struct term *t = &p->terms[*at];

		if (opposes(t, claim->relation)) {
			++*at;
			if (!parser_object(p, at, claim))
				return false;
		} else if (parser_marks(p, *at, ",") && goes_behind(p, *at + 1))
			++*at;
		else if (t->kind == TERM_MARK || term_has(t, CLASS_BREAK) ||
			 term_is(t, "and|as|thanks|due|not|so|despite|or|to"))
			return may_end_tail(p, *at);
		else if (!read_tail_part(p, at, claim))
			return false;
	}
	return true;
}

/* "wins over Elm", "loses to Elm", "is level with Elm" */
static bool opposes(const struct term *t, enum relation relation)
{
	if (t[1].kind != TERM_GROUP || t[1].quantity == QUANTITY_NONE)
		return false;
	if (relation == RELATION_LOSE)
		return term_is(t, "to|by|against");
	if (relation == RELATION_LEVEL)
		return term_is(t, "with|to|as|against|than");
	return term_is(t, "over|against|than") ||
	       (term_is(t, "of") && t[1].quantity != QUANTITY_OTHERS);
}

/* What breaks a claim off, but does not change what it was. */
static bool may_end_tail(const struct parser *p, size_t at)
{
	return !term_is(&p->terms[at], "or|to") &&
	       !parser_match(p, at, "as a|an -result") &&
	       !parser_marks(p, at, "~") && !parser_marks(p, at, "/");
}

/* Over whom, but for what, by how much, or where it is claimed. */
static bool read_tail_part(const struct parser *p, size_t *at,
			   struct statement *claim)
{
	const struct term *t = &p->terms[*at];
	size_t given;

	/* "wins the first": round? */
	if (is_class(p, t) || is_booty(t) || term_has(t, CLASS_NOT) ||
	    (term_is(t, "first") && term_is(t - 1, "the") &&
	     *at + 1 >= p->to) ||
	    (term_is(t, "of") && t[1].quantity == QUANTITY_OTHERS))
		return false;
	if (term_is(t, "all-except") ||
	    (term_has(t, CLASS_ON) && term_is(t + 1, "all-except")))
		return read_except(p, at, claim);
	/* "…, at 40 EUR", "… with only 8 hours" */
	given = *at + 1 + term_is(t + 1, "only|just");
	if (term_is(t, "at|with") && read_given(p, given, claim) &&
	    ends_number(p, given + 2)) {
		*at = given + 2;
		return true;
	}
	if (term_is(t, "by|with") ||
	    (t->kind == TERM_NUMBER && (parser_marks(p, *at + 1, "~") ||
					term_is(t + 1, "to|against|point+"))))
		return read_by(p, at, claim);
	if (t->kind == TERM_CRITERION)
		return read_won_criteria(p, at, claim);
	if (term_has(t, CLASS_ON))
		return read_place(p, at, claim);
	return read_tail_word(p, at, claim);
}

/* "wins speed and price"; but "wins time" is another thing. */
static bool read_won_criteria(const struct parser *p, size_t *at,
			      struct statement *claim)
{
	const struct term *t = &p->terms[*at];

	if (str_is(t->word, "time") && !term_is(t - 1, "the"))
		return false;
	parser_criteria(p, at, &claim->scope);
	return true;
}

/* "overall", "alone", and words that change nothing */
static bool read_tail_word(const struct parser *p, size_t *at,
			   struct statement *claim)
{
	const struct term *t = &p->terms[*at];

	if (term_has(t, CLASS_OVERALL))
		claim->scope.kind = SCOPE_OVERALL;
	else if (term_is(t, "alone") ||
		 (term_is(t, "only") && *at + 1 >= p->to))
		claim->alone = true;
	else if ((t->kind == TERM_GROUP && t->quantity == QUANTITY_IT) ||
		 !term_has(t, CLASS_PLAIN | CLASS_CONTEST))
		return false;
	++*at;
	return true;
}

/*
 * "…, but only on speed", "… (against Elm)": what stands behind a claim may
 * limit it; false where that is not understood.  It has no verb of its own.
 */
static bool read_afterthought(const struct parser *p, size_t at,
			      struct statement *claim)
{
	struct parser all = *p;
	size_t next = at, end;

	all.to = p->reading->count;
	while (opens_afterthought(&p->terms[next]))
		next++;
	if (next == at || claim->scope.kind >= SCOPE_CRITERIA)
		return true;
	if (is_restriction(&all, next))
		return false;
	/* "(the second round)" */
	end = next + term_is(&p->terms[next], "the");
	if (p->terms[end].kind == TERM_CRITERION &&
	    (end + 1 >= all.to || p->terms[end + 1].kind == TERM_MARK)) {
		claim->doubtful |= p->terms[end].is_guess;
		scope_add(&claim->scope, p->terms[end].criterion);
		return true;
	}
	end = place_end(&all, next);
	if (!end)
		return true;
	if (term_is(&p->terms[next], "against|over") && next + 2 == end) {
		claim->object = p->terms[next + 1];
		return claim->object.kind == TERM_GROUP;
	}
	return read_place(&all, &next, claim) &&
	       claim->scope.kind == SCOPE_CRITERIA && next >= end;
}

static bool opens_afterthought(const struct term *t)
{
	return term_marks(t, ",-(;:") ||
	       term_is(t, "but|though|although|yet|albeit|just|at-least|only|"
			  "mainly|even");
}

/* ", alphabetically", "but not here", "only there", "the best but Elm" */
static bool is_restriction(const struct parser *p, size_t at)
{
	const struct term *t = &p->terms[at], *before = t - 1, *next = t + 1;
	bool ends = at + 1 >= p->to || next->kind == TERM_MARK;

	if (term_is(before, "but") && (t->kind == TERM_GROUP || is_nth(t)))
		return ends;
	if (term_is(before, "but") && term_is(t, "the"))
		return is_nth(next);
	if (term_is(t, "except|all-except"))
		return true;
	if (term_has(t, CLASS_NOT))
		return term_is(before, "but|though|although|yet|albeit") &&
		       (term_is(next, "overall|here|there|this-round") ||
			(term_has(next, CLASS_ON) &&
			 !term_is(next, "with|by")));
	if (t->kind != TERM_WORD || t->lexeme->degree != DEGREE_NONE)
		return false;
	return (!t->lexeme->classes && (ends || str_ends(t->word, "ly"))) ||
	       (ends && term_is(t, "there") && term_is(before, "only"));
}

/* "second", "one" */
static bool is_nth(const struct term *t)
{
	return parser_is_place(t) || t->kind == TERM_NUMBER ||
	       term_is(t, "one");
}

/* Where a place ends that nothing follows; 0: it is none that limits. */
static size_t place_end(const struct parser *p, size_t at)
{
	size_t end = at;

	if (!term_has(&p->terms[at], CLASS_ON) ||
	    term_is(&p->terms[at], "with|by"))
		return 0;
	for (; end < p->to && p->terms[end].kind != TERM_MARK &&
	       !term_has(&p->terms[end], CLASS_BREAK);
	     end++)
		if (term_has(&p->terms[end],
			     CLASS_BE | CLASS_DO | CLASS_HAVE | CLASS_GO) ||
		    (p->terms[end].kind == TERM_GROUP &&
		     !term_has(&p->terms[end - 1], CLASS_BESIDE)))
			return 0;
	if (parser_marks(p, end, ",") &&
	    !term_is(&p->terms[end + 1], "though|however"))
		return 0;
	return end;
}

/* ", on speed"; ", with 8 points" */
static bool goes_behind(const struct parser *p, size_t at)
{
	return at < p->to &&
	       (term_has(&p->terms[at], CLASS_ON | CLASS_OVERALL) ||
		(p->terms[at].kind == TERM_NUMBER &&
		 (parser_marks(p, at + 1, "~") ||
		  term_is(&p->terms[at + 1], "to"))));
}

/* "on speed and syntax", "in this round"; any other place is not ours. */
static bool read_place(const struct parser *p, size_t *at,
		       struct statement *claim)
{
	size_t end = *at + 1;

	for (; end < p->to; end++) {
		const struct term *t = &p->terms[end];

		if (t->kind == TERM_CRITERION) {
			parser_criteria(p, &end, &claim->scope);
			*at = end;
			return true;
		}
		if (is_class(p, t))
			return false;
		/* "on all criteria" is a number of them */
		if (term_is(t, "all|every|each|most") &&
		    term_is(t + 1, "criteria|criterion|categories|category|"
				   "round+"))
			return false;
		if (term_has(t, CLASS_OVERALL))
			claim->scope.kind = SCOPE_OVERALL;
		else if (!resolves(t) && !term_has(t, CLASS_PLAIN) &&
			 !term_is(t, "also|both"))
			return false;
		/* "in the overall ranking" */
		if ((resolves(t) || term_has(t, CLASS_OVERALL)) &&
		    (end + 1 >= p->to || !resolves(t + 1))) {
			*at = end + 1;
			return true;
		}
	}
	return false;
}

/* "by 8 points to 6", "by two points", "with 8–6", "by a wide margin" */
static bool read_by(const struct parser *p, size_t *at, struct statement *claim)
{
	size_t end = *at;
	bool number = false, points = false;
	bool result = term_is(&p->terms[*at], "with");
	enum bound bound = BOUND_EXACT;

	for (; end < p->to; end++) {
		const struct term *t = &p->terms[end];

		if (t->kind == TERM_NUMBER && term_is(t + 1, "point+") &&
		    !number) {
			claim->lead = t->number;
			claim->lead_digit = t->digit;
			claim->lead_bound = bound;
		}
		number |= t->kind == TERM_NUMBER;
		points |= term_is(t, "point+") ||
			  (t->kind == TERM_NUMBER &&
			   (parser_marks(p, end + 1, "~") ||
			    term_is(t + 1, "to|against")));
		if (t->kind != TERM_NUMBER && !parser_marks(p, end, "~") &&
		    !term_bound(t, &bound) &&
		    !term_has(t, CLASS_PLAIN | CLASS_BOUND) &&
		    !term_is(t, "by|with|point+|to|against|of|margin|score|"
				"criteria|tally"))
			break;
		result |= term_is(t, "to|against|of");
	}
	if (!number && term_is(&p->terms[*at], "with"))
		return read_place(p, at, claim);
	if (result || (end > 2 && p->terms[end - 1].kind == TERM_NUMBER &&
		       p->terms[end - 2].kind != TERM_WORD))
		claim->lead = 0;
	if (number && !points)
		return false;
	claim->has_result |= number || points;
	*at = end;
	return true;
}

/* "in everything except syntax" */
static bool read_except(const struct parser *p, size_t *at,
			struct statement *claim)
{
	size_t end = *at + term_has(&p->terms[*at], CLASS_ON) + 1;

	while (term_is(&p->terms[end], "on|in|for|the"))
		end++;
	if (end >= p->to || p->terms[end].kind != TERM_CRITERION)
		return false;
	claim->scope.count = 0;
	parser_criteria(p, &end, &claim->scope);
	claim->scope.kind = SCOPE_ALL_BUT;
	*at = end;
	return true;
}

bool parser_inherit(const struct parser *p, struct statement *claim)
{
	if (claim->scope.kind != SCOPE_HERE || !p->has_scope)
		return false;
	claim->scope = p->scope;
	return true;
}

bool parser_not_aside(const struct parser *p, size_t at)
{
	return (parser_marks(p, at, ",") || parser_marks(p, at, "--")) &&
	       term_is(&p->terms[at + 1], "not") &&
	       p->terms[at + 2].kind == TERM_GROUP &&
	       (parser_marks(p, at + 3, ",") || parser_marks(p, at + 3, "--"));
}

void parser_criteria(const struct parser *p, size_t *at, struct scope *scope)
{
	size_t end = *at;

	while (end < p->to && p->terms[end].kind == TERM_CRITERION) {
		scope_add(scope, p->terms[end++].criterion);
		while (end < p->to && term_has(&p->terms[end], CLASS_CONTEST))
			end++;
		*at = end;
		while (end < p->to &&
		       (parser_marks(p, end, ",") ||
			term_is(&p->terms[end],
				"and|&|the|on|in|also|for|at|both")))
			end++;
	}
}

/* "cheaper and smaller" */
bool parser_and(const struct parser *p, size_t *at)
{
	size_t next = *at;

	while (next < p->to && (parser_marks(p, next, ",") ||
				term_is(&p->terms[next], "and|also|but")))
		next++;
	if (next == *at || next >= p->to)
		return false;
	*at = next;
	return true;
}

void parser_state(struct parser *p, struct statement *claim, size_t end)
{
	const struct term *last = &p->terms[end > 0 ? end - 1 : 0];

	if (last->text.ptr >= claim->text.ptr)
		claim->text.len = (size_t)(last->text.ptr + last->text.len -
					   claim->text.ptr);
	read_scope(p, last, claim);
	if (p->is_muted || !read_pair(p, claim) || is_layout(p, last, claim))
		return;
	p->last = *claim;
	p->has_last = true;
	if (p->claims->count < STATEMENTS_MOST)
		p->claims->items[p->claims->count++] = *claim;
}

/* "In this round": of the whole it is no claim. */
static void read_scope(const struct parser *p, const struct term *last,
		       struct statement *claim)
{
	for (const struct term *t = &p->terms[p->from]; t <= last; t++) {
		claim->doubtful |= t->kind == TERM_CRITERION && t->is_guess;
		if (claim->scope.kind != SCOPE_HERE)
			continue;
		if (term_has(t, CLASS_OVERALL) ||
		    (is_whole(t, claim) && t > p->terms &&
		     term_is(t - 1, "the|this|our|whole|entire")))
			claim->scope.kind = SCOPE_OVERALL;
		else if (claim->relation <= RELATION_RANK &&
			 (is_round(p, t) || (t > p->terms && is_one_win(p, t))))
			claim->scope.kind = SCOPE_ROUND;
		else
			claim->is_one |=
				claim->relation <= RELATION_LOSE &&
				(term_is(t, "also|too") ||
				 (term_is(t, "winner|victor|champion|loser|"
					     "edge|lead") &&
				  has_article(p, t)));
	}
}

/* "The comparison"; who leads "the table" leads it as a whole. */
static bool is_whole(const struct term *t, const struct statement *claim)
{
	return term_is(t, "comparison") ||
	       (!claim->adjective &&
		term_is(t, "table|ranking|rankings|standings|scoreboard"));
}

/* "This round", "the point"; but "by one point", "by our count" */
static bool is_round(const struct parser *p, const struct term *t)
{
	if (t > p->terms &&
	    (t[-1].kind == TERM_NUMBER || term_is(t - 1, "a|our|my")))
		return false;
	if (t > p->terms && term_is(t, "front|matter"))
		return term_is(t - 1, "this|that");
	return term_is(t, "this-round|round+|criterion|category|criteria|"
			  "categories|discipline+|point|section|respect|"
			  "regard|area|aspect|field|department|count");
}

/*
 * "Against Elm, Oak wins" and "Oak comes first against Elm" are said of the
 * pair; false where that would be no claim that can be judged.
 */
static bool read_pair(const struct parser *p, struct statement *claim)
{
	const struct term *object = &claim->object;
	bool last =
		claim->number < 1 ||
		(!p->against && claim->number == (double)p->among.member_count);

	if (object->kind == TERM_END && p->among.kind == TERM_GROUP) {
		if (claim->relation > RELATION_DIFFERENCE ||
		    claim->relation == RELATION_POINT)
			return !p->against;
		if (claim->subject.kind == TERM_END)
			return false;
		claim->object = p->among;
	} else if (object->kind == TERM_END) {
		return true;
	}
	if (claim->relation == RELATION_LOSE)
		claim->relation = RELATION_UNDER;
	else if (claim->relation == RELATION_WIN ||
		 claim->relation == RELATION_AHEAD)
		claim->relation = RELATION_OVER;
	if (claim->relation != RELATION_RANK ||
	    claim->object.quantity != QUANTITY_NAMED)
		return true;
	claim->relation = last ? RELATION_UNDER : RELATION_OVER;
	return last || claim->number == 1;
}

/* "In the table Elm comes first": its column may be meant. */
static bool is_layout(const struct parser *p, const struct term *last,
		      const struct statement *claim)
{
	if (claim->relation != RELATION_RANK &&
	    (claim->adjective || (claim->relation != RELATION_OVER &&
				  claim->relation != RELATION_UNDER)))
		return false;
	for (const struct term *t = &p->terms[p->from]; t <= last; t++)
		if (term_is(t, "table|figure"))
			return true;
	return false;
}

bool parser_names(struct parser *p, size_t from, size_t names,
		  struct statement *claim)
{
	const struct term *t = &p->terms[names];
	struct statement one = *claim;
	size_t end;

	for (size_t k = from; k < names; k++) {
		const struct term *led = &p->terms[k];

		one.negated ^= term_has(led, CLASS_NOT);
		if (led->kind == TERM_CRITERION)
			scope_add(&one.scope, led->criterion);
		if (term_has(led, CLASS_OVERALL))
			one.scope.kind = SCOPE_OVERALL;
	}
	while (term_has(t, CLASS_NOT) || term_is(t, "clearly|again|once|here|"
						    "overall|only|of|a")) {
		one.negated ^= term_has(t, CLASS_NOT);
		t = &p->terms[++names];
	}
	end = names + 1;
	if (names >= p->to || t->kind != TERM_GROUP ||
	    t->quantity == QUANTITY_IT || t->quantity == QUANTITY_OTHERS)
		return false;
	end += term_is(&p->terms[end], "'s") && end + 1 >= p->to;
	one.subject = *t;
	one.text = t->text;
	if (!parser_tail(p, &end, &one))
		return false;
	one.text = t->text;
	parser_state(p, &one, names + 1);
	return true;
}

static void scope_add(struct scope *scope, size_t criterion)
{
	scope->kind = SCOPE_CRITERIA;
	for (size_t k = 0; k < scope->count; k++)
		if (scope->criteria[k] == criterion)
			return;
	if (scope->count < SCOPE_MOST)
		scope->criteria[scope->count++] = criterion;
}

void scope_only(struct scope *scope, size_t criterion)
{
	scope->count = 0;
	scope_add(scope, criterion);
}

/* "Has a win", "is a winner, too", "the first win for": one of several. */
static bool is_one_win(const struct parser *p, const struct term *t)
{
	if (term_is(t, "winners|victors|losers"))
		return term_has(t - 1, CLASS_BE);
	if (term_is(t, "winner|victor|loser|edge"))
		return term_is(t - 1, "a|an");
	return term_is(t, "win|victory|triumph|success|advantage") &&
	       (term_is(t - 1, "first|second|third|last|only|another|one") ||
		has_article(p, t));
}

/* "A clear winner", "a big advantage" */
static bool has_article(const struct parser *p, const struct term *t)
{
	for (size_t k = 0; k < FEW && --t >= &p->terms[p->from]; k++)
		if (t->kind != TERM_WORD || term_is(t, "a|an|the|this|our"))
			return term_is(t, "a|an");
	return false;
}
