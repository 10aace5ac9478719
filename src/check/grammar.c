#include "check/grammar.h"

#include <math.h>
#include <string.h>

#include "check/compare.h"
#include "check/feature.h"
#include "check/parser.h"

/* What is claimed where the words of the pattern stand. */
struct form {
	enum relation relation;
	int sense;
	const char *pattern;
};

static void read_part(struct parser *p, size_t from, size_t to);
static void end_at_colon(struct parser *p);
static size_t clause_end(const struct parser *p, size_t from, size_t to);
static bool opens_clause(const struct parser *p, size_t from, size_t at);
static void read_clause(struct parser *p, bool opens);
static bool read_lead(struct parser *p);
static bool is_aside(const struct parser *p);
static bool read_relative(struct parser *p);
static void read_subject(struct parser *p, size_t at, size_t verb);
static size_t read_behind_name(const struct parser *p, size_t at, size_t verb,
			       struct statement *claim);
static size_t read_apposition(struct parser *p, size_t at,
			      struct statement *claim);
static bool read_so_do(struct parser *p, size_t at);
static bool says_no_degree(const struct parser *p, size_t at);
static bool read_not(struct parser *p, size_t *at, struct statement *claim);
static bool read_verb(struct parser *p, size_t *at, struct statement *claim);
static bool read_form(struct parser *p, size_t at);
static bool read_taken(struct parser *p, size_t *at, struct statement *claim);
static bool read_gap(struct parser *p, size_t at);
static bool read_named(struct parser *p, size_t at);
static bool read_criterion_named(struct parser *p, size_t at);
static bool leads_to_name(const struct parser *p, size_t end);
static bool read_tie(struct parser *p, size_t at);
static bool read_answer(struct parser *p, size_t at);
static bool read_ties(struct parser *p, size_t at);
static bool read_with_result(struct parser *p, size_t at);
static bool read_pairs(struct parser *p, size_t at);

void grammar_read(const struct reading *reading, bool opens_verdict,
		  struct statements *claims)
{
	struct parser p = { .reading = reading,
			    .terms = reading->terms,
			    .claims = claims };
	size_t from = 0;

	claims->count = 0;
	while (from < reading->count) {
		size_t to = from;

		while (to < reading->count && !parser_marks(&p, to, ";"))
			to++;
		p.opens_verdict = opens_verdict && !from;
		read_part(&p, from, to);
		from = to + 1;
	}
}

/*
 * "xz, before brotli" is no condition, nor is "almost four times"; and "only
 * xz can" says that the others cannot.
 */
bool grammar_hedged(const struct reading *reading, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct term *t = &reading->terms[i];

		/* "Do you travel? Then …" */
		if (!i && term_is(t, "then"))
			return true;
		if (term_has(t, CLASS_HEDGE) &&
		    !(term_is(t, "before|some") &&
		      (t[1].kind == TERM_GROUP || t[1].kind == TERM_NUMBER)) &&
		    !(term_is(t, "can") && i > from + 1 &&
		      t[-1].kind == TERM_GROUP && term_is(t - 2, "only")) &&
		    !(term_is(t, "almost") && (t[1].kind == TERM_NUMBER ||
					       term_is(t + 1, "twice|double"))))
			return true;
		/* "as long as it rains", not "as long as Elm" */
		if (term_is(t, "long") && i > from && term_is(t - 1, "as") &&
		    term_is(t + 1, "as") && t[2].kind != TERM_GROUP)
			return true;
		if (t->kind == TERM_NUMBER && t->text.len == 4 &&
		    t->number >= 1900 && t->number <= 2100)
			return true;
		if (t->kind == TERM_GROUP && t->quantity == QUANTITY_ANY)
			return true;
	}
	return false;
}

static void read_part(struct parser *p, size_t from, size_t to)
{
	bool opens = p->opens_verdict;
	size_t count;

	p->first = p->claims->count;
	p->last.relation = RELATION_WIN;
	p->has_last = p->has_scope = false;
	p->among.kind = TERM_END;
	p->against = p->is_muted = false;
	if (grammar_hedged(p->reading, from, to))
		return;
	while (from < to) {
		p->from = from;
		p->to = clause_end(p, from, to);
		count = p->claims->count;
		read_clause(p, opens);
		if (p->claims->count > count)
			end_at_colon(p);
		opens = false;
		from = p->to > from ? p->to : from + 1;
	}
}

/* "It is a tie: both get a point": behind its claim a clause may go on so. */
static void end_at_colon(struct parser *p)
{
	struct str claim = p->claims->items[p->claims->count - 1].text;

	for (size_t k = p->from; k < p->to; k++)
		if (p->terms[k].text.ptr >= claim.ptr + claim.len &&
		    parser_marks(p, k, ":"))
			p->to = k;
}

static size_t clause_end(const struct parser *p, size_t from, size_t to)
{
	for (size_t i = from + 1; i < to; i++)
		if (opens_clause(p, from, i))
			return i;
	return to;
}

/* A comma or "and" opens one before a name, where one was named before. */
static bool opens_clause(const struct parser *p, size_t from, size_t at)
{
	const struct term *t = &p->terms[at];
	size_t next = at + 1 + term_is(&p->terms[at + 1], "and|but|so|only");

	/* "slower, but smaller"; "Oak - not Elm - wins" */
	if (term_is(t, "but|yet|though") &&
	    p->terms[at + 1].kind == TERM_WORD &&
	    p->terms[at + 1].lexeme->degree > DEGREE_BASE)
		return false;
	if (parser_marks(p, at, "--") &&
	    (parser_not_aside(p, at) ||
	     (at >= 3 && parser_not_aside(p, at - 3))))
		return false;
	if (term_has(t, CLASS_BREAK) || parser_marks(p, at, "--"))
		return !term_is(t, "yet");
	if (!parser_marks(p, at, ",") && !term_is(t, "and"))
		return false;
	if (term_is(t, "and"))
		next = at + 1;
	if (p->terms[next].kind != TERM_GROUP)
		return false;
	for (size_t i = from; i < at; i++)
		if (p->terms[i].kind == TERM_GROUP)
			return true;
	return false;
}

static void read_clause(struct parser *p, bool opens)
{
	size_t at = p->from;

	while (at < p->to && (term_has(&p->terms[at], CLASS_BREAK) ||
			      p->terms[at].kind == TERM_MARK ||
			      term_is(&p->terms[at], "and|so")))
		at++;
	p->from = at;
	p->has = false;
	if (read_relative(p) || read_lead(p))
		return;
	if (opens && read_answer(p, at))
		return;
	if (read_gap(p, at) || compare_values_go_on(p, at))
		return;
	for (; at < p->to; at++) {
		if (read_named(p, at) || read_tie(p, at) || read_form(p, at) ||
		    read_with_result(p, at) || read_ties(p, at) ||
		    compare_of_noun(p, at))
			return;
		if (p->terms[at].kind != TERM_GROUP)
			continue;
		if (read_pairs(p, at))
			return;
		read_subject(p, at, at + 1);
	}
}

/*
 * "Of Oak and Elm, …", "Against Elm, …" say among whom a claim holds; "For
 * users of Elm, …" and "Elm aside, …" that it may not be of all.
 */
static bool read_lead(struct parser *p)
{
	size_t group = parser_match(
		p, p->from,
		"in|on|head|a|the|direct|when|set|pitted|matched|measured|"
		"held|up|this|our|overall|to* duel|comparison|contest|race|"
		"match|head-to-head? with|of|between|among|against|than|over");

	if (p->to >= p->reading->count || !parser_marks(p, p->to, ","))
		return false;
	if (group && p->terms[group].kind == TERM_GROUP &&
	    p->terms[group].quantity != QUANTITY_OTHERS && group + 1 >= p->to &&
	    !(group == p->from + 1 && term_is(&p->terms[p->from], "with"))) {
		p->among = p->terms[group];
		p->against = !term_is(&p->terms[group - 1], "of|between|among");
		return true;
	}
	p->is_muted |= is_aside(p);
	return false;
}

/* A place, and a name in it, but no verb. */
static bool is_aside(const struct parser *p)
{
	const struct term *first = &p->terms[p->from];
	const struct term *last = &p->terms[p->to - 1];
	bool named = false;

	for (const struct term *t = first; t <= last; t++) {
		named |= t->kind == TERM_GROUP;
		if (term_has(t, CLASS_BE | CLASS_HAVE | CLASS_GO | CLASS_DO) ||
		    t->kind == TERM_NUMBER || term_marks(t, ":"))
			return false;
	}
	if (!named || p->to <= p->from)
		return false;
	if (term_is(last, "aside|apart|alone|excluded|excepted|out"))
		return true;
	return first->kind != TERM_GROUP &&
	       !term_is(first, "like|unlike|thanks|despite|due|owing|given") &&
	       (last->kind == TERM_GROUP ||
		term_has(first, CLASS_ON | CLASS_BESIDE));
}

/* "Elm, which wins speed, …": of whom is said before, and not "of Elm, …" */
static bool read_relative(struct parser *p)
{
	size_t verb = p->from, at = verb - 3;

	if (verb < 3 || !term_is(&p->terms[verb - 1], "which|who") ||
	    !parser_marks(p, verb - 2, ",") ||
	    p->terms[at].kind != TERM_GROUP ||
	    (at && term_has(&p->terms[at - 1], CLASS_BESIDE)))
		return false;
	p->from = at;
	read_subject(p, at, verb);
	return true;
}

/* "Oak wins", "Oak's syntax is better": a name that a verb follows. */
static void read_subject(struct parser *p, size_t at, size_t verb)
{
	size_t lead = at;
	struct statement claim = { .subject = p->terms[at],
				   .text = p->terms[at].text,
				   .digit = 1 };

	/* "The price of Oak" */
	if (at > p->from + 1 && term_is(&p->terms[at - 1], "of|for") &&
	    p->terms[at - 2].kind == TERM_CRITERION)
		lead -= 2;
	else if (at > p->from && term_has(&p->terms[at - 1], CLASS_BESIDE))
		return;
	claim.alone = at > p->from && term_is(&p->terms[at - 1], "only");
	claim.sole = claim.alone && says_no_degree(p, at + 1);
	if (!parser_lead_in(p, lead, &claim))
		return;
	if (claim.scope.kind != SCOPE_HERE) {
		p->scope = claim.scope;
		p->has_scope = true;
	} else if (parser_inherit(p, &claim)) {
		claim.doubtful = true;
	}
	if (lead < at) {
		claim.text = p->terms[lead].text;
		scope_only(&claim.scope, p->terms[lead].criterion);
	}
	verb = read_behind_name(p, at, verb, &claim);
	verb = read_apposition(p, verb, &claim);
	for (p->goes_on = false;; p->goes_on = true) {
		struct statement one = claim;

		if (!read_not(p, &verb, &one) || feature_read(p, verb, &one))
			return;
		if (!compare_read(p, &verb, &one) && !read_verb(p, &verb, &one))
			return;
		if (read_so_do(p, verb) || !parser_and(p, &verb))
			return;
	}
}

/* "It is Oak that wins", "Oak's speed is", "Oak, not Elm, is": the verb. */
static size_t read_behind_name(const struct parser *p, size_t at, size_t verb,
			       struct statement *claim)
{
	if (parser_not_aside(p, verb))
		verb += 4;
	if (term_is(&p->terms[verb], "that") && at > p->from &&
	    term_has(&p->terms[at - 1], CLASS_BE))
		verb++;
	if (!term_is(&p->terms[verb], "'s"))
		return verb;
	if (p->terms[verb + 1].kind == TERM_CRITERION)
		scope_only(&claim->scope, p->terms[verb + 1].criterion);
	else if (!term_is(&p->terms[verb + 1],
			  "score|result|total|points|performance"))
		return verb;
	return verb + 2;
}

/* "Oak, the winner, …": where the verb follows that comes at `at` else. */
static size_t read_apposition(struct parser *p, size_t at,
			      struct statement *claim)
{
	struct statement one = *claim;
	size_t end = parser_match(p, at,
				  ", the|our clear|overall|sole|undisputed? "
				  "winner|victor|champion|leader");

	if (!end || !parser_marks(p, end, ","))
		return at;
	one.relation = term_is(&p->terms[end - 1], "leader") ? RELATION_AHEAD
							     : RELATION_WIN;
	parser_state(p, &one, end);
	return end + 1;
}

/* "…, as does Elm", "… and so does Elm": what was said is said of both. */
static bool read_so_do(struct parser *p, size_t at)
{
	static const char *const DO = "do|does|did|is|have";
	size_t from = at + parser_marks(p, at, ",");
	size_t end = parser_match(p, from, "and? so|as do|does|did|is|have");
	struct statement both = p->last;
	struct statement *first;

	if (!end && term_is(&p->terms[from], "as") &&
	    term_is(&p->terms[from + 2], DO))
		end = from + 1;
	if (!end || p->terms[end].kind != TERM_GROUP || !p->claims->count ||
	    !p->has_last || both.relation > RELATION_UNDER)
		return false;
	first = &p->claims->items[p->claims->count - 1];
	if (both.relation == RELATION_WIN)
		both.relation = first->relation = RELATION_POINT;
	both.subject = p->terms[end];
	both.text = p->terms[from].text;
	parser_state(p, &both, end + 1);
	return true;
}

/* "Only Oak is much faster": others may be faster, too. */
static bool says_no_degree(const struct parser *p, size_t at)
{
	for (; at < p->to; at++) {
		const struct term *t = &p->terms[at];

		if (t->kind == TERM_WORD && !term_has(t, CLASS_BE) &&
		    (term_is(t, "much|little|more|less") ||
		     !(t->lexeme->adjective || term_is(t, "than|beat+|on"))))
			return false;
	}
	return true;
}

/* "does not", "never", "is", and adverbs; false where it is only "would". */
static bool read_not(struct parser *p, size_t *at, struct statement *claim)
{
	for (; *at < p->to; ++*at) {
		const struct term *t = &p->terms[*at];

		/* "does not clearly win" */
		if (claim->negated &&
		    term_is(t, "clearly|easily|narrowly|comfortably|"
			       "outright|alone|only|always|convincingly"))
			return false;
		if (term_has(t, CLASS_NOT))
			claim->negated = !claim->negated;
		else if (term_is(t, "to") && *at > p->from &&
			 term_is(t - 1, "fails|failed"))
			continue;
		else if (term_is(t, "alone|only"))
			claim->alone = true;
		else if (term_has(t, CLASS_BE) && !term_is(t, "be|been"))
			return true;
		else if (term_has(t, CLASS_DO)) {
			if (!term_has(t + 1,
				      CLASS_NOT | CLASS_DO | CLASS_PLAIN))
				return true;
			if (term_has(t, CLASS_HAVE | CLASS_GO) &&
			    !term_has(t + 1, CLASS_NOT))
				return true;
		} else if (!(t->lexeme->word.len == 0 &&
			     t->lexeme->classes & CLASS_PLAIN) &&
			   !term_is(t, "also|still|again|then|thus|so|here|"
				       "therefore|now|just|simply|easily|"
				       "narrowly|comfortably|clearly|always|"
				       "indeed|finally|surely|actually|both|"
				       "each|today|however|quite|barely|all|"
				       "nonetheless|nevertheless|once|even|"
				       "manages|managed|to|thereby|outright")) {
			return true;
		}
	}
	return true;
}

/* clang-format off */
/* Verbs that a number of points or criteria follows. */
#define GETS \
	"win+|won|take+|took|get+|got|have|collect+|score+|earn+|reach+|" \
	"claim+|gain+|make+|made|lead+|led|amass+|finish+|end+|come+|" \
	"receive+|'s|with with|on|in|a|total|of|up|to|only|just* "

static const struct form VERBS[] = {
	{ RELATION_RANK, 0, "trail+|bring+ up? the field|pack|rear" },
	{ RELATION_RANK, 0, "come+|came|finish+|rank+|place+|end+|is|lands|"
	  "landed in|out|up|only|on|at? a|the|clear|distant|dead|only|close* % "
	  "-to|and|but|of|choice" },
	{ RELATION_RANK, 0, "take+|took|gets only? a|clear|distant|close* % "
	  "-to|and|but|of|choice" },
	{ RELATION_OVER, 0, "beat+|defeat+|outperform+|outpace+|outrun+|outran|"
	  "outdo+|outdid|outscore+|outshine+|outshone|outclass+|outstrip+|"
	  "outstripped|outrank+|surpass+|top+|topped|trump+|best+|crush+|"
	  "trounce+|exceed+|eclipse+|overtake+|overtook|precede+|whip+|thrash+|"
	  "pip+|pipped|vanquish+|overcome+|overcame|outweigh+|outsmart+|dwarf+|"
	  "smoke+ >" },
	{ RELATION_OVER, 0, "edge+ out|past >" },
	{ RELATION_OVER, 0, "get+|got|have the? better of >" },
	{ RELATION_OVER, 0, "leave+|left > behind|trailing" },
	{ RELATION_OVER, 0, "come+|came|finish+|rank+|stand+|place+ out? above|"
	  "before >" },
	{ RELATION_OVER, 0, "remain+|stay+ far|well? ahead|in-front of >" },
	{ RELATION_UNDER, 0, "come+|came|finish+|rank+|stand+|place+|fall+|"
	  "fell|lag+|lagged|trail+|is far? behind|below|after >" },
	{ RELATION_UNDER, 0, "trail+|yields|concedes >" },
	{ RELATION_UNDER, 0, "yields|concedes|yielded|conceded|succumbs|bows "
	  "to >" },
	{ RELATION_AT_LEAST, 0, "keep+|kept up|pace with >" },
	{ RELATION_AT_LEAST, 0, "compete+ with|against >" },
	{ RELATION_AT_LEAST, 0, "match+|equal+|equalled|rival+|rivalled >" },
	{ RELATION_AT_LEAST, 0, "is a|the? !no? match for >" },
	{ RELATION_OVER, 0, "is superior to|than >" },
	{ RELATION_UNDER, 0, "is a|the? clear? second|runner-up to >" },
	{ RELATION_POINT, 0, "get+|got|take+|took|earn+|win+|won|score+|claim+|"
	  "collect+|receive+|bag+|grab+|secure+|deserve+|pocket+|have !no? a|"
	  "an|the|this|one|its|every|full|any? ^only|single? point|mark" },
	{ RELATION_WIN, 0, "get+|got|take+|took|earn+|win+|won|claim+|carry|"
	  "carries|carried|bag+|grab+|secure+|deserve+|clinch+|pocket+|have|"
	  "snatch+|seal+ a|an|the|this|our|here? whole|entire|first|clear|"
	  "overall|easy|only? round|this-round|win|crown|prize|title|victory|"
	  "category|criterion|day|gold|trophy|honours|laurels|comparison|"
	  "contest|duel|test|race|battle|game|medal|cake|bout|discipline|"
	  "match-up|showdown|section" },
	{ RELATION_WIN, 0, "get+|got|take+|took|claim+|secure+|grab+ clear? "
	  "first" },
	{ RELATION_AHEAD, 0, "have|hold+|held|keep+|take+|took|enjoy+|gain+|"
	  "retain+ a|an|the? clear|slight|small|big|wide|comfortable|narrow|"
	  "huge? edge|advantage|lead|upper-hand|nose" },
	{ RELATION_LOSE, 0, "have an|a|the? disadvantage" },
	{ RELATION_WIN, 0, "win+|won|prevail+|triumph+|dominate+|conquers|"
	  "reigns" },
	{ RELATION_AHEAD, 0, "lead+|led >? the|this? comparison|pack|field|"
	  "table|way|race|ranking?" },
	{ RELATION_AHEAD, 0, "top+|topped|head+ the|this our? table|ranking|"
	  "field|scoreboard|comparison" },
	{ RELATION_AHEAD, 0, "come+|came|finish+|rank+|place+|end+|stand+|"
	  "stay+|pull+|edge+|inch+|is|emerge+ out|in|up|still|well|far|way|"
	  "just|clearly|slightly|narrowly|a|nose* ahead|on-top|number-one|"
	  "in-front|in-the-lead|leading|tops" },
	{ RELATION_WIN, 0, "come+|came|emerge+|ends|turns|is|be|remains out|up|"
	  "as? as? a|an|the|our|your? clear|overall|sole|only|outright|"
	  "undisputed|final|obvious|deserved|narrow|easy|convincing|worthy|"
	  "clear-cut? winner+|victor+|champion|champ" },
	{ RELATION_AHEAD, 0, "is the|our? clear|overall? leader|front-runner|"
	  "frontrunner" },
	{ RELATION_LOSE, 0, "is a|the|'s? clear|sole|big? loser+" },
	{ RELATION_LOSE, 0, "is|lag+|fall+|fell|lagged|stays far|well|a|little|"
	  "way? behind|short" },
	{ RELATION_LOSE, 0, "lose+|lost|trail+ out? -a|an|one|point+|mark+ "
	  "the? -lead|edge|advantage|crown|title" },
	{ RELATION_LOSE, 0, "is|have|get+|got been? beaten|defeated|"
	  "outperformed|outpaced|outrun|outdone|outscored|outshone|outclassed|"
	  "surpassed|topped|trumped|bested|crushed|trounced|eclipsed|overtaken|"
	  "outstripped|edged out?" },
	{ RELATION_WIN, 0, "is preferable|superior|unbeatable|unbeaten|"
	  "unrivalled|unmatched|unsurpassed|victorious" },
	{ RELATION_LOSE, 0, "is inferior" },
	{ RELATION_WIN, 0, "have no rival+|equal+|peer+|match|competition" },
	{ RELATION_WIN, 0, "is our|my|the|'s choice|pick|favourite|favorite|"
	  "recommendation" },
	{ RELATION_LEVEL, 0, "is all|both|exactly|perfectly? level|equal+|even|"
	  "same|alike|identical|inseparable|draw|tie+ for? %?" },
	{ RELATION_LEVEL, 0, "tie+|draw+|drew" },
	{ RELATION_LEVEL, 0, "end+|finish+|stand+|rank|come|score+|do|perform+|"
	  "fare|did in|up|the? level|draw|tie+|alike|equal|equally|same|even|"
	  "identically" },
	{ RELATION_LEVEL, 0, "share+ the|this|first|top? point+|win|lead|first|"
	  "second|last|crown|victory|spoils|honours|round|prize|title|top" },
	{ RELATION_WIN, 0, "is the? only? one in? on-top|first" },
	{ RELATION_WIN, 0, "do|does|did|perform+|score+|fare+|come+|came|rank+ "
	  "out|off? best|highest" },
	{ RELATION_RANK, 0, "do|does|did|perform+|score+|fare+|come+|came|"
	  "rank+ out|off? worst|lowest" },
	{ RELATION_POINTS, 0, "<total|score+|point+|result is|lead+ = # "
	  "point+?" },
	{ RELATION_LEAD, 1, "is|lead+ = # point+ ahead|better|in-front" },
	{ RELATION_LEAD, -1, "is|lead+ = # point+ behind|worse >?" },
	{ RELATION_MORE, 0, GETS "more criteria|categories|rounds|"
	  "disciplines" },
	{ RELATION_OVER, 0, GETS "more point+ -on|in|for" },
	{ RELATION_UNDER, 0, GETS "fewer|less point+ -on|in|for" },
	{ RELATION_CRITERIA, 0, GETS "C" },
	{ RELATION_TIES, 0, "share+|tie+ on|in|at? C" },
	{ RELATION_POINTS, 0, GETS "= # of|/ & point+" },
	{ RELATION_POINTS, 0, GETS "= # point+ of & ." },
	{ RELATION_POINTS, 0, GETS "= # of|/ & ." },
	{ RELATION_LEAD, 1, GETS "= # point+ more-than >" },
	{ RELATION_LEAD, -1, GETS "= # point+ less-than >" },
	{ RELATION_POINTS, 0, GETS "= # point+ -more-than|less-than" },
	{ RELATION_POINTS, 0, "score+|get+|got|receive+|rate+ = an|perfect? # "
	  "." },
	{ RELATION_POINTS, 0, "<and # ." },
};
/* clang-format on */

static bool read_verb(struct parser *p, size_t *at, struct statement *claim)
{
	if (read_taken(p, at, claim))
		return true;
	for (size_t k = 0; k < sizeof(VERBS) / sizeof(*VERBS); k++) {
		struct statement one = *claim;

		one.relation = VERBS[k].relation;
		one.sense = VERBS[k].sense;
		if (parser_finish(p, at,
				  parser_read(p, *at, VERBS[k].pattern, &one),
				  &one))
			return true;
	}
	return false;
}

/* "We declare Oak the winner", "8 points for Oak": not subject and verb. */
static bool read_form(struct parser *p, size_t at)
{
	static const struct form FORMS[] = {
		{ RELATION_WIN, 0,
		  "declare+|call+|crown+|name+|make+ @ as|our? the|our? "
		  "clear|overall? winner|victor|champion|favourite" },
		{ RELATION_POINTS, 0, "# point+ for|to @" },
		{ RELATION_POINTS, 0, "# of|/ & for|to @" },
		{ RELATION_POINT, 0, "!no point+ for|to @" },
		{ RELATION_LEAD, 1,
		  "margin|lead|gap|difference|distance $* is "
		  "only|just|exactly? # point+" },
		/* Last: only behind others of its kind. */
		{ RELATION_POINTS, 0, "# for|to @" },
	};
	size_t forms = sizeof(FORMS) / sizeof(*FORMS);

	if (!p->has_last || p->last.relation != RELATION_POINTS)
		forms--;
	for (size_t k = 0; k < forms; k++) {
		struct statement claim = { .relation = FORMS[k].relation,
					   .sense = FORMS[k].sense,
					   .text = p->terms[at].text };
		size_t end = parser_read(p, at, FORMS[k].pattern, &claim);

		if (end && parser_lead_in(p, at, &claim) &&
		    parser_finish(p, &at, end, &claim))
			return true;
	}
	return false;
}

/* "takes speed and syntax", "gets the speed round"; but "takes time" */
static bool read_taken(struct parser *p, size_t *at, struct statement *claim)
{
	struct statement one = *claim;
	size_t end = parser_match(p, *at,
				  "take+|took|get+|got|claim+|carry|carries|"
				  "bags|grabs|earns|secures");
	bool the = term_is(&p->terms[end], "the");

	if (!end || p->terms[end + the].kind != TERM_CRITERION)
		return false;
	end += the;
	one.relation = RELATION_WIN;
	if (!parser_tail(p, &end, &one) || (one.scope.count < 2 && !the))
		return false;
	*at = end;
	parser_state(p, &one, end);
	return true;
}

/* "Oak wins on scalability, Elm on syntax." */
static bool read_gap(struct parser *p, size_t at)
{
	struct statement claim = p->last;
	size_t end = at + 1;

	if (!p->has_last || p->terms[at].kind != TERM_GROUP ||
	    (p->last.relation != RELATION_WIN &&
	     p->last.relation != RELATION_POINT &&
	     p->last.relation != RELATION_AHEAD) ||
	    !(term_has(&p->terms[end], CLASS_ON) ||
	      p->terms[end].kind == TERM_CRITERION))
		return false;
	claim.subject = p->terms[at];
	claim.text = p->terms[at].text;
	claim.scope = (struct scope){ 0 };
	claim.negated = false;
	if (!parser_tail(p, &end, &claim) || claim.scope.kind != SCOPE_CRITERIA)
		return false;
	parser_state(p, &claim, end);
	return true;
}

/* What stands before a name: then it has won, leads, or has the point. */
/* clang-format off */
static const struct form NAMED[] = {
	{ RELATION_WIN, 0, "winner|victor|champion|verdict|number-one|champ $* "
	  "is|remains clear|obvious|evident?" },
	{ RELATION_WIN, 0, "winner|victor|champion|verdict|result|decision|"
	  "call|choice|conclusion $*" },
	{ RELATION_RANK, 0, "loser $* is" },
	{ RELATION_RANK, 0, "% :" },
	{ RELATION_AHEAD, 0, "leader|front-runner|advantage|edge $* is" },
	{ RELATION_AHEAD, 0, "leader|front-runner|advantage|edge $*" },
	{ RELATION_POINT, 0, "point $* goes|go|went|belongs|falls clearly|only|"
	  "again? to" },
	{ RELATION_POINT, 0, "points go|went to" },
	{ RELATION_WIN, 0, "round|crown|win|victory|title|prize|honours|gold|"
	  "first|criterion|category|comparison|contest|duel|test|race|day|"
	  "trophy|medal|verdict|round's|this|this-round|match-up|nod|lead|edge|"
	  "advantage $* goes|go|went|belongs|falls clearly|only|again? to" },
	{ RELATION_WIN, 0, "win|victory|triumph|advantage|success|first for|to|"
	  ":" },
	{ RELATION_POINT, 0, "point for|to" },
	{ RELATION_POINT, 0, "point is|:" },
	{ RELATION_WIN, 0, "round|win|victory|crown|criterion|category is" },
	{ RELATION_POINT, 0, "give+|gave|award+|hand+ a|the|this|our point "
	  "to" },
	{ RELATION_WIN, 0, "give+|gave|award+|hand+ a|the|this|our round|win|"
	  "victory|crown|nod|edge|prize|title|criterion to" },
	{ RELATION_WIN, 0, "choice|pick|favourite|favorite|recommendation $* "
	  "is" },
};
/* clang-format on */

/* "The winner is Oak", "Verdict: Oak", "The point goes to Oak" */
static bool read_named(struct parser *p, size_t at)
{
	if (p->terms[at].kind == TERM_CRITERION)
		return read_criterion_named(p, at);
	if (p->terms[at].kind != TERM_WORD)
		return false;
	for (size_t k = 0; k < sizeof(NAMED) / sizeof(*NAMED); k++) {
		struct statement claim = { .relation = NAMED[k].relation,
					   .digit = 1 };
		size_t end = parser_read(p, at, NAMED[k].pattern, &claim);

		if (!end || !leads_to_name(p, end))
			continue;
		if (!parser_lead_in(p, at, &claim))
			return false;
		end += p->terms[end].kind == TERM_MARK;
		if (parser_names(p, at, end, &claim))
			return true;
	}
	return false;
}

/* "Speed goes to Oak", "Speed and price: Oak", "Speed is won by Oak" */
static bool read_criterion_named(struct parser *p, size_t at)
{
	struct statement claim = { .relation = RELATION_WIN, .digit = 1 };
	size_t verb = at, end;

	parser_criteria(p, &verb, &claim.scope);
	end = parser_match(p, verb, "goes|go|went|belong+|fall+|speak+ to|for");
	if (parser_marks(p, verb, ":") || parser_marks(p, verb, "--"))
		end = verb + 1;
	if (!end)
		end = parser_match(p, verb, "is won|led by");
	return end && parser_lead_in(p, at, &claim) &&
	       parser_names(p, at, end, &claim);
}

/* Whether what ends before `end` does; "choice" takes a colon for that. */
static bool leads_to_name(const struct parser *p, size_t end)
{
	const struct term *t = &p->terms[end];

	if (term_is(t - 1, "result|decision|call|choice|conclusion"))
		return term_marks(t, ":-");
	return t->kind != TERM_MARK || term_marks(t, ":-,");
}

/* "It is a draw", "This round ends in a tie", "There is no winner" */
static bool read_tie(struct parser *p, size_t at)
{
	/* clang-format off */
	static const char *const TIES[] = {
		"end+|is|it's|finishes|result+|verdict|remains as|in|up|:|"
		"clearly|simply|a|clear? !not|no|never? clear|simple|"
		"honourable|perfect|fair|close? tie+|draw|level|undecided",
		"is|there's|with no|not-a|never clear|single|overall|sole|"
		"outright|real? winner|victor|difference|gap",
		"honours|point+|spoils|win|victory|round|crown|lead|prize|"
		"title here? !never|not? is shared|split|divided",
		"<:|-- tie|draw|undecided",
		"no clear|overall? winner",
	};
	/* clang-format on */
	struct statement claim;
	size_t end = 0;

	for (size_t k = 0; k < sizeof(TIES) / sizeof(*TIES) && !end; k++) {
		claim = (struct statement){ .relation = RELATION_LEVEL,
					    .text = p->terms[at].text };
		end = parser_read(p, at, TIES[k], &claim);
	}
	if (!end ||
	    (at > p->from && (term_is(&p->terms[at], "no") ||
			      (p->terms[at - 1].kind == TERM_GROUP &&
			       p->terms[at - 1].quantity != QUANTITY_IT))) ||
	    !parser_lead_in(p, at, &claim) || !parser_tail(p, &end, &claim))
		return false;
	parser_inherit(p, &claim);
	parser_state(p, &claim, end);
	return true;
}

/* Of a verdict: "Elm.", "Elm, by a wide margin.", "A tie.", "Neither." */
static bool read_answer(struct parser *p, size_t at)
{
	const struct term *t = &p->terms[at];
	struct statement claim = { .subject = *t,
				   .relation = RELATION_WIN,
				   .text = t->text };
	const struct term *next = t + 1;
	bool ends = at + 1 >= p->reading->count ||
		    (next->kind == TERM_MARK && !str_is(next->word, "~")) ||
		    term_is(next, "by|clearly|narrowly|overall|before");

	if (!ends)
		return false;
	if (term_is(t, "tie+|draw|level|undecided")) {
		claim.subject.kind = TERM_END;
		claim.relation = RELATION_LEVEL;
	} else if (t->kind != TERM_GROUP) {
		return false;
	} else if (t->quantity == QUANTITY_ALL) {
		claim.relation = RELATION_POINT;
	}
	claim.doubtful = at + 1 < p->reading->count;
	parser_state(p, &claim, at + 1);
	return true;
}

/* "Half of the criteria end in a tie." */
static bool read_ties(struct parser *p, size_t at)
{
	struct statement claim = { .relation = RELATION_TIES,
				   .text = p->terms[at].text,
				   .doubtful = true };
	size_t end = parser_criteria_count(p, at, &claim);

	if (!end || !parser_lead_in(p, at, &claim))
		return false;
	end = parser_match(p, end,
			   "is|end+|finish|have in|up|all|a? tie+|draw|"
			   "level|drawn|shared|undecided");
	return parser_finish(p, &at, end, &claim);
}

/* "Oak, with 8 points to 6": a winner and the result, and no verb */
static bool read_with_result(struct parser *p, size_t at)
{
	struct statement claim = { .subject = p->terms[at],
				   .relation = RELATION_WIN,
				   .text = p->terms[at].text,
				   .doubtful = true };
	size_t end = at + 2;

	if (p->terms[at].kind != TERM_GROUP || !parser_marks(p, at + 1, ",") ||
	    !term_is(&p->terms[end], "with|by") ||
	    p->terms[end + 1].kind != TERM_NUMBER ||
	    !parser_lead_in(p, at, &claim) || !parser_tail(p, &end, &claim) ||
	    end < p->reading->count)
		return false;
	parser_state(p, &claim, at + 1);
	return true;
}

/* "Oak 8, Elm 6", "Oak first, Elm second": and nothing else to the end. */
static bool read_pairs(struct parser *p, size_t at)
{
	struct parser before = *p;
	size_t count = p->claims->count, first = at, end;

	p->to = p->reading->count;
	while (p->terms[at].kind == TERM_GROUP) {
		struct statement pair = { .subject = p->terms[at],
					  .text = p->terms[at].text,
					  .relation = RELATION_POINTS };

		end = parser_read(p, at + 1, ":? # of|/ & point+? .", &pair);
		if (!end)
			end = parser_read(p, at + 1, ":? # point+? .", &pair);
		if (!end && (end = parser_read(p, at + 1, ":? % .", &pair)))
			pair.relation = RELATION_RANK;
		if (!end || !parser_lead_in(p, first, &pair))
			break;
		parser_state(p, &pair, end);
		at = parser_match(p, end, ",? and|to|versus|against?");
	}
	if (at == p->to && p->claims->count >= count + 2)
		return true;
	p->claims->count = count;
	*p = before;
	return false;
}
