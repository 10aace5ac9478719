#include "base/arena.h"

#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct arena_block {
	struct arena_block *older;
	size_t size;
	size_t used; /* noted when another takes its place */
	max_align_t bytes[];
};

/*
 * The address sanitiser sees blocks, not what they are parted into: under it
 * each need is a block of its own, and nothing is kept for use again.
 */
#if defined(__SANITIZE_ADDRESS__) && !defined(ARENA_IN_BLOCKS)
static const size_t BLOCK_SIZE = 0;
#else
static const size_t BLOCK_SIZE = 64 * 1024;
#endif
static const size_t SPARE = 16; /* blocks */

static void free_blocks(struct arena_block *blocks);
static void arena_take(struct arena *arena, size_t bytes);
static struct arena_block *block_new(size_t size);
static void note_used(struct arena *arena);
static void block_add(struct arena *arena);
static void *alone(struct arena *arena, size_t size);

/* Blocks of the usual size are kept; a larger one was for a single need. */
void arena_reset(struct arena *arena)
{
	struct arena kept = { .spare = arena->spare,
			      .spare_count = arena->spare_count };

	note_used(arena);
	while (arena->blocks) {
		struct arena_block *block = arena->blocks;

		arena->blocks = block->older;
		if (block->size != BLOCK_SIZE || kept.spare_count == SPARE) {
			free(block);
			continue;
		}
		block->older = kept.spare;
		kept.spare = block;
		kept.spare_count++;
	}
	*arena = kept;
}

void arena_release(struct arena *arena)
{
	free_blocks(arena->blocks);
	free_blocks(arena->spare);
	*arena = (struct arena){ 0 };
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
	const size_t align = _Alignof(max_align_t);
	size_t bytes;
	void *p;

	if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2)
		memory_exhausted();
	if (bytes > BLOCK_SIZE)
		return alone(arena, bytes);
	bytes = (bytes + align - 1) / align * align;
	if ((size_t)(arena->end - arena->next) < bytes || !arena->next)
		block_add(arena);
	p = arena->next;
	arena->next += bytes;
	return p;
}

struct str arena_str(struct arena *arena, struct str text)
{
	char *copy = arena_array(arena, char, text.len + 1);

	if (text.len)
		memcpy(copy, text.ptr, text.len);
	return (struct str){ copy, text.len };
}

struct str str_listed(struct str list, const char *mark, struct str item,
		      struct arena *arena)
{
	return !list.len   ? item
	       : !item.len ? list
			   : ARENA_JOIN(arena, list, str_from(mark), item);
}

struct str str_squeeze(struct str s, struct arena *arena)
{
	char *to = arena_array(arena, char, s.len + 1);
	size_t len = 0;

	for (size_t at = 0; at < s.len;) {
		size_t start = at;
		uint32_t c = str_char_next(s, &at);
		/* No-break spaces, and what parts lines and paragraphs. */
		bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n' ||
			     c == 0xA0 || c == 0x2028 || c == 0x2029;

		if (!blank) {
			memcpy(to + len, s.ptr + start, at - start);
			len += at - start;
		} else if (len && to[len - 1] != ' ') {
			to[len++] = ' ';
		}
	}
	len -= len && to[len - 1] == ' ';
	to[len] = '\0';
	return (struct str){ to, len };
}

struct str arena_join(struct arena *arena, const struct str *parts,
		      size_t count)
{
	size_t len = 0;
	char *text, *end;

	for (size_t i = 0; i < count; i++)
		len += parts[i].len;
	text = end = arena_array(arena, char, len + 1);
	for (size_t i = 0; i < count; i++)
		if (parts[i].len)
			end = (char *)mempcpy(end, parts[i].ptr, parts[i].len);
	return (struct str){ text, len };
}

struct str arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;
	struct str text;

	va_start(args, format);
	text = arena_vprintf(arena, format, args);
	va_end(args);
	return text;
}

struct str arena_vprintf(struct arena *arena, const char *format, va_list args)
{
	size_t room = (size_t)(arena->end - arena->next);
	va_list again;
	char *text;
	int len;

	/* Nearly always it fits into what is left of the block. */
	va_copy(again, args);
	len = vsnprintf(arena->next, room, format, again);
	va_end(again);
	if (len < 0)
		return STR("");
	if ((size_t)len < room) {
		text = arena->next;
		arena_take(arena, (size_t)len + 1);
		return (struct str){ text, (size_t)len };
	}
	if (room)
		memset(arena->next, 0, room);
	text = arena_array(arena, char, (size_t)len + 1);
	vsnprintf(text, (size_t)len + 1, format, args);
	return (struct str){ text, (size_t)len };
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t size)
{
	void *moved;

	if (count && (count & (count - 1)))
		return items;
	moved = arena_alloc(arena, count ? 2 * count : 1, size);
	if (count)
		memcpy(moved, items, count * size);
	return moved;
}

void *memory_alloc(size_t size)
{
	return memory_grow(NULL, size);
}

void *memory_grow(void *old, size_t size)
{
	void *p = realloc(old, size ? size : 1);

	if (!p)
		memory_exhausted();
	return p;
}

void memory_set_up(void)
{
	/* libc raises this, to 32 MB, at each large block that is freed. */
	mallopt(M_MMAP_THRESHOLD, 1 << 20);
	/* Else what a picture gave back is asked for again by the next. */
	mallopt(M_TRIM_THRESHOLD, 8 << 20);
}

void memory_give_back(void)
{
	/* The address sanitizer has its own, and libc's is then not set up. */
#ifndef __SANITIZE_ADDRESS__
	malloc_trim(0);
#endif
}

/* Any thread may come here with any lock held, so nothing is flushed. */
_Noreturn void memory_exhausted(void)
{
	static const char MESSAGE[] = "paragone: out of memory\n";

	(void)!write(STDERR_FILENO, MESSAGE, sizeof(MESSAGE) - 1);
	_exit(3);
}

static void free_blocks(struct arena_block *blocks)
{
	while (blocks) {
		struct arena_block *block = blocks;

		blocks = block->older;
		free(block);
	}
}

/* Hands out what lies next, keeping the rest aligned. */
static void arena_take(struct arena *arena, size_t bytes)
{
	const size_t align = _Alignof(max_align_t);
	size_t left = (size_t)(arena->end - arena->next);

	bytes = (bytes + align - 1) / align * align;
	arena->next += bytes < left ? bytes : left;
}

/* Zeroed, as all is that no need has had of a block. */
static struct arena_block *block_new(size_t size)
{
	struct arena_block *block = calloc(1, sizeof(*block) + size);

	if (!block)
		memory_exhausted();
	block->size = size;
	return block;
}

/* What lies behind that is zero still. */
static void note_used(struct arena *arena)
{
	if (arena->next)
		arena->blocks->used =
			(size_t)(arena->next - (char *)arena->blocks->bytes);
}

static void block_add(struct arena *arena)
{
	struct arena_block *block = arena->spare;

	note_used(arena);
	if (block) {
		arena->spare = block->older;
		arena->spare_count--;
		memset(block->bytes, 0, block->used);
	} else {
		block = block_new(BLOCK_SIZE);
	}
	block->older = arena->blocks;
	arena->blocks = block;
	arena->next = (char *)block->bytes;
	arena->end = arena->next + BLOCK_SIZE;
}

/*
 * A need larger than a block gets one of its own, behind the newest, which
 * keeps what room it has.
 */
static void *alone(struct arena *arena, size_t size)
{
	struct arena_block *block = block_new(size);
	struct arena_block **after =
		arena->blocks ? &arena->blocks->older : &arena->blocks;

	block->older = *after;
	*after = block;
	return block->bytes;
}
