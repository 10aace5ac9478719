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
	char group, point;     /* the marks that part its digits; 0: none */
	struct str sign, unit; /* "$" before the number; what is behind it */
	bool about; /* "from $10", "~450 g"; "1.299 €" in two ways */
};

/*
 * Whether all of a text is a number with its unit, or one without.  What may
 * be read in two ways ("1.299 €", "0,125 l") is no more than about that.
 */
bool amount_is(struct str text, struct amount *amount);

/* "g" of "Weight (g)", which is a unit everybody knows; `rest`: "Weight". */
struct str amount_unit_said(struct str label, struct str *rest);

/* Whether less of it is better, by what it is called and its unit: a guess. */
bool amount_is_cost(struct str label, struct str unit);

#endif
