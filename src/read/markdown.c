#include "read/markdown.h"

#include <string.h>

#include <cmark.h>

#include "read/markdown_html.h"
#include "read/markdown_ids.h"

static struct text *cells_of(const struct markdown_env *env,
			     const struct grid *grid);
static int level_shift(const struct markdown_tree *tree);
static bool is_heading(const struct markdown_tree *tree, cmark_node *node,
		       int level);
static cmark_node *next_section(const struct markdown_tree *tree,
				cmark_node *node);
static bool is_plain(struct str text);
static bool check_single(const struct markdown_env *env, cmark_node *root,
			 struct place at);

bool markdown_block(const struct markdown_env *env, struct markdown_ids *ids,
		    struct str text, struct place at, struct prose *prose)
{
	struct markdown_tree tree;
	bool ok = false;

	*prose = (struct prose){ .at = at };
	if (markdown_tree_make(env, text, at, &tree)) {
		struct part part = { .env = env,
				     .ids = ids,
				     .tree = &tree,
				     .locator =
					     locator_in(text, at, env->written),
				     .level_shift = level_shift(&tree) };

		ok = markdown_html(&part, cmark_node_first_child(tree.root),
				   NULL, false, prose);
	}
	return ok;
}

bool markdown_inline(const struct markdown_env *env, struct str text,
		     struct place at, struct prose *prose)
{
	struct markdown_tree tree;
	struct part part = { .env = env,
			     .tree = &tree,
			     .locator = locator_in(str_trim(text), at,
						   env->written) };
	bool ok;

	text = str_trim(text);
	if (is_plain(text)) {
		markdown_plain(text, env->arena, prose);
		prose->at = at;
		return true;
	}
	*prose = (struct prose){ .at = at };
	ok = markdown_tree_make_line(env, text, at, &tree) &&
	     check_single(env, tree.root, at) &&
	     markdown_html(&part, cmark_node_first_child(tree.root), NULL, true,
			   prose);
	return ok;
}

bool markdown_sections(const struct markdown_env *env, struct markdown_ids *ids,
		       struct str text, struct place at,
		       struct markdown_section **sections, size_t *count)
{
	struct markdown_tree tree;
	struct markdown_section *section;
	cmark_node *from, *stop;
	struct part part = { .env = env,
			     .ids = ids,
			     .tree = &tree,
			     .locator = locator_in(text, at, env->written) };
	bool ok;

	*sections = NULL;
	*count = 0;
	section = arena_push(env->arena, *sections, *count);
	section->prose.at = at;
	if (!markdown_tree_make(env, text, at, &tree))
		return false;
	from = cmark_node_first_child(tree.root);
	stop = next_section(&tree, from);
	ok = markdown_html(&part, from, stop, false, &section->prose);
	while (stop) {
		struct place heading;

		section = arena_push(env->arena, *sections, *count);
		section->heading.str = markdown_words(env, stop);
		heading = locator_find(&part.locator,
				       (size_t)cmark_node_get_start_line(stop) -
					       1,
				       0, section->heading.str);
		section->heading.at = heading;
		section->id = markdown_ids_make(ids, section->heading.str);
		from = cmark_node_next(stop);
		stop = next_section(&tree, from);
		ok &= markdown_html(&part, from, stop, false, &section->prose);
		section->prose.at = heading;
	}
	return ok;
}

bool markdown_table(const struct markdown_env *env, struct str text,
		    struct place at, struct markdown_table *table)
{
	struct markdown_tree tree;
	cmark_node *only;
	bool ok;

	*table = (struct markdown_table){ 0 };
	ok = markdown_tree_make(env, text, at, &tree);
	if (ok) {
		only = cmark_node_first_child(tree.root);
		ok = tree.grid_count == 1 && only && !cmark_node_next(only) &&
		     markdown_tree_grid(&tree, only) && !tree.grids[0].lead &&
		     !tree.grids[0].rule;
		if (!ok)
			diag_error(env->diags, at,
				   "expected one table and nothing else");
	}
	if (ok)
		*table = (struct markdown_table){
			.cells = cells_of(env, &tree.grids[0]),
			.row_count = tree.grids[0].row_count,
			.column_count = tree.grids[0].column_count,
		};
	return ok;
}

static struct text *cells_of(const struct markdown_env *env,
			     const struct grid *grid)
{
	size_t count = grid->row_count * grid->column_count;
	struct text *cells = arena_array(env->arena, struct text, count);
	struct buf cell = { 0 };

	for (size_t i = 0; i < count; i++) {
		buf_reset(&cell);
		markdown_tree_put_cell(&cell, grid->sources[i].str);
		cells[i] = (struct text){ buf_copy(&cell, env->arena),
					  grid->sources[i].at };
	}
	buf_release(&cell);
	return cells;
}

/* The title of the page is its h1, so that "#" becomes h2 where it is used. */
static int level_shift(const struct markdown_tree *tree)
{
	cmark_node *node = cmark_node_first_child(tree->root);

	for (; node; node = cmark_node_next(node))
		if (is_heading(tree, node, 1))
			return 1;
	return 0;
}

static bool is_heading(const struct markdown_tree *tree, cmark_node *node,
		       int level)
{
	return cmark_node_get_type(node) == CMARK_NODE_HEADING &&
	       cmark_node_get_heading_level(node) == level &&
	       !markdown_tree_grid(tree, node);
}

static cmark_node *next_section(const struct markdown_tree *tree,
				cmark_node *node)
{
	while (node && !is_heading(tree, node, 2))
		node = cmark_node_next(node);
	return node;
}

/* Nothing in it that Markdown could mean anything by. */
static bool is_plain(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (strchr("*_[]<>&`!\\\n", text.ptr[i]))
			return false;
	return true;
}

static bool check_single(const struct markdown_env *env, cmark_node *root,
			 struct place at)
{
	cmark_node *first = cmark_node_first_child(root);

	if (first && !cmark_node_next(first))
		return true;
	return diag_error(env->diags, at, "expected one paragraph of text");
}
