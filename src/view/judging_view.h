/*
 * What themes/default/assets/judge.js judges from: a comparison's facts and
 * the words for its result, as one line of JSON for a page.
 *
 * Scores are values as given, one list a criterion; utilities, which have
 * three times the digits, are made of them in the browser as they are here.
 */
#ifndef VIEW_JUDGING_VIEW_H
#define VIEW_JUDGING_VIEW_H

#include "view/subject.h"

/* Whether some criterion counts, so that there is something to weigh. */
bool judging_is_possible(const struct comparison *c, const struct result *r);

/* As scoring.method names it: "weighted-sum". */
struct str method_name(enum method method);

/* As an address names it: "gte", "lt"; and of an answer "y", "p", "n". */
struct str must_kind_name(enum must_kind kind);
struct str answer_letter(enum answer answer);

/* Likewise, and there are options to set side by side. */
bool judging_is_choice(const struct comparison *c, const struct result *r);

/*
 * In the arena, as markup: no text of it ends a script.  With `sources`, also
 * those of each score.
 */
const struct value *judging_view(const struct subject *s, bool sources);

#endif
