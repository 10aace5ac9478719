/*
 * What kind of thing a unit measures, as far as its symbol tells: so that a
 * difference can be put in words with a name, "4.1 times as fast".
 *
 * Only units with a natural zero have ratios; of all others, such as °C, the
 * difference is told in the unit itself.
 */
#ifndef WORDS_UNIT_H
#define WORDS_UNIT_H

#include "base/str.h"

enum unit_kind {
	UNIT_OTHER,
	UNIT_RATE,    /* MB/s, fps: more is faster */
	UNIT_TIME,    /* ms, h: more is longer */
	UNIT_LENGTH,  /* mm, km: likewise */
	UNIT_MASS,    /* kg: more is heavier */
	UNIT_PRICE,   /* €, USD */
	UNIT_AMOUNT,  /* MiB, kWh: more is more */
	UNIT_RATIO,   /* "to 1": of what is made smaller */
	UNIT_PERCENT, /* whose differences are points */
};

enum unit_kind unit_kind_of(struct str unit);

#endif
