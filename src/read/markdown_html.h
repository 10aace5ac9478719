/*
 * The HTML, plain text and headings of a part of a document's tree.
 */
#ifndef READ_MARKDOWN_HTML_H
#define READ_MARKDOWN_HTML_H

#include "read/markdown_tree.h"

struct part {
	const struct markdown_env *env;
	struct markdown_ids *ids; /* NULL: headings get no id */
	const struct markdown_tree *tree;
	struct str text; /* the document, for places */
	struct place at;
	int level_shift; /* added to the levels of headings */
};

/*
 * Renders the siblings from `first` up to but not including `stop`, which
 * may be NULL; `only_inside` leaves out the outer block of each.
 */
bool markdown_html(const struct part *part, struct cmark_node *first,
		   struct cmark_node *stop, bool only_inside,
		   struct prose *prose);

/* The words of a node alone, in the arena. */
struct str markdown_words(struct cmark_node *node, struct arena *arena);

#endif
