/*
 * A spreadsheet's file, read by its ending.
 *
 * Sources: table_csv.c, table_ods.c, table_xlsx.c.
 */
#ifndef IMPORT_TABLE_BOOK_H
#define IMPORT_TABLE_BOOK_H

#include "import/table_grid.h"

/* Whether the ending of that name is one of a spreadsheet. */
bool workbook_is_known(const char *path);

/* Reads .csv, .tsv, .xlsx, .xlsm or .ods; false with diagnostics. */
bool workbook_read(struct diags *diags, const char *path, struct workbook *book,
		   struct arena *arena);

/*
 * Each adds the grids of the sheets that are shown, with what their cells
 * showed when the file was saved; false with diagnostics.
 */
bool workbook_read_csv(struct diags *diags, struct workbook *book);
bool workbook_read_xlsx(struct diags *diags, struct workbook *book);
bool workbook_read_ods(struct diags *diags, struct workbook *book);

#endif
