/*
 * How an id, a colour and a date are written, in tables and YAML alike.  What
 * a web address is stands in base/address.
 */
#ifndef READ_LEXICAL_H
#define READ_LEXICAL_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/comparison.h"

/* Whether nothing is seen of it: blanks of any width, none among them. */
bool text_is_unseen(struct str text);

/*
 * A name is on one line: a line break in it, as spreadsheets have them in
 * heads, or a tab, is a blank.  The text itself where it has none.
 */
struct str name_on_line(struct str text, struct arena *arena);

/* Letters a-z, digits and hyphens, at least one. */
bool id_is_valid(struct str id);

/* Whether something else has that name beside comparisons. */
bool slug_is_taken(struct str slug);

/* "#" and six hexadecimal digits. */
bool color_is_valid(struct str text);

/* "2026-11-21", or with a time as in RFC 3339. */
bool date_parse(struct str text, struct date *date);

/* The same, or "2026-11", or "2026". */
bool date_parse_part(struct str text, struct date *date);

#endif
