/*
 * Two options on a card, as on a poster of the two: poster/card.h.
 *
 * Each row is as high as its criterion weighs, and its lead pushes the border.
 */
#include <math.h>

#include "poster/card.h"
#include "poster/poster_sheet.h"

enum { MARGIN = 56, STRIP = 56, MIDDLE = CARD_WIDTH / 2, FLOOR = 22, GAP = 14 };
static const double REACH = 280, LEAST_LEAD = 0.1;

static void draw_sides(struct sheet *sheet, double top, double bottom,
		       double border);
static void draw_names(struct sheet *sheet, const struct card *card,
		       double top);
static double most_lead(const struct card *card);
static void draw_words(struct sheet *sheet, const struct card *card,
		       const struct poster_row *row, double middle,
		       double height, double border);

void card_coast(struct sheet *sheet, const struct card *card, double top,
		double bottom)
{
	double y = top + STRIP, weight = 0, most = most_lead(card);

	for (size_t k = 0; k < card->row_count; k++)
		weight += card->rows[k].weight;
	draw_sides(sheet, top, y, MIDDLE);
	draw_names(sheet, card, top);
	for (size_t k = 0; k < card->row_count; k++) {
		const struct poster_row *row = &card->rows[k];
		double height = (bottom - top - STRIP) * row->weight / weight;
		double border = round(MIDDLE + row->lead * REACH / most);

		draw_sides(sheet, y, y + height, border);
		draw_words(sheet, card, row, y + height / 2, height, border);
		y += height;
	}
}

static double most_lead(const struct card *card)
{
	double most = LEAST_LEAD;

	for (size_t k = 0; k < card->row_count; k++)
		most = fmax(most, fabs(card->rows[k].lead));
	return most;
}

/* On whole pixels, so that no seam shows. */
static void draw_sides(struct sheet *sheet, double top, double bottom,
		       double border)
{
	const uint32_t *sides = sheet->colours.sides;
	double y = round(top), end = round(bottom);

	sheet_rect(sheet, 0, y, border, end - y, sides[0]);
	sheet_rect(sheet, border, y, CARD_WIDTH - border, end - y, sides[1]);
	sheet_rect(sheet, 0, end - 1, border, 1,
		   palette_mix(sides[0], text_on(sides[0]), 0.22));
	sheet_rect(sheet, border, end - 1, CARD_WIDTH - border, 1,
		   palette_mix(sides[1], text_on(sides[1]), 0.22));
}

/* The totals outside, the names beside them. */
static void draw_names(struct sheet *sheet, const struct card *card, double top)
{
	struct setting set = { FONT_BODY, true, 32, FLOOR, 1, 0 };

	for (size_t k = 0; k < 2; k++) {
		const struct card_side *side = &card->sides[k];
		uint32_t ink = text_on(sheet->colours.sides[k]);
		enum anchor anchor = k ? ANCHOR_END : ANCHOR_START;
		struct lines total = sheet_lines(sheet, side->total, 200, set);
		double own = side->total.len ? lines_width(&total) + 20 : 0;
		double x = k ? CARD_WIDTH - MARGIN : MARGIN;
		struct lines name =
			sheet_name(sheet, side->name, side->short_name,
				   MIDDLE - MARGIN - own - GAP, set);

		sheet_put_middle(sheet, x, top + STRIP / 2.0, anchor, &total,
				 ink);
		sheet_put_middle(sheet, k ? x - own : x + own,
				 top + STRIP / 2.0, anchor, &name, ink);
	}
}

/* The name of a row on the side of who is better, a level one on the first. */
static void draw_words(struct sheet *sheet, const struct card *card,
		       const struct poster_row *row, double middle,
		       double height, double border)
{
	size_t winner = row->lead < 0;
	struct setting set = { FONT_BODY,
			       row->lead != 0,
			       fmin(30, fmax(FLOOR, height * 0.55)),
			       FLOOR,
			       1,
			       0 };
	struct lines scores[2], title;
	double room;

	for (size_t k = 0; k < 2; k++) {
		struct setting own = set;

		own.bold = row->lead != 0 && winner == k;
		scores[k] = sheet_lines(sheet, row->scores[k], 200, own);
		sheet_put_middle(sheet, k ? CARD_WIDTH - MARGIN : MARGIN,
				 middle, k ? ANCHOR_END : ANCHOR_START,
				 &scores[k], text_on(sheet->colours.sides[k]));
	}
	room = (winner ? CARD_WIDTH - MARGIN - border : border - MARGIN) -
	       lines_width(&scores[winner]) - GAP - 16;
	title = sheet_name(sheet, row->title, row->title, room, set);
	sheet_put_middle(sheet, border + (winner ? GAP : -GAP), middle,
			 winner ? ANCHOR_START : ANCHOR_END, &title,
			 text_on(sheet->colours.sides[winner]));
	if (row->lead != 0)
		return;
	title = sheet_lines(sheet, card->word_level, 200, set);
	sheet_put_middle(sheet, border + GAP, middle, ANCHOR_START, &title,
			 text_on(sheet->colours.sides[1]));
}
