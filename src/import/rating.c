#include "import/rating.h"

#include "import/phrases.h"
#include "import/wording.h"

enum { LABEL_WORDS = 4 };

static bool read_stars(struct str text, struct rating *rating);
static bool read_fraction(struct str text, struct rating *rating);

bool rating_is(struct str text, bool bare, struct rating *rating)
{
	text = str_trim(text);
	while (str_starts(text, "*"))
		text = str_from_byte(text, 1);
	text = str_without(text, "* ");
	if (read_stars(text, rating) || read_fraction(text, rating))
		return true;
	*rating = (struct rating){ 0 };
	return bare && text.len &&
	       wording_decimal(text, 0, &rating->value) == text.len;
}

bool rating_ends(const struct names *names, struct str text,
		 struct rating *rating, bool *alone)
{
	struct str last = text, rest = text, label = { "", 0 };
	size_t colon;

	while (rest.len)
		last = wording_sentence(&rest);
	*alone = last.len == text.len;
	last = str_without(last, ".! ");
	for (; (colon = str_find(last, ':')) < last.len;
	     last = str_from_byte(last, colon + 1))
		label = str_slice(last, 0, colon);
	return rating_is(last, false, rating) &&
	       (!label.len || names_exact(names, label) < names->count ||
		(wording_count(label) <= LABEL_WORDS &&
		 wording_has_any(label, PHRASES_RATING_LABEL)));
}

/*
 * Empty stars tell of how many; where there are none, of five, as nearly all
 * who give stars do.
 */
static bool read_stars(struct str text, struct rating *rating)
{
	bool shown = false;

	*rating = (struct rating){ 0 };
	while (text.len) {
		size_t full = wording_starts_any(text, PHRASES_STAR);
		size_t half = wording_starts_any(text, PHRASES_HALF_STAR);
		size_t none = wording_starts_any(text, PHRASES_NO_STAR);

		if (!full && !half && !none)
			return false;
		rating->value += full ? 1 : half ? 0.5 : 0;
		rating->most++;
		shown |= none > 0;
		text = str_from_byte(text, full + half + none);
	}
	if (!shown && rating->most <= 5)
		rating->most = 5;
	return rating->value > 0 && rating->most > 1 && rating->most <= 10;
}

/* "4 stars" are of five. */
static bool read_fraction(struct str text, struct rating *rating)
{
	size_t len = wording_decimal(text, 0, &rating->value), digits;
	struct str rest = str_from_byte(text, len);

	rating->most = 5;
	if (len && wording_is_any(rest, PHRASES_STARS))
		return rating->value <= 5;
	rest = str_from_byte(rest, wording_starts_any(rest, PHRASES_OUT_OF));
	digits = wording_decimal(rest, 0, &rating->most);
	/* "24/7" is something else: what reviews rate out of is few. */
	if (!wording_is_any(str_slice(rest, 0, digits), PHRASES_SCALES))
		return false;
	rest = str_from_byte(rest, digits);
	return len && len + digits < text.len &&
	       rating->value <= rating->most &&
	       (!rest.len || wording_is_any(rest, PHRASES_RATING_UNIT));
}
