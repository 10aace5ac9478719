#include <math.h>

#include "chart/chart_frame.h"

enum {
	ROW = 32,
	BAR = 18,
	ROW_NARROW = 58,
	BAR_NARROW = 16,
	HEAD = 26,
	GAP = 8,
	LABEL_MOST = 150,
};

struct plot {
	double left, right;
	double names; /* width of the column of names */
	double mark;  /* x; or NAN */
};

static struct plot plot_of(const struct frame_of_chart *f);
static void draw_head(struct frame_of_chart *f, const struct plot *p);
static void draw_row(struct frame_of_chart *f, const struct plot *p, size_t j);
static void draw_bar(struct frame_of_chart *f, const struct plot *p, size_t j,
		     double y);
static void draw_label(struct frame_of_chart *f, size_t j, double y);
static void draw_upright(struct frame_of_chart *f, double x, double y,
			 double half, enum paint paint, double width);
static bool crosses(const struct chart_data *data, size_t j);
static bool is_missing(const struct chart_data *data, size_t j);

struct scene *chart_tornado(const struct chart_data *data,
			    enum chart_width width, struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct plot p = plot_of(&f);

	draw_head(&f, &p);
	for (size_t j = 0; j < data->category_count; j++) {
		draw_row(&f, &p, j);
		f.top += f.narrow ? ROW_NARROW : ROW;
	}
	f.scene->height = f.top + 4;
	return f.scene;
}

/* Labels stand to the right of the bars; over them when it is narrow. */
static struct plot plot_of(const struct frame_of_chart *f)
{
	const struct chart_data *data = f->data;
	double labels =
		chart_names_width(data->series[0].labels, data->category_count,
				  chart_bold(), LABEL_MOST);
	struct plot p = { .right = f->scene->width, .mark = NAN };

	if (!f->narrow) {
		p.names = chart_categories_width(data, 230);
		p.left = p.names + 20;
		p.right -= labels + 2 * GAP;
	}
	if (data->mark >= data->min && data->mark <= data->max)
		p.mark = chart_map(data, data->mark, p.left, p.right);
	return p;
}

/* What the mark is, over its line as far as the frame allows. */
static void draw_head(struct frame_of_chart *f, const struct plot *p)
{
	double half, most = f->scene->width;
	struct str text;

	if (isnan(p->mark) || !f->data->mark_label.len)
		return;
	text = text_fit(f->data->mark_label, chart_small(), most, f->arena);
	half = text_width(text, chart_small()) / 2;
	chart_label(f, fmax(fmin(p->mark, most - half), half), f->top + 8, most,
		    text, chart_small(), PAINT_MUTED)
		->anchor = ANCHOR_MIDDLE;
	f->top += HEAD;
}

static void draw_row(struct frame_of_chart *f, const struct plot *p, size_t j)
{
	const struct chart_data *data = f->data;
	double y = f->top + ROW / 2.0, names = p->names;
	double half = ROW / 2.0;

	if (f->narrow) {
		struct str label = is_missing(data, j)
					   ? data->missing
					   : data->series[0].labels[j];

		y = f->top + 40;
		half = BAR_NARROW / 2.0 + 3;
		names = f->scene->width - GAP -
			fmin(text_width(label, chart_bold()), LABEL_MOST);
	}
	chart_name(f, 0, f->narrow ? f->top + 15 : y, names,
		   data->categories[j], chart_text());
	if (!is_missing(data, j))
		draw_bar(f, p, j, y);
	draw_upright(f, p->mark, y, half, PAINT_MUTED, 1);
	if (!is_missing(data, j))
		draw_upright(f,
			     chart_map(data, data->series[0].values[j], p->left,
				       p->right),
			     y, half, PAINT_INK, 2);
	draw_label(f, j, y);
}

/* In the accent colour where it takes the lead with it. */
static void draw_bar(struct frame_of_chart *f, const struct plot *p, size_t j,
		     double y)
{
	const struct series *s = &f->data->series[0];
	double height = f->narrow ? BAR_NARROW : BAR;
	double from = chart_map(f->data, s->low[j], p->left, p->right);
	double to = chart_map(f->data, s->high[j], p->left, p->right);

	scene_rect(f->scene, from, y - height / 2, fmax(to - from, 1), height,
		   ink(crosses(f->data, j) ? PAINT_ACCENT : PAINT_MUTED))
		->radius = 2;
}

/* In a column of their own; over the end of the bar when it is narrow. */
static void draw_label(struct frame_of_chart *f, size_t j, double y)
{
	const struct series *s = &f->data->series[0];
	bool missing = is_missing(f->data, j), far = crosses(f->data, j);
	struct text_style style = missing ? chart_small()
				  : far	  ? chart_bold()
					  : chart_text();

	chart_label(f, f->scene->width, f->narrow ? f->top + 15 : y, LABEL_MOST,
		    missing ? f->data->missing : s->labels[j], style,
		    far ? PAINT_INK : PAINT_MUTED)
		->anchor = ANCHOR_END;
}

/* On a ground of its own, so that it is seen on a bar as well. */
static void draw_upright(struct frame_of_chart *f, double x, double y,
			 double half, enum paint paint, double width)
{
	if (isnan(x))
		return;
	scene_line(f->scene, x, y - half, x, y + half, ink(PAINT_SURFACE))
		->stroke_width = width + 2;
	scene_line(f->scene, x, y - half, x, y + half, ink(paint))
		->stroke_width = width;
}

static bool crosses(const struct chart_data *data, size_t j)
{
	return !is_missing(data, j) && chart_is_best(&data->series[0], j);
}

static bool is_missing(const struct chart_data *data, size_t j)
{
	const struct series *s = &data->series[0];

	return !s->low || !s->high || isnan(s->values[j]) || isnan(s->low[j]) ||
	       isnan(s->high[j]);
}
