#include "make/script_pack.h"

#include <string.h>

/* Where a line is read: strings and templates that are open, innermost last. */
enum { DEPTH = 32 };

struct line {
	struct str text;
	size_t at;
	char open[DEPTH]; /* a quotation mark, or { of ${ or within it */
	size_t depth;
	struct buf *to;
};

static bool pack_comment(struct str line, struct str *rest);
static bool comment_speaks(struct str comment);
static bool pack_line(struct str text, struct buf *to);
static bool pack_quoted(struct line *line, char quote);
static bool pack_code(struct line *line);
static bool pack_slash(struct line *line);
static void pack_blanks(struct line *line);
static bool is_spare(char before, char after);
static bool push(struct line *line, char open);
static bool is_blank(char c);
static bool is_quote(char c);
static bool has(struct str text, const char *part);

bool script_pack(struct str source, struct buf *to)
{
	struct str rest = source;
	bool ok = str_find(source, '\0') == source.len &&
		  !has(source, "\xe2\x80\xa8") && !has(source, "\xe2\x80\xa9");

	while (ok && rest.len) {
		struct str from = rest, line = str_cut(&rest, '\n');

		if (line.len && line.ptr[line.len - 1] == '\r')
			line.len--;
		ok = str_find(line, '\r') == line.len;
		line = str_trim(line);
		if (!ok || !line.len)
			continue;
		if (str_starts(line, "//"))
			ok = !comment_speaks(str_from_byte(line, 2));
		else if (str_starts(line, "/*"))
			ok = pack_comment(from, &rest);
		else
			ok = pack_line(line, to);
	}
	return ok;
}

/* Goes on after a comment that ends where its line does. */
static bool pack_comment(struct str line, struct str *rest)
{
	size_t open = str_find_str(line, STR("/*")) + 2;
	struct str inside = str_from_byte(line, open);
	size_t end = str_find_str(inside, STR("*/"));
	struct str after = str_from_byte(inside, end + 2);

	if (end == inside.len || comment_speaks(str_slice(inside, 0, end)))
		return false;
	*rest = after;
	return !str_trim(str_cut(rest, '\n')).len;
}

/* What is said to more than readers of the source: it stays. */
static bool comment_speaks(struct str comment)
{
	return (comment.len && strchr("!#", comment.ptr[0])) ||
	       has(comment, "@") || has(comment, "icen") ||
	       has(comment, "ICEN") || has(comment, "opyright") ||
	       has(comment, "OPYRIGHT") || has(comment, "\r");
}

static bool pack_line(struct str text, struct buf *to)
{
	struct line line = { .text = text, .to = to };

	while (line.at < text.len) {
		char open = line.depth ? line.open[line.depth - 1] : 0;

		if (!(is_quote(open) ? pack_quoted(&line, open)
				     : pack_code(&line)))
			return false;
	}
	buf_char(to, '\n');
	for (size_t i = 0; i < line.depth; i++)
		if (is_quote(line.open[i]))
			return false;
	return true;
}

/* A byte of a string or template, or the two of an escape. */
static bool pack_quoted(struct line *line, char quote)
{
	const char *at = line->text.ptr + line->at;
	bool has_next = line->at + 1 < line->text.len;

	if (*at == '\\' && !has_next)
		return false;
	if (*at == quote)
		line->depth--;
	else if (quote == '`' && *at == '$' && has_next && at[1] == '{') {
		buf_char(line->to, *at++);
		line->at++;
		if (!push(line, '{'))
			return false;
	} else if (*at == '\\') {
		buf_char(line->to, *at++);
		line->at++;
	}
	buf_char(line->to, *at);
	line->at++;
	return true;
}

static bool pack_code(struct line *line)
{
	char c = line->text.ptr[line->at];

	if (c == '/')
		return pack_slash(line);
	if (is_blank(c)) {
		pack_blanks(line);
		return true;
	}
	if ((is_quote(c) || (c == '{' && line->depth)) && !push(line, c))
		return false;
	if (c == '}' && line->depth)
		line->depth--;
	buf_char(line->to, c);
	line->at++;
	return true;
}

/* What stands from it to the next may be a regular expression. */
static bool pack_slash(struct line *line)
{
	struct str after = str_from_byte(line->text, line->at + 1);
	size_t end = str_find(after, '/');

	if (after.len && strchr("/*", after.ptr[0]))
		return false;
	if (end == after.len)
		end = 0;
	for (size_t i = 0; i < end; i++)
		if (is_quote(after.ptr[i]) ||
		    (line->depth && strchr("{}", after.ptr[i])))
			return false;
	/* The next one may be the first of another pair: its turn comes. */
	buf_raw(line->to, str_slice(line->text, line->at, end + 1));
	line->at += end + 1;
	return true;
}

static void pack_blanks(struct line *line)
{
	size_t from = line->at;

	while (is_blank(line->text.ptr[line->at]))
		line->at++;
	if (!is_spare(line->text.ptr[from - 1], line->text.ptr[line->at]))
		buf_char(line->to, ' ');
}

/* "a + +b" keeps its blank; slashes and "<!--" are let alone. */
static bool is_spare(char before, char after)
{
	static const char ALWAYS[] = "=(){}[],;:?>&|*";

	if (before == '/' || after == '/' || (before == '<' && after == '!'))
		return false;
	if (strchr("+-", before) && strchr("+-", after))
		return false;
	return strchr(ALWAYS, before) || strchr(ALWAYS, after) ||
	       strchr("+-<", before) || strchr("+-<", after);
}

static bool push(struct line *line, char open)
{
	if (line->depth == DEPTH)
		return false;
	line->open[line->depth++] = open;
	return true;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_quote(char c)
{
	return c == '"' || c == '\'' || c == '`';
}

static bool has(struct str text, const char *part)
{
	return str_find_str(text, str_from(part)) < text.len;
}
