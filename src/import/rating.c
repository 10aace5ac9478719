#include "import/rating.h"

#include "import/phrases.h"
#include "import/wording.h"

enum { LABEL_WORDS = 4 };

static size_t read_at(struct str text, size_t at, struct rating *rating);
static size_t read_stars(struct str text, size_t at, struct rating *rating);
static size_t read_fraction(struct str text, size_t at, struct rating *rating);
static bool is_scale(double most);
static struct str trim_end(struct str text);
static bool is_label(struct str words);

bool rating_is(struct str text, bool bare, struct rating *rating)
{
	size_t len;

	while (str_starts(text, "*"))
		text = str_from_byte(text, 1);
	while (text.len && str_ends(text, "*"))
		text.len--;
	text = str_trim(text);
	len = read_at(text, 0, rating);
	if (len)
		return len == text.len;
	*rating = (struct rating){ 0 };
	return bare && text.len &&
	       wording_decimal(text, 0, &rating->value) == text.len;
}

bool rating_ends(struct str text, struct rating *rating, bool *alone)
{
	struct str whole = trim_end(text);

	for (size_t at = 0; at < whole.len; at++) {
		struct str before = str_slice(whole, 0, at);
		size_t len;

		if (at && wording_in_word(whole, at - 1) &&
		    (unsigned char)whole.ptr[at] < 0x80)
			continue;
		len = read_at(whole, at, rating);
		if (!len || at + len < whole.len)
			continue;
		before = str_trim(before);
		*alone = is_label(before);
		return !before.len || (unsigned char)whole.ptr[at] >= 0x80 ||
		       strchr(":(.!-", before.ptr[before.len - 1]) ||
		       wording_has_any(before, PHRASES_RATING_LABEL);
	}
	return false;
}

size_t rating_each(const struct names *names, struct str text,
		   struct rating given[NAMES_MOST])
{
	size_t count = 0;
	struct mention m = names_find(names, text, 0), next;

	for (size_t i = 0; i < names->count; i++)
		given[i] = (struct rating){ 0 };
	if (m.at > 2 && !is_label(str_slice(text, 0, m.at)))
		return 0;
	for (; m.len; m = next) {
		size_t from = m.at + m.len, len;
		struct rating rating;
		struct str words;

		next = names_find(names, text, from);
		words = str_slice(text, from, next.at - from);
		while (words.len && strchr(":-(,*= ", words.ptr[0]))
			words = str_from_byte(words, 1);
		if (str_starts(words, "–") || str_starts(words, "—"))
			words = str_from_byte(words, strlen("–"));
		words = trim_end(str_trim(words));
		len = read_at(words, 0, &rating);
		if (!len || len < words.len || given[m.option].most > 0)
			return 0;
		given[m.option] = rating;
		count++;
	}
	return count;
}

/* The length of a rating at a byte, or 0. */
static size_t read_at(struct str text, size_t at, struct rating *rating)
{
	size_t len = read_stars(text, at, rating);

	return len ? len : read_fraction(text, at, rating);
}

/*
 * Empty stars tell of how many; where there are none, of five, as nearly all
 * who give stars do.
 */
static size_t read_stars(struct str text, size_t at, struct rating *rating)
{
	static const struct {
		const char *sign;
		double value, most;
	} SIGNS[] = {
		{ "★", 1, 1 },
		{ "⭐", 1, 1 },
		{ "🌟", 1, 1 },
		{ "☆", 0, 1 },
		{ "½", 0.5, 1 },
		{ "⯪", 0.5, 1 },
		{ "\xEF\xB8\x8F", 0, 0 },
	};
	size_t from = at;
	bool more = true, shown = false;

	*rating = (struct rating){ 0 };
	while (more) {
		more = false;
		for (size_t k = 0; k < sizeof(SIGNS) / sizeof(*SIGNS); k++) {
			const char *sign = SIGNS[k].sign;

			if (!str_starts(str_from_byte(text, at), sign) ||
			    (at == from && !(SIGNS[k].most > 0)))
				continue;
			rating->value += SIGNS[k].value;
			rating->most += SIGNS[k].most;
			shown |= !(SIGNS[k].value > 0) && SIGNS[k].most > 0;
			at += strlen(sign);
			more = true;
		}
	}
	if (rating->most > 0 && !shown && rating->most <= 5)
		rating->most = 5;
	return rating->most > 1 && rating->most <= 10 ? at - from : 0;
}

static size_t read_fraction(struct str text, size_t at, struct rating *rating)
{
	size_t len = wording_decimal(text, at, &rating->value), sign, digits;
	struct str rest = str_from_byte(text, at + len);

	if (!len)
		return 0;
	sign = wording_starts_any(rest, PHRASES_OUT_OF);
	if (!sign) {
		/* "4 stars" are of five. */
		sign = wording_starts_any(rest, " stars| ★| ⭐|★");
		rating->most = 5;
		return sign && rating->value <= 5 ? len + sign : 0;
	}
	digits = wording_decimal(rest, sign, &rating->most);
	if (!digits || !is_scale(rating->most) || rating->value > rating->most)
		return 0;
	len += sign + digits;
	rest = str_from_byte(text, at + len);
	sign = wording_starts_any(rest, PHRASES_RATING_UNIT);
	return sign						   ? len + sign
	       : wording_in_word(rest, 0) || str_starts(rest, "/") ? 0
								   : len;
}

/* "24/7" and "1/2" are something else: what reviews rate out of is few. */
static bool is_scale(double most)
{
	static const double SCALES[] = { 3, 4, 5, 6, 10, 20, 100 };

	for (size_t k = 0; k < sizeof(SCALES) / sizeof(*SCALES); k++)
		if (!(most < SCALES[k]) && !(most > SCALES[k]))
			return true;
	return false;
}

static struct str trim_end(struct str text)
{
	text = str_trim(text);
	while (text.len && strchr(").,;! *]", text.ptr[text.len - 1]))
		text.len--;
	return text;
}

/* "Our rating:", or nothing. */
static bool is_label(struct str words)
{
	while (words.len && strchr(":(- ", words.ptr[words.len - 1]))
		words.len--;
	return !words.len || (wording_count(words) <= LABEL_WORDS &&
			      str_find(words, '.') == words.len &&
			      wording_has_any(words, PHRASES_RATING_LABEL));
}
