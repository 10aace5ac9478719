/*
 * What Paragone wrote into a folder: the list it keeps there.
 *
 * A file that is not in the list is not ours and is never touched.  Size and
 * time tell whether a file is still as it was written, without reading it.
 * The times make the list the one file of a site that is not the same bytes
 * for the same content.  It is text, a line for each file between a first
 * and a last one that show it is whole:
 *
 *	paragone manifest 1
 *	inputs <hash, 32 digits> <nanoseconds since 1970> <count> <count> ...
 *	<hash, 32 digits> <size> <nanoseconds since 1970> <path>
 *	end
 *	kept ...
 *
 * The line of the inputs is there where they tell the whole site.  What may
 * follow the last line is its writer's own, for the next build (make/kept.h).
 */
#ifndef WRITE_MANIFEST_H
#define WRITE_MANIFEST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/site_folder.h"

/* What a part of a site says of itself (make/part.h): no file of the site. */
#define PART_NAME ".paragone-part"

#define MANIFEST_SIZE_MOST ((UINT64_C(1) << 40) - 1)

/* There may be a million: they are kept small. */
struct manifest_entry {
	struct str path; /* below the folder */
	/* The low half is of the bytes; so is the high one, or else it is of
	   all that they depend on. */
	struct hash hash;
	int64_t mtime; /* nanoseconds since 1970 */
	/* Of bytes, up to MANIFEST_SIZE_MOST; the others are not in the list. */
	uint64_t size : 40;
	uint64_t kept : 1;    /* the old file serves again */
	uint64_t origin : 23; /* where it comes from (write/origins.h) */
};

enum { MANIFEST_COUNTS = 4 };

/*
 * What the site was made of, so that it need not be made again of the same:
 * the hash is its writer's, at that time.  All 0: not known.
 */
struct manifest_inputs {
	struct hash hash;
	int64_t time;
	uint64_t counts[MANIFEST_COUNTS]; /* what its writer likes to know */
};

/* Entries by path: an open table of indices, and the entries in order. */
struct manifest {
	struct manifest_entry *entries;
	size_t count;
	uint32_t *slots; /* index + 1, or 0 */
	size_t slot_count;
	struct manifest_inputs inputs;
	struct str kept; /* begins with MANIFEST_KEPT, or is empty */
};

#define MANIFEST_KEPT "kept "

void manifest_init(struct manifest *manifest);
void manifest_release(struct manifest *manifest);

/* The entry of that path, or NULL. */
struct manifest_entry *manifest_find(const struct manifest *manifest,
				     struct str path);

/* Whether a path stays below the folder and fits on a line of the list. */
bool manifest_takes(struct str path);

/* Adds an entry, whose path must not be there yet. */
void manifest_add(struct manifest *manifest, struct manifest_entry entry);

/*
 * Reads the list of a folder.  False with a diagnostic when it is there but
 * cannot be understood; `*found` says whether it is there.
 */
bool manifest_read(struct diags *diags, const char *dir,
		   struct manifest *manifest, bool *found, struct arena *arena);

/*
 * The entries of a list's text, which they point into.  False with a
 * diagnostic when it is not whole; `at` is where it begins.
 */
bool manifest_parse(struct diags *diags, struct place at, struct str text,
		    struct manifest *manifest);

/* The list as text, sorted by path. */
void manifest_print(const struct manifest *manifest, struct buf *to);

/* The same, piece by piece, as it may be long; false when a `put` was. */
bool manifest_write(const struct manifest *manifest,
		    bool (*put)(void *context, struct str piece),
		    void *context);

#endif
