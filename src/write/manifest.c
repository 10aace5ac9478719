#include "write/manifest.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

static const char FIRST_LINE[] = "paragone manifest 1";

static size_t *slot_of(const struct manifest *manifest, struct str path);
static void grow(struct manifest *manifest);
static bool parse_line(struct str line, struct manifest_entry *entry);
static bool is_safe(struct str path);
static int compare_entries(const void *a, const void *b);

void manifest_init(struct manifest *manifest)
{
	*manifest = (struct manifest){ 0 };
}

void manifest_release(struct manifest *manifest)
{
	free(manifest->entries);
	free(manifest->slots);
	manifest_init(manifest);
}

struct manifest_entry *manifest_find(const struct manifest *manifest,
				     struct str path)
{
	size_t *slot;

	if (!manifest->slot_count)
		return NULL;
	slot = slot_of(manifest, path);
	return *slot ? &manifest->entries[*slot - 1] : NULL;
}

void manifest_add(struct manifest *manifest, struct manifest_entry entry)
{
	if (2 * manifest->count >= manifest->slot_count)
		grow(manifest);
	manifest->entries[manifest->count] = entry;
	*slot_of(manifest, entry.path) = ++manifest->count;
}

bool manifest_read(struct diags *diags, const char *dir,
		   struct manifest *manifest, bool *found, struct arena *arena)
{
	const char *path = path_join(dir, STR(MANIFEST_NAME), arena);
	struct place at = { .file = path, .line = 1, .column = 1 };
	struct str text, rest;

	manifest_init(manifest);
	*found = false;
	if (!file_read(path, &text, arena))
		return errno == ENOENT || errno == ENOTDIR
			       ? true
			       : diag_system(diags, path, "cannot be read");
	*found = true;
	rest = text;
	if (!str_is(str_cut(&rest, '\n'), FIRST_LINE)) {
		diag_error(diags, at, "this is no list of Paragone's files");
		diag_hint(diags, "build into another folder, or empty this one "
				 "yourself");
		return false;
	}
	while (rest.ptr && rest.len) {
		struct manifest_entry entry;

		at.line++;
		if (!parse_line(str_cut(&rest, '\n'), &entry) ||
		    manifest_find(manifest, entry.path)) {
			diag_error(diags, at, "the list is damaged here");
			diag_hint(diags, "build into another folder, or empty "
					 "this one yourself");
			return false;
		}
		manifest_add(manifest, entry);
	}
	return true;
}

void manifest_print(const struct manifest *manifest, struct buf *to)
{
	struct manifest_entry **sorted =
		memory_alloc((manifest->count + 1) * sizeof(*sorted));

	for (size_t i = 0; i < manifest->count; i++)
		sorted[i] = &manifest->entries[i];
	qsort(sorted, manifest->count, sizeof(*sorted), compare_entries);
	buf_printf(to, "%s\n", FIRST_LINE);
	for (size_t i = 0; i < manifest->count; i++)
		buf_printf(to,
			   "%016" PRIx64 "%016" PRIx64 " %" PRIu64 " %" PRId64
			   " %.*s\n",
			   sorted[i]->hash.high, sorted[i]->hash.low,
			   sorted[i]->size, sorted[i]->mtime,
			   STR_ARG(sorted[i]->path));
	free(sorted);
}

/* The slot that holds the path, or the free one where it belongs. */
static size_t *slot_of(const struct manifest *manifest, struct str path)
{
	size_t mask = manifest->slot_count - 1;
	size_t at = hash_of(path).low & mask;

	while (manifest->slots[at] &&
	       !str_equals(manifest->entries[manifest->slots[at] - 1].path,
			   path))
		at = (at + 1) & mask;
	return &manifest->slots[at];
}

static void grow(struct manifest *manifest)
{
	size_t slots = manifest->slot_count ? 2 * manifest->slot_count : 1024;

	free(manifest->slots);
	manifest->slots = memory_alloc(slots * sizeof(*manifest->slots));
	memset(manifest->slots, 0, slots * sizeof(*manifest->slots));
	manifest->slot_count = slots;
	manifest->entries = memory_grow(manifest->entries,
					slots / 2 * sizeof(*manifest->entries) +
						sizeof(*manifest->entries));
	for (size_t i = 0; i < manifest->count; i++)
		*slot_of(manifest, manifest->entries[i].path) = i + 1;
}

static bool parse_line(struct str line, struct manifest_entry *entry)
{
	int used = 0;
	char text[128];
	struct str head = str_slice(line, 0, sizeof(text) - 1);

	*entry = (struct manifest_entry){ 0 };
	memcpy(text, head.ptr, head.len);
	text[head.len] = '\0';
	if (sscanf(text,
		   "%16" SCNx64 "%16" SCNx64 " %" SCNu64 " %" SCNd64 " %n",
		   &entry->hash.high, &entry->hash.low, &entry->size,
		   &entry->mtime, &used) != 4 ||
	    !used)
		return false;
	entry->path = str_from_byte(line, (size_t)used);
	return is_safe(entry->path);
}

/* A list that was tampered with must not lead us out of the folder. */
static bool is_safe(struct str path)
{
	struct str rest = path;

	if (!path.len || path.ptr[0] == '/')
		return false;
	while (rest.ptr) {
		struct str part = str_cut(&rest, '/');

		if (!part.len || str_is(part, ".") || str_is(part, ".."))
			return false;
	}
	return true;
}

static int compare_entries(const void *a, const void *b)
{
	const struct manifest_entry *const *left = a, *const *right = b;

	return str_compare((*left)->path, (*right)->path);
}
