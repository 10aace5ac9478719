/*
 * Two options as a coast: poster/poster.h.
 *
 * A row is as high as its criterion weighs, and its lead pushes the border
 * between the two colours.  So the areas that each takes beyond the middle
 * are to one another as what pulls to either side.
 */
#include <math.h>

#include "poster/poster_sheet.h"

/* The smallest row that has room for a text; where it has for a large one. */
static const double ROW_LEAST = 23, ROW_TALL = 120, REACH = 318;
enum { STRIP = 54, TOTALS_LEAST = 104, PULLS = 22, LOGO_LEAST = 32 };

struct duel {
	double top;	 /* of the rows */
	bool has_strips; /* names stand in a line of their own each */
	double totals;	 /* the size of the numerals */
	bool *shown;	 /* per row */
	size_t count;	 /* of those */
	double weight;	 /* all of theirs */
};

static struct duel duel_of(const struct sheet *sheet);
static bool names_fit(const struct sheet *sheet, double width);
static double name_room(const struct sheet *sheet, double totals);
static bool pulls_fit(const struct sheet *sheet, double width);
static void choose_rows(const struct sheet *sheet, struct duel *duel);
static void draw_totals(struct sheet *sheet, const struct duel *duel);
static void draw_strips(struct sheet *sheet);
static void draw_side(struct sheet *sheet, const struct duel *duel, size_t k,
		      double top);
static double draw_logo(struct sheet *sheet, size_t k, double y, double side);
static void draw_rows(struct sheet *sheet, const struct duel *duel);
static void draw_middle(struct sheet *sheet, double top);
static double size_of(double height);

struct str poster_duel_rest(const struct sheet *sheet)
{
	size_t left;

	if (shows_purposes(sheet))
		return STR("");
	left = sheet->poster->row_count - duel_of(sheet).count;
	return left ? sheet->poster->rests[left] : STR("");
}

void poster_duel(struct sheet *sheet)
{
	struct duel duel = duel_of(sheet);

	draw_totals(sheet, &duel);
	draw_rows(sheet, &duel);
}

static struct duel duel_of(const struct sheet *sheet)
{
	bool low = sheet->form == POSTER_SQUARE || sheet->form == POSTER_PRINT;
	struct duel duel = { .totals = low ? 140 : 176 };

	while (duel.totals > TOTALS_LEAST &&
	       (!names_fit(sheet, name_room(sheet, duel.totals)) ||
		!pulls_fit(sheet, name_room(sheet, duel.totals))))
		duel.totals -= 8;
	duel.has_strips = !names_fit(sheet, name_room(sheet, duel.totals));
	while (name_room(sheet, duel.totals) < 0)
		duel.totals -= 4;
	duel.top = sheet->top + duel.totals * 1.12 +
		   (duel.has_strips ? 2 * STRIP : 0);
	choose_rows(sheet, &duel);
	return duel;
}

/* Beside the numerals, on the inner side. */
static double name_room(const struct sheet *sheet, double totals)
{
	struct text_style style = { FONT_DISPLAY, totals, true };
	double widest = 0;

	for (size_t k = 0; k < 2; k++)
		widest =
			fmax(widest, text_width(sheet->poster->options[k].total,
						style));
	return POSTER_WIDTH / 2.0 - SHEET_MARGIN - widest - 18 - 28;
}

static bool names_fit(const struct sheet *sheet, double width)
{
	struct setting set = { FONT_BODY, true, 40, 26, 2, 1.1 };

	for (size_t k = 0; k < 2; k++)
		if (!sheet_lines(sheet, sheet->poster->options[k].name, width,
				 set)
			     .is_whole)
			return false;
	return true;
}

static bool pulls_fit(const struct sheet *sheet, double width)
{
	struct text_style small = { FONT_BODY, PULLS, false };

	return text_width(sheet->poster->pulls[0], small) <= width &&
	       text_width(sheet->poster->pulls[1], small) <= width;
}

/* The first of those that may go, until the lightest of all has room. */
static void choose_rows(const struct sheet *sheet, struct duel *duel)
{
	const struct poster *poster = sheet->poster;
	double height = sheet->bottom - duel->top;

	duel->shown = arena_array(sheet->arena, bool, poster->row_count + 1);
	duel->count = poster->row_count;
	for (size_t k = 0; k < poster->row_count; k++)
		duel->shown[k] = true;
	for (size_t left = 0;; left++) {
		double lightest = INFINITY;

		duel->weight = 0;
		for (size_t k = 0; k < poster->row_count; k++) {
			if (!duel->shown[k])
				continue;
			duel->weight += poster->rows[k].weight;
			lightest = fmin(lightest, poster->rows[k].weight);
		}
		if (duel->count <= 1 ||
		    height * lightest / duel->weight >= ROW_LEAST)
			return;
		duel->shown[poster->least[left]] = false;
		duel->count--;
	}
}

static void draw_totals(struct sheet *sheet, const struct duel *duel)
{
	double top = sheet->top;

	if (duel->has_strips) {
		draw_strips(sheet);
		top += 2 * STRIP;
	}
	sheet_sides(sheet, top, duel->top, POSTER_WIDTH / 2.0, 1);
	for (size_t k = 0; k < 2; k++)
		draw_side(sheet, duel, k, top);
}

/* Two names that are too long for half the width. */
static void draw_strips(struct sheet *sheet)
{
	struct setting set = { FONT_BODY, true, 27, SHEET_FLOOR, 1, 0 };

	for (size_t k = 0; k < 2; k++) {
		const struct poster_option *option = &sheet->poster->options[k];
		uint32_t ground = sheet->colours.sides[k];
		double y = sheet->top + STRIP * (double)k;
		struct lines name =
			sheet_name(sheet, option->name, option->short_name,
				   SHEET_INNER, set);

		sheet_rect(sheet, 0, y, POSTER_WIDTH, STRIP, ground);
		sheet_put_middle(sheet, k ? SHEET_RIGHT : SHEET_MARGIN,
				 y + STRIP / 2.0, k ? ANCHOR_END : ANCHOR_START,
				 &name, text_on(ground));
	}
}

/* The total outside, the name at the border, what pulls below it. */
static void draw_side(struct sheet *sheet, const struct duel *duel, size_t k,
		      double top)
{
	const struct poster_option *option = &sheet->poster->options[k];
	struct setting set = { FONT_BODY, true, 40, 26, 2, 1.1 };
	struct text_style big = { FONT_DISPLAY, duel->totals, true };
	struct text_style small = { FONT_BODY, PULLS, false };
	uint32_t ink = text_on(sheet->colours.sides[k]);
	double x = POSTER_WIDTH / 2.0 + (k ? 18 : -18), y = top;
	enum anchor inner = k ? ANCHOR_START : ANCHOR_END;
	struct lines name;

	sheet_text(sheet, k ? SHEET_RIGHT : SHEET_MARGIN,
		   top + duel->totals * 0.92, k ? ANCHOR_END : ANCHOR_START,
		   option->total, big, ink);
	if (!duel->has_strips) {
		name = sheet_name(sheet, option->name, option->short_name,
				  name_room(sheet, duel->totals), set);
		y = top + 24 + name.style.size * 0.8;
		sheet_put(sheet, x, y, inner, &name, ink);
		y += name.leading * ((double)name.count - 1) + 14;
	}
	if (option->logo.len && duel->top - y > 48 + LOGO_LEAST)
		y = draw_logo(sheet, k, y, fmin(56, duel->top - y - 48));
	if (duel->top - y > 44 &&
	    pulls_fit(sheet, name_room(sheet, duel->totals)))
		sheet_text(sheet, x, duel->top - 24, inner,
			   sheet->poster->pulls[k], small, ink);
}

static double draw_logo(struct sheet *sheet, size_t k, double y, double side)
{
	double x = POSTER_WIDTH / 2.0 + (k ? 18 : -18 - side);

	sheet_logo(sheet, k, x, y, side);
	return y + side;
}

static void draw_rows(struct sheet *sheet, const struct duel *duel)
{
	const struct poster *poster = sheet->poster;
	double height = sheet->bottom - duel->top, y = duel->top;
	double *ends = arena_array(sheet->arena, double, poster->row_count + 1);
	struct coast coast =
		coast_of(poster->rows, duel->shown, poster->row_count,
			 (struct coast){ .width = POSTER_WIDTH,
					 .reach = REACH,
					 .floor = SHEET_FLOOR,
					 .word_level = poster->word_level });

	for (size_t k = 0; k < poster->row_count; k++) {
		double top = y;

		if (!duel->shown[k])
			continue;
		y += poster->rows[k].weight / duel->weight * height;
		ends[k] = y;
		sheet_sides(sheet, top, y,
			    coast_border(&coast, &poster->rows[k]), 1);
	}
	draw_middle(sheet, duel->top);
	for (size_t k = 0; k < poster->row_count; k++) {
		double own = poster->rows[k].weight / duel->weight * height;

		if (duel->shown[k])
			coast_words(sheet, &coast, &poster->rows[k],
				    ends[k] - own, own, size_of(own));
	}
}

static double size_of(double height)
{
	return fmin(height > ROW_TALL ? 42 : 31, height * 0.52);
}

/* Dots, as long as there are rows. */
static void draw_middle(struct sheet *sheet, double top)
{
	for (double y = top + 4; y < sheet->bottom - 4; y += 10)
		sheet_rect(sheet, POSTER_WIDTH / 2.0 - 1, y, 2, 3, 0xFFFFFF);
}
