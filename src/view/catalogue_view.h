/*
 * What the pages of a catalogue show: cards and rows, a ranking for each
 * criterion, and a matrix with a row for each option.
 */
#ifndef VIEW_CATALOGUE_VIEW_H
#define VIEW_CATALOGUE_VIEW_H

#include "view/subject.h"
#include "view/value.h"

/*
 * The options as `comparison` has them: `best`, `rest` and the heads of their
 * `figures`.  Null unless it is a catalogue.
 */
const struct value *catalogue_view(const struct subject *s,
				   const struct value *options);

/* The key figures of an option; none unless it is a catalogue. */
const struct value *catalogue_figures(const struct subject *s, size_t option);

/*
 * All options by what they are worth on criterion `j`, those that are not
 * scored last: `best`, and `rest`, which is folded; null unless it is a
 * catalogue.  `scores` are the criterion's own values.
 */
const struct value *catalogue_ranking(const struct subject *s, size_t j,
				      const struct value *scores);

/*
 * The matrix with a row for each option: `groups` of `columns`, and `rows`;
 * null unless it is a catalogue.
 */
const struct value *catalogue_matrix(const struct subject *s,
				     const struct value *criteria,
				     const struct value *options);

/* Those ranked next to an option, above and below; or all others. */
const struct value *catalogue_others(const struct subject *s, size_t option,
				     const struct value *options);

#endif
