#include "chart/chart_frame.h"

#include <math.h>
#include <string.h>

/* CSS pixels: a phone of 320 less the margins of a page, and a column. */
enum { WIDE = 720, NARROW = 288 };

enum { MARGIN = 24, MARGIN_NARROW = 12 }; /* of a file */
enum {
	KEY_LINE = 24,
	SMALL = 13,
	NUMBER = 24,
	NUMBER_LINE = 20,
	ENDS = 22,
	END_LINE = 16
};

static size_t number_columns(const struct frame_of_chart *f);
static size_t number_end(struct str number);
static double width_in(struct str text, struct text_style style);

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
	struct scene *scene =
		scene_new(width == CHART_NARROW ? NARROW : WIDE, 0, arena);

	scene->title = data->title;
	scene->description = data->description;
	scene->margin = width == CHART_NARROW ? MARGIN_NARROW : MARGIN;
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
		struct str name = text_fit_name(series->name, chart_text(),
						most - room, f->arena);
		double width = text_width(name, chart_text());

		if (x > 0 && x + 22 + width + room > f->scene->width) {
			x = 0;
			f->top += KEY_LINE;
		}
		chart_sign(f, x + 8, f->top + 10, 6, series->slot);
		scene_text(f->scene, x + 20, f->top + 15, name, chart_text(),
			   ink(PAINT_INK));
		if (total.len)
			scene_text(f->scene, x + 20 + width + 6, f->top + 15,
				   total, chart_name_style(series),
				   ink(PAINT_INK));
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
	count = text_wrap_name(name, small, width, lines, 2, f->arena);
	for (size_t i = 0; i < count; i++)
		scene_text(f->scene, x,
			   count == 1 ? y + 4 : y - 4 + 14 * (double)i,
			   lines[i], small, ink(PAINT_INK));
}

size_t chart_wrap(const struct frame_of_chart *f, struct str name, double width,
		  struct str lines[2], bool *whole)
{
	size_t count =
		text_wrap_name(name, chart_small(), width, lines, 2, f->arena);
	struct str dots = STR("\xE2\x80\xA6");
	size_t len = 0;

	for (size_t k = 0; k < count; k++)
		len += lines[k].len;
	*whole = len + (count == 2) == name.len &&
		 !(count &&
		   str_find_str(lines[count - 1], dots) < lines[count - 1].len);
	return count;
}

struct mark *chart_label_name(struct frame_of_chart *f, double x, double y,
			      double width, struct str name,
			      struct text_style style, enum paint paint)
{
	name = text_fit_name(name, style, width, f->arena);
	return chart_label(f, x, y, width, name, style, paint);
}

struct mark *chart_label(struct frame_of_chart *f, double x, double y,
			 double width, struct str text, struct text_style style,
			 enum paint paint)
{
	return scene_text(f->scene, x, y + 0.36 * style.size,
			  text_fit(text, style, width, f->arena), style,
			  ink(paint));
}

struct mark *chart_figure(struct frame_of_chart *f, double x, double y,
			  double width, struct str number,
			  struct text_style style, enum paint paint)
{
	struct str fit = chart_figure_fit(number, style, width, f->arena);

	/* "not scored" says as much when it is cut. */
	if (!text_has_figures(number))
		return chart_label(f, x, y, width, number, style, paint);
	return scene_text(f->scene, x, y + 0.36 * style.size, fit, style,
			  ink(paint));
}

struct str chart_figure_fit(struct str number, struct text_style style,
			    double width, struct arena *arena)
{
	size_t end = number_end(number);
	struct str bare = str_slice(number, 0, end);
	struct str unit = str_slice(number, end, number.len);

	if (text_width(number, style) <= width)
		return number;
	if (!text_has_figures(bare) || text_has_figures(unit))
		return str_slice(number, 0, 0);
	if (text_width(bare, style) <= width)
		return bare;
	end = str_find_str(bare, unit);
	if (end == bare.len)
		return str_slice(number, 0, 0);
	bare = ARENA_JOIN(arena, str_slice(bare, 0, end),
			  str_slice(bare, end + unit.len, bare.len));
	return text_width(bare, style) <= width ? bare
						: str_slice(number, 0, 0);
}

/* Where the last space is, which may be one that does not break. */
static size_t number_end(struct str number)
{
	size_t end = number.len;

	while (end) {
		struct str before = str_slice(number, 0, end);

		if (str_ends(before, " "))
			return end - 1;
		if (str_ends(before, "\u00A0"))
			return end - strlen("\u00A0");
		end--;
	}
	return 0;
}

void chart_sign(struct frame_of_chart *f, double x, double y, double radius,
		size_t slot)
{
	if (slot != SLOT_NONE)
		scene_sign(f->scene, x, y, radius, slot);
	else
		scene_rect(f->scene, x - radius, y - radius, 2 * radius,
			   2 * radius, series_ink(slot))
			->radius = 3;
}

struct str chart_number(const struct frame_of_chart *f, size_t category)
{
	return arena_printf(f->arena, "%zu", category + 1);
}

/* Down a column, then to the next. */
void chart_numbers(struct frame_of_chart *f)
{
	size_t count = f->data->category_count, columns = number_columns(f);
	size_t rows = (count + columns - 1) / columns;
	double width = f->scene->width / (double)columns;
	struct text_style bold = { FONT_BODY, SMALL, true };

	for (size_t j = 0; j < count; j++) {
		double x = width * (double)(j / rows);
		double y = f->top + NUMBER_LINE * ((double)(j % rows) + 0.5);

		chart_label(f, x + NUMBER - 7, y, NUMBER, chart_number(f, j),
			    bold, PAINT_INK)
			->anchor = ANCHOR_END;
		chart_label(f, x + NUMBER, y, width - NUMBER - 10,
			    f->data->categories[j], chart_small(), PAINT_MUTED);
	}
	f->top += NUMBER_LINE * (double)rows + 6;
}

/* As many as have room for the longest name, or nearly; one always has. */
static size_t number_columns(const struct frame_of_chart *f)
{
	const struct chart_data *data = f->data;
	double most = f->narrow ? 250 : 300;
	double width = NUMBER + 10 +
		       chart_names_width(data->categories, data->category_count,
					 chart_small(), most);
	size_t columns = (size_t)(f->scene->width / width);

	return columns > 4 ? 4 : columns;
}

double chart_categories_width(const struct chart_data *data, double most)
{
	return chart_names_width(data->categories, data->category_count,
				 chart_text(), most);
}

double chart_names_width(const struct str *names, size_t count,
			 struct text_style style, double most)
{
	double width = 0;

	for (size_t i = 0; i < count; i++)
		width = fmax(width, width_in(names[i], style));
	return fmin(ceil(width), most);
}

/* What may be bold need not be, and some signs are wider when they are not. */
static double width_in(struct str text, struct text_style style)
{
	double width = text_width(text, style);

	style.bold = false;
	return fmax(width, text_width(text, style));
}

double chart_map(const struct chart_data *data, double value, double from,
		 double to)
{
	double share = (value - data->min) / (data->max - data->min);

	return from + (share < 0 ? 0 : share > 1 ? 1 : share) * (to - from);
}

double chart_series_width(const struct chart_data *data,
			  struct text_style style, double most)
{
	double width = 0;

	for (size_t i = 0; i < data->series_count; i++)
		width = fmax(width, width_in(data->series[i].name, style));
	return fmin(ceil(width), most);
}

double chart_labels_width(const struct chart_data *data,
			  struct text_style style, double most)
{
	double width = 0;

	for (size_t i = 0; i < data->series_count; i++) {
		const struct series *s = &data->series[i];

		for (size_t j = 0; j < data->category_count; j++)
			if (!isnan(s->values[j]))
				width = fmax(width,
					     width_in(s->labels[j], style));
	}
	return fmin(ceil(width), most);
}

struct str chart_short_name(const struct series *series)
{
	return series->short_name.len ? series->short_name : series->name;
}

struct text_style chart_name_style(const struct series *series)
{
	return series->leads ? chart_bold() : chart_text();
}

bool chart_is_best(const struct series *series, size_t category)
{
	return series->best && series->best[category];
}

/* The better end, which says more, goes on in a second line if need be. */
void chart_ends(struct frame_of_chart *f, double left, double right)
{
	const struct chart_data *data = f->data;
	double most = (right - left) / (data->high_end.len ? 3 : 1);
	double low = fmin(text_width(data->low_end, chart_small()), most);
	struct str lines[2];
	size_t count;

	if (!data->low_end.len)
		return;
	chart_label(f, left, f->top + 8, low + 1, data->low_end, chart_small(),
		    PAINT_MUTED);
	f->top += ENDS;
	if (!data->high_end.len)
		return;
	count = text_wrap(data->high_end, chart_small(),
			  right - left - low - 12, lines, 2, f->arena);
	for (size_t i = 0; i < count; i++)
		chart_label(f, right, f->top - ENDS + 8 + END_LINE * (double)i,
			    right - left, lines[i], chart_small(), PAINT_MUTED)
			->anchor = ANCHOR_END;
	f->top += count > 1 ? END_LINE : 0;
}

void chart_ticks(struct frame_of_chart *f, double left, double right, double y,
		 double top, double bottom)
{
	const struct chart_data *data = f->data;
	double free_from = 0;

	for (size_t k = 0; k < data->tick_count; k++) {
		const struct tick *tick = &data->ticks[k];
		double x = chart_map(data, tick->at, left, right);

		scene_line(f->scene, x, top, x, bottom,
			   ink(tick->at == 0 ? PAINT_MUTED : PAINT_GRID));
	}
	for (size_t k = 0; k < data->tick_count; k++) {
		const struct tick *tick = &data->ticks[k];
		double x = chart_map(data, tick->at, left, right);
		double half = text_width(tick->label, chart_small()) / 2;
		double at = fmax(fmin(x, f->scene->width - half), half);

		if (at - half < free_from)
			continue;
		chart_label(f, at, y, f->scene->width, tick->label,
			    chart_small(), PAINT_MUTED)
			->anchor = ANCHOR_MIDDLE;
		free_from = at + half + 6;
	}
}
