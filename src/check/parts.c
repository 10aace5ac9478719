#include "check/parts.h"

#include <math.h>

/* What is judged one by one, and what may be so. */
#define CRITERION "criterion|category|round|discipline"
#define CRITERIA "criteria|categories|rounds|disciplines"
#define PART                                                                   \
	"test|race|game|match|duel|set|section|leg|heat|bout|fight|battle|"    \
	"benchmark|measurement|field|area|count|aspect|respect|regard|matter|" \
	"department|event|contest"

static size_t nth_at(const struct reading *r, size_t at);
static bool joins(const struct reading *r, size_t at);
static size_t numbered_at(const struct reading *r, size_t at);
static void number(struct term *t, const struct term *last, double nth,
		   struct whole whole, const struct lexicon *lexicon);
static bool is_unknown_part(const struct reading *r, size_t at);
static void forget(struct term *t, const struct lexicon *lexicon);
static size_t count_at(const struct reading *r, size_t at, double *count);
static bool is_counted(const struct reading *r, size_t at);
static bool word_is(const struct reading *r, size_t at, const char *words);

void parts_join(struct whole whole, const struct lexicon *lexicon,
		struct reading *r)
{
	size_t count = 0;

	for (size_t i = 0; i < r->count; i++) {
		struct term t = r->terms[i];
		size_t nth = nth_at(r, i), numbered = numbered_at(r, i);
		bool last = word_is(r, i, "last|final");
		double count_of;
		size_t all = count_at(r, i, &count_of);

		if (nth && last && word_is(r, i + 1, "round|discipline")) {
			/* Of all, or the one before this? */
			forget(&t, lexicon);
		} else if (nth) {
			number(&t, &r->terms[i + nth - 1],
			       last ? (double)whole.criteria
				    : t.lexeme->ordinal,
			       whole, lexicon);
		} else if (numbered) {
			number(&t, &r->terms[i + 1],
			       fmax(r->terms[i + 1].number, 1), whole, lexicon);
		} else if (is_unknown_part(r, i)) {
			forget(&t, lexicon);
		} else if (word_is(r, i, "a|another") &&
			   word_is(r, i + 1, CRITERION)) {
			t.kind = TERM_NUMBER;
			t.number = t.digit = 1;
		} else if (all) {
			t.word = count_of == (double)whole.options
					 ? STR("here")
					 : STR("several");
			t.lexeme = lexicon_find(lexicon, t.word);
			term_span(&t, &r->terms[i + all - 1]);
		}
		/* They begin with different words. */
		i += nth + numbered + all - (nth || numbered || all);
		r->terms[count++] = t;
	}
	r->count = count;
}

/*
 * "first criterion", and the "first" of "the first and the last criterion":
 * how many terms, or 0.
 */
static size_t nth_at(const struct reading *r, size_t at)
{
	bool listed = at > 0 && joins(r, at - 1);

	for (size_t next = at;; next++) {
		size_t from = next + 1;

		if (!word_is(r, next, "last|final") &&
		    !(next < r->count && r->terms[next].kind == TERM_WORD &&
		      r->terms[next].lexeme->ordinal > 0))
			return 0;
		if (word_is(r, from, CRITERION) ||
		    (listed && word_is(r, from, CRITERIA)))
			return next == at ? 2 : 1;
		while (joins(r, from))
			from++;
		if (from == next + 1)
			return 0;
		listed = true;
		next = from - 1;
	}
}

static bool joins(const struct reading *r, size_t at)
{
	return word_is(r, at, "and|&|the") ||
	       (at < r->count && r->terms[at].kind == TERM_MARK &&
		str_is(r->terms[at].word, ","));
}

/* "round two", but no "round 8–6": how many terms, or 0. */
static size_t numbered_at(const struct reading *r, size_t at)
{
	const struct term *t = &r->terms[at + 1];

	if (!word_is(r, at, CRITERION) || at + 1 >= r->count)
		return 0;
	if (word_is(r, at + 1, "one"))
		return 2;
	if (t->kind != TERM_NUMBER || word_is(r, at + 2, "to|against|point") ||
	    (at + 2 < r->count && str_is(t[1].word, "~")))
		return 0;
	return 2;
}

/* The criteria are numbered as they stand; the author may count otherwise. */
static void number(struct term *t, const struct term *last, double nth,
		   struct whole whole, const struct lexicon *lexicon)
{
	term_span(t, last);
	if (!(nth >= 1 && nth <= (double)whole.criteria && nth == floor(nth))) {
		forget(t, lexicon);
		return;
	}
	t->kind = TERM_CRITERION;
	t->criterion = (size_t)nth - 1;
	t->is_guess = true;
}

/* "the second test", "one area", "a battle", "the first rounds" */
static bool is_unknown_part(const struct reading *r, size_t at)
{
	if (word_is(r, at, "a|an|another|one"))
		return word_is(r, at + 1, PART "|prize|medal");
	return r->terms[at].kind == TERM_WORD &&
	       (r->terms[at].lexeme->ordinal > 0 || word_is(r, at, "last")) &&
	       word_is(r, at + 1, PART "|point|points|" CRITERIA);
}

static void forget(struct term *t, const struct lexicon *lexicon)
{
	t->kind = TERM_WORD;
	t->word = STR("part");
	t->lexeme = lexicon_find(lexicon, t->word);
}

/*
 * "Of the three": here, where there are so many, else of some that were named
 * before.  How many terms, or 0, as of "of the three criteria".
 */
static size_t count_at(const struct reading *r, size_t at, double *count)
{
	size_t next = at + 1;

	*count = 2;
	if (word_is(r, at, "of-two"))
		return 1 + word_is(r, next, "options");
	if (!word_is(r, at, "of") ||
	    (at && (r->terms[at - 1].kind == TERM_NUMBER ||
		    word_is(r, at - 1, "point|points"))))
		return 0;
	while (word_is(r, next, "the|all|these|our"))
		next++;
	if (next >= r->count || r->terms[next].kind != TERM_NUMBER)
		return 0;
	*count = r->terms[next++].number;
	if (word_is(r, next, "options"))
		return next + 1 - at;
	return is_counted(r, next) ? 0 : next - at;
}

/* "… criteria": a noun, as far as it is no verb and says no place. */
static bool is_counted(const struct reading *r, size_t at)
{
	const struct term *t = &r->terms[at];

	if (at < r->count && t->kind == TERM_WORD)
		return !(t->lexeme->classes &
			 (CLASS_BE | CLASS_DO | CLASS_HAVE | CLASS_GO |
			  CLASS_ON));
	return at < r->count && t->kind != TERM_MARK && t->kind != TERM_GROUP;
}

static bool word_is(const struct reading *r, size_t at, const char *words)
{
	return at < r->count && r->terms[at].kind == TERM_WORD &&
	       lexicon_lists(words, r->terms[at].word);
}
