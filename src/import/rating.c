#include "import/rating.h"

#include "base/wording.h"
#include "import/phrases.h"
#include "import/sentence.h"
#include "import/table_rating.h"

enum { LABEL_WORDS = 4 };

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
