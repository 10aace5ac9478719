/*
 * A measure as the cells of tables have it: "$10", "1,299 €", "450 g",
 * "$10/month", "12 km per charge".
 */
#ifndef IMPORT_TABLE_AMOUNT_H
#define IMPORT_TABLE_AMOUNT_H

#include "base/arena.h"

struct amount {
	double value;
	struct str unit; /* "$/month" of "$10/month"; empty: none */
};

/*
 * Whether all of a text is a number as English writes it, with its unit or
 * without.  "1.299 €" is none: it may be thousands or not.
 */
bool amount_is(struct str text, struct amount *amount, struct arena *arena);

#endif
