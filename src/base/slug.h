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

/*
 * What the "+" or "#" at a byte is called: "pp" in "C++", "sharp" in "C#".  A
 * "#" before a digit is a number sign, and has no name.
 */
struct str slug_sign(struct str name, size_t at);

#endif
