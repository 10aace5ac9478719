/*
 * What was decided, beside what the scores say.
 *
 * The sentence names both, so that a reader sees where they part.  What it
 * says of the scores is what `judge` found; what it says of the decision goes
 * by its status in MADR's words: a proposal is not called a decision.
 */
#ifndef VIEW_DECISION_VIEW_H
#define VIEW_DECISION_VIEW_H

#include "view/subject.h"
#include "view/value.h"

/* `decision` of pages, or null where the author gives none. */
const struct value *decision_view(const struct subject *s);

/* "The scores say Oak; the decision is Elm."; empty where none is chosen. */
struct str decision_sentence(const struct subject *s);

/* "Elm is ruled out by Price."; empty where it is not. */
struct str decision_ruled_out(const struct subject *s);

#endif
