#include <math.h>

#include "render/chart_frame.h"

/*
 * A table.  Where its columns do not fit side by side, it goes on below with
 * the rest of them, so that numbers are never cut for want of room.
 */
enum {
	ROW = 32,
	HEAD = 44,
	COLUMN = 42, /* the narrowest */
	COLUMN_MOST = 110,
	COLUMNS_NARROW = 4,
	BETWEEN = 20, /* blocks */
};

struct table {
	double left, column; /* of the cells; the width of each */
	double names;	     /* width of the column of names */
	size_t columns;	     /* side by side */
};

static struct table table_of(const struct frame_of_chart *f);
static bool has_long_head(const struct frame_of_chart *f,
			  const struct table *t);
static void draw_block(struct frame_of_chart *f, const struct table *t,
		       size_t first, size_t end);
static void draw_head(struct frame_of_chart *f, const struct table *t, double x,
		      const struct series *series);
static void draw_cell(struct frame_of_chart *f, const struct table *t, double x,
		      size_t i, size_t j, double best);
static double best_of(const struct chart_data *data, size_t j);
static struct ink shade_of(const struct chart_data *data, double value);

struct scene *chart_heat(const struct chart_data *data, enum chart_width width,
			 struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct table t = table_of(&f);
	size_t end;

	if (has_long_head(&f, &t))
		chart_key(&f, false);
	for (size_t i = 0; i < data->series_count; i = end) {
		end = i + t.columns;
		end = end < data->series_count ? end : data->series_count;
		f.top += i ? BETWEEN : 0;
		draw_block(&f, &t, i, end);
	}
	f.scene->height = f.top + 2;
	return f.scene;
}

/* Blocks of about as many columns each; names take what room is left over. */
static struct table table_of(const struct frame_of_chart *f)
{
	const struct chart_data *data = f->data;
	double count = (double)data->series_count;
	double need = fmax(
		COLUMN,
		chart_labels_width(data, chart_bold(), COLUMN_MOST - 10) + 10);
	double spare = f->scene->width - 12 - count * fmax(need, 96);
	double names = chart_names_width(data->categories, data->category_count,
					 chart_text(),
					 f->narrow ? 120 : fmax(spare, 196));
	double room = f->scene->width - names - 12;
	double most = fmax(floor(room / need), 1), blocks;

	if (f->narrow)
		most = fmin(most, COLUMNS_NARROW);
	blocks = ceil(count / most);
	most = blocks > 0 ? ceil(count / blocks) : 1;
	return (struct table){
		.left = names + 12,
		.column = room / most,
		.names = names,
		.columns = (size_t)most,
	};
}

/* Then a key says the names in full. */
static bool has_long_head(const struct frame_of_chart *f, const struct table *t)
{
	for (size_t i = 0; i < f->data->series_count; i++)
		if (text_width(chart_short_name(&f->data->series[i]),
			       chart_small()) > t->column - 4)
			return true;
	return false;
}

static void draw_block(struct frame_of_chart *f, const struct table *t,
		       size_t first, size_t end)
{
	const struct chart_data *data = f->data;

	for (size_t i = first; i < end; i++)
		draw_head(f, t, t->left + t->column * (double)(i - first),
			  &data->series[i]);
	f->top += HEAD;
	for (size_t j = 0; j < data->category_count; j++) {
		double best = best_of(data, j);

		chart_name(f, 0, f->top + ROW / 2.0, t->names,
			   data->categories[j], chart_text());
		for (size_t i = first; i < end; i++)
			draw_cell(f, t,
				  t->left + t->column * (double)(i - first), i,
				  j, best);
		f->top += ROW;
	}
}

static void draw_head(struct frame_of_chart *f, const struct table *t, double x,
		      const struct series *series)
{
	chart_sign(f, x + t->column / 2, f->top + 9, 6, series->slot);
	chart_label(f, x + t->column / 2, f->top + 28, t->column - 4,
		    chart_short_name(series), chart_small(), PAINT_INK)
		->anchor = ANCHOR_MIDDLE;
}

/* A missing value has no shade, which would be that of a low one. */
static void draw_cell(struct frame_of_chart *f, const struct table *t, double x,
		      size_t i, size_t j, double best)
{
	const struct series *s = &f->data->series[i];
	double value = s->values[j], y = f->top + ROW / 2.0;
	bool missing = isnan(value), is_best = value > best - 1e-9;

	if (!missing)
		scene_rect(f->scene, x + 1, f->top + 1, t->column - 2, ROW - 2,
			   shade_of(f->data, value))
			->radius = 3;
	chart_label(f, x + t->column / 2, y, t->column - 6,
		    missing ? STR("\xE2\x80\x93") : s->labels[j],
		    is_best ? chart_bold() : chart_text(),
		    missing ? PAINT_MUTED : PAINT_INK)
		->anchor = ANCHOR_MIDDLE;
}

/* The highest of the row; infinite where all are alike, so none stands out. */
static double best_of(const struct chart_data *data, size_t j)
{
	double low = INFINITY, high = -INFINITY;

	for (size_t i = 0; i < data->series_count; i++) {
		low = fmin(low, data->series[i].values[j]);
		high = fmax(high, data->series[i].values[j]);
	}
	return high - low > 1e-9 ? high : INFINITY;
}

static struct ink shade_of(const struct chart_data *data, double value)
{
	double shade = chart_map(data, value, 0, PALETTE_SHADES);

	return shade_ink((size_t)fmin(shade, PALETTE_SHADES - 1));
}
