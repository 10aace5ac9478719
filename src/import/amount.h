/*
 * A measure as the cells of tables have it: "$10", "1,299 €", "450 g",
 * "$10/month", "12 km per charge".
 */
#ifndef IMPORT_AMOUNT_H
#define IMPORT_AMOUNT_H

#include <stdbool.h>

#include "base/str.h"

struct amount {
	double value;
	struct str sign, unit; /* "$" before the number; what is behind it */
};

/*
 * Whether all of a text is a number as English writes it, with its unit or
 * without.  "1.299 €" is none: it may be thousands or not.
 */
bool amount_is(struct str text, struct amount *amount);

/* "g" of "Weight (g)", a unit that everybody knows; else empty. */
struct str amount_unit_said(struct str label);

/* Whether less of it is better, by what it is called and its unit: a guess. */
bool amount_is_cost(struct str label, struct str unit);

#endif
