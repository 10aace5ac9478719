#include "chart/chart.h"

#include "chart/chart_frame.h"

#include "draw/text_measure.h"

static struct scene *scene_of(enum chart_kind kind, enum chart_width width,
			      const struct chart_data *data,
			      struct arena *arena);

/* Where lines run from right to left, so do axes. */
struct scene *chart_scene(enum chart_kind kind, enum chart_width width,
			  const struct chart_data *data, struct arena *arena)
{
	struct scene *scene = scene_of(kind, width, data, arena);

	if (text_lines_are_rtl())
		scene_mirror(scene);
	return scene;
}

static struct scene *scene_of(enum chart_kind kind, enum chart_width width,
			      const struct chart_data *data,
			      struct arena *arena)
{
	switch (kind) {
	case CHART_BARS:
		return chart_bars(data, width, arena);
	case CHART_TALLY:
		return chart_tally_lines(data, width, arena);
	case CHART_DOTS:
		return chart_dots(data, width, arena);
	case CHART_STACKS:
		return chart_stacks(data, width, arena);
	case CHART_SHARES:
		return chart_shares(data, width, arena);
	case CHART_DIVERGING:
		return data->series_count == 2
			       ? chart_diverging(data, width, arena)
			       : chart_dots(data, width, arena);
	case CHART_HEAT:
		return chart_heat(data, width, arena);
	case CHART_TORNADO:
		return chart_tornado(data, width, arena);
	case CHART_GROUPS:
		return chart_groups(data, width, arena);
	case CHART_SPREAD:
		return chart_spread(data, width, arena);
	case CHART_RADAR:
		return data->category_count >= 3
			       ? chart_radar(data, width, arena)
			       : chart_groups(data, width, arena);
	case CHART_LEAD:
		return chart_lead(data, width, arena);
	case CHART_PULLS:
		return chart_pulls(data, width, arena);
	case CHART_PARTS:
		return chart_parts(data, width, arena);
	case CHART_SCALE:
		return chart_scale(data, width, arena);
	case CHART_SCATTER:
		return chart_scatter(data, width, arena);
	case CHART_MAP:
		return chart_map_of_weights(data, width, arena);
	case CHART_INTERVALS:
		return chart_intervals(data, width, arena);
	case CHART_PANELS:
		return chart_panels(data, width, arena);
	case CHART_SLOPE:
		return chart_slope(data, width, arena);
	case CHART_REACH:
		return chart_reach(data, width, arena);
	}
	return NULL;
}
