#include "judge/front.h"

#include <math.h>

#include "judge/utility.h"

static double slack(const double *values, const bool *in, size_t count);

struct front front_of(const double *x, const double *y, const bool *in,
		      size_t option_count, struct arena *arena)
{
	bool *on = arena_array(arena, bool, option_count);
	bool *beaten = arena_array(arena, bool, option_count);
	double ex = slack(x, in, option_count), ey = slack(y, in, option_count);
	struct front front = { .on = on,
			       .beaten = beaten,
			       .best = option_count };

	for (size_t i = 0; i < option_count; i++) {
		size_t behind = 0, others = 0;

		on[i] = in[i];
		for (size_t o = 0; in[i] && o < option_count; o++) {
			double dx = x[o] - x[i], dy = y[o] - y[i];

			if (!in[o] || o == i)
				continue;
			if (dx >= -ex && dy >= -ey && (dx > ex || dy > ey))
				on[i] = false;
			beaten[i] |= dx > ex && dy > ey;
			behind += dx < -ex && dy < -ey;
			others++;
		}
		if (in[i] && others && behind == others)
			front.best = i;
		front.count += in[i];
		front.on_count += on[i];
		front.beaten_count += beaten[i];
	}
	return front;
}

/* What is no difference, in the unit of the values. */
static double slack(const double *values, const bool *in, size_t count)
{
	double low = INFINITY, high = -INFINITY;

	for (size_t i = 0; i < count; i++) {
		if (!in[i])
			continue;
		low = fmin(low, values[i]);
		high = fmax(high, values[i]);
	}
	return high > low ? (high - low) * UTILITY_EQUAL : 0;
}
