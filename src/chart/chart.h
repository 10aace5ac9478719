/*
 * Charts: numbers and their words to a scene.
 *
 * Each comes wide, for pages and files, and narrow, so that on a screen of
 * 360 pixels no text is smaller than 13.  Labels stand beside what they name;
 * they are shortened rather than let overlap.
 *
 * A kind that the data cannot be drawn as becomes the nearest one: diverging
 * bars of other than two series are dots, a radar of fewer than three axes is
 * groups.
 */
#ifndef CHART_CHART_H
#define CHART_CHART_H

#include "draw/scene.h"
#include "view/series.h"

enum chart_width { CHART_WIDE, CHART_NARROW };

struct scene *chart_scene(enum chart_kind kind, enum chart_width width,
			  const struct chart_data *data, struct arena *arena);

#endif
