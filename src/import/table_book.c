#include "import/table_book.h"

#include "base/file.h"

bool workbook_is_known(const char *path)
{
	return path_ends(path, "csv|tsv|xlsx|xlsm|ods");
}

bool workbook_read(struct diags *diags, const char *path, struct workbook *book,
		   struct arena *arena)
{
	*book = (struct workbook){ .path = path, .arena = arena };
	if (path_ends(path, "xlsx|xlsm"))
		return workbook_read_xlsx(diags, book);
	return path_ends(path, "ods") ? workbook_read_ods(diags, book)
				      : workbook_read_csv(diags, book);
}
