/*
 * The HTML, plain text and headings of a part of a document's tree.
 */
#ifndef READ_MARKDOWN_HTML_H
#define READ_MARKDOWN_HTML_H

#include "read/markdown_place.h"
#include "read/markdown_tree.h"

struct part {
	const struct markdown_env *env;
	struct markdown_ids *ids; /* NULL: headings get no id */
	const struct markdown_tree *tree;
	struct locator locator; /* of the document */
	int level_shift;	/* added to the levels of headings */
	struct note **notes;	/* those referred to, in that order */
	size_t note_count, written_count;
	bool has_image; /* one was written before */
};

/*
 * Renders the siblings from `first` up to but not including `stop`, which
 * may be NULL; `only_inside` leaves out the outer block of each.
 */
bool markdown_html(struct part *part, struct cmark_node *first,
		   struct cmark_node *stop, bool only_inside,
		   struct prose *prose);

/* The prose of words without markup. */
void markdown_plain(struct str words, struct arena *arena, struct prose *prose);

/* The words of a node alone, in the arena. */
struct str markdown_words(const struct markdown_env *env,
			  struct cmark_node *node);

#endif
