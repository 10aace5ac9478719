/*
 * A text compressed beforehand, beside itself: `index.html.gz`.
 *
 * Servers that know of it send it as it is, at the best compression for no
 * time.  The bytes are the same for the same text: no name, no time.
 */
#ifndef WRITE_TWIN_H
#define WRITE_TWIN_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/hash.h"

enum { TWIN_GZIP, TWIN_BROTLI, TWIN_COUNT };

/* ".gz", ".br". */
const char *twin_ending(int kind);

/* Whether a file is text, and long enough to gain by it. */
bool twin_pays(struct str path, struct str bytes);

/* A hash of all that its bytes depend on. */
struct hash twin_key(int kind, struct str bytes);

/* Appends the compressed text; false when it cannot be compressed. */
bool twin_make(int kind, struct str bytes, struct buf *to);

#endif
