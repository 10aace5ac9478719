#include "read/name_index.h"

#include <stdbool.h>
#include <strings.h>

#include "base/hash.h"

struct named {
	struct str name; /* its ptr is NULL where nothing is */
	long index;
	bool is_id;
};

/* Open to the next place; the size is a power of two. */
struct name_index {
	struct named *items;
	size_t count, size;
	struct arena *arena;
};

static void add(struct name_index *names, struct named given);
static struct named *find(const struct name_index *names, struct str name);
static size_t hash_folded(struct str name);
static void grow(struct name_index *names);

struct name_index *name_index_new(struct arena *arena)
{
	struct name_index *names = arena_new(arena, struct name_index);

	names->arena = arena;
	names->size = 16;
	names->items = arena_array(arena, struct named, names->size);
	return names;
}

void name_index_add(struct name_index *names, struct str name, size_t index)
{
	if (name.len)
		add(names, (struct named){ name, (long)index, false });
}

void name_index_add_id(struct name_index *names, struct str id, size_t index)
{
	add(names, (struct named){ id, (long)index, true });
}

long name_index_find(const struct name_index *names, struct str name)
{
	const struct named *found;

	if (name.len > NAME_BYTES)
		return NAME_NONE;
	found = find(names, name);
	return found->name.ptr ? found->index : NAME_NONE;
}

static void add(struct name_index *names, struct named given)
{
	struct named *found;

	if (given.name.len > NAME_BYTES)
		return;
	found = find(names, given.name);
	if (!found->name.ptr) {
		*found = given;
		if (2 * ++names->count > names->size)
			grow(names);
	} else if (given.is_id) {
		*found = given;
	} else if (!found->is_id && found->index != given.index) {
		found->index = NAME_SEVERAL;
	}
}

/* Where the name is, or would be. */
static struct named *find(const struct name_index *names, struct str name)
{
	size_t i = hash_folded(name) & (names->size - 1);

	for (; names->items[i].name.ptr; i = (i + 1) & (names->size - 1)) {
		struct str there = names->items[i].name;

		if (there.len == name.len &&
		    !strncasecmp(there.ptr, name.ptr, name.len))
			break;
	}
	return &names->items[i];
}

static size_t hash_folded(struct str name)
{
	char folded[NAME_BYTES];

	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		folded[i] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
	}
	return (size_t)hash_of((struct str){ folded, name.len }).low;
}

static void grow(struct name_index *names)
{
	struct named *old = names->items;
	size_t size = names->size;

	names->size *= 2;
	names->items = arena_array(names->arena, struct named, names->size);
	for (size_t i = 0; i < size; i++)
		if (old[i].name.ptr)
			*find(names, old[i].name) = old[i];
}
