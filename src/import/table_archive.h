/*
 * The ZIP archive that a workbook is.
 *
 * It may come from anybody: its file, its count of entries and all that is
 * ever unpacked of it are bounded, nothing is written to a disk, and names
 * that lead out of it are refused though nothing would follow them.
 */
#ifndef IMPORT_TABLE_ARCHIVE_H
#define IMPORT_TABLE_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

enum {
	ARCHIVE_ENTRIES = 5000,
	ARCHIVE_UNPACKED = 32 * 1024 * 1024, /* of all that is read of it */
};

struct archive;

/* NULL with diagnostics; closed by archive_close(). */
struct archive *archive_open(struct diags *diags, const char *path,
			     struct arena *arena);
void archive_close(struct archive *archive);

bool archive_has(const struct archive *archive, const char *name);

/* An entry to be read in turn: one at a time; NULL with diagnostics. */
struct archive_entry *archive_entry_open(struct archive *archive,
					 const char *name);
void archive_entry_close(struct archive_entry *entry);

/* So many bytes, 0 at the end; below 0 with a diagnostic. */
int archive_entry_read(void *entry, char *buffer, int room);

struct diags *archive_diags(const struct archive *archive);
const char *archive_path(const struct archive *archive);

#endif
