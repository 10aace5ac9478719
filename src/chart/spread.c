#include "chart/spread.h"

#include <math.h>

static size_t *order_of(const double *x, size_t count, struct arena *arena);
static void push_right(double *x, const size_t *order, size_t count,
		       double gap);
static void push_left(double *x, const size_t *order, size_t count, double gap);

/* The mean of pushing them right and left, then back into the frame. */
void spread_apart(double *x, size_t count, double gap, double left,
		  double right, struct arena *arena)
{
	size_t *order = order_of(x, count, arena);
	double *back = arena_array(arena, double, count);

	if (!count)
		return;
	gap = fmin(gap, (right - left) / (double)count);
	for (size_t i = 0; i < count; i++)
		back[i] = x[i];
	push_right(x, order, count, gap);
	push_left(back, order, count, gap);
	for (size_t i = 0; i < count; i++)
		x[i] = (x[i] + back[i]) / 2;
	x[order[0]] = fmax(x[order[0]], left);
	push_right(x, order, count, gap);
	x[order[count - 1]] = fmin(x[order[count - 1]], right);
	push_left(x, order, count, gap);
}

static size_t *order_of(const double *x, size_t count, struct arena *arena)
{
	size_t *order = arena_array(arena, size_t, count);

	for (size_t i = 0; i < count; i++) {
		size_t at = i;

		for (; at > 0 && x[order[at - 1]] > x[i]; at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	return order;
}

static void push_right(double *x, const size_t *order, size_t count, double gap)
{
	for (size_t k = 1; k < count; k++)
		x[order[k]] = fmax(x[order[k]], x[order[k - 1]] + gap);
}

static void push_left(double *x, const size_t *order, size_t count, double gap)
{
	for (size_t k = count; k-- > 1;)
		x[order[k - 1]] = fmin(x[order[k - 1]], x[order[k]] - gap);
}
