/*
 * A new option or criterion joins the tables of its comparison, whatever their
 * shape: a row of its list, and its column or rows of each table of scores.
 *
 * What a column is for is told by its cells and not by its head alone: so names
 * and ids, sheets of judges and heads in any language are taken alike.
 */
#ifndef SCAFFOLD_JOIN_H
#define SCAFFOLD_JOIN_H

#include "scaffold/addition.h"
#include "scaffold/spans.h"

enum joiner { JOIN_OPTION, JOIN_CRITERION };

/* Whether nothing but the tables of scores knows of such things. */
bool join_needs_no_file(struct addition *a, enum joiner kind);

/*
 * Adds a row to options.csv or criteria.csv, where the comparison has it, and
 * says there what to edit first.  `called` is how it is written in tables of
 * scores: by its id, where that stands in the list or in the name of a file,
 * else by its name, of which its id is made.  False with diagnostics.
 */
bool join_list(struct addition *a, enum joiner kind, struct named named,
	       struct str *called);

/*
 * Adds it to each table of scores.  `stand_in` gives the score on criterion
 * `j` (for a new criterion: of any option), or an empty text.
 */
bool join_scores(struct addition *a, enum joiner kind, struct str called,
		 struct str (*stand_in)(struct addition *a, size_t j));

/* Whether column `k` names options (criteria) in all its cells with a text. */
bool join_names(const struct comparison *c, enum joiner kind, struct str text,
		const struct span_table *table, size_t k, struct arena *arena);

#endif
