/*
 * What of a site the search finds: titles, and where they lead.
 */
#ifndef VIEW_FINDS_VIEW_H
#define VIEW_FINDS_VIEW_H

#include "search/index.h"
#include "view/page_view.h"
#include "view/tags.h"

struct finds {
	struct find *items;
	size_t count;
};

/* The comparison, its options, its criteria and the headings of its prose. */
struct finds finds_of(const struct subject *s, struct arena *arena);

/* The pages of the site with their headings, and the tags. */
struct finds finds_of_site(const struct site *site, const struct tag *tags,
			   size_t tag_count, struct arena *arena);

#endif
