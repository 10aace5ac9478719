#include "import/table_archive.h"

#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include "base/file.h"
#include "read/text.h"

struct archive {
	struct diags *diags;
	const char *path;
	zip_t *zip;
	size_t unpacked;
};

struct archive_entry {
	struct archive *archive;
	const char *name;
	zip_file_t *file;
};

static bool open_zip(struct archive *archive, struct str bytes);
static bool check_entries(struct archive *archive);
static bool leads_out(const char *name);

struct archive *archive_open(struct diags *diags, const char *path,
			     struct arena *arena)
{
	struct archive *archive = memory_alloc(sizeof(*archive));
	struct str bytes;

	*archive = (struct archive){ .diags = diags, .path = path };
	if (!file_read(path, &bytes, arena)) {
		diag_unread(diags, path);
	} else if (bytes.len > TABLE_LIMIT) {
		diag_error(diags, (struct place){ .file = path },
			   "the file has %zu bytes; at most %d are read",
			   bytes.len, TABLE_LIMIT);
	} else if (open_zip(archive, bytes) && check_entries(archive)) {
		return archive;
	}
	archive_close(archive);
	return NULL;
}

void archive_close(struct archive *archive)
{
	if (archive->zip)
		zip_discard(archive->zip);
	free(archive);
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

static bool check_entries(struct archive *archive)
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

struct archive_entry *archive_entry_open(struct archive *archive,
					 const char *name)
{
	zip_file_t *file = zip_fopen(archive->zip, name, 0);
	struct archive_entry *entry;

	if (!file) {
		diag_error(archive->diags,
			   (struct place){ .file = archive->path },
			   "the workbook's part \"%s\" cannot be read: %s",
			   name, zip_strerror(archive->zip));
		return NULL;
	}
	entry = memory_alloc(sizeof(*entry));
	*entry = (struct archive_entry){ archive, name, file };
	return entry;
}

void archive_entry_close(struct archive_entry *entry)
{
	zip_fclose(entry->file);
	free(entry);
}

int archive_entry_read(void *context, char *buffer, int room)
{
	struct archive_entry *entry = context;
	struct archive *archive = entry->archive;
	struct place at = { .file = archive->path };
	zip_int64_t count = zip_fread(entry->file, buffer, (zip_uint64_t)room);

	if (count < 0) {
		diag_error(archive->diags, at,
			   "the workbook's part \"%s\" is damaged",
			   entry->name);
		return -1;
	}
	archive->unpacked += (size_t)count;
	if (archive->unpacked <= ARCHIVE_UNPACKED)
		return (int)count;
	diag_error(archive->diags, at,
		   "the workbook unpacks to more than %d bytes",
		   ARCHIVE_UNPACKED);
	diag_hint(archive->diags, "import a part of it, or save it as CSV");
	return -1;
}

struct diags *archive_diags(const struct archive *archive)
{
	return archive->diags;
}

const char *archive_path(const struct archive *archive)
{
	return archive->path;
}
