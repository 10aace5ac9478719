/*
 * Text of either direction in one line.
 *
 * A line runs as the site's language does, whatever its first letter is.  A
 * name that has letters of the other direction is isolated (UAX #9, "Explicit
 * Directional Isolates"): else it would take the numbers and marks beside it
 * along, and turn the sentence round.
 */
#ifndef BASE_BIDI_H
#define BASE_BIDI_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* By its tag: "ar", "he-IL", "az-Arab". */
bool bidi_is_rtl(struct str language);

/*
 * The text between U+2068 and U+2069 where letters of it, outside of such
 * signs, run against a line from right to left (`rtl`) or from left to right;
 * else as it is.  Where a line that runs from right to left begins with a letter
 * that does not, U+2067 stands before it instead.
 */
struct str bidi_isolate(struct str text, bool rtl, struct arena *arena);

/*
 * Whether a line of its own runs from right to left among lines that do (`rtl`)
 * or do not: as they do, but where all letters of it outside of isolates run
 * the other way.  So is a name alone, "C++" in Arabic, as its author wrote it.
 */
bool bidi_line_is_rtl(struct str line, bool rtl);

#endif
