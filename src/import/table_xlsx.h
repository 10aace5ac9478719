/*
 * XLSX, as in ECMA-376: the sheets that are shown, with what their cells
 * showed when the file was saved.
 */
#ifndef IMPORT_TABLE_XLSX_H
#define IMPORT_TABLE_XLSX_H

#include "import/table_grid.h"

/* Adds the grids of its sheets; false with diagnostics. */
bool workbook_read_xlsx(struct diags *diags, struct workbook *book);

#endif
