/*
 * How far a result can be trusted, in sentences: by which methods, scores,
 * judges and sources it stands.
 */
#ifndef VIEW_ANALYSIS_VIEW_H
#define VIEW_ANALYSIS_VIEW_H

#include "view/subject.h"
#include "view/value.h"

/* The object `analysis` of the scoreboard, or null for an unscored one. */
const struct value *analysis_view(const struct subject *s);

/* On which criteria the judges are furthest apart; there are some. */
struct str disputed_sentence(const struct subject *s);

#endif
