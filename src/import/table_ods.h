/*
 * ODS, as in OASIS OpenDocument: the sheets that are shown, with what their
 * cells showed when the file was saved.
 */
#ifndef IMPORT_TABLE_ODS_H
#define IMPORT_TABLE_ODS_H

#include "import/table_grid.h"

/* Adds the grids of its sheets; false with diagnostics. */
bool workbook_read_ods(struct diags *diags, struct workbook *book);

#endif
