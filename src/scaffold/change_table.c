#include <string.h>

#include "base/buf.h"
#include "read/csv.h"
#include "read/markdown_tree.h"
#include "scaffold/change.h"
#include "scaffold/content_edit.h"
#include "scaffold/join.h"

static bool is_header(const struct change *change, const struct edited *file,
		      struct span cell, char delimiter);
static struct str cell_said(struct str text, struct span cell, char delimiter,
			    struct arena *arena);
static struct str cell_written(struct str said, char delimiter,
			       struct arena *arena);
static void change_column(struct change *change, struct edited *file,
			  const struct span_table *table, size_t column);
static void change_cells(struct change *change, struct edited *file,
			 const struct span_table *table, size_t column,
			 bool refers);
static void exchange_cell(struct change *change, struct edited *file,
			  struct span cell, char delimiter);
static struct span_table markdown_rows(struct str text, struct arena *arena);
static bool read_markdown_row(struct str text, struct span line,
			      struct span_row *row, struct arena *arena);

bool change_table(struct change *change, const char *path, enum table_kind kind)
{
	struct edited *file = change_file(change, path);
	struct span_table table;

	if (!file)
		return false;
	table = spans_of_csv(file->text, &change->a->arena);
	if (!table.row_count)
		return true;
	for (size_t k = 0; k < table.rows[0].cell_count; k++) {
		struct span head = table.rows[0].cells[k];

		if (kind == TABLE_SCORES &&
		    is_header(change, file, head, table.delimiter))
			change_column(change, file, &table, k);
		else if (join_names(&change->a->now.c,
				    change->thing == THING_OPTION
					    ? JOIN_OPTION
					    : JOIN_CRITERION,
				    file->text, &table, k, &change->a->arena))
			change_cells(change, file, &table, k,
				     kind == TABLE_OTHER);
	}
	return true;
}

bool change_columns(struct change *change, const char *path)
{
	struct edited *file = change_file(change, path);
	bool csv = str_ends(str_from(path), ".csv");
	struct span_table table;

	if (!file)
		return false;
	table = csv ? spans_of_csv(file->text, &change->a->arena)
		    : markdown_rows(file->text, &change->a->arena);
	for (size_t k = 1; table.row_count && k < table.rows[0].cell_count; k++)
		if (is_header(change, file, table.rows[0].cells[k],
			      table.delimiter))
			change_column(change, file, &table, k);
	return true;
}

static bool is_header(const struct change *change, const struct edited *file,
		      struct span cell, char delimiter)
{
	return change_is_called(change, cell_said(file->text, cell, delimiter,
						  &change->a->arena));
}

/* In Markdown a pipe that parts nothing is behind a backslash. */
static struct str cell_said(struct str text, struct span cell, char delimiter,
			    struct arena *arena)
{
	struct buf buf = { 0 };
	struct str said;

	if (delimiter != '|')
		return span_cell(text, cell, arena);
	markdown_tree_put_cell(&buf,
			       str_trim(str_slice(text, cell.at, cell.len)));
	said = buf_copy(&buf, arena);
	buf_release(&buf);
	return said;
}

static struct str cell_written(struct str said, char delimiter,
			       struct arena *arena)
{
	struct buf buf = { 0 };
	struct str written;

	if (delimiter != '|')
		return edit_csv_cell(said, delimiter, arena);
	for (size_t i = 0; i < said.len; i++) {
		if (said.ptr[i] == '|')
			buf_char(&buf, '\\');
		buf_char(&buf, said.ptr[i]);
	}
	written = buf_copy(&buf, arena);
	buf_release(&buf);
	return written;
}

static void change_column(struct change *change, struct edited *file,
			  const struct span_table *table, size_t column)
{
	if (!change->removes) {
		exchange_cell(change, file, table->rows[0].cells[column],
			      table->delimiter);
		return;
	}
	for (size_t r = 0; r < table->row_count; r++)
		if (column < table->rows[r].cell_count)
			change_splice(change, file,
				      span_cell_whole(&table->rows[r], column),
				      STR(""));
}

/* A cell that refers to what goes is emptied; else its row goes, too. */
static void change_cells(struct change *change, struct edited *file,
			 const struct span_table *table, size_t column,
			 bool refers)
{
	for (size_t r = 1; r < table->row_count; r++) {
		const struct span_row *row = &table->rows[r];

		if (column >= row->cell_count ||
		    !is_header(change, file, row->cells[column],
			       table->delimiter))
			continue;
		if (!change->removes)
			exchange_cell(change, file, row->cells[column],
				      table->delimiter);
		else
			change_splice(change, file,
				      refers ? row->cells[column] : row->whole,
				      STR(""));
	}
}

static void exchange_cell(struct change *change, struct edited *file,
			  struct span cell, char delimiter)
{
	struct arena *arena = &change->a->arena;
	struct str was = cell_said(file->text, cell, delimiter, arena);
	struct str now = change_text(change, was);
	struct str written = str_slice(file->text, cell.at, cell.len);
	size_t mark = !cell.at && str_starts(written, "\xEF\xBB\xBF") ? 3 : 0;

	if (str_equals(was, now))
		return;
	/* Blanks around it, as of a table in Markdown, stay. */
	while (mark < cell.len && strchr(" \t", written.ptr[mark]))
		mark++;
	cell.at += mark;
	cell.len = str_trim(str_from_byte(written, mark)).len;
	change_splice(change, file, cell, cell_written(now, delimiter, arena));
}

/* The rows of the first table, by what stands between its bars. */
static struct span_table markdown_rows(struct str text, struct arena *arena)
{
	struct span_table table = { .delimiter = '|' };
	size_t at = 0;

	while (at < text.len) {
		struct span line = span_line(text, at);
		struct span_row row = { 0 };

		at = line.at + line.len;
		if (read_markdown_row(text, line, &row, arena))
			*arena_push(arena, table.rows, table.row_count) = row;
		else if (table.row_count)
			break;
	}
	return table;
}

static bool read_markdown_row(struct str text, struct span line,
			      struct span_row *row, struct arena *arena)
{
	struct str rest = str_trim(str_slice(text, line.at, line.len));
	size_t start = (size_t)(rest.ptr - text.ptr), end = start + rest.len;

	if (str_find(rest, '|') == rest.len)
		return false;
	row->whole = line;
	start += text.ptr[start] == '|';
	for (size_t i = start; i < end; i++) {
		if (text.ptr[i] == '\\') {
			i++;
			continue;
		}
		if (text.ptr[i] != '|')
			continue;
		*arena_push(arena, row->cells, row->cell_count) =
			(struct span){ start, i - start };
		start = i + 1;
	}
	if (start < end)
		*arena_push(arena, row->cells, row->cell_count) =
			(struct span){ start, end - start };
	return true;
}
