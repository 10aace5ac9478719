/*
 * The ZIP archive that a workbook is.
 *
 * It may come from anybody: its file, its count of entries and all that is
 * ever unpacked of it are bounded, nothing is written to a disk, and names
 * that lead out of it are refused though nothing would follow them.
 */
#ifndef IMPORT_TABLE_ARCHIVE_H
#define IMPORT_TABLE_ARCHIVE_H

#include "base/buf.h"
#include "base/diag.h"

enum {
	ARCHIVE_ENTRIES = 5000,
	ARCHIVE_UNPACKED = 32 * 1024 * 1024, /* of all that is read of it */
};

struct archive {
	struct diags *diags;
	const char *path;
	struct zip *zip; /* NULL: it is not open */
	size_t unpacked;
};

/* False with diagnostics; closed by archive_close() in any case. */
bool archive_open(struct diags *diags, const char *path,
		  struct archive *archive, struct arena *arena);
void archive_close(struct archive *archive);

bool archive_has(const struct archive *archive, const char *name);

/* What an entry holds; false with diagnostics. */
bool archive_read(struct archive *archive, const char *name, struct buf *bytes);

#endif
