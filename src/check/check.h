/*
 * What readers would stumble over: in the comparisons as read and judged, in
 * the texts of the site, and in its finished pages.
 */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "base/diag.h"
#include "make/order.h"

/*
 * Builds the site into a folder that goes when this ends, and reports each
 * finding, sorted, to `diags`; `order->out` is not looked at.  True without
 * errors, which warnings are when the order is strict.
 */
struct checked {
	size_t comparisons;
	size_t foreign; /* of them, and translations: not in English */
};
bool check(const struct order *order, struct diags *diags,
	   struct checked *checked);

/*
 * The same of the site that stands in `order->out`, which is that of the
 * content, as a build found: nothing is built.
 */
bool check_built(const struct order *order, struct diags *diags);

#endif
