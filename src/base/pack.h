/*
 * Texts and numbers one behind the other, for what this program writes down
 * for itself alone.
 *
 * Each is read back in the order it was written in.  What is damaged, or
 * written by another version, is noticed at the end at the latest: from the
 * first thing that is not there, all are empty and `ok` is false.
 */
#ifndef BASE_PACK_H
#define BASE_PACK_H

#include "base/buf.h"
#include "base/hash.h"

void pack_text(struct buf *to, struct str text);
void pack_number(struct buf *to, uint64_t number);
void pack_real(struct buf *to, double number); /* to the bit, NAN too */
void pack_hash(struct buf *to, struct hash hash);

struct unpack {
	struct str rest;
	bool ok;
};

/* A text is a slice of what is read. */
struct unpack unpack_from(struct str packed);
struct str unpack_text(struct unpack *from);
uint64_t unpack_number(struct unpack *from);
double unpack_real(struct unpack *from);
struct hash unpack_hash(struct unpack *from);

/*
 * How many things follow: a number that what is left can hold, so that room
 * for them may be asked for.
 */
size_t unpack_count(struct unpack *from);

#endif
