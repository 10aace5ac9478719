/*
 * A part of a workbook, an XML document, read element by element.
 *
 * A document type is refused, and with it entities; depth is bounded by
 * libxml2.  Names are those behind the prefix.
 */
#ifndef IMPORT_TABLE_PART_H
#define IMPORT_TABLE_PART_H

#include "import/table_archive.h"
#include "import/table_style.h"

struct part;

/*
 * Closed by part_close(), which tells whether it could be read; one that the
 * archive has not is told, unless it is `optional` and then has no elements.
 * Words whose style is raised or struck out are so, as those of a run that
 * says so itself; `styles` may be NULL.
 */
struct part *part_open(struct archive *archive, const char *name, bool optional,
		       const struct styles *styles, struct arena *arena);

/*
 * Goes to the next start of an element, end of one, or text; an element
 * without content has no end.  False at the end, or once something is wrong.
 */
bool part_next(struct part *part);

bool part_starts(const struct part *part, const char *name);
bool part_ends(const struct part *part, const char *name);

/* Whether the element at hand has no content. */
bool part_is_empty(const struct part *part);

/* The value of an attribute, by its name without prefix; the arena's. */
struct str part_attribute(const struct part *part, const char *name);

/*
 * All text within the element at hand, which it moves behind, but for what
 * stands in elements called `but`, parted by '|'; the arena's.  Digits that
 * are raised are so in the text, too: "100¹".
 */
struct str part_text(struct part *part, const char *but);

/* The same without what is struck out, which is put into `struck`. */
struct str part_words(struct part *part, const char *but, struct str *struck);

/* False where the part was not read to its end in order. */
bool part_close(struct part *part);

#endif
