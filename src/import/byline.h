/*
 * Who wrote an article and when, as it says below its title: "By Jo Lee",
 * "Posted on May 4, 2023 by Jo Lee · 9 min read".
 */
#ifndef IMPORT_BYLINE_H
#define IMPORT_BYLINE_H

#include "import/article.h"

/* Takes what such a line says and the article does not; false: it is none. */
bool byline_read(struct article *article, struct str line);

#endif
