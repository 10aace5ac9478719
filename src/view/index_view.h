/*
 * data/index.json: the comparisons of a site, for programs.
 */
#ifndef VIEW_INDEX_VIEW_H
#define VIEW_INDEX_VIEW_H

#include "view/digest.h"
#include "view/page_view.h"

/* In the order of the digests; its form is a promise to machines. */
const struct value *index_view(const struct frame *frame,
			       const struct digest *digests, size_t count,
			       struct arena *arena);

#endif
