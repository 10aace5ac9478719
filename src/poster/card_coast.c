/*
 * Two options on a card, as on a poster of the two: poster/card.h.
 *
 * Each row is as high as its criterion weighs, and its lead pushes the border.
 */
#include <math.h>

#include "poster/card.h"
#include "poster/poster_sheet.h"

enum { MARGIN = SHEET_MARGIN, STRIP = 56, MIDDLE = CARD_WIDTH / 2 };
enum { FLOOR = 22, GAP = 14, NAME_ROOM = 160 };
static const double REACH = 280;

static void draw_sides(struct sheet *sheet, double top, double bottom,
		       double border);
static void draw_names(struct sheet *sheet, const struct card *card,
		       double top);

void card_coast(struct sheet *sheet, const struct card *card, double top,
		double bottom)
{
	double y = top + STRIP, weight = 0;
	struct coast coast =
		coast_of(card->rows, NULL, card->row_count,
			 (struct coast){ .width = CARD_WIDTH,
					 .reach = REACH,
					 .floor = FLOOR,
					 .word_level = card->word_level });

	for (size_t k = 0; k < card->row_count; k++)
		weight += card->rows[k].weight;
	draw_sides(sheet, top, y, MIDDLE);
	draw_names(sheet, card, top);
	for (size_t k = 0; k < card->row_count; k++) {
		const struct poster_row *row = &card->rows[k];
		double height = (bottom - top - STRIP) * row->weight / weight;

		draw_sides(sheet, y, y + height, coast_border(&coast, row));
		coast_words(sheet, &coast, row, y, height,
			    fmin(30, height * 0.55));
		y += height;
	}
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
	struct setting two = { FONT_BODY, true, FLOOR, FLOOR, 2, 1.08 };

	for (size_t k = 0; k < 2; k++) {
		const struct card_side *side = &card->sides[k];
		uint32_t ink = text_on(sheet->colours.sides[k]);
		enum anchor anchor = k ? ANCHOR_END : ANCHOR_START;
		struct lines total = sheet_lines(
			sheet, side->total, MIDDLE - MARGIN - NAME_ROOM, set);
		double own = side->total.len ? lines_width(&total) + 20 : 0;
		double x = k ? CARD_WIDTH - MARGIN : MARGIN;
		double room = MIDDLE - MARGIN - own - GAP;
		struct lines name = sheet_lines(sheet, side->name, room, set);

		if (!name.is_whole)
			name = sheet_name(sheet, side->name, side->short_name,
					  room, two);

		sheet_put_middle(sheet, x, top + STRIP / 2.0, anchor, &total,
				 ink);
		sheet_put_middle(sheet, k ? x - own : x + own,
				 top + STRIP / 2.0, anchor, &name, ink);
	}
}
