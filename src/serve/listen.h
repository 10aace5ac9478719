/*
 * A socket that listens.
 */
#ifndef SERVE_LISTEN_H
#define SERVE_LISTEN_H

#include "base/arena.h"
#include "base/diag.h"

/*
 * The socket, or -1 with diagnostics; `address` becomes its URL.  A port in
 * use is reported with the next one that is free.
 */
int listen_open(struct diags *diags, const char *host, int port,
		struct str *address, struct arena *arena);

#endif
