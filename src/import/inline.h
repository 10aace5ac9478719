/*
 * The words of a block, from cmark's inline nodes to Markdown again.
 *
 * All readers come by here: cmark's writer escapes what must be, and what
 * may not be carried over is taken out of the tree before.
 */
#ifndef IMPORT_INLINE_H
#define IMPORT_INLINE_H

#include "import/article.h"

struct cmark_node;

/*
 * The type of a node of what is shown but says nothing: words struck out, and
 * the mark of a note.  It stands in the Markdown, not among the plain words.
 */
#define INLINE_STRUCK CMARK_NODE_CUSTOM_INLINE

/* A new last child of `to`; struck where it is of that type. */
struct cmark_node *inline_append(struct cmark_node *to, int type);

/*
 * Appends raised words, as of <sup>: the mark of a note ("[1]"), which is no
 * digit of the number before it, or a power ("10⁶").  False where they are
 * but words ("4th").  `linked`: they lead to a note.
 */
bool inline_raise(struct cmark_node *to, struct str words, bool linked,
		  struct arena *arena);

/*
 * Fills text, plain, lead and strong of `block` from the inlines below
 * `parent`.  Links are noted; images become blocks of their own, appended to
 * the article.
 */
void inline_take(struct article *article, struct cmark_node *parent,
		 struct block *block);

/* The same for words without any markup. */
void inline_plain(struct article *article, struct str words,
		  struct block *block);

/* Markdown of one line, as in the cell of a table. */
void inline_markdown(struct article *article, struct str markdown,
		     struct block *block);

#endif
