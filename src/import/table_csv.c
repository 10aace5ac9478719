#include "import/table_book.h"

#include "read/csv.h"
#include "read/text.h"

/* What stands above and below the table, a line each. */
struct text_lines {
	struct str text;
	size_t *starts;
	size_t count;
};

static struct str table_of(struct workbook *book, struct str text);
static struct text_lines lines_of(struct str text, struct arena *arena);
static struct str line_at(const struct text_lines *lines, size_t i);
static bool is_alone(struct str line, char delimiter);
static bool is_prose(struct str line, char delimiter, size_t wanted);
static size_t count_in(struct str text, char sign);
static void take_line(struct workbook *book, const struct text_lines *lines,
		      size_t i, size_t header, char *to);

bool workbook_read_csv(struct diags *diags, struct workbook *book)
{
	struct grid *grid;
	struct csv csv;
	struct str text;

	if (!text_read(diags, book->path, TABLE_LIMIT, &text, book->arena) ||
	    !csv_parse(diags, book->path, table_of(book, text), &csv,
		       book->arena, book->arena))
		return false;
	grid = arena_push(book->arena, book->grids, book->grid_count);
	grid->delimiter = csv.delimiter;
	if (!csv.count)
		return true;
	if (!grid_make(diags, book, grid, csv.count, csv.records[0].count))
		return false;
	for (size_t i = 0; i < csv.count; i++) {
		const struct record *record = &csv.records[i];

		grid->lines[i] = record->at.line;
		for (size_t k = 0; k < record->count; k++)
			grid_cell(grid, i, k)->text = str_squeeze(
				record->fields[k].text, book->arena);
	}
	return true;
}

/*
 * The text, with blanks in place of lines that are no rows: such as have no
 * delimiter, above the header or below the last row.
 */
static struct str table_of(struct workbook *book, struct str text)
{
	struct text_lines lines = lines_of(text, book->arena);
	char *copy = (char *)arena_str(book->arena, text).ptr;
	size_t header = 0, last = lines.count, quotes = count_in(text, '"');
	struct str named;
	char delimiter;

	while (header < lines.count &&
	       strcspn(line_at(&lines, header).ptr, ",;\t\"\n") ==
		       strcspn(line_at(&lines, header).ptr, "\n"))
		header++;
	if (header == lines.count || csv_separator_len(text))
		return text;
	named = line_at(&lines, header);
	delimiter = csv_delimiter(str_from_byte(text, lines.starts[header]));
	named = str_without(named, (char[]){ delimiter, ' ', '\r', '\0' });
	if (is_alone(named, delimiter) || quotes % 2)
		return text;
	for (size_t i = 0; i < header; i++)
		take_line(book, &lines, i, header, copy);
	for (; last > header + 1; last--) {
		struct str line = line_at(&lines, last - 1);

		if ((!is_alone(line, delimiter) &&
		     !is_prose(line, delimiter, count_in(named, delimiter))) ||
		    quotes % 2 || count_in(line, '"') % 2)
			break;
		quotes -= count_in(line, '"');
	}
	for (; last < lines.count; last++)
		take_line(book, &lines, last, header, copy);
	return (struct str){ copy, text.len };
}

static struct text_lines lines_of(struct str text, struct arena *arena)
{
	struct text_lines lines = { .text = text };

	for (size_t at = 0; at < text.len;
	     at += str_find(str_from_byte(text, at), '\n') + 1)
		*arena_push(arena, lines.starts, lines.count) = at;
	return lines;
}

static struct str line_at(const struct text_lines *lines, size_t i)
{
	struct str rest = str_from_byte(lines->text, lines->starts[i]);

	return str_slice(rest, 0, str_find(rest, '\n'));
}

/* Whether it is one cell, be it in quotes. */
static bool is_alone(struct str line, char delimiter)
{
	bool quoted = false;

	for (size_t i = 0; i < line.len; i++) {
		quoted ^= line.ptr[i] == '"';
		if (!quoted && line.ptr[i] == delimiter)
			return false;
	}
	return true;
}

/* "0 = worst, 10 = best": a blank behind each, and not as many as in a row. */
static bool is_prose(struct str line, char delimiter, size_t wanted)
{
	for (size_t i = 0; i < line.len; i++)
		if (line.ptr[i] == delimiter &&
		    (i + 1 == line.len || line.ptr[i + 1] != ' '))
			return false;
	return count_in(line, delimiter) != wanted;
}

static size_t count_in(struct str text, char sign)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += text.ptr[i] == sign;
	return count;
}

static void take_line(struct workbook *book, const struct text_lines *lines,
		      size_t i, size_t header, char *to)
{
	struct str line = line_at(lines, i);
	struct str words = str_squeeze(line, book->arena);

	memset(to + lines->starts[i], ' ', line.len);
	if (str_starts(words, "\"") && str_ends(words, "\"") && words.len > 1)
		words = str_slice(words, 1, words.len - 2);
	if (!words.len)
		return;
	if (!book->title.len && i < header)
		book->title = words;
	else
		*arena_push(book->arena, book->notes, book->note_count) = words;
	workbook_remark(book,
			"row %zu is no row of the table, and stands in "
			"comparison.md: %.*s",
			i + 1, STR_ARG(words));
}
