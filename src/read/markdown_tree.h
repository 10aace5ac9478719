/*
 * A document as cmark's tree, with its GFM tables found in it.
 *
 * A table is a paragraph to cmark, or a heading where its last row can be
 * taken for an underline.  Those that hold a row of delimiters are taken
 * apart from the source's lines; all cells of a document are parsed together,
 * as paragraphs of a second tree, so that a cell costs no parser.
 */
#ifndef READ_MARKDOWN_TREE_H
#define READ_MARKDOWN_TREE_H

#include "base/buf.h"
#include "read/markdown.h"
#include "read/markdown_notes.h"

/* Begins a cell so that it cannot be anything but a paragraph. */
#define MARKDOWN_CELL "\x02 "

struct cmark_node;

enum align { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

struct grid {
	struct cmark_node *lead;	/* what its paragraph says before it */
	bool rule;			/* a thematic break ends it */
	size_t row_count, column_count; /* the header is the first row */
	enum align *aligns;
	struct cmark_node **cells; /* paragraphs; NULL: empty */
	struct text *sources;	   /* the cells as written */
};

struct markdown_tree {
	struct cmark_node *root, *cell_root;
	struct grid *grids;
	size_t grid_count;
	struct notes notes; /* footnotes, which are not below the root */
};

/* Checks the limits and parses; the tree lives in `env->arena`. */
bool markdown_tree_make(const struct markdown_env *env, struct str text,
			struct place at, struct markdown_tree *tree);

/* The same for one paragraph, which begins with MARKDOWN_CELL in the tree. */
bool markdown_tree_make_line(const struct markdown_env *env, struct str text,
			     struct place at, struct markdown_tree *tree);

/* The grid that stands in a block's place, or NULL. */
const struct grid *markdown_tree_grid(const struct markdown_tree *tree,
				      struct cmark_node *block);

/* A cell as its row means it: an escaped pipe is a pipe, in code too. */
void markdown_tree_put_cell(struct buf *to, struct str source);

#endif
