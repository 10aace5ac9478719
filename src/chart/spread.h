/*
 * Positions on a line that must not lie on each other: signs at a finish,
 * labels at the ends of lines.
 */
#ifndef CHART_SPREAD_H
#define CHART_SPREAD_H

#include <stddef.h>

#include "base/arena.h"

/*
 * Moves the `count` positions x apart by `gap`, as little as may be and to
 * either side alike, between left and right; by less where there is no room.
 * Their order stays; equals keep the order given.
 */
void spread_apart(double *x, size_t count, double gap, double left,
		  double right, struct arena *arena);

#endif
