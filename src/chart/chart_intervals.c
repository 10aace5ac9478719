#include <math.h>

#include "chart/chart_frame.h"

/*
 * A row a series: a sign at its value, rings of judges on a thick line, and
 * under them a thin line with ends for what may be.
 */
enum {
	ROW = 40,
	HEAD = 24, /* a name over its row, when it is narrow */
	AXIS = 26,
	RING = 4,
	SIGN = 7,
	UNDER = 12, /* of the thin line below the middle */
	END = 4,
	GAP = 14,
	LABEL_MOST = 190,
	LABEL_NARROW = 150,
	NAMES_MOST = 220,
};

struct plot {
	double left, right, names, labels;
};

static struct plot plot_of(const struct frame_of_chart *f);
static double row_height(const struct frame_of_chart *f);
static void draw_row(struct frame_of_chart *f, const struct plot *p,
		     const struct series *s);
static void draw_judges(struct frame_of_chart *f, const struct plot *p,
			const struct series *s, double y);
static void draw_range(struct frame_of_chart *f, const struct plot *p,
		       const struct series *s, double y);

struct scene *chart_intervals(const struct chart_data *data,
			      enum chart_width width, struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct plot p = plot_of(&f);
	double bottom = f.top + row_height(&f) * (double)data->series_count;

	for (size_t k = 0; !f.narrow && k < data->tick_count; k++) {
		double x = chart_map(data, data->ticks[k].at, p.left, p.right);

		scene_line(f.scene, x, f.top, x, bottom, ink(PAINT_GRID));
	}
	for (size_t i = 0; i < data->series_count; i++) {
		draw_row(&f, &p, &data->series[i]);
		f.top += row_height(&f);
	}
	scene_line(f.scene, p.left, f.top, p.right, f.top, ink(PAINT_MUTED));
	chart_ticks(&f, p.left, p.right, f.top + 14, f.top, f.top + 5);
	f.scene->height = f.top + AXIS;
	return f.scene;
}

static struct plot plot_of(const struct frame_of_chart *f)
{
	const struct chart_data *data = f->data;
	struct plot p = { .left = GAP };

	for (size_t i = 0; i < data->series_count; i++)
		p.labels = fmax(p.labels, text_width(data->series[i].labels[0],
						     chart_bold()));
	p.labels = fmin(ceil(p.labels), f->narrow ? LABEL_NARROW : LABEL_MOST);
	if (!f->narrow) {
		p.names = chart_series_width(data, chart_bold(), NAMES_MOST);
		p.left = 24 + p.names + GAP;
	}
	p.right = f->scene->width - (f->narrow ? GAP : p.labels + GAP + 6);
	return p;
}

static double row_height(const struct frame_of_chart *f)
{
	return ROW + (f->narrow ? HEAD : 0);
}

static void draw_row(struct frame_of_chart *f, const struct plot *p,
		     const struct series *s)
{
	double y = f->top + ROW / 2.0 + (f->narrow ? HEAD - 4 : 0);
	double name = f->narrow ? f->top + 12 : y;
	double x = chart_map(f->data, s->values[0], p->left, p->right);

	chart_sign(f, 8, name, 6, s->slot);
	chart_name(f, 24, name,
		   f->narrow ? f->scene->width - 36 - p->labels : p->names,
		   s->name, chart_name_style(s));
	chart_figure(f, f->scene->width, name, p->labels + 1, s->labels[0],
		     chart_name_style(s), PAINT_INK)
		->anchor = ANCHOR_END;
	if (f->narrow)
		scene_line(f->scene, p->left, y, p->right, y, ink(PAINT_GRID));
	draw_range(f, p, s, y);
	draw_judges(f, p, s, y);
	if (!isnan(s->values[0]))
		chart_sign(f, x, y, SIGN, s->slot);
}

static void draw_judges(struct frame_of_chart *f, const struct plot *p,
			const struct series *s, double y)
{
	double low = INFINITY, high = -INFINITY;

	for (size_t k = 0; k < s->ring_count; k++) {
		low = fmin(low, s->rings[k]);
		high = fmax(high, s->rings[k]);
	}
	if (high > low)
		scene_line(f->scene, chart_map(f->data, low, p->left, p->right),
			   y, chart_map(f->data, high, p->left, p->right), y,
			   series_ink(s->slot))
			->stroke_width = 3;
	for (size_t k = 0; k < s->ring_count; k++) {
		struct mark *ring = scene_circle(f->scene,
						 chart_map(f->data, s->rings[k],
							   p->left, p->right),
						 y, RING, ink(PAINT_SURFACE));

		ring->stroke = series_ink(s->slot);
		ring->stroke_width = 2;
	}
}

/* With ends, so that it is seen where it begins also under a sign. */
static void draw_range(struct frame_of_chart *f, const struct plot *p,
		       const struct series *s, double y)
{
	double under = y + (s->ring_count ? UNDER : 0);
	double ends[2];

	if (!s->low || isnan(s->low[0]) || isnan(s->high[0]))
		return;
	ends[0] = chart_map(f->data, s->low[0], p->left, p->right);
	ends[1] = chart_map(f->data, s->high[0], p->left, p->right);
	scene_line(f->scene, ends[0], under, ends[1], under, ink(PAINT_MUTED))
		->stroke_width = 2;
	for (size_t k = 0; k < 2; k++)
		scene_line(f->scene, ends[k], under - END, ends[k], under + END,
			   ink(PAINT_MUTED))
			->stroke_width = 2;
}
