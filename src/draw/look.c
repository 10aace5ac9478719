#include "draw/look.h"

#include <math.h>

/* CSS pixels, of a block and of the gap behind it. */
static const double BLOCK = 7, GAP = 1.5;

static struct look look = { .corners = 1, .rules = 1, .signs = 1 };

void look_set(const struct look *wanted)
{
	look = *wanted;
}

const struct look *look_of(void)
{
	return &look;
}

double look_block(double length, unsigned n, double *begin)
{
	*begin = n * (BLOCK + GAP);
	return fmax(fmin(BLOCK, length - *begin), 0);
}
