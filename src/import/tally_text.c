#include "import/tally_text.h"

#include <string.h>

#include "base/wording.h"
#include "import/phrases.h"
#include "import/sentence.h"

enum { SHORT = 120, HIGHEST = 200, LABELLED = 6 };

static bool read_winner(const struct names *names, struct str text,
			bool wins[NAMES_MOST], bool *doubted);
static bool is_split(const struct names *names, struct str text,
		     struct str said);
static bool is_doubted(const struct names *names, struct str said);
static size_t label_len(struct str text);
static size_t first_words(const struct names *names, struct str words,
			  bool seen[NAMES_MOST]);
static bool is_draw(struct str text, bool labelled);
static bool has_winning(const struct names *names, struct str text);
static bool is_asked(struct str text);
static size_t separator_at(struct str text, size_t at);
static size_t order_of(const struct names *names, struct str text,
		       size_t order[NAMES_MOST], bool named[SHORT]);

/*
 * As many numbers as there are options, a dash or colon between them.  The
 * text must name all options, or speak of a score, or hold nothing else.
 */
bool tally_text_read(const struct names *names, struct str text,
		     double points[NAMES_MOST])
{
	size_t order[NAMES_MOST], spread;
	double row[NAMES_MOST];
	bool named[SHORT] = { false };

	if (text.len > SHORT || names->count < 2)
		return false;
	spread = order_of(names, text, order, named);
	for (size_t start = 0; start < text.len; start++) {
		size_t at = start, k = 0, len = 0;

		if ((start && (wording_in_word(text, start - 1) ||
			       text.ptr[start - 1] == '.')) ||
		    named[start])
			continue;
		while (k < names->count &&
		       (len = sentence_decimal(text, at, &row[k])) &&
		       row[k] <= HIGHEST) {
			at += len;
			len = ++k < names->count ? separator_at(text, at) : 0;
			if (!len)
				break;
			at += len;
		}
		if (k < names->count || wording_in_word(text, at) ||
		    separator_at(text, at))
			continue;
		if (spread < names->count && text.len - (at - start) > 2 &&
		    !wording_has_any(text, PHRASES_POINTS))
			return false;
		for (k = 0; k < names->count; k++)
			points[order[k]] = row[k];
		return true;
	}
	return false;
}

/*
 * A label says who wins, and a sentence does where it is about nothing else:
 * "Oak may win" and "Oak wins over elm" leave it open.
 */
bool tally_text_winner(const struct names *names, struct str text,
		       bool wins[NAMES_MOST])
{
	bool named[NAMES_MOST], doubted;

	if (!read_winner(names, text, named, &doubted) || doubted)
		return false;
	memcpy(wins, named, names->count * sizeof(*wins));
	return true;
}

bool tally_text_verdict(const struct names *names, struct str text,
			bool *doubted)
{
	bool wins[NAMES_MOST];

	return read_winner(names, text, wins, doubted) ||
	       (!names_spread(names, text) && tally_text_ends_in_draw(text));
}

bool tally_text_ends_in_draw(struct str text)
{
	struct str last = text;

	if (text.len > SHORT || label_len(text))
		return false;
	while (text.len)
		last = sentence_cut(&text);
	return is_draw(last, false);
}

static bool read_winner(const struct names *names, struct str text,
			bool wins[NAMES_MOST], bool *doubted)
{
	size_t label = label_len(text), count;
	struct str said = str_from_byte(text, label);
	bool seen[NAMES_MOST], draw;

	*doubted = false;
	if (text.len > SHORT)
		return false;
	while (label && wording_starts_any(said, ":| "))
		said = str_from_byte(said, 1);
	draw = is_draw(said, label > 0);
	count = names_seen(names, said, seen);
	if (label && !count && !draw)
		count = first_words(names, said, seen);
	if (!draw && count > 1 && is_split(names, text, said)) {
		*doubted = true;
		return true;
	}
	if (!label && !draw && !(count && has_winning(names, text)))
		return false;
	if (draw ? count && count < names->count : count != 1)
		return false;
	for (size_t i = 0; i < names->count; i++)
		wins[i] = draw || seen[i];
	*doubted = label > 0 && is_doubted(names, said);
	return true;
}

/* "Winner: Oak (elm on a budget)", "Oak over elm": two are named in it. */
static bool is_split(const struct names *names, struct str text,
		     struct str said)
{
	struct mention first = names_find(names, text, 0), other;
	struct str rest = str_from_byte(text, first.len);
	size_t link = wording_starts_any(rest, PHRASES_WON_OVER);

	if (said.ptr > text.ptr)
		return memchr(text.ptr, ':', (size_t)(said.ptr - text.ptr));
	other = names_find(names, text, first.len + link);
	return !first.at && first.len && link && other.at == first.len + link &&
	       !str_without(str_from_byte(text, other.at + other.len), ".! ")
			.len;
}

/* "not Oak", "anyone but Oak", "Oak? Hardly.", "Oak if it is cheap" */
static bool is_doubted(const struct names *names, struct str said)
{
	struct str rest = said, first = sentence_cut(&rest), before;

	before = str_slice(first, 0, names_find(names, first, 0).at);
	return str_find(first, '?') < first.len ||
	       (wording_has_any(before, PHRASES_DENIED) &&
		!wording_has_any(before, PHRASES_NO_OTHER)) ||
	       wording_ends_any(str_without(said, ".! "), " not| nicht") ||
	       wording_has_any(first, PHRASES_DOUBTED);
}

/* Of "Winner: Oak", "Verdict: a tie", "Edge: elm" what is before the name. */
static size_t label_len(struct str text)
{
	size_t len = wording_starts_any(text, PHRASES_WINNER_LABEL);

	if (len)
		return len;
	len = wording_starts_any(text, PHRASES_RESULT_LABEL);
	return wording_count(text) <= LABELLED ||
			       wording_has_any(text, PHRASES_POINTS) ||
			       wording_has_any(text, PHRASES_WINS_NEAR)
		       ? len
		       : 0;
}

/* "Winner: Samsung" is Samsung Phones, where no other name begins so. */
static size_t first_words(const struct names *names, struct str words,
			  bool seen[NAMES_MOST])
{
	size_t count = 0;

	words = str_without(words, ".! ");
	for (size_t i = 0; words.len && i < names->count; i++) {
		struct str name = names->name[i];

		seen[i] = name.len > words.len && name.ptr[words.len] == ' ' &&
			  wording_equals(str_slice(name, 0, words.len), words);
		count += seen[i];
	}
	if (count > 1)
		memset(seen, 0, NAMES_MOST * sizeof(*seen));
	return count == 1;
}

/* "It's a tie."; behind a label "both" and "even" too. */
static bool is_draw(struct str text, bool labelled)
{
	struct str rest = str_from_byte(
		text, wording_starts_any(text, PHRASES_DRAW_START));
	size_t len = wording_starts_any(rest, labelled ? PHRASES_DRAW
						       : PHRASES_DRAW_ALONE);

	return len && wording_count(rest) <= LABELLED &&
	       !wording_in_word(rest, len);
}

/* "Oak clearly wins this round", and no "Oak is fast and wins races". */
static bool has_winning(const struct names *names, struct str text)
{
	struct str rest = str_from(PHRASES_WINS_NEAR);

	if (wording_has_any(text, PHRASES_UNSURE "|" PHRASES_DENIED) ||
	    is_asked(text))
		return false;
	if (wording_has_any(text, PHRASES_WINNING))
		return true;
	while (rest.ptr) {
		size_t at = wording_find(text, str_cut(&rest, '|')), end = 0;
		struct mention m;

		for (size_t from = 0;
		     at < text.len && (m = names_find(names, text, from)).len &&
		     m.at < at;
		     from = m.at + m.len)
			end = m.at + m.len;
		if (end && wording_count(str_slice(text, end, at - end)) <= 1)
			return true;
	}
	return false;
}

/* "Oak wins? Hardly."; but "Which is hard? Oak wins this round." */
static bool is_asked(struct str text)
{
	while (text.len) {
		struct str sentence = sentence_cut(&text);

		if (str_ends(sentence, "?") &&
		    (wording_has_any(sentence, PHRASES_WINNING) ||
		     wording_has_any(sentence, PHRASES_WINS_NEAR)))
			return true;
	}
	return false;
}

/* The length of a dash or colon with the blanks around it, or 0. */
static size_t separator_at(struct str text, size_t at)
{
	size_t from = at + strspn(text.ptr + at, " "), to;
	size_t len = wording_starts_any(str_from_byte(text, from),
					PHRASES_TALLY_SIGNS);

	to = from + len + strspn(text.ptr + from + len, " ");
	return len && to < text.len && text.ptr[to] >= '0' &&
			       text.ptr[to] <= '9'
		       ? to - at
		       : 0;
}

/*
 * As the text names them, if it names all; tells how many it does.  The 3 of
 * "Python 3" is no score: what lies in a name is marked.
 */
static size_t order_of(const struct names *names, struct str text,
		       size_t order[NAMES_MOST], bool named[SHORT])
{
	bool seen[NAMES_MOST] = { false };
	size_t count = 0;
	struct mention m;

	for (size_t at = 0; (m = names_find(names, text, at)).len;
	     at = m.at + m.len) {
		memset(named + m.at, true, m.len);
		if (!seen[m.option])
			order[count++] = m.option;
		seen[m.option] = true;
	}
	for (size_t i = 0; count < names->count && i < names->count; i++)
		order[i] = i;
	return count;
}
