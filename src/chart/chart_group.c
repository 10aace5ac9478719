#include <math.h>

#include "chart/chart_frame.h"

/*
 * Series in rows under their category: a bar each, or a range.  With one
 * series the category's name stands in its row.
 */
enum {
	HEAD = 26,
	LINE = 24,
	BAR = 12,
	BETWEEN = 12, /* groups */
	ROW = 32,     /* with one series */
	BAR_SINGLE = 18,
	GAP = 8,
	NAMES_MOST = 300,
};

struct plot {
	bool ranges, single;
	double names; /* right end of the column of names */
	double left, right;
	double labels; /* width of the values */
	double indent; /* room for the signs */
};

static struct scene *draw(struct frame_of_chart *f, bool ranges);
static struct plot plot_of(const struct frame_of_chart *f, bool ranges);
static double names_width(const struct frame_of_chart *f);
static struct str name_of(const struct frame_of_chart *f, size_t i);
static bool is_any_cut(const struct frame_of_chart *f, const struct plot *p);
static void draw_group(struct frame_of_chart *f, const struct plot *p,
		       size_t j);
static void draw_single(struct frame_of_chart *f, const struct plot *p,
			size_t j);
static void draw_grid(struct frame_of_chart *f, const struct plot *p,
		      double height);
static void draw_series(struct frame_of_chart *f, const struct plot *p,
			size_t i, size_t j, double y);
static double draw_bar(struct frame_of_chart *f, const struct plot *p, size_t i,
		       size_t j, double y);
static void draw_range(struct frame_of_chart *f, const struct plot *p, size_t i,
		       size_t j, double y);

struct scene *chart_groups(const struct chart_data *data,
			   enum chart_width width, struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);

	return draw(&f, false);
}

struct scene *chart_spread(const struct chart_data *data,
			   enum chart_width width, struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);

	return draw(&f, true);
}

static struct scene *draw(struct frame_of_chart *f, bool ranges)
{
	struct plot p = plot_of(f, ranges);

	if (!p.single && is_any_cut(f, &p))
		chart_key(f, false);
	chart_ends(f, p.left, p.right);
	for (size_t j = 0; j < f->data->category_count; j++) {
		f->top += j && !p.single ? BETWEEN : 0;
		if (p.single)
			draw_single(f, &p, j);
		else
			draw_group(f, &p, j);
	}
	f->scene->height = f->top + 4;
	return f->scene;
}

static struct plot plot_of(const struct frame_of_chart *f, bool ranges)
{
	const struct chart_data *data = f->data;
	struct plot p = {
		.ranges = ranges,
		.single = data->series_count == 1,
	};
	double most = f->narrow ? 96 : 160;

	/* One series leaves room for a word beside its number. */
	p.labels = chart_labels_width(data, chart_text(),
				      p.single ? most + 20 : most);
	for (size_t i = 0; i < data->series_count && !p.single; i++)
		if (data->series[i].slot != SLOT_NONE)
			p.indent = 20;
	p.names = p.single ? chart_categories_width(data, f->narrow ? 122 : 240)
			   : names_width(f);
	p.left = p.indent + p.names + (f->narrow ? 12 : 16);
	p.right = f->scene->width - p.labels - GAP;
	return p;
}

static double names_width(const struct frame_of_chart *f)
{
	double width = 0;

	for (size_t i = 0; i < f->data->series_count; i++)
		width = fmax(width, text_width(name_of(f, i), chart_small()));
	return fmin(ceil(width), f->narrow ? 112 : NAMES_MOST);
}

static struct str name_of(const struct frame_of_chart *f, size_t i)
{
	const struct series *series = &f->data->series[i];

	return f->narrow ? chart_short_name(series) : series->name;
}

/* Then a key says the names in full. */
static bool is_any_cut(const struct frame_of_chart *f, const struct plot *p)
{
	for (size_t i = 0; i < f->data->series_count; i++)
		if (text_width(name_of(f, i), chart_small()) > p->names)
			return true;
	return false;
}

static void draw_group(struct frame_of_chart *f, const struct plot *p, size_t j)
{
	const struct chart_data *data = f->data;

	if (data->categories[j].len) {
		chart_label(f, 0, f->top + 10, f->scene->width,
			    data->categories[j], chart_bold(), PAINT_INK);
		f->top += HEAD;
	}
	draw_grid(f, p, LINE * (double)data->series_count);
	for (size_t i = 0; i < data->series_count; i++) {
		double y = f->top + LINE / 2.0;

		if (data->series[i].slot != SLOT_NONE)
			scene_sign(f->scene, 8, y, 5, data->series[i].slot);
		chart_label_name(f, p->indent, y, p->names, name_of(f, i),
				 chart_small(), PAINT_MUTED);
		draw_series(f, p, i, j, y);
		f->top += LINE;
	}
}

static void draw_single(struct frame_of_chart *f, const struct plot *p,
			size_t j)
{
	double y = f->top + ROW / 2.0;

	draw_grid(f, p, ROW);
	chart_name(f, 0, y, p->names, f->data->categories[j], chart_text());
	draw_series(f, p, 0, j, y);
	f->top += ROW;
}

/* Of a scale that has numbers; bars have no more than where they begin. */
static void draw_grid(struct frame_of_chart *f, const struct plot *p,
		      double height)
{
	int count = p->ranges ? 5 : 1;

	for (int k = 0; k < count; k++) {
		double x = p->ranges ? p->left + (p->right - p->left) * k / 4
				     : p->left;

		scene_line(f->scene, x, f->top, x, f->top + height,
			   ink(PAINT_GRID));
	}
}

static void draw_series(struct frame_of_chart *f, const struct plot *p,
			size_t i, size_t j, double y)
{
	const struct series *s = &f->data->series[i];
	bool aligned = p->ranges || p->single;
	double end = p->left;

	if (isnan(s->values[j])) {
		struct mark *label =
			chart_label(f, p->left + GAP, y, p->right - p->left,
				    s->labels[j], chart_small(), PAINT_MUTED);

		label->stroke = ink(PAINT_SURFACE); /* over the grid */
		label->stroke_width = 4;
		return;
	}
	if (p->ranges)
		draw_range(f, p, i, j, y);
	else
		end = draw_bar(f, p, i, j, y);
	chart_figure(f, aligned ? f->scene->width : end + GAP, y, p->labels + 1,
		     s->labels[j], p->single ? chart_text() : chart_small(),
		     PAINT_INK)
		->anchor = aligned ? ANCHOR_END : ANCHOR_START;
}

/* Returns its right end. */
static double draw_bar(struct frame_of_chart *f, const struct plot *p, size_t i,
		       size_t j, double y)
{
	const struct series *s = &f->data->series[i];
	double height = p->single ? BAR_SINGLE : BAR;
	double to = chart_map(f->data, s->values[j], p->left, p->right);

	scene_rect(f->scene, p->left, y - height / 2, fmax(to - p->left, 2),
		   height,
		   s->slot == SLOT_NONE ? ink(PAINT_MUTED)
					: series_ink(s->slot))
		->radius = 2;
	return fmax(p->left + 2, to);
}

static void draw_range(struct frame_of_chart *f, const struct plot *p, size_t i,
		       size_t j, double y)
{
	const struct series *s = &f->data->series[i];
	double x = chart_map(f->data, s->values[j], p->left, p->right);

	if (s->low && s->high && !isnan(s->low[j]) && !isnan(s->high[j])) {
		double low = chart_map(f->data, s->low[j], p->left, p->right);
		double high = chart_map(f->data, s->high[j], p->left, p->right);

		scene_line(f->scene, low, y, high, y, series_ink(s->slot))
			->stroke_width = 3;
		scene_line(f->scene, low, y - 5, low, y + 5,
			   series_ink(s->slot))
			->stroke_width = 2;
		scene_line(f->scene, high, y - 5, high, y + 5,
			   series_ink(s->slot))
			->stroke_width = 2;
	}
	chart_sign(f, x, y, 6, s->slot);
}
