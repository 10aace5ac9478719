#include "write/origins.h"

#include "base/hash.h"

static uint32_t add(struct origins *origins, struct str text,
		    struct arena *arena);

/* All files of a comparison have one, so that it is met again and again. */
uint32_t origins_add(struct origins *origins, struct str text,
		     struct arena *arena)
{
	uint32_t *known = &origins->known[hash_of(text).low % ORIGINS_KNOWN];

	if (!text.len)
		return 0;
	if (!*known || !str_is(text, origins_at(origins, *known)))
		*known = add(origins, text, arena);
	return *known;
}

static uint32_t add(struct origins *origins, struct str text,
		    struct arena *arena)
{
	uint32_t number = origins->count + 1;
	const char ***chunk = &origins->chunks[number / ORIGINS_CHUNK];

	if (number == ORIGINS_MOST - 1)
		return number;
	if (!*chunk)
		*chunk = arena_array(arena, const char *, ORIGINS_CHUNK);
	(*chunk)[number % ORIGINS_CHUNK] = arena_str(arena, text).ptr;
	return origins->count = number;
}

const char *origins_at(const struct origins *origins, uint32_t number)
{
	if (number == ORIGINS_MOST - 1)
		return "the content";
	return number ? origins->chunks[number / ORIGINS_CHUNK]
				       [number % ORIGINS_CHUNK]
		      : "";
}
