/*
 * The script that a previewed page gets; never one that is published.
 */
#ifndef SERVE_SCRIPT_H
#define SERVE_SCRIPT_H

#include "base/buf.h"

/* Where the script and its events lie, below the root. */
#define SCRIPT_PATH "_paragone/reload.js"
#define EVENTS_PATH "_paragone/events"

extern const char SCRIPT[];

/*
 * Copies the page, the script put in at the end of its body; the page's
 * policy lets it in by the nonce.
 */
void script_insert(struct str html, unsigned long version, const char *nonce,
		   struct buf *to);

#endif
