/*
 * Numbers as people write them in tables: with a decimal comma, and with the
 * unit behind or before them.
 *
 * Spreadsheets of most of Europe write 8,5 and part cells by ";"; where a
 * comma parts cells, it cannot be told from a mistake.  Thousands are not
 * parted, and what may be either is no number: see read/number.  "1.200" may be
 * 1200 in a table that may have decimal commas, unless others of its numbers,
 * such as 1.25, tell that decimals stand behind a point.
 */
#ifndef READ_QUANTITY_H
#define READ_QUANTITY_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"

/* How a table writes its numbers; all false: with a point, as in YAML. */
struct quantity_style {
	bool takes_comma;	   /* its cells are not parted by commas */
	bool has_comma, has_point; /* some have decimals behind such a mark */
	/* In some, such as 1.25, no thousands can stand behind it. */
	bool sure_comma, sure_point;
};

/* One cell may be read by the light of another: all of them are noted first. */
void quantity_note(struct quantity_style *style, struct str text);

/* The number; `unit` is the one that it may have, or empty. */
bool quantity_read(const struct quantity_style *style, struct str unit,
		   struct str text, double *number);

/*
 * Whether only the author can tell which number it is; then `what` has that
 * error, and the hint to write the one or the other.
 */
bool quantity_is_doubtful(struct diags *diags, struct place at,
			  const char *what, const struct quantity_style *style,
			  struct str unit, struct str text);

/* The text without that unit and the blanks beside it. */
struct str quantity_bare(struct str unit, struct str text);

/* The unit of its own that a number has, "kg" in "1.3 kg"; empty for none. */
struct str quantity_unit(const struct quantity_style *style, struct str text);

#endif
