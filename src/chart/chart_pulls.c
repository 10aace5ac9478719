#include <math.h>

#include "chart/chart_frame.h"

/*
 * What pulls the result to either side, beside the numbers it comes from, and
 * in the last row what is left of it: the chart is the table as well.
 */
enum {
	ROW = 25,
	ROW_NARROW = 66,
	BAR = 14,
	MORE = 10, /* of a name in two lines */
	HEAD = 26,
	GAP = 8,
	NAMES_MOST = 190,
	COLUMN_MOST = 150,
	COLUMN_LEAST = 64, /* where bars need the room */
	BARS_LEAST = 80,
	LABEL_MOST = 110,
	LABEL_NARROW = 70,
};

struct plot {
	double left, right, middle;
	double names;	/* width of the column of names */
	double per_one; /* pixels */
	double labels;	/* of a bar, at the most */
	double columns; /* likewise */
};

static struct plot plot_of(const struct frame_of_chart *f);
static double columns_end(const struct frame_of_chart *f, const struct plot *p);
static void make_room(const struct chart_data *data, struct plot *p,
		      double labels, double to_left, double to_right);
static double row_height(const struct frame_of_chart *f, const struct plot *p,
			 size_t j);
static double column_width(const struct frame_of_chart *f, const struct plot *p,
			   size_t column);
static double longest(const struct series *series, size_t count);
static void draw_heads(struct frame_of_chart *f, const struct plot *p);
static void draw_row(struct frame_of_chart *f, const struct plot *p, size_t j);
static void draw_cells(struct frame_of_chart *f, const struct plot *p, size_t j,
		       double y);
static void draw_cells_narrow(struct frame_of_chart *f, size_t j, double y);
static struct str joined_cells(const struct frame_of_chart *f, size_t j,
			       size_t first, bool with_units);
static void draw_bar(struct frame_of_chart *f, const struct plot *p, size_t j,
		     double y);

struct scene *chart_pulls(const struct chart_data *data, enum chart_width width,
			  struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct plot p = plot_of(&f);
	double height = 0;

	draw_heads(&f, &p);
	for (size_t j = 0; j < data->category_count; j++)
		height += row_height(&f, &p, j);
	if (!f.narrow)
		scene_line(f.scene, p.middle, f.top, p.middle, f.top + height,
			   ink(PAINT_MUTED));
	for (size_t j = 0; j < data->category_count; j++) {
		draw_row(&f, &p, j);
		f.top += row_height(&f, &p, j);
	}
	f.scene->height = f.top + 2;
	return f.scene;
}

/* The first series pulls to the right. */
static struct plot plot_of(const struct frame_of_chart *f)
{
	const struct chart_data *data = f->data;
	size_t count = data->category_count;
	double most = chart_labels_width(data, chart_bold(),
					 f->narrow ? LABEL_NARROW : LABEL_MOST);
	double labels = most + GAP + 2;
	double to_right = longest(&data->series[0], count);
	double to_left = longest(&data->series[1], count), room;
	struct plot p = { .right = f->scene->width, .labels = most };

	p.names = f->narrow
			  ? p.right
			  : fmax(chart_categories_width(data, NAMES_MOST),
				 chart_names_width(&data->row_head, 1,
						   chart_small(), NAMES_MOST));
	p.columns = COLUMN_MOST;
	p.left = f->narrow ? 0 : columns_end(f, &p);
	if (p.right - p.left < 2 * labels + BARS_LEAST && !f->narrow) {
		p.columns = COLUMN_LEAST;
		p.left = columns_end(f, &p);
	}
	room = fmax(p.right - p.left - 2 * labels, 20);
	p.per_one = room / fmax(to_left + to_right, 1e-12);
	p.middle = p.left + labels + to_left * p.per_one;
	if (!f->narrow)
		make_room(data, &p, labels, to_left, to_right);
	return p;
}

static double columns_end(const struct frame_of_chart *f, const struct plot *p)
{
	double x = p->names + 2 * GAP;

	for (size_t k = 0; k < f->data->column_count; k++)
		x += column_width(f, p, k) + GAP;
	return x;
}

/* A side that pulls little still has room for its head. */
static void make_room(const struct chart_data *data, struct plot *p,
		      double labels, double to_left, double to_right)
{
	double most = (p->right - p->left) / 3, wide = p->right - p->left;
	double left =
		GAP + chart_names_width(&data->low_end, 1, chart_small(), most);
	double right = GAP + chart_names_width(&data->high_end, 1,
					       chart_small(), most);

	if (p->middle - p->left < left)
		p->per_one = (wide - left - labels) / fmax(to_right, 1e-12);
	else if (p->right - p->middle < right)
		p->per_one = (wide - right - labels) / fmax(to_left, 1e-12);
	p->middle = fmax(fmin(p->middle, p->right - right), p->left + left);
}

static double row_height(const struct frame_of_chart *f, const struct plot *p,
			 size_t j)
{
	bool sum = f->data->rules && f->data->rules[j];
	double row = f->narrow ? ROW_NARROW : ROW;

	return text_width(f->data->categories[j],
			  sum ? chart_bold() : chart_text()) > p->names
		       ? row + MORE
		       : row;
}

static double column_width(const struct frame_of_chart *f, const struct plot *p,
			   size_t column)
{
	const struct chart_column *c = &f->data->columns[column];

	return fmax(chart_names_width(&c->head, 1, chart_small(), p->columns),
		    chart_names_width(c->cells, f->data->category_count,
				      chart_bold(), p->columns));
}

static double longest(const struct series *series, size_t count)
{
	double most = 0;

	for (size_t j = 0; j < count; j++)
		if (!isnan(series->values[j]))
			most = fmax(most, series->values[j]);
	return most;
}

/* Over the columns; and over each side who is pulled for. */
static void draw_heads(struct frame_of_chart *f, const struct plot *p)
{
	const struct chart_data *data = f->data;
	double x = p->names + 2 * GAP, y = f->top + 8;
	double half = f->scene->width / 2 - GAP;
	double left, right;

	for (size_t k = 0; !f->narrow && k < data->column_count; k++) {
		x += column_width(f, p, k) + GAP;
		chart_label(f, x - GAP, y, column_width(f, p, k) + 1,
			    data->columns[k].head, chart_small(), PAINT_MUTED)
			->anchor = ANCHOR_END;
	}
	if (!f->narrow)
		chart_label(f, 0, y, p->names, data->row_head, chart_small(),
			    PAINT_MUTED);
	left = f->narrow ? half : p->middle - p->left - GAP;
	right = f->narrow ? half : p->right - p->middle - GAP;
	/* Where a side has little room, its name stands at its outer end. */
	chart_label(f, f->narrow ? 0 : p->middle - GAP, y, left, data->low_end,
		    chart_small(), PAINT_MUTED)
		->anchor = f->narrow ? ANCHOR_START : ANCHOR_END;
	chart_label(f, f->narrow ? p->right : p->middle + GAP, y, right,
		    data->high_end, chart_small(), PAINT_MUTED)
		->anchor = f->narrow ? ANCHOR_END : ANCHOR_START;
	f->top += HEAD;
}

static void draw_row(struct frame_of_chart *f, const struct plot *p, size_t j)
{
	const struct chart_data *data = f->data;
	bool sum = data->rules && data->rules[j];
	double height = row_height(f, p, j);
	double y = f->top + (f->narrow ? height - 16 : height / 2);

	/* Beside the bar alone: the words above it take the whole width. */
	if (f->narrow)
		scene_line(f->scene, p->middle, y - BAR / 2.0 - 2, p->middle,
			   y + BAR / 2.0 + 2, ink(PAINT_MUTED));
	if (sum)
		scene_line(f->scene, 0, f->top, f->scene->width, f->top,
			   ink(PAINT_MUTED));
	chart_name(f, 0, f->narrow ? f->top + (height - 40) / 2 : y, p->names,
		   data->categories[j], sum ? chart_bold() : chart_text());
	if (f->narrow)
		draw_cells_narrow(f, j, f->top + height - 35);
	else
		draw_cells(f, p, j, y);
	draw_bar(f, p, j, y);
}

static void draw_cells(struct frame_of_chart *f, const struct plot *p, size_t j,
		       double y)
{
	const struct chart_data *data = f->data;
	double x = p->names + 2 * GAP;

	for (size_t k = 0; k < data->column_count; k++) {
		const struct chart_column *c = &data->columns[k];
		bool bold = c->bold && c->bold[j];

		x += column_width(f, p, k) + GAP;
		chart_figure(f, x - GAP, y, column_width(f, p, k) + 1,
			     c->cells[j],
			     bold      ? chart_bold()
			     : c->bold ? chart_text()
				       : chart_small(),
			     c->bold ? PAINT_INK : PAINT_MUTED)
			->anchor = ANCHOR_END;
	}
}

/* The weight and the scores; in a narrow row without units, or scores alone. */
static void draw_cells_narrow(struct frame_of_chart *f, size_t j, double y)
{
	double width = f->scene->width;
	struct str text = joined_cells(f, j, 0, true);

	if (text_width(text, chart_small()) > width)
		text = joined_cells(f, j, 0, false);
	if (text_width(text, chart_small()) > width)
		text = joined_cells(f, j, 1, false);
	chart_label(f, 0, y, width, text, chart_small(), PAINT_MUTED);
}

static struct str joined_cells(const struct frame_of_chart *f, size_t j,
			       size_t first, bool with_units)
{
	struct str text = { "", 0 };

	for (size_t k = first; k < f->data->column_count; k++) {
		struct str cell = f->data->columns[k].cells[j];
		struct str bare =
			chart_figure_fit(cell, chart_small(),
					 text_width(cell, chart_small()) - 1,
					 f->arena);

		if (bare.len && !with_units)
			cell = bare;
		if (cell.len)
			text = text.len ? ARENA_JOIN(f->arena, text,
						     STR(" \xC2\xB7 "), cell)
					: cell;
	}
	return text;
}

static void draw_bar(struct frame_of_chart *f, const struct plot *p, size_t j,
		     double y)
{
	const struct chart_data *data = f->data;
	bool left = !isnan(data->series[1].values[j]);
	const struct series *s = &data->series[left];
	double length;
	struct mark *label;

	if (isnan(s->values[j]))
		return;
	length = s->values[j] > 0 ? fmax(s->values[j] * p->per_one, 1) : 0;
	if (length > 0)
		scene_rect(f->scene, left ? p->middle - length : p->middle,
			   y - BAR / 2.0, length, BAR, series_ink(s->slot))
			->radius = 2;
	label = chart_figure(
		f, left ? p->middle - length - GAP : p->middle + length + GAP,
		y, p->labels + 1, s->labels[j],
		data->rules && data->rules[j] ? chart_bold() : chart_text(),
		PAINT_INK);
	label->anchor = left ? ANCHOR_END : ANCHOR_START;
}
