/*
 * Ids made from names: "Node.js" is `nodejs`, "Tea & milk" `tea-and-milk`,
 * "Größe" `grosse`.
 *
 * Letters of Latin-1 and Latin Extended-A go without their marks.  Some
 * languages write "oe" for "ö"; an id can be changed, and must be readable.
 */
#ifndef BASE_SLUG_H
#define BASE_SLUG_H

#include "base/arena.h"
#include "base/str.h"

enum { SLUG_MOST = 60 }; /* bytes; it ends before the word that is too much */

/*
 * The id, of lower-case letters, digits and hyphens; empty when the name has
 * nothing to make one of.  Letters of other scripts part words.
 */
struct str slug_of(struct str name, struct arena *arena);

#endif
