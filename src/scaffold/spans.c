#include "scaffold/spans.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "read/csv.h"
#include "read/lexical.h"
#include "read/number.h"

static size_t line_end(struct str text, size_t at);
static size_t quote_end(struct str text, size_t at);
static bool ends_plain(struct str text, size_t at, bool flow);
static struct span with_comma(struct str text, struct span entry);
static size_t cell_end(struct str csv, size_t at, char delimiter);
static bool read_row(struct str csv, size_t *at, char delimiter,
		     struct span_row *row, struct arena *arena);
static struct span with_all_below(struct str text, size_t at, bool is_key);
static size_t indent_of(struct str text, struct span line);
static int compare(const void *left, const void *right);

struct span_table spans_of_csv(struct str csv, struct arena *arena)
{
	struct span_table table = { .delimiter = csv_delimiter(csv) };
	size_t at = csv_separator_len(csv);

	while (at < csv.len) {
		struct span_row row = { 0 };

		if (read_row(csv, &at, table.delimiter, &row, arena))
			*arena_push(arena, table.rows, table.row_count) = row;
	}
	return table;
}

struct str span_cell(struct str csv, struct span cell, struct arena *arena)
{
	struct str text = str_trim(str_slice(csv, cell.at, cell.len));
	struct buf buf = { 0 };
	struct str said;

	if (!cell.at && str_starts(text, "\xEF\xBB\xBF"))
		text = str_from_byte(text, 3);
	if (text.len < 2 || text.ptr[0] != '"')
		return name_on_line(number_trim_start(number_trim(text)),
				    arena);
	text = str_slice(text, 1, text.len - 2);
	for (size_t i = 0; i < text.len; i++) {
		buf_char(&buf, text.ptr[i]);
		i += text.ptr[i] == '"';
	}
	said = str_trim(name_on_line(buf_copy(&buf, arena), arena));
	buf_release(&buf);
	return said;
}

struct span span_cell_whole(const struct span_row *row, size_t column)
{
	struct span cell = row->cells[column];

	if (column)
		return (struct span){ cell.at - 1, cell.len + 1 };
	return (struct span){ cell.at, cell.len + (row->cell_count > 1) };
}

size_t span_byte(struct str text, struct place place)
{
	size_t at = str_starts(text, "\xEF\xBB\xBF") ? 3 : 0;

	for (unsigned line = 1; line < place.line && at < text.len; line++)
		at = line_end(text, at) + 1;
	for (unsigned column = 1; column < place.column && at < text.len;
	     column++)
		str_char_next(text, &at);
	return at;
}

bool span_is_flow(struct str text, struct place place)
{
	size_t at = span_byte(text, place);

	return at < text.len && strchr("[{", text.ptr[at]);
}

struct span span_scalar(struct str text, struct place place, bool flow)
{
	size_t at = span_byte(text, place), end = at;
	char quote = at < text.len ? text.ptr[at] : '\0';

	if (quote == '"' || quote == '\'') {
		end = quote_end(text, at);
		return (struct span){ at, end - at };
	}
	while (end < text.len && !ends_plain(text, end, flow))
		end++;
	while (end > at && text.ptr[end - 1] == ' ')
		end--;
	return (struct span){ at, end - at };
}

struct span span_entry(struct str text, struct place list, struct place entry)
{
	if (!span_is_flow(text, list))
		return with_all_below(text, span_byte(text, entry), false);
	return with_comma(text, span_is_flow(text, entry)
					? span_flow(text, entry)
					: span_scalar(text, entry, true));
}

struct span span_flow(struct str text, struct place place)
{
	size_t start = span_byte(text, place), at = start, depth = 0;

	do {
		char c = text.ptr[at];
		bool opens = at && strchr("[{,: \t\r\n", text.ptr[at - 1]);

		depth += c == '[' || c == '{';
		depth -= c == ']' || c == '}';
		at = opens && (c == '"' || c == '\'') ? quote_end(text, at)
						      : at + 1;
	} while (depth && at < text.len);
	return (struct span){ start, at - start };
}

struct span span_pair(struct str text, struct place mapping, struct place key,
		      struct place value)
{
	if (span_is_flow(text, mapping)) {
		struct span last = span_scalar(text, value, true);
		size_t at = span_byte(text, key);

		return with_comma(text,
				  (struct span){ at, last.at + last.len - at });
	}
	return with_all_below(text, span_byte(text, key), true);
}

/*
 * Its line and those further in, with blank ones between them; of a key also a
 * list as far in as itself.
 */
static struct span with_all_below(struct str text, size_t at, bool is_key)
{
	struct span line = span_line(text, at);
	size_t indent = indent_of(text, line), end = line.at + line.len;

	for (size_t next_at = end; next_at < text.len;) {
		struct span next = span_line(text, next_at);
		size_t inner = indent_of(text, next);
		bool entry =
			is_key && inner == indent &&
			str_starts(str_from_byte(text, next.at + indent), "- ");

		if (inner <= indent && !entry)
			break;
		next_at = next.at + next.len;
		if (inner < SIZE_MAX)
			end = next_at;
	}
	return (struct span){ line.at, end - line.at };
}

struct span span_line(struct str text, size_t at)
{
	size_t start = at, end = line_end(text, at);

	while (start && text.ptr[start - 1] != '\n')
		start--;
	end += end < text.len;
	return (struct span){ start, end - start };
}

const char *span_line_break(struct str text)
{
	size_t end = str_find(text, '\n');

	return end && end < text.len && text.ptr[end - 1] == '\r' ? "\r\n"
								  : "\n";
}

void splice(struct splices *to, struct span span, struct str with,
	    struct arena *arena)
{
	*arena_push(arena, to->items, to->count) =
		(struct splice){ span, with };
}

void splices_sort(struct splices *splices)
{
	if (splices->count)
		qsort(splices->items, splices->count, sizeof(*splices->items),
		      compare);
}

struct str splices_apply(struct splices *splices, struct str text,
			 struct arena *arena)
{
	struct buf buf = { 0 };
	struct str made;
	size_t at = 0;

	splices_sort(splices);
	for (size_t k = 0; k < splices->count; k++) {
		const struct splice *next = &splices->items[k];

		if (next->span.at < at)
			continue;
		buf_raw(&buf, str_slice(text, at, next->span.at - at));
		buf_raw(&buf, next->with);
		at = next->span.at + next->span.len;
	}
	buf_raw(&buf, str_from_byte(text, at));
	made = buf_copy(&buf, arena);
	buf_release(&buf);
	return made;
}

/* The line feed at or behind `at`, or the length. */
static size_t line_end(struct str text, size_t at)
{
	return at >= text.len ? text.len
			      : at + str_find(str_from_byte(text, at), '\n');
}

/* Behind the quote that ends what begins with one: \" and '' do not. */
static size_t quote_end(struct str text, size_t at)
{
	char quote = text.ptr[at++], skip = quote == '"' ? '\\' : '\'';

	while (at < text.len) {
		bool skips = text.ptr[at] == skip && at + 1 < text.len &&
			     (quote == '"' || text.ptr[at + 1] == quote);

		if (text.ptr[at] == quote && !skips)
			return at + 1;
		at += skips ? 2 : 1;
	}
	return text.len;
}

/* Before a comment, a comma of its list, the colon behind a key. */
static bool ends_plain(struct str text, size_t at, bool flow)
{
	char c = text.ptr[at], next = '\n';

	if (at + 1 < text.len)
		next = text.ptr[at + 1];
	return c == '\r' || c == '\n' || (flow && strchr(",]}", c)) ||
	       (c == ':' && strchr(" \r\n", next)) || (c == ' ' && next == '#');
}

/* With the comma before it, or of the first one the comma behind it. */
static struct span with_comma(struct str text, struct span entry)
{
	size_t start = entry.at, end = entry.at + entry.len;

	while (start && strchr(" \t\r\n", text.ptr[start - 1]))
		start--;
	if (start && text.ptr[start - 1] == ',')
		return (struct span){ start - 1, end - start + 1 };
	while (end < text.len && strchr(", \t\r\n", text.ptr[end]))
		end++;
	return (struct span){ entry.at, end - entry.at };
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

/* Reads a row and moves behind it; false where its cells are all empty. */
static bool read_row(struct str csv, size_t *at, char delimiter,
		     struct span_row *row, struct arena *arena)
{
	size_t start = *at, from = start;
	bool more = true, said = false;

	while (more) {
		size_t end = cell_end(csv, from, delimiter);
		struct span cell = { from, end - from };

		*arena_push(arena, row->cells, row->cell_count) = cell;
		said |= !text_is_unseen(span_cell(csv, cell, arena));
		more = end < csv.len && csv.ptr[end] == delimiter;
		from = end + more;
	}
	*at = line_end(csv, from);
	*at += *at < csv.len;
	row->whole = (struct span){ start, *at - start };
	return said;
}

/* Of a line of blanks: as deep as can be, as it ends nothing. */
static size_t indent_of(struct str text, struct span line)
{
	size_t indent = 0;

	while (indent < line.len && text.ptr[line.at + indent] == ' ')
		indent++;
	return indent == line.len || strchr("\r\n", text.ptr[line.at + indent])
		       ? SIZE_MAX
		       : indent;
}

/* By where they begin, the longer one first. */
static int compare(const void *left, const void *right)
{
	const struct splice *a = left, *b = right;

	if (a->span.at != b->span.at)
		return a->span.at < b->span.at ? -1 : 1;
	return (a->span.len < b->span.len) - (a->span.len > b->span.len);
}
