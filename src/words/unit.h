/*
 * What kind of thing a unit measures, as far as its symbol tells: so that a
 * difference can be put in words with a name, "4.1 times as fast".
 *
 * A symbol does not tell a width from a length, or an exhaust gas from a
 * burden; so only where it leaves no doubt is there a word of its own.
 *
 * Only units with a natural zero have ratios; of all others, such as °C or
 * years, which may be dates, the difference is told in the unit itself.
 */
#ifndef WORDS_UNIT_H
#define WORDS_UNIT_H

#include "base/str.h"

enum unit_kind {
	UNIT_OTHER,
	UNIT_SPEED,   /* MB/s, fps: data or work by time; more is faster */
	UNIT_TIME,    /* ms, h: more is longer */
	UNIT_PRICE,   /* €, USD */
	UNIT_AMOUNT,  /* MiB, kWh, mm, kg, €/h: more, of what it may */
	UNIT_PERCENT, /* whose differences are points */
	UNIT_LEVEL,   /* °C, dB: twice the number is not twice as much */
};

enum unit_kind unit_kind_of(struct str unit);

#endif
