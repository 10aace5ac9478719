/*
 * What several views are made of: prose, lists of names, sources, samples.
 */
#ifndef VIEW_PARTS_H
#define VIEW_PARTS_H

#include "view/subject.h"
#include "view/value.h"

/* Prose as markup, or null; a list of them; a list of texts. */
const struct value *prose_view(const struct prose *prose, struct arena *arena);
const struct value *prose_list_view(const struct prose_list *list,
				    struct arena *arena);
const struct value *text_list_view(const struct text *texts, size_t count,
				   struct arena *arena);

/* The sources of that many indices; after comparison_view(). */
const struct value *sources_view(const struct subject *s, const size_t *sources,
				 size_t count);

/* `width` and `height`, or null where they are not known. */
const struct value *size_view(struct image_size size, struct arena *arena);

/* `title` and `blocks` of the samples named. */
const struct value *samples_view(const struct subject *s,
				 const struct sample_ref *refs, size_t count);

/* What `view` makes of each of so many, as a list. */
const struct value *list_view(const struct subject *s, size_t count,
			      struct value *view(const struct subject *s,
						 size_t i));

/*
 * Names of the options for which `picked` holds, as a list in words: of more
 * than eight "A, B, C, D, E and 12 more".
 */
struct str option_names(const struct subject *s, const bool *picked);

/* Of equals: of more than three "a, b, c and 2 more". */
struct str some_names(const struct subject *s, const struct str *names,
		      size_t count);

/* Titles of criteria, likewise. */
struct str criterion_list(const struct subject *s, const size_t *criteria,
			  size_t count);

/* Indices by value, the largest first, equals in their order. */
size_t *order_by_value(const double *values, size_t count, struct arena *arena);

/*
 * The criteria, those of a group beside each other: groups in the order in
 * which they first appear, criteria in their own.  criterion_count indices.
 */
const size_t *criteria_by_group(const struct comparison *c,
				struct arena *arena);

/* Whether another group than before begins at `order[k]`. */
bool group_begins(const struct comparison *c, const size_t *order, size_t k);

#endif
