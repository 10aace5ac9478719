/*
 * A rating as reviews give it: "4.5/5", "8 out of 10", "★★★★☆".
 *
 * Only such as say, or show, out of how many; a plain number does in the
 * cell of a table, and then has `most` 0.
 */
#ifndef IMPORT_RATING_H
#define IMPORT_RATING_H

#include "import/names.h"

struct rating {
	double value, most;
};

/* Whether all of the text is a rating, or a number where `bare` may be. */
bool rating_is(struct str text, bool bare, struct rating *rating);

/*
 * The rating at the end of a text, as in "Quick. Score: 9/10" and in "Quick
 * (9/10)."; `alone` tells that the rest of it is no more than a label.
 */
bool rating_ends(struct str text, struct rating *rating, bool *alone);

/*
 * "Oak: 9/10, elm: 8/10": each option that the text names has a rating behind
 * it, and nothing else.  Tells how many; given[i] has most > 0.
 */
size_t rating_each(const struct names *names, struct str text,
		   struct rating given[NAMES_MOST]);

#endif
