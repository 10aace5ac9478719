#include <math.h>

#include "chart/chart_frame.h"

/*
 * Totals in their parts: the option that leads in its colour, the others in
 * grey, so that what makes it lead is seen.
 */
enum {
	ROW = 32,
	BAR = 22,
	ROW_NARROW = 52,
	GAP = 12,
	NAMES_MOST = 180,
	NUMBER_LEAST = 26,
};

struct plot {
	double left, right, names, per_one;
};

static struct plot plot_of(const struct frame_of_chart *f);
static double total_of(const struct chart_data *data, size_t row);
static void draw_row(struct frame_of_chart *f, const struct plot *p,
		     size_t row);
static void draw_piece(struct frame_of_chart *f, const struct series *s,
		       size_t piece, const struct mark *bar);

struct scene *chart_parts(const struct chart_data *data, enum chart_width width,
			  struct arena *arena)
{
	struct frame_of_chart f = chart_begin(data, width, arena);
	struct plot p = plot_of(&f);

	for (size_t i = 0; i < data->series_count; i++) {
		draw_row(&f, &p, i);
		f.top += f.narrow ? ROW_NARROW : ROW;
	}
	f.top += 6;
	chart_numbers(&f);
	f.scene->height = f.top;
	return f.scene;
}

/* The totals, the first column, have room after the longest bar. */
static struct plot plot_of(const struct frame_of_chart *f)
{
	const struct chart_data *data = f->data;
	double most = 0;
	struct plot p = { .right = f->scene->width };

	p.right -=
		GAP + chart_names_width(data->columns[0].cells,
					data->series_count, chart_bold(), 90);
	p.names = f->narrow ? f->scene->width
			    : 24 + chart_series_width(data, chart_bold(),
						      NAMES_MOST);
	p.left = f->narrow ? 0 : p.names + GAP;
	for (size_t i = 0; i < data->series_count; i++)
		most = fmax(most, total_of(data, i));
	p.per_one = (p.right - p.left) / (most > 0 ? most : 1);
	return p;
}

static double total_of(const struct chart_data *data, size_t row)
{
	double sum = 0;

	for (size_t k = 0; k < data->category_count; k++)
		if (!isnan(data->series[row].values[k]))
			sum += data->series[row].values[k];
	return sum;
}

static void draw_row(struct frame_of_chart *f, const struct plot *p, size_t row)
{
	const struct chart_data *data = f->data;
	const struct series *s = &data->series[row];
	double head = f->top + (f->narrow ? 11 : BAR / 2.0);
	double x = p->left, y = f->top + (f->narrow ? 24 : 0);

	scene_sign(f->scene, 8, head, 6, s->slot);
	chart_name(f, 24, head, p->names - 24, s->name, chart_name_style(s));
	for (size_t k = 0; k < data->category_count; k++) {
		double width = s->values[k] * p->per_one;
		struct mark *bar;

		if (!(width > 0))
			continue;
		bar = scene_rect(f->scene, x, y, fmax(width - 1.5, 0.75), BAR,
				 s->leads ? series_ink(s->slot)
					  : ink(PAINT_FILL));
		bar->radius = 2;
		bar->is_solid = true;
		draw_piece(f, s, k,
			   &(struct mark){ .x = bar->x,
					   .y = bar->y,
					   .width = bar->width });
		x += width;
	}
	chart_label(f, x + GAP, y + BAR / 2.0, f->scene->width - x - GAP,
		    data->columns[0].cells[row], chart_bold(), PAINT_INK);
}

/* What is too narrow for its value may still have its number. */
static void draw_piece(struct frame_of_chart *f, const struct series *s,
		       size_t piece, const struct mark *bar)
{
	struct text_style small = { FONT_BODY, 13, chart_is_best(s, piece) };
	struct text_style style = { FONT_BODY, 13, false };
	enum paint paint = s->leads ? PAINT_SURFACE : PAINT_INK;
	struct str number = chart_number(f, piece);
	double middle = bar->y + BAR / 2.0;
	double value = text_width(s->labels[piece], small);
	struct mark *label;

	if (bar->width < text_width(number, style) + 8)
		return;
	if (bar->width < value + text_width(number, style) + NUMBER_LEAST) {
		label = chart_label(f, bar->x + bar->width / 2, middle,
				    bar->width, number, style, paint);
		label->anchor = ANCHOR_MIDDLE;
		return;
	}
	chart_label(f, bar->x + 6, middle, bar->width, number, style, paint);
	label = chart_label(f, bar->x + bar->width - 6, middle, bar->width,
			    s->labels[piece], small, paint);
	label->anchor = ANCHOR_END;
}
