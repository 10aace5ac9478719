/*
 * Who leads the comparison that a spreadsheet becomes, as Paragone will reckon
 * it: so that what the sheet says of it itself can be held against that.
 */
#ifndef IMPORT_TABLE_LEADER_H
#define IMPORT_TABLE_LEADER_H

#include "import/table_study.h"

/* The total of each option, 0 to 1, when all is decided; or NAN. */
double *leader_totals(const struct study *study);

/* By attribute and then by option: the mean of what judges say; or NAN. */
double *leader_means(const struct study *study);

#endif
