/*
 * What `paragone new` writes where the author's own words belong.  `check`
 * finds what was left of it: no reader should meet it.
 */
#ifndef MODEL_PLACEHOLDER_H
#define MODEL_PLACEHOLDER_H

#include "base/str.h"

enum placeholder {
	PLACEHOLDER_TAGLINE,
	PLACEHOLDER_HOME,
	PLACEHOLDER_SUMMARY,
	PLACEHOLDER_INTRODUCTION,
	PLACEHOLDER_OPTION,
	PLACEHOLDER_CRITERION,
	PLACEHOLDER_SECTION,
	PLACEHOLDER_PROFILE,
	PLACEHOLDER_NOTE,
	PLACEHOLDER_SOURCE,
	PLACEHOLDER_PAGE,
};
enum { PLACEHOLDER_COUNT = PLACEHOLDER_PAGE + 1 };

/* The words: one line, safe in YAML, Markdown and a quoted field of a CSV. */
struct str placeholder_text(enum placeholder placeholder);

#endif
