#include "import/table_archive.h"

#include <zip.h>

#include "base/file.h"
#include "read/text.h"

static bool open_zip(struct archive *archive, struct str bytes);
static bool check_entries(const struct archive *archive);
static bool leads_out(const char *name);
static bool unpack(struct archive *archive, zip_file_t *file, const char *name,
		   struct buf *bytes);

bool archive_open(struct diags *diags, const char *path,
		  struct archive *archive, struct arena *arena)
{
	struct str bytes;

	*archive = (struct archive){ .diags = diags, .path = path };
	if (!file_read(path, &bytes, arena)) {
		diag_unread(diags, path);
		return false;
	}
	if (bytes.len > TABLE_LIMIT)
		return diag_error(diags, (struct place){ .file = path },
				  "the file has %zu bytes; at most %d are read",
				  bytes.len, TABLE_LIMIT);
	return open_zip(archive, bytes) && check_entries(archive);
}

void archive_close(struct archive *archive)
{
	if (archive->zip)
		zip_discard(archive->zip);
}

static bool open_zip(struct archive *archive, struct str bytes)
{
	zip_error_t error;
	zip_source_t *source;

	zip_error_init(&error);
	source = zip_source_buffer_create(bytes.ptr, bytes.len, 0, &error);
	if (source)
		archive->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
	if (source && !archive->zip)
		zip_source_free(source);
	zip_error_fini(&error);
	if (archive->zip)
		return true;
	diag_error(archive->diags, (struct place){ .file = archive->path },
		   "this is no workbook, or a damaged one");
	diag_hint(archive->diags,
		  "save it anew as .xlsx, .ods or CSV UTF-8, without a "
		  "password");
	return false;
}

static bool check_entries(const struct archive *archive)
{
	struct place at = { .file = archive->path };
	zip_int64_t count = zip_get_num_entries(archive->zip, 0);

	if (count > ARCHIVE_ENTRIES)
		return diag_error(archive->diags, at,
				  "the workbook holds more than %d files",
				  ARCHIVE_ENTRIES);
	for (zip_int64_t i = 0; i < count; i++) {
		const char *name =
			zip_get_name(archive->zip, (zip_uint64_t)i, 0);

		if (name && leads_out(name))
			return diag_error(archive->diags, at,
					  "the workbook holds a file \"%s\", "
					  "whose name leads out of it",
					  name);
	}
	return true;
}

static bool leads_out(const char *name)
{
	struct str rest = str_from(name);

	if (*name == '/' || strchr(name, '\\'))
		return true;
	while (rest.ptr)
		if (str_is(str_cut(&rest, '/'), ".."))
			return true;
	return false;
}

bool archive_has(const struct archive *archive, const char *name)
{
	return zip_name_locate(archive->zip, name, 0) >= 0;
}

bool archive_read(struct archive *archive, const char *name, struct buf *bytes)
{
	zip_file_t *file = zip_fopen(archive->zip, name, 0);
	bool ok;

	if (!file)
		return diag_error(archive->diags,
				  (struct place){ .file = archive->path },
				  "the workbook's part \"%s\" cannot be read: "
				  "%s",
				  name, zip_strerror(archive->zip));
	ok = unpack(archive, file, name, bytes);
	zip_fclose(file);
	return ok;
}

static bool unpack(struct archive *archive, zip_file_t *file, const char *name,
		   struct buf *bytes)
{
	struct place at = { .file = archive->path };
	char some[65536];
	zip_int64_t count;

	while ((count = zip_fread(file, some, sizeof(some))) > 0) {
		archive->unpacked += (size_t)count;
		if (archive->unpacked > ARCHIVE_UNPACKED) {
			diag_error(archive->diags, at,
				   "the workbook unpacks to more than %d bytes",
				   ARCHIVE_UNPACKED);
			diag_hint(archive->diags,
				  "import a part of it, or save it as CSV");
			return false;
		}
		buf_raw(bytes, (struct str){ some, (size_t)count });
	}
	return count == 0 ||
	       diag_error(archive->diags, at,
			  "the workbook's part \"%s\" is damaged", name);
}
