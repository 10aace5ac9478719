#include <math.h>

#include "chart/chart_frame.h"

/*
 * A panel a series: its name, and a row a category with its sign among the
 * grey dots of all others.  Side by side, the names of the rows are said once
 * in each line of panels.
 */
enum {
	HEAD = 34,
	ROW = 28,
	BETWEEN = 22, /* panels */
	ABREAST = 3,
	SIGN = 7,
	DOT = 3,
	INSET = 10, /* of the ends of a row */
	NAMES_MOST = 170,
	NAMES_MOST_NARROW = 118,
};

struct plot {
	double names, width; /* of the rows' names; of a panel */
	size_t abreast;
};

static struct plot plot_of(const struct frame_of_chart *f);
static void draw_names(struct frame_of_chart *f, const struct plot *p);
static void draw_panel(struct frame_of_chart *f, const struct plot *p, size_t i,
		       double left);
static void draw_row(struct frame_of_chart *f, size_t i, size_t j, double left,
		     double right, double y);

struct scene *chart_panels(const struct chart_data *data,
			   enum chart_width width, struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct plot p = plot_of(&f);

	for (size_t i = 0; i < data->series_count; i++) {
		size_t at = i % p.abreast;

		if (!at) {
			f.top += i ? BETWEEN : 0;
			draw_names(&f, &p);
		}
		draw_panel(&f, &p, i,
			   p.names + 16 + (double)at * (p.width + BETWEEN));
		if (at + 1 == p.abreast || i + 1 == data->series_count)
			f.top += HEAD + ROW * (double)data->category_count;
	}
	f.scene->height = f.top + 4;
	return f.scene;
}

static struct plot plot_of(const struct frame_of_chart *f)
{
	struct plot p = { .abreast = f->narrow ? 1 : ABREAST };

	p.names = chart_categories_width(f->data, f->narrow ? NAMES_MOST_NARROW
							    : NAMES_MOST);
	p.width = (f->scene->width - p.names - 16 -
		   BETWEEN * ((double)p.abreast - 1)) /
		  (double)p.abreast;
	return p;
}

static void draw_names(struct frame_of_chart *f, const struct plot *p)
{
	for (size_t j = 0; j < f->data->category_count; j++)
		chart_name(f, 0, f->top + HEAD + ROW * ((double)j + 0.5),
			   p->names, f->data->categories[j], chart_small());
}

static void draw_panel(struct frame_of_chart *f, const struct plot *p, size_t i,
		       double left)
{
	const struct series *s = &f->data->series[i];
	double start = f->narrow ? 0 : left, y = f->top + 13;
	double end = left + p->width;
	double total = fmin(text_width(s->note, chart_name_style(s)),
			    (end - start) / 2);

	chart_sign(f, start + SIGN + 1, y, SIGN - 1, s->slot);
	chart_label_name(f, start + 2 * SIGN + 8, y,
			 end - start - 2 * SIGN - 16 - total,
			 chart_short_name(s), chart_bold(), PAINT_INK);
	chart_label(f, end, y, total + 1, s->note, chart_name_style(s),
		    PAINT_INK)
		->anchor = ANCHOR_END;
	scene_line(f->scene, start, f->top + HEAD - 7, end, f->top + HEAD - 7,
		   ink(PAINT_GRID));
	for (size_t j = 0; j < f->data->category_count; j++)
		draw_row(f, i, j, left + INSET, end - INSET,
			 f->top + HEAD + ROW * ((double)j + 0.5));
}

/* What is missing has no sign, and says so. */
static void draw_row(struct frame_of_chart *f, size_t i, size_t j, double left,
		     double right, double y)
{
	const struct chart_data *data = f->data;
	const struct series *s = &data->series[i];

	scene_line(f->scene, left, y, right, y, ink(PAINT_GRID));
	for (size_t o = 0; o < data->series_count; o++)
		if (o != i && !isnan(data->series[o].values[j]))
			scene_circle(f->scene,
				     chart_map(data, data->series[o].values[j],
					       left, right),
				     y, DOT, ink(PAINT_FILL));
	if (!isnan(s->values[j])) {
		chart_sign(f, chart_map(data, s->values[j], left, right), y,
			   SIGN, s->slot);
		return;
	}
	chart_label(f, left, y - 1, right - left, s->labels[j], chart_small(),
		    PAINT_MUTED)
		->stroke = ink(PAINT_SURFACE);
}
