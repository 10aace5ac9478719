/*
 * The matrix of up to eight options: a row for each criterion, a column for
 * each option, the best first, and a note for each cell.
 */
#ifndef VIEW_MATRIX_VIEW_H
#define VIEW_MATRIX_VIEW_H

#include "view/subject.h"
#include "view/value.h"

/*
 * Sets `columns`, `groups`, `notes` and what the tools over the table need.
 * `criteria` and `options` are those of the comparison's own values.
 */
void matrix_add(const struct subject *s, const struct value *criteria,
		const struct value *options, struct value *o);

/* A number for scripts, or empty where it is none. */
struct str exact_number(double number, struct arena *arena);

/* Of a group: `title`, `count` of its criteria, `share` of the weights. */
void group_add_head(const struct subject *s, struct str name, struct value *o);

#endif
