#include <math.h>
#include <string.h>

#include "check/report.h"
#include "check/study.h"

/* "8-6": two numbers joined as the results of games are. */
struct tally_words {
	struct str all;
	double left, right;
	int decimals;
	bool by_word; /* "8 to 6" */
};

static void check_tallies(const struct study *s, const struct passage *p,
			  struct str sentence);
static bool tally_next(struct str sentence, size_t *at,
		       struct tally_words *tally);
static bool is_inside(struct str sentence, size_t at);
static bool read_number(struct str sentence, size_t *at, double *number,
			int *decimals);
static bool read_joiner(struct str sentence, size_t *at, bool *by_word);
static bool is_result(const struct study *s, struct str sentence,
		      const struct tally_words *tally);
static bool names_beside(const struct study *s, struct str sentence,
			 const struct tally_words *tally);
static bool words_beside(struct str sentence, const struct tally_words *tally);
static bool goes_on(const struct study *s, struct str rest);
static bool holds(const struct study *s, const struct passage *p,
		  const struct tally_words *tally);
static bool matches(const struct tally_words *tally, const double *values,
		    size_t count);

void check_claims(const struct study *s)
{
	struct str sentence;

	if (!s->c->scored || !s->r->judged ||
	    !str_starts(s->site->language.str, "en"))
		return;
	for (size_t k = 0; k < s->passage_count; k++) {
		const struct passage *p = &s->passages[k];
		size_t from = 0;

		/* A note says what its judge thought. */
		while (!p->is_note && passage_sentence(p, &from, &sentence)) {
			check_tallies(s, p, sentence);
			check_wins(s, p, sentence);
		}
	}
}

/* "from 0-0 to 8-6": where one of them is the result, the others led to it. */
static void check_tallies(const struct study *s, const struct passage *p,
			  struct str sentence)
{
	struct tally_words tally;
	size_t at = 0;

	while (tally_next(sentence, &at, &tally))
		if (is_result(s, sentence, &tally) && holds(s, p, &tally))
			return;
	at = 0;
	while (tally_next(sentence, &at, &tally)) {
		if (!is_result(s, sentence, &tally))
			continue;
		report(s->diags, FINDING_CLAIM, passage_place(p, tally.all),
		       "\"%.*s\" contradicts the scores", STR_ARG(tally.all));
		if (s->c->option_count == 2)
			diag_hint(s->diags, "%.*s has %g and %.*s has %g",
				  STR_ARG(s->c->options[0].name.str),
				  round(s->r->raw_totals[0] * 100) / 100,
				  STR_ARG(s->c->options[1].name.str),
				  round(s->r->raw_totals[1] * 100) / 100);
	}
}

static bool tally_next(struct str sentence, size_t *at,
		       struct tally_words *tally)
{
	while (*at < sentence.len) {
		size_t start = *at;
		size_t end = start;
		int left, right;

		if (!is_inside(sentence, start) &&
		    read_number(sentence, &end, &tally->left, &left) &&
		    read_joiner(sentence, &end, &tally->by_word) &&
		    read_number(sentence, &end, &tally->right, &right) &&
		    (end == sentence.len ||
		     !strchr("%-/", sentence.ptr[end]))) {
			tally->decimals = left > right ? left : right;
			tally->all = str_slice(sentence, start, end - start);
			*at = end;
			return true;
		}
		*at = end > start ? end : start + 1;
	}
	return false;
}

/* Of a longer number, date or word. */
static bool is_inside(struct str sentence, size_t at)
{
	char before = at ? sentence.ptr[at - 1] : ' ';

	return strchr("-./,$_", before) || (before & 0x80) ||
	       (before >= '0' && before <= '9') ||
	       ((before | 32) >= 'a' && (before | 32) <= 'z');
}

/* Up to three digits, and decimals; no part of a longer word. */
static bool read_number(struct str sentence, size_t *at, double *number,
			int *decimals)
{
	size_t start = *at, end = start, point = 0;

	while (end < sentence.len &&
	       ((sentence.ptr[end] >= '0' && sentence.ptr[end] <= '9') ||
		(sentence.ptr[end] == '.' && !point && end > start &&
		 end + 1 < sentence.len && sentence.ptr[end + 1] >= '0' &&
		 sentence.ptr[end + 1] <= '9'))) {
		if (sentence.ptr[end] == '.')
			point = end;
		end++;
	}
	if (end == start ||
	    (end < sentence.len &&
	     (((sentence.ptr[end] | 32) >= 'a' &&
	       (sentence.ptr[end] | 32) <= 'z') ||
	      (sentence.ptr[end] == ',' && end + 1 < sentence.len &&
	       sentence.ptr[end + 1] != ' ')))) {
		*at = end;
		return false;
	}
	*decimals = point ? (int)(end - point - 1) : 0;
	*at = end;
	return (point ? point : end) - start <= 3 &&
	       str_to_number(str_slice(sentence, start, end - start), number);
}

static bool read_joiner(struct str sentence, size_t *at, bool *by_word)
{
	static const char *const JOINERS[] = { "-", "\xE2\x80\x93", ":",
					       " to " };
	struct str rest = str_from_byte(sentence, *at);

	for (size_t k = 0; k < sizeof(JOINERS) / sizeof(*JOINERS); k++)
		if (str_starts(rest, JOINERS[k])) {
			*by_word = k == 3;
			*at += strlen(JOINERS[k]);
			return true;
		}
	return false;
}

/*
 * Whether the numbers are said of the comparison: beside two of its options,
 * or the words for a result.  A range ("scores from 0 to 10") is none, nor is
 * 0-0, where every tally begins.
 */
static bool is_result(const struct study *s, struct str sentence,
		      const struct tally_words *tally)
{
	size_t start = (size_t)(tally->all.ptr - sentence.ptr);
	struct str before = str_slice(sentence, 0, start);
	struct str after = str_from_byte(sentence, start + tally->all.len);
	struct str last = word_last(before);

	if (!goes_on(s, after) ||
	    (tally->by_word &&
	     (str_is(last, "from") || str_is(last, "of") ||
	      str_is(last, "between") || str_is(last, "From"))) ||
	    (tally->left == 0 && tally->right == 0) ||
	    (tally->left == s->c->scoring.min &&
	     tally->right == s->c->scoring.max))
		return false;
	return names_beside(s, sentence, tally) ||
	       words_beside(sentence, tally);
}

static bool names_beside(const struct study *s, struct str sentence,
			 const struct tally_words *tally)
{
	enum { NEAR = 60 }; /* bytes */
	size_t start = (size_t)(tally->all.ptr - sentence.ptr);
	size_t from = start > NEAR ? start - NEAR : 0, count = 0;
	struct str window =
		str_slice(sentence, from, start - from + tally->all.len + NEAR);

	for (size_t i = 0; i < s->c->option_count; i++)
		count +=
			sentence_find(window, s->c->options[i].name.str) <
				window.len ||
			sentence_find(window, s->c->options[i].short_name.str) <
				window.len;
	return count >= 2;
}

static bool words_beside(struct str sentence, const struct tally_words *tally)
{
	static const char *const WORDS[] = {
		"points", "point", "tally", "score", "result", "totals",
		"wins",	  "won",   "ahead", "beats", "leads",
	};
	enum { NEAR = 30 };
	size_t start = (size_t)(tally->all.ptr - sentence.ptr);
	size_t from = start > NEAR ? start - NEAR : 0;
	struct str window =
		str_slice(sentence, from, start - from + tally->all.len + NEAR);

	for (size_t k = 0; k < sizeof(WORDS) / sizeof(*WORDS); k++)
		if (sentence_find(window, str_from(WORDS[k])) < window.len)
			return true;
	return false;
}

/* What is counted would stand behind it: "2-3 times", "4-6 MB". */
static bool goes_on(const struct study *s, struct str rest)
{
	static const char *const WORDS[] = {
		"to", "for",	"in",	  "over",    "on", "after", "and",
		"by", "points", "but",	  "against", "it", "at",    "with",
		"is", "was",	"sounds", "as",	     "the"
	};
	struct str word;
	size_t at = 0;

	if (!rest.len || rest.ptr[0] != ' ' || !word_next(rest, &at, &word))
		return true;
	for (size_t k = 0; k < sizeof(WORDS) / sizeof(*WORDS); k++)
		if (str_is(word, WORDS[k]))
			return true;
	for (size_t i = 0; i < s->c->option_count; i++)
		if (sentence_find(str_slice(rest, 0, 80),
				  s->c->options[i].name.str) <= 2)
			return true;
	return false;
}

/*
 * Totals, points and criteria won are results; on the page of a criterion
 * its scores and the tally on the way are, too.
 */
static bool holds(const struct study *s, const struct passage *p,
		  const struct tally_words *tally)
{
	size_t n = s->c->option_count;
	double *values = arena_array(s->arena, double, n);
	bool on_criterion = p->criterion < s->c->criterion_count;

	if (matches(tally, s->r->raw_totals, n))
		return true;
	for (size_t j = 0; j < s->c->criterion_count; j++)
		for (size_t i = 0; i < n; i++)
			values[i] += s->r->counts[j] && s->r->wins[j * n + i];
	if (matches(tally, values, n))
		return true;
	for (size_t i = 0; on_criterion && i < n; i++)
		values[i] = s->c->criteria[p->criterion].scores[i].value;
	if (on_criterion && matches(tally, values, n))
		return true;
	for (size_t j = 0; on_criterion && s->r->tally && j <= p->criterion;
	     j++)
		if (matches(tally, s->r->tally + j * n, n))
			return true;
	return false;
}

/* Some two options have these numbers, as far as they are written out. */
static bool matches(const struct tally_words *tally, const double *values,
		    size_t count)
{
	double half = 0.5 * pow(10, -tally->decimals) + 1e-9;

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < count; k++)
			if (i != k && fabs(values[i] - tally->left) <= half &&
			    fabs(values[k] - tally->right) <= half)
				return true;
	return false;
}
