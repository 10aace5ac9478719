/*
 * Options without a result, in bands of what each is best for:
 * poster/poster.h.  In the authors' order: no ranking in disguise.
 */
#include <math.h>

#include "poster/poster_sheet.h"

enum { BANDS = 10, NAMES = 330, GUTTER = 40, BAND_COLOURS = 6, ENTRIES = 5 };
enum { TEXT_LEFT = SHEET_MARGIN + NAMES + GUTTER };

/* How bands are set: the same for all, so that none looks the first. */
struct bands {
	double size, names; /* of letters */
	size_t most;	    /* entries of each */
	double lines;	    /* of all, with what is between them */
};

static struct bands bands_of(const struct sheet *sheet);
static void draw_bands(struct sheet *sheet);
static struct lines entry_of(const struct sheet *sheet, size_t k, size_t e,
			     double size);
static double lines_of(const struct sheet *sheet, size_t k,
		       const struct bands *b);
static struct lines name_of(const struct sheet *sheet, size_t k, double height,
			    double size);
static void draw_band(struct sheet *sheet, size_t k, double y, double height,
		      const struct bands *b);
static void draw_list(struct sheet *sheet);

void poster_unscored(struct sheet *sheet)
{
	if (sheet->poster->option_count > BANDS)
		draw_list(sheet);
	else
		draw_bands(sheet);
}

/* What a band has no room for is said in the foot. */
struct str poster_unscored_rest(const struct sheet *sheet)
{
	const struct poster *poster = sheet->poster;
	size_t most = 0, drawn;

	for (size_t k = 0; k < poster->option_count; k++)
		most = poster->options[k].best_count > most
			       ? poster->options[k].best_count
			       : most;
	drawn = poster->option_count > BANDS ? 1 : bands_of(sheet).most;
	return sheet_join(sheet, poster->cuts[poster->option_count],
			  drawn < most ? poster->entry_cuts[drawn] : STR(""));
}

/* As high as what they say; smaller letters, then fewer entries, fit all. */
static struct bands bands_of(const struct sheet *sheet)
{
	size_t n = sheet->poster->option_count;
	double room = sheet->bottom - sheet->top;
	struct bands b = { .size = 46, .most = ENTRIES };

	for (;; b.size -= b.size > 22 ? 1 : 0) {
		b.lines = 0;
		for (size_t k = 0; k < n; k++)
			b.lines += lines_of(sheet, k, &b) + 0.9;
		if (b.lines * b.size * 1.32 <= room ||
		    (b.size <= 22 && b.most == 1))
			break;
		b.most -= b.size <= 22;
	}
	b.names = 76;
	for (size_t k = 0; k < n; k++) {
		double height = (lines_of(sheet, k, &b) + 0.9) / b.lines * room;

		b.names =
			fmin(b.names, name_of(sheet, k, height, 76).style.size);
	}
	return b;
}

static void draw_bands(struct sheet *sheet)
{
	struct bands b = bands_of(sheet);
	double room = sheet->bottom - sheet->top, y = sheet->top;

	for (size_t k = 0; k < sheet->poster->option_count; k++) {
		double height = (lines_of(sheet, k, &b) + 0.9) / b.lines * room;

		draw_band(sheet, k, y, height, &b);
		y += height;
	}
}

static struct lines entry_of(const struct sheet *sheet, size_t k, size_t e,
			     double size)
{
	struct setting set = { FONT_BODY, true, size, size, 2, 1.32 };

	return sheet_lines(sheet, sheet->poster->options[k].best_for[e],
			   SHEET_RIGHT - TEXT_LEFT, set);
}

static double lines_of(const struct sheet *sheet, size_t k,
		       const struct bands *b)
{
	size_t entries = sheet->poster->options[k].best_count;
	double count = 0;

	for (size_t e = 0; e < entries && e < b->most; e++)
		count += (double)entry_of(sheet, k, e, b->size).count;
	return fmax(count, 1);
}

/* As many lines as the band has room for. */
static struct lines name_of(const struct sheet *sheet, size_t k, double height,
			    double size)
{
	const struct poster_option *option = &sheet->poster->options[k];
	double logo = option->logo.len ? 62 : 0;
	struct setting set = { FONT_DISPLAY, true, fmin(size, height * 0.5),
			       22,	     1,	   1.05 };
	struct lines name;

	for (;; set.most++) {
		/* So that all lines stay in the band. */
		set.size = fmin(set.size, height * 0.95 / (double)set.most);
		name = sheet_name(sheet, option->name, option->short_name,
				  NAMES - logo, set);
		if (name.is_whole || set.most == 3 ||
		    (double)(set.most + 1) * set.floor * 1.1 > height)
			return name;
	}
}

static void draw_band(struct sheet *sheet, size_t k, double y, double height,
		      const struct bands *b)
{
	const struct poster_option *option = &sheet->poster->options[k];
	uint32_t ground = sheet->colours.bands[k % BAND_COLOURS],
		 ink = text_on(ground);
	double logo = option->logo.len ? 62 : 0;
	struct lines name = name_of(sheet, k, height, b->names);
	double middle = y + height / 2, at;

	sheet_rect(sheet, 0, round(y), POSTER_WIDTH,
		   round(y + height) - round(y), ground);
	if (height > 60)
		sheet_logo(sheet, k, SHEET_MARGIN, middle - 24, 48);
	sheet_put_middle(sheet, SHEET_MARGIN + logo, middle, ANCHOR_START,
			 &name, ink);
	at = middle - lines_of(sheet, k, b) * b->size * 1.32 / 2;
	for (size_t e = 0; e < option->best_count && e < b->most; e++) {
		struct lines lines = entry_of(sheet, k, e, b->size);

		sheet_put(sheet, TEXT_LEFT, at + b->size * 0.98, ANCHOR_START,
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
