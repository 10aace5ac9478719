#include "scaffold/content_edit.h"

#include <string.h>

#include "base/buf.h"
#include "read/csv.h"

static size_t cell_end(struct str csv, size_t at, char delimiter);
static size_t line_end(struct str text, size_t at);
static const char *line_break(struct str text);
static bool is_blank(struct str line, char delimiter);
static void put_cell(struct buf *to, struct str cell, char delimiter);
static struct str finish(struct buf *buf, struct arena *arena);
static size_t byte_of(struct str text, struct place place);
static size_t scalar_end(struct str text, size_t at);
static bool is_flow(struct str text, size_t at, size_t line);
static bool is_delimiter_row(struct str line);

struct str edit_csv_column(struct str csv, size_t after,
			   const struct str *cells, size_t count,
			   struct arena *arena)
{
	char delimiter = csv_delimiter(csv);
	size_t record = 0, at = 0;
	struct buf buf = { 0 };

	while (at < csv.len) {
		size_t end = line_end(csv, at), column = 0;
		bool more = true;

		if (at < csv_separator_len(csv) ||
		    is_blank(str_slice(csv, at, end - at), delimiter)) {
			buf_raw(&buf, str_slice(csv, at, end + 1 - at));
			at = end + 1;
			continue;
		}
		while (more) {
			end = cell_end(csv, at, delimiter);
			more = end < csv.len && csv.ptr[end] == delimiter;
			buf_raw(&buf, str_slice(csv, at, end - at));
			if (column++ == after) {
				buf_char(&buf, delimiter);
				if (record < count)
					put_cell(&buf, cells[record],
						 delimiter);
			}
			if (more)
				buf_char(&buf, delimiter);
			at = end + more;
		}
		record++;
		end = line_end(csv, at);
		buf_raw(&buf, str_slice(csv, at, end + 1 - at));
		at = end + 1;
	}
	return finish(&buf, arena);
}

struct str edit_csv_row(struct str csv, const struct str *cells, size_t count,
			struct arena *arena)
{
	char delimiter = csv_delimiter(csv);
	const char *end = line_break(csv);
	struct buf buf = { 0 };

	buf_raw(&buf, csv);
	if (csv.len && !str_ends(csv, "\n"))
		buf_text(&buf, end);
	for (size_t k = 0; k < count; k++) {
		if (k)
			buf_char(&buf, delimiter);
		put_cell(&buf, cells[k], delimiter);
	}
	buf_text(&buf, end);
	return finish(&buf, arena);
}

struct str edit_yaml_list(struct str text, struct place last, struct str id,
			  struct arena *arena)
{
	size_t at = byte_of(text, last), end = scalar_end(text, at);
	size_t line = at;
	struct buf buf = { 0 };

	while (line && text.ptr[line - 1] != '\n')
		line--;
	if (is_flow(text, at, line)) {
		buf_raw(&buf, str_slice(text, 0, end));
		buf_text(&buf, ", ");
		buf_raw(&buf, id);
		buf_raw(&buf, str_from_byte(text, end));
		return finish(&buf, arena);
	}
	end = line_end(text, end);
	buf_raw(&buf, str_slice(text, 0, end + 1));
	if (!str_ends(buf_str(&buf), "\n"))
		buf_text(&buf, line_break(text));
	buf_raw(&buf, str_slice(text, line, at - line));
	buf_raw(&buf, id);
	buf_text(&buf, line_break(text));
	buf_raw(&buf, str_from_byte(text, end + 1));
	return finish(&buf, arena);
}

/* Rows shorter than the head are filled up by the reader. */
struct str edit_markdown_column(struct str text, struct str head,
				struct arena *arena)
{
	struct buf buf = { 0 };
	size_t at = 0, before = 0;

	while (at < text.len) {
		size_t end = line_end(text, at);
		struct str row = str_trim(str_slice(text, at, end - at));
		struct str header =
			str_trim(str_slice(text, before, at - before));

		if (at > before && is_delimiter_row(row) &&
		    str_find(header, '|') < header.len) {
			bool closed = str_ends(header, "|");

			buf.len = (size_t)(header.ptr + header.len - text.ptr);
			buf_printf(&buf, closed ? " %.*s |" : " | %.*s",
				   STR_ARG(head));
			buf_text(&buf, line_break(text));
			buf_raw(&buf, row);
			buf_text(&buf,
				 str_ends(row, "|") ? " --- |" : " | ---");
			at = (size_t)(row.ptr + row.len - text.ptr);
			break;
		}
		buf_raw(&buf, str_slice(text, at, end + 1 - at));
		before = at;
		at = end + 1;
	}
	buf_raw(&buf, str_from_byte(text, at));
	return finish(&buf, arena);
}

struct str edit_append(struct str text, struct str more, struct arena *arena)
{
	const char *end = line_break(text);
	struct buf buf = { 0 };
	struct str rest = more;

	buf_raw(&buf, text);
	if (!str_ends(text, "\n"))
		buf_text(&buf, end);
	buf_text(&buf, end);
	while (rest.ptr && rest.len) {
		buf_raw(&buf, str_cut(&rest, '\n'));
		buf_text(&buf, end);
	}
	return finish(&buf, arena);
}

/* "\r\n" where the first line ends in it, else "\n". */
static const char *line_break(struct str text)
{
	size_t end = str_find(text, '\n');

	return end && end < text.len && text.ptr[end - 1] == '\r' ? "\r\n"
								  : "\n";
}

/* The delimiter or line end behind the cell that starts at `at`. */
static size_t cell_end(struct str csv, size_t at, char delimiter)
{
	bool quoted;

	while (at < csv.len && csv.ptr[at] != delimiter &&
	       strchr(" \t", csv.ptr[at]))
		at++;
	quoted = at < csv.len && csv.ptr[at] == '"';
	at += quoted;
	while (quoted && at < csv.len) {
		quoted = csv.ptr[at] != '"' ||
			 (at + 1 < csv.len && csv.ptr[at + 1] == '"');
		at += csv.ptr[at] == '"' && quoted ? 2 : 1;
	}
	while (at < csv.len && csv.ptr[at] != delimiter &&
	       csv.ptr[at] != '\n' &&
	       !(csv.ptr[at] == '\r' && at + 1 < csv.len &&
		 csv.ptr[at + 1] == '\n'))
		at++;
	return at;
}

/* The line feed at or behind `at`, or the length. */
static size_t line_end(struct str text, size_t at)
{
	return at >= text.len ? text.len
			      : at + str_find(str_from_byte(text, at), '\n');
}

/* A row of empty cells is none. */
static bool is_blank(struct str line, char delimiter)
{
	for (size_t i = 0; i < line.len; i++)
		if (line.ptr[i] != delimiter && !strchr(" \t\r", line.ptr[i]))
			return false;
	return true;
}

static void put_cell(struct buf *to, struct str cell, char delimiter)
{
	bool quote = str_find(cell, delimiter) < cell.len ||
		     str_find(cell, '"') < cell.len ||
		     str_find(cell, '\n') < cell.len;

	if (!quote) {
		buf_raw(to, cell);
		return;
	}
	buf_char(to, '"');
	for (size_t i = 0; i < cell.len; i++) {
		if (cell.ptr[i] == '"')
			buf_char(to, '"');
		buf_char(to, cell.ptr[i]);
	}
	buf_char(to, '"');
}

static struct str finish(struct buf *buf, struct arena *arena)
{
	struct str text = buf_copy(buf, arena);

	buf_release(buf);
	return text;
}

/* Columns count characters; a byte order mark is none. */
static size_t byte_of(struct str text, struct place place)
{
	size_t at = str_starts(text, "\xEF\xBB\xBF") ? 3 : 0;

	for (unsigned line = 1; line < place.line && at < text.len; line++)
		at = line_end(text, at) + 1;
	for (unsigned column = 1; column < place.column && at < text.len;
	     column++)
		str_char_next(text, &at);
	return at;
}

/* Behind an id, with or without quotes. */
static size_t scalar_end(struct str text, size_t at)
{
	char quote = at < text.len ? text.ptr[at] : '\0';

	if (quote == '"' || quote == '\'') {
		at++;
		while (at < text.len && text.ptr[at] != quote)
			at++;
		return at < text.len ? at + 1 : at;
	}
	while (at < text.len && !strchr(",] \t\r\n#", text.ptr[at]))
		at++;
	return at;
}

/* An entry of a block list stands behind "- " alone on its line. */
static bool is_flow(struct str text, size_t at, size_t line)
{
	struct str before = str_trim(str_slice(text, line, at - line));

	return !str_is(before, "-");
}

static bool is_delimiter_row(struct str line)
{
	bool dash = false;

	for (size_t i = 0; i < line.len; i++) {
		if (!strchr("|-: \t", line.ptr[i]))
			return false;
		dash |= line.ptr[i] == '-';
	}
	return dash && str_find(line, '|') < line.len;
}
