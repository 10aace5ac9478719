#include <math.h>

#include "chart/chart_frame.h"

/*
 * Totals on one axis, which may be cut, as places on it are read and not
 * lengths.  Two stand on one line where their names have room beside them;
 * more have a row each.
 */
enum {
	BAND_HEAD = 22,
	BAND_LINE = 16,
	LINE = 64,
	ROW = 28,
	ROW_NARROW = 44,
	MORE = 10, /* of a name in two lines */
	NAMES_MOST = 270,
	AXIS = 26,
	GAP = 14,
	SIGN = 6,
};

struct plot {
	double left, right;
	double names; /* width of the column of names; 0: none */
	bool one_line;
};

static double row_height(const struct frame_of_chart *f, const struct plot *p,
			 size_t series);
static double name_room(const struct frame_of_chart *f, const struct plot *p,
			const struct series *series);
static struct plot plot_of(const struct frame_of_chart *f);
static bool fits_one_line(const struct frame_of_chart *f, const struct plot *p);
static double beside(const struct series *series, struct arena *arena);
static struct str noted_value(const struct series *series, struct arena *arena);
static double x_of(const struct frame_of_chart *f, const struct plot *p,
		   size_t series);
static void draw_band(struct frame_of_chart *f, const struct plot *p,
		      double height);
static void draw_line(struct frame_of_chart *f, const struct plot *p);
static void draw_beside(struct frame_of_chart *f, const struct plot *p,
			size_t series, double y);
static void draw_row(struct frame_of_chart *f, const struct plot *p,
		     size_t series);
static void draw_value(struct frame_of_chart *f, const struct plot *p,
		       size_t series, double y);

struct scene *chart_lead(const struct chart_data *data, enum chart_width width,
			 struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct plot p = plot_of(&f);
	double height = 0;

	for (size_t i = 0; i < data->series_count; i++)
		height += row_height(&f, &p, i);
	draw_band(&f, &p, p.one_line ? LINE : height);
	if (p.one_line)
		draw_line(&f, &p);
	for (size_t i = 0; !p.one_line && i < data->series_count; i++) {
		draw_row(&f, &p, i);
		f.top += row_height(&f, &p, i);
	}
	scene_line(f.scene, p.left, f.top, p.right, f.top, ink(PAINT_MUTED));
	chart_ticks(&f, p.left, p.right, f.top + 14, f.top, f.top + 5);
	f.scene->height = f.top + AXIS;
	return f.scene;
}

static double row_height(const struct frame_of_chart *f, const struct plot *p,
			 size_t series)
{
	const struct series *s = &f->data->series[series];
	double row = f->narrow ? ROW_NARROW : ROW;

	return text_width(s->name, chart_name_style(s)) > name_room(f, p, s)
		       ? row + MORE
		       : row;
}

/* In the narrow layout a note stands at the other end of its line. */
static double name_room(const struct frame_of_chart *f, const struct plot *p,
			const struct series *series)
{
	double note = text_width(series->note, chart_small());

	if (!f->narrow)
		return p->names;
	return f->scene->width - 24 - (series->note.len ? note + 12 : 0);
}

static struct plot plot_of(const struct frame_of_chart *f)
{
	struct plot p = { .left = GAP, .right = f->scene->width - GAP };

	p.one_line = fits_one_line(f, &p);
	if (p.one_line || f->narrow)
		return p;
	p.names = chart_series_width(f->data, chart_bold(), NAMES_MOST);
	p.left = p.names + 24 + GAP;
	return p;
}

/* The better one has its name on the right, the other on the left. */
static bool fits_one_line(const struct frame_of_chart *f, const struct plot *p)
{
	const struct chart_data *data = f->data;

	return data->series_count == 2 && !isnan(data->series[0].values[0]) &&
	       !isnan(data->series[1].values[0]) &&
	       data->series[0].values[0] >= data->series[1].values[0] &&
	       x_of(f, p, 0) + GAP + beside(&data->series[0], f->arena) <=
		       f->scene->width &&
	       x_of(f, p, 1) - GAP - beside(&data->series[1], f->arena) >= 0;
}

static double beside(const struct series *series, struct arena *arena)
{
	return fmax(text_width(series->name, chart_bold()),
		    text_width(noted_value(series, arena), chart_text())) +
	       2;
}

static struct str noted_value(const struct series *series, struct arena *arena)
{
	return series->note.len ? ARENA_JOIN(arena, series->labels[0],
					     STR(" \xC2\xB7 "), series->note)
				: series->labels[0];
}

static double x_of(const struct frame_of_chart *f, const struct plot *p,
		   size_t series)
{
	return chart_map(f->data, f->data->series[series].values[0], p->left,
			 p->right);
}

/* What it is stands over it, as far as the frame allows. */
static void draw_band(struct frame_of_chart *f, const struct plot *p,
		      double height)
{
	const struct chart_data *data = f->data;
	double from, to;
	struct str lines[3];
	size_t count;

	if (!(data->band_low < data->band_high))
		return;
	from = chart_map(data, data->band_low, p->left, p->right);
	to = chart_map(data, data->band_high, p->left, p->right);
	count = text_balance(data->band_label, chart_small(), f->scene->width,
			     lines, 2, f->arena);
	for (size_t k = 0; k < count; k++) {
		double half = text_width(lines[k], chart_small()) / 2;

		chart_label(f,
			    fmax(fmin((from + to) / 2, f->scene->width - half),
				 half),
			    f->top + 7 + BAND_LINE * (double)k, f->scene->width,
			    lines[k], chart_small(), PAINT_BAND_INK)
			->anchor = ANCHOR_MIDDLE;
	}
	f->top += BAND_HEAD + (count > 1 ? BAND_LINE : 0);
	scene_rect(f->scene, from, f->top, fmax(to - from, 1), height,
		   ink(PAINT_BAND));
}

static void draw_line(struct frame_of_chart *f, const struct plot *p)
{
	const struct chart_data *data = f->data;
	double y = f->top + LINE / 2.0, a = x_of(f, p, 1), b = x_of(f, p, 0);
	double half = text_width(data->lead_label, chart_bold()) / 2;
	struct mark *label;

	scene_line(f->scene, a, y, b, y, ink(PAINT_INK))->stroke_width = 2;
	if (data->lead_label.len && b - a >= 2 * half + 4) {
		label = chart_label(f, (a + b) / 2, y - 14, f->scene->width,
				    data->lead_label, chart_bold(), PAINT_INK);
		label->anchor = ANCHOR_MIDDLE;
	}
	draw_beside(f, p, 1, y);
	draw_beside(f, p, 0, y);
	f->top += LINE;
}

static void draw_beside(struct frame_of_chart *f, const struct plot *p,
			size_t series, double y)
{
	const struct series *s = &f->data->series[series];
	double x = x_of(f, p, series) + (series ? -GAP : GAP);
	enum anchor anchor = series ? ANCHOR_END : ANCHOR_START;

	chart_sign(f, x_of(f, p, series), y, SIGN + 1, s->slot);
	chart_label_name(f, x, y - 9, f->scene->width, s->name, chart_bold(),
			 PAINT_INK)
		->anchor = anchor;
	chart_label(f, x, y + 10, f->scene->width, noted_value(s, f->arena),
		    chart_text(), PAINT_INK)
		->anchor = anchor;
}

/* Its name beside the line; over it when it is narrow. */
static void draw_row(struct frame_of_chart *f, const struct plot *p,
		     size_t series)
{
	const struct series *s = &f->data->series[series];
	double height = row_height(f, p, series);
	double y = f->top + (f->narrow ? height - 12 : height / 2);
	double name = f->narrow ? f->top + (height - 20) / 2 : y;
	struct mark *line;

	scene_sign(f->scene, 8, name, 5, s->slot);
	chart_name(f, 22, name, name_room(f, p, s), s->name,
		   chart_name_style(s));
	if (f->narrow && s->note.len)
		chart_label(f, f->scene->width, name, f->scene->width, s->note,
			    chart_small(), PAINT_MUTED)
			->anchor = ANCHOR_END;
	line = scene_line(f->scene, p->left, y, p->right, y, ink(PAINT_GRID));
	line->stroke_width = 1;
	if (isnan(s->values[0]))
		chart_label(f, p->left, y, p->right - p->left, s->labels[0],
			    chart_small(), PAINT_MUTED);
	else
		draw_value(f, p, series, y);
}

/* On the left of the sign; on its right where that is the first, or no room. */
static void draw_value(struct frame_of_chart *f, const struct plot *p,
		       size_t series, double y)
{
	const struct series *s = &f->data->series[series];
	double x = x_of(f, p, series);
	struct str value = f->narrow ? s->labels[0] : noted_value(s, f->arena);
	double width = text_width(value, chart_bold()) + 12;
	bool right = s->values[0] >= f->data->series[0].values[0];
	struct mark *label;

	if (x - width < p->left)
		right = true;
	if (x + width > f->scene->width)
		right = false;
	chart_sign(f, x, y, SIGN, s->slot);
	label = chart_label(f, right ? x + 12 : x - 12, y, f->scene->width,
			    value, chart_name_style(s), PAINT_INK);
	label->anchor = right ? ANCHOR_START : ANCHOR_END;
}
