/*
 * The tally of two options as stairs: poster/poster.h.
 *
 * In each row both colours go as far as their own tally: the strip that is
 * seen between them is the lead.
 */
#include <math.h>

#include "poster/poster_sheet.h"

enum { LEFT = 430, DOTS = 84 };
static const double UNIT_MOST = 72;

static double unit_of(const struct sheet *sheet);
static void draw_step(struct sheet *sheet, const struct poster_row *row,
		      double y, double end, double unit);
static void draw_name(struct sheet *sheet, const struct poster_row *row,
		      double middle, double height);
static void draw_dot(struct sheet *sheet, double x, double y, double won,
		     uint32_t colour, double radius);
static void draw_finals(struct sheet *sheet, double unit, double height);
static size_t landing(const struct poster *poster, size_t k);
static bool final_fits(const struct sheet *sheet, size_t k, double width);

void poster_steps(struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	double top = sheet->top + 4, unit = unit_of(sheet);
	double base = sheet->bottom - 26;
	double height = (base - top) / (double)poster->row_count;

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
		palette_mix(sheet->colours.muted, sheet->colours.ground, 0.4));
	ring->stroke_width = 2;
}

/* In the last steps where there is room, else at the foot of the page. */
static void draw_finals(struct sheet *sheet, double unit, double height)
{
	const struct poster *poster = sheet->poster;
	const struct poster_row *last = &poster->rows[poster->row_count - 1];
	size_t more = last->tally[1] > last->tally[0];
	double far = last->tally[more] * unit, near = last->tally[!more] * unit;
	double base = sheet->bottom - 26, room[2];
	struct setting set = { FONT_BODY, true, 28, 20, 1, 0 };
	struct text_style big = { FONT_DISPLAY, 60, true };

	room[!more] = near;
	room[more] = far - near;
	for (size_t k = 0; k < 2; k++) {
		const struct poster_option *option = &poster->options[k];
		double right = LEFT + (k == more ? far : near);
		double tall = height * (double)landing(poster, k);
		struct lines name;

		if (!final_fits(sheet, k, room[k]) || tall < 74)
			continue;
		sheet_text(sheet, right - 16, base - 18, ANCHOR_END,
			   option->tall, big, text_on(sheet->colours.sides[k]));
		name = sheet_name(sheet, option->name, option->short_name,
				  room[k] - 32, set);
		if (name.is_whole && tall > 120)
			sheet_put(sheet, right - 16, base - 84, ANCHOR_END,
				  &name, text_on(sheet->colours.sides[k]));
	}
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

	return text_width(sheet->poster->options[k].tall, big) + 32 <= width;
}
