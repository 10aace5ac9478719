#include "scaffold/content_edit.h"

#include <string.h>

#include "base/buf.h"
#include "read/csv.h"

static struct str finish(struct buf *buf, struct arena *arena);
static bool is_delimiter_row(struct str line);
static bool is_blank_behind(struct str text);

struct str edit_csv_column(struct str csv, size_t after,
			   const struct str *cells, size_t count,
			   struct arena *arena)
{
	struct span_table table = spans_of_csv(csv, arena);
	struct splices splices = { 0 };

	for (size_t r = 0; r < table.row_count; r++) {
		const struct span *cell = &table.rows[r].cells[after];
		struct span behind = { cell->at + cell->len, 0 };
		struct str text = edit_csv_cell(r < count ? cells[r] : STR(""),
						table.delimiter, arena);

		splice(&splices, behind,
		       arena_printf(arena, "%c%.*s", table.delimiter,
				    STR_ARG(text)),
		       arena);
	}
	return splices_apply(&splices, csv, arena);
}

struct str edit_csv_cell(struct str cell, char delimiter, struct arena *arena)
{
	struct buf buf = { 0 };

	buf_csv(&buf, cell, (char[]){ delimiter, '\0' });
	return finish(&buf, arena);
}

struct str edit_csv_row(struct str csv, const struct str *cells, size_t count,
			struct arena *arena)
{
	char delimiter = csv_delimiter(csv);
	const char *end = span_line_break(csv);
	struct buf buf = { 0 };

	buf_raw(&buf, csv);
	if (csv.len && !str_ends(csv, "\n"))
		buf_text(&buf, end);
	for (size_t k = 0; k < count; k++) {
		if (k)
			buf_char(&buf, delimiter);
		buf_csv(&buf, cells[k], (char[]){ delimiter, '\0' });
	}
	buf_text(&buf, end);
	return finish(&buf, arena);
}

struct str edit_yaml_list(struct str text, struct place last, struct str id,
			  struct arena *arena)
{
	struct splice made = edit_yaml_entry(text, last, id, arena);
	struct splices splices = { &made, 1 };

	return splices_apply(&splices, text, arena);
}

/* An entry of a block list stands behind "- " alone on its line. */
struct splice edit_yaml_entry(struct str text, struct place last,
			      struct str entry, struct arena *arena)
{
	size_t at = span_byte(text, last);
	struct span line = span_line(text, at);
	struct str before = str_slice(text, line.at, at - line.at);
	struct span behind = { line.at + line.len, 0 };
	bool ended = str_ends(str_slice(text, line.at, line.len), "\n");

	if (str_is(str_trim(before), "-"))
		return (struct splice){
			behind, arena_printf(arena, "%s%.*s%.*s%s",
					     ended ? "" : span_line_break(text),
					     STR_ARG(before), STR_ARG(entry),
					     span_line_break(text))
		};
	behind = span_scalar(text, last, true);
	behind.at += behind.len;
	behind.len = 0;
	return (struct splice){ behind,
				arena_printf(arena, ", %.*s", STR_ARG(entry)) };
}

/* Rows shorter than the head are filled up by the reader. */
struct str edit_markdown_column(struct str text, struct str head,
				struct arena *arena)
{
	struct buf buf = { 0 };
	size_t at = 0, before = 0;

	while (at < text.len) {
		size_t end = at + str_find(str_from_byte(text, at), '\n');
		struct str row = str_trim(str_slice(text, at, end - at));
		struct str header =
			str_trim(str_slice(text, before, at - before));

		if (at > before && is_delimiter_row(row) &&
		    str_find(header, '|') < header.len) {
			bool closed = str_ends(header, "|");

			buf.len = (size_t)(header.ptr + header.len - text.ptr);
			buf_printf(&buf, closed ? " %.*s |" : " | %.*s",
				   STR_ARG(head));
			buf_text(&buf, span_line_break(text));
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

struct str edit_insert(struct str text, size_t at, struct str more,
		       struct arena *arena)
{
	const char *end = span_line_break(text);
	struct str before = str_slice(text, 0, at), rest = more;
	struct buf buf = { 0 };

	buf_raw(&buf, before);
	if (!str_ends(before, "\n"))
		buf_text(&buf, end);
	if (at == text.len || !is_blank_behind(before))
		buf_text(&buf, end);
	while (rest.len) {
		buf_raw(&buf, str_cut(&rest, '\n'));
		buf_text(&buf, end);
	}
	if (at < text.len)
		buf_text(&buf, end);
	buf_raw(&buf, str_from_byte(text, at));
	return finish(&buf, arena);
}

/* Whether the last line is blank. */
static bool is_blank_behind(struct str text)
{
	return str_ends(text, "\n\n") || str_ends(text, "\n\r\n");
}

static struct str finish(struct buf *buf, struct arena *arena)
{
	struct str text = buf_copy(buf, arena);

	buf_release(buf);
	return text;
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
