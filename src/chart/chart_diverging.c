#include <math.h>

#include "chart/chart_frame.h"

enum {
	ROW = 30,
	BAR = 16,
	HEAD = 30,
	ROW_NARROW = 56,
	BAR_NARROW = 16,
	GAP = 8,
};

/* Of a side; the rest is the longest bar's. */
static const double LABEL_OF = 0.62;

struct plot {
	double left, right, middle;
	double names; /* width of the column of names */
	double reach; /* of the longest bar there can be */
	double labels;
};

static struct plot plot_of(const struct frame_of_chart *f);
static void draw_heads(struct frame_of_chart *f, const struct plot *p);
static void draw_row(struct frame_of_chart *f, const struct plot *p, size_t j);
static void draw_bar(struct frame_of_chart *f, const struct plot *p, size_t j,
		     double y);
static struct mark *put_number(struct frame_of_chart *f, const struct plot *p,
			       bool left, double end, double y,
			       struct str number);
static void put_sign(struct frame_of_chart *f, const struct plot *p, double y,
		     struct str text);

struct scene *chart_diverging(const struct chart_data *data,
			      enum chart_width width, struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct plot p = plot_of(&f);

	draw_heads(&f, &p);
	for (size_t j = 0; j < data->category_count; j++) {
		draw_row(&f, &p, j);
		f.top += f.narrow ? ROW_NARROW : ROW;
	}
	f.scene->height = f.top + 4;
	return f.scene;
}

static struct plot plot_of(const struct frame_of_chart *f)
{
	const struct chart_data *data = f->data;
	struct plot p = { .right = f->scene->width, .names = f->scene->width };

	if (!f->narrow) {
		p.names = chart_categories_width(data, 230);
		p.left = p.names + 16;
	}
	p.middle = (p.left + p.right) / 2;
	p.labels = chart_labels_width(data, chart_bold(),
				      (p.right - p.left) / 2 * LABEL_OF);
	p.reach = p.right - p.middle - GAP - p.labels;
	return p;
}

/* Each series over its side, at the outer end. */
static void draw_heads(struct frame_of_chart *f, const struct plot *p)
{
	const struct series *left = &f->data->series[0];
	const struct series *right = &f->data->series[1];
	double room = (p->right - p->left) / 2 - 20 - 12, y = f->top + 10;
	struct mark *name;

	chart_sign(f, p->left + 8, y, 6, left->slot);
	chart_label_name(f, p->left + 20, y, room, left->name,
			 chart_name_style(left), PAINT_INK);
	chart_sign(f, p->right - 8, y, 6, right->slot);
	name = chart_label_name(f, p->right - 20, y, room, right->name,
				chart_name_style(right), PAINT_INK);
	name->anchor = ANCHOR_END;
	f->top += HEAD;
}

static void draw_row(struct frame_of_chart *f, const struct plot *p, size_t j)
{
	const struct chart_data *data = f->data;
	double name = f->top + (f->narrow ? 15 : ROW / 2.0);
	double y = f->narrow ? f->top + 30 + BAR_NARROW / 2.0 : name;
	double half = f->narrow ? BAR_NARROW / 2.0 + 3 : ROW / 2.0;
	double a = data->series[0].values[j], b = data->series[1].values[j];

	chart_name(f, 0, name, p->names, data->categories[j], chart_text());
	scene_line(f->scene, p->left, y, p->right, y, ink(PAINT_GRID));
	scene_line(f->scene, p->middle, y - half, p->middle, y + half,
		   ink(PAINT_MUTED));
	if (isnan(a) || isnan(b))
		put_sign(f, p, y, data->missing);
	else if (chart_is_best(&data->series[0], j) ==
		 chart_is_best(&data->series[1], j))
		put_sign(f, p, y, STR("="));
	else
		draw_bar(f, p, j, y);
}

/* To the side of the series that is ahead. */
static void draw_bar(struct frame_of_chart *f, const struct plot *p, size_t j,
		     double y)
{
	const struct chart_data *data = f->data;
	const struct series *s = data->series;
	double lead = s[0].values[j] - s[1].values[j];
	double share = fabs(lead) / (data->max - data->min);
	double length = fmax(fmin(share, 1) * p->reach, 2);
	double height = f->narrow ? BAR_NARROW : BAR;
	bool left = chart_is_best(&s[0], j);
	double x = left ? p->middle - length : p->middle;
	struct mark *label;

	s = left ? &s[0] : &s[1];
	scene_rect(f->scene, x, y - height / 2, length, height,
		   series_ink(s->slot))
		->radius = 2;
	label = put_number(f, p, left, left ? x : x + length, y, s->labels[j]);
	label->stroke = ink(PAINT_SURFACE); /* over the row's line */
	label->stroke_width = 4;
}

/* Behind the bar; where it has no room there, on the side without a bar. */
static struct mark *put_number(struct frame_of_chart *f, const struct plot *p,
			       bool left, double end, double y,
			       struct str number)
{
	double half = (p->right - p->left) / 2 - GAP;
	double room = (left ? end - p->left : p->right - end) - GAP;
	struct text_style style = chart_bold();
	struct mark *label;

	if (!chart_figure_fit(number, style, room, f->arena).len) {
		left = !left;
		room = half;
		end = p->middle;
		if (!chart_figure_fit(number, style, room, f->arena).len)
			style = chart_small();
	}
	label = chart_figure(f, left ? end - GAP : end + GAP, y, room, number,
			     style, PAINT_INK);
	label->anchor = left ? ANCHOR_END : ANCHOR_START;
	return label;
}

static void put_sign(struct frame_of_chart *f, const struct plot *p, double y,
		     struct str text)
{
	struct mark *label = chart_label(f, p->middle, y, p->right - p->left,
					 text, chart_small(), PAINT_MUTED);

	label->anchor = ANCHOR_MIDDLE;
	label->stroke = ink(PAINT_SURFACE); /* over the centre line */
	label->stroke_width = 6;
}
