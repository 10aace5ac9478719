#include "write/path_set.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"

/* Of the number of a slot. */
static const uint64_t MARK = 1;

static uint64_t *add(struct path_set *set, struct str path);
static uint64_t number_of(struct str path);
static uint64_t *slot_of(const struct path_set *set, uint64_t number);
static void grow(struct path_set *set);

bool path_set_has(const struct path_set *set, struct str path)
{
	return set->count && *slot_of(set, number_of(path));
}

void path_set_add(struct path_set *set, struct str path)
{
	add(set, path);
}

bool path_set_is_marked(const struct path_set *set, struct str path)
{
	return set->count && *slot_of(set, number_of(path)) & MARK;
}

void path_set_mark(struct path_set *set, struct str path)
{
	*add(set, path) |= MARK;
}

void path_set_release(struct path_set *set)
{
	free(set->slots);
	*set = (struct path_set){ 0 };
}

static uint64_t *add(struct path_set *set, struct str path)
{
	uint64_t number = number_of(path), *slot;

	if (4 * set->count >= 3 * set->slot_count)
		grow(set);
	slot = slot_of(set, number);
	if (!*slot) {
		*slot = number;
		set->count++;
	}
	return slot;
}

/* 0 is a free slot. */
static uint64_t number_of(struct str path)
{
	uint64_t number = hash_of(path).low & ~MARK;

	return number ? number : 2;
}

/* The slot that holds the number, or the free one where it belongs. */
static uint64_t *slot_of(const struct path_set *set, uint64_t number)
{
	size_t mask = set->slot_count - 1, at = number >> 1 & mask;

	while (set->slots[at] && (set->slots[at] & ~MARK) != (number & ~MARK))
		at = (at + 1) & mask;
	return &set->slots[at];
}

static void grow(struct path_set *set)
{
	struct path_set old = *set;

	set->slot_count = old.slot_count ? 2 * old.slot_count : 256;
	set->slots = memory_alloc(set->slot_count * sizeof(*set->slots));
	memset(set->slots, 0, set->slot_count * sizeof(*set->slots));
	for (size_t i = 0; i < old.slot_count; i++)
		if (old.slots[i])
			*slot_of(set, old.slots[i]) = old.slots[i];
	free(old.slots);
}
