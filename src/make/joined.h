/*
 * A page on which the parts of many pages stand together.
 *
 * An element with `data-part="ADDRESS"` and an id holds what stands on the
 * page of that address, too.  An id within it, which may be there in other
 * parts as well, gets the part's id before it.  A link to a page that is a
 * part, or to a place within, becomes a link to what is here.
 */
#ifndef MAKE_JOINED_H
#define MAKE_JOINED_H

#include "base/buf.h"

/* The page with links and ids that hold on it; links begin with ROOT_MARK. */
void joined_put(struct str page, struct buf *to);

#endif
