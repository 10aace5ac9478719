#include <stdlib.h>

#include <cmark.h>
#include <libxml/HTMLparser.h>

#include "base/address.h"
#include "base/wording.h"
#include "import/article.h"
#include "import/inline.h"
#include "import/page_parts.h"
#include "import/phrases.h"
#include "import/table_page.h"

enum { WRAPS = 24 };

/* Emphasis or a link around words; a node only once there are any. */
struct wrap {
	cmark_node_type type;
	const char *url;
	cmark_node *node;
};

struct page_walk {
	struct article *article;
	unsigned offset; /* added to libxml2's lines */
	cmark_node *paragraph;
	struct wrap wraps[WRAPS];
	size_t wrap_count;
	struct block block; /* what the paragraph becomes */
	bool space;	    /* before the next word */
	int list_depth, number;
	bool ordered, item, quoted, aside, one_line;
	bool in_main, in_article, in_note;
	xmlNode *hidden; /* what holds the hidden parts */
	bool in_hidden;
};

static htmlDocPtr parse(struct str text, bool *whole);
static void take_hidden(const struct page_walk *w, xmlNode *node, int depth);
static void read_head(struct article *article, xmlNode *node, int depth);
static void read_meta(struct article *article, xmlNode *node);
static struct str content(const xmlNode *node, struct arena *arena);
static void walk_children(struct page_walk *w, xmlNode *node, int depth);
static void walk_node(struct page_walk *w, xmlNode *node, int depth);
static void walk_element(struct page_walk *w, xmlNode *node, int depth);
static void walk_wrapped(struct page_walk *w, xmlNode *node, int depth);
static void walk_raised(struct page_walk *w, xmlNode *node, int depth);
static bool is_link_within(const xmlNode *node, struct arena *arena);
static void walk_block(struct page_walk *w, xmlNode *node, int depth);
static struct block begin(const struct page_walk *w, const xmlNode *node,
			  enum block_kind kind);
static void flush(struct page_walk *w);
static void add_text(struct page_walk *w, struct str text);
static void add_word(struct page_walk *w, struct str word);
static cmark_node *innermost(struct page_walk *w);
static void append(cmark_node *to, cmark_node_type type, struct str words);
static void add_inline_code(struct page_walk *w, xmlNode *node);
static void add_code(struct page_walk *w, xmlNode *node);
static void code_text(struct buf *buf, const xmlNode *node, int depth);
static void add_image(struct page_walk *w, xmlNode *node);
static void add_table(struct page_walk *w, xmlNode *node, int depth);
static struct str sign_of(struct str class);
static struct str label_within(xmlNode *node, int depth, struct arena *arena);
static struct block cell_words(struct page_walk *w, xmlNode *cell, int depth);

bool article_read_html(struct diags *diags, struct article *article,
		       struct str text, unsigned line)
{
	struct page_walk w = { .article = article,
			       .offset = line - 1,
			       .block = { .kind = BLOCK_PARAGRAPH } };
	bool whole;
	xmlNode *root;
	htmlDocPtr doc;

	if (!str_trim(text).len)
		return true;
	doc = parse(text, &whole);
	root = doc && whole ? xmlDocGetRootElement(doc) : NULL;
	if (root) {
		read_head(article, root, 0);
		w.hidden =
			xmlNewDocNode(doc, NULL, (const xmlChar *)"div", NULL);
		take_hidden(&w, root, 0);
		xmlAddChild(root, w.hidden);
		walk_node(&w, root, 0);
		flush(&w);
	}
	xmlFreeDoc(doc);
	/* A comment or a closing tag alone is no text and no mistake. */
	return whole ||
	       diag_error(diags, (struct place){ article->path, line, 1, 1 },
			  "the HTML is nested too deep to be read whole");
}

/* libxml2 stops in silence where elements lie too deep, with a fatal error. */
static htmlDocPtr parse(struct str text, bool *whole)
{
	htmlParserCtxtPtr context = htmlNewParserCtxt();
	htmlDocPtr doc = NULL;
	xmlErrorPtr error;

	*whole = false;
	if (!context)
		return NULL;
	doc = htmlCtxtReadMemory(
		context, text.ptr, (int)text.len, NULL, "UTF-8",
		HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
			HTML_PARSE_NONET);
	error = xmlCtxtGetLastError(context);
	*whole = !error || error->level < XML_ERR_FATAL;
	htmlFreeParserCtxt(context);
	return doc;
}

/* They are read behind the article, as what stands around it. */
static void take_hidden(const struct page_walk *w, xmlNode *node, int depth)
{
	for (xmlNode *next; node && depth < PAGE_DEPTH; node = next) {
		next = node->next;
		if (page_is_hidden(node, w->article->arena)) {
			xmlUnlinkNode(node);
			xmlAddChild(w->hidden, node);
		} else {
			take_hidden(w, node->children, depth + 1);
		}
	}
}

/* What the page says of itself, wherever it stands. */
static void read_head(struct article *article, xmlNode *node, int depth)
{
	struct arena *arena = article->arena;

	for (; node && depth < PAGE_DEPTH; node = node->next) {
		if (page_is(node, "meta")) {
			read_meta(article, node);
		} else if (page_is(node, "title")) {
			article_say(article, STR("title"),
				    content(node, arena));
		} else if (page_is(node, "link") &&
			   wording_is_any(page_attribute(node, "rel", arena),
					  "canonical")) {
			article_say(article, STR("canonical"),
				    page_attribute(node, "href", arena));
		} else if (page_is(node, "time")) {
			article_say(article, STR("date"),
				    page_attribute(node, "datetime", arena));
		} else if (node->type == XML_ELEMENT_NODE) {
			read_head(article, node->children, depth + 1);
		}
	}
}

static void read_meta(struct article *article, xmlNode *node)
{
	struct arena *arena = article->arena;
	struct str name = page_attribute(node, "name", arena);
	struct str value = page_attribute(node, "content", arena);

	if (!name.len)
		name = page_attribute(node, "property", arena);
	if (!wording_is_any(name, "author"))
		article_say(article, name, value);
	else if (value.len && !article->author_count)
		*arena_push(arena, article->authors, article->author_count) =
			value;
}

static struct str content(const xmlNode *node, struct arena *arena)
{
	xmlChar *value = xmlNodeGetContent(node);
	struct str text = page_clean(str_from((const char *)value), arena);

	xmlFree(value);
	return text;
}

static void walk_children(struct page_walk *w, xmlNode *node, int depth)
{
	for (node = node->children; node; node = node->next)
		walk_node(w, node, depth + 1);
}

static void walk_node(struct page_walk *w, xmlNode *node, int depth)
{
	bool text = node->type == XML_TEXT_NODE ||
		    node->type == XML_CDATA_SECTION_NODE;

	if (text || (node->type == XML_ELEMENT_NODE && depth > PAGE_DEPTH))
		add_text(w, content(node, w->article->arena));
	else if (node->type == XML_ELEMENT_NODE)
		walk_element(w, node, depth);
}

static void walk_element(struct page_walk *w, xmlNode *node, int depth)
{
	if (page_is(node,
		    "script style template noscript svg math iframe title "
		    "object canvas"))
		return;
	if (node->parent == w->hidden)
		walk_block(w, node, depth);
	else if (page_is(node, "b strong i em cite a del s strike"))
		walk_wrapped(w, node, depth);
	else if (page_is(node, "sup"))
		walk_raised(w, node, depth);
	else if (page_is(node, "code kbd samp"))
		add_inline_code(w, node);
	else if (page_is(node, "img"))
		add_image(w, node);
	else if (page_is(node, "br"))
		w->space = true;
	else if (page_is(node, "span small sub u ins mark abbr time q "
			       "label font var tt big nobr wbr acronym dfn "
			       "bdi"))
		walk_children(w, node, depth);
	else if (w->one_line) {
		w->space = true;
		walk_children(w, node, depth);
		w->space = true;
	} else if (page_is(node, "pre"))
		add_code(w, node);
	else if (page_is(node, "table"))
		add_table(w, node, depth);
	else
		walk_block(w, node, depth);
}

static void walk_wrapped(struct page_walk *w, xmlNode *node, int depth)
{
	struct arena *arena = w->article->arena;
	struct str url = { "", 0 };
	bool link = page_is(node, "a");

	if (link)
		url = page_attribute(node, "href", arena);
	if (w->wrap_count == WRAPS || (link && !address_is_quotable(url))) {
		walk_children(w, node, depth);
		return;
	}
	w->wraps[w->wrap_count++] = (struct wrap){
		.type = link			     ? CMARK_NODE_LINK
			: page_is(node, "b strong")  ? CMARK_NODE_STRONG
			: page_is(node, "i em cite") ? CMARK_NODE_EMPH
						     : INLINE_STRUCK,
		.url = url.ptr,
	};
	walk_children(w, node, depth);
	w->wrap_count--;
}

static void walk_raised(struct page_walk *w, xmlNode *node, int depth)
{
	struct arena *arena = w->article->arena;
	struct str words = str_squeeze(content(node, arena), arena);

	if (!words.len)
		return;
	add_word(w, STR(""));
	if (!inline_raise(innermost(w), words, is_link_within(node, arena),
			  arena))
		walk_children(w, node, depth);
}

/* A link to a place of the same page. */
static bool is_link_within(const xmlNode *node, struct arena *arena)
{
	for (node = node->children; node; node = node->next)
		if (page_is(node, "a") &&
		    str_starts(page_attribute(node, "href", arena), "#"))
			return true;
	return false;
}

/* Everything else parts what stands before it from what follows. */
static void walk_block(struct page_walk *w, xmlNode *node, int depth)
{
	struct page_walk outer = *w;
	bool item = page_is(node, "li");

	flush(w);
	w->wrap_count = 0;
	if (page_is(node, "ul ol")) {
		w->list_depth++;
		w->ordered = page_is(node, "ol");
		w->number = 0;
	} else if (item) {
		w->item = true;
		w->number++;
	}
	w->quoted |= page_is(node, "blockquote");
	w->in_main |= page_is(node, "article main");
	w->in_article |= page_is(node, "article");
	w->aside |= (page_is(node, "header") && !outer.in_main) ||
		    (page_is(node, "aside") && !outer.in_article) ||
		    page_is_around(node, w->article->arena);
	w->in_hidden |= node == w->hidden;
	w->aside |= w->in_hidden;
	w->in_note |= page_is_note(node, w->article->arena);
	if (outer.block.kind != BLOCK_HEADING) {
		w->block = begin(w, node, BLOCK_PARAGRAPH);
		w->block.strong = page_is(node, "summary dt");
	}
	if (page_is(node, "h1 h2 h3 h4 h5 h6")) {
		w->block.kind = BLOCK_HEADING;
		w->block.level = node->name[1] - '0';
	}
	walk_children(w, node, depth);
	flush(w);
	outer.block = begin(w, node->next ? node->next : node, BLOCK_PARAGRAPH);
	outer.paragraph = w->paragraph;
	outer.number = item ? w->number : outer.number;
	outer.item = !item && w->item && outer.item;
	outer.space = w->space;
	*w = outer;
	for (size_t i = 0; i < w->wrap_count; i++)
		w->wraps[i].node = NULL;
}

static struct block begin(const struct page_walk *w, const xmlNode *node,
			  enum block_kind kind)
{
	unsigned line = (unsigned)xmlGetLineNo(node);

	return (struct block){ .kind = kind,
			       .line = (line ? line : 1) + w->offset,
			       .aside = w->aside,
			       .hidden = w->in_hidden };
}

static void flush(struct page_walk *w)
{
	struct block block = w->block;
	bool bold = block.strong;

	w->space = false;
	for (size_t i = 0; i < w->wrap_count; i++)
		w->wraps[i].node = NULL;
	if (!w->paragraph)
		return;
	block.line += block.line ? 0 : 1 + w->offset;
	block.quoted = w->quoted;
	block.aside = w->aside || w->in_note;
	block.hidden = w->in_hidden;
	if (block.kind != BLOCK_HEADING) {
		block.kind = w->item ? BLOCK_ITEM : BLOCK_PARAGRAPH;
		block.level = w->list_depth;
		block.number = w->item && w->ordered ? w->number : 0;
	}
	w->item = false;
	w->article->muted = w->aside;
	inline_take(w->article, w->paragraph, &block);
	w->article->muted = false;
	block.strong |= bold;
	article_add(w->article, &block);
	cmark_node_free(w->paragraph);
	w->paragraph = NULL;
}

static void add_text(struct page_walk *w, struct str text)
{
	for (size_t i = 0; i < text.len;) {
		size_t len = strcspn(text.ptr + i, " \t\r\n");

		if (len)
			add_word(w, str_slice(text, i, len));
		w->space |= i + len < text.len;
		i += len + 1;
	}
}

/*
 * The space before a word stands outside of the emphasis that begins with
 * it, or Markdown would not take it for emphasis.
 */
static void add_word(struct page_walk *w, struct str word)
{
	if (!w->paragraph)
		w->paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
	else if (w->space) {
		size_t open = 0;

		while (open < w->wrap_count && w->wraps[open].node)
			open++;
		append(open ? w->wraps[open - 1].node : w->paragraph,
		       CMARK_NODE_TEXT, STR(" "));
	}
	w->space = false;
	if (word.len)
		append(innermost(w), CMARK_NODE_TEXT, word);
}

static cmark_node *innermost(struct page_walk *w)
{
	cmark_node *inner = w->paragraph;

	for (size_t i = 0; i < w->wrap_count; i++) {
		struct wrap *wrap = &w->wraps[i];

		if (!wrap->node) {
			wrap->node = inline_append(inner, wrap->type);
			if (wrap->type == CMARK_NODE_LINK)
				cmark_node_set_url(wrap->node, wrap->url);
		}
		inner = wrap->node;
	}
	return inner;
}

static void append(cmark_node *to, cmark_node_type type, struct str words)
{
	char *terminated = strndup(words.ptr, words.len);

	cmark_node_set_literal(inline_append(to, type),
			       terminated ? terminated : "");
	free(terminated);
}

static void add_inline_code(struct page_walk *w, xmlNode *node)
{
	struct str code = str_squeeze(content(node, w->article->arena),
				      w->article->arena);

	if (!code.len)
		return;
	add_word(w, STR(""));
	append(innermost(w), CMARK_NODE_CODE, code);
}

static void add_code(struct page_walk *w, xmlNode *node)
{
	struct block block = begin(w, node, BLOCK_CODE);
	struct buf buf = { 0 };

	flush(w);
	code_text(&buf, node->children, 0);
	block.text = page_clean(buf_str(&buf), w->article->arena);
	buf_release(&buf);
	block.language = page_language(node, w->article->arena);
	while (str_starts(block.text, "\n"))
		block.text = str_from_byte(block.text, 1);
	if (str_trim(block.text).len)
		article_add(w->article, &block);
}

/* Some editors end a line of code with <br>. */
static void code_text(struct buf *buf, const xmlNode *node, int depth)
{
	for (; node && depth < PAGE_DEPTH; node = node->next)
		if (node->type == XML_TEXT_NODE ||
		    node->type == XML_CDATA_SECTION_NODE)
			buf_text(buf, (const char *)node->content);
		else if (page_is(node, "br"))
			buf_char(buf, '\n');
		else
			code_text(buf, node->children, depth + 1);
}

static void add_image(struct page_walk *w, xmlNode *node)
{
	struct block block = begin(w, node, BLOCK_IMAGE);

	block.text = page_attribute(node, "alt", w->article->arena);
	block.url = page_attribute(node, "src", w->article->arena);
	block.plain = block.text;
	article_add(w->article, &block);
}

/* A table of one column, or around another one, is layout. */
static void add_table(struct page_walk *w, xmlNode *node, int depth)
{
	struct page_grid grid;
	struct block block, words;

	if (!page_grid_of(node, &grid, w->article->arena)) {
		walk_block(w, node, depth);
		return;
	}
	flush(w);
	for (xmlNode *part = node->children; part; part = part->next)
		if (page_is(part, "caption"))
			walk_block(w, part, depth);
	block = begin(w, node, BLOCK_TABLE);
	article_grid(w->article, &block, grid.rows, grid.columns);
	for (size_t i = 0; block.cells && i < grid.rows * grid.columns; i++) {
		size_t at = page_grid_first(&grid, i);

		if (at == i && grid.cells[i]) {
			words = cell_words(w, grid.cells[i], depth);
			block.cells[i] = words.text;
			block.labels[i] = words.plain;
		}
		block.cells[i] = block.cells[at];
		block.labels[i] = block.labels[at];
	}
	article_add(w->article, &block);
}

/* Of an icon that a font draws. */
static struct str sign_of(struct str class)
{
	return wording_has_any(class, PHRASES_YES_CLASS)  ? STR("✓")
	       : wording_has_any(class, PHRASES_NO_CLASS) ? STR("✗")
							  : STR("");
}

/* What a picture or sign without words is said to be: "Yes", "4 out of 5". */
static struct str label_within(xmlNode *node, int depth, struct arena *arena)
{
	struct str label = { "", 0 };

	if (depth > PAGE_DEPTH)
		return label;
	for (node = node->children; node && !label.len; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		label = page_attribute(node, "aria-label", arena);
		if (!label.len && page_is(node, "img"))
			label = page_attribute(node, "alt", arena);
		if (!label.len && page_is(node, "title"))
			label = content(node, arena);
		if (!label.len)
			label = sign_of(page_attribute(node, "class", arena));
		if (!label.len)
			label = label_within(node, depth + 1, arena);
	}
	return label;
}

static struct block cell_words(struct page_walk *w, xmlNode *cell, int depth)
{
	struct page_walk inner = { .article = w->article,
				   .offset = w->offset,
				   .one_line = true };
	struct block block = begin(w, cell, BLOCK_PARAGRAPH);

	walk_children(&inner, cell, depth + 1);
	if (!inner.paragraph)
		add_text(&inner, label_within(cell, depth, w->article->arena));
	if (inner.paragraph) {
		inline_take(w->article, inner.paragraph, &block);
		cmark_node_free(inner.paragraph);
	}
	return block;
}
