#include "import/rating.h"

#include <string.h>

#include "base/wording.h"
#include "import/phrases.h"
#include "import/sentence.h"
#include "import/table_rating.h"

enum { LABEL_WORDS = 4 };

static const char LINKS[] = ",;|/()*!. ";

static struct str unlinked(struct str text);

bool rating_is(struct str text, bool bare, struct rating *rating)
{
	text = str_trim(text);
	while (str_starts(text, "*"))
		text = str_from_byte(text, 1);
	text = str_trim(str_without(text, "* "));
	if (table_rating_read(text, &rating->value, &rating->most))
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
