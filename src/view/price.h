/*
 * A price as its author wrote it: "12 €", "US$ 9.50 a month", "1200".
 *
 * It is a number where there is one in the text and no more digits than its
 * own.  What parts thousands is none, as nobody can tell "1.200" and "1,200":
 * such a price is text.
 */
#ifndef VIEW_PRICE_H
#define VIEW_PRICE_H

#include "base/arena.h"
#include "base/str.h"

struct price {
	double amount;	 /* NAN: it is no number */
	struct str unit; /* what stands around it: "€", "US$ a month" */
};

struct price price_of(struct str text, struct arena *arena);

#endif
