#include "write/manifest.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

static const char FIRST_LINE[] = "paragone manifest 1";
static const char LAST_LINE[] = "end";
enum { PIECE = 65536 };
static const char INPUTS[] = "inputs ";

static uint32_t *slot_of(const struct manifest *manifest, struct str path);
static void grow(struct manifest *manifest);
static bool put_piece(void *to, struct str piece);
static void print_entry(const struct manifest_entry *entry, struct buf *to);
static bool parse_inputs(struct str line, struct manifest_inputs *inputs);
static void print_inputs(const struct manifest_inputs *inputs, struct buf *to);
static bool parse_line(struct str line, struct manifest_entry *entry);
static bool parse_digits(struct str digits, uint64_t *number);
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
	uint32_t *slot;

	if (!manifest->slot_count)
		return NULL;
	slot = slot_of(manifest, path);
	return *slot ? &manifest->entries[*slot - 1] : NULL;
}

/* A list that was tampered with must not lead us out of the folder. */
bool manifest_takes(struct str path)
{
	struct str rest = path;

	if (str_find(path, '\n') < path.len ||
	    str_find(path, '\0') < path.len || str_is(path, MANIFEST_NAME))
		return false;
	do {
		struct str part = str_cut(&rest, '/');

		if (!part.len || str_is(part, ".") || str_is(part, ".."))
			return false;
	} while (rest.ptr);
	return true;
}

void manifest_add(struct manifest *manifest, struct manifest_entry entry)
{
	if (2 * manifest->count >= manifest->slot_count)
		grow(manifest);
	manifest->entries[manifest->count] = entry;
	*slot_of(manifest, entry.path) = (uint32_t)++manifest->count;
}

bool manifest_read(struct diags *diags, const char *dir,
		   struct manifest *manifest, bool *found, struct arena *arena)
{
	const char *path = path_join(dir, STR(MANIFEST_NAME), arena);
	struct place at = { .file = path, .line = 1, .column = 1 };
	struct str text;

	manifest_init(manifest);
	*found = false;
	if (!file_read(path, &text, arena))
		return errno == ENOENT || errno == ENOTDIR
			       ? true
			       : diag_system(diags, path, "cannot be read");
	*found = true;
	if (manifest_parse(diags, at, text, manifest))
		return true;
	diag_hint(diags, "build into another folder, or empty this one "
			 "yourself");
	return false;
}

bool manifest_parse(struct diags *diags, struct place at, struct str text,
		    struct manifest *manifest)
{
	struct str rest = text, line = str_cut(&rest, '\n');
	const unsigned first = at.line;

	if (!str_is(line, FIRST_LINE))
		return diag_error(diags, at,
				  "this is no list of files that this version "
				  "of Paragone knows: expected \"%s\"",
				  FIRST_LINE);
	for (;;) {
		struct manifest_entry entry;

		at.line++;
		line = rest.ptr ? str_cut(&rest, '\n') : rest;
		if (str_is(line, LAST_LINE) && rest.ptr &&
		    (!rest.len || str_starts(rest, MANIFEST_KEPT))) {
			manifest->kept = rest;
			return true;
		}
		if (at.line == first + 1 &&
		    parse_inputs(line, &manifest->inputs))
			continue;
		if (!parse_line(line, &entry) ||
		    manifest_find(manifest, entry.path))
			return diag_error(diags, at,
					  "the list of Paragone's files is "
					  "damaged here");
		manifest_add(manifest, entry);
	}
}

void manifest_print(const struct manifest *manifest, struct buf *to)
{
	manifest_write(manifest, put_piece, to);
}

static bool put_piece(void *to, struct str piece)
{
	buf_raw(to, piece);
	return true;
}

bool manifest_write(const struct manifest *manifest,
		    bool (*put)(void *context, struct str piece), void *context)
{
	struct manifest_entry **sorted =
		memory_alloc((manifest->count + 1) * sizeof(*sorted));
	struct buf piece = { 0 };
	bool ok = true;

	for (size_t i = 0; i < manifest->count; i++)
		sorted[i] = &manifest->entries[i];
	qsort(sorted, manifest->count, sizeof(*sorted), compare_entries);
	buf_printf(&piece, "%s\n", FIRST_LINE);
	if (manifest->inputs.time)
		print_inputs(&manifest->inputs, &piece);
	for (size_t i = 0; i < manifest->count && ok; i++) {
		print_entry(sorted[i], &piece);
		if (piece.len < PIECE)
			continue;
		ok = put(context, buf_str(&piece));
		buf_reset(&piece);
	}
	buf_printf(&piece, "%s\n", LAST_LINE);
	ok = ok && put(context, buf_str(&piece)) &&
	     put(context, manifest->kept);
	buf_release(&piece);
	free(sorted);
	return ok;
}

static void print_entry(const struct manifest_entry *entry, struct buf *to)
{
	hash_put(entry->hash, to);
	buf_printf(to, " %" PRIu64 " %" PRId64 " %.*s\n", (uint64_t)entry->size,
		   entry->mtime, STR_ARG(entry->path));
}

/* The slot that holds the path, or the free one where it belongs. */
static uint32_t *slot_of(const struct manifest *manifest, struct str path)
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
		*slot_of(manifest, manifest->entries[i].path) = (uint32_t)i + 1;
}

static bool parse_inputs(struct str line, struct manifest_inputs *inputs)
{
	struct str rest = str_from_byte(line, strlen(INPUTS));
	uint64_t time;

	*inputs = (struct manifest_inputs){ 0 };
	if (!str_starts(line, INPUTS) ||
	    !hash_read(str_cut(&rest, ' '), &inputs->hash) || !rest.ptr ||
	    !parse_digits(str_cut(&rest, ' '), &time) || time > INT64_MAX)
		return false;
	for (size_t i = 0; i < MANIFEST_COUNTS; i++)
		if (!rest.ptr ||
		    !parse_digits(str_cut(&rest, ' '), &inputs->counts[i]))
			return false;
	inputs->time = (int64_t)time;
	return !rest.ptr;
}

static void print_inputs(const struct manifest_inputs *inputs, struct buf *to)
{
	buf_text(to, INPUTS);
	hash_put(inputs->hash, to);
	buf_printf(to, " %" PRId64, inputs->time);
	for (size_t i = 0; i < MANIFEST_COUNTS; i++)
		buf_printf(to, " %" PRIu64, inputs->counts[i]);
	buf_char(to, '\n');
}

static bool parse_line(struct str line, struct manifest_entry *entry)
{
	struct str rest = str_from_byte(line, 32);
	struct str digits, mtime;
	uint64_t size, time;

	*entry = (struct manifest_entry){ .path = { NULL, 0 } };
	if (str_cut(&rest, ' ').len || !rest.ptr)
		return false;
	digits = str_cut(&rest, ' ');
	if (!rest.ptr)
		return false;
	mtime = str_cut(&rest, ' ');
	if (!rest.ptr || !hash_read(str_slice(line, 0, 32), &entry->hash) ||
	    !parse_digits(digits, &size) || size > MANIFEST_SIZE_MOST ||
	    !parse_digits(mtime, &time) || time > INT64_MAX)
		return false;
	entry->size = size;
	entry->mtime = (int64_t)time;
	entry->path = rest;
	return manifest_takes(entry->path);
}

static bool parse_digits(struct str digits, uint64_t *number)
{
	*number = 0;
	for (size_t i = 0; i < digits.len; i++) {
		char c = digits.ptr[i];

		if (c < '0' || c > '9' ||
		    __builtin_mul_overflow(*number, 10, number) ||
		    __builtin_add_overflow(*number, (unsigned)(c - '0'),
					   number))
			return false;
	}
	return digits.len > 0;
}

static int compare_entries(const void *a, const void *b)
{
	const struct manifest_entry *const *left = a, *const *right = b;

	return str_compare((*left)->path, (*right)->path);
}
