/*
 * Words that name a part of what is compared.
 *
 * "The second criterion" is that criterion, and "a round" is one of them.  Of
 * "the second test" and "one area" nobody can tell what they are: they become
 * a word that is not known, so that nothing is claimed beside them.  "Of the
 * two" is of all options only where there are two.
 */
#ifndef CHECK_PARTS_H
#define CHECK_PARTS_H

#include "check/reading.h"

/* How many there are of each. */
struct whole {
	size_t options, criteria;
};

void parts_join(struct whole whole, const struct lexicon *lexicon,
		struct reading *reading);

#endif
