#include "make/markdown_twin.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "make/markup.h"

enum { LISTS_MOST = 16, LINKS_MOST = 4, COLUMNS_MOST = 1000 };

/* How an element is written. */
enum kind {
	INLINE,
	VOID, /* the same, and empty */
	BLOCK,
	RULE,
	LIST,
	TABLE,
	LEFT_OUT, /* with all that it holds */
	NOTHING	  /* only the tag itself */
};

/* clang-format off */
#define N(text, kind) { STR_INIT(text), kind }

/* The commonest first. */
static const struct {
	struct str name;
	enum kind kind;
} KINDS[] = {
	N("span", INLINE), N("a", INLINE), N("td", TABLE), N("p", BLOCK),
	N("li", LIST), N("tr", TABLE), N("th", TABLE), N("div", BLOCK),
	N("strong", INLINE), N("em", INLINE), N("code", INLINE),
	N("svg", LEFT_OUT), N("nav", LEFT_OUT), N("h2", BLOCK), N("h3", BLOCK),
	N("ul", LIST), N("br", VOID), N("dt", BLOCK), N("dd", BLOCK),
	N("section", BLOCK), N("table", TABLE), N("ol", LIST),
	N("thead", BLOCK), N("tbody", BLOCK), N("h4", BLOCK), N("img", VOID),
	N("input", NOTHING), N("script", NOTHING), N("link", NOTHING),
	N("meta", NOTHING), N("style", NOTHING), N("wbr", VOID), N("hr", RULE),
	N("form", LEFT_OUT), N("h1", BLOCK), N("h5", BLOCK), N("h6", BLOCK),
	N("dl", BLOCK), N("pre", BLOCK), N("main", BLOCK), N("aside", BLOCK),
	N("tfoot", BLOCK), N("select", LEFT_OUT), N("header", BLOCK),
	N("footer", BLOCK), N("figure", BLOCK), N("article", BLOCK),
	N("caption", BLOCK), N("details", BLOCK), N("summary", BLOCK),
	N("template", LEFT_OUT), N("fieldset", LEFT_OUT),
	N("figcaption", BLOCK), N("blockquote", BLOCK),
};
/* clang-format on */

struct writer {
	struct buf *to;
	struct buf line;   /* of the block at hand */
	struct buf prefix; /* "## ", "- ": of the block at hand */
	bool is_code;	   /* inside <pre> */
	bool is_span;	   /* inside <code> of a line */
	bool needs_space;  /* white space was there */
	size_t quotes;
	struct {
		bool ordered;
		size_t number;
	} lists[LISTS_MOST];
	size_t list_depth;
	struct str links[LINKS_MOST];
	size_t link_depth;
	bool in_table, in_head_row;
	size_t cells;
	size_t span; /* of the cell that is open, in columns */
};

/* What is_blank() or is_marking(), and "&": the rest is copied in runs. */
static const bool ENDS_RUN[256] = {
	[' '] = true,  ['\n'] = true, ['\t'] = true, ['\r'] = true,
	['\\'] = true, ['*'] = true,  ['_'] = true,  ['['] = true,
	[']'] = true,  ['`'] = true,  ['|'] = true,  ['&'] = true,
};

static enum kind kind_of(struct str name);
static bool is_left_out(const struct markup *tag, enum kind kind);
static void take_words(struct writer *w, struct str text);
static void take_tag(struct writer *w, const struct markup *tag,
		     enum kind kind);
static void take_block(struct writer *w, const struct markup *tag);
static void take_table(struct writer *w, const struct markup *tag);
static size_t span_of(const struct markup *tag);
static void take_list(struct writer *w, const struct markup *tag);
static void take_inline(struct writer *w, const struct markup *tag);
static void take_text(struct writer *w, struct str text);
static bool is_blank(char c);
static bool is_marking(char c);
static void take_code(struct writer *w, struct str text);
static void put_span(struct writer *w, bool closes);
static void put_fence(struct writer *w, bool closes);
static void put_mark(struct writer *w, const char *mark, bool closes);
static void flush(struct writer *w);
static void put_reference(struct str *text, bool code, struct buf *to);

void markdown_twin(struct str html, struct buf *to)
{
	struct writer w = { .to = to };
	struct str body = str_from_byte(html, str_find_str(html, STR("<main")));
	struct markup tag;
	enum kind kind;

	while (markup_next(&body, &tag)) {
		take_words(&w, tag.before);
		tag.before = STR("");
		if (tag.is_end && str_is(tag.name, "main"))
			break;
		kind = kind_of(tag.name);
		if (is_left_out(&tag, kind))
			markup_skip(&body, tag.name);
		else
			take_tag(&w, &tag, kind);
	}
	take_words(&w, tag.before);
	flush(&w);
	buf_release(&w.line);
	buf_release(&w.prefix);
}

static enum kind kind_of(struct str name)
{
	for (size_t i = 0; i < sizeof(KINDS) / sizeof(*KINDS); i++)
		if (KINDS[i].name.len == name.len &&
		    KINDS[i].name.ptr[0] == name.ptr[0] &&
		    str_equals(KINDS[i].name, name))
			return KINDS[i].kind;
	return INLINE;
}

static void take_tag(struct writer *w, const struct markup *tag, enum kind kind)
{
	switch (kind) {
	case TABLE:
		take_table(w, tag);
		return;
	case LIST:
		take_list(w, tag);
		return;
	case BLOCK:
	case RULE:
		take_block(w, tag);
		return;
	case NOTHING:
		return;
	default:
		take_inline(w, tag);
	}
}

/* With all that it holds. */
static bool is_left_out(const struct markup *tag, enum kind kind)
{
	struct str rest = tag->attributes;
	struct markup_attribute a;

	if (tag->is_end || kind == VOID || kind == RULE || kind == NOTHING)
		return false;
	if (kind == LEFT_OUT)
		return true;
	while (markup_attribute(&rest, &a))
		if (str_is(a.name, "hidden") ||
		    str_is(a.name, "data-control") ||
		    (str_is(a.name, "aria-hidden") && str_is(a.value, "true")))
			return true;
	return false;
}

static void take_block(struct writer *w, const struct markup *tag)
{
	bool heading = tag->name.len == 2 && tag->name.ptr[0] == 'h' &&
		       tag->name.ptr[1] <= '6';

	if (w->in_table && !str_is(tag->name, "caption")) {
		w->needs_space = true;
		return;
	}
	if (w->is_code && !str_is(tag->name, "pre"))
		return;
	if (!w->is_code)
		flush(w);
	if (str_is(tag->name, "blockquote"))
		w->quotes += tag->is_end ? (w->quotes ? (size_t)-1 : 0) : 1;
	else if (str_is(tag->name, "hr"))
		buf_text(w->to, "---\n\n");
	else if (str_is(tag->name, "pre")) {
		put_fence(w, tag->is_end);
		w->is_code = !tag->is_end;
	} else if (heading && !tag->is_end) {
		for (int i = 0; i < tag->name.ptr[1] - '0'; i++)
			buf_char(&w->prefix, '#');
		buf_char(&w->prefix, ' ');
	}
}

static void take_table(struct writer *w, const struct markup *tag)
{
	if (str_is(tag->name, "table")) {
		flush(w);
		if (tag->is_end && w->in_table)
			buf_char(w->to, '\n');
		w->in_table = !tag->is_end;
		w->in_head_row = true;
	} else if (str_is(tag->name, "tr") && tag->is_end) {
		struct str row = str_trim(buf_str(&w->line));

		buf_raw(w->to, row);
		buf_text(w->to, " |\n");
		for (size_t i = 0; w->in_head_row && i < w->cells; i++)
			buf_text(w->to, i ? " --- |" : "| --- |");
		if (w->in_head_row)
			buf_char(w->to, '\n');
		w->in_head_row = false;
		buf_reset(&w->line);
	} else if (str_is(tag->name, "tr")) {
		flush(w);
		w->cells = 0;
	} else if (!tag->is_end) {
		buf_text(&w->line, w->cells ? " | " : "| ");
		w->cells++;
		w->span = span_of(tag);
	} else
		/* Markdown knows no cell of several columns. */
		for (; w->span > 1; w->span--, w->cells++)
			buf_text(&w->line, " |");
	w->needs_space = false;
}

/* Of a cell, in columns. */
static size_t span_of(const struct markup *tag)
{
	struct str span = markup_value(tag, "colspan");
	size_t columns = 0;

	for (size_t i = 0; i < span.len && columns < COLUMNS_MOST; i++)
		if (span.ptr[i] >= '0' && span.ptr[i] <= '9')
			columns = columns * 10 + (size_t)(span.ptr[i] - '0');
	return columns < COLUMNS_MOST ? columns : COLUMNS_MOST;
}

static void take_list(struct writer *w, const struct markup *tag)
{
	if (w->in_table) {
		w->needs_space = true;
		return;
	}
	flush(w);
	if (!str_is(tag->name, "li")) {
		if (tag->is_end && w->list_depth)
			w->list_depth--;
		else if (!tag->is_end && w->list_depth < LISTS_MOST - 1) {
			w->list_depth++;
			w->lists[w->list_depth].ordered =
				str_is(tag->name, "ol");
			w->lists[w->list_depth].number = 0;
		}
		return;
	}
	if (tag->is_end)
		return;
	if (w->lists[w->list_depth].ordered)
		buf_printf(&w->prefix, "%zu. ",
			   ++w->lists[w->list_depth].number);
	else
		buf_text(&w->prefix, "- ");
}

static void take_inline(struct writer *w, const struct markup *tag)
{
	if (w->is_code)
		return;
	/* In a cell they stand below each other. */
	if (w->in_table && !tag->is_end && str_is(tag->name, "span"))
		w->needs_space = true;
	if (str_is(tag->name, "strong") || str_is(tag->name, "b"))
		put_mark(w, "**", tag->is_end);
	else if (str_is(tag->name, "em") || str_is(tag->name, "i"))
		put_mark(w, "*", tag->is_end);
	else if (str_is(tag->name, "code"))
		put_span(w, tag->is_end);
	else if (str_is(tag->name, "br"))
		w->needs_space = true;
	else if (str_is(tag->name, "img")) {
		buf_text(&w->line, "![");
		take_text(w, markup_value(tag, "alt"));
		buf_text(&w->line, "](");
		buf_raw(&w->line, markup_value(tag, "src"));
		buf_char(&w->line, ')');
	} else if (str_is(tag->name, "a") && !tag->is_end) {
		if (w->link_depth < LINKS_MOST)
			w->links[w->link_depth++] = markup_value(tag, "href");
		put_mark(w, "[", false);
	} else if (str_is(tag->name, "a") && w->link_depth) {
		struct str href = w->links[--w->link_depth];

		buf_text(&w->line, "](");
		while (href.len)
			put_reference(&href, true, &w->line);
		buf_char(&w->line, ')');
	}
}

static void put_span(struct writer *w, bool closes)
{
	put_mark(w, "`", closes);
	w->is_span = !closes;
}

static void put_fence(struct writer *w, bool closes)
{
	if (closes && w->to->len && w->to->ptr[w->to->len - 1] != '\n')
		buf_char(w->to, '\n');
	buf_text(w->to, closes ? "```\n\n" : "```\n");
}

/* White space before what opens stands outside of it. */
static void put_mark(struct writer *w, const char *mark, bool closes)
{
	if (w->needs_space && !closes && w->line.len)
		buf_char(&w->line, ' ');
	if (!closes)
		w->needs_space = false;
	buf_text(&w->line, mark);
}

/* Comments are none; a "<" of a page's words is written "&lt;". */
static void take_words(struct writer *w, struct str text)
{
	while (text.len) {
		size_t at = str_find(text, '<');

		take_text(w, str_slice(text, 0, at));
		text = str_from_byte(text, at);
		if (str_starts(text, "<!--"))
			text = str_from_byte(
				text, str_find_str(text, STR("-->")) + 3);
		else if (text.len)
			text = str_from_byte(text, 1);
	}
}

static void take_text(struct writer *w, struct str text)
{
	if (w->is_code) {
		take_code(w, text);
		return;
	}
	while (text.len) {
		char c = text.ptr[0];
		size_t run = 1;

		if (is_blank(c)) {
			w->needs_space = true;
			text = str_from_byte(text, 1);
			continue;
		}
		if (w->needs_space && w->line.len &&
		    w->line.ptr[w->line.len - 1] != ' ')
			buf_char(&w->line, ' ');
		w->needs_space = false;
		if (is_marking(c) && (!w->is_span || c == '|'))
			buf_char(&w->line, '\\');
		if (c == '&') {
			put_reference(&text, w->is_span, &w->line);
			continue;
		}
		while (run < text.len &&
		       !ENDS_RUN[(unsigned char)text.ptr[run]])
			run++;
		buf_raw(&w->line, str_slice(text, 0, run));
		text = str_from_byte(text, run);
	}
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* In Markdown; in code, "|" alone, and only for what reads tables. */
static bool is_marking(char c)
{
	switch (c) {
	case '\\':
	case '*':
	case '_':
	case '[':
	case ']':
	case '`':
	case '|':
		return true;
	default:
		return false;
	}
}

static void take_code(struct writer *w, struct str text)
{
	while (text.len) {
		size_t run = str_find(text, '&');

		buf_raw(w->to, str_slice(text, 0, run));
		text = str_from_byte(text, run);
		if (text.len)
			put_reference(&text, true, w->to);
	}
}

/* The block at hand, and an empty line behind it. */
static void flush(struct writer *w)
{
	struct str line = str_trim(buf_str(&w->line));

	if (line.len) {
		bool item = w->prefix.len && w->prefix.ptr[0] != '#';

		for (size_t i = 0; i < w->quotes; i++)
			buf_text(w->to, "> ");
		for (size_t i = 1; i < w->list_depth + !item; i++)
			buf_text(w->to, "  ");
		buf_raw(w->to, buf_str(&w->prefix));
		buf_raw(w->to, line);
		buf_text(w->to, "\n\n");
		buf_reset(&w->prefix);
	}
	buf_reset(&w->line);
	w->needs_space = false;
}

/* A character, or a reference as our templates and cmark write them. */
static void put_reference(struct str *text, bool code, struct buf *to)
{
	static const struct {
		const char *name, *text;
	} KNOWN[] = {
		{ "&amp;", "&" },   { "&lt;", "<" },  { "&gt;", ">" },
		{ "&quot;", "\"" }, { "&#39;", "'" },
	};

	for (size_t i = 0;
	     text->ptr[0] == '&' && i < sizeof(KNOWN) / sizeof(*KNOWN); i++)
		if (str_starts(*text, KNOWN[i].name)) {
			buf_text(to, !code && KNOWN[i].text[0] == '<'
					     ? "&lt;"
					     : KNOWN[i].text);
			*text = str_from_byte(*text, strlen(KNOWN[i].name));
			return;
		}
	buf_char(to, text->ptr[0]);
	*text = str_from_byte(*text, 1);
}
