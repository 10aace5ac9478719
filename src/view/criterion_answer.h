/*
 * What a criterion's page leads with: who wins by how much, what that does to
 * the result, and how far options and judges are apart.
 *
 * Each is a sentence of what was judged, chosen by a rule that proves it, or
 * empty.
 */
#ifndef VIEW_CRITERION_ANSWER_H
#define VIEW_CRITERION_ANSWER_H

#include "view/subject.h"

/* "Node.js wins by 4.8 of 10"; winner_sentence() where there is no more. */
struct str criterion_finding(const struct subject *s, size_t criterion);

/* Its pull on the result, who else pulls as hard, and who leads without it. */
struct str criterion_effect(const struct subject *s, size_t criterion);

/* Of two options what each judge says; of more the lowest and the highest. */
struct str criterion_spread(const struct subject *s, size_t criterion);

/* A gap between two scores: "4.8", "70 ms". */
struct str criterion_gap(const struct subject *s, size_t criterion, double a,
			 double b);

#endif
