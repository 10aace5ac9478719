/*
 * A spreadsheet's file, read by its ending.
 */
#ifndef IMPORT_TABLE_BOOK_H
#define IMPORT_TABLE_BOOK_H

#include "import/table_grid.h"

/* Whether the ending of that name is one of a spreadsheet. */
bool workbook_is_known(const char *path);

/* Reads .csv, .tsv, .xlsx, .xlsm or .ods; false with diagnostics. */
bool workbook_read(struct diags *diags, const char *path, struct workbook *book,
		   struct arena *arena);

#endif
