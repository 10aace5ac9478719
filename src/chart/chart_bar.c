#include <math.h>

#include "chart/chart_frame.h"

enum {
	ROW = 40,
	BAR = 20,
	NOTE = 18, /* under a bar: what its value is a mean over */
	GAP_NARROW = 14,
	BAR_NARROW = 14,
	BAR_MANY = 8, /* in the narrow layout, of more than FEW */
	FEW = 5,
	NAMES_MOST = 290,
	VALUES_MOST = 200,
	VALUES_NARROW = 150,
};

static void draw_row(struct frame_of_chart *f, size_t i, double names,
		     double values);
static double draw_row_narrow(struct frame_of_chart *f, size_t i);
static void draw_bar(struct frame_of_chart *f, size_t i, double x, double y,
		     double width, double height);
static void draw_note(struct frame_of_chart *f, size_t i, double x, double y);
static struct str label_of(const struct chart_data *data, size_t i);

struct scene *chart_bars(const struct chart_data *data, enum chart_width width,
			 struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	double names = chart_series_width(data, chart_bold(), NAMES_MOST),
	       values = 0;

	for (size_t i = 0; i < data->series_count; i++)
		values = fmax(values,
			      chart_names_width(data->series[i].labels, 1,
						chart_bold(), VALUES_MOST));
	for (size_t i = 0; i < data->series_count; i++) {
		if (f.narrow)
			f.top = draw_row_narrow(&f, i) + GAP_NARROW;
		else
			draw_row(&f, i, names, values);
		f.top += f.narrow ? 0 : ROW;
	}
	f.top -= f.narrow ? GAP_NARROW - 4 : ROW - BAR - 4;
	if (!f.narrow && data->series[data->series_count - 1].note.len)
		f.top += NOTE;
	f.top += data->low_end.len ? 4 : 0;
	chart_ends(&f, f.narrow ? 0 : 24 + names + 14,
		   f.scene->width - (f.narrow ? 0 : values + 14));
	f.scene->height = f.top;
	return f.scene;
}

/* Name, track and bar, value: three columns. */
static void draw_row(struct frame_of_chart *f, size_t i, double names,
		     double values)
{
	const struct series *s = &f->data->series[i];
	struct text_style style =
		chart_is_best(s, 0) ? chart_bold() : chart_text();
	double left = 24 + names + 14;
	double width = f->scene->width - left - values - 14;

	scene_sign(f->scene, 8, f->top + BAR / 2.0, 6, s->slot);
	chart_name(f, 24, f->top + BAR / 2.0, names, s->name, style);
	draw_bar(f, i, left, f->top, width, BAR);
	draw_note(f, i, left, f->top + BAR);
	chart_figure(f, f->scene->width, f->top + BAR / 2.0, values,
		     label_of(f->data, i), style,
		     isnan(s->values[0]) ? PAINT_MUTED : PAINT_INK)
		->anchor = ANCHOR_END;
}

/*
 * Name and value over the bar, which takes the whole width; a name of two
 * lines puts it lower.  Its lower edge.
 */
static double draw_row_narrow(struct frame_of_chart *f, size_t i)
{
	const struct series *s = &f->data->series[i];
	struct text_style style =
		chart_is_best(s, 0) ? chart_bold() : chart_text();
	struct str value = label_of(f->data, i);
	double own = fmin(text_width(value, style), VALUES_NARROW);
	double room = f->scene->width - 24 - own - 12;
	double bar = f->data->series_count > FEW ? BAR_MANY : BAR_NARROW;
	double name = f->top + (text_width(s->name, style) > room ? 13 : 9);
	double y = 2 * name - f->top + 4;

	scene_sign(f->scene, 8, name, 6, s->slot);
	chart_name(f, 24, name, room, s->name, style);
	chart_figure(f, f->scene->width, name, own, value, style,
		     isnan(s->values[0]) ? PAINT_MUTED : PAINT_INK)
		->anchor = ANCHOR_END;
	draw_bar(f, i, 0, y, f->scene->width, bar);
	draw_note(f, i, 0, y + bar);
	return y + bar + (s->note.len ? NOTE : 0);
}

static void draw_bar(struct frame_of_chart *f, size_t i, double x, double y,
		     double width, double height)
{
	const struct chart_data *data = f->data;
	double to;

	scene_rect(f->scene, x, y, width, height, ink(PAINT_PANEL))->radius = 4;
	if (isnan(data->series[i].values[0]))
		return;
	to = chart_map(data, data->series[i].values[0], x, x + width);
	scene_rect(f->scene, x, y, fmax(to - x, 2), height,
		   series_ink(data->series[i].slot))
		->radius = 4;
}

static void draw_note(struct frame_of_chart *f, size_t i, double x, double y)
{
	struct str note = f->data->series[i].note;

	if (note.len)
		chart_label(f, x, y + NOTE / 2.0 + 1, f->scene->width - x, note,
			    chart_small(), PAINT_MUTED);
}

static struct str label_of(const struct chart_data *data, size_t i)
{
	return data->series[i].labels[0];
}
