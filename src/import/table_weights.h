/*
 * Which columns and rows that are called weights are such: "Priority" may
 * number the criteria, and a group may have a weight beside those in it.
 */
#ifndef IMPORT_TABLE_WEIGHTS_H
#define IMPORT_TABLE_WEIGHTS_H

#include "import/table_shape.h"
#include "import/table_study.h"

/* Leaves one column of weights at most; what is in doubt is told. */
void weights_settle(struct study *study, const struct layout *l);

/* Whether a row that is called weights may have ranks, which is told. */
bool weights_are_ranks(struct study *study, const struct layout *l, size_t row);

#endif
