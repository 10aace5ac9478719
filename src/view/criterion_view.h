/*
 * A criterion as the pages of its comparison list it: its scores, who wins it,
 * the points so far.
 */
#ifndef VIEW_CRITERION_VIEW_H
#define VIEW_CRITERION_VIEW_H

#include "view/subject.h"
#include "view/value.h"

/* `criteria[]` in docs/templates.md. */
struct value *criterion_view(const struct subject *s, size_t criterion);

/* `unit`, `arrow` and `direction` of it; empty where it is not measured. */
void criterion_add_measure(const struct subject *s, size_t criterion,
			   struct value *to);

/* The option that wins the criterion alone, or the number of options. */
size_t criterion_winner(const struct subject *s, size_t criterion);

/* "Node.js wins", "a tie"; the points so far, "Node.js 2 and Python 1". */
struct str winner_sentence(const struct subject *s, size_t criterion);
struct str tally_sentence(const struct subject *s, size_t criterion);

/* Why a criterion does not count. */
struct str not_counting_reason(const struct subject *s, size_t criterion);

#endif
