#include "view/madr_text.h"

#include <string.h>

/* What is being written. */
struct inlines {
	struct buf *to;
	struct str base_url;
	struct str href; /* of the link that is open */
	bool cites;	 /* inside a citation: its number is not written */
	bool code;	 /* inside code, nothing is escaped */
};

static void put_text(struct inlines *w, struct str text);
static struct str entity(struct str *text);
static void put_tag(struct inlines *w, struct str tag);
static void put_code_mark(struct inlines *w, bool open);
static void put_link(struct inlines *w, struct str tag, bool open);
static void put_image(struct inlines *w, struct str tag);
static void put_address(struct inlines *w, struct str href);
static struct str attribute(struct str tag, const char *name);

void madr_plain(struct buf *to, struct str text)
{
	size_t digits = 0;

	while (digits < text.len && strchr("0123456789", text.ptr[digits]))
		digits++;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		/* "1. First" would begin a list, as "- minus" would. */
		if (strchr("\\`*_[]<>&~|#", c) || (i == 0 && strchr("-+", c)) ||
		    (i && i == digits && strchr(".)", c) && i + 1 < text.len &&
		     text.ptr[i + 1] == ' '))
			buf_char(to, '\\');
		buf_char(to, c == '\n' ? ' ' : c);
	}
}

void madr_inline(struct buf *to, struct str html, struct str base_url)
{
	struct inlines w = { .to = to, .base_url = base_url };

	while (html.len) {
		size_t open = str_find(html, '<');

		put_text(&w, str_slice(html, 0, open));
		html = str_from_byte(html, open);
		if (!html.len)
			break;
		open = str_find(html, '>') + 1;
		put_tag(&w, str_slice(html, 0, open));
		html = str_from_byte(html, open);
	}
}

void madr_paragraphs(struct buf *to, struct str html, struct str base_url)
{
	while (str_starts(html, "<p>")) {
		size_t end = str_find_str(html, STR("</p>"));

		madr_inline(to,
			    str_slice(html, strlen("<p>"), end - strlen("<p>")),
			    base_url);
		buf_text(to, "\n\n");
		html = str_trim(str_from_byte(html, end + strlen("</p>")));
	}
}

/* Entities become what they stand for, and are escaped as Markdown has it. */
static void put_text(struct inlines *w, struct str text)
{
	while (text.len && !w->cites) {
		struct str plain = str_slice(text, 0, str_find(text, '&'));

		text = str_from_byte(text, plain.len);
		if (w->code)
			buf_raw(w->to, plain);
		else
			madr_plain(w->to, plain);
		if (!text.len)
			break;
		plain = entity(&text);
		if (w->code)
			buf_raw(w->to, plain);
		else
			madr_plain(w->to, plain);
	}
}

/* Cuts off one of the five that buf_html() writes. */
static struct str entity(struct str *text)
{
	static const struct {
		const char *name, *plain;
	} ENTITIES[] = { { "&amp;", "&" },
			 { "&lt;", "<" },
			 { "&gt;", ">" },
			 { "&quot;", "\"" },
			 { "&#39;", "'" } };
	struct str one = str_slice(*text, 0, 1);

	for (size_t k = 0; k < sizeof(ENTITIES) / sizeof(*ENTITIES); k++)
		if (str_starts(*text, ENTITIES[k].name)) {
			*text = str_from_byte(*text, strlen(ENTITIES[k].name));
			return str_from(ENTITIES[k].plain);
		}
	*text = str_from_byte(*text, 1);
	return one;
}

static void put_tag(struct inlines *w, struct str tag)
{
	static const struct {
		const char *html, *markdown;
	} TAGS[] = {
		{ "<em>", "*" },	{ "</em>", "*" },  { "<strong>", "**" },
		{ "</strong>", "**" },	{ "<del>", "~~" }, { "</del>", "~~" },
		{ "<br />", "<br />" },
	};

	for (size_t k = 0; k < sizeof(TAGS) / sizeof(*TAGS); k++)
		if (str_is(tag, TAGS[k].html)) {
			buf_text(w->to, TAGS[k].markdown);
			return;
		}
	if (str_is(tag, "<sup class=\"cite\">") || str_is(tag, "</sup>"))
		w->cites = str_starts(tag, "<sup");
	else if (str_starts(tag, "<a ") || str_is(tag, "</a>"))
		put_link(w, tag, str_starts(tag, "<a "));
	else if (str_starts(tag, "<img "))
		put_image(w, tag);
	else if (str_starts(tag, "<code") || str_is(tag, "</code>"))
		put_code_mark(w, str_starts(tag, "<code"));
	else
		buf_raw(w->to, tag);
}

/* Two with a blank, which Markdown leaves out, so that code may hold one. */
static void put_code_mark(struct inlines *w, bool open)
{
	w->code = open;
	buf_text(w->to, open ? "`` " : " ``");
}

static void put_link(struct inlines *w, struct str tag, bool open)
{
	struct str href = attribute(tag, "href"), mark = STR("#source-");
	size_t id = str_find_str(href, mark);

	if (w->cites && open)
		buf_printf(w->to, "[^%.*s]",
			   STR_ARG(str_from_byte(href, id + mark.len)));
	if (w->cites)
		return;
	if (open) {
		w->href = href;
		buf_char(w->to, '[');
		return;
	}
	buf_text(w->to, "](");
	put_address(w, w->href);
	buf_char(w->to, ')');
}

static void put_image(struct inlines *w, struct str tag)
{
	buf_text(w->to, "![");
	put_text(w, attribute(tag, "alt"));
	buf_text(w->to, "](");
	put_address(w, attribute(tag, "src"));
	buf_char(w->to, ')');
}

static void put_address(struct inlines *w, struct str href)
{
	buf_char(w->to, '<');
	if (href.len && href.ptr[0] == ROOT_MARK) {
		buf_raw(w->to, w->base_url);
		href = str_from_byte(href, 1);
	}
	while (href.len) {
		struct str plain = str_slice(href, 0, str_find(href, '&'));

		href = str_from_byte(href, plain.len);
		buf_raw(w->to, plain);
		if (href.len)
			buf_raw(w->to, entity(&href));
	}
	buf_char(w->to, '>');
}

/* As written, with its entities; empty where it is not there. */
static struct str attribute(struct str tag, const char *name)
{
	size_t at = 0;

	for (; at < tag.len; at++)
		if (tag.ptr[at] == ' ' &&
		    str_starts(str_from_byte(tag, at + 1), name) &&
		    str_starts(str_from_byte(tag, at + 1 + strlen(name)),
			       "=\""))
			break;
	tag = str_from_byte(tag, at + strlen(name) + strlen(" =\""));
	return str_slice(tag, 0, str_find(tag, '"'));
}
