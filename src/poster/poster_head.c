#include <math.h>

#include "poster/poster_sheet.h"

/* How a poster begins and ends: title, result, and the foot. */
enum { RULE = 16 };

static struct lines few_lines(const struct sheet *sheet, struct str text,
			      struct setting setting);
static void put_foot_line(struct sheet *sheet);

void poster_hero(struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	const struct sheet_sizes *sizes = sheet->sizes;
	struct setting site = sheet_small(sheet);
	struct setting title = {
		.style = { FONT_DISPLAY, sizes->title, true },
		.paint = PAINT_INK,
		.most = sizes->title_lines,
		.least = sizes->title_least,
	};
	struct setting summary = sheet_text(sheet);
	struct lines lines;

	scene_rect(sheet->scene, 0, 0, POSTER_WIDTH, RULE, ink(PAINT_ACCENT));
	site.style.bold = true;
	site.paint = PAINT_ACCENT;
	sheet->y = sheet_set(sheet, SHEET_MARGIN, sizes->top, SHEET_INNER,
			     poster->site, site);
	lines = few_lines(sheet, poster->title, title);
	sheet->y = sheet_put(sheet, SHEET_MARGIN, sheet->y + sizes->gap / 4,
			     &lines);
	if (!sheet->is_tall && poster_is_scored(poster))
		return;
	summary.paint = PAINT_MUTED;
	summary.most = sheet->is_tall ? 5 : 3;
	sheet->y = sheet_set(sheet, SHEET_MARGIN, sheet->y + sizes->gap / 3,
			     SHEET_INNER, poster->summary, summary);
}

/* A line less is worth a quarter of the size. */
static struct lines few_lines(const struct sheet *sheet, struct str text,
			      struct setting setting)
{
	struct setting few = setting;

	few.least = fmax(setting.style.size * 0.75, setting.least);
	for (few.most = 1; few.most < setting.most && few.most < 4;
	     few.most++) {
		struct lines lines = sheet_lines(sheet, text, SHEET_INNER, few);

		if (lines.is_whole)
			return lines;
	}
	return sheet_lines(sheet, text, SHEET_INNER, setting);
}

/* The one part that is all in the accent colour. */
void poster_result(struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	const struct sheet_sizes *sizes = sheet->sizes;
	double pad = sheet->is_tall ? 52 : floor(sizes->gap * 0.75);
	struct setting kicker = sheet_small(sheet);
	struct setting detail = sheet_text(sheet);
	struct setting headline = {
		.style = { FONT_DISPLAY, sizes->headline, true },
		.paint = PAINT_SURFACE,
		.most = sizes->headline_lines,
		.least = sizes->headline_least,
	};
	struct lines lines;
	size_t band;

	if (!poster_is_scored(poster))
		return;
	band = sheet_band(sheet, PAINT_ACCENT, pad);
	kicker.paint = detail.paint = PAINT_SURFACE;
	kicker.style.bold = true;
	if (sheet->is_tall)
		sheet->y = sheet_set(sheet, SHEET_MARGIN, sheet->y, SHEET_INNER,
				     poster->word_result, kicker) +
			   6;
	lines = few_lines(sheet, poster->headline, headline);
	sheet->y = sheet_put(sheet, SHEET_MARGIN, sheet->y, &lines);
	detail.most = sheet->is_tall ? 5 : 2;
	if (poster->detail.len && sizes->height != POSTER_WIDTH)
		sheet->y = sheet_set(sheet, SHEET_MARGIN, sheet->y + 12,
				     SHEET_INNER, poster->detail, detail);
	sheet_band_end(sheet, band, pad);
}

void poster_foot(struct sheet *sheet)
{
	struct setting verdict = {
		.style = { FONT_DISPLAY, 46, true },
		.paint = PAINT_SURFACE,
		.most = 6,
		.least = 34,
	};
	double pad = sheet->is_tall ? 60 : 22;
	size_t band = sheet_band(sheet, PAINT_INK, pad);

	if (sheet->is_tall && sheet->poster->verdict.len) {
		sheet->y = sheet_set(sheet, SHEET_MARGIN, sheet->y, SHEET_INNER,
				     sheet->poster->verdict, verdict) +
			   36;
		scene_line(sheet->scene, SHEET_MARGIN, sheet->y, SHEET_RIGHT,
			   sheet->y, ink(PAINT_SURFACE));
		sheet->y += 28;
	}
	put_foot_line(sheet);
	sheet_band_end(sheet, band,
		       (sheet->is_tall ? 48 : pad) + sheet->sizes->bottom);
}

/* The address, or else the site; and the date. */
static void put_foot_line(struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	struct setting set = sheet_small(sheet);
	struct lines date, left;

	set.paint = PAINT_SURFACE;
	date = sheet_lines(sheet, poster->date, SHEET_INNER / 3.0, set);
	set.style.bold = true;
	set.most = 2;
	left = sheet_lines(sheet,
			   poster->address.len ? poster->address : poster->site,
			   SHEET_INNER - lines_width(&date) - 36, set);
	sheet_put(sheet, SHEET_RIGHT - lines_width(&date), sheet->y, &date);
	sheet->y = fmax(sheet_put(sheet, SHEET_MARGIN, sheet->y, &left),
			sheet->y + date.leading);
}
