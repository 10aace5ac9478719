/*
 * Hashes of content: to tell whether a file has changed, and for the names
 * of assets, so that a browser may keep them for ever.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/* 128 bits of XXH3: no defence against an attacker, none is needed. */
struct hash {
	uint64_t high, low;
};

struct hash hash_of(struct str bytes);
bool hash_equals(struct hash a, struct hash b);

/* Of what an open file holds from where it is read; false: it cannot be. */
bool hash_of_file(int fd, struct hash *hash);

/* Of some, in their order. */
struct hash hash_of_all(const struct hash *hashes, size_t count);

/* Of a set, whatever the order of what it has: what is added can be taken. */
void hash_add(struct hash *sum, struct hash more);
void hash_subtract(struct hash *sum, struct hash less);

/* All 32 digits. */
void hash_put(struct hash hash, struct buf *to);

/* The first `digits` (at most 32) hexadecimal digits. */
struct str hash_hex(struct hash hash, int digits, struct arena *arena);

/* Of 32 such digits; false where they are none. */
bool hash_read(struct str digits, struct hash *hash);

#endif
