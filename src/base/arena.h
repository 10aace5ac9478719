/*
 * Memory that is given back all at once.
 *
 * Nothing in an arena is freed by itself: what a function hands out "in the
 * arena" lives until the arena is reset or released.  There is one arena for
 * the build, one for the comparison at hand and one for the page at hand.
 * Running out of memory ends the program with a message and status 3.
 *
 * Sources: memory.c.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "base/str.h"

struct arena_block;

/* All zero: an arena that holds nothing yet. */
struct arena {
	struct arena_block *blocks; /* newest first */
	struct arena_block *spare;  /* for use again */
	size_t spare_count;
	char *next, *end; /* what is left of the newest block */
};

/* Frees all that was handed out, keeping up to 4 MB for use again. */
void arena_reset(struct arena *arena);

/* Frees everything. */
void arena_release(struct arena *arena);

/* `count` times `size` bytes, zeroed, aligned for any type; never NULL. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

#define arena_new(arena, type) ((type *)arena_alloc((arena), 1, sizeof(type)))
#define arena_array(arena, type, count) \
	((type *)arena_alloc((arena), (count), sizeof(type)))

/* A copy of `text` in the arena, terminated by a NUL beyond its length. */
struct str arena_str(struct arena *arena, struct str text);

/* The same on one line: a space for each run of blanks, none around. */
struct str str_squeeze(struct str s, struct arena *arena);

/* The list and behind it the item, `mark` between where neither is empty. */
struct str str_listed(struct str list, const char *mark, struct str item,
		      struct arena *arena);

/* The texts one behind the other, in the arena, terminated likewise. */
struct str arena_join(struct arena *arena, const struct str *parts,
		      size_t count);
#define ARENA_JOIN(arena, ...)                                   \
	arena_join((arena), (const struct str[]){ __VA_ARGS__ }, \
		   sizeof((const struct str[]){ __VA_ARGS__ }) / \
			   sizeof(struct str))

/* Text made as by printf, in the arena, terminated likewise. */
struct str arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
struct str arena_vprintf(struct arena *arena, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

/*
 * Room for one more element at the end of the growing array `items` of
 * `count` elements: returns the array, moved to twice the room whenever
 * `count` reaches a power of two.  Use through arena_push().
 */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t size);

/*
 * Appends a zeroed element to an array in the arena and gives its address:
 *
 *	struct option *o = arena_push(arena, c->options, c->option_count);
 */
#define arena_push(arena, items, count)                                     \
	((items) = arena_grow((arena), (items), (count), sizeof(*(items))), \
	 &(items)[(count)++])

/* malloc, calloc and realloc for what has another owner; never NULL. */
void *memory_alloc(size_t size);
void *memory_grow(void *old, size_t size);

/*
 * Lists grow to tens of megabytes by moving pages, not bytes: what libc else
 * copies into a hole leaves a hole.  To be called once, before all others.
 */
void memory_set_up(void);

/* What was freed is the system's again, which libc else keeps for us. */
void memory_give_back(void);

/* Ends the program with a message and status 3. */
_Noreturn void memory_exhausted(void);

#endif
