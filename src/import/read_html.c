#include <stdlib.h>

#include <cmark.h>
#include <libxml/HTMLparser.h>

#include "base/buf.h"
#include "base/slug.h"
#include "import/article.h"
#include "import/inline.h"
#include "import/page_parts.h"
#include "import/wording.h"

enum { WRAPS = 24, DEPTH = 200, COLUMNS = 64 };

/* Emphasis or a link around words; a node only once there are any. */
struct wrap {
	cmark_node_type type;
	const char *url;
	cmark_node *node;
};

struct rows {
	xmlNode **items;
	size_t count;
};

struct walk {
	struct article *article;
	unsigned offset; /* added to libxml2's lines */
	cmark_node *paragraph;
	struct wrap wraps[WRAPS];
	size_t wrap_count;
	struct block block; /* what the paragraph becomes */
	bool space;	    /* before the next word */
	int list_depth, number;
	bool ordered, item, quoted, aside, inside, one_line;
	const struct page_notes *notes;
	size_t text_len; /* of the page */
	struct str note; /* the label of the one that begins here */
	bool in_note;
};

static htmlDocPtr parse(struct str text, bool *whole);
static void read_head(struct article *article, xmlNode *node, int depth);
static void read_meta(struct article *article, xmlNode *node);
static void keep(struct article *article, struct str *to, struct str value);
static struct str attribute(struct article *article, xmlNode *node,
			    const char *name);
static struct str content(struct article *article, xmlNode *node);
static void walk_children(struct walk *w, xmlNode *node, int depth);
static void walk_node(struct walk *w, xmlNode *node, int depth);
static void walk_element(struct walk *w, xmlNode *node, int depth);
static void walk_wrapped(struct walk *w, xmlNode *node, int depth);
static bool add_note_mark(struct walk *w, xmlNode *node);
static void walk_block(struct walk *w, xmlNode *node, int depth);
static void begin_note(struct walk *w, xmlNode *node);
static void begin(struct walk *w, xmlNode *node);
static void flush(struct walk *w);
static void add_text(struct walk *w, struct str text);
static void add_word(struct walk *w, struct str word);
static cmark_node *innermost(struct walk *w);
static void append(cmark_node *to, cmark_node_type type, struct str words);
static void add_inline_code(struct walk *w, xmlNode *node);
static void add_code(struct walk *w, xmlNode *node);
static void code_text(struct buf *buf, const xmlNode *node, int depth);
static void add_image(struct walk *w, xmlNode *node);
static bool add_caption(struct walk *w, xmlNode *node, int depth);
static void add_table(struct walk *w, xmlNode *node, int depth);
static void find_rows(xmlNode *node, struct rows *rows, struct arena *arena,
		      int depth);
static struct block cell_words(struct walk *w, xmlNode *cell, int depth);
static struct str clean(struct article *article, const xmlChar *text);

bool article_read_html(struct diags *diags, struct article *article,
		       struct str text, unsigned line)
{
	struct walk w = { .article = article,
			  .offset = line - 1,
			  .block = { .kind = BLOCK_PARAGRAPH } };
	bool whole;
	struct page_notes notes;
	xmlNode *root;
	htmlDocPtr doc;

	if (!str_trim(text).len)
		return true;
	doc = parse(text, &whole);
	root = doc ? xmlDocGetRootElement(doc) : NULL;
	if (!root || !whole) {
		xmlFreeDoc(doc);
		/* A comment alone is no text and no mistake. */
		if (whole && str_starts(str_trim(text), "<!"))
			return true;
		return diag_error(diags,
				  (struct place){ article->path, line, 1, 1 },
				  whole ? "there is no HTML to read"
					: "the HTML is nested too deep to be "
					  "read whole");
	}
	read_head(article, root, 0);
	notes = page_notes_of(root, article->arena);
	w.notes = &notes;
	w.text_len = page_text_len(root);
	walk_node(&w, root, 0);
	flush(&w);
	xmlFreeDoc(doc);
	return true;
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

/* What the page says of itself, wherever it stands. */
static void read_head(struct article *article, xmlNode *node, int depth)
{
	for (; node && depth < DEPTH; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (page_is(node, "meta"))
			read_meta(article, node);
		else if (page_is(node, "title"))
			keep(article, &article->title, content(article, node));
		else if (page_is(node, "link") &&
			 wording_is(attribute(article, node, "rel"),
				    "canonical"))
			keep(article, &article->canonical,
			     attribute(article, node, "href"));
		else if (page_is(node, "time"))
			keep(article, &article->date,
			     attribute(article, node, "datetime"));
		else
			read_head(article, node->children, depth + 1);
	}
}

static void read_meta(struct article *article, xmlNode *node)
{
	struct str name = attribute(article, node, "name");
	struct str value = attribute(article, node, "content");

	if (!name.len)
		name = attribute(article, node, "property");
	if (wording_is(name, "description") ||
	    wording_is(name, "og:description"))
		keep(article, &article->description, value);
	else if (wording_is(name, "article:published_time") ||
		 wording_is(name, "date"))
		keep(article, &article->date, value);
	else if (wording_is(name, "article:modified_time"))
		keep(article, &article->updated, value);
	else if (wording_is(name, "og:url"))
		keep(article, &article->canonical, value);
	else if (wording_is(name, "author") && value.len &&
		 !article->author_count)
		*arena_push(article->arena, article->authors,
			    article->author_count) = value;
}

static void keep(struct article *article, struct str *to, struct str value)
{
	if (!to->len)
		*to = wording_squeeze(value, article->arena);
}

static struct str attribute(struct article *article, xmlNode *node,
			    const char *name)
{
	xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
	struct str text = value ? clean(article, value) : STR("");

	xmlFree(value);
	return str_trim(text);
}

static struct str content(struct article *article, xmlNode *node)
{
	xmlChar *value = xmlNodeGetContent(node);
	struct str text = value ? clean(article, value) : STR("");

	xmlFree(value);
	return text;
}

static void walk_children(struct walk *w, xmlNode *node, int depth)
{
	for (node = node->children; node; node = node->next)
		walk_node(w, node, depth + 1);
}

static void walk_node(struct walk *w, xmlNode *node, int depth)
{
	if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
		add_text(w, clean(w->article, node->content));
	else if (node->type != XML_ELEMENT_NODE)
		return;
	else if (depth > DEPTH)
		add_text(w, content(w->article, node));
	else
		walk_element(w, node, depth);
}

static void walk_element(struct walk *w, xmlNode *node, int depth)
{
	if (page_is(node,
		    "script style template noscript svg math iframe title "
		    "object canvas"))
		return;
	if (page_is(node, "b strong i em cite a"))
		walk_wrapped(w, node, depth);
	else if (page_is(node, "code kbd samp"))
		add_inline_code(w, node);
	else if (page_is(node, "img"))
		add_image(w, node);
	else if (page_is(node, "br") && !w->one_line && !w->wrap_count &&
		 w->block.kind == BLOCK_PARAGRAPH && page_is_label(node->next))
		flush(w);
	else if (page_is(node, "br"))
		w->space = true;
	else if (w->one_line) {
		w->space = true;
		walk_children(w, node, depth);
		w->space = true;
	} else if (page_is(node, "pre"))
		add_code(w, node);
	else if (page_is_caption(node) && add_caption(w, node, depth))
		return;
	else if (page_is(node, "table"))
		add_table(w, node, depth);
	else if (page_is(node,
			 "span small sub sup u ins del s mark abbr time q "
			 "label font var tt big nobr wbr acronym dfn bdi"))
		walk_children(w, node, depth);
	else
		walk_block(w, node, depth);
}

static void walk_wrapped(struct walk *w, xmlNode *node, int depth)
{
	struct str url = { "", 0 };
	bool link = page_is(node, "a");

	if (link && add_note_mark(w, node))
		return;
	if (link)
		url = attribute(w->article, node, "href");
	if (w->wrap_count == WRAPS || (link && !wording_is_address(url))) {
		walk_children(w, node, depth);
		return;
	}
	w->wraps[w->wrap_count++] = (struct wrap){
		.type = link			    ? CMARK_NODE_LINK
			: page_is(node, "b strong") ? CMARK_NODE_STRONG
						    : CMARK_NODE_EMPH,
		.url = url.ptr,
	};
	walk_children(w, node, depth);
	w->wrap_count--;
}

/* The mark, as Markdown has it; the way back from a note is left out. */
static bool add_note_mark(struct walk *w, xmlNode *node)
{
	struct arena *arena = w->article->arena;
	struct str id = page_note_mark(node, arena);

	if (page_notes_have(w->notes, id)) {
		w->space = false;
		add_word(w, ARENA_JOIN(arena, STR("[^"), slug_of(id, arena),
				       STR("]")));
		return true;
	}
	return id.len && w->in_note;
}

/* Everything else parts what stands before it from what follows. */
static void walk_block(struct walk *w, xmlNode *node, int depth)
{
	struct walk outer = *w;

	flush(w);
	w->wrap_count = 0;
	if (page_is(node, "ul ol")) {
		w->list_depth++;
		w->ordered = page_is(node, "ol");
		w->number = 0;
	} else if (page_is(node, "li")) {
		w->item = true;
		w->number++;
	} else if (page_is(node, "blockquote")) {
		w->quoted = true;
	} else if (page_is(node, "nav form footer button select dialog") ||
		   (page_is(node, "header aside") && !w->inside)) {
		w->aside = true;
	} else if (page_is_article(node)) {
		w->inside = true;
	}
	w->aside |= page_is_contents(node) ||
		    (!w->aside && page_is_around(node, w->text_len));
	begin_note(w, node);
	begin(w, node);
	if (outer.block.kind == BLOCK_HEADING)
		w->block = outer.block;
	walk_children(w, node, depth);
	flush(w);
	w->block = (struct block){
		.kind = BLOCK_PARAGRAPH,
		.line = (unsigned)xmlGetLineNo(node->next ? node->next : node),
	};
	w->list_depth = outer.list_depth;
	w->ordered = outer.ordered;
	if (!page_is(node, "li"))
		w->number = outer.number;
	w->quoted = outer.quoted;
	w->aside = outer.aside;
	w->in_note = outer.in_note;
	w->inside = outer.inside;
	w->item = page_is(node, "li") ? false : w->item && outer.item;
	w->wrap_count = outer.wrap_count;
	for (size_t i = 0; i < w->wrap_count; i++)
		w->wraps[i].node = NULL;
}

static void begin_note(struct walk *w, xmlNode *node)
{
	struct str id;

	if (!w->notes->count)
		return;
	id = attribute(w->article, node, "id");
	if (!page_notes_have(w->notes, id))
		return;
	w->note = slug_of(id, w->article->arena);
	w->in_note = true;
}

static void begin(struct walk *w, xmlNode *node)
{
	const char *name = (const char *)node->name;

	w->block = (struct block){ .line = (unsigned)xmlGetLineNo(node) };
	if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2]) {
		w->block.kind = BLOCK_HEADING;
		w->block.level = name[1] - '0';
	} else {
		w->block.kind = BLOCK_PARAGRAPH;
		w->block.strong = page_is(node, "summary dt");
	}
}

static void flush(struct walk *w)
{
	struct block block = w->block;
	bool bold = block.strong;
	size_t links;

	w->space = false;
	for (size_t i = 0; i < w->wrap_count; i++)
		w->wraps[i].node = NULL;
	if (!w->paragraph)
		return;
	block.line = (block.line ? block.line : 1) + w->offset;
	block.quoted = w->quoted;
	block.aside = w->aside;
	if (block.kind != BLOCK_HEADING) {
		block.kind = w->item ? BLOCK_ITEM : BLOCK_PARAGRAPH;
		block.level = w->list_depth;
		block.number = w->item && w->ordered ? w->number : 0;
	}
	w->item = false;
	links = w->article->link_count;
	w->article->muted = w->aside;
	inline_take(w->article, w->paragraph, &block);
	w->article->muted = false;
	block.strong |= bold;
	if (w->note.len && block.plain.len) {
		block.kind = BLOCK_PARAGRAPH;
		block.note = w->note;
		for (size_t i = links; i < w->article->link_count; i++) {
			w->article->links[i].noted = true;
			block.url = w->article->links[links].url;
		}
		w->note.len = 0;
	}
	article_add(w->article, &block);
	cmark_node_free(w->paragraph);
	w->paragraph = NULL;
}

static void add_text(struct walk *w, struct str text)
{
	size_t start = 0;

	for (size_t i = 0; i <= text.len; i++) {
		bool blank =
			i == text.len || strchr(" \t\r\n", text.ptr[i]) != NULL;

		if (!blank)
			continue;
		if (i > start)
			add_word(w, str_slice(text, start, i - start));
		if (i < text.len)
			w->space = true;
		start = i + 1;
	}
}

/*
 * The space before a word stands outside of the emphasis that begins with
 * it, or Markdown would not take it for emphasis.
 */
static void add_word(struct walk *w, struct str word)
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

static cmark_node *innermost(struct walk *w)
{
	cmark_node *inner = w->paragraph;

	for (size_t i = 0; i < w->wrap_count; i++) {
		struct wrap *wrap = &w->wraps[i];

		if (!wrap->node) {
			wrap->node = cmark_node_new(wrap->type);
			if (wrap->type == CMARK_NODE_LINK)
				cmark_node_set_url(wrap->node, wrap->url);
			cmark_node_append_child(inner, wrap->node);
		}
		inner = wrap->node;
	}
	return inner;
}

static void append(cmark_node *to, cmark_node_type type, struct str words)
{
	cmark_node *node = cmark_node_new(type);
	char *terminated = strndup(words.ptr, words.len);

	cmark_node_set_literal(node, terminated ? terminated : "");
	free(terminated);
	cmark_node_append_child(to, node);
}

static void add_inline_code(struct walk *w, xmlNode *node)
{
	struct str code =
		wording_squeeze(content(w->article, node), w->article->arena);

	if (!code.len)
		return;
	add_word(w, STR(""));
	append(innermost(w), CMARK_NODE_CODE, code);
}

static void add_code(struct walk *w, xmlNode *node)
{
	struct block block = { .kind = BLOCK_CODE,
			       .line = (unsigned)xmlGetLineNo(node) + w->offset,
			       .aside = w->aside };
	struct buf buf = { 0 };
	struct str text;

	code_text(&buf, node->children, 0);
	text = clean(w->article, (const xmlChar *)(buf.len ? buf.ptr : ""));
	buf_release(&buf);
	flush(w);
	block.language = page_language(node, w->article->arena);
	while (str_starts(text, "\n"))
		text = str_from_byte(text, 1);
	block.text = text;
	if (str_trim(text).len)
		article_add(w->article, &block);
}

/* Some editors end a line of code with <br>. */
static void code_text(struct buf *buf, const xmlNode *node, int depth)
{
	for (; node && depth < DEPTH; node = node->next)
		if (node->type == XML_TEXT_NODE ||
		    node->type == XML_CDATA_SECTION_NODE)
			buf_text(buf, (const char *)node->content);
		else if (node->type == XML_ELEMENT_NODE && page_is(node, "br"))
			buf_char(buf, '\n');
		else
			code_text(buf, node->children, depth + 1);
}

static void add_image(struct walk *w, xmlNode *node)
{
	struct block block = { .kind = BLOCK_IMAGE,
			       .line = (unsigned)xmlGetLineNo(node) + w->offset,
			       .text = attribute(w->article, node, "alt"),
			       .url = attribute(w->article, node, "src"),
			       .aside = w->aside };

	block.plain = block.text;
	article_add(w->article, &block);
}

/* What stands below an image belongs to its words. */
static bool add_caption(struct walk *w, xmlNode *node, int depth)
{
	struct article *article = w->article;
	struct block *image;
	struct str words;

	flush(w);
	if (!article->block_count)
		return false;
	image = &article->blocks[article->block_count - 1];
	if (image->kind != BLOCK_IMAGE)
		return false;
	words = cell_words(w, node, depth).text;
	image = &article->blocks[article->block_count - 1];
	if (image->kind == BLOCK_IMAGE && words.len)
		image->text = image->text.len
				      ? ARENA_JOIN(article->arena, image->text,
						   STR(": "), words)
				      : words;
	image->plain = image->text;
	return true;
}

/* A table of one column, or around another one, is layout. */
static void add_table(struct walk *w, xmlNode *node, int depth)
{
	struct arena *arena = w->article->arena;
	struct rows rows = { 0 };
	xmlNode *cell;
	size_t columns = 0;
	struct block block = { .kind = BLOCK_TABLE,
			       .line = (unsigned)xmlGetLineNo(node) + w->offset,
			       .aside = w->aside };

	find_rows(node->children, &rows, arena, depth);
	for (size_t i = 0; i < rows.count; i++) {
		size_t count = 0;

		for (cell = rows.items[i]->children; cell; cell = cell->next)
			count += cell->type == XML_ELEMENT_NODE &&
				 page_is(cell, "td th");
		columns = count > columns ? count : columns;
	}
	if (columns < 2 || columns > COLUMNS || rows.count < 2) {
		walk_block(w, node, depth);
		return;
	}
	flush(w);
	for (cell = node->children; cell; cell = cell->next)
		if (cell->type == XML_ELEMENT_NODE && page_is(cell, "caption"))
			walk_block(w, cell, depth);
	block.row_count = rows.count;
	block.column_count = columns;
	/* Too many to be read: article_add() says so. */
	if (rows.count * columns > ARTICLE_CELLS) {
		article_add(w->article, &block);
		return;
	}
	block.cells = arena_array(arena, struct str, rows.count * columns);
	block.labels = arena_array(arena, struct str, rows.count * columns);
	for (size_t i = 0; i < rows.count; i++) {
		size_t at = i * columns;

		for (cell = rows.items[i]->children; cell; cell = cell->next)
			if (cell->type == XML_ELEMENT_NODE &&
			    page_is(cell, "td th")) {
				struct block words = cell_words(w, cell, depth);

				block.cells[at] = words.text;
				block.labels[at++] = words.plain;
			}
	}
	article_add(w->article, &block);
}

static void find_rows(xmlNode *node, struct rows *rows, struct arena *arena,
		      int depth)
{
	for (; node && depth < DEPTH; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (page_is(node, "tr"))
			*arena_push(arena, rows->items, rows->count) = node;
		else if (page_is(node, "thead tbody tfoot"))
			find_rows(node->children, rows, arena, depth + 1);
	}
}

static struct block cell_words(struct walk *w, xmlNode *cell, int depth)
{
	struct walk inner = { .article = w->article,
			      .offset = w->offset,
			      .notes = w->notes,
			      .one_line = true };
	struct block block = { .kind = BLOCK_PARAGRAPH,
			       .line = (unsigned)xmlGetLineNo(cell) };

	walk_children(&inner, cell, depth + 1);
	if (!inner.paragraph)
		return block;
	inline_take(w->article, inner.paragraph, &block);
	cmark_node_free(inner.paragraph);
	return block;
}

/* Without the characters that no content file may hold. */
static struct str clean(struct article *article, const xmlChar *text)
{
	struct str from = str_from((const char *)text);
	char *to = arena_array(article->arena, char, from.len + 1);
	size_t len = 0;

	for (size_t at = 0; at < from.len;) {
		size_t start = at;
		uint32_t c = str_char_next(from, &at);

		if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F ||
		    c == 0xFFFE || c == 0xFFFF)
			continue;
		memcpy(to + len, from.ptr + start, at - start);
		len += at - start;
	}
	return (struct str){ to, len };
}
