#include "make/markdown_line.h"

#include <string.h>

/* Of a text: the rest is copied in runs. */
enum { PLAIN, BLANK, MARKING, PIPE, REFERENCE };
static const unsigned char CHARS[256] = {
	[' '] = BLANK,	   ['\n'] = BLANK,  ['\t'] = BLANK,  ['\r'] = BLANK,
	['\\'] = MARKING,  ['*'] = MARKING, ['_'] = MARKING, ['['] = MARKING,
	[']'] = MARKING,   ['`'] = MARKING, ['~'] = MARKING, ['|'] = PIPE,
	['&'] = REFERENCE,
};

/* Of an address. */
static const unsigned char ADDRESS[256] = {
	[' '] = BLANK,	  ['\n'] = BLANK,  ['\t'] = BLANK,    ['\r'] = BLANK,
	['\\'] = MARKING, ['('] = MARKING, [')'] = MARKING,   ['<'] = MARKING,
	['>'] = MARKING,  ['|'] = PIPE,	   ['&'] = REFERENCE,
};

static int char_at(struct str text, size_t at);
static size_t run_of(struct str text, size_t at);
static size_t put_reference(struct str text, struct buf *to);
static bool makes_reference(struct str rest);
static bool needs_pads(struct str code);
static void put_code(struct markdown_line *l, struct str html);
static void put_address(struct markdown_line *l, struct str html);
static void begin(struct markdown_line *l, struct str next);
static void put_apart(struct markdown_line *l, struct str next);
static bool needs_seam(const struct markdown_line *l, struct str next);
static bool is_mark(char c);
static struct str last_char(struct str text);
static bool is_sign(struct str text);
static bool may_be_sign(struct str text);
static size_t delicate_in_heading(struct str line);
static size_t delicate_in_block(struct str line);
static bool ends_word(struct str line, size_t at);
static size_t plain_reference(struct str text, struct buf *to);

void markdown_line_text(struct markdown_line *l, struct str html)
{
	size_t at = 0, run;

	if (l->is_code) {
		put_code(l, html);
		return;
	}
	while (at < html.len) {
		int is = char_at(html, at);

		if (is == BLANK) {
			l->needs_space = true;
			at++;
			continue;
		}
		begin(l, str_from_byte(html, at));
		if (is == REFERENCE) {
			at += put_reference(str_from_byte(html, at), &l->text);
			continue;
		}
		if (is == MARKING || (is == PIPE && l->in_table))
			buf_char(&l->text, '\\');
		run = run_of(html, at);
		buf_raw(&l->text, str_slice(html, at, run));
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

/* Gives how much of the text it is. */
static size_t put_reference(struct str text, struct buf *to)
{
	if (str_starts(text, "&lt;")) {
		buf_text(to, "&lt;");
		return strlen("&lt;");
	}
	if (str_starts(text, "&amp;")) {
		text = str_from_byte(text, strlen("&amp;"));
		buf_text(to, makes_reference(text) ? "&amp;" : "&");
		return strlen("&amp;");
	}
	return plain_reference(text, to);
}

/* Whether a "&" before it would be more than that. */
static bool makes_reference(struct str rest)
{
	size_t end = 0;

	if (rest.len && rest.ptr[0] == '#')
		return true;
	while (end < rest.len && !is_sign(str_from_byte(rest, end)))
		end++;
	return end < rest.len && rest.ptr[end] == ';';
}

void markdown_line_open(struct markdown_line *l, const char *mark)
{
	if (!l->is_code)
		buf_text(&l->opening, mark);
}

void markdown_line_close(struct markdown_line *l, const char *mark)
{
	if (l->is_code)
		return;
	if (str_ends(buf_str(&l->opening), mark)) {
		l->opening.len -= strlen(mark);
		return;
	}
	buf_text(&l->text, mark);
	l->mark_end = l->text.len;
}

void markdown_line_code(struct markdown_line *l, bool closes)
{
	struct str code = buf_str(&l->code);

	l->is_code = !closes;
	if (closes && code.len) {
		size_t ticks = markdown_line_ticks(code);
		const char *pad = ticks || needs_pads(code) ? " " : "";

		begin(l, STR("`"));
		markdown_line_put_ticks(&l->text, ticks + 1);
		buf_text(&l->text, pad);
		buf_raw(&l->text, code);
		buf_text(&l->text, pad);
		markdown_line_put_ticks(&l->text, ticks + 1);
		l->code_end = l->text.len;
	}
	buf_reset(&l->code);
}

/* A space at both ends is taken away where there is more than spaces. */
static bool needs_pads(struct str code)
{
	return code.ptr[0] == ' ' && code.ptr[code.len - 1] == ' ' &&
	       str_trim(code).len;
}

/* Its blanks stay; what reads tables takes "\|" as "|" there, too. */
static void put_code(struct markdown_line *l, struct str html)
{
	size_t at = l->code.len;

	markdown_line_plain(html, &l->code);
	for (; at < l->code.len; at++) {
		int is = char_at(buf_str(&l->code), at);

		if (is == BLANK)
			l->code.ptr[at] = ' ';
		else if (is == PIPE && l->in_table) {
			buf_char(&l->code, '|');
			memmove(l->code.ptr + at + 1, l->code.ptr + at,
				l->code.len - at - 1);
			l->code.ptr[at++] = '\\';
		}
	}
}

/* One that leads nowhere was not opened. */
void markdown_line_link_end(struct markdown_line *l, struct str href)
{
	if (l->is_code)
		return;
	if (l->opening.len)
		begin(l, STR("]"));
	buf_text(&l->text, "](");
	put_address(l, href);
	buf_char(&l->text, ')');
}

void markdown_line_image(struct markdown_line *l, struct str alt,
			 struct str src)
{
	if (l->is_code)
		return;
	begin(l, STR("!"));
	buf_text(&l->text, "![");
	markdown_line_text(l, alt);
	l->needs_space = false;
	buf_text(&l->text, "](");
	put_address(l, src);
	buf_char(&l->text, ')');
}

static void put_address(struct markdown_line *l, struct str html)
{
	size_t at = 0, run;

	while (at < html.len) {
		char c = html.ptr[at];
		int is = ADDRESS[(unsigned char)c];

		if (is == REFERENCE) {
			at += put_reference(str_from_byte(html, at), &l->text);
			continue;
		}
		if (is == BLANK) {
			buf_printf(&l->text, "%%%02X", (unsigned)c);
			at++;
			continue;
		}
		if (is == MARKING || (is == PIPE && l->in_table))
			buf_char(&l->text, '\\');
		for (run = 1; at + run < html.len; run++)
			if (ADDRESS[(unsigned char)html.ptr[at + run]] != PLAIN)
				break;
		buf_raw(&l->text, str_slice(html, at, run));
		at += run;
	}
}

/* Before whatever is put: a space, or what keeps it apart; what opens. */
static void begin(struct markdown_line *l, struct str next)
{
	struct buf *t = &l->text;

	if (t->len && t->ptr[t->len - 1] != ' ') {
		if (l->needs_space)
			buf_char(t, ' ');
		else if (l->opening.len || t->len == l->mark_end ||
			 t->len == l->code_end)
			put_apart(l, next);
	}
	l->needs_space = false;
	if (l->opening.len) {
		buf_raw(t, buf_str(&l->opening));
		l->opening.len = 0;
	}
}

static void put_apart(struct markdown_line *l, struct str next)
{
	struct buf *t = &l->text;

	if (needs_seam(l, next)) {
		buf_text(t, "<!-- -->");
	} else if (l->opening.len && l->opening.ptr[0] == '[' &&
		   t->ptr[t->len - 1] == '!') {
		/* It is no picture. */
		t->ptr[t->len - 1] = '\\';
		buf_char(t, '!');
	}
}

static bool needs_seam(const struct markdown_line *l, struct str next)
{
	struct str before = buf_str(&l->text), opening = buf_str(&l->opening);
	bool opens = opening.len && is_mark(opening.ptr[0]);

	if (!opening.len && before.len == l->code_end)
		return next.ptr[0] == '`';
	if (before.len == l->mark_end) {
		while (before.len && is_mark(before.ptr[before.len - 1]))
			before.len--;
		return opens ||
		       (!opening.len && may_be_sign(last_char(before)) &&
			!is_sign(next));
	}
	while (opening.len && is_mark(opening.ptr[0]))
		opening = str_from_byte(opening, 1);
	return opens && !is_sign(last_char(before)) &&
	       (opening.len || may_be_sign(next));
}

/* Of "**", "*" and "~~". */
static bool is_mark(char c)
{
	return c == '*' || c == '~';
}

/* From its first byte on. */
static struct str last_char(struct str text)
{
	size_t at = text.len;

	while (at && ((unsigned char)text.ptr[--at] & 0xc0) == 0x80)
		;
	return str_from_byte(text, at);
}

/* Whether a text begins with one, of ASCII. */
static bool is_sign(struct str text)
{
	char c = text.len ? text.ptr[0] : '.', lower = (char)(c | ' ');

	return (unsigned char)c < 0x80 && !(c >= '0' && c <= '9') &&
	       !(lower >= 'a' && lower <= 'z');
}

/* Other signs are in U+0080 to U+00BF, U+2000 to U+303F, U+FE00 to U+FF7F. */
static bool may_be_sign(struct str text)
{
	unsigned char c = text.len ? (unsigned char)text.ptr[0] : '.';
	unsigned char d = text.len > 1 ? (unsigned char)text.ptr[1] : 0;

	return c < 0x80 ? is_sign(text)
			: c == 0xc2 || c == 0xe2 || (c == 0xe3 && d == 0x80) ||
				  (c == 0xef && d >= 0xb8 && d <= 0xbd);
}

void markdown_line_end(struct markdown_line *l, bool is_heading, struct buf *to)
{
	struct str line = buf_str(&l->text);
	size_t at = is_heading ? delicate_in_heading(line)
			       : delicate_in_block(line);

	buf_raw(to, str_slice(line, 0, at));
	if (at < line.len)
		buf_char(to, '\\');
	buf_raw(to, str_from_byte(line, at));
	markdown_line_reset(l);
}

void markdown_line_reset(struct markdown_line *l)
{
	buf_reset(&l->text);
	l->needs_space = false;
	l->mark_end = l->code_end = 0;
}

/* The last "#" of those that would end a heading, as in "a #"; or the end. */
static size_t delicate_in_heading(struct str line)
{
	size_t at = line.len;

	while (at && line.ptr[at - 1] == '#')
		at--;
	return at == line.len || (at && line.ptr[at - 1] != ' ') ? line.len
								 : line.len - 1;
}

/* The sign of what begins as a list, a heading, a rule: or the end. */
static size_t delicate_in_block(struct str line)
{
	char first = line.len ? line.ptr[0] : 'a';
	size_t run = 0;

	if (first == '>')
		return 0;
	if (first >= '0' && first <= '9') {
		while (run < line.len && line.ptr[run] >= '0' &&
		       line.ptr[run] <= '9')
			run++;
		return ends_word(line, run + 1) && (line.ptr[run] == '.' ||
						    line.ptr[run] == ')')
			       ? run
			       : line.len;
	}
	if (!first || !strchr("#+-~", first))
		return line.len;
	while (run < line.len && line.ptr[run] == first)
		run++;
	return run > 2 || ends_word(line, run) ? 0 : line.len;
}

/* Whether there is a word of so many bytes. */
static bool ends_word(struct str line, size_t at)
{
	return at == line.len || (at < line.len && line.ptr[at] == ' ');
}

void markdown_line_release(struct markdown_line *l)
{
	buf_release(&l->text);
	buf_release(&l->opening);
	buf_release(&l->code);
}

void markdown_line_plain(struct str html, struct buf *to)
{
	while (html.len) {
		size_t run = str_find(html, '&');

		buf_raw(to, str_slice(html, 0, run));
		html = str_from_byte(html, run);
		if (html.len)
			html = str_from_byte(html, plain_reference(html, to));
	}
}

/*
 * A reference as our templates and cmark write them, or the "&" of another;
 * gives how much of the text that is.
 */
static size_t plain_reference(struct str text, struct buf *to)
{
	static const struct {
		const char *name;
		char text;
	} KNOWN[] = {
		{ "&amp;", '&' },  { "&lt;", '<' },   { "&gt;", '>' },
		{ "&quot;", '"' }, { "&#39;", '\'' },
	};

	for (size_t i = 0; i < sizeof(KNOWN) / sizeof(*KNOWN); i++)
		if (str_starts(text, KNOWN[i].name)) {
			buf_char(to, KNOWN[i].text);
			return strlen(KNOWN[i].name);
		}
	buf_char(to, '&');
	return 1;
}

size_t markdown_line_ticks(struct str code)
{
	size_t most = 0, run = 0;

	for (size_t i = 0; i < code.len; i++) {
		run = code.ptr[i] == '`' ? run + 1 : 0;
		most = run > most ? run : most;
	}
	return most;
}

void markdown_line_put_ticks(struct buf *to, size_t count)
{
	while (count--)
		buf_char(to, '`');
}
