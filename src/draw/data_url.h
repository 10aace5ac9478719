/*
 * Bytes within a text: as a data: URL, and by their hash.
 */
#ifndef DRAW_DATA_URL_H
#define DRAW_DATA_URL_H

#include "base/buf.h"

/* "data:image/png;base64,…" */
void data_url_put(const char *type, struct str bytes, struct buf *to);

/* "sha256-…", as a policy names a text that it lets in. */
void data_url_hash(struct str bytes, struct buf *to);

#endif
