/*
 * What a sheet computes itself: rows and columns that are for each option the
 * sum, the mean, the weighted sum or the like of those before them.
 *
 * They are found by their numbers; where these may be so by chance, a word of
 * their name must say it, too.  Nobody adds measures of which one is better the
 * more there is of it, and another the less: so sums that hold tell that the
 * numbers are scores.
 */
#ifndef IMPORT_TABLE_SUMS_H
#define IMPORT_TABLE_SUMS_H

#include "import/table_study.h"
#include "model/comparison.h"

/* Marks them, told where it is no more than likely. */
void sums_find(struct study *study);

/*
 * Where they are sums of numbers up to ten: a matrix of scores, if more is
 * better of one; else no direction is guessed of a name alone.
 */
void sums_weigh(struct study *study);

/*
 * When all is decided: tells who leads by the sheet, where none of its totals
 * has the same first as the comparison, and leaves rows of sums out.
 */
void sums_check(struct study *study, const struct comparison *c);

#endif
