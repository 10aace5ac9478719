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

enum finding {
	/* of pages */
	FINDING_BROKEN_LINK,
	FINDING_DUPLICATE_ID,
	FINDING_MISSING_ALT,
	FINDING_HEADING_ORDER,
	FINDING_ORPHAN_PAGE,
	FINDING_TITLE_MISSING,
	FINDING_TITLE_TWICE,
	FINDING_DESCRIPTION_MISSING,
	FINDING_DESCRIPTION_TWICE,
	FINDING_IMAGE_SIZE,
	FINDING_FORBIDDEN,
	/* of comparisons */
	FINDING_NO_SECTION,
	FINDING_NO_SCORE,
	FINDING_NO_SOURCE,
	FINDING_NO_RUBRIC,
	FINDING_OLD_SCORE,
	FINDING_CLAIM,
	FINDING_FACT,
	FINDING_UNEVEN,
	FINDING_STALE_WORDS,
	FINDING_PAST_YEAR,
	FINDING_CONTRAST,
	FINDING_PLACEHOLDER,
	/* of files */
	FINDING_UNREAD,
	FINDING_UNSHOWN,
	FINDING_GLYPH,
};
enum { FINDING_COUNT = FINDING_GLYPH + 1 };

struct finding_kind {
	const char *name;
	bool is_error;
	const char *says; /* what it is, as a sentence */
};

const struct finding_kind *finding_kind(enum finding finding);

/* Whether there is a finding of that name. */
bool finding_is_known(struct str name);

#endif
