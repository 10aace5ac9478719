#include "import/tally_text.h"

#include "import/wording.h"

enum { SHORT = 120, HIGHEST = 200, LABELLED = 6 };

struct number {
	double value;
	size_t at, len;
};

static bool is_labelled(struct str text);
static bool is_shared(struct str text);
static bool is_draw(struct str text);
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

bool tally_text_winner(const struct names *names, struct str text,
		       bool wins[NAMES_MOST])
{
	size_t counts[NAMES_MOST], spread = names_spread(names, text);
	bool label = is_labelled(text);
	bool draw = wording_has_any(text, "tie|draw|both|tied|even|equal");

	if (text.len > SHORT || (!spread && !(label && draw)))
		if (text.len > SHORT || spread || !is_draw(text))
			return false;
	if (spread && !label && !has_winning(names, text) &&
	    !(is_draw(text) && spread == names->count))
		return false;
	names_count(names, text, counts);
	if (!label && spread > 1 && !draw && !is_shared(text))
		return false;
	for (size_t i = 0; i < names->count; i++)
		wins[i] = counts[i] > 0 || !spread;
	return true;
}

/* "Oak and elm win." */
static bool is_shared(struct str text)
{
	while (text.len && strchr(".! ", text.ptr[text.len - 1]))
		text.len--;
	return wording_count(text) <= LABELLED &&
	       (str_ends(text, " win") || str_ends(text, " win this round"));
}

/* "Winner: Oak", "Verdict: a tie", "Edge: elm". */
static bool is_labelled(struct str text)
{
	static const char *const LABELS[] = {
		"winner",	"the winner",	  "our pick",
		"round winner", "advantage:",	  "edge:",
		"point:",	"and the winner", "🏆",
	};

	for (size_t k = 0; k < sizeof(LABELS) / sizeof(*LABELS); k++)
		if (wording_starts(text, LABELS[k]))
			return true;
	return (wording_starts(text, "verdict:") ||
		wording_starts(text, "result:")) &&
	       (wording_count(text) <= LABELLED ||
		wording_has_any(text, "winner|wins|win|tie|draw|ahead|edge"));
}

/* "It's a tie." */
static bool is_draw(struct str text)
{
	static const char *const STARTS[] = { "a ",
					      "it is a ",
					      "it's a ",
					      "it’s a ",
					      "this is a ",
					      "call it a ",
					      "we call it a ",
					      "i call it a ",
					      "this one is a ",
					      "" };

	for (size_t k = 0; k < sizeof(STARTS) / sizeof(*STARTS); k++) {
		struct str rest = text;

		if (!wording_starts(text, STARTS[k]))
			continue;
		rest = str_from_byte(text, strlen(STARTS[k]));
		if ((wording_starts(rest, "tie") ||
		     wording_starts(rest, "draw")) &&
		    wording_count(rest) <= LABELLED &&
		    !wording_in_word(
			    rest,
			    rest.ptr[0] == 't' || rest.ptr[0] == 'T' ? 3 : 4))
			return true;
	}
	return false;
}

/* "Oak clearly wins this round", and no "Oak is fast and wins races". */
static bool has_winning(const struct names *names, struct str text)
{
	static const char *const NEAR[] = { "wins", "win", "takes it",
					    "takes this one" };

	if (wording_has_any(text, "point goes to|point to|points to|gets the "
				  "point|gets a point|takes the point|takes "
				  "this round|takes the round|earns a point|"
				  "is the winner|the clear winner|gets the "
				  "edge|has the edge|comes out ahead|comes out "
				  "on top|wins this round|this round goes to|"
				  "the round goes to"))
		return true;
	for (size_t k = 0; k < sizeof(NEAR) / sizeof(*NEAR); k++) {
		size_t at = wording_find(text, NEAR[k]), end = 0;
		struct mention m;

		if (at == text.len)
			continue;
		for (size_t from = 0;
		     (m = names_find(names, text, from)).len && m.at < at;
		     from = m.at + m.len)
			end = m.at + m.len;
		if (end && wording_count(str_slice(text, end, at - end)) <= 1)
			return true;
	}
	return false;
}

bool tally_text_told(const struct names *names, struct str text,
		     double points[NAMES_MOST])
{
	struct mention winner = names_find(names, text, 0);
	struct str rest = str_from_byte(text, winner.at + winner.len);

	if (names->count != 2 || !winner.len ||
	    !wording_has_any(rest, "wins|won|beats|beat|leads|ahead|victory"))
		return false;
	for (size_t at = 0; at < rest.len; at++) {
		double first, second;
		size_t end = at + number_at(rest, at, &first), between;

		if (end == at || (at && wording_in_word(rest, at - 1)))
			continue;
		between = str_starts(str_from_byte(rest, end), " to ")
				  ? strlen(" to ")
				  : separator_at(rest, end);
		if (!between || !number_at(rest, end + between, &second))
			continue;
		points[winner.option] = first;
		points[1 - winner.option] = second;
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
		    !wording_has_any(text, "score|tally|result|points|total|"
					   "standing|standings|so far"))
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
