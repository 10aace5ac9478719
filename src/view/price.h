/*
 * Prices as their authors wrote them: "12 €", "US$ 9.50 a month", "1 299 Kč".
 *
 * One is a number where there is one in the text and no more digits than its
 * own.  Decimals may stand behind a point or a comma, and thousands be parted
 * in any way that leaves one reading.  What has two, "1.299", is thousands
 * where the language of the page parts them so, as long as no other price has
 * decimals behind that mark, or the one of the two that the others tell.  Else
 * it is in doubt, and text.
 */
#ifndef VIEW_PRICE_H
#define VIEW_PRICE_H

#include "words/locale.h"

struct price {
	double amount;	 /* NAN: it is no number */
	struct str unit; /* what stands around it: "€", "US$ a month" */
	/* In doubt: what it may be, as it should be written; else empty. */
	struct str whole, fraction;
};

/* The prices of these texts, in their order, read by the light of each other. */
struct price *prices_of(const struct locale *locale, const struct str *texts,
			size_t count, struct arena *arena);

#endif
