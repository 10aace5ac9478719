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
	COLUMN_MOST = 180,
	COLUMN_DOTS = 58, /* where they are dots */
	COLUMNS_NARROW = 4,
	BETWEEN = 20, /* blocks */
	DOT = 11,     /* radius of the largest */
	ANSWER = 8,
	SIGNED = 22, /* beside the sign of a row */
};

struct head {
	struct str lines[2];
	size_t line_count;
};

struct table {
	double left, column; /* of the cells; the width of each */
	double names;	     /* width of the column of names */
	double indent;	     /* of them, where rows have signs */
	size_t columns;	     /* side by side */
	struct head *heads;  /* of the series */
	size_t head_lines;
	bool any_cut; /* then a key says the names in full */
};

static struct table table_of(const struct frame_of_chart *f);
static struct head *heads_of(const struct frame_of_chart *f, struct table *t);
static void number_heads(const struct frame_of_chart *f, struct table *t,
			 struct head *heads);
static void draw_block(struct frame_of_chart *f, const struct table *t,
		       size_t first, size_t end);
static void draw_head(struct frame_of_chart *f, const struct table *t, double x,
		      size_t i);
static void draw_cell(struct frame_of_chart *f, const struct table *t, double x,
		      size_t i, size_t j);
static bool is_words(const struct chart_data *data, size_t i, size_t j);
static bool has_signs(const struct chart_data *data);
static void draw_mark(struct frame_of_chart *f, size_t i, size_t j, double x,
		      double y);
static void draw_half(struct frame_of_chart *f, double x, double y,
		      struct ink colour);
static struct ink mark_ink(const struct chart_data *data, size_t i, size_t j);
static void draw_key(struct frame_of_chart *f);
static struct ink shade_of(const struct chart_data *data, double value);

struct scene *chart_heat(const struct chart_data *data, enum chart_width width,
			 struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct table t = table_of(&f);
	size_t end;

	t.heads = heads_of(&f, &t);
	if (t.any_cut)
		draw_key(&f);
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
	double need =
		data->cells == CELLS_SIZES
			? COLUMN_DOTS
			: fmax(COLUMN, chart_labels_width(data, chart_bold(),
							  COLUMN_MOST - 10) +
					       10);
	double spare = f->scene->width - 12 - count * fmax(need, 96);
	double indent = data->row_slots ? SIGNED : 0;
	double names = indent + chart_categories_width(
					data, f->narrow ? 132 - indent
							: fmax(spare, 196));
	double room = f->scene->width - names - 12;
	double most = fmax(floor(room / need), 1), blocks;

	if (f->narrow)
		most = fmin(most, COLUMNS_NARROW);
	blocks = ceil(count / most);
	most = blocks > 0 ? ceil(count / blocks) : 1;
	return (struct table){
		.left = names + 12,
		.column = room / most,
		.names = names - indent,
		.indent = indent,
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
			heads[i].lines[0] = text_fit_name(name, chart_small(),
							  room, f->arena);
			heads[i].line_count = 1;
			t->any_cut = true;
		}
		if (heads[i].line_count > t->head_lines)
			t->head_lines = heads[i].line_count;
	}
	if (t->any_cut && !has_signs(f->data))
		number_heads(f, t, heads);
	return heads;
}

/* Where the key has the names, and no signs lead to it. */
static void number_heads(const struct frame_of_chart *f, struct table *t,
			 struct head *heads)
{
	for (size_t i = 0; i < f->data->series_count; i++) {
		heads[i].lines[0] = arena_printf(f->arena, "%zu", i + 1);
		heads[i].line_count = 1;
	}
	t->head_lines = 1;
}

static void draw_block(struct frame_of_chart *f, const struct table *t,
		       size_t first, size_t end)
{
	const struct chart_data *data = f->data;

	for (size_t i = first; i < end; i++)
		draw_head(f, t, t->left + t->column * (double)(i - first), i);
	f->top += HEAD + LINE * ((double)t->head_lines - 1);
	for (size_t j = 0; j < data->category_count; j++) {
		if (data->row_slots)
			chart_sign(f, 8, f->top + ROW / 2.0, 6,
				   data->row_slots[j]);
		chart_name(f, t->indent, f->top + ROW / 2.0, t->names,
			   data->categories[j],
			   data->row_leads && data->row_leads[j]
				   ? chart_bold()
				   : chart_text());
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

	if (has_signs(f->data))
		chart_sign(f, x + t->column / 2, y - 19, 6,
			   f->data->series[i].slot);
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
	bool words = is_words(f->data, i, j);

	if (f->data->cells != CELLS_SHADES && !words && !missing) {
		draw_mark(f, i, j, x + t->column / 2, y);
		return;
	}
	if (!missing && !words)
		scene_rect(f->scene, x + 1, f->top + 1, t->column - 2, ROW - 2,
			   shade_of(f->data, value))
			->radius = 3;
	chart_figure(f, x + t->column / 2, y, t->column - 6,
		     missing ? STR("\xE2\x80\x93") : s->labels[j],
		     chart_is_best(s, j) ? chart_bold() : chart_text(),
		     missing ? PAINT_MUTED : PAINT_INK)
		->anchor = ANCHOR_MIDDLE;
}

static bool is_words(const struct chart_data *data, size_t i, size_t j)
{
	return data->series[i].is_text ||
	       j + data->text_rows >= data->category_count;
}

/* Whether columns are options, and not only words. */
static bool has_signs(const struct chart_data *data)
{
	return data->cells != CELLS_SIZES;
}

static void draw_mark(struct frame_of_chart *f, size_t i, size_t j, double x,
		      double y)
{
	const struct chart_data *data = f->data;
	double value = data->series[i].values[j];
	struct ink colour = mark_ink(data, i, j);
	bool sizes = data->cells == CELLS_SIZES;
	/* Areas are read, not radii. */
	double radius =
		sizes ? DOT * sqrt(chart_map(data, value, 0, 1)) : ANSWER;
	struct mark *mark;

	if (value > 1 - 1e-9 || (sizes && radius > 2)) {
		scene_circle(f->scene, x, y, radius, colour);
		return;
	}
	mark = scene_circle(f->scene, x, y, sizes ? 3 : ANSWER - 1,
			    ink(PAINT_SURFACE));
	mark->stroke = value > 1e-9 ? colour : ink(PAINT_MUTED);
	mark->stroke_width = value > 1e-9 ? 2 : 1.5;
	if (value > 1e-9 && !sizes)
		draw_half(f, x, y, colour);
}

/* The lower half of a disc, which reads the same in both directions. */
static void draw_half(struct frame_of_chart *f, double x, double y,
		      struct ink colour)
{
	enum { CORNERS = 13 };
	struct point points[CORNERS];
	struct mark *mark;

	for (int k = 0; k < CORNERS; k++) {
		double angle = acos(-1) * k / (CORNERS - 1);

		points[k] = (struct point){ x + (ANSWER - 1) * cos(angle),
					    y + (ANSWER - 1) * sin(angle) };
	}
	mark = scene_path(f->scene, points, CORNERS);
	mark->closed = true;
	mark->fill = colour;
}

/* A column is an option, or a row is: then the one that leads has a colour. */
static struct ink mark_ink(const struct chart_data *data, size_t i, size_t j)
{
	if (!data->row_slots)
		return series_ink(data->series[i].slot);
	return data->row_leads[j] ? series_ink(data->row_slots[j])
				  : ink(PAINT_MUTED);
}

/* The names of the columns in full; by number where these have no signs. */
static void draw_key(struct frame_of_chart *f)
{
	const struct chart_data *data = f->data;
	struct chart_data columns = *data;
	struct str *names;

	if (has_signs(data)) {
		chart_key(f, false);
		return;
	}
	names = arena_array(f->arena, struct str, data->series_count);
	for (size_t i = 0; i < data->series_count; i++)
		names[i] = data->series[i].name;
	columns.categories = names;
	columns.category_count = data->series_count;
	f->data = &columns;
	chart_numbers(f);
	f->data = data;
}

static struct ink shade_of(const struct chart_data *data, double value)
{
	double shade = chart_map(data, value, 0, PALETTE_SHADES);

	return shade_ink((size_t)fmin(shade, PALETTE_SHADES - 1));
}
