#include "make/markdown_twin.h"

#include <stdbool.h>
#include <string.h>

#include "make/markdown_line.h"
#include "make/markup.h"

enum { LISTS_MOST = 16, LINKS_MOST = 4, COLUMNS_MOST = 1000 };

/* Of a list, as CommonMark has it. */
enum { NUMBER_MOST = 99999999 };

/* What an element is here. */
enum element {
	OTHER, /* its words stand, without a mark */
	LINK,
	STRONG,
	EMPHASIS,
	STRUCK,
	RAISED,
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
		      N("details", BLOCK), N("dl", BLOCK), N("del", STRUCK)),
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
		      N("style", EMPTY), N("sup", RAISED), N("s", STRUCK)),
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
	struct markdown_line line; /* of the block at hand */
	struct buf around;	   /* "> ", "  ": before each line of a block */
	struct buf lead;	   /* "> - ", "   ## ": before its first */
	bool is_heading;
	bool is_code; /* inside <pre> */
	struct buf code;
	struct {
		bool ordered;
		size_t number;
		size_t width; /* of the item that is open */
	} lists[LISTS_MOST];
	size_t list_depth;
	struct str links[LINKS_MOST];
	size_t link_depth;
	bool is_note; /* the mark of one is open */
	bool in_head_row;
	size_t cells;
	size_t span; /* of the cell that is open, in columns */
};

static enum element element_of(struct str name);
static bool is_left_out(const struct markup *tag, enum element element);
static void take_words(struct writer *w, struct str text);
static void take_tag(struct writer *w, const struct markup *tag,
		     enum element element);
static void take_block(struct writer *w, const struct markup *tag,
		       enum element element);
static void take_quote(struct writer *w, bool is_end);
static void take_code_block(struct writer *w, bool is_end);
static void take_table(struct writer *w, const struct markup *tag,
		       enum element element);
static void end_row(struct writer *w);
static size_t number_of(const struct markup *tag, const char *attribute);
static void take_list(struct writer *w, const struct markup *tag,
		      enum element element);
static void begin_item(struct writer *w);
static void end_item(struct writer *w);
static void take_inline(struct writer *w, const struct markup *tag,
			enum element element);
static void take_raised(struct writer *w, const struct markup *tag);
static void take_link(struct writer *w, const struct markup *tag);
static void put_mark(struct writer *w, const char *mark, bool closes);
static void take_text(struct writer *w, struct str text);
static void end_block(struct writer *w);
static void put_lead(struct writer *w);
static void lead_as_around(struct writer *w);

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
		if (!is_left_out(&tag, element)) {
			take_tag(&w, &tag, element);
			continue;
		}
		markup_skip(&body, tag.name);
		/* A name, its bar, its number. */
		w.line.needs_space |= element == LEFT_OUT;
	}
	take_words(&w, tag.before);
	end_block(&w);
	markdown_line_release(&w.line);
	buf_release(&w.around);
	buf_release(&w.lead);
	buf_release(&w.code);
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
	case STRUCK:
	case RAISED:
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
	if (w->line.in_table && element != CAPTION) {
		w->line.needs_space = true;
		return;
	}
	if (w->is_code && element != PREFORMATTED)
		return;
	end_block(w);
	if (element == QUOTE) {
		take_quote(w, tag->is_end);
	} else if (element == RULE) {
		put_lead(w);
		buf_text(w->to, "---\n\n");
	} else if (element == PREFORMATTED && tag->is_end == w->is_code) {
		take_code_block(w, tag->is_end);
	} else if (element == HEADING && !tag->is_end) {
		w->is_heading = true;
		for (int i = 0; i < tag->name.ptr[1] - '0'; i++)
			buf_char(&w->lead, '#');
		buf_char(&w->lead, ' ');
	}
}

static void take_quote(struct writer *w, bool is_end)
{
	if (!is_end)
		buf_text(&w->around, "> ");
	else if (str_ends(buf_str(&w->around), "> "))
		w->around.len -= 2;
	lead_as_around(w);
}

/* The fence is longer than any run of "`" in the code. */
static void take_code_block(struct writer *w, bool is_end)
{
	struct str code = buf_str(&w->code);
	size_t ticks = markdown_line_ticks(code);

	w->is_code = !is_end;
	if (!is_end)
		return;
	ticks = ticks < FENCE ? FENCE : ticks + 1;
	put_lead(w);
	markdown_line_put_ticks(w->to, ticks);
	buf_char(w->to, '\n');
	while (code.len) {
		buf_raw(w->to, buf_str(&w->around));
		buf_raw(w->to, str_cut(&code, '\n'));
		buf_char(w->to, '\n');
	}
	buf_raw(w->to, buf_str(&w->around));
	markdown_line_put_ticks(w->to, ticks);
	buf_text(w->to, "\n\n");
	buf_reset(&w->code);
}

static void take_table(struct writer *w, const struct markup *tag,
		       enum element element)
{
	struct buf *line = &w->line.text;

	if (element == TABLE) {
		end_block(w);
		if (tag->is_end && w->line.in_table)
			buf_char(w->to, '\n');
		w->line.in_table = !tag->is_end;
		w->in_head_row = true;
	} else if (element == ROW && tag->is_end) {
		end_row(w);
	} else if (element == ROW) {
		end_block(w);
		w->cells = 0;
	} else if (!tag->is_end) {
		buf_text(line, w->cells ? " | " : "| ");
		w->cells++;
		w->span = number_of(tag, "colspan");
		if (w->span > COLUMNS_MOST)
			w->span = COLUMNS_MOST;
	} else
		/* Markdown knows no cell of several columns. */
		for (; w->span > 1; w->span--, w->cells++)
			buf_text(line, " |");
	w->line.needs_space = false;
}

static void end_row(struct writer *w)
{
	put_lead(w);
	buf_raw(w->to, str_trim(buf_str(&w->line.text)));
	buf_text(w->to, " |\n");
	if (w->in_head_row) {
		buf_raw(w->to, buf_str(&w->around));
		for (size_t i = 0; i < w->cells; i++)
			buf_text(w->to, i ? " --- |" : "| --- |");
		buf_char(w->to, '\n');
	}
	w->in_head_row = false;
	markdown_line_reset(&w->line);
}

/* 0 where it is none. */
static size_t number_of(const struct markup *tag, const char *attribute)
{
	struct str text = markup_value(tag, attribute);
	size_t number = 0;

	for (size_t i = 0; i < text.len && number < NUMBER_MOST; i++)
		if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
			number = number * 10 + (size_t)(text.ptr[i] - '0');
	return number < NUMBER_MOST ? number : NUMBER_MOST;
}

static void take_list(struct writer *w, const struct markup *tag,
		      enum element element)
{
	struct str start;

	if (w->line.in_table) {
		w->line.needs_space = true;
		return;
	}
	end_block(w);
	if (element == ITEM || tag->is_end)
		end_item(w);
	if (element == ITEM && !tag->is_end) {
		begin_item(w);
	} else if (element == LIST && tag->is_end) {
		w->list_depth -= w->list_depth > 0;
	} else if (element == LIST && w->list_depth < LISTS_MOST - 1) {
		start = markup_value(tag, "start");
		w->list_depth++;
		w->lists[w->list_depth].ordered = str_is(tag->name, "ol");
		w->lists[w->list_depth].number =
			start.len ? number_of(tag, "start") : 1;
		w->lists[w->list_depth].width = 0;
	}
}

static void begin_item(struct writer *w)
{
	size_t from = w->lead.len, width;

	if (w->lists[w->list_depth].ordered)
		buf_printf(&w->lead, "%zu. ", w->lists[w->list_depth].number++);
	else
		buf_text(&w->lead, "- ");
	width = w->lead.len - from;
	for (size_t i = 0; i < width; i++)
		buf_char(&w->around, ' ');
	w->lists[w->list_depth].width = width;
}

/* Also one whose end tag is left out. */
static void end_item(struct writer *w)
{
	size_t *width = &w->lists[w->list_depth].width;

	w->around.len -= *width < w->around.len ? *width : w->around.len;
	*width = 0;
	lead_as_around(w);
}

static void take_inline(struct writer *w, const struct markup *tag,
			enum element element)
{
	/* In a cell they stand below each other. */
	if (w->line.in_table && !tag->is_end && element == SPAN)
		w->line.needs_space = true;
	if (element == STRONG)
		put_mark(w, "**", tag->is_end);
	else if (element == EMPHASIS)
		put_mark(w, "*", tag->is_end);
	else if (element == STRUCK)
		put_mark(w, "~~", tag->is_end);
	else if (element == RAISED)
		take_raised(w, tag);
	else if (element == CODE)
		markdown_line_code(&w->line, tag->is_end);
	else if (element == BREAK)
		w->line.needs_space = true;
	else if (element == IMAGE)
		markdown_line_image(&w->line, markup_value(tag, "alt"),
				    markup_value(tag, "src"));
	else if (element == LINK)
		take_link(w, tag);
}

/*
 * "30 EUR[1]" of a note, "10^6" of a power: the bare figures would be read as
 * one number.  A source that is cited has its brackets.
 */
static void take_raised(struct writer *w, const struct markup *tag)
{
	struct str class = markup_value(tag, "class");

	if (tag->is_end && w->is_note)
		take_text(w, STR("]"));
	else if (!tag->is_end && str_is(class, "note-mark"))
		take_text(w, STR("["));
	else if (!tag->is_end && !class.len)
		take_text(w, STR("^"));
	w->is_note = !tag->is_end && str_is(class, "note-mark");
}

/* What leads nowhere, as <a name="x">, is its words. */
static void take_link(struct writer *w, const struct markup *tag)
{
	struct str href = markup_value(tag, "href");

	if (!tag->is_end) {
		if (w->link_depth < LINKS_MOST)
			w->links[w->link_depth++] = href;
		if (href.len)
			markdown_line_open(&w->line, "[");
	} else if (w->link_depth) {
		href = w->links[--w->link_depth];
		if (href.len)
			markdown_line_link_end(&w->line, href);
	}
}

static void put_mark(struct writer *w, const char *mark, bool closes)
{
	if (closes)
		markdown_line_close(&w->line, mark);
	else
		markdown_line_open(&w->line, mark);
}

static void take_text(struct writer *w, struct str text)
{
	if (w->is_code)
		markdown_line_plain(text, &w->code);
	else
		markdown_line_text(&w->line, text);
}

/* The block at hand, if it says something, and an empty line behind it. */
static void end_block(struct writer *w)
{
	if (w->line.text.len) {
		put_lead(w);
		markdown_line_end(&w->line, w->is_heading, w->to);
		buf_text(w->to, "\n\n");
	} else if (w->is_heading) {
		lead_as_around(w);
	}
	w->line.needs_space = false;
	w->is_heading = false;
}

/* Begins a block. */
static void put_lead(struct writer *w)
{
	buf_raw(w->to, buf_str(&w->lead));
	lead_as_around(w);
}

/* What follows is in the same items and quotes. */
static void lead_as_around(struct writer *w)
{
	w->lead.len = 0;
	buf_raw(&w->lead, buf_str(&w->around));
}
