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
