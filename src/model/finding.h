/*
 * What `check` can find: each finding has a name, by which an author can
 * switch it off for a site (`check: off: [name]` in site.yaml) or for a line
 * (`<!-- check: off name -->`), and a severity.  An error is wrong for sure;
 * a warning wants to be looked at.
 */
#ifndef MODEL_FINDING_H
#define MODEL_FINDING_H

#include <stdbool.h>

#include "base/str.h"

/* clang-format off */
#define FINDING_LIST(finding) \
	/* of pages */ \
	finding(BROKEN_LINK, "broken-link", true, \
		"A link, anchor or image leads nowhere.") \
	finding(DUPLICATE_ID, "duplicate-id", true, \
		"An id is on one page more than once.") \
	finding(MISSING_ALT, "missing-alt", false, \
		"An image has no words in its place.") \
	finding(HEADING_ORDER, "heading-order", false, \
		"A level of headings is left out.") \
	finding(ORPHAN_PAGE, "orphan-page", false, \
		"No page links to this one.") \
	finding(TITLE_MISSING, "title-missing", false, \
		"A page has no title.") \
	finding(TITLE_TWICE, "title-twice", false, \
		"Two pages have one title.") \
	finding(DESCRIPTION_MISSING, "description-missing", false, \
		"A page has no description.") \
	finding(DESCRIPTION_TWICE, "description-twice", false, \
		"Two pages have one description.") \
	finding(IMAGE_SIZE, "image-size", false, \
		"An image is larger than a page can use.") \
	finding(FORBIDDEN, "forbidden", false, \
		"The policy of a page forbids its image.") \
	/* of comparisons */ \
	finding(NO_SECTION, "no-section", false, \
		"A criterion says nothing of an option.") \
	finding(NO_SCORE, "no-score", false, \
		"An option has no score on a criterion.") \
	finding(NO_SOURCE, "no-source", false, \
		"The scores of a criterion cite no source.") \
	finding(NO_RUBRIC, "no-rubric", false, \
		"A criterion does not say what scores mean.") \
	finding(OLD_SCORE, "old-score", false, \
		"A score is older than max_age.") \
	finding(CLAIM, "claim", true, \
		"The prose contradicts the scores.") \
	finding(FACT, "fact", false, \
		"The prose contradicts one of the facts.") \
	finding(UNEVEN, "uneven", false, \
		"The options are treated unevenly.") \
	finding(STALE_WORDS, "stale-words", false, \
		"Words that the next reader misreads.") \
	finding(PAST_YEAR, "past-year", false, \
		"A year gone by is written as the present.") \
	finding(CONTRAST, "contrast", false, \
		"A colour is too close to its ground.") \
	finding(PLACEHOLDER, "placeholder", true, \
		"The text of a scaffold was left as it is.") \
	/* of files */ \
	finding(UNREAD, "unread", false, \
		"A file of the content is of no use.") \
	finding(UNUSED_PARAM, "unused-param", false, \
		"No template asks for a value of params.") \
	finding(UNSHOWN, "unshown", false, \
		"A code sample is on no page.") \
	finding(GLYPH, "glyph", false, \
		"No font has a character of a picture.")
/* clang-format on */

#define FINDING_ENUMERATOR(name, text, is_error, says) FINDING_##name,
enum finding { FINDING_LIST(FINDING_ENUMERATOR) FINDING_COUNT };
#undef FINDING_ENUMERATOR

struct finding_kind {
	const char *name;
	bool is_error;
	const char *says; /* what it is, as a sentence */
};

const struct finding_kind *finding_kind(enum finding finding);

/* Whether there is a finding of that name. */
bool finding_is_known(struct str name);

#endif
