#include "import/rating.h"

#include <string.h>

#include "base/wording.h"
#include "import/phrases.h"
#include "import/sentence.h"

enum { LABEL_WORDS = 4, STARS = 5, STARS_MOST = 10 };

static const char FULL[] = "★|⭐|⭐️|🌟";
static const char HALF[] = "½|⯪";
static const char OPEN[] = "☆";
static const char OUT_OF[] =
	"/| / | out of | of | stars of |-out-of-| von | sur ";
static const char UNIT[] = "| stars| points| sterne| punkte";

static const char LINKS[] = ",;|/()*!. ";

static bool read_stars(struct str text, double *value, double *most);
static bool read_fraction(struct str text, double *value, double *most);
static struct str unlinked(struct str text);

bool rating_read(struct str text, double *value, double *most)
{
	return read_stars(text, value, most) ||
	       read_fraction(text, value, most);
}

/*
 * Open stars tell of how many; where there are none, of five, as nearly all
 * who give stars do.
 */
static bool read_stars(struct str text, double *value, double *most)
{
	size_t count = 0;
	bool shown = false;

	*value = 0;
	for (; text.len; count++) {
		size_t full = wording_starts_any(text, FULL);
		size_t half = wording_starts_any(text, HALF);
		size_t open = wording_starts_any(text, OPEN);

		if (!full && !half && !open)
			return false;
		*value += full ? 1 : half ? 0.5 : 0;
		shown |= open > 0;
		text = str_from_byte(text, full + half + open);
	}
	*most = shown ? (double)count : count <= STARS ? STARS : STARS_MOST;
	return *value > 0 && *most > 1 && count <= STARS_MOST;
}

/* "4 stars" are of five. */
static bool read_fraction(struct str text, double *value, double *most)
{
	size_t len = sentence_decimal(text, 0, value), digits;
	struct str rest = str_from_byte(text, len);

	*most = STARS;
	if (len && wording_is_any(rest, " stars| ★| ⭐|★| sterne"))
		return *value <= STARS;
	rest = str_from_byte(rest, wording_starts_any(rest, OUT_OF));
	digits = sentence_decimal(rest, 0, most);
	/* "24/7" is something else: what reviews rate out of is few. */
	if (!wording_is_any(str_slice(rest, 0, digits), "3|4|5|6|10|20|100"))
		return false;
	rest = str_from_byte(rest, digits);
	return len && len + digits < text.len && *value <= *most &&
	       wording_is_any(rest, UNIT);
}

bool rating_is(struct str text, bool bare, struct rating *rating)
{
	text = str_trim(text);
	while (str_starts(text, "*"))
		text = str_from_byte(text, 1);
	text = str_trim(str_without(text, "* "));
	if (rating_read(text, &rating->value, &rating->most))
		return true;
	*rating = (struct rating){ 0 };
	return bare && text.len &&
	       sentence_decimal(text, 0, &rating->value) == text.len;
}

size_t rating_list(const struct names *names, struct str text,
		   struct rating ratings[NAMES_MOST])
{
	size_t count = 0;
	struct mention m, next;

	memset(ratings, 0, NAMES_MOST * sizeof(*ratings));
	while (str_starts(text, "*"))
		text = str_from_byte(text, 1);
	m = names_front(names, text);
	for (; m.len; m = next) {
		struct rating *rating = &ratings[m.option];
		struct str rest = str_from_byte(text, m.at + m.len);

		next = names_find(names, text, m.at + m.len);
		if (next.len)
			rest.len = next.at - m.at - m.len;
		if (rating->most > 0 ||
		    !rating_is(unlinked(rest), false, rating))
			return 0;
		count++;
	}
	return count;
}

bool rating_beside(const struct names *names, struct str text)
{
	struct mention m;
	struct rating rating;

	for (size_t at = 0; (m = names_find(names, text, at)).len;
	     at = m.at + m.len) {
		struct str rest = unlinked(str_from_byte(text, m.at + m.len));

		rest.len = str_find(rest, ' ');
		if (rating_is(str_without(rest, LINKS), false, &rating))
			return true;
	}
	return false;
}

/* Without what links a name to its rating, and that to the next name. */
static struct str unlinked(struct str text)
{
	size_t len;

	do {
		len = text.len;
		text = str_trim(str_without(text, LINKS));
		text = str_trim(str_from_byte(
			text, wording_starts_any(text, PHRASES_RATED_BY)));
		text.len -= wording_ends_any(text, PHRASES_RATED_NEXT);
	} while (text.len < len);
	return text;
}

bool rating_ends(const struct names *names, struct str text,
		 struct rating *rating, bool *alone)
{
	struct str last = text, rest = text, label = { "", 0 };
	size_t colon;

	while (rest.len)
		last = sentence_cut(&rest);
	*alone = last.len == text.len;
	last = str_without(last, ".! ");
	for (; (colon = str_find(last, ':')) < last.len;
	     last = str_from_byte(last, colon + 1))
		label = str_slice(last, 0, colon);
	/* "**Oak:** 8/10" */
	while (str_starts(label, "*"))
		label = str_from_byte(label, 1);
	return rating_is(last, false, rating) &&
	       (!label.len || names_exact(names, label) < names->count ||
		(wording_count(label) <= LABEL_WORDS &&
		 wording_has_any(label, PHRASES_RATING_LABEL)));
}
