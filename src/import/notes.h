/*
 * Footnotes: "[^1]" in the text, and "[^1]: whence" below it.
 *
 * A note becomes a source, and its mark a citation of that source.  A mark
 * without a note stays what it is, words.
 */
#ifndef IMPORT_NOTES_H
#define IMPORT_NOTES_H

#include "import/article.h"

/*
 * The Markdown without its notes, each of which is added to the article as
 * a block of its own; the lines of the rest keep their numbers.
 */
struct str notes_cut(struct article *article, struct str text, unsigned line);

/* Gives each note its id and makes the marks citations. */
void notes_cite(struct article *article);

/* The links from the `from`th on are the note's: the first is its address. */
void notes_own_links(struct article *article, struct block *note, size_t from);

/* The id of the source that note `label` becomes. */
struct str notes_id(struct str label, struct arena *arena);

#endif
