/*
 * Comparisons as the home page and a tag's page list them.
 */
#ifndef VIEW_CARDS_VIEW_H
#define VIEW_CARDS_VIEW_H

#include "view/digest.h"
#include "view/page_view.h"

/* `cards` in docs/templates.md; `filters` of each, or NULL where none has. */
const struct value *cards_view(const struct frame *frame,
			       const struct digest *const *digests,
			       const struct str *filters, size_t count,
			       struct arena *arena);

/*
 * Lists of cards go on over pages of so many: the first is at `base`
 * ("", "tags/x/"), the others in page/2/ and so on below it.
 */
enum { CARDS_PAGE = 24 };
size_t cards_page_count(size_t count);
struct str cards_page_path(struct str base, size_t number, struct arena *arena);

/* How many of `count` are on that page, and from which on. */
size_t cards_on_page(size_t count, size_t number, size_t *first);

/* The title of a list, from its second page on with the page's number. */
struct str cards_title(const struct frame *frame, struct str title,
		       const struct value *pager, size_t number,
		       struct arena *arena);

/* `previous_url` and `next_url`, or null each; `text` is "2 of 5". */
const struct value *cards_pager(const struct frame *frame, struct str base,
				size_t count, size_t number,
				struct arena *arena);

#endif
