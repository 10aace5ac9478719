/*
 * Addresses that stand in a text as they are, as GFM 6.9 finds them:
 * "https://…", "http://…", "www.…" and "name@host.org".
 */
#ifndef READ_BARE_URL_H
#define READ_BARE_URL_H

#include <stddef.h>

#include "base/str.h"

/*
 * Where the first begins, and its length; text.len where there is none.  The
 * signs that end a sentence, and a ")" that it does not open, are none of it.
 */
size_t bare_url_find(struct str text, size_t *len);

#endif
