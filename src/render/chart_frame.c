#include "render/chart_frame.h"

#include <math.h>

enum { KEY_LINE = 24, MARGIN = 24, SMALL = 13 };

struct text_style chart_text(void)
{
	return (struct text_style){ FONT_BODY, 14, false };
}

struct text_style chart_bold(void)
{
	return (struct text_style){ FONT_BODY, 14, true };
}

struct text_style chart_small(void)
{
	return (struct text_style){ FONT_BODY, SMALL, false };
}

struct frame_of_chart chart_begin(const struct chart_data *data,
				  enum chart_width width, struct arena *arena)
{
	struct scene *scene = scene_new(chart_width_of(width), 0, arena);

	scene->title = data->title;
	scene->description = data->description;
	scene->margin = MARGIN;
	return (struct frame_of_chart){
		.data = data,
		.scene = scene,
		.narrow = width == CHART_NARROW,
		.top = 4,
		.arena = arena,
	};
}

void chart_key(struct frame_of_chart *f, bool with_totals)
{
	const struct chart_data *data = f->data;
	double x = 0, most = f->scene->width - 26;

	if (data->series_count < 2)
		return;
	for (size_t i = 0; i < data->series_count; i++) {
		const struct series *series = &data->series[i];
		struct str total =
			with_totals ? series->labels[data->category_count - 1]
				    : (struct str){ "", 0 };
		double room =
			text_width(total, chart_bold()) + (total.len ? 6 : 0);
		struct str name = text_fit(series->name, chart_text(),
					   most - room, f->arena);
		double width = text_width(name, chart_text());

		if (x > 0 && x + 22 + width + room > f->scene->width) {
			x = 0;
			f->top += KEY_LINE;
		}
		scene_sign(f->scene, x + 8, f->top + 10, 6, series->slot);
		scene_text(f->scene, x + 20, f->top + 15, name, chart_text(),
			   ink(PAINT_INK));
		if (total.len)
			scene_text(f->scene, x + 20 + width + 6, f->top + 15,
				   total, chart_bold(), ink(PAINT_INK));
		x += 22 + width + room + 18;
	}
	f->top += KEY_LINE + 8;
}

void chart_name(struct frame_of_chart *f, double x, double y, double width,
		struct str name, struct text_style style)
{
	struct text_style small = { style.font, SMALL, style.bold };
	struct str lines[2];
	size_t count;

	if (text_width(name, style) <= width) {
		scene_text(f->scene, x, y + 5, name, style, ink(PAINT_INK));
		return;
	}
	count = text_wrap(name, small, width, lines, 2, f->arena);
	for (size_t i = 0; i < count; i++)
		scene_text(f->scene, x,
			   count == 1 ? y + 4 : y - 4 + 14 * (double)i,
			   lines[i], small, ink(PAINT_INK));
}

double chart_names_width(const struct str *names, size_t count,
			 struct text_style style, double most)
{
	double width = 0;

	for (size_t i = 0; i < count; i++)
		width = fmax(width, text_width(names[i], style));
	return fmin(ceil(width), most);
}

double chart_map(const struct chart_data *data, double value, double from,
		 double to)
{
	double share = (value - data->min) / (data->max - data->min);

	return from + (share < 0 ? 0 : share > 1 ? 1 : share) * (to - from);
}
