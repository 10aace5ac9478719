#include "make/markdown_twin.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "make/markup.h"

enum { LISTS_MOST = 16, LINKS_MOST = 4, COLUMNS_MOST = 1000 };

/* What an element is here. */
enum element {
	OTHER, /* its words stand, without a mark */
	LINK,
	STRONG,
	EMPHASIS,
	CODE,
	SPAN,
	BREAK,
	IMAGE,
	BLOCK,
	HEADING,
	QUOTE,
	CAPTION,
	PREFORMATTED,
	RULE,
	LIST,
	ITEM,
	TABLE,
	ROW,
	CELL,
	EMPTY,	 /* holds nothing and says nothing */
	LEFT_OUT /* with all that it holds */
};

struct named {
	struct str name;
	enum element element;
};

/* clang-format off */
#define N(text, element) { STR_INIT(text), element }
#define NAMES(...) (const struct named[]){ __VA_ARGS__, N("", OTHER) }

/* By their first letters; of each the commonest first. */
static const struct named *const ELEMENTS['z' + 1] = {
	['a'] = NAMES(N("a", LINK), N("article", BLOCK), N("aside", BLOCK)),
	['b'] = NAMES(N("br", BREAK), N("blockquote", QUOTE), N("b", STRONG)),
	['c'] = NAMES(N("code", CODE), N("caption", CAPTION)),
	['d'] = NAMES(N("div", BLOCK), N("dt", BLOCK), N("dd", BLOCK),
		      N("details", BLOCK), N("dl", BLOCK)),
	['e'] = NAMES(N("em", EMPHASIS)),
	['f'] = NAMES(N("figure", BLOCK), N("figcaption", BLOCK),
		      N("fieldset", LEFT_OUT), N("form", LEFT_OUT),
		      N("footer", BLOCK)),
	['h'] = NAMES(N("h2", HEADING), N("h3", HEADING), N("h4", HEADING),
		      N("h1", HEADING), N("h5", HEADING), N("h6", HEADING),
		      N("hr", RULE), N("header", BLOCK)),
	['i'] = NAMES(N("img", IMAGE), N("input", EMPTY), N("i", EMPHASIS)),
	['l'] = NAMES(N("li", ITEM), N("link", EMPTY)),
	['m'] = NAMES(N("main", BLOCK), N("meta", EMPTY)),
	['n'] = NAMES(N("nav", LEFT_OUT)),
	['o'] = NAMES(N("ol", LIST)),
	['p'] = NAMES(N("p", BLOCK), N("pre", PREFORMATTED)),
	['s'] = NAMES(N("span", SPAN), N("strong", STRONG), N("svg", LEFT_OUT),
		      N("section", BLOCK), N("summary", BLOCK),
		      N("select", LEFT_OUT), N("script", EMPTY),
		      N("style", EMPTY)),
	['t'] = NAMES(N("td", CELL), N("tr", ROW), N("th", CELL),
		      N("table", TABLE), N("thead", BLOCK), N("tbody", BLOCK),
		      N("tfoot", BLOCK), N("template", LEFT_OUT)),
	['u'] = NAMES(N("ul", LIST)),
	['w'] = NAMES(N("wbr", EMPTY)),
};
/* clang-format on */

enum { FENCE = 3 }; /* of "`", at the least */

struct writer {
	struct buf *to;
	struct buf line;   /* of the block at hand */
	struct buf prefix; /* "## ", "- ": of the block at hand */
	bool is_code;	   /* inside <pre> */
	size_t fence_at;   /* where its text begins in `to` */
	bool is_span;	   /* inside <code> of a line */
	size_t span_at;	   /* where its text begins there */
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

/* Of a text: the rest is copied in runs. */
enum { PLAIN, BLANK, MARKING, REFERENCE };
static const unsigned char CHARS[256] = {
	[' '] = BLANK,	  ['\n'] = BLANK,  ['\t'] = BLANK,  ['\r'] = BLANK,
	['\\'] = MARKING, ['*'] = MARKING, ['_'] = MARKING, ['['] = MARKING,
	[']'] = MARKING,  ['`'] = MARKING, ['|'] = MARKING, ['&'] = REFERENCE,
};

static enum element element_of(struct str name);
static bool is_left_out(const struct markup *tag, enum element element);
static void take_words(struct writer *w, struct str text);
static void take_tag(struct writer *w, const struct markup *tag,
		     enum element element);
static void take_block(struct writer *w, const struct markup *tag,
		       enum element element);
static void put_fence(struct writer *w, bool closes);
static void take_table(struct writer *w, const struct markup *tag,
		       enum element element);
static void end_row(struct writer *w);
static size_t span_of(const struct markup *tag);
static void take_list(struct writer *w, const struct markup *tag,
		      enum element element);
static void take_inline(struct writer *w, const struct markup *tag,
			enum element element);
static void put_span(struct writer *w, bool closes);
static void widen_span(struct writer *w, size_t ticks);
static size_t ticks_of(struct str code);
static size_t widen_fence(struct writer *w);
static void insert(struct buf *to, size_t at, char c, size_t count);
static void put_ticks(struct buf *to, size_t count);
static void put_link(struct writer *w, const struct markup *tag);
static void put_image(struct writer *w, const struct markup *tag);
static void put_mark(struct writer *w, const char *mark, bool closes);
static void take_text(struct writer *w, struct str text);
static int char_at(struct str text, size_t at);
static size_t run_of(struct str text, size_t at);
static void put_code(struct str text, struct buf *to);
static void flush(struct writer *w);
static bool is_item(const struct writer *w);
static size_t put_reference(struct str text, bool code, struct buf *to);

void markdown_twin(struct str html, struct buf *to)
{
	struct writer w = { .to = to };
	struct str body = str_from_byte(html, str_find_str(html, STR("<main")));
	struct markup tag;
	enum element element;

	while (markup_next(&body, &tag)) {
		take_words(&w, tag.before);
		tag.before = STR("");
		if (tag.is_end && str_is(tag.name, "main"))
			break;
		element = element_of(tag.name);
		if (is_left_out(&tag, element))
			markup_skip(&body, tag.name);
		else
			take_tag(&w, &tag, element);
	}
	take_words(&w, tag.before);
	flush(&w);
	buf_release(&w.line);
	buf_release(&w.prefix);
}

static enum element element_of(struct str name)
{
	const struct named *named = ELEMENTS[(size_t)name.ptr[0]];

	while (named && named->name.len && !str_equals(named->name, name))
		named++;
	return named ? named->element : OTHER;
}

/* With all that it holds. */
static bool is_left_out(const struct markup *tag, enum element element)
{
	struct str rest = tag->attributes;
	struct markup_attribute a;

	if (tag->is_end || element == EMPTY || element == RULE ||
	    element == BREAK || element == IMAGE)
		return false;
	if (element == LEFT_OUT)
		return true;
	while (markup_attribute(&rest, &a))
		if (str_is(a.name, "hidden") ||
		    str_is(a.name, "data-control") ||
		    (str_is(a.name, "aria-hidden") && str_is(a.value, "true")))
			return true;
	return false;
}

/* Comments are none; a "<" of a page's words is written "&lt;". */
static void take_words(struct writer *w, struct str text)
{
	while (text.len) {
		size_t at = str_find(text, '<');

		take_text(w, str_slice(text, 0, at));
		text = str_from_byte(text, at);
		if (!text.len)
			return;
		at = str_starts(text, "<!--")
			     ? str_find_str(text, STR("-->")) + 3
			     : 1;
		text = str_from_byte(text, at);
	}
}

static void take_tag(struct writer *w, const struct markup *tag,
		     enum element element)
{
	switch (element) {
	case TABLE:
	case ROW:
	case CELL:
		take_table(w, tag, element);
		break;
	case LIST:
	case ITEM:
		take_list(w, tag, element);
		break;
	case BLOCK:
	case HEADING:
	case QUOTE:
	case CAPTION:
	case PREFORMATTED:
	case RULE:
		take_block(w, tag, element);
		break;
	case LINK:
	case STRONG:
	case EMPHASIS:
	case CODE:
	case SPAN:
	case BREAK:
	case IMAGE:
		if (!w->is_code)
			take_inline(w, tag, element);
		break;
	case OTHER:
	case EMPTY:
	case LEFT_OUT:
		break;
	}
}

static void take_block(struct writer *w, const struct markup *tag,
		       enum element element)
{
	if (w->in_table && element != CAPTION) {
		w->needs_space = true;
		return;
	}
	if (w->is_code && element != PREFORMATTED)
		return;
	if (!w->is_code)
		flush(w);
	if (element == QUOTE)
		w->quotes += tag->is_end ? (w->quotes ? (size_t)-1 : 0) : 1;
	else if (element == RULE)
		buf_text(w->to, "---\n\n");
	else if (element == PREFORMATTED && tag->is_end == w->is_code) {
		put_fence(w, tag->is_end);
		w->is_code = !tag->is_end;
	} else if (element == HEADING && !tag->is_end) {
		for (int i = 0; i < tag->name.ptr[1] - '0'; i++)
			buf_char(&w->prefix, '#');
		buf_char(&w->prefix, ' ');
	}
}

static void put_fence(struct writer *w, bool closes)
{
	if (closes) {
		if (w->to->len && w->to->ptr[w->to->len - 1] != '\n')
			buf_char(w->to, '\n');
		put_ticks(w->to, widen_fence(w));
		buf_text(w->to, "\n\n");
		return;
	}
	put_ticks(w->to, FENCE);
	buf_char(w->to, '\n');
	w->fence_at = w->to->len;
}

/* The fence is longer than any run of "`" in the code; how long it is. */
static size_t widen_fence(struct writer *w)
{
	size_t ticks = ticks_of(str_from_byte(buf_str(w->to), w->fence_at));

	if (ticks < FENCE)
		return FENCE;
	insert(w->to, w->fence_at - 1, '`', ticks + 1 - FENCE);
	return ticks + 1;
}

static void take_table(struct writer *w, const struct markup *tag,
		       enum element element)
{
	if (element == TABLE) {
		flush(w);
		if (tag->is_end && w->in_table)
			buf_char(w->to, '\n');
		w->in_table = !tag->is_end;
		w->in_head_row = true;
	} else if (element == ROW && tag->is_end) {
		end_row(w);
	} else if (element == ROW) {
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

static void end_row(struct writer *w)
{
	buf_raw(w->to, str_trim(buf_str(&w->line)));
	buf_text(w->to, " |\n");
	for (size_t i = 0; w->in_head_row && i < w->cells; i++)
		buf_text(w->to, i ? " --- |" : "| --- |");
	if (w->in_head_row)
		buf_char(w->to, '\n');
	w->in_head_row = false;
	buf_reset(&w->line);
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

static void take_list(struct writer *w, const struct markup *tag,
		      enum element element)
{
	if (w->in_table) {
		w->needs_space = true;
		return;
	}
	flush(w);
	if (element == LIST) {
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

static void take_inline(struct writer *w, const struct markup *tag,
			enum element element)
{
	/* In a cell they stand below each other. */
	if (w->in_table && !tag->is_end && element == SPAN)
		w->needs_space = true;
	if (element == STRONG)
		put_mark(w, "**", tag->is_end);
	else if (element == EMPHASIS)
		put_mark(w, "*", tag->is_end);
	else if (element == CODE)
		put_span(w, tag->is_end);
	else if (element == BREAK)
		w->needs_space = true;
	else if (element == IMAGE)
		put_image(w, tag);
	else if (element == LINK)
		put_link(w, tag);
}

static void put_span(struct writer *w, bool closes)
{
	size_t ticks;

	if (!closes) {
		put_mark(w, "`", false);
		w->span_at = w->line.len;
	} else if (w->is_span && w->span_at <= w->line.len) {
		ticks = ticks_of(str_from_byte(buf_str(&w->line), w->span_at));
		if (ticks)
			widen_span(w, ticks + 1);
		else
			buf_char(&w->line, '`');
	}
	w->is_span = !closes;
}

/* Between more of "`" than it has in a row. */
static void widen_span(struct writer *w, size_t ticks)
{
	insert(&w->line, w->span_at, ' ', 1);
	insert(&w->line, w->span_at, '`', ticks - 1);
	buf_char(&w->line, ' ');
	put_ticks(&w->line, ticks);
}

/* The longest run of them. */
static size_t ticks_of(struct str code)
{
	size_t most = 0, run = 0;

	for (size_t i = 0; i < code.len; i++) {
		run = code.ptr[i] == '`' ? run + 1 : 0;
		most = run > most ? run : most;
	}
	return most;
}

static void insert(struct buf *to, size_t at, char c, size_t count)
{
	buf_reserve(to, count);
	memmove(to->ptr + at + count, to->ptr + at, to->len + 1 - at);
	memset(to->ptr + at, c, count);
	to->len += count;
}

static void put_ticks(struct buf *to, size_t count)
{
	while (count--)
		buf_char(to, '`');
}

/* What leads nowhere, as <a name="x">, is its words. */
static void put_link(struct writer *w, const struct markup *tag)
{
	struct str href = markup_value(tag, "href");

	if (!tag->is_end) {
		if (w->link_depth < LINKS_MOST)
			w->links[w->link_depth++] = href;
		if (href.len)
			put_mark(w, "[", false);
	} else if (w->link_depth) {
		href = w->links[--w->link_depth];
		if (!href.len)
			return;
		buf_text(&w->line, "](");
		put_code(href, &w->line);
		buf_char(&w->line, ')');
	}
}

static void put_image(struct writer *w, const struct markup *tag)
{
	buf_text(&w->line, "![");
	take_text(w, markup_value(tag, "alt"));
	buf_text(&w->line, "](");
	buf_raw(&w->line, markup_value(tag, "src"));
	buf_char(&w->line, ')');
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

static void take_text(struct writer *w, struct str text)
{
	size_t at = 0, run;

	if (w->is_code) {
		put_code(text, w->to);
		return;
	}
	while (at < text.len) {
		int is = char_at(text, at);

		if (is == BLANK) {
			w->needs_space = true;
			at++;
			continue;
		}
		if (w->needs_space && w->line.len &&
		    w->line.ptr[w->line.len - 1] != ' ')
			buf_char(&w->line, ' ');
		w->needs_space = false;
		if (is == REFERENCE) {
			at += put_reference(str_from_byte(text, at), w->is_span,
					    &w->line);
			continue;
		}
		/* In code "|" alone, and only for what reads tables. */
		if (is == MARKING && (!w->is_span || text.ptr[at] == '|'))
			buf_char(&w->line, '\\');
		run = run_of(text, at);
		buf_raw(&w->line, str_slice(text, at, run));
		at += run;
	}
}

static int char_at(struct str text, size_t at)
{
	return CHARS[(unsigned char)text.ptr[at]];
}

/* From a character on those that stand as they are, and spaces between. */
static size_t run_of(struct str text, size_t at)
{
	size_t end = at + 1;

	while (end < text.len && (char_at(text, end) == PLAIN ||
				  (text.ptr[end] == ' ' && end + 1 < text.len &&
				   char_at(text, end + 1) == PLAIN)))
		end++;
	return end - at;
}

/* As it stands, but for references. */
static void put_code(struct str text, struct buf *to)
{
	while (text.len) {
		size_t run = str_find(text, '&');

		buf_raw(to, str_slice(text, 0, run));
		text = str_from_byte(text, run);
		if (text.len)
			text = str_from_byte(text,
					     put_reference(text, true, to));
	}
}

/* The block at hand, and an empty line behind it. */
static void flush(struct writer *w)
{
	struct str line = str_trim(buf_str(&w->line));

	w->needs_space = false;
	if (!line.len)
		return;
	for (size_t i = 0; i < w->quotes; i++)
		buf_text(w->to, "> ");
	for (size_t i = 1; i < w->list_depth + !is_item(w); i++)
		buf_text(w->to, "  ");
	buf_raw(w->to, buf_str(&w->prefix));
	buf_raw(w->to, line);
	buf_text(w->to, "\n\n");
	buf_reset(&w->prefix);
	buf_reset(&w->line);
}

static bool is_item(const struct writer *w)
{
	return w->prefix.len && w->prefix.ptr[0] != '#';
}

/*
 * A reference as our templates and cmark write them, or the "&" of another;
 * gives how much of the text that is.
 */
static size_t put_reference(struct str text, bool code, struct buf *to)
{
	static const struct {
		const char *name, *text;
	} KNOWN[] = {
		{ "&amp;", "&" },   { "&lt;", "<" },  { "&gt;", ">" },
		{ "&quot;", "\"" }, { "&#39;", "'" },
	};

	for (size_t i = 0; i < sizeof(KNOWN) / sizeof(*KNOWN); i++)
		if (str_starts(text, KNOWN[i].name)) {
			buf_text(to, !code && KNOWN[i].text[0] == '<'
					     ? "&lt;"
					     : KNOWN[i].text);
			return strlen(KNOWN[i].name);
		}
	buf_char(to, '&');
	return 1;
}
