/*
 * The path of a request: decoded, and below the root of the site.
 *
 * What could lead elsewhere, or mean one thing here and another to whatever
 * reads the path next, is refused and not repaired: `.` and `..`, a NUL or
 * other control character, a backslash, an encoded slash, a broken escape.
 */
#ifndef SERVE_URL_H
#define SERVE_URL_H

#include <stdbool.h>

#include "base/arena.h"

/* "/a%20b/c" gives "a b/c" and "/" an empty path; false when refused. */
bool url_path(struct str raw, struct str *path, struct arena *arena);

/*
 * Whether a Host header (RFC 9110, 7.2) names this server.  A page elsewhere
 * can have a name of its own resolve to this machine and so read what is
 * served here, but no such page has an IP address or localhost for its name.
 * `own` is a further name that is ours, or NULL.
 */
bool url_host_is_ours(struct str host, const char *own);

#endif
