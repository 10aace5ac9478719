/*
 * Small changes to files that an author wrote.
 *
 * Each gives the whole new text, the same as the old but for what was asked:
 * comments, quotes, blank lines, delimiters and line ends stay as they are.
 */
#ifndef SCAFFOLD_CONTENT_EDIT_H
#define SCAFFOLD_CONTENT_EDIT_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "scaffold/spans.h"

/*
 * Adds a column to a CSV behind column `after`: `cells` are for the records
 * in order, the header's first; records beyond them get an empty cell.
 */
struct str edit_csv_column(struct str csv, size_t after,
			   const struct str *cells, size_t count,
			   struct arena *arena);

/* Adds a record at the end. */
struct str edit_csv_row(struct str csv, const struct str *cells, size_t count,
			struct arena *arena);

/* A cell as it is written: in quotes where it needs them. */
struct str edit_csv_cell(struct str cell, char delimiter, struct arena *arena);

/* What edit_yaml_list() puts in. */
struct splice edit_yaml_entry(struct str text, struct place last,
			      struct str entry, struct arena *arena);

/*
 * Adds an id to a YAML list whose last entry is at `last`: behind a comma in
 * `[a, b]`, else on a line of its own.
 */
struct str edit_yaml_list(struct str text, struct place last, struct str id,
			  struct arena *arena);

/* Adds a column to the first table of a Markdown file, empty below its head. */
struct str edit_markdown_column(struct str text, struct str head,
				struct arena *arena);

/*
 * Puts a paragraph, or more, where the line at byte `at` begins, or at the end
 * (`at` is the text's length), a blank line before it and one before what
 * follows.
 */
struct str edit_insert(struct str text, size_t at, struct str more,
		       struct arena *arena);

#endif
