#include <math.h>

#include "chart/chart_frame.h"

/*
 * A table.  Where its columns do not fit side by side, it goes on below with
 * the rest of them, so that numbers are never cut for want of room.
 */
enum {
	ROW = 32,
	HEAD = 42,
	LINE = 15,   /* of a head */
	COLUMN = 42, /* the narrowest */
	COLUMN_MOST = 110,
	COLUMNS_NARROW = 4,
	BETWEEN = 20, /* blocks */
};

struct head {
	struct str lines[2];
	size_t line_count;
};

struct table {
	double left, column; /* of the cells; the width of each */
	double names;	     /* width of the column of names */
	size_t columns;	     /* side by side */
	struct head *heads;  /* of the series */
	size_t head_lines;
	bool any_cut; /* then a key says the names in full */
};

static struct table table_of(const struct frame_of_chart *f);
static struct head *heads_of(const struct frame_of_chart *f, struct table *t);
static void draw_block(struct frame_of_chart *f, const struct table *t,
		       size_t first, size_t end);
static void draw_head(struct frame_of_chart *f, const struct table *t, double x,
		      size_t i);
static void draw_cell(struct frame_of_chart *f, const struct table *t, double x,
		      size_t i, size_t j);
static struct ink shade_of(const struct chart_data *data, double value);

struct scene *chart_heat(const struct chart_data *data, enum chart_width width,
			 struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct table t = table_of(&f);
	size_t end;

	t.heads = heads_of(&f, &t);
	if (t.any_cut)
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
	double names = chart_categories_width(
		data, f->narrow ? 132 : fmax(spare, 196));
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

static struct head *heads_of(const struct frame_of_chart *f, struct table *t)
{
	size_t count = f->data->series_count;
	struct head *heads = arena_array(f->arena, struct head, count);

	for (size_t i = 0; i < count; i++) {
		struct str name = chart_short_name(&f->data->series[i]);
		double room = t->column - 4;
		bool whole;

		heads[i].line_count =
			chart_wrap(f, name, room, heads[i].lines, &whole);
		if (!whole) {
			heads[i].lines[0] =
				text_fit(name, chart_small(), room, f->arena);
			heads[i].line_count = 1;
			t->any_cut = true;
		}
		if (heads[i].line_count > t->head_lines)
			t->head_lines = heads[i].line_count;
	}
	return heads;
}

static void draw_block(struct frame_of_chart *f, const struct table *t,
		       size_t first, size_t end)
{
	const struct chart_data *data = f->data;

	for (size_t i = first; i < end; i++)
		draw_head(f, t, t->left + t->column * (double)(i - first), i);
	f->top += HEAD + LINE * ((double)t->head_lines - 1);
	for (size_t j = 0; j < data->category_count; j++) {
		chart_name(f, 0, f->top + ROW / 2.0, t->names,
			   data->categories[j], chart_text());
		for (size_t i = first; i < end; i++)
			draw_cell(f, t,
				  t->left + t->column * (double)(i - first), i,
				  j);
		f->top += ROW;
	}
}

/* The sign, and the name right over the cells. */
static void draw_head(struct frame_of_chart *f, const struct table *t, double x,
		      size_t i)
{
	const struct head *head = &t->heads[i];
	double y =
		f->top + 28 + LINE * (double)(t->head_lines - head->line_count);

	chart_sign(f, x + t->column / 2, y - 19, 6, f->data->series[i].slot);
	for (size_t k = 0; k < head->line_count; k++)
		chart_label(f, x + t->column / 2, y + LINE * (double)k,
			    t->column, head->lines[k], chart_small(), PAINT_INK)
			->anchor = ANCHOR_MIDDLE;
}

/* A missing value has no shade, which would be that of a low one. */
static void draw_cell(struct frame_of_chart *f, const struct table *t, double x,
		      size_t i, size_t j)
{
	const struct series *s = &f->data->series[i];
	double value = s->values[j], y = f->top + ROW / 2.0;
	bool missing = isnan(value);

	if (!missing)
		scene_rect(f->scene, x + 1, f->top + 1, t->column - 2, ROW - 2,
			   shade_of(f->data, value))
			->radius = 3;
	chart_label(f, x + t->column / 2, y, t->column - 6,
		    missing ? STR("\xE2\x80\x93") : s->labels[j],
		    chart_is_best(s, j) ? chart_bold() : chart_text(),
		    missing ? PAINT_MUTED : PAINT_INK)
		->anchor = ANCHOR_MIDDLE;
}

static struct ink shade_of(const struct chart_data *data, double value)
{
	double shade = chart_map(data, value, 0, PALETTE_SHADES);

	return shade_ink((size_t)fmin(shade, PALETTE_SHADES - 1));
}
