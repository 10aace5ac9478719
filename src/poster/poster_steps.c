/*
 * The tally of two options as stairs: poster/poster.h.
 *
 * In each row both colours go as far as their own tally: the strip that is
 * seen between them is the lead.
 */
#include <math.h>

#include "poster/poster_sheet.h"

enum { LEFT = 430, DOTS = 84, LEGEND_LINE = 38, LOGOS = 40 };
static const double UNIT_MOST = 72, FINAL_TALL = 74, FINAL_TALL_NAMED = 120;

static double unit_of(const struct sheet *sheet);
static void draw_step(struct sheet *sheet, const struct poster_row *row,
		      double y, double end, double unit);
static void draw_name(struct sheet *sheet, const struct poster_row *row,
		      double middle, double height);
static void draw_dot(struct sheet *sheet, double x, double y, double won,
		     uint32_t colour, double radius);
static void draw_finals(struct sheet *sheet, double unit, double height);
static double draw_legend(struct sheet *sheet, double y);
static double final_room(const struct poster *poster, size_t k, double unit);
static bool final_named(const struct sheet *sheet, size_t k, double unit,
			double height);
static struct lines final_name(const struct sheet *sheet, size_t k,
			       double unit);
static size_t landing(const struct poster *poster, size_t k);
static bool final_fits(const struct sheet *sheet, size_t k, double width);

void poster_steps(struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	double top = sheet->top + 4, unit = unit_of(sheet);
	double base = sheet->bottom - 26;
	double height = (base - top) / (double)poster->row_count;

	if (!final_named(sheet, 0, unit, height) ||
	    !final_named(sheet, 1, unit, height)) {
		top = draw_legend(sheet, top);
		height = (base - top) / (double)poster->row_count;
	}

	if (logo_side(sheet, LOGOS - 8) > 0) {
		for (size_t k = 0; k < 2; k++)
			sheet_logo(sheet, k, LEFT - (k ? 36 : 66), top, 28);
		top += LOGOS;
		height = (base - top) / (double)poster->row_count;
	}
	for (double t = unit; t <= poster->tally_most * unit + 1 && unit > 20;
	     t += unit)
		sheet_rect(sheet, LEFT + t - 0.75, top, 1.5, base - top,
			   sheet->colours.rule);
	for (size_t k = 0; k < poster->row_count; k++)
		draw_step(sheet, &poster->rows[k],
			  round(top + height * (double)k),
			  round(top + height * (double)(k + 1)), unit);
	sheet_rect(sheet, SHEET_MARGIN, round(base), SHEET_INNER, 3,
		   sheet->colours.ink);
	draw_finals(sheet, unit, height);
}

/* The points so far stand to the right of the last step. */
static double unit_of(const struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	struct text_style style = { FONT_BODY, 24, true };
	double widest = 0;

	for (size_t k = 0; k < poster->row_count; k++)
		widest = fmax(widest, text_width(poster->rows[k].words, style));
	return fmin(UNIT_MOST, (SHEET_RIGHT - LEFT - widest - 16) /
				       fmax(poster->tally_most, 1));
}

static void draw_step(struct sheet *sheet, const struct poster_row *row,
		      double y, double end, double unit)
{
	size_t more = row->tally[1] > row->tally[0];
	double far = LEFT + row->tally[more] * unit;
	double near = LEFT + row->tally[!more] * unit;
	double middle = (y + end) / 2, height = end - y;
	bool differs = row->lead != 0;
	struct text_style style = { FONT_BODY,
				    fmin(24, fmax(SHEET_FLOOR, height * 0.6)),
				    differs };

	sheet_rect(sheet, LEFT, y, far - LEFT, height,
		   sheet->colours.sides[more]);
	sheet_rect(sheet, LEFT, y, near - LEFT, height,
		   sheet->colours.sides[!more]);
	draw_name(sheet, row, middle, height);
	sheet_text(sheet, far + 14, middle + style.size * 0.36, ANCHOR_START,
		   row->words, style,
		   differs ? sheet->colours.ink : sheet->colours.muted);
}

static void draw_name(struct sheet *sheet, const struct poster_row *row,
		      double middle, double height)
{
	bool differs = row->lead != 0;
	double size = fmin(26, fmax(SHEET_FLOOR, height * 0.6));
	struct setting set = { FONT_BODY,	    differs, size, SHEET_FLOOR,
			       height > 46 ? 2 : 1, 1.1 };
	struct lines name = sheet_name(sheet, row->title, row->title,
				       LEFT - DOTS - SHEET_MARGIN, set);
	double radius = fmin(10, height / 3);

	sheet_put_middle(sheet, LEFT - DOTS, middle, ANCHOR_END, &name,
			 differs ? sheet->colours.ink : sheet->colours.muted);
	for (size_t k = 0; k < 2; k++)
		draw_dot(sheet, LEFT - (k ? 22 : 52), middle, row->won[k],
			 sheet->colours.sides[k], radius);
}

/* Hollow without the point; half of one is a smaller dot in a ring. */
static void draw_dot(struct sheet *sheet, double x, double y, double won,
		     uint32_t colour, double radius)
{
	struct mark *ring;

	if (won > 0)
		scene_circle(sheet->scene, x, y,
			     won >= 1 ? radius : radius * 0.55,
			     exact_ink(colour));
	if (won >= 1)
		return;
	ring = scene_circle(sheet->scene, x, y, radius - 1, ink(PAINT_NONE));
	ring->stroke = exact_ink(
		palette_mix(sheet->colours.muted, sheet->colours.paper, 0.4));
	ring->stroke_width = 2;
}

/* Both totals with their names above the stairs. */
static double draw_legend(struct sheet *sheet, double y)
{
	struct setting set = { FONT_BODY, true, 27, SHEET_FLOOR, 1, 0 };

	for (size_t k = 0; k < 2; k++, y += LEGEND_LINE) {
		const struct poster_option *option = &sheet->poster->options[k];
		struct lines total =
			sheet_lines(sheet, option->total, SHEET_INNER, set);
		double right = SHEET_MARGIN + 36 + lines_width(&total) + 14;
		struct lines name =
			sheet_name(sheet, option->name, option->short_name,
				   SHEET_RIGHT - right, set);

		sheet_rect(sheet, SHEET_MARGIN, y + 6, 24, 24,
			   sheet->colours.sides[k]);
		sheet_put(sheet, SHEET_MARGIN + 36, y + 27, ANCHOR_START,
			  &total, sheet->colours.ink);
		sheet_put(sheet, right, y + 27, ANCHOR_START, &name,
			  sheet->colours.ink);
	}
	return y + 12;
}

/* In the last steps, as far as there is room. */
static void draw_finals(struct sheet *sheet, double unit, double height)
{
	const struct poster *poster = sheet->poster;
	const struct poster_row *last = &poster->rows[poster->row_count - 1];
	double base = sheet->bottom - 26;
	struct text_style big = { FONT_DISPLAY, 60, true };

	for (size_t k = 0; k < 2; k++) {
		double right = LEFT + last->tally[k] * unit - 16;
		uint32_t ink = text_on(sheet->colours.sides[k]);
		struct lines name;

		if (!final_fits(sheet, k, final_room(poster, k, unit)) ||
		    height * (double)landing(poster, k) < FINAL_TALL)
			continue;
		sheet_text(sheet, right, base - 18, ANCHOR_END,
			   poster->options[k].total, big, ink);
		if (!final_named(sheet, k, unit, height))
			continue;
		name = final_name(sheet, k, unit);
		sheet_put(sheet, right, base - 84, ANCHOR_END, &name, ink);
	}
}

/* How wide the strip is that its last tally shows. */
static double final_room(const struct poster *poster, size_t k, double unit)
{
	const double *tally = poster->rows[poster->row_count - 1].tally;
	size_t more = tally[1] > tally[0];

	return (k == more ? tally[k] - tally[!k] : tally[k]) * unit;
}

static bool final_named(const struct sheet *sheet, size_t k, double unit,
			double height)
{
	const struct poster *poster = sheet->poster;

	return final_fits(sheet, k, final_room(poster, k, unit)) &&
	       height * (double)landing(poster, k) > FINAL_TALL_NAMED &&
	       final_name(sheet, k, unit).is_whole;
}

static struct lines final_name(const struct sheet *sheet, size_t k, double unit)
{
	const struct poster_option *option = &sheet->poster->options[k];
	struct setting set = { FONT_BODY, true, 28, 20, 1, 0 };

	return sheet_name(sheet, option->name, option->short_name,
			  final_room(sheet->poster, k, unit) - 32, set);
}

/* How many rows its last tally has: the numeral stands there. */
static size_t landing(const struct poster *poster, size_t k)
{
	size_t last = poster->row_count - 1, count = 0;

	while (count <= last && poster->rows[last - count].tally[k] ==
					poster->rows[last].tally[k])
		count++;
	return count;
}

static bool final_fits(const struct sheet *sheet, size_t k, double width)
{
	struct text_style big = { FONT_DISPLAY, 60, true };

	return text_width(sheet->poster->options[k].total, big) + 32 <= width;
}
