/*
 * The comparison that a spreadsheet becomes, as judge takes it: so that who
 * leads, and what empty cells take away, are reckoned as they will be.
 */
#ifndef IMPORT_TABLE_JUDGED_H
#define IMPORT_TABLE_JUDGED_H

#include "import/table_study.h"
#include "model/comparison.h"

/*
 * A criterion for each attribute, when all is decided.  Facts weigh nothing
 * and have no scores, but that sums keep their numbers.
 */
struct comparison *study_comparison(const struct study *study);

#endif
