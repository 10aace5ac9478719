/*
 * CSV (RFC 4180) as records of fields, each with its place.
 *
 * The delimiter is the one of comma, semicolon and tab that the header holds
 * most of, outside quotes, or the one that Excel's line "sep=;" names before
 * it.  Lines may end in LF or CRLF.  What spreadsheets leave behind is
 * nothing: rows of empty cells, and columns of them without a header.  A cell
 * of which nothing is seen is empty.
 */
#ifndef READ_CSV_H
#define READ_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

enum { CSV_CELLS = 250000 }; /* of a table */

struct field {
	struct str text; /* on one line, without quotes and blanks around it */
	struct place at; /* within the quotes, as wide as there */
	const struct str *lines; /* as written, where it has more; or NULL */
};

struct record {
	struct field *fields;
	size_t count;
	struct place at;
};

struct csv {
	struct record *records; /* the header first; empty rows are left out */
	size_t count;
	char delimiter;
};

/*
 * Parses the text of `file`.  A record with more or fewer cells than the
 * header, an open quote or text behind one is an error, and so is a table of
 * more than CSV_CELLS cells.  The records stand in `rows`, which may go before
 * `arena`, where their texts stand that are not as in `text`.
 */
bool csv_parse(struct diags *diags, const char *file, struct str text,
	       struct csv *csv, struct arena *rows, struct arena *arena);

/* What the cell says where it is no name, but prose. */
struct str field_prose(const struct field *field);

/* The delimiter that csv_parse() takes the text to have. */
char csv_delimiter(struct str text);

/*
 * The bytes of the line "sep=;" and its end that the text begins with, or 0;
 * also as a spreadsheet saves it again: "sep=;" in quotes, sep=;;;.
 */
size_t csv_separator_len(struct str text);

#endif
