/*
 * Takes down what the sheets of a workbook tell of options.
 *
 * The first sheet that is a table of a comparison is the one; others join it
 * where they speak of the same: as judges where they have the same header and
 * criteria, with weights, or with further columns of the same options.
 */
#ifndef IMPORT_TABLE_GATHER_H
#define IMPORT_TABLE_GATHER_H

#include "import/table_study.h"

/* False with diagnostics: no sheet is such a table, or it is too large. */
bool study_gather(struct diags *diags, struct workbook *book,
		  struct study *study, struct arena *arena);

#endif
