/*
 * A comparison of many options: what its pages lead with, and what they fold.
 *
 * Nine options no longer stand side by side.  Their pages lead with the ten
 * best, their charts draw these, and all the others are told below, folded;
 * the matrix has a row for each of them.
 */
#ifndef VIEW_CATALOGUE_H
#define VIEW_CATALOGUE_H

#include "view/subject.h"

enum {
	CATALOGUE_OVER = 8,  /* more options than these make one */
	CATALOGUE_LEAD = 10, /* what its pages lead with, and charts draw */
};

bool is_catalogue(const struct comparison *c);

/* All options, best first; as written where there is no result. */
const size_t *catalogue_order(const struct subject *s);

/* "The 10 best of 60 options are drawn."; empty where all are. */
struct str catalogue_lead_sentence(const struct subject *s);

/* Whether the first so many have a rank, and nobody else the last one's. */
bool catalogue_are_best(const struct subject *s, size_t count);

#endif
