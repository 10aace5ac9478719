/*
 * What the format of a cell in a workbook makes of its number: a day, a
 * percentage, an amount of money.
 */
#ifndef IMPORT_TABLE_FORMAT_H
#define IMPORT_TABLE_FORMAT_H

#include "import/table_grid.h"

enum format_kind { FORMAT_PLAIN, FORMAT_DAY, FORMAT_TIME, FORMAT_PERCENT };

struct format {
	enum format_kind kind;
	struct str unit; /* of money; or empty */
};

/* Of a number format's code, or of one that is built in. */
struct format format_of_code(struct str code, struct arena *arena);
struct format format_built_in(unsigned id);

/* Makes the cell hold that number; days count from 1904 on or from 1900. */
void format_number(struct cell *cell, const struct format *format,
		   double number, bool from_1904, struct arena *arena);

#endif
