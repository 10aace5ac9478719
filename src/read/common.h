/*
 * The judges in common: with `judges: common` a criterion counts those only
 * who scored every option there, as two options that have other judges are
 * held against other measures.
 */
#ifndef READ_COMMON_H
#define READ_COMMON_H

#include "model/comparison.h"

/*
 * Marks what other judges gave on that criterion as left out, unless all
 * judges count; nobody's scores count where no judge scored every option.
 */
void common_mark(struct comparison *c, size_t criterion);

#endif
