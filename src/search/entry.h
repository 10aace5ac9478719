/*
 * A key of the search index and the record that it leads to.
 *
 * Entries stand one behind the other in memory and in a file; those that are
 * taken from there point into it.
 */
#ifndef SEARCH_ENTRY_H
#define SEARCH_ENTRY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

struct entry {
	struct str key;
	uint8_t order; /* 0 is best: a title that begins with the word */
	uint8_t kind;
	struct str title, url, context;
};

/* The text, or its beginning with "…" where it is too long for an index. */
struct str entry_fit(struct str text);

void entry_put(const struct entry *entry, struct buf *to);
struct entry entry_take(struct str *rest);

/* Whether `rest` begins with an entry, all of it; how many bytes one takes. */
bool entry_is_whole(struct str rest);
size_t entry_size(const struct entry *entry);

/* By key, and of one key the better first; of `struct entry`, for qsort. */
int entry_compare(const void *a, const void *b);

/* The better first, whatever the keys; 0: the same record. */
int entry_compare_record(const struct entry *a, const struct entry *b);

/* Its record in a file of the index: [3,"Speed","a/speed/","A vs B"]. */
void entry_put_json(const struct entry *entry, struct buf *to);

#endif
