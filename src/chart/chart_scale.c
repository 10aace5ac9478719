#include <math.h>

#include "chart/chart_frame.h"

/*
 * Options on the scale of a criterion, a row each: a bar from its worse end
 * to the sign of what the option was given, over it a ring for each judge.
 * What the author calls the levels of the scale stands over the axis.
 */
enum {
	LEVEL = 18, /* a line of their names */
	LEVELS = 2, /* so many lines at the most */
	HEAD = 24,  /* a name over its row, when it is narrow */
	ABOVE = 17, /* from the top of a row to its bar */
	BELOW = 17, /* and from there to the next */
	RING = 4,   /* radius */
	LIFT = 17,  /* of the lowest ring over the bar */
	LANE = 11,  /* between rings, one over the other */
	STACK = 88, /* of more than this they overlap */
	SIGN = 7,
	GAP = 12,
	LABEL_MOST = 190,
	LABEL_NARROW = 150,
	AXIS = 26,
	LINE = 18,
};

struct plot {
	double left, right;
	double names; /* width of the column of names; 0: none */
	double labels;
	double top; /* where the lines of the grid begin */
};

static struct plot plot_of(const struct frame_of_chart *f);
static void draw_levels(struct frame_of_chart *f, const struct plot *p);
static double put_level(struct frame_of_chart *f, double x, double y,
			struct str name, double free_from);
static void draw_grid(struct frame_of_chart *f, const struct plot *p,
		      double bottom);
static void draw_better(struct frame_of_chart *f, const struct plot *p);
static double row_height(const struct frame_of_chart *f, const struct plot *p,
			 size_t series);
static double stack_height(const struct frame_of_chart *f, const struct plot *p,
			   size_t series);
static size_t *lanes_of(const struct frame_of_chart *f, const struct plot *p,
			size_t series, size_t *lanes);
static void draw_row(struct frame_of_chart *f, const struct plot *p,
		     size_t series);
static void draw_rings(struct frame_of_chart *f, const struct plot *p,
		       size_t series, double y);

struct scene *chart_scale(const struct chart_data *data, enum chart_width width,
			  struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct plot p = plot_of(&f);
	double bottom;

	draw_levels(&f, &p);
	bottom = f.top;
	for (size_t i = 0; i < data->series_count; i++)
		bottom += row_height(&f, &p, i);
	draw_grid(&f, &p, bottom);
	for (size_t i = 0; i < data->series_count; i++) {
		draw_row(&f, &p, i);
		f.top += row_height(&f, &p, i);
	}
	draw_better(&f, &p);
	f.scene->height = f.top;
	return f.scene;
}

/* On the right there is room for the number beside the last place. */
static struct plot plot_of(const struct frame_of_chart *f)
{
	const struct chart_data *data = f->data;
	double most = chart_labels_width(data, chart_bold(),
					 f->narrow ? LABEL_NARROW : LABEL_MOST);
	double labels = most + GAP + 2;
	struct plot p = { .left = 8, .labels = most };

	if (!f->narrow) {
		labels = fmax(labels, text_width(data->better, chart_small()) +
					      GAP + 24);
		p.names = chart_series_width(data, chart_bold(), 180);
		p.left = 24 + p.names + 20;
	}
	p.right = f->scene->width - labels;
	return p;
}

/* Each in the first line that has room; what has none stands in the rubric. */
static void draw_levels(struct frame_of_chart *f, const struct plot *p)
{
	const struct chart_data *data = f->data;
	double free_from[LEVELS] = { 0 };
	size_t used = 0;

	for (size_t k = 0; k < data->level_count; k++) {
		double x =
			chart_map(data, data->levels[k].at, p->left, p->right);

		for (size_t line = 0; line < LEVELS; line++) {
			double to = put_level(f, x,
					      f->top + LEVEL * (double)line + 8,
					      data->levels[k].label,
					      free_from[line]);

			if (isnan(to))
				continue;
			free_from[line] = to;
			used = line + 1 > used ? line + 1 : used;
			break;
		}
	}
	f->top += LEVEL * (double)used;
}

/* Where the next may begin; NAN: there was no room. */
static double put_level(struct frame_of_chart *f, double x, double y,
			struct str name, double free_from)
{
	double half = text_width(name, chart_small()) / 2 + 1;
	double at = fmax(fmin(x, f->scene->width - half), half);

	if (!name.len || at - half < free_from || 2 * half > f->scene->width)
		return NAN;
	chart_label(f, at, y, f->scene->width, name, chart_small(), PAINT_MUTED)
		->anchor = ANCHOR_MIDDLE;
	return at + half + 8;
}

/* At the levels where they have names, else at the numbers of the axis. */
static void draw_grid(struct frame_of_chart *f, const struct plot *p,
		      double bottom)
{
	const struct chart_data *data = f->data;
	const struct tick *lines =
		data->level_count ? data->levels : data->ticks;
	size_t count = data->level_count ? data->level_count : data->tick_count;

	for (size_t k = 0; k < count; k++) {
		double x = chart_map(data, lines[k].at, p->left, p->right);

		scene_line(f->scene, x, f->top, x, bottom, ink(PAINT_GRID));
	}
	scene_line(f->scene, p->left, bottom, p->right, bottom,
		   ink(PAINT_MUTED));
	chart_ticks(f, p->left, p->right, bottom + 14, bottom, bottom + 5);
}

/* At the end of the axis, or under it. */
static void draw_better(struct frame_of_chart *f, const struct plot *p)
{
	double axis = f->top;

	f->top += f->data->tick_count ? AXIS : LINE / 2.0;
	if (!f->data->better.len)
		return;
	if (!f->narrow) {
		chart_label(f, f->scene->width, axis + 14, f->scene->width,
			    f->data->better, chart_small(), PAINT_MUTED)
			->anchor = ANCHOR_END;
		return;
	}
	chart_label(f, f->scene->width, f->top + LINE / 2.0 - 3,
		    f->scene->width, f->data->better, chart_small(),
		    PAINT_MUTED)
		->anchor = ANCHOR_END;
	f->top += LINE;
	(void)p;
}

static double row_height(const struct frame_of_chart *f, const struct plot *p,
			 size_t series)
{
	double stack = stack_height(f, p, series);

	return (f->narrow ? HEAD : 0) + ABOVE + BELOW +
	       (stack > 0 ? stack + LIFT - ABOVE + RING + 5 : 0);
}

/* From the lowest ring to the highest one's upper edge. */
static double stack_height(const struct frame_of_chart *f, const struct plot *p,
			   size_t series)
{
	size_t lanes;

	lanes_of(f, p, series, &lanes);
	return lanes ? fmin(LANE * (double)(lanes - 1), STACK) + RING : 0;
}

/* Each ring in the lowest lane where it hides no other. */
static size_t *lanes_of(const struct frame_of_chart *f, const struct plot *p,
			size_t series, size_t *lanes)
{
	const struct series *s = &f->data->series[series];
	size_t *lane = arena_array(f->arena, size_t, s->ring_count);

	*lanes = 0;
	for (size_t k = 0; k < s->ring_count; k++) {
		double x = chart_map(f->data, s->rings[k], p->left, p->right);

		for (size_t before = 0; before < k; before++) {
			double other = chart_map(f->data, s->rings[before],
						 p->left, p->right);

			if (lane[before] == lane[k] &&
			    fabs(other - x) < 2 * RING + 3) {
				lane[k]++;
				before = (size_t)-1;
			}
		}
		*lanes = lane[k] + 1 > *lanes ? lane[k] + 1 : *lanes;
	}
	return lane;
}

static void draw_row(struct frame_of_chart *f, const struct plot *p,
		     size_t series)
{
	const struct series *s = &f->data->series[series];
	double y = f->top + row_height(f, p, series) - BELOW;
	double name = f->narrow ? f->top + 12 : y, x;
	struct mark *mark;

	chart_sign(f, 8, name, 6, s->slot);
	chart_name(f, 24, name, f->narrow ? f->scene->width - 24 : p->names,
		   s->name, chart_is_best(s, 0) ? chart_bold() : chart_text());
	scene_line(f->scene, p->left, y, p->right, y, ink(PAINT_GRID));
	if (isnan(s->values[0])) {
		mark = chart_label(f, p->left + 4, y - 9, p->right - p->left,
				   f->data->missing, chart_small(),
				   PAINT_MUTED);
	} else {
		x = chart_map(f->data, s->values[0], p->left, p->right);
		mark = scene_line(f->scene, p->left, y, x, y,
				  series_ink(s->slot));
		mark->stroke_width = 4;
		draw_rings(f, p, series, y);
		chart_sign(f, x, y, SIGN, s->slot);
		mark = chart_figure(f, x + GAP, y, p->labels + 1, s->labels[0],
				    chart_is_best(s, 0) ? chart_bold()
							: chart_text(),
				    PAINT_INK);
	}
	mark->stroke = ink(PAINT_SURFACE); /* over the grid */
	mark->stroke_width = 4;
}

/* Of very many they stand closer, so that none has no place. */
static void draw_rings(struct frame_of_chart *f, const struct plot *p,
		       size_t series, double y)
{
	const struct series *s = &f->data->series[series];
	size_t lanes;
	const size_t *lane = lanes_of(f, p, series, &lanes);
	double step = lanes > 1 ? fmin(LANE, STACK / (double)(lanes - 1)) : 0;

	for (size_t k = 0; k < s->ring_count; k++) {
		struct mark *ring = scene_circle(
			f->scene,
			chart_map(f->data, s->rings[k], p->left, p->right),
			y - LIFT - step * (double)lane[k], RING,
			ink(PAINT_SURFACE));

		ring->stroke = series_ink(s->slot);
		ring->stroke_width = 2;
	}
}
