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
enum { FLOOR = 22, PAD = 18, LEAST = 4, STEP_MOST = 150, OVER = 9 };
static const double VALUE_OF = 0.5; /* of a slim bar; more where it must */
/* Across the card. */
enum { NAMES_LIKED = 330, NAMES_MOST = 560, VALUES_MOST = 420 };
enum { BOTTOM = CARD_HEIGHT - 110 };

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

/* How slim bars are drawn: all of a card alike. */
struct slim {
	double step;	     /* from one to the next */
	double height, foot; /* of a bar, and below it */
	struct setting name; /* so that all are of one size */
	uint32_t ground, ink;
};

static double draw_notes(struct sheet *sheet, const struct card *card);
static bool thick_size(const struct sheet *sheet, const struct card *card,
		       double height, double *size);
static struct thick thick_of(const struct sheet *sheet, const struct card *card,
			     const struct card_bar *bar, double size);
static double name_room(const struct thick *t);
static void draw_thick(struct sheet *sheet, const struct card *card,
		       const struct card_bar *bar, double y, double height,
		       double size, uint32_t ink);
static struct slim slim_of(const struct sheet *sheet, const struct card *card,
			   double step);
static struct slim slim_with(double step, size_t lines);
static bool names_fit(const struct sheet *sheet, const struct card *card,
		      struct slim *slim);
static void draw_slim(struct sheet *sheet, const struct card *card,
		      const struct card_bar *bar, double y,
		      const struct slim *slim);
static struct lines slim_value(const struct sheet *sheet,
			       const struct card_bar *bar,
			       const struct slim *slim);
static struct lines slim_name(const struct sheet *sheet,
			      const struct card_bar *bar,
			      const struct slim *slim);
static void round_bar(struct mark *bar);
static double part_of(const struct card *card, const struct card_bar *bar);
static double names_width(const struct card *card);
static double widest(const struct card *card, bool names, double size);
static double wide_size(const struct sheet *sheet, const struct card *card,
			double names, double height);
static void draw_wide(struct sheet *sheet, const struct card *card,
		      const struct card_bar *bar, double y, double height,
		      double size, uint32_t ink);

void card_bars(struct sheet *sheet, const struct card *card, uint32_t ground,
	       uint32_t ink)
{
	double count = (double)card->bar_count;
	double notes = draw_notes(sheet, card);
	double room = CARD_HEIGHT - 2 * MARGIN - notes;
	double step = fmin(room / count, STEP_MOST);
	double top = MARGIN + (room - step * count) / 2;
	double size;
	bool thick = thick_size(sheet, card, step - 20, &size);
	struct slim slim =
		thick ? (struct slim){ 0 } : slim_of(sheet, card, step);

	slim.ground = ground;
	slim.ink = ink;
	for (size_t k = 0; k < card->bar_count; k++) {
		double y = top + step * (double)k;

		if (thick)
			draw_thick(sheet, card, &card->bars[k], y, step - 20,
				   size, ink);
		else
			draw_slim(sheet, card, &card->bars[k], y, &slim);
	}
}

/* Below the bars, on one line or two; how much room they take. */
static double draw_notes(struct sheet *sheet, const struct card *card)
{
	struct setting set = { FONT_BODY, false, 24, 20, 1, 0 };
	struct str both = sheet_join(sheet, card->more, card->note);
	struct lines lines = sheet_lines(sheet, both, ALL, set);
	double y = CARD_HEIGHT - MARGIN;

	if (!both.len)
		return 0;
	if (lines.is_whole || !card->note.len) {
		lines = sheet_name(sheet, both, both, ALL, set);
		sheet_put(sheet, LEFT, y, ANCHOR_START, &lines,
			  sheet->colours.muted);
		return 40;
	}
	lines = sheet_name(sheet, card->note, card->short_note, ALL, set);
	sheet_put(sheet, LEFT, y, ANCHOR_START, &lines, sheet->colours.muted);
	if (!card->more.len)
		return 40;
	lines = sheet_name(sheet, card->more, card->more, ALL, set);
	sheet_put(sheet, LEFT, y - 32, ANCHOR_START, &lines,
		  sheet->colours.muted);
	return 72;
}

/*
 * The size at which all words have room; false: they have none.  On a scale
 * that is drawn whole bars are slim.
 */
static bool thick_size(const struct sheet *sheet, const struct card *card,
		       double height, double *size)
{
	*size = fmin(32, height * 0.5);
	for (size_t k = 0; k < card->bar_count; k++) {
		struct thick t = thick_of(sheet, card, &card->bars[k], *size);

		if (card->full > 0 || t.at == WORDS_NONE)
			return false;
		*size = fmin(*size, t.name.style.size);
	}
	return true;
}

static struct thick thick_of(const struct sheet *sheet, const struct card *card,
			     const struct card_bar *bar, double size)
{
	struct setting set = { FONT_BODY, bar->is_front, size, FLOOR, 1, 0 };
	struct thick t = {
		.value = sheet_lines(sheet, bar->value, ALL, set),
		.width = fmax(ALL * part_of(card, bar), LEAST),
	};

	for (t.at = WORDS_WITHIN; t.at <= WORDS_BEHIND; t.at++) {
		double room = name_room(&t);

		t.name = sheet_name(sheet, bar->name, bar->short_name,
				    fmax(room, 1), set);
		if (room > 0 && t.name.is_whole &&
		    (t.value.is_whole || !bar->value.len))
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
		       double size, uint32_t ink)
{
	struct thick t = thick_of(sheet, card, bar, size);
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

/* Names stand on one line, or all have the room of two. */
static struct slim slim_of(const struct sheet *sheet, const struct card *card,
			   double step)
{
	struct slim slim = slim_with(step, 1);

	if (!names_fit(sheet, card, &slim)) {
		slim = slim_with(step, 2);
		names_fit(sheet, card, &slim);
	}
	return slim;
}

static struct slim slim_with(double step, size_t lines)
{
	struct slim slim = {
		.step = step,
		.height = fmin(20, step * 0.2),
		.foot = fmin(24, step * 0.22),
		.name = { FONT_BODY, false, 0, FLOOR, lines, 1.1 },
	};

	if (lines > 1) {
		slim.height = fmin(slim.height, fmax(step * 0.12, 8));
		slim.foot = fmin(slim.foot, fmax(step * 0.15, 10));
	}
	slim.name.size = fmin(30, (step - slim.height - slim.foot - OVER) /
					  (double)lines / 1.1);
	return slim;
}

/* At which size they do, or the smallest. */
static bool names_fit(const struct sheet *sheet, const struct card *card,
		      struct slim *slim)
{
	bool whole = true;

	for (size_t k = 0; k < card->bar_count; k++) {
		struct lines name = slim_name(sheet, &card->bars[k], slim);

		slim->name.size = fmin(slim->name.size, name.style.size);
		whole = whole && name.is_whole;
	}
	return whole;
}

static void draw_slim(struct sheet *sheet, const struct card *card,
		      const struct card_bar *bar, double y,
		      const struct slim *slim)
{
	double top = y + slim->step - slim->height - slim->foot;
	double width = fmax(ALL * fmin(part_of(card, bar), 1), LEAST);
	uint32_t lead = sheet->colours.lead;
	struct lines value = slim_value(sheet, bar, slim);
	struct lines name = slim_name(sheet, bar, slim);

	if (!name.is_whole)
		name = sheet_name(sheet, bar->short_name, bar->short_name,
				  ALL - lines_width(&value) - 24, slim->name);
	sheet_put(sheet, LEFT,
		  top - OVER - name.leading * ((double)name.count - 1),
		  ANCHOR_START, &name, slim->ink);
	sheet_put(sheet, LEFT + ALL, top - OVER, ANCHOR_END, &value, slim->ink);
	if (card->full > 0)
		sheet_rect(sheet, LEFT, top, ALL, slim->height,
			   palette_mix(slim->ground, slim->ink, 0.08));
	sheet_rect(sheet, LEFT, top, width, slim->height,
		   bar->is_front ? lead : palette_mix(lead, slim->ground, 0.5));
}

static struct lines slim_value(const struct sheet *sheet,
			       const struct card_bar *bar,
			       const struct slim *slim)
{
	struct setting set = slim->name;
	struct text_style least = { FONT_BODY, FLOOR, bar->is_front };

	set.bold = bar->is_front;
	set.most = 1;
	return sheet_lines(sheet, bar->value,
			   fmax(ALL * VALUE_OF, text_width(bar->value, least)),
			   set);
}

static struct lines slim_name(const struct sheet *sheet,
			      const struct card_bar *bar,
			      const struct slim *slim)
{
	struct lines value = slim_value(sheet, bar, slim);
	struct setting set = slim->name;

	set.bold = bar->is_front;
	return sheet_lines(sheet, bar->name, ALL - lines_width(&value) - 24,
			   set);
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
	double names = names_width(card);
	double size = wide_size(sheet, card, names, step - 12);

	for (size_t k = 0; k < card->bar_count; k++)
		draw_wide(sheet, card, &card->bars[k], top + step * (double)k,
			  step - 12, size, ink);
}

/* Longer ones take room from the bars before they are cut. */
static double names_width(const struct card *card)
{
	return fmin(widest(card, true, 30),
		    fmin(fmax(NAMES_LIKED, widest(card, true, FLOOR)),
			 NAMES_MOST));
}

static double widest(const struct card *card, bool names, double size)
{
	struct text_style style = { FONT_BODY, size, true };
	double width = 0;

	for (size_t k = 0; k < card->bar_count; k++) {
		const struct card_bar *bar = &card->bars[k];

		width = fmax(width,
			     text_width(names ? bar->name : bar->value, style));
	}
	return width;
}

/* At which each name has room that has any. */
static double wide_size(const struct sheet *sheet, const struct card *card,
			double names, double height)
{
	double size = fmin(30, height);

	for (size_t k = 0; k < card->bar_count; k++) {
		const struct card_bar *bar = &card->bars[k];
		struct setting set = { FONT_BODY, bar->is_front, size, FLOOR, 1,
				       0 };

		size = fmin(size, sheet_name(sheet, bar->name, bar->short_name,
					     names, set)
					  .style.size);
	}
	return size;
}

static void draw_wide(struct sheet *sheet, const struct card *card,
		      const struct card_bar *bar, double y, double height,
		      double size, uint32_t ink)
{
	struct setting set = { FONT_BODY, bar->is_front, size, FLOOR, 1, 0 };
	double names = names_width(card);
	double values = fmin(widest(card, false, 30), VALUES_MOST);
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
