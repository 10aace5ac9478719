/*
 * The purposes of two options as a coast, a row each: poster/poster.h.
 */
#include <math.h>

#include "poster/poster_sheet.h"

static const double REACH = 330;

static void draw_purpose(struct sheet *sheet, const struct poster_row *row,
			 double y, double height, const struct coast *coast);

void poster_purposes(struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	size_t count = poster->purpose_count;
	double height = (sheet->bottom - sheet->top) / (double)count;
	struct coast coast = coast_of(poster->purposes, NULL, count,
				      (struct coast){ .width = POSTER_WIDTH,
						      .reach = REACH });

	for (size_t k = 0; k < count; k++)
		draw_purpose(sheet, &poster->purposes[k],
			     sheet->top + height * (double)k, height, &coast);
}

/* The words begin at the margin of whoever is ahead. */
static void draw_purpose(struct sheet *sheet, const struct poster_row *row,
			 double y, double height, const struct coast *coast)
{
	const uint32_t *sides = sheet->colours.sides;
	double x = coast_border(coast, row);
	size_t side = row->lead < 0;
	double room = (side ? SHEET_RIGHT - x : x - SHEET_MARGIN) - 24;
	struct setting set = { FONT_BODY, true, 42, 24, 2, 1.15 };
	struct setting small = { FONT_BODY, false, 28, 22, 1, 0 };
	struct lines title = sheet_lines(sheet, row->title, room, set);
	struct lines words = sheet_lines(sheet, row->words, room, small);
	double block = lines_height(&title) + 12 + words.style.size;
	double at = (y + y + height - block) / 2;

	sheet_sides(sheet, y, y + height, x, 2);
	if (!words.is_whole)
		words.lines[0] =
			sheet_cut(sheet, row->words, words.style, room);
	sheet_put(sheet, side ? SHEET_RIGHT : SHEET_MARGIN,
		  at + title.style.size * 0.82,
		  side ? ANCHOR_END : ANCHOR_START, &title,
		  text_on(sides[side]));
	sheet_put(sheet, side ? SHEET_RIGHT : SHEET_MARGIN,
		  at + lines_height(&title) + 12 + words.style.size * 0.72,
		  side ? ANCHOR_END : ANCHOR_START, &words,
		  text_on(sides[side]));
}
