/*
 * What the text of a cell means: a number with its unit, an answer, a day, or
 * nothing.
 *
 * "1.299" is 1299 in one half of the world and 1.299 in the other, so a grid
 * is looked at whole before any of its cells is read: one "8,5" in it tells
 * which half it comes from.
 */
#ifndef IMPORT_TABLE_VALUE_H
#define IMPORT_TABLE_VALUE_H

#include "import/table_grid.h"

/*
 * Gives every cell its kind.  What stands for nothing ("n/a", "-") and what
 * the sheet could not compute ("#N/A") becomes empty, with a remark, and so
 * has a number that may be meant otherwise.
 */
void table_values_read(struct workbook *book, struct grid *grid);

/* One text, where `decimal` is the mark before decimals: '.' or ','. */
void table_value_read(struct cell *cell, char decimal, struct arena *arena);

/* A number as a table of a comparison has it. */
struct str table_number_text(double number, struct arena *arena);

#endif
