/*
 * Where a site can be served, and the files that each place wants besides:
 * its domain, headers and redirects, or a configuration to include.
 */
#ifndef MAKE_HOST_H
#define MAKE_HOST_H

#include "base/buf.h"
#include "make/redirects.h"
#include "view/digest.h"

enum host_file {
	HOST_CNAME,	/* the domain */
	HOST_HEADERS,	/* the security policy, and assets kept for ever */
	HOST_REDIRECTS, /* addresses that pages had before */
	HOST_NGINX,	/* both of these as a configuration, and twins */
	HOST_FILE_COUNT,
};

/* Comparisons of one edition, whose pairs have another order, too. */
struct host_edition {
	struct str prefix; /* "de/", or empty */
	const struct digest *digests;
	size_t digest_count;
};

/* What the files are made of. */
struct hosting {
	const struct site *site;
	const struct redirect *redirects;
	size_t redirect_count;
	const struct host_edition *editions;
	size_t edition_count;
	struct str root; /* the path of the site on its host */
};

/* Its path, or an empty one where the host does not want it. */
struct str host_file_path(const struct hosting *hosting, enum host_file file);

/* Whether the author may have one of his own in its place. */
bool host_file_is_spare(enum host_file file);

void host_put(const struct hosting *hosting, enum host_file file,
	      struct buf *to);

/*
 * Whether the file would answer the other order of a pair: on some hosts a
 * page does, on others a rule.
 */
bool host_has_pair(const struct host_edition *editions, size_t count,
		   struct str path);

/* Where it answers the other order of a pair by a page that leads on. */
enum { HOST_STUBS_MOST = 1000 }; /* of a comparison; of more it does not */

/* Whether the host sends readers on itself, so that no page has to. */
bool host_redirects(const struct publishing *where);

#endif
