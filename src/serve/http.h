/*
 * A web server for one site that lies in memory, on libmicrohttpd.
 *
 * It has no thread of its own: poll http_fd(), and call http_run() when it
 * can be read or http_wait() is over.  It knows nothing of what is served:
 * the site is asked for the bytes of a path.
 *
 * Into each page goes a script, which listens to a stream of events and
 * reloads the page, swaps its style sheets, or lays the author's mistakes
 * over it.  Both the script and the stream lie under `/_paragone/`.
 */
#ifndef SERVE_HTTP_H
#define SERVE_HTTP_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

struct http;

enum http_found {
	HTTP_MISSING, /* there is no such file */
	HTTP_FOUND,
	HTTP_LASTING, /* found, and never another under that name */
	HTTP_BROKEN,  /* there may be, but it cannot be made now */
};

struct http_site {
	/* `path` is below the root; the bytes stay until the next call. */
	enum http_found (*get)(void *context, struct str path,
			       struct str *bytes);
	/* The Content-Security-Policy, which lets in scripts of `nonce`. */
	const char *(*policy)(void *context);
	const char *nonce;
	void *context;
};

/*
 * Listens on that address and port; port 0 takes any that is free.  NULL
 * with diagnostics, which name a free port when this one is in use.
 */
struct http *http_open(struct diags *diags, const char *host, int port,
		       const struct http_site *site);
void http_close(struct http *http);

/* "http://127.0.0.1:4000/" */
const char *http_address(const struct http *http);

int http_fd(const struct http *http);
int http_wait(const struct http *http); /* milliseconds, -1: for ever */
void http_run(struct http *http);

/*
 * Tells every open page: "reload" or "css", that the site is a newer one, or
 * "errors", with a text that later pages are told too; an empty one takes
 * the mistakes away again.
 */
void http_tell(struct http *http, const char *event, struct str text);

/* A sign of life, so that streams nobody reads are noticed and closed. */
void http_ping(struct http *http);

#endif
