/*
 * What options, criteria and sources are called, found by a hash: a table of
 * 60,000 rows asks for each of its names.
 *
 * ASCII letters of either case are the same, as in comparison_find_called().
 */
#ifndef READ_NAME_INDEX_H
#define READ_NAME_INDEX_H

#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

struct name_index;

enum {
	NAME_BYTES = 512,  /* longer ones are never found */
	NAME_NONE = -1,	   /* nothing has that name */
	NAME_SEVERAL = -2, /* more than one thing has it */
};

struct name_index *name_index_new(struct arena *arena);

/* `name` stands for `index`; one that another has, too, is ambiguous. */
void name_index_add(struct name_index *names, struct str name, size_t index);

/* An id comes before any other name: it replaces what is there. */
void name_index_add_id(struct name_index *names, struct str id, size_t index);

/* The index, NAME_NONE or NAME_SEVERAL. */
long name_index_find(const struct name_index *names, struct str name);

#endif
