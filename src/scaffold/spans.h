/*
 * Where things stand in a file that an author wrote, as bytes, and the file
 * with some of them exchanged: all else stays as it is.
 *
 * Nothing here knows what a file means: what is to be found there was read
 * before, and places tell where.
 */
#ifndef SCAFFOLD_SPANS_H
#define SCAFFOLD_SPANS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

struct span {
	size_t at, len;
};

/* A row of a CSV with cells in it; `whole` takes its line end along. */
struct span_row {
	struct span *cells; /* quotes included */
	size_t cell_count;
	struct span whole;
};

struct span_table {
	struct span_row *rows; /* the header first */
	size_t row_count;
	char delimiter;
};

/* The rows that csv_parse() takes for records, without those it passes over. */
struct span_table spans_of_csv(struct str csv, struct arena *arena);

/* What a cell says: without quotes and blanks around it. */
struct str span_cell(struct str csv, struct span cell, struct arena *arena);

/* A cell with the delimiter that goes with it, when its column is taken out. */
struct span span_cell_whole(const struct span_row *row, size_t column);

/* The byte of a place; columns count characters, a byte order mark is none. */
size_t span_byte(struct str text, struct place place);

/* Whether a list or mapping of YAML at that place is one of `[…]`, `{…}`. */
bool span_is_flow(struct str text, struct place place);

/* The scalar of YAML that begins there, quotes included. */
struct span span_scalar(struct str text, struct place place, bool flow);

/* A list or mapping `[…]`, `{…}` of YAML that begins there. */
struct span span_flow(struct str text, struct place place);

/*
 * An entry of a list with what parts it from the others: a comma in `[a, b]`,
 * else its line
 * and what stands further in below.
 */
struct span span_entry(struct str text, struct place list, struct place entry);

/* A key of a mapping with its value, which is a scalar where it is `{…}`. */
struct span span_pair(struct str text, struct place mapping, struct place key,
		      struct place value);

/* The line that the byte is in, with its end. */
struct span span_line(struct str text, size_t at);

/* "\r\n" where the first line ends in it, else "\n". */
const char *span_line_break(struct str text);

/* A file with the spans of it that are to be exchanged. */
struct splice {
	struct span span;
	struct str with;
};

struct splices {
	struct splice *items;
	size_t count;
};

void splice(struct splices *to, struct span span, struct str with,
	    struct arena *arena);

/* In the order of the text. */
void splices_sort(struct splices *splices);

/*
 * The text with all of them exchanged, in the arena; of two that overlap the
 * one that begins first and is longer holds.
 */
struct str splices_apply(struct splices *splices, struct str text,
			 struct arena *arena);

#endif
