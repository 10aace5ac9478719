/*
 * Options without a result, in bands of what each is best for:
 * poster/poster.h.  In the authors' order: no ranking in disguise.
 */
#include <math.h>

#include "poster/poster_sheet.h"

enum { BANDS = 10, TEXT_LEFT = 370, NAMES = 290, BAND_COLOURS = 6 };

static const uint32_t BAND_OF[BAND_COLOURS] = { 0x123A6B, 0xF3AB27, 0x0C4A40,
						0xF4D684, 0x8A3A0A, 0xA0D3C6 };

static void draw_bands(struct sheet *sheet);
static double lines_of(const struct sheet *sheet, size_t k, double size,
		       size_t most);
static void draw_band(struct sheet *sheet, size_t k, double y, double height,
		      double size, size_t most);
static void draw_list(struct sheet *sheet);

void poster_unscored(struct sheet *sheet)
{
	if (sheet->poster->option_count > BANDS)
		draw_list(sheet);
	else
		draw_bands(sheet);
}

/* As high as what they say; smaller letters, then fewer entries, fit all. */
static void draw_bands(struct sheet *sheet)
{
	size_t n = sheet->poster->option_count, most = 5;
	double room = sheet->bottom - sheet->top, size = 31, all = 0;
	double y = sheet->top;

	for (;; size -= size > 22 ? 1 : 0) {
		all = 0;
		for (size_t k = 0; k < n; k++)
			all += lines_of(sheet, k, size, most) + 0.9;
		if (all * size * 1.32 <= room || (size <= 22 && most == 1))
			break;
		most -= size <= 22;
	}
	for (size_t k = 0; k < n; k++) {
		double height =
			(lines_of(sheet, k, size, most) + 0.9) / all * room;

		draw_band(sheet, k, y, height, size, most);
		y += height;
	}
}

static double lines_of(const struct sheet *sheet, size_t k, double size,
		       size_t most)
{
	const struct poster_option *option = &sheet->poster->options[k];
	struct setting set = { FONT_BODY, true, size, size, 2, 0 };
	double count = 0;

	for (size_t e = 0; e < option->best_count && e < most; e++)
		count += (double)sheet_lines(sheet, option->best_for[e],
					     SHEET_RIGHT - TEXT_LEFT, set)
				 .count;
	return fmax(count, 1);
}

static void draw_band(struct sheet *sheet, size_t k, double y, double height,
		      double size, size_t most)
{
	const struct poster_option *option = &sheet->poster->options[k];
	uint32_t ground = BAND_OF[k % BAND_COLOURS], ink = text_on(ground);
	struct setting set = { FONT_BODY, true, size, size, 2, 1.32 };
	struct setting big = { FONT_DISPLAY,	       true,
			       fmin(62, height * 0.5), 22,
			       height > 90 ? 2 : 1,    1.05 };
	double logo = option->logo.len ? 62 : 0;
	struct lines name = sheet_name(sheet, option->name, option->short_name,
				       NAMES - logo, big);
	double middle = y + height / 2, at;

	sheet_rect(sheet, 0, round(y), POSTER_WIDTH,
		   round(y + height) - round(y), ground);
	if (logo > 0 && height > 60) {
		sheet_rect(sheet, SHEET_MARGIN, middle - 24, 48, 48, 0xFFFFFF)
			->radius = 8;
		scene_image(sheet->scene, SHEET_MARGIN + 5, middle - 19, 38, 38,
			    option->logo);
	}
	sheet_put_middle(sheet, SHEET_MARGIN + logo, middle, ANCHOR_START,
			 &name, ink);
	at = middle - lines_of(sheet, k, size, most) * size * 1.32 / 2;
	for (size_t e = 0; e < option->best_count && e < most; e++) {
		struct lines lines = sheet_lines(sheet, option->best_for[e],
						 SHEET_RIGHT - TEXT_LEFT, set);

		sheet_put(sheet, TEXT_LEFT, at + size * 0.98, ANCHOR_START,
			  &lines, ink);
		at += lines_height(&lines);
	}
}

/* Two columns: a name, and the first that is said of it. */
static void draw_list(struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	size_t rows = (poster->option_count + 1) / 2;
	double height = (sheet->bottom - sheet->top - 30) / (double)rows;
	double width = SHEET_INNER / 2.0 - 16;
	bool two = height >= 50;

	for (size_t k = 0; k < poster->option_count; k++) {
		const struct poster_option *option = &poster->options[k];
		double x = k < rows ? SHEET_MARGIN
				    : SHEET_MARGIN + SHEET_INNER / 2.0 + 16;
		double y = sheet->top + height * (double)(k % rows);
		struct setting set = { FONT_BODY,   true, two ? 24 : 21,
				       SHEET_FLOOR, 1,	  0 };
		struct lines name = sheet_name(sheet, option->name,
					       option->short_name, width, set);
		struct text_style small = { FONT_BODY, SHEET_FLOOR, false };

		sheet_rect(sheet, x, round(y), width, 1.5, sheet->colours.rule);
		sheet_put(sheet, x, y + (two ? 27 : height / 2 + 8),
			  ANCHOR_START, &name, sheet->colours.ink);
		if (two && option->best_count)
			sheet_text(sheet, x, y + 49, ANCHOR_START,
				   sheet_cut(sheet, option->best_for[0], small,
					     width),
				   small, sheet->colours.muted);
	}
}
