/*
 * Tags: what comparisons are filed under.  Each has a page that lists them.
 *
 * Two spellings that differ in case only are one tag; its address is made of
 * its name as all ids are.
 */
#ifndef VIEW_TAGS_H
#define VIEW_TAGS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/comparison.h"
#include "view/page_view.h"
#include "view/value.h"

/* A tag and the comparisons that have it. */
struct tag {
	struct str id, name;	      /* "databases", "Databases" */
	const struct digest **having; /* in the digests' order */
	size_t count;
};

/*
 * Reports tags that a comparison has twice, and different ones that would
 * have the same address.  `heads` are all comparisons of the site.
 */
bool tags_check(struct diags *diags, const struct comparison *heads,
		size_t count, struct arena *arena);

/* All tags of the digests, by their ids; named as the first digest does. */
struct tag *tags_of(const struct digest *digests, size_t digest_count,
		    size_t *count, struct arena *arena);

/* "tags/databases/index.html", below the root. */
/* Puts them in the order of their names, as the language sorts. */
void tags_sort(struct tag *tags, size_t count, const struct locale *locale,
	       struct arena *arena);

struct str tag_path(struct str name, struct arena *arena);

/* A list of `title` and `url`, in the author's order. */
const struct value *tags_view(const struct str *names, size_t count,
			      struct arena *arena);

#endif
