/*
 * Footnotes: "[^1]: …" at the start of a line, and what is indented below it.
 *
 * cmark knows none, but the item of a list has the same form.  So before it
 * reads a text, "[^1]:" becomes an item of as many bytes, which no author can
 * write, and afterwards these items are taken out of the tree.
 */
#ifndef READ_MARKDOWN_NOTES_H
#define READ_MARKDOWN_NOTES_H

#include "base/buf.h"
#include "read/markdown.h"

struct cmark_node;

struct note {
	struct str name;
	struct place at;
	size_t line;		 /* from 0 */
	size_t end;		 /* of "[^1]:" in that line */
	struct cmark_node *item; /* what it says; NULL: it is none after all */
	size_t number; /* on the page, from 1, once it is referred to */
};

struct notes {
	struct note *notes; /* in the order of the lines */
	size_t count;
	struct name_index *names; /* of those that have an item */
};

/* Finds them, and puts a copy of the text with items in their place. */
void markdown_notes_mark(const struct markdown_env *env, struct str text,
			 struct place at, struct notes *notes,
			 struct buf *marked);

/* Takes them out of the tree; false with diagnostics. */
bool markdown_notes_take(const struct markdown_env *env,
			 struct cmark_node *root, struct notes *notes);

/* The note of that name, or NULL. */
struct note *markdown_notes_find(const struct notes *notes, struct str name);

/* The note that begins on that line, from 0, or NULL. */
const struct note *markdown_notes_at(const struct notes *notes, size_t line);

#endif
