/*
 * The day that an article's byline gives: "By Jo Lee, 4 May 2026".
 */
#ifndef IMPORT_BYLINE_H
#define IMPORT_BYLINE_H

#include "import/article.h"

/*
 * Notes it where the page or the front matter says none.  "04/05/2026" is
 * none, for nobody knows which number is the month's, nor are two of them.
 */
void byline_read(struct article *article);

/* The day of such a text, or empty. */
struct str byline_day(struct str text, struct arena *arena);

/* Whether a text of its own says no more than who wrote it, and when. */
bool byline_is(const struct article *article, const struct block *block);

#endif
