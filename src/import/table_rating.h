/*
 * Of how much something is, as a cell or a sentence has it: "4.5/5",
 * "8 out of 10", "7 von 10", "★★★★☆".
 */
#ifndef IMPORT_TABLE_RATING_H
#define IMPORT_TABLE_RATING_H

#include <stdbool.h>

#include "base/str.h"

/* Whether all of the text is that: `*value` out of `*most`. */
bool table_rating_read(struct str text, double *value, double *most);

#endif
