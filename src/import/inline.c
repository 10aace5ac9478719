#include "import/inline.h"

#include <stdlib.h>

#include <cmark.h>

#include "base/buf.h"
#include "import/wording.h"

enum { DEEPEST = 16 };

static void go_beyond(struct article *article, unsigned line, const char *what);
static void copy_inlines(struct article *article, cmark_node *from,
			 cmark_node *to, unsigned line);
static cmark_node *copy_node(struct article *article, cmark_node *node,
			     cmark_node *to);
static bool is_kept_container(cmark_node *node);
static bool may_stay(struct str url);
static void add_image(struct article *article, cmark_node *node, unsigned line);
static struct str plain_of(cmark_node *root, struct arena *arena);
static struct str rendered(cmark_node *document, struct arena *arena);
static void find_lead(cmark_node *paragraph, struct block *block,
		      struct arena *arena);
static void link_bare_addresses(struct article *article, struct str words);

void inline_take(struct article *article, struct cmark_node *parent,
		 struct block *block)
{
	inline_take_run(article, cmark_node_first_child(parent), NULL, block);
}

void inline_take_run(struct article *article, struct cmark_node *first,
		     struct cmark_node *end, struct block *block)
{
	struct arena *arena = article->arena;
	cmark_node *document = cmark_node_new(CMARK_NODE_DOCUMENT);
	cmark_node *paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);

	cmark_node_append_child(document, paragraph);
	for (; first && first != end; first = cmark_node_next(first))
		copy_inlines(article, first, paragraph, block->line);
	cmark_consolidate_text_nodes(document);
	block->plain = wording_squeeze(plain_of(paragraph, arena), arena);
	block->text = rendered(document, arena);
	find_lead(paragraph, block, arena);
	link_bare_addresses(article, block->plain);
	cmark_node_free(document);
}

bool inline_breaks(struct cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	cmark_node *label = cmark_node_next(node);
	cmark_node *words = label ? cmark_node_last_child(label) : NULL;
	cmark_node *behind = label ? cmark_node_next(label) : NULL;
	const char *said = words ? cmark_node_get_literal(words) : NULL;
	const char *next = behind ? cmark_node_get_literal(behind) : NULL;

	if ((type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK) ||
	    !label || cmark_node_get_type(label) != CMARK_NODE_STRONG)
		return false;
	return (said && str_ends(str_from(said), ":")) ||
	       (next && (next[0] == ':' || !strncmp(next, " –", 3)));
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

void article_add(struct article *article, const struct block *block)
{
	if (!block->plain.len && !block->url.len && !block->row_count &&
	    block->kind != BLOCK_CODE)
		return;
	article->cell_count += block->row_count * block->column_count;
	article->note_count += block->note.len > 0;
	if (article->block_count == ARTICLE_BLOCKS)
		go_beyond(article, block->line, "5000 paragraphs and the like");
	else if (article->note_count > ARTICLE_NOTES)
		go_beyond(article, block->line, "300 footnotes");
	else if (article->cell_count > ARTICLE_CELLS)
		go_beyond(article, block->line, "20000 cells of tables");
	else
		*arena_push(article->arena, article->blocks,
			    article->block_count) = *block;
}

void article_link(struct article *article, struct str url, struct str text)
{
	if (article->muted || article->beyond ||
	    (!str_starts(url, "http://") && !str_starts(url, "https://")))
		return;
	for (size_t i = 0; i < article->link_count; i++)
		if (str_equals(article->links[i].url, url))
			return;
	if (article->link_count == ARTICLE_LINKS)
		go_beyond(
			article,
			article->block_count
				? article->blocks[article->block_count - 1].line
				: 1,
			"2000 links");
	else
		*arena_push(article->arena, article->links,
			    article->link_count) =
			(struct link){ .url = url, .text = text };
}

static void go_beyond(struct article *article, unsigned line, const char *what)
{
	if (article->beyond)
		return;
	article->beyond = what;
	article->beyond_line = line;
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
	    !wording_starts(str_from(literal), "<br"))
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
			     wording_squeeze(plain_of(node, arena), arena));
	}
	return is_kept_container(node) ? copy : to;
}

static bool is_kept_container(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG ||
	       (type == CMARK_NODE_LINK &&
		may_stay(str_from(cmark_node_get_url(node))));
}

/* A link that means the same wherever the text stands. */
static bool may_stay(struct str url)
{
	return wording_is_address(url) || str_starts(url, "mailto:");
}

static void add_image(struct article *article, cmark_node *node, unsigned line)
{
	struct arena *arena = article->arena;
	struct block image = {
		.kind = BLOCK_IMAGE,
		.line = line,
		.text = wording_squeeze(plain_of(node, arena), arena),
		.url = arena_str(arena, str_from(cmark_node_get_url(node))),
	};

	image.plain = image.text;
	article_add(article, &image);
}

static struct str plain_of(cmark_node *root, struct arena *arena)
{
	cmark_iter *iter = cmark_iter_new(root);
	struct buf buf = { 0 };
	cmark_event_type event;
	struct str text;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event != CMARK_EVENT_ENTER)
			continue;
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_TEXT:
		case CMARK_NODE_CODE:
			buf_text(&buf, cmark_node_get_literal(node));
			break;
		case CMARK_NODE_SOFTBREAK:
		case CMARK_NODE_LINEBREAK:
			buf_char(&buf, ' ');
			break;
		default:
			break;
		}
	}
	cmark_iter_free(iter);
	text = buf_copy(&buf, arena);
	buf_release(&buf);
	return text;
}

static struct str rendered(cmark_node *document, struct arena *arena)
{
	char *markdown =
		cmark_render_commonmark(document, CMARK_OPT_NOBREAKS, 0);
	struct str text = wording_unfact(str_trim(str_from(markdown)), arena);

	free(markdown);
	return text;
}

static void find_lead(cmark_node *paragraph, struct block *block,
		      struct arena *arena)
{
	cmark_node *first = cmark_node_first_child(paragraph);

	if (!first || cmark_node_get_type(first) != CMARK_NODE_STRONG)
		return;
	block->lead = wording_squeeze(plain_of(first, arena), arena);
	block->strong = str_equals(block->lead, block->plain);
}

static void link_bare_addresses(struct article *article, struct str words)
{
	while (words.len) {
		size_t at = str_find_str(words, STR("http")), end;
		struct str url;

		words = str_from_byte(words, at);
		for (end = 0; end < words.len && words.ptr[end] != ' '; end++)
			;
		url = str_slice(words, 0, end);
		while (url.len && strchr(".,;:)]\"'", url.ptr[url.len - 1]))
			url.len--;
		if (wording_is_address(url))
			article_link(article, url, (struct str){ 0 });
		words = str_from_byte(words, end ? end : 1);
	}
}
