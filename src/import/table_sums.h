/*
 * What a sheet adds up itself: nobody adds measures of which one is better the
 * more there is of it, and another the less.  So sums that hold tell that the
 * numbers are scores.
 */
#ifndef IMPORT_TABLE_SUMS_H
#define IMPORT_TABLE_SUMS_H

#include "import/table_study.h"

/* Notes a sum, or an average, that the sheet has of an option. */
void sums_add(struct study *study, size_t option, const struct cell *cell);

/*
 * Where they are sums of numbers up to ten: a matrix of scores, if more is
 * better of one; else no direction is guessed of a name alone.
 */
void sums_weigh(struct study *study);

#endif
