#include "import/table_grid.h"

#include "import/wording.h"
#include "read/csv.h"
#include "read/text.h"

bool workbook_read_csv(struct diags *diags, struct workbook *book)
{
	struct grid *grid;
	struct csv csv;
	struct str text;

	if (!text_read(diags, book->path, TABLE_LIMIT, &text, book->arena) ||
	    !csv_parse(diags, book->path, text, &csv, book->arena, book->arena))
		return false;
	grid = arena_push(book->arena, book->grids, book->grid_count);
	grid->delimiter = csv.delimiter;
	if (!csv.count)
		return true;
	if (!grid_make(diags, book, grid, csv.count, csv.records[0].count))
		return false;
	for (size_t i = 0; i < csv.count; i++) {
		const struct record *record = &csv.records[i];

		grid->lines[i] = record->at.line;
		for (size_t k = 0; k < record->count; k++)
			grid_cell(grid, i, k)->text = wording_squeeze(
				record->fields[k].text, book->arena);
	}
	return true;
}
