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

/* Whether all of the text is one, `*value` out of `*most`. */
bool rating_read(struct str text, double *value, double *most);

/* The same without emphasis around it, or a number where `bare` may be. */
bool rating_is(struct str text, bool bare, struct rating *rating);

/*
 * Whether the last sentence is a rating, alone or behind a label or a name:
 * "Quick. Score: 9/10", "Oak: 8/10".  `alone`: it is the only sentence.
 */
bool rating_ends(const struct names *names, struct str text,
		 struct rating *rating, bool *alone);

/*
 * "Oak 8/10, elm: 7/10", "Oak gets 4 stars": ratings of options and nothing
 * else.  Tells how many there are; `most` of the others is 0.
 */
size_t rating_list(const struct names *names, struct str text,
		   struct rating ratings[NAMES_MOST]);

/* Whether a rating stands right behind an option's name, whatever follows. */
bool rating_beside(const struct names *names, struct str text);

#endif
