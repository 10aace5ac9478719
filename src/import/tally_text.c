#include "import/tally_text.h"

#include "import/phrases.h"
#include "import/wording.h"

enum { SHORT = 120, HIGHEST = 200, LABELLED = 6 };

static bool is_shared(struct str text);
static size_t label_len(struct str text);
static size_t first_words(const struct names *names, struct str words,
			  bool seen[NAMES_MOST]);
static bool is_draw(struct str text, bool labelled);
static bool has_winning(const struct names *names, struct str text);
static bool read_row(const struct names *names, struct str text,
		     double points[NAMES_MOST]);
static bool read_each(const struct names *names, struct str text,
		      double points[NAMES_MOST]);
static bool is_out_of(struct str text, size_t at);
static size_t number_at(struct str text, size_t at, double *value);
static size_t separator_at(struct str text, size_t at);
static size_t skip_blanks(struct str text, size_t at);
static bool is_in_mention(const struct names *names, struct str text,
			  size_t at);
static void order_of(const struct names *names, struct str text,
		     size_t order[NAMES_MOST]);

bool tally_text_read(const struct names *names, struct str text,
		     double points[NAMES_MOST])
{
	if (text.len > SHORT || names->count < 2)
		return false;
	return read_row(names, text, points) || read_each(names, text, points);
}

/*
 * A label says who wins, and a sentence does where it is about nothing else:
 * "Oak may win" and "Oak wins over elm" leave it open.
 */
bool tally_text_winner(const struct names *names, struct str text,
		       bool wins[NAMES_MOST])
{
	size_t label = label_len(text), count;
	struct str said = str_from_byte(text, label);
	bool seen[NAMES_MOST], draw;

	if (text.len > SHORT)
		return false;
	while (label && said.len && strchr(": ", said.ptr[0]))
		said = str_from_byte(said, 1);
	draw = is_draw(said, label > 0);
	count = names_seen(names, said, seen);
	if (label && !count && !draw)
		count = first_words(names, said, seen);
	if (!label && !draw && !(count && has_winning(names, text)))
		return false;
	if (draw ? count && count < names->count
		 : !count || (count > 1 && !is_shared(text)))
		return false;
	for (size_t i = 0; i < names->count; i++)
		wins[i] = draw || seen[i];
	return true;
}

/* "Oak and elm win." */
static bool is_shared(struct str text)
{
	while (text.len && strchr(".! ", text.ptr[text.len - 1]))
		text.len--;
	return wording_count(text) <= LABELLED &&
	       wording_ends_any(text, " win| win this round");
}

/* Of "Winner: Oak", "Verdict: a tie", "Edge: elm" what is before the name. */
static size_t label_len(struct str text)
{
	size_t len = wording_starts_any(text, PHRASES_WINNER_LABEL);

	if (len)
		return len;
	len = wording_starts_any(text, "verdict:|result:");
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

	while (words.len && strchr(".! ", words.ptr[words.len - 1]))
		words.len--;
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
	size_t len =
		wording_starts_any(rest, labelled ? PHRASES_DRAW : "tie|draw");

	return len && wording_count(rest) <= LABELLED &&
	       !wording_in_word(rest, len);
}

/* "Oak clearly wins this round", and no "Oak is fast and wins races". */
static bool has_winning(const struct names *names, struct str text)
{
	struct str rest = str_from(PHRASES_WINS_NEAR);

	if (wording_has_any(text, PHRASES_UNSURE) || str_ends(text, "?"))
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

/*
 * As many numbers as there are options, a dash or colon between them.  The
 * text must name all options, or speak of a score, or hold nothing else.
 */
static bool read_row(const struct names *names, struct str text,
		     double points[NAMES_MOST])
{
	size_t order[NAMES_MOST], spread = names_spread(names, text);
	double row[NAMES_MOST];

	for (size_t start = 0; start < text.len; start++) {
		size_t at = start, k = 0, len = 0, rest;

		if ((start && (wording_in_word(text, start - 1) ||
			       text.ptr[start - 1] == '.')) ||
		    is_in_mention(names, text, start))
			continue;
		while (k < names->count &&
		       (len = number_at(text, at, &row[k]))) {
			at += len;
			k++;
			len = k < names->count ? separator_at(text, at) : 0;
			if (!len)
				break;
			at += len;
		}
		if (k < names->count || wording_in_word(text, at) ||
		    separator_at(text, at))
			continue;
		rest = text.len - (at - start);
		if (spread < names->count && rest > 2 &&
		    !wording_has_any(text, PHRASES_POINTS))
			return false;
		order_of(names, text, order);
		for (k = 0; k < names->count; k++)
			points[order[k]] = row[k];
		return true;
	}
	return false;
}

/* Every option followed by its number. */
static bool read_each(const struct names *names, struct str text,
		      double points[NAMES_MOST])
{
	bool seen[NAMES_MOST] = { false };
	size_t found = 0;
	struct mention m;

	for (size_t at = 0; (m = names_find(names, text, at)).len;
	     at = m.at + m.len) {
		size_t next = skip_blanks(text, m.at + m.len), len;
		double value;

		if (next < text.len && strchr(":=(", text.ptr[next]))
			next = skip_blanks(text, next + 1);
		else if (str_starts(str_from_byte(text, next), "–"))
			next = skip_blanks(text, next + strlen("–"));
		len = number_at(text, next, &value);
		if (!len || wording_in_word(text, next + len) || seen[m.option])
			return false;
		next = skip_blanks(text, next + len);
		if (is_out_of(text, next))
			return false;
		if (next < text.len && !strchr(",;|.)/&!", text.ptr[next]) &&
		    !wording_starts(str_from_byte(text, next), "and ") &&
		    !wording_starts(str_from_byte(text, next), "point") &&
		    !names_find(names, str_from_byte(text, next), 0).len &&
		    !separator_at(text, next))
			return false;
		points[m.option] = value;
		seen[m.option] = true;
		found++;
	}
	return found == names->count;
}

/* "4/5" is a rating, "oak: 4 / elm: 5" none. */
static bool is_out_of(struct str text, size_t at)
{
	if (at >= text.len || text.ptr[at] != '/')
		return false;
	at = skip_blanks(text, at + 1);
	return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

/* A number that may be a tally's. */
static size_t number_at(struct str text, size_t at, double *value)
{
	size_t len = wording_decimal(text, at, value);

	return len && *value <= HIGHEST ? len : 0;
}

/* The length of a dash or colon with the blanks around it, or 0. */
static size_t separator_at(struct str text, size_t at)
{
	static const char *const SIGNS[] = { "-", "–", "—", ":", "−", "‑" };
	size_t from = skip_blanks(text, at);

	for (size_t k = 0; k < sizeof(SIGNS) / sizeof(*SIGNS); k++)
		if (str_starts(str_from_byte(text, from), SIGNS[k])) {
			size_t to = skip_blanks(text, from + strlen(SIGNS[k]));

			return to < text.len && text.ptr[to] >= '0' &&
					       text.ptr[to] <= '9'
				       ? to - at
				       : 0;
		}
	return 0;
}

static size_t skip_blanks(struct str text, size_t at)
{
	while (at < text.len && text.ptr[at] == ' ')
		at++;
	return at;
}

/* The 3 of "Python 3" is no score. */
static bool is_in_mention(const struct names *names, struct str text, size_t at)
{
	struct mention m;

	for (size_t from = 0; (m = names_find(names, text, from)).len;
	     from = m.at + m.len)
		if (at >= m.at && at < m.at + m.len)
			return true;
	return false;
}

static void order_of(const struct names *names, struct str text,
		     size_t order[NAMES_MOST])
{
	bool seen[NAMES_MOST] = { false };
	size_t count = 0;
	struct mention m;

	for (size_t at = 0; (m = names_find(names, text, at)).len;
	     at = m.at + m.len)
		if (!seen[m.option]) {
			seen[m.option] = true;
			order[count++] = m.option;
		}
	if (count == names->count)
		return;
	for (size_t i = 0; i < names->count; i++)
		order[i] = i;
}
