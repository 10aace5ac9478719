/*
 * Who comes first when nothing is known of the weights, in words.
 *
 * "Whatever the weights" is said only of what judge/lead.h proved.  What draws
 * alone tell is said of the draws, and who would be ahead where one criterion
 * alone counts is said beside it.
 */
#ifndef VIEW_LEAD_VIEW_H
#define VIEW_LEAD_VIEW_H

#include "view/subject.h"

/*
 * Of the option, or options, that come first most often; with "though" where
 * the result has somebody else first.  The comparison is judged.
 */
struct str lead_robustness(const struct subject *s);

/* The same where the result is not said before it: without "though". */
struct str lead_alone(const struct subject *s);

/* As a title, without its full stop; empty where it takes two sentences. */
struct str lead_title(const struct subject *s);

/* The same, where it stands by itself; empty with "though". */
struct str lead_often(const struct subject *s);

/* How that was found: exactly, or by how many draws. */
struct str lead_note(const struct subject *s);

/* Of two alone: empty where what is said of them is proved, and not drawn. */
struct str lead_note_of_two(const struct subject *s);

/* How often an option comes first: "87.5%", "never first". */
struct str lead_first(const struct subject *s, size_t option);

/*
 * How often and, where that is no tie and beyond the error of the draws, by
 * whom: those who weigh some criteria the most.
 */
struct str lead_central(const struct subject *s, size_t option);

#endif
