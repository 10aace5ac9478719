/*
 * The judges of a criterion and what each gave.
 */
#ifndef VIEW_JUDGED_VIEW_H
#define VIEW_JUDGED_VIEW_H

#include "view/subject.h"
#include "view/value.h"

/*
 * A criterion's judges: `rows` of `judge`, `cells`, one an option, and the
 * `gap` of two in words, and the `mean` of all; null below two judges, and
 * where there are too many to tell of each.
 */
const struct value *judged_view(const struct subject *s, size_t criterion);

/*
 * Where not all judges scored every option: that it is so, and who is best by
 * those who did; or empty.
 */
struct str judged_uneven(const struct subject *s, size_t criterion);

/* One row of the scoring table. */
const struct value *evidence_view(const struct subject *s, size_t criterion,
				  size_t option, const struct evidence *e);

#endif
