/*
 * Where the files of a site come from: texts by number, as there are far
 * fewer of them than files.
 *
 * What a number gives never moves: it may be read while others are added.
 */
#ifndef WRITE_ORIGINS_H
#define WRITE_ORIGINS_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum {
	ORIGINS_MOST = 1 << 23,
	ORIGINS_CHUNK = 1 << 12,
	ORIGINS_KNOWN = 256,
};

/* All 0 is a list of none but the empty text, number 0. */
struct origins {
	const char **chunks[ORIGINS_MOST / ORIGINS_CHUNK];
	uint32_t count;
	uint32_t known[ORIGINS_KNOWN]; /* some that were met, by hash */
};

/*
 * The number of a text, which is copied to the arena.  Beyond ORIGINS_MOST
 * texts all have the last number, which is "the content".
 */
uint32_t origins_add(struct origins *origins, struct str text,
		     struct arena *arena);

const char *origins_at(const struct origins *origins, uint32_t number);

#endif
