#include "import/table_rating.h"

#include "base/wording.h"
#include "import/sentence.h"

enum { STARS = 5, STARS_MOST = 10 };

static const char FULL[] = "★|⭐|⭐️|🌟";
static const char HALF[] = "½|⯪";
static const char OPEN[] = "☆";
static const char OUT_OF[] =
	"/| / | out of | of | stars of |-out-of-| von | sur ";
static const char UNIT[] = "| stars| points| sterne| punkte";

static bool read_stars(struct str text, double *value, double *most);
static bool read_fraction(struct str text, double *value, double *most);

bool table_rating_read(struct str text, double *value, double *most)
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
