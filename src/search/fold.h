/*
 * Words as a search compares them: without case, accents and such.
 *
 * themes/default/assets/search.js does just the same; a change here is one
 * there.  A text is taken apart into base letters and marks (NFKD of UAX #15)
 * and the marks go: accents, the points of Hebrew, the vowels and hamzas of
 * Arabic and Devanagari.  Letters become small ones, and those that only some
 * keyboards have become others: ß is ss, ø is o, ة is ه, ى is ي.
 *
 * A word is a run of letters and digits; `+` and `#` behind one belong to it
 * (C++, C#).  Scripts that put no spaces between words (Chinese, Japanese,
 * Thai, Lao, Khmer, Burmese) have one that begins at each of their characters
 * and goes on to the end of the run, so that a part of it is found.
 */
#ifndef SEARCH_FOLD_H
#define SEARCH_FOLD_H

#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

struct fold_words {
	struct str *items; /* in the order of the text */
	size_t count;
};

struct fold_words fold_words(struct str text, struct arena *arena);

#endif
