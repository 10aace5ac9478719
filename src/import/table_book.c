#include "import/table_book.h"

#include "base/file.h"
#include "import/wording.h"

static bool has_ending(const char *path, const char *endings);

bool workbook_is_known(const char *path)
{
	return has_ending(path, "csv|tsv");
}

bool workbook_read(struct diags *diags, const char *path, struct workbook *book,
		   struct arena *arena)
{
	*book = (struct workbook){ .path = path, .arena = arena };
	return workbook_read_csv(diags, book);
}

static bool has_ending(const char *path, const char *endings)
{
	struct str extension = path_extension(str_from(path));

	return extension.len && wording_is_any(extension, endings);
}
