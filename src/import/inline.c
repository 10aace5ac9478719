#include "import/inline.h"

#include <ctype.h>
#include <stdlib.h>

#include <cmark.h>

#include "base/address.h"
#include "base/buf.h"
#include "base/wording.h"
#include "import/phrases.h"
#include "import/sentence.h"
#include "read/bare_url.h"

enum { DEEPEST = 16 };

static void copy_inlines(struct article *article, cmark_node *from,
			 cmark_node *to, unsigned line);
static cmark_node *copy_html(cmark_iter *iter, cmark_node *node, cmark_node *to,
			     struct arena *arena);
static cmark_node *copy_node(struct article *article, cmark_node *node,
			     cmark_node *to);
static bool is_kept_container(cmark_node *node);
static void add_image(struct article *article, cmark_node *node, unsigned line);
static struct str title_of(cmark_node *node, struct arena *arena);
static struct str plain_of(cmark_node *root, struct arena *arena);
static void link_bare_addresses(struct article *article, struct str words);
static void show_codes(cmark_node *root, struct arena *arena);
static struct str shown(struct str words, struct arena *arena);
static size_t code_of(struct str words, const char **sign);
static void part_notes(cmark_node *root, struct arena *arena);
static cmark_node *part_note(cmark_node *text, struct arena *arena);
static struct str words_before(cmark_node *to, struct arena *arena);
static bool is_power(struct str base, struct str words);
static bool is_note(struct str words);
static struct str raised_signs(struct str words, struct arena *arena);

void inline_take(struct article *article, struct cmark_node *parent,
		 struct block *block)
{
	struct arena *arena = article->arena;
	cmark_node *document = cmark_node_new(CMARK_NODE_DOCUMENT);
	cmark_node *paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
	cmark_node *node;
	char *markdown;

	cmark_node_append_child(document, paragraph);
	copy_inlines(article, parent, paragraph, block->line);
	cmark_consolidate_text_nodes(document);
	show_codes(paragraph, arena);
	part_notes(paragraph, arena);
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

	words = str_squeeze(words, article->arena);
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

		if (node == from)
			continue;
		/* cmark's writer looks at all that a node lies in. */
		if (is_kept_container(node) &&
		    (enter ? depth++ : --depth) >= DEEPEST)
			continue;
		if (cmark_node_get_type(node) == CMARK_NODE_IMAGE) {
			if (event == CMARK_EVENT_ENTER)
				add_image(article, node, line);
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		} else if (cmark_node_get_type(node) ==
			   CMARK_NODE_HTML_INLINE) {
			to = copy_html(iter, node, to, article->arena);
		} else if (event == CMARK_EVENT_ENTER) {
			to = copy_node(article, node, to);
		} else if (is_kept_container(node)) {
			to = cmark_node_parent(to);
		}
	}
	cmark_iter_free(iter);
}

/*
 * Of tags in Markdown, those count that make other words of what they hold;
 * a break is a blank.  Gives where what follows belongs.
 */
static cmark_node *copy_html(cmark_iter *iter, cmark_node *node, cmark_node *to,
			     struct arena *arena)
{
	struct str tag = str_from(cmark_node_get_literal(node));
	cmark_node *last = cmark_node_next(node),
		   *inner = cmark_node_next(node);
	struct buf words = { 0 };

	if (wording_starts_any(tag, "<br"))
		inline_append(to, CMARK_NODE_SOFTBREAK);
	if (wording_is_any(tag, PHRASES_STRUCK_ENDS) &&
	    cmark_node_get_type(to) == INLINE_STRUCK)
		return cmark_node_parent(to);
	while (last && !wording_is_any(str_from(cmark_node_get_literal(last)),
				       "</sup>|" PHRASES_STRUCK_ENDS))
		last = cmark_node_next(last);
	if (last && wording_is_any(tag, PHRASES_STRUCK))
		return inline_append(to, INLINE_STRUCK);
	if (!last || !wording_is_any(tag, "<sup>"))
		return to;
	for (; inner != last; inner = cmark_node_next(inner))
		buf_raw(&words, plain_of(inner, arena));
	if (inline_raise(to, buf_take(&words, arena), false, arena))
		cmark_iter_reset(iter, last, CMARK_EVENT_EXIT);
	return to;
}

/* Appends what is kept of a node; gives where its children belong. */
static cmark_node *copy_node(struct article *article, cmark_node *node,
			     cmark_node *to)
{
	struct arena *arena = article->arena;
	cmark_node_type type = cmark_node_get_type(node);
	const char *literal = cmark_node_get_literal(node);
	cmark_node *copy;

	if (type == CMARK_NODE_LINEBREAK)
		type = CMARK_NODE_SOFTBREAK;
	if (type == CMARK_NODE_LINK && !is_kept_container(node))
		return to;
	copy = inline_append(to, type);
	if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
		cmark_node_set_literal(copy, literal ? literal : "");
	/* A mark of a note, which nothing strikes out. */
	if (type == INLINE_STRUCK &&
	    str_is_empty(str_from(cmark_node_get_on_enter(node)))) {
		cmark_node_set_on_enter(copy, "");
		cmark_node_set_on_exit(copy, "");
	}
	if (type == CMARK_NODE_LINK) {
		cmark_node_set_url(copy, cmark_node_get_url(node));
		cmark_node_set_title(copy, title_of(node, arena).ptr);
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
	       type == INLINE_STRUCK || address_is_quotable(url) ||
	       str_starts(url, "mailto:");
}

static void add_image(struct article *article, cmark_node *node, unsigned line)
{
	struct arena *arena = article->arena;
	struct str title = title_of(node, arena);
	struct block image = {
		.kind = BLOCK_IMAGE,
		.line = line,
		.text = plain_of(node, arena),
		.url = arena_str(arena, str_from(cmark_node_get_url(node))),
	};

	if (title.len)
		image.text = ARENA_JOIN(arena, image.text, STR(" ("), title,
					STR(")"));
	image.plain = image.text;
	article_add(article, &image);
}

/* On one line; a blank keeps "[^1]" in it from citing a source. */
static struct str title_of(cmark_node *node, struct arena *arena)
{
	struct str title = str_from(cmark_node_get_title(node));
	struct buf buf = { 0 };

	for (; title.len; title = str_from_byte(title, 1)) {
		buf_char(&buf, title.ptr[0]);
		if (str_starts(title, "[^"))
			buf_char(&buf, ' ');
	}
	return str_squeeze(buf_take(&buf, arena), arena);
}

/* The words without markup, on one line, but for what says nothing more. */
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
		if (type == INLINE_STRUCK)
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
			buf_text(&buf, cmark_node_get_literal(node));
		else if (type == CMARK_NODE_SOFTBREAK ||
			 type == CMARK_NODE_LINEBREAK)
			buf_char(&buf, ' ');
	}
	cmark_iter_free(iter);
	return str_squeeze(buf_take(&buf, arena), arena);
}

/* What GitHub shows of ":x:", but in code. */
static void show_codes(cmark_node *root, struct arena *arena)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		struct str words = str_from(cmark_node_get_literal(node));

		if (event == CMARK_EVENT_ENTER &&
		    cmark_node_get_type(node) == CMARK_NODE_TEXT &&
		    str_find(words, ':') < words.len)
			cmark_node_set_literal(node, shown(words, arena).ptr);
	}
	cmark_iter_free(iter);
}

static struct str shown(struct str words, struct arena *arena)
{
	struct buf buf = { 0 };
	const char *sign;

	for (size_t at = 0, len; at < words.len; at += len) {
		len = code_of(str_from_byte(words, at), &sign);
		if (len) {
			buf_text(&buf, sign);
			continue;
		}
		buf_char(&buf, words.ptr[at]);
		len = 1;
	}
	return buf_take(&buf, arena);
}

/* The bytes of the code that the words begin with, or 0. */
static size_t code_of(struct str words, const char **sign)
{
	static const char *const CODES[][2] = {
		{ ":white_check_mark:", "✅" },
		{ ":heavy_check_mark:", "✔️" },
		{ ":ballot_box_with_check:", "☑" },
		{ ":x:", "❌" },
		{ ":heavy_multiplication_x:", "✖️" },
		{ ":warning:", "⚠️" },
		{ ":star:", "⭐" },
	};

	for (size_t k = 0; k < sizeof(CODES) / sizeof(*CODES); k++)
		if (str_starts(words, CODES[k][0])) {
			*sign = CODES[k][1];
			return strlen(CODES[k][0]);
		}
	return 0;
}

static void link_bare_addresses(struct article *article, struct str words)
{
	size_t len, at;

	for (; (at = bare_url_find(words, &len)) < words.len;
	     words = str_from_byte(words, at + len)) {
		struct str url = str_slice(words, at, len);

		if (address_is_quotable(url))
			article_link(article, url, (struct str){ 0 });
	}
}

struct cmark_node *inline_append(struct cmark_node *to, int type)
{
	cmark_node *node = cmark_node_new((cmark_node_type)type);

	if (type == INLINE_STRUCK) {
		cmark_node_set_on_enter(node, "~~");
		cmark_node_set_on_exit(node, "~~");
	}
	cmark_node_append_child(to, node);
	return node;
}

bool inline_raise(struct cmark_node *to, struct str words, bool linked,
		  struct arena *arena)
{
	bool bracketed = str_starts(words, "[");
	cmark_node *note, *text;

	if (is_power(words_before(to, arena), words)) {
		text = inline_append(to, CMARK_NODE_TEXT);
		cmark_node_set_literal(text, raised_signs(words, arena).ptr);
		return true;
	}
	if (!linked && !bracketed && !is_note(words))
		return false;
	note = inline_append(to, INLINE_STRUCK);
	cmark_node_set_on_enter(note, "");
	cmark_node_set_on_exit(note, "");
	text = inline_append(note, CMARK_NODE_TEXT);
	words = bracketed ? words
			  : ARENA_JOIN(arena, STR("["), words, STR("]"));
	cmark_node_set_literal(text, arena_str(arena, words).ptr);
	return true;
}

/* "100[^1]": the mark of a note is no part of the number before it. */
static void part_notes(cmark_node *root, struct arena *arena)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event == CMARK_EVENT_ENTER &&
		    cmark_node_get_type(node) == CMARK_NODE_TEXT &&
		    (node = part_note(node, arena)))
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
	}
	cmark_iter_free(iter);
}

/* Gives the mark; NULL where there is none, or it begins the note itself. */
static cmark_node *part_note(cmark_node *text, struct arena *arena)
{
	struct str words =
		arena_str(arena, str_from(cmark_node_get_literal(text)));
	size_t at = str_find_str(words, STR("[^"));
	struct str mark = str_from_byte(words, at), rest;
	cmark_node *note, *inner;

	mark = str_slice(mark, 0, str_find(mark, ']') + 1);
	rest = str_from_byte(words, at + mark.len);
	if (mark.len < 4 || !str_ends(mark, "]") ||
	    str_find(mark, ' ') < mark.len || str_starts(rest, ":") ||
	    (!at && !cmark_node_previous(text)))
		return NULL;
	note = cmark_node_new(INLINE_STRUCK);
	inner = inline_append(note, CMARK_NODE_TEXT);
	cmark_node_set_literal(inner, arena_str(arena, mark).ptr);
	cmark_node_insert_after(text, note);
	cmark_node_set_literal(text,
			       arena_str(arena, str_slice(words, 0, at)).ptr);
	inner = cmark_node_new(CMARK_NODE_TEXT);
	cmark_node_set_literal(inner, arena_str(arena, rest).ptr);
	cmark_node_insert_after(note, inner);
	return note;
}

/* The last word that was written below `to`; empty behind a blank. */
static struct str words_before(cmark_node *to, struct arena *arena)
{
	const char *literal;

	while (cmark_node_last_child(to))
		to = cmark_node_last_child(to);
	literal = cmark_node_get_literal(to);
	return literal ? arena_str(arena, str_from(literal)) : STR("");
}

/*
 * Of 10, 2, a unit or a letter alone, as authors write powers.  Behind any
 * other number, and where nothing would be multiplied, it is a note's.
 */
static bool is_power(struct str base, struct str words)
{
	size_t sign = wording_starts_any(words, "-|−"), from = base.len;
	struct str digits = str_from_byte(words, sign);
	struct str before, run;
	bool digit = from && isdigit((unsigned char)base.ptr[from - 1]);

	if (!digits.len || strspn(digits.ptr, "0123456789") < digits.len ||
	    (!sign && str_is(digits, "1")))
		return false;
	while (from && (digit ? isdigit((unsigned char)base.ptr[from - 1])
			      : wording_in_word(base, from - 1)))
		from--;
	run = str_from_byte(base, from);
	before = str_slice(base, 0, from);
	return (wording_is_any(run, "10|2") &&
		!(before.len && strchr(".,/'", before.ptr[before.len - 1]))) ||
	       wording_is_any(run, PHRASES_POWERS) || (run.len == 1 && !digit);
}

/* "1", "1,2", "a", "*" */
static bool is_note(struct str words)
{
	return (words.len && strspn(words.ptr, "0123456789,* ") >= words.len) ||
	       str_char_count(words) == 1;
}

static struct str raised_signs(struct str words, struct arena *arena)
{
	struct buf buf = { 0 };
	size_t sign = wording_starts_any(words, "-|−");

	buf_text(&buf, sign ? sentence_raised('-') : "");
	for (size_t i = sign; i < words.len; i++)
		buf_text(&buf, sentence_raised(words.ptr[i]));
	return buf_take(&buf, arena);
}
