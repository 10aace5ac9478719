/*
 * Comparisons as the home page and a tag's page list them.
 */
#ifndef VIEW_CARDS_VIEW_H
#define VIEW_CARDS_VIEW_H

#include "view/digest.h"
#include "view/page_view.h"

/* `cards` in docs/templates.md. */
const struct value *cards_view(const struct frame *frame,
			       const struct digest *const *digests,
			       size_t count, struct arena *arena);

#endif
