#include <math.h>

#include "chart/chart_frame.h"

/*
 * Bars cut in pieces.  Of a stack, a row is a series and a piece what a
 * category adds; of shares, a row is a category and a piece a series' share.
 */
enum { ROW = 40, BAR = 26, ROW_NARROW = 60, BAR_NARROW = 26 };

struct rows {
	bool shares;
	size_t count, piece_count;
	double names; /* width of the column of names */
	double whole; /* what the full width stands for */
	struct str *numbers;
};

static struct scene *draw(struct frame_of_chart *f, struct rows *rows);
static double whole_of(const struct chart_data *data, const struct rows *rows);
static double value_at(const struct chart_data *data, const struct rows *rows,
		       size_t row, size_t piece);
static void draw_shades(struct frame_of_chart *f);
static void draw_row(struct frame_of_chart *f, const struct rows *rows,
		     size_t row);
static void draw_pieces(struct frame_of_chart *f, const struct rows *rows,
			size_t row, double x, double y);
static void draw_text(struct frame_of_chart *f, const struct rows *rows,
		      size_t row, size_t piece, struct mark bar);
static struct ink shade_of(size_t series);

struct scene *chart_stacks(const struct chart_data *data,
			   enum chart_width width, struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct rows rows = {
		.count = data->series_count,
		.piece_count = data->category_count,
		.names = 24 + chart_series_width(data, chart_bold(), 230),
		.numbers = arena_array(arena, struct str, data->category_count),
	};

	for (size_t j = 0; j < data->category_count; j++)
		rows.numbers[j] = chart_number(&f, j);
	draw(&f, &rows);
	f.top += 4;
	chart_numbers(&f);
	f.scene->height = f.top;
	return f.scene;
}

struct scene *chart_shares(const struct chart_data *data,
			   enum chart_width width, struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct rows rows = {
		.shares = true,
		.count = data->category_count,
		.piece_count = data->series_count,
		.names = chart_categories_width(data, 230),
	};

	draw_shades(&f);
	return draw(&f, &rows);
}

static struct scene *draw(struct frame_of_chart *f, struct rows *rows)
{
	rows->whole = whole_of(f->data, rows);
	for (size_t i = 0; i < rows->count; i++) {
		draw_row(f, rows, i);
		f->top += f->narrow ? ROW_NARROW : ROW;
	}
	f->scene->height = f->top;
	return f->scene;
}

/* The end of the domain, and no less than any row adds up to. */
static double whole_of(const struct chart_data *data, const struct rows *rows)
{
	double whole = data->max;

	for (size_t i = 0; i < rows->count; i++) {
		double sum = 0;

		for (size_t k = 0; k < rows->piece_count; k++)
			sum += fmax(value_at(data, rows, i, k), 0);
		whole = fmax(whole, sum);
	}
	return whole > 0 ? whole : 1;
}

static double value_at(const struct chart_data *data, const struct rows *rows,
		       size_t row, size_t piece)
{
	return rows->shares ? data->series[piece].values[row]
			    : data->series[row].values[piece];
}

/* The key: what the shades stand for. */
static void draw_shades(struct frame_of_chart *f)
{
	const struct chart_data *data = f->data;
	double x = 0;

	for (size_t i = 0; i < data->series_count; i++) {
		struct str name =
			text_fit_name(data->series[i].name, chart_small(),
				      f->scene->width - 22, f->arena);
		double width = 20 + text_width(name, chart_small());

		if (x > 0 && x + width > f->scene->width) {
			x = 0;
			f->top += 22;
		}
		scene_rect(f->scene, x, f->top + 3, 14, 14, shade_of(i))
			->radius = 2;
		chart_label(f, x + 20, f->top + 10, f->scene->width, name,
			    chart_small(), PAINT_INK);
		x += width + 16;
	}
	f->top += 34;
}

/* The name beside the bar; over it when it is narrow. */
static void draw_row(struct frame_of_chart *f, const struct rows *rows,
		     size_t row)
{
	const struct chart_data *data = f->data;
	double x = rows->shares ? 0 : 24;
	double names = (f->narrow ? f->scene->width : rows->names) - x;
	double middle = f->top + (f->narrow ? 11 : BAR / 2.0);

	if (!rows->shares)
		scene_sign(f->scene, 8, middle, 6, data->series[row].slot);
	chart_name(f, x, middle, names,
		   rows->shares ? data->categories[row]
				: data->series[row].name,
		   rows->shares ? chart_text()
				: chart_name_style(&data->series[row]));
	if (f->narrow)
		draw_pieces(f, rows, row, 0, f->top + 26);
	else
		draw_pieces(f, rows, row, rows->names + 16, f->top);
}

static void draw_pieces(struct frame_of_chart *f, const struct rows *rows,
			size_t row, double x, double y)
{
	const struct chart_data *data = f->data;
	double height = f->narrow ? BAR_NARROW : BAR;
	double scale = (f->scene->width - x) / rows->whole;
	struct mark *track;
	bool any = false;

	track = scene_rect(f->scene, x, y, f->scene->width - x, height,
			   ink(PAINT_PANEL));
	track->radius = 3;
	track->is_solid = true;
	for (size_t k = 0; k < rows->piece_count; k++) {
		double value = value_at(data, rows, row, k);
		struct mark *bar;

		any |= !isnan(value);
		if (!(value > 0))
			continue;
		bar = scene_rect(f->scene, x, y,
				 fmax(value * scale - 1.5, 0.75), height,
				 rows->shares
					 ? shade_of(k)
					 : series_ink(data->series[row].slot));
		bar->radius = 2;
		bar->is_solid = true;
		draw_text(f, rows, row, k, *bar);
		x += value * scale;
	}
	if (!any)
		chart_label(f, x + 8, y + height / 2, f->scene->width - x - 16,
			    data->missing, chart_small(), PAINT_MUTED);
}

/* The number of the category, or the label; nothing where it is too narrow. */
static void draw_text(struct frame_of_chart *f, const struct rows *rows,
		      size_t row, size_t piece, struct mark bar)
{
	struct text_style style = { FONT_BODY, 13, !rows->shares };
	struct str text = rows->shares ? f->data->series[piece].labels[row]
				       : rows->numbers[piece];

	if (bar.width < 13 || text_width(text, style) + 4 > bar.width)
		return;
	chart_label(f, bar.x + bar.width / 2, bar.y + bar.height / 2, bar.width,
		    text, style, rows->shares ? PAINT_INK : PAINT_SURFACE)
		->anchor = ANCHOR_MIDDLE;
}

/* The strongest first; there are no more series than shades. */
static struct ink shade_of(size_t series)
{
	return shade_ink(PALETTE_SHADES - 1 - series % PALETTE_SHADES);
}
