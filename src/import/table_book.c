#include "import/table_book.h"

#include "base/file.h"
#include "base/wording.h"
#include "import/table_ods.h"
#include "import/table_xlsx.h"

static bool has_ending(const char *path, const char *endings);

bool workbook_is_known(const char *path)
{
	return has_ending(path, "csv|tsv|xlsx|xlsm|ods");
}

bool workbook_read(struct diags *diags, const char *path, struct workbook *book,
		   struct arena *arena)
{
	*book = (struct workbook){ .path = path, .arena = arena };
	if (has_ending(path, "xlsx|xlsm"))
		return workbook_read_xlsx(diags, book);
	return has_ending(path, "ods") ? workbook_read_ods(diags, book)
				       : workbook_read_csv(diags, book);
}

static bool has_ending(const char *path, const char *endings)
{
	struct str extension = path_extension(str_from(path));

	return extension.len && wording_is_any(extension, endings);
}
