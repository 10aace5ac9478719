/*
 * "8–6": two numbers joined as the results of games are.
 */
#ifndef CHECK_TALLY_H
#define CHECK_TALLY_H

#include "check/reading.h"
#include "check/study.h"

/*
 * Reports what is said to be a result and is none.  Totals, points and the
 * numbers of criteria won are results; where the text is about a criterion,
 * its scores and the tally so far are, too.
 */
void tally_check(const struct study *s, const struct passage *p,
		 size_t criterion, const struct reading *reading);

#endif
