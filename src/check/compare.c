#include "check/compare.h"

#include <math.h>
#include <string.h>

enum { FEW = 6 }; /* words that may stand before an adjective */

/* What stands before a comparative: "twice", "10 EUR", "30 %". */
struct amount {
	double number, digit;
	enum bound bound;
	bool times, share;
	const struct unit *unit;
};

static bool read_opening(struct parser *p, size_t *at, struct statement *claim);
static bool is_little_denied(const struct term *t);
static bool read_compared(struct parser *p, size_t *at,
			  struct statement *claim);
static size_t skip_degree(const struct parser *p, size_t at, bool *the);
static bool read_amount(const struct parser *p, size_t *at,
			struct amount *amount);
static bool read_times(const struct term *t, struct amount *amount);
static bool read_number(const struct parser *p, size_t from, size_t *at,
			struct amount *amount);
static bool read_unit(const struct term *t, struct amount *amount);
static bool read_as(struct parser *p, size_t *at, struct statement *claim,
		    const struct amount *amount);
static bool read_alike(struct parser *p, size_t *at, struct statement *claim);
static bool read_comparative(struct parser *p, size_t *at,
			     struct statement *claim,
			     const struct amount *amount);
static bool read_most(struct parser *p, size_t *at, struct statement *claim);
static bool read_part_of(struct parser *p, size_t *at, struct statement *claim,
			 const struct amount *amount);
static bool read_value(struct parser *p, size_t *at, struct statement *claim,
		       const struct amount *amount);
static bool read_degree(const struct parser *p, size_t *at, enum degree degree,
			struct statement *claim);
static bool read_noun(const struct parser *p, size_t *at,
		      struct statement *claim);
static bool read_noun_word(const struct parser *p, size_t *at,
			   struct statement *claim);
static bool is_amount_alone(const struct adjective *a);
static void verb_noun(const struct term *verb, struct statement *claim);
static void set_amount(struct statement *claim, const struct amount *amount,
		       enum relation relation);
static bool finish_value(struct parser *p, size_t at, struct statement *claim);
static bool place_goes_on(struct parser *p, size_t at, struct statement *claim);
static bool points_go_on(struct parser *p, size_t at, struct statement *claim);
static bool most_goes_on(struct parser *p, size_t at, struct statement *claim);

bool compare_read(struct parser *p, size_t *at, struct statement *claim)
{
	struct statement one = *claim;
	size_t next = *at;

	/* "costs 30 EUR, 5 EUR for …": that is of something else */
	return read_opening(p, &next, &one) && read_compared(p, &next, &one) &&
	       !(p->terms[*at].kind == TERM_NUMBER &&
		 one.relation == RELATION_VALUE) &&
	       parser_finish(p, at, next, &one);
}

/* "is much", "costs", "has the price of": up to what is compared. */
static bool read_opening(struct parser *p, size_t *at, struct statement *claim)
{
	const struct term *verb = &p->terms[*at];
	bool the = false;

	if (!p->goes_on ||
	    !(verb->kind == TERM_NUMBER || term_is(verb, "the") ||
	      (verb->kind == TERM_WORD &&
	       verb->lexeme->degree > DEGREE_BASE))) {
		if (!term_has(verb, CLASS_BE | CLASS_HAVE | CLASS_GO))
			return false;
		++*at;
	}
	p->has = term_has(verb, CLASS_HAVE);
	verb_noun(verb, claim);
	if (term_is(&p->terms[*at], "no") &&
	    p->terms[*at + 1].kind == TERM_WORD &&
	    p->terms[*at + 1].lexeme->degree == DEGREE_COMPARATIVE) {
		claim->negated = !claim->negated;
		++*at;
	}
	if (claim->negated && is_little_denied(&p->terms[*at]))
		return false;
	if (term_is(verb, "sell+|sold|retails|goes") &&
	    term_is(&p->terms[*at], "for|at")) {
		claim->noun = STR("price");
		++*at;
	}
	*at = skip_degree(p, *at, &the);
	if (p->terms[*at].kind == TERM_CRITERION &&
	    term_is(&p->terms[*at + 1], "of")) {
		scope_only(&claim->scope, p->terms[*at].criterion);
		*at += 2;
	}
	return true;
}

/* "not much faster" may be faster. */
static bool is_little_denied(const struct term *t)
{
	return term_is(t, "much|far|significantly|considerably|that|"
			  "substantially|notably|only|clearly|really|vastly|a|"
			  "noticeably|necessarily|just");
}

static bool read_compared(struct parser *p, size_t *at, struct statement *claim)
{
	struct amount amount = { .digit = 1 };
	bool the = false, has_amount;

	if (read_as(p, at, claim, NULL) || read_alike(p, at, claim) ||
	    read_most(p, at, claim))
		return true;
	has_amount = read_amount(p, at, &amount);
	*at = skip_degree(p, *at, &the);
	if (has_amount && read_as(p, at, claim, &amount))
		return true;
	if (read_comparative(p, at, claim, has_amount ? &amount : NULL)) {
		/* "No other tool is faster": than the one spoken of */
		if (claim->subject.quantity == QUANTITY_NONE &&
		    str_starts(str_from_byte(claim->subject.text, 2),
			       " other") &&
		    claim->object.kind == TERM_END)
			claim->object =
				(struct term){ .kind = TERM_GROUP,
					       .quantity = QUANTITY_IT };
		return true;
	}
	return has_amount && (read_part_of(p, at, claim, &amount) ||
			      read_value(p, at, claim, &amount));
}

/* "much", "a", "slightly": whether "the" is among them is said. */
static size_t skip_degree(const struct parser *p, size_t at, bool *the)
{
	for (size_t k = 0; k < FEW && at < p->to; k++, at++) {
		const struct term *t = &p->terms[at];
		bool adverb = !t->lexeme->word.len && term_has(t, CLASS_PLAIN);

		if (!adverb &&
		    !term_is(t, "much|far|slightly|considerably|even|"
				"somewhat|the|a|an|way|rather|only|clearly|"
				"also|both|still|now|its|just|in|to|all|"
				"narrowly|easily|of|at|done|off|out|finished|"
				"ready|complete|through|up"))
			break;
		*the |= term_is(t, "the");
	}
	return at;
}

static bool read_amount(const struct parser *p, size_t *at,
			struct amount *amount)
{
	size_t next = *at;

	*amount = (struct amount){ .digit = 1 };
	amount->bound = parser_bound(p, &next);
	if (next >= p->to)
		return false;
	if (read_times(&p->terms[next], amount))
		next++;
	else if (!read_number(p, *at, &next, amount))
		return false;
	*at = next;
	return true;
}

/* In one word: "twice", "half" */
static bool read_times(const struct term *t, struct amount *amount)
{
	/* clang-format off */
	static const struct {
		const char *words;
		double number;
	} TIMES[] = {
		{ "twice|double", 2 }, { "thrice|triple", 3 }, { "half", 0.5 },
		{ "one-third", 1.0 / 3 }, { "two-thirds", 2.0 / 3 },
		{ "one-quarter", 0.25 }, { "three-quarters", 0.75 },
		{ "one-fifth", 0.2 }, { "one-tenth", 0.1 },
	};
	/* clang-format on */

	for (size_t k = 0; k < sizeof(TIMES) / sizeof(*TIMES); k++)
		if (term_is(t, TIMES[k].words)) {
			amount->number = TIMES[k].number;
			amount->times = true;
			amount->share = amount->number < 1;
			amount->digit = amount->share ? 0.1 : 1;
			return true;
		}
	return false;
}

/* "10 EUR", "$10", "3 times", "30 %"; no part of a result, "8~6". */
static bool read_number(const struct parser *p, size_t from, size_t *at,
			struct amount *amount)
{
	const struct term *t = &p->terms[*at];

	if (term_is(t, "\xE2\x82\xAC|$|\xC2\xA3")) {
		amount->unit = t->lexeme->unit;
		t = &p->terms[++*at];
	}
	if (t->kind != TERM_NUMBER || parser_marks(p, *at + 1, "~") ||
	    (*at > from && parser_marks(p, *at - 1, "~")))
		return false;
	amount->number = t->number;
	amount->digit = t->digit;
	++*at;
	if (read_unit(t + 1, amount))
		++*at;
	else if (!amount->unit)
		return false;
	return true;
}

static bool read_unit(const struct term *t, struct amount *amount)
{
	if (term_is(t, "times|x|\xC3\x97")) {
		amount->times = true;
	} else if (term_is(t, "%")) {
		amount->share = true;
		amount->number /= 100;
		amount->digit /= 100;
	} else if (t->kind == TERM_WORD && t->lexeme->unit) {
		amount->unit = t->lexeme->unit;
	} else {
		return false;
	}
	return true;
}

/* "as fast as Elm"; behind "twice" also "as fast" */
static bool read_as(struct parser *p, size_t *at, struct statement *claim,
		    const struct amount *amount)
{
	size_t next = *at + 1;
	const struct term *t = &p->terms[*at];

	if (!term_is(t, "as|not-as|at-least-as") ||
	    p->terms[next].kind != TERM_WORD ||
	    p->terms[next].lexeme->degree != DEGREE_BASE)
		return false;
	claim->adjective = p->terms[next++].lexeme->adjective;
	claim->sense = 1;
	if (term_is(&p->terms[next], "as")) {
		next++;
		if (!parser_object(p, &next, claim))
			return false;
	} else if (!amount || is_amount_alone(claim->adjective)) {
		return false;
	}
	if (amount && term_is(t, "as"))
		set_amount(claim, amount, RELATION_RATIO);
	else if (term_is(t, "as"))
		claim->relation = RELATION_LEVEL;
	else if (term_is(t, "not-as"))
		claim->relation = RELATION_UNDER;
	else
		claim->relation = RELATION_AT_LEAST;
	*at = next;
	return true;
}

/* "equally fast", "the same price" */
static bool read_alike(struct parser *p, size_t *at, struct statement *claim)
{
	const struct term *t = &p->terms[*at];
	size_t next = *at + 1;

	if (term_is(t, "equally") &&
	    p->terms[next].lexeme->degree == DEGREE_BASE) {
		claim->adjective = p->terms[next].lexeme->adjective;
		claim->sense = 1;
		next++;
	} else if (term_is(t, "same") &&
		   p->terms[next].kind == TERM_CRITERION) {
		scope_only(&claim->scope, p->terms[next].criterion);
		next++;
	} else if (!term_is(t, "same") || !claim->noun.len) {
		return false;
	}
	if (term_is(&p->terms[next], "as")) {
		next++;
		if (!parser_object(p, &next, claim))
			return false;
	}
	claim->relation = RELATION_LEVEL;
	*at = next;
	return true;
}

/* "faster", "3 seconds faster", "twice the price of", "less memory than" */
static bool read_comparative(struct parser *p, size_t *at,
			     struct statement *claim,
			     const struct amount *amount)
{
	size_t next = *at;
	bool than = term_is(&p->terms[next], "more-than|less-than") &&
		    p->terms[next + 1].kind == TERM_GROUP;

	struct amount behind;
	size_t by;

	if (!read_degree(p, &next, DEGREE_COMPARATIVE, claim))
		return false;
	if (*at && claim->adjective && is_amount_alone(claim->adjective) &&
	    term_is(&p->terms[*at - 1], "score+|rank+|rate+")) {
		claim->sense *= claim->adjective->raw;
		claim->adjective = NULL;
	}
	if (!read_noun(p, &next, claim) && !(amount && amount->unit))
		return false;
	by = next + 1;
	if (!amount && term_is(&p->terms[next], "by") &&
	    read_amount(p, &by, &behind)) {
		amount = &behind;
		next = by;
	}
	if (than || term_is(&p->terms[next], "than")) {
		next += !than;
		if (!parser_object(p, &next, claim))
			return false;
	}
	if (amount && amount->unit)
		set_amount(claim, amount, RELATION_DIFFERENCE);
	else if (amount && amount->share)
		set_amount(claim, amount, RELATION_SHARE);
	else if (amount)
		set_amount(claim, amount, RELATION_RATIO);
	else
		claim->relation = RELATION_OVER;
	if (amount && amount->times && !amount->share)
		claim->other = 1;
	*at = next;
	return true;
}

/* "the fastest", "the second fastest" */
static bool read_most(struct parser *p, size_t *at, struct statement *claim)
{
	size_t next = *at;
	double rank = 0;

	if (p->terms[next].kind == TERM_WORD &&
	    p->terms[next].lexeme->ordinal > 0)
		rank = p->terms[next++].lexeme->ordinal;
	if (term_is(&p->terms[next], "one|among") ||
	    !read_degree(p, &next, DEGREE_MOST, claim) ||
	    !read_noun(p, &next, claim))
		return false;
	claim->relation = rank > 1 ? RELATION_RANK : RELATION_WIN;
	claim->number = rank;
	*at = next;
	return true;
}

/* "half the price of Elm", "twice that of Elm" */
static bool read_part_of(struct parser *p, size_t *at, struct statement *claim,
			 const struct amount *amount)
{
	static const struct adjective MORE = { 0, 1, "" };
	size_t next = *at;

	while (term_is(&p->terms[next], "the|of|as|much|its"))
		next++;
	if (!amount->times || next >= p->to)
		return false;
	if (p->terms[next].kind == TERM_CRITERION)
		scope_only(&claim->scope, p->terms[next].criterion);
	else if (p->terms[next].kind == TERM_WORD &&
		 !term_is(&p->terms[next], "that"))
		claim->noun = p->terms[next].word;
	next++;
	if (!term_is(&p->terms[next], "of|as"))
		return false;
	next++;
	if (!parser_object(p, &next, claim))
		return false;
	claim->adjective = &MORE;
	claim->sense = 1;
	set_amount(claim, amount, RELATION_RATIO);
	*at = next;
	return true;
}

/* "30 EUR", and nothing that compares behind it */
static bool read_value(struct parser *p, size_t *at, struct statement *claim,
		       const struct amount *amount)
{
	if (!amount->unit && !amount->share)
		return false;
	set_amount(claim, amount, RELATION_VALUE);
	if (amount->unit && *lexicon_topics(claim->noun) &&
	    !lexicon_lists(amount->unit->topics, claim->noun))
		claim->noun.len = 0;
	if (term_is(&p->terms[*at], "than|per|a|an|each|to"))
		return false;
	return true;
}

/*
 * "faster", "more secure", "less expensive": and which way it points.  Of
 * "more memory" it is not known whether that is good.
 */
static bool read_degree(const struct parser *p, size_t *at, enum degree degree,
			struct statement *claim)
{
	bool most = degree == DEGREE_MOST;
	const struct term *t = &p->terms[*at], *next = t + 1;
	bool up = term_is(t, most ? "most" : "more|more-than");
	bool down = term_is(t, most ? "least" : "less|less-than");

	if (t->kind != TERM_WORD || *at >= p->to)
		return false;
	claim->sense = down ? -1 : 1;
	if ((up || down) && next->kind == TERM_WORD && *at + 1 < p->to &&
	    next->lexeme->degree == DEGREE_BASE) {
		claim->adjective = next->lexeme->adjective;
		*at += 2;
		return true;
	}
	if ((up || down) && next->kind == TERM_WORD && *at + 1 < p->to &&
	    !next->lexeme->classes && next->word.len > 5 &&
	    !*lexicon_topics(next->word)) {
		claim->noun = next->word;
		claim->adjective = NULL;
		*at += 2;
		return true;
	}
	if (t->lexeme->degree != degree)
		return false;
	claim->adjective = t->lexeme->adjective;
	claim->sense = 1;
	++*at;
	return true;
}

/* What is more or less: "price", "speed score", "memory". */
static bool read_noun(const struct parser *p, size_t *at,
		      struct statement *claim)
{
	if (*at >= p->to)
		return true;
	if (p->terms[*at].kind == TERM_CRITERION)
		scope_only(&claim->scope, p->terms[(*at)++].criterion);
	if (*at < p->to && p->terms[*at].kind == TERM_WORD &&
	    !read_noun_word(p, at, claim))
		return false;
	/* "more" of what? */
	return !claim->adjective || !is_amount_alone(claim->adjective) ||
	       claim->noun.len || claim->scope.kind == SCOPE_CRITERIA;
}

/* "The faster one" is the faster; other words may go on without a noun. */
static bool read_noun_word(const struct parser *p, size_t *at,
			   struct statement *claim)
{
	const struct term *t = &p->terms[*at];

	if (p->has && term_is(t, "option|options"))
		return false;
	if (term_is(t, "overall"))
		claim->scope.kind = SCOPE_OVERALL;
	if (term_is(t, "one|option|options|choice|alternative|overall")) {
		++*at;
	} else if (term_is(t, "score|total|result|mark") && claim->adjective) {
		if (claim->adjective->raw + claim->adjective->merit < 0)
			claim->sense = -claim->sense;
		claim->adjective = NULL;
		++*at;
	} else if (!t->lexeme->classes && claim->adjective &&
		   !term_is(t, "than")) {
		if (claim->noun.len)
			return false;
		claim->noun = t->word;
		++*at;
	}
	return true;
}

/* "more", "less", "higher": they say not of what. */
static bool is_amount_alone(const struct adjective *a)
{
	return a->raw && !a->merit && !*a->topics;
}

/* "costs" is of a price, "weighs" of a weight, "starts" of the start. */
static void verb_noun(const struct term *verb, struct statement *claim)
{
	if (term_is(verb, "cost+"))
		claim->noun = STR("price");
	else if (term_is(verb, "weigh+"))
		claim->noun = STR("weight");
	else if (term_is(verb, "last+"))
		claim->noun = STR("time");
	else if (term_is(verb, "responds|answers|loads|starts|builds|compiles|"
			       "scales|learns|reads|looks|handles"))
		claim->noun = verb->word;
}

static void set_amount(struct statement *claim, const struct amount *amount,
		       enum relation relation)
{
	claim->relation = relation;
	claim->number = amount->number;
	claim->digit = amount->digit;
	claim->bound = amount->bound;
	claim->unit = amount->unit;
}

bool compare_of_noun(struct parser *p, size_t at)
{
	struct statement claim = { .object = { .kind = TERM_END },
				   .relation = RELATION_WIN };
	const struct term *t = &p->terms[at];
	size_t next = at;

	/* "It takes Oak 3 seconds." */
	if (t->kind == TERM_GROUP && t->quantity == QUANTITY_IT &&
	    term_is(t + 1, "takes|took|cost+") && t[2].kind == TERM_GROUP) {
		claim.subject = t[2];
		claim.text = t[2].text;
		verb_noun(t + 1, &claim);
		return parser_lead_in(p, at, &claim) &&
		       finish_value(p, at + 3, &claim);
	}
	if (t->kind != TERM_WORD ||
	    (!read_degree(p, &next, DEGREE_MOST, &claim) &&
	     !read_degree(p, &next, DEGREE_COMPARATIVE, &claim)) ||
	    !read_noun(p, &next, &claim) || !parser_lead_in(p, at, &claim))
		return false;
	if (at > p->from && term_has(t - 1, CLASS_BE))
		return false;
	while (term_is(&p->terms[next], "here|overall|of|the"))
		next++;
	if (!parser_marks(p, next, ":") && !term_is(&p->terms[next], "is"))
		return false;
	return parser_names(p, at, next + 1, &claim);
}

/* The claim is of the value at `at`. */
static bool finish_value(struct parser *p, size_t at, struct statement *claim)
{
	struct amount amount;
	size_t next = at;

	return read_amount(p, &next, &amount) &&
	       read_value(p, &next, claim, &amount) &&
	       parser_finish(p, &at, next, claim);
}

bool compare_values_go_on(struct parser *p, size_t at)
{
	size_t next = at + 1;
	bool marked = term_marks(&p->terms[next], ":-");
	struct statement claim = { 0 };

	if (p->terms[at].kind != TERM_GROUP || !(marked || p->has_last))
		return false;
	if (!marked)
		claim = p->last;
	claim.subject = p->terms[at];
	claim.text = p->terms[at].text;
	claim.negated = false;
	if (marked)
		return finish_value(p, next + 1, &claim);
	if (parser_is_place(&p->terms[next]) &&
	    (claim.relation == RELATION_RANK || claim.relation == RELATION_WIN))
		return place_goes_on(p, next, &claim);
	switch (claim.relation) {
	case RELATION_VALUE:
		return finish_value(p, next, &claim) ||
		       points_go_on(p, next, &claim);
	case RELATION_POINTS:
	case RELATION_CRITERIA:
		return points_go_on(p, next, &claim);
	case RELATION_WIN:
	case RELATION_OVER:
		return p->last.adjective && most_goes_on(p, next, &claim);
	default:
		return false;
	}
}

/* "Oak is first, Elm second on speed": what the last one is about, all are. */
static bool place_goes_on(struct parser *p, size_t at, struct statement *claim)
{
	struct statement *items = p->claims->items;
	size_t end = parser_read(p, at, "%", claim);

	claim->relation = RELATION_RANK;
	/* "… Elm third in the alphabet" */
	if (!parser_finish(p, &at, end, claim))
		p->claims->count = p->first;
	for (size_t k = p->first; k < p->claims->count; k++) {
		if (p->last.scope.kind != SCOPE_CRITERIA ||
		    items[k].scope.kind != SCOPE_HERE)
			continue;
		items[k].scope = p->last.scope;
		items[k].doubtful = true;
	}
	return true;
}

/* "Oak has 3 points, Elm 2"; "five rounds, Elm six"; "3 EUR, Elm 2" */
static bool points_go_on(struct parser *p, size_t at, struct statement *claim)
{
	size_t end = parser_read(p, at, "# point+? .", claim);

	claim->doubtful = p->last.doubtful;
	claim->other = 0;
	claim->is_share = false;
	claim->bound = BOUND_EXACT;
	return parser_finish(p, &at, end, claim);
}

/* "Oak is the fastest, Elm the smallest", "the smaller one" */
static bool most_goes_on(struct parser *p, size_t at, struct statement *claim)
{
	size_t next = at;
	bool the = false;

	if (p->terms[at].kind != TERM_WORD)
		return false;
	next = skip_degree(p, next, &the);
	return the &&
	       (read_most(p, &next, claim) ||
		read_comparative(p, &next, claim, NULL)) &&
	       parser_finish(p, &at, next, claim);
}
