/*
 * Addresses that pages had before, and the pages that took their places.
 *
 * Which old address hides a page of today only who makes the site can tell.
 */
#ifndef MAKE_REDIRECTS_H
#define MAKE_REDIRECTS_H

#include "model/comparison.h"
#include "model/site.h"
#include "view/page_view.h"

struct redirect {
	struct str from, to;	       /* below the root of the site */
	struct str path;	       /* the file that answers the old one */
	struct place at;	       /* where the old one is given */
	const struct redirect *before; /* has that path already; or NULL */
};

/*
 * Those of the first site's pages, of its comparisons, which are `heads`, and
 * of the pages of its editions, which follow it; the array is `arena`'s.
 */
struct redirect *redirects_of(const struct site *const *sites,
			      size_t site_count, const struct comparison *heads,
			      size_t *count, struct arena *arena);

/* An old address leads to one page; false with diagnostics. */
bool redirects_check(struct diags *diags, const struct redirect *redirects,
		     size_t count);

/* A page that sends the reader on, at the old address. */
struct page redirect_page(const struct frame *frame,
			  const struct redirect *redirect, struct arena *arena);

#endif
