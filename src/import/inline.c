#include "import/inline.h"

#include <stdlib.h>

#include <cmark.h>

#include "base/buf.h"
#include "import/wording.h"

enum { DEEPEST = 16 };

static void copy_inlines(struct article *article, cmark_node *from,
			 cmark_node *to, unsigned line);
static cmark_node *copy_node(struct article *article, cmark_node *node,
			     cmark_node *to);
static bool is_kept_container(cmark_node *node);
static void add_image(struct article *article, cmark_node *node, unsigned line);
static struct str plain_of(cmark_node *root, struct arena *arena);
static void link_bare_addresses(struct article *article, struct str words);

void inline_take(struct article *article, struct cmark_node *parent,
		 struct block *block)
{
	struct arena *arena = article->arena;
	cmark_node *document = cmark_node_new(CMARK_NODE_DOCUMENT);
	cmark_node *paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
	cmark_node *node = cmark_node_first_child(parent);
	char *markdown;

	cmark_node_append_child(document, paragraph);
	for (; node; node = cmark_node_next(node))
		copy_inlines(article, node, paragraph, block->line);
	cmark_consolidate_text_nodes(document);
	block->plain = plain_of(paragraph, arena);
	markdown = cmark_render_commonmark(document, CMARK_OPT_NOBREAKS, 0);
	block->text = arena_str(arena, str_trim(str_from(markdown)));
	free(markdown);
	node = cmark_node_first_child(paragraph);
	if (node && cmark_node_get_type(node) == CMARK_NODE_STRONG) {
		block->lead = plain_of(node, arena);
		block->strong = str_equals(block->lead, block->plain);
	}
	link_bare_addresses(article, block->plain);
	cmark_node_free(document);
}

void inline_plain(struct article *article, struct str words,
		  struct block *block)
{
	cmark_node *parent = cmark_node_new(CMARK_NODE_PARAGRAPH);
	cmark_node *text = cmark_node_new(CMARK_NODE_TEXT);

	words = wording_squeeze(words, article->arena);
	cmark_node_set_literal(text, words.ptr);
	cmark_node_append_child(parent, text);
	inline_take(article, parent, block);
	cmark_node_free(parent);
}

void inline_markdown(struct article *article, struct str markdown,
		     struct block *block)
{
	cmark_node *tree = cmark_parse_document(markdown.ptr, markdown.len,
						CMARK_OPT_DEFAULT);
	cmark_node *first = cmark_node_first_child(tree);

	if (first && !cmark_node_next(first) &&
	    cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH)
		inline_take(article, first, block);
	else
		inline_plain(article, markdown, block);
	cmark_node_free(tree);
}

/* A copy: the tree may be of another allocator than what goes into it. */
static void copy_inlines(struct article *article, cmark_node *from,
			 cmark_node *to, unsigned line)
{
	cmark_iter *iter = cmark_iter_new(from);
	cmark_event_type event;
	int depth = 0;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		bool enter = event == CMARK_EVENT_ENTER;

		/* cmark's writer looks at all that a node lies in. */
		if (is_kept_container(node) &&
		    (enter ? depth++ : --depth) >= DEEPEST)
			continue;
		if (cmark_node_get_type(node) == CMARK_NODE_IMAGE) {
			if (event == CMARK_EVENT_ENTER)
				add_image(article, node, line);
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		} else if (event == CMARK_EVENT_ENTER) {
			to = copy_node(article, node, to);
		} else if (is_kept_container(node)) {
			to = cmark_node_parent(to);
		}
	}
	cmark_iter_free(iter);
}

/* Appends what is kept of a node; gives where its children belong. */
static cmark_node *copy_node(struct article *article, cmark_node *node,
			     cmark_node *to)
{
	struct arena *arena = article->arena;
	cmark_node_type type = cmark_node_get_type(node);
	const char *literal = cmark_node_get_literal(node);
	cmark_node *copy;

	if (type == CMARK_NODE_HTML_INLINE &&
	    !wording_starts_any(str_from(literal), "<br"))
		return to;
	if (type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_LINEBREAK)
		type = CMARK_NODE_SOFTBREAK;
	if (type == CMARK_NODE_LINK && !is_kept_container(node))
		return to;
	copy = cmark_node_new(type);
	if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
		cmark_node_set_literal(copy, literal ? literal : "");
	cmark_node_append_child(to, copy);
	if (type == CMARK_NODE_LINK) {
		cmark_node_set_url(copy, cmark_node_get_url(node));
		article_link(article,
			     arena_str(arena,
				       str_from(cmark_node_get_url(node))),
			     plain_of(node, arena));
	}
	return is_kept_container(node) ? copy : to;
}

/* A link stays that means the same wherever the text stands. */
static bool is_kept_container(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	struct str url = str_from(
		type == CMARK_NODE_LINK ? cmark_node_get_url(node) : "");

	return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG ||
	       wording_is_address(url) || str_starts(url, "mailto:");
}

static void add_image(struct article *article, cmark_node *node, unsigned line)
{
	struct arena *arena = article->arena;
	struct block image = {
		.kind = BLOCK_IMAGE,
		.line = line,
		.text = plain_of(node, arena),
		.url = arena_str(arena, str_from(cmark_node_get_url(node))),
	};

	image.plain = image.text;
	article_add(article, &image);
}

/* The words without markup, on one line. */
static struct str plain_of(cmark_node *root, struct arena *arena)
{
	cmark_iter *iter = cmark_iter_new(root);
	struct buf buf = { 0 };
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (event != CMARK_EVENT_ENTER)
			continue;
		if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
			buf_text(&buf, cmark_node_get_literal(node));
		else if (type == CMARK_NODE_SOFTBREAK ||
			 type == CMARK_NODE_LINEBREAK)
			buf_char(&buf, ' ');
	}
	cmark_iter_free(iter);
	return wording_squeeze(wording_take(&buf, arena), arena);
}

static void link_bare_addresses(struct article *article, struct str words)
{
	while (words.len) {
		size_t at = str_find_str(words, STR("http")), end;
		struct str url;

		words = str_from_byte(words, at);
		end = str_find(words, ' ');
		url = wording_without(str_slice(words, 0, end), ".,;:)]\"'");
		if (wording_is_address(url))
			article_link(article, url, (struct str){ 0 });
		words = str_from_byte(words, end ? end : 1);
	}
}
