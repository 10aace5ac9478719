/*
 * Ids made from names: "Node.js" is `nodejs`, "Tea & milk" `tea-and-milk`.
 *
 * Only ASCII names give one.  How other letters are spelt without their
 * marks differs by language ("ö" is "oe", or "o"), so the author decides.
 */
#ifndef CLI_SLUG_H
#define CLI_SLUG_H

#include "base/arena.h"
#include "base/str.h"

/* The id, or an empty text when the name gives none. */
struct str slug_of(struct str name, struct arena *arena);

/*
 * What a title compares: "Tea vs Coffee" in "Drinks: Tea vs Coffee (2026)".
 * The whole title where no " vs " is in it.
 */
struct str slug_subject(struct str title);

/*
 * The names in such a subject, "Tea vs Coffee": apart at " vs ", " vs. " or " versus ",
 * whatever their case.  One name where there is no such word.
 */
size_t slug_split(struct str title, struct str *names, size_t most);

#endif
