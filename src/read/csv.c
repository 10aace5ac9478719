#include "read/csv.h"

#include <string.h>
#include <strings.h>

#include "read/lexical.h"
#include "read/number.h"

#define SEPARATOR "sep=" /* as Excel writes it */

struct scanner {
	struct diags *diags;
	struct arena *rows, *arena;
	struct str text;
	size_t at, cells;
	char delimiter;
	struct field *row; /* the record at hand */
	size_t row_count, row_room;
	struct place place; /* of the byte at `at` */
	bool full;	    /* there are more cells than may be */
	bool ok;
};

static size_t separator_len(struct str text, char *delimiter);
static bool is_delimiter(char c);
static void read_record(struct scanner *s, struct csv *csv);
static bool wrong_count(struct scanner *s, const struct csv *csv,
			const struct record *record);
static struct field *add_cell(struct scanner *s);
static size_t fitting(struct scanner *s, const struct record *header);
static bool is_empty(const struct scanner *s);
static void drop_columns(struct csv *csv, struct arena *arena);
static bool read_field(struct scanner *s, struct field *field);
static void read_plain(struct scanner *s, struct field *field);
static void read_quoted(struct scanner *s, struct field *field);
static void set_lines(struct scanner *s, struct field *field, struct str lines);
static struct str unescape(struct str quoted, struct arena *arena);
static bool at_end(const struct scanner *s);
static bool at_line_end(const struct scanner *s);
static void step(struct scanner *s);
static void skip_blanks(struct scanner *s);

bool csv_parse(struct diags *diags, const char *file, struct str text,
	       struct csv *csv, struct arena *rows, struct arena *arena)
{
	struct scanner s = {
		.diags = diags,
		.rows = rows,
		.arena = arena,
		.text = text,
		.delimiter = csv_delimiter(text),
		.place = { file, 1, 1, 1 },
		.ok = true,
	};

	*csv = (struct csv){ .delimiter = s.delimiter };
	s.at = csv_separator_len(text);
	s.place.line += s.at > 0;
	while (!at_end(&s) && !s.full && (s.ok || csv->count))
		read_record(&s, csv);
	if (s.full)
		s.ok = diag_error(diags, s.place,
				  "the table has more than %d cells",
				  CSV_CELLS);
	else if (csv->count)
		drop_columns(csv, rows);
	return s.ok;
}

struct str field_prose(const struct field *field)
{
	return field->lines ? *field->lines : field->text;
}

char csv_delimiter(struct str text)
{
	static const char DELIMITERS[] = { ',', ';', '\t' };
	size_t counts[3] = { 0 }, most = 0;
	bool quoted = false;
	char named;

	if (separator_len(text, &named))
		return named;
	/* The header is the first line that is none of blanks. */
	while (text.len && strchr(" \r\n", *text.ptr))
		text = str_from_byte(text, 1);
	for (size_t i = 0; i < text.len; i++) {
		quoted ^= text.ptr[i] == '"';
		if (!quoted && text.ptr[i] == '\n')
			break;
		for (size_t k = 0; k < 3 && !quoted; k++)
			counts[k] += text.ptr[i] == DELIMITERS[k];
	}
	for (size_t k = 1; k < 3; k++)
		if (counts[k] > counts[most])
			most = k;
	return DELIMITERS[most];
}

size_t csv_separator_len(struct str text)
{
	char delimiter;

	return separator_len(text, &delimiter);
}

/*
 * The line may be saved again, as a cell of a row: in quotes, and with empty
 * cells behind it, which what parts cells now parts.
 */
static size_t separator_len(struct str text, char *delimiter)
{
	size_t quote = str_starts(text, "\"");
	size_t at = quote + strlen(SEPARATOR);
	struct str end;

	if (text.len <= at + quote ||
	    strncasecmp(text.ptr + quote, SEPARATOR, strlen(SEPARATOR)) ||
	    !is_delimiter(text.ptr[at]) || (quote && text.ptr[at + 1] != '"'))
		return 0;
	*delimiter = text.ptr[at];
	at += 1 + quote;
	if (at < text.len && is_delimiter(text.ptr[at]))
		*delimiter = text.ptr[at];
	while (at < text.len && text.ptr[at] == *delimiter)
		at++;
	end = str_from_byte(text, at);
	return str_starts(end, "\r\n") ? at + 2
	       : str_starts(end, "\n") ? at + 1
				       : 0;
}

static bool is_delimiter(char c)
{
	return c == ',' || c == ';' || c == '\t';
}

/* The cells gather where there is room for those of any record. */
static void read_record(struct scanner *s, struct csv *csv)
{
	struct record record = { .at = s->place };
	bool more = true, sound = s->ok;

	s->ok = true;
	s->row_count = 0;
	while (more) {
		/* What the limit cuts is no row to be compared. */
		s->full = s->cells++ == CSV_CELLS;
		if (s->full)
			return;
		more = read_field(s, add_cell(s));
	}
	record.count = csv->count ? fitting(s, &csv->records[0]) : s->row_count;
	/* Behind a broken quote, the cells are not the author's. */
	if (s->ok && !is_empty(s) && csv->count &&
	    record.count != csv->records[0].count)
		s->ok = wrong_count(s, csv, &record);
	else if (s->ok && !is_empty(s)) {
		record.fields =
			arena_array(s->rows, struct field, record.count);
		memcpy(record.fields, s->row,
		       record.count * sizeof(*record.fields));
		*arena_push(s->rows, csv->records, csv->count) = record;
	}
	s->ok &= sound;
}

/*
 * Below a title there is no table.  A cell in excess is most often the end of
 * one that has a comma in it.  A heading within the table is the most that
 * people write of one cell.
 */
static bool wrong_count(struct scanner *s, const struct csv *csv,
			const struct record *record)
{
	const struct field *header = csv->records[0].fields;
	size_t count = csv->records[0].count;
	bool more = record->count > count;

	if (count == 1) {
		diag_error(s->diags, header->at,
			   "the first row is the header, and has one cell");
		diag_hint(s->diags, "take out what stands above the names of "
				    "the columns");
		s->at = s->text.len;
		return false;
	}
	diag_error(s->diags, more ? s->row[count].at : record->at,
		   "expected %zu cells, found %zu", count, record->count);
	if (more)
		diag_hint(s->diags,
			  "it is behind the last column, \"%.*s\": quote a "
			  "cell that has a \"%c\" in it, as in \"a%c b\"",
			  STR_ARG(header[count - 1].text), csv->delimiter,
			  csv->delimiter);
	else if (record->count == 1)
		diag_hint(s->diags,
			  "a line of one cell is no row of the table: write "
			  "its empty cells, too, which takes %zu more \"%c\", "
			  "or take the line out",
			  count - 1, csv->delimiter);
	else
		diag_hint(s->diags,
			  "the last cell is that of \"%.*s\": an empty one "
			  "behind it takes a \"%c\", too",
			  STR_ARG(header[record->count - 1].text),
			  csv->delimiter);
	return false;
}

static struct field *add_cell(struct scanner *s)
{
	if (s->row_count == s->row_room) {
		s->row = arena_grow(s->rows, s->row, s->row_count,
				    sizeof(*s->row));
		s->row_room = s->row_count ? 2 * s->row_count : 1;
	}
	s->row[s->row_count] = (struct field){ .text = STR("") };
	return &s->row[s->row_count++];
}

/*
 * How many cells the row has, but for empty ones behind the last column;
 * columns at the end that have no name may be left out.
 */
static size_t fitting(struct scanner *s, const struct record *header)
{
	size_t count = s->row_count, named = header->count;

	while (count > header->count && !s->row[count - 1].text.len)
		count--;
	while (named && !header->fields[named - 1].text.len)
		named--;
	if (count < named)
		return count;
	for (; count < header->count; count++)
		add_cell(s);
	return count;
}

static bool is_empty(const struct scanner *s)
{
	for (size_t k = 0; k < s->row_count; k++)
		if (s->row[k].text.len)
			return false;
	return true;
}

/* Those that have no header and hold nothing. */
static void drop_columns(struct csv *csv, struct arena *arena)
{
	size_t columns = csv->records[0].count, kept = 0;
	bool *filled = arena_array(arena, bool, columns);

	for (size_t i = 0; i < csv->count; i++)
		for (size_t k = 0; k < columns; k++)
			filled[k] |= csv->records[i].fields[k].text.len > 0;
	for (size_t k = 0; k < columns; k++)
		kept += filled[k];
	if (kept == columns)
		return;
	for (size_t i = 0; i < csv->count; i++) {
		struct record *record = &csv->records[i];

		record->count = 0;
		for (size_t k = 0; k < columns; k++)
			if (filled[k])
				record->fields[record->count++] =
					record->fields[k];
	}
}

/* Whether another field follows on the line. */
static bool read_field(struct scanner *s, struct field *field)
{
	skip_blanks(s);
	field->at = s->place;
	if (!at_end(s) && s->text.ptr[s->at] == '"')
		read_quoted(s, field);
	else
		read_plain(s, field);
	if (text_is_unseen(field->text))
		field->text.len = 0;
	if (!at_end(s) && s->text.ptr[s->at] == s->delimiter) {
		step(s);
		return true;
	}
	if (!at_end(s) && s->text.ptr[s->at] == '\r')
		step(s);
	if (!at_end(s))
		step(s);
	return false;
}

/* Blanks of any width are none of it. */
static void read_plain(struct scanner *s, struct field *field)
{
	size_t from = s->at;
	struct str text;

	while (!at_line_end(s) && s->text.ptr[s->at] != s->delimiter)
		step(s);
	text = number_trim(str_trim(str_slice(s->text, from, s->at - from)));
	field->text = name_on_line(number_trim_start(text), s->arena);
	field->at.width = (unsigned)str_char_count(field->text);
	field->at.column +=
		(unsigned)(str_char_count(text) - str_char_count(field->text));
}

static void read_quoted(struct scanner *s, struct field *field)
{
	struct place open = s->place;
	struct str quoted;
	size_t from;

	step(s);
	field->at = s->place;
	from = s->at;
	while (!at_end(s)) {
		if (s->text.ptr[s->at] != '"') {
			step(s);
			continue;
		}
		if (s->at + 1 >= s->text.len || s->text.ptr[s->at + 1] != '"')
			break;
		step(s);
		step(s);
	}
	quoted = str_slice(s->text, from, s->at - from);
	set_lines(s, field, unescape(quoted, s->arena));
	field->at.width = (unsigned)str_char_count(quoted);
	if (at_end(s)) {
		s->ok = diag_error(s->diags, open, "the quote is not closed");
		return;
	}
	step(s);
	skip_blanks(s);
	if (at_line_end(s) || s->text.ptr[s->at] == s->delimiter)
		return;
	s->ok = diag_error(s->diags, s->place, "text behind a closing quote");
	diag_hint(s->diags, "write a quote inside quotes twice: \"\"");
	while (!at_line_end(s) && s->text.ptr[s->at] != s->delimiter)
		step(s);
}

static void set_lines(struct scanner *s, struct field *field, struct str lines)
{
	struct str *kept;

	field->text = name_on_line(lines, s->arena);
	if (field->text.ptr == lines.ptr)
		return;
	kept = arena_new(s->arena, struct str);
	*kept = lines;
	field->lines = kept;
}

static struct str unescape(struct str quoted, struct arena *arena)
{
	char *text;
	size_t len = 0;

	if (str_find(quoted, '"') == quoted.len)
		return quoted;
	text = arena_array(arena, char, quoted.len + 1);
	for (size_t i = 0; i < quoted.len; i++) {
		text[len++] = quoted.ptr[i];
		i += quoted.ptr[i] == '"';
	}
	return (struct str){ text, len };
}

static bool at_end(const struct scanner *s)
{
	return s->at >= s->text.len;
}

static bool at_line_end(const struct scanner *s)
{
	if (at_end(s) || s->text.ptr[s->at] == '\n')
		return true;
	return s->text.ptr[s->at] == '\r' && s->at + 1 < s->text.len &&
	       s->text.ptr[s->at + 1] == '\n';
}

static void step(struct scanner *s)
{
	unsigned char c = (unsigned char)s->text.ptr[s->at++];

	if (c == '\n') {
		s->place.line++;
		s->place.column = 1;
	} else if ((c & 0xC0) != 0x80) {
		s->place.column++;
	}
}

static void skip_blanks(struct scanner *s)
{
	while (!at_end(s) && s->text.ptr[s->at] != s->delimiter &&
	       (s->text.ptr[s->at] == ' ' || s->text.ptr[s->at] == '\t'))
		step(s);
}
