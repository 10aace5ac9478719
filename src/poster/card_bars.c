/*
 * The bars of a card: poster/card.h.
 *
 * No word of a bar crosses its end.  Where a name or a value has no room in or
 * behind its bar, all bars of the card are slim, with their words over them.
 */
#include <math.h>

#include "poster/card.h"
#include "poster/poster_sheet.h"

enum { MARGIN = SHEET_MARGIN, LEFT = 680, ALL = CARD_WIDTH - MARGIN - LEFT };
enum { FLOOR = 22, PAD = 18, LEAST = 4, STEP_MOST = 150 };
static const double VALUE_OF = 0.5; /* of a slim bar; more where it must */
/* Across the card. */
enum { NAMES_MOST = 330, VALUES_MOST = 420, BOTTOM = CARD_HEIGHT - 110 };

/* Where the words of a thick bar stand. */
enum words_at {
	WORDS_NONE,   /* they have no room */
	WORDS_WITHIN, /* both in the bar */
	WORDS_PARTED, /* the name in the bar, the value behind it */
	WORDS_BEHIND, /* both behind it */
};

struct thick {
	struct lines name, value;
	double width;
	enum words_at at;
};

static struct thick thick_of(const struct sheet *sheet, const struct card *card,
			     const struct card_bar *bar, double height);
static double name_room(const struct thick *t);
static bool are_thick(const struct sheet *sheet, const struct card *card,
		      double height);
static void draw_thick(struct sheet *sheet, const struct card *card,
		       const struct card_bar *bar, double y, double height,
		       uint32_t ink);
static void draw_slim(struct sheet *sheet, const struct card *card,
		      const struct card_bar *bar, double y, double step,
		      uint32_t ground, uint32_t ink);
static struct lines slim_name(const struct sheet *sheet,
			      const struct card_bar *bar, double width,
			      double height);
static void round_bar(struct mark *bar);
static double part_of(const struct card *card, const struct card_bar *bar);
static double widest(const struct card *card, bool names);
static void draw_wide(struct sheet *sheet, const struct card *card,
		      const struct card_bar *bar, double y, double height,
		      uint32_t ink);

void card_bars(struct sheet *sheet, const struct card *card, uint32_t ground,
	       uint32_t ink)
{
	double count = (double)card->bar_count;
	double room = CARD_HEIGHT - 2 * MARGIN - (card->more.len ? 40 : 0);
	double step = fmin(room / count, STEP_MOST);
	double top = MARGIN + (room - step * count) / 2;
	struct text_style plain = { FONT_BODY, 24, false };
	bool thick = are_thick(sheet, card, step - 20);

	for (size_t k = 0; k < card->bar_count; k++) {
		double y = top + step * (double)k;

		if (thick)
			draw_thick(sheet, card, &card->bars[k], y, step - 20,
				   ink);
		else
			draw_slim(sheet, card, &card->bars[k], y, step, ground,
				  ink);
	}
	if (card->more.len)
		sheet_text(sheet, LEFT, CARD_HEIGHT - MARGIN, ANCHOR_START,
			   sheet_cut(sheet, card->more, plain, ALL), plain,
			   sheet->colours.muted);
}

/* On a scale that is drawn whole bars are slim. */
static bool are_thick(const struct sheet *sheet, const struct card *card,
		      double height)
{
	for (size_t k = 0; k < card->bar_count; k++)
		if (card->full > 0 ||
		    thick_of(sheet, card, &card->bars[k], height).at ==
			    WORDS_NONE)
			return false;
	return true;
}

static struct thick thick_of(const struct sheet *sheet, const struct card *card,
			     const struct card_bar *bar, double height)
{
	struct setting set = {
		FONT_BODY, bar->is_front, fmin(32, height * 0.5), FLOOR, 1, 0
	};
	struct thick t = {
		.value = sheet_lines(sheet, bar->value, ALL, set),
		.width = fmax(ALL * part_of(card, bar), LEAST),
	};

	for (t.at = WORDS_WITHIN; t.at <= WORDS_BEHIND; t.at++) {
		double room = name_room(&t);

		t.name = sheet_name(sheet, bar->name, bar->short_name,
				    fmax(room, 1), set);
		if (room > 0 && t.name.is_whole && t.value.is_whole)
			return t;
	}
	t.at = WORDS_NONE;
	return t;
}

/* What the name has, where both stand as `at` says; 0: not even the value. */
static double name_room(const struct thick *t)
{
	double value = lines_width(&t->value);

	switch (t->at) {
	case WORDS_NONE:
		break;
	case WORDS_WITHIN:
		return t->width - value - 4 * PAD;
	case WORDS_PARTED:
		return t->width + PAD + value <= ALL ? t->width - 2 * PAD : 0;
	case WORDS_BEHIND:
		return ALL - t->width - value - 3 * PAD;
	}
	return 0;
}

static void draw_thick(struct sheet *sheet, const struct card *card,
		       const struct card_bar *bar, double y, double height,
		       uint32_t ink)
{
	struct thick t = thick_of(sheet, card, bar, height);
	uint32_t fill =
		bar->is_front ? sheet->colours.lead : sheet->colours.rest;
	double middle = y + height / 2, end = LEFT + t.width;
	bool in = t.at != WORDS_BEHIND;

	round_bar(sheet_rect(sheet, LEFT, y, t.width, height, fill));
	sheet_put_middle(sheet, in ? LEFT + PAD : end + PAD, middle,
			 ANCHOR_START, &t.name, in ? text_on(fill) : ink);
	if (t.at == WORDS_WITHIN)
		sheet_put_middle(sheet, end - PAD, middle, ANCHOR_END, &t.value,
				 text_on(fill));
	else if (in)
		sheet_put_middle(sheet, end + PAD, middle, ANCHOR_START,
				 &t.value, ink);
	else
		sheet_put_middle(sheet, CARD_WIDTH - MARGIN, middle, ANCHOR_END,
				 &t.value, ink);
}

static void draw_slim(struct sheet *sheet, const struct card *card,
		      const struct card_bar *bar, double y, double step,
		      uint32_t ground, uint32_t ink)
{
	struct setting set = {
		FONT_BODY, bar->is_front, fmin(30, step * 0.36), FLOOR, 1, 0
	};
	double height = fmin(20, step * 0.2);
	double top = y + step - height - fmin(24, step * 0.22);
	double width = fmax(ALL * fmin(part_of(card, bar), 1), LEAST);
	uint32_t lead = sheet->colours.lead;
	struct text_style least = { FONT_BODY, FLOOR, bar->is_front };
	struct lines value =
		sheet_lines(sheet, bar->value,
			    fmax(ALL * VALUE_OF, text_width(bar->value, least)),
			    set);
	struct lines name = slim_name(
		sheet, bar, ALL - lines_width(&value) - 24, top - 9 - y);

	sheet_put(sheet, LEFT,
		  top - 9 - name.leading * ((double)name.count - 1),
		  ANCHOR_START, &name, ink);
	sheet_put(sheet, LEFT + ALL, top - 9, ANCHOR_END, &value, ink);
	if (card->full > 0)
		sheet_rect(sheet, LEFT, top, ALL, height,
			   palette_mix(ground, ink, 0.08));
	sheet_rect(sheet, LEFT, top, width, height,
		   bar->is_front ? lead : palette_mix(lead, ground, 0.5));
}

/* On two lines where that keeps it whole. */
static struct lines slim_name(const struct sheet *sheet,
			      const struct card_bar *bar, double width,
			      double height)
{
	struct setting set = {
		FONT_BODY, bar->is_front, fmin(30, height * 0.6), FLOOR, 1, 1.1
	};
	struct lines name = sheet_lines(sheet, bar->name, width, set);

	if (!name.is_whole && height / 2 >= FLOOR) {
		set.most = 2;
		set.size = fmin(set.size, height / 2);
	}
	return sheet_name(sheet, bar->name, bar->short_name, width, set);
}

/* A card is seen at half its size. */
static void round_bar(struct mark *bar)
{
	bar->radius = 6;
	bar->is_solid = true;
}

/* Of the room that the longest bar takes. */
static double part_of(const struct card *card, const struct card_bar *bar)
{
	double most = card->full;

	for (size_t k = 0; !(card->full > 0) && k < card->bar_count; k++)
		most = fmax(most, card->bars[k].share);
	return most > 0 ? fmax(bar->share, 0) / most : 0;
}

void card_wide_bars(struct sheet *sheet, const struct card *card, uint32_t ink,
		    double top)
{
	double step = fmin((BOTTOM - top) / (double)card->bar_count, 72);

	for (size_t k = 0; k < card->bar_count; k++)
		draw_wide(sheet, card, &card->bars[k], top + step * (double)k,
			  step - 12, ink);
}

static void draw_wide(struct sheet *sheet, const struct card *card,
		      const struct card_bar *bar, double y, double height,
		      uint32_t ink)
{
	struct setting set = {
		FONT_BODY, bar->is_front, fmin(30, height), FLOOR, 1, 0
	};
	double names = fmin(widest(card, true), NAMES_MOST);
	double values = fmin(widest(card, false), VALUES_MOST);
	double left = MARGIN + names + 20, middle = y + height / 2;
	double all = CARD_WIDTH - MARGIN - values - 20 - left;
	double width = fmax(all * part_of(card, bar), LEAST);
	struct lines name =
		sheet_name(sheet, bar->name, bar->short_name, names, set);
	struct lines value = sheet_lines(sheet, bar->value, values, set);

	sheet_put_middle(sheet, left - 20, middle, ANCHOR_END, &name, ink);
	round_bar(sheet_rect(sheet, left, y, width, height,
			     bar->is_front ? sheet->colours.loud_lead
					   : sheet->colours.loud_rest));
	sheet_put_middle(sheet, left + width + 14, middle, ANCHOR_START, &value,
			 ink);
}

static double widest(const struct card *card, bool names)
{
	struct text_style style = { FONT_BODY, 30, true };
	double width = 0;

	for (size_t k = 0; k < card->bar_count; k++) {
		const struct card_bar *bar = &card->bars[k];

		width = fmax(width,
			     text_width(names ? bar->name : bar->value, style));
	}
	return width;
}
