/*
 * Where a site can be served, and what each place wants of it: files with
 * headers and redirects, or a configuration to copy.
 */
#ifndef MAKE_HOST_H
#define MAKE_HOST_H

#include "base/buf.h"
#include "base/diag.h"
#include "model/site.h"

/* An address of old and the page that took its place, below the site. */
struct redirect {
	struct str from, to;
	struct str path; /* the file that would answer the old one */
	struct place at; /* where the old one is given */
};

/* Whether the host reads `_headers` and `_redirects`. */
bool host_reads_files(const struct publishing *where);

/* `_headers`: the security policy, and assets kept for ever. */
void host_headers(const struct policy *policy, struct buf *to);
/* `_redirects`; `root` is the path of the site on its host. */
void host_redirects(const struct redirect *redirects, size_t count,
		    struct str root, struct buf *to);

/* The same as a configuration of nginx, redirects and twins included. */
void host_nginx(const struct site *site, const struct redirect *redirects,
		size_t count, struct str root, struct buf *to);

#endif
