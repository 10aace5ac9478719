/*
 * What a web address is: the one place that knows.
 *
 * Browsers mend what is no address before they follow it: "https:/evil" and
 * "\\evil" lead to another host, and "java\tscript:" is a script.  So what a
 * browser would take for more than it says is no address here.
 */
#ifndef BASE_ADDRESS_H
#define BASE_ADDRESS_H

#include <stdbool.h>

#include "base/buf.h"

enum address_kind {
	ADDRESS_PATH,  /* no scheme: a path, a query or an anchor */
	ADDRESS_WEB,   /* http or https, and a host */
	ADDRESS_OTHER, /* mailto or tel, and to whom */
	/* What follows is not to be followed. */
	ADDRESS_SCHEME,	   /* another scheme */
	ADDRESS_HOSTLESS,  /* http or https, but no host as it has to be */
	ADDRESS_ELSEWHERE, /* "//a.org", "\\a.org": the page's own scheme */
	ADDRESS_CONTROL,   /* a tab, a line end or the like within */
};

enum address_kind address_kind(struct str url);

/* Whether it can be written as it is: a web address without a gap or quote. */
bool address_is_web(struct str url);

/* The same, and without a backtick, with which code begins in Markdown. */
bool address_is_quotable(struct str url);

/* "https://a.org:8080" of "https://a.org:8080/b?c"; of a web address only. */
struct str address_origin(struct str url);

/* "/b" of "https://a.org/b"; "/" where there is none. */
struct str address_path(struct str url);

/*
 * A host name as the DNS has it (RFC 1123): labels of letters, digits and
 * hyphens.  A name of other letters has such a form, which begins with xn--.
 */
bool address_is_host(struct str name);

/*
 * A path that every server, its configuration and its redirects take as it
 * is: letters, digits and "-._~" between single slashes, nothing to decode
 * and no step to a folder above.
 */
bool address_is_plain_path(struct str path);

/* A web address of a host name, with its port, and a plain path. */
bool address_is_folder(struct str url);

/*
 * A path below the root of the site as a relative reference: what has a
 * meaning in an address (RFC 3986) is percent-encoded.
 */
void address_put_path(struct str path, struct buf *to);

/* The byte that "%2F" at `at` stands for, or -1 where no escape stands. */
int address_escape(struct str text, size_t at);

/* What an address says; what is no escape, or one of NUL, is for itself. */
struct str address_decode(struct str text, struct arena *arena);

/*
 * Whether a relative reference would be taken for an address with a scheme
 * or a host: its first segment has a colon, or is empty before a slash.
 */
bool address_needs_dot(struct str reference);

#endif
