#include <stdlib.h>

#include <cmark.h>

#include "import/article.h"
#include "import/inline.h"
#include "read/markdown_tree.h"

struct tree_walk {
	struct diags *diags;
	struct article *article;
	const struct markdown_tree *tree;
	unsigned line; /* of the text's first line */
	int depth;     /* of lists */
	int number;    /* of the item at hand, when it is the first block */
	bool quoted, item;
};

static struct str escape_notes(struct str text, struct arena *arena);
static bool walk_blocks(struct tree_walk *w, cmark_node *parent);
static bool walk_list(struct tree_walk *w, cmark_node *list);
static void add_words(struct tree_walk *w, cmark_node *node);
static void add_code(struct tree_walk *w, cmark_node *node);
static void add_grid(struct tree_walk *w, cmark_node *node,
		     const struct grid *grid);
static unsigned line_of(const struct tree_walk *w, cmark_node *node);

bool article_read_markdown(struct diags *diags, struct article *article,
			   struct str text, unsigned line)
{
	struct markdown_env env = { .diags = diags, .arena = article->arena };
	struct markdown_tree tree;
	struct tree_walk w = {
		.diags = diags, .article = article, .tree = &tree, .line = line
	};

	return markdown_tree_make(&env, escape_notes(text, article->arena),
				  (struct place){ article->path, line, 1, 1 },
				  &tree) &&
	       walk_blocks(&w, tree.root);
}

/* "[^1]: whence" at the start of a line would be no text but a definition. */
static struct str escape_notes(struct str text, struct arena *arena)
{
	struct buf kept = { 0 };
	bool fenced = false;

	while (text.ptr) {
		struct str line = str_cut(&text, '\n'), words = str_trim(line);

		fenced ^= str_starts(words, "```") || str_starts(words, "~~~");
		if (!fenced && str_starts(words, "[^") &&
		    words.ptr - line.ptr < 4) {
			buf_char(&kept, '\\');
			line = words;
		}
		buf_raw(&kept, line);
		buf_text(&kept, text.ptr ? "\n" : "");
	}
	return buf_take(&kept, arena);
}

/* The tree was checked to be no deeper than MARKDOWN_NESTING. */
static bool walk_blocks(struct tree_walk *w, cmark_node *parent)
{
	cmark_node *next, *node = cmark_node_first_child(parent);
	bool ok = true;

	for (; node && ok; node = next) {
		const struct grid *grid = markdown_tree_grid(w->tree, node);
		bool quoted = w->quoted;

		next = cmark_node_next(node);
		if (grid) {
			add_grid(w, node, grid);
			continue;
		}
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_HEADING:
		case CMARK_NODE_PARAGRAPH:
			add_words(w, node);
			break;
		case CMARK_NODE_CODE_BLOCK:
			add_code(w, node);
			break;
		case CMARK_NODE_HTML_BLOCK:
			ok = article_read_html(
				w->diags, w->article,
				str_from(cmark_node_get_literal(node)),
				line_of(w, node));
			break;
		case CMARK_NODE_BLOCK_QUOTE:
			w->quoted = true;
			ok = walk_blocks(w, node);
			w->quoted = quoted;
			break;
		case CMARK_NODE_LIST:
			ok = walk_list(w, node);
			break;
		default:
			break;
		}
	}
	return ok;
}

static bool walk_list(struct tree_walk *w, cmark_node *list)
{
	bool ordered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
	int number = cmark_node_get_list_start(list);
	cmark_node *next, *item = cmark_node_first_child(list);
	bool ok = true;

	w->depth++;
	for (; item && ok; item = next) {
		next = cmark_node_next(item);
		w->item = true;
		w->number = ordered ? number++ : 0;
		ok = walk_blocks(w, item);
	}
	w->item = false;
	w->depth--;
	return ok;
}

/* A list's item is its first paragraph; what follows in it are paragraphs. */
static void add_words(struct tree_walk *w, cmark_node *node)
{
	bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
	struct block block = {
		.kind = heading	  ? BLOCK_HEADING
			: w->item ? BLOCK_ITEM
				  : BLOCK_PARAGRAPH,
		.line = line_of(w, node),
		.level =
			heading ? cmark_node_get_heading_level(node) : w->depth,
		.number = !heading && w->item ? w->number : 0,
		.quoted = w->quoted,
	};

	w->item = false;
	inline_take(w->article, node, &block);
	/* A footnote, "[^1]: whence", is no text of where it stands. */
	block.aside = str_starts(block.plain, "[^") &&
		      str_find_str(block.plain, STR("]:")) < block.plain.len;
	article_add(w->article, &block);
}

static void add_code(struct tree_walk *w, cmark_node *node)
{
	struct arena *arena = w->article->arena;
	struct str info = str_from(cmark_node_get_fence_info(node));
	struct block block = {
		.kind = BLOCK_CODE,
		.line = line_of(w, node),
		.text = arena_str(arena,
				  str_from(cmark_node_get_literal(node))),
		.language = arena_str(arena, str_cut(&info, ' ')),
	};

	w->item = false;
	article_add(w->article, &block);
}

static void add_grid(struct tree_walk *w, cmark_node *node,
		     const struct grid *grid)
{
	struct block block = { .kind = BLOCK_TABLE, .line = line_of(w, node) };

	w->item = false;
	if (grid->lead)
		add_words(w, grid->lead);
	article_grid(w->article, &block, grid->row_count, grid->column_count);
	for (size_t i = 0;
	     block.cells && i < grid->row_count * grid->column_count; i++) {
		struct block cell = { .line = block.line };

		inline_markdown(w->article, grid->sources[i].str, &cell);
		block.cells[i] = cell.text;
		block.labels[i] = cell.plain;
	}
	article_add(w->article, &block);
}

static unsigned line_of(const struct tree_walk *w, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);

	return w->line + (line > 0 ? (unsigned)line - 1 : 0);
}
