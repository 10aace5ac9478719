/*
 * Ways into the repository of the content folder: the line that a value
 * stands in, the file to edit, and an issue that is filled in.  All are empty
 * for a site without one.
 */
#ifndef VIEW_REPOSITORY_H
#define VIEW_REPOSITORY_H

#include "base/arena.h"
#include "model/site.h"
#include "view/subject.h"

/* The line of the file at the repository's host. */
struct str repository_line(const struct site *site, struct place at,
			   struct arena *arena);

/* Where the file is edited; a file below the content folder. */
struct str repository_edit(const struct site *site, const char *file,
			   struct arena *arena);

/*
 * A new issue about what option `i` was given on criterion `j`, by one judge
 * or (NULL) by all: what was given, by whom, why, and by which rubric.
 */
struct str repository_dispute(const struct subject *s, size_t j, size_t i,
			      const struct evidence *one);

/*
 * Adds `source_line_url` and `dispute_url` of that score, or of one judge's
 * row, to its values.  On a page of all options a catalogue has no
 * `dispute_url`: together they would be larger than all else; it has them on
 * the pages of its options.
 */
void repository_add_score(const struct subject *s, size_t j, size_t i,
			  const struct evidence *one, struct value *o);
void repository_add_own_score(const struct subject *s, size_t j, size_t i,
			      struct value *o);

#endif
