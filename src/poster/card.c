#include "poster/card.h"

#include <math.h>

#include "poster/poster_sheet.h"

enum {
	MARGIN = 56,
	LEFT_WIDTH = 560,
	BARS_LEFT = 680,
	WIDE_TOP = 262,
	COAST_BOTTOM = 536,
	EYEBROW_LEAST = 160,
	FLOOR = 22
};

/* Where texts stand, and in which colours. */
struct plan {
	struct sheet sheet; /* to set texts by */
	const struct card *card;
	uint32_t ground, ink, muted;
	double width;	/* of the headline */
	bool is_across; /* what is drawn stands below the headline */
};

static void draw_head(struct plan *p);
static double draw_eyebrow(struct plan *p);
static struct lines headline_of(const struct plan *p,
				const struct headline **said);
static struct lines set_headline(const struct plan *p, struct str text,
				 double floor);
static void draw_foot(struct plan *p, double from);
static void draw_notes(struct plan *p, double y, double room);

struct scene *card_scene(const struct card *card, const struct palette *palette,
			 struct arena *arena)
{
	const struct palette_poster *c =
		palette->dark_first ? &palette->night : &palette->paper;
	struct scene *scene = scene_new(CARD_WIDTH, CARD_HEIGHT, arena);
	bool half = card->bar_count && !card->is_wide;
	bool coast = card->row_count > 0;
	struct plan p = {
		.sheet = { .scene = scene, .colours = *c, .arena = arena },
		.card = card,
		.ground = card->is_wide ? c->loud : c->paper,
		.ink = card->is_wide ? c->loud_ink : c->ink,
		.muted = card->is_wide ? c->loud_muted : c->muted,
		.width = half ? LEFT_WIDTH : CARD_WIDTH - 2 * MARGIN,
		.is_across = card->is_wide || coast,
	};

	scene->title = sheet_join(&p.sheet, card->subject, card->eyebrow);
	scene->description = scene->title;
	scene->has_ground = true;
	if (coast)
		sheet_set_sides(&p.sheet, palette, palette->dark_first,
				(size_t[]){ card->sides[0].slot,
					    card->sides[1].slot });
	sheet_rect(&p.sheet, 0, 0, CARD_WIDTH, CARD_HEIGHT, p.ground);
	draw_head(&p);
	if (coast)
		card_coast(&p.sheet, card, WIDE_TOP, COAST_BOTTOM);
	else if (card->is_wide)
		card_wide_bars(&p.sheet, card, p.ink, WIDE_TOP);
	else if (card->bar_count)
		card_bars(&p.sheet, card, p.ground, p.ink);
	if (text_lines_are_rtl())
		scene_mirror(scene);
	return scene;
}

static void draw_head(struct plan *p)
{
	const struct headline *said = NULL;
	struct lines lines = headline_of(p, &said);
	double y = draw_eyebrow(p) + 14 + lines.style.size * 0.92;

	if (said)
		p->sheet.scene->description = said->text;
	sheet_put(&p->sheet, MARGIN, y, ANCHOR_START, &lines, p->ink);
	y += lines.leading * ((double)lines.count - 1) + lines.style.size * 0.3;
	draw_foot(p, y);
}

/*
 * Who sees a shared link has not seen the page: what a card is about stands
 * large enough for a telephone, and the comparison beside it.
 */
static double draw_eyebrow(struct plan *p)
{
	const struct card *card = p->card;
	struct setting set = { FONT_BODY, true, 24, FLOOR, 2, 1.25 };
	struct setting larger = { FONT_BODY, true, 32, 24, 1, 0 };
	struct lines subject = sheet_name(&p->sheet, card->subject,
					  card->subject, p->width, larger);
	struct lines lines;
	double x = 0, y = 70;

	if (p->is_across)
		set.most = 1;
	if (card->subject.len) {
		sheet_put(&p->sheet, MARGIN, y, ANCHOR_START, &subject, p->ink);
		x = lines_width(&subject) + 18;
		set.bold = false;
		set.most = 1;
	}
	if (p->width - x < EYEBROW_LEAST)
		return y;
	lines = sheet_name(&p->sheet, card->eyebrow, card->eyebrow,
			   p->width - x, set);
	sheet_put(&p->sheet, MARGIN + x, y, ANCHOR_START, &lines, p->muted);
	return y + lines.leading * ((double)lines.count - 1);
}

/* The first that fits; the last is made to. */
static struct lines headline_of(const struct plan *p,
				const struct headline **said)
{
	struct lines lines = { .style = { FONT_DISPLAY, 44, true } };

	for (size_t k = 0; k < p->card->headline_count; k++) {
		bool last = k + 1 == p->card->headline_count;

		*said = &p->card->headlines[k];
		lines = set_headline(p, (*said)->text, last ? 30 : 44);
		if (lines.is_whole)
			break;
	}
	return lines;
}

/* The fewer lines it needs, the larger it is. */
static struct lines set_headline(const struct plan *p, struct str text,
				 double floor)
{
	static const struct setting BESIDE[] = {
		{ FONT_DISPLAY, true, 112, 92, 2, 1.02 },
		{ FONT_DISPLAY, true, 92, 76, 3, 1.04 },
		{ FONT_DISPLAY, true, 72, 0, 4, 1.06 },
	}, ACROSS[] = {
		{ FONT_DISPLAY, true, 72, 54, 2, 1.06 },
		{ FONT_DISPLAY, true, 46, 0, 3, 1.06 },
	}, ALONE = { FONT_DISPLAY, true, 96, 0, 4, 1.06 };
	const struct setting *sets = p->is_across	  ? ACROSS
				     : p->card->bar_count ? BESIDE
							  : &ALONE;
	for (;; sets++) {
		struct setting set = *sets;
		struct lines lines;

		set.floor = set.floor > 0 ? set.floor : floor;
		lines = sheet_lines(&p->sheet, text, p->width, set);
		if (lines.is_whole || !(sets->floor > 0))
			return lines;
	}
}

/* What is said below the headline has the room that is left. */
static void draw_foot(struct plan *p, double from)
{
	const struct card *card = p->card;
	struct str detail = card->detail;
	struct setting set = { FONT_BODY, false, 27, FLOOR, 3, 1.3 };
	double y = CARD_HEIGHT - MARGIN;
	struct lines lines;

	if (card->is_wide)
		detail = STR("");
	for (size_t k = 0; !detail.len && k < card->headline_count; k++)
		detail = card->headlines[k].more;
	lines = sheet_name(&p->sheet, card->address, card->short_address,
			   p->is_across ? 700 : p->width,
			   (struct setting){ FONT_BODY, true, 24, 18, 1, 0 });
	sheet_put(&p->sheet, MARGIN, y, ANCHOR_START, &lines, p->ink);
	if (p->is_across) {
		draw_notes(p, y,
			   CARD_WIDTH - 2 * MARGIN - 24 - lines_width(&lines));
		set.most = 1;
	}
	if (p->is_across)
		y = WIDE_TOP + 20;
	lines = sheet_lines(&p->sheet, detail, p->width, set);
	if (!detail.len || !lines.is_whole ||
	    from + 20 + lines_height(&lines) > y - 40)
		return;
	sheet_put(&p->sheet, MARGIN, from + 20 + lines.style.size, ANCHOR_START,
		  &lines, p->muted);
}

/* At the right of the address. */
static void draw_notes(struct plan *p, double y, double room)
{
	const struct card *card = p->card;
	struct text_style plain = { FONT_BODY, 24, false };
	struct str rest = sheet_join(&p->sheet, card->detail, card->more);
	struct str all = sheet_join(&p->sheet, card->note, rest);

	if (text_width(all, plain) > room)
		all = sheet_join(&p->sheet, card->short_note, rest);
	sheet_text(&p->sheet, CARD_WIDTH - MARGIN, y, ANCHOR_END,
		   sheet_cut(&p->sheet, all, plain, room), plain, p->muted);
}

struct scene *badge_scene(const struct badge *badge, struct arena *arena)
{
	struct text_style plain = { FONT_BODY, 12, false };
	struct text_style bold = { FONT_BODY, 12, true };
	struct str label = text_fit(badge->label, plain, 320, arena);
	struct str result = text_fit(badge->result, bold, 320, arena);
	double left = ceil(text_width(label, plain)) + 20;
	double right = ceil(text_width(result, bold)) + 36;
	struct scene *scene = scene_new(left + right, 26, arena);

	scene->title = badge->label;
	scene->description = badge->result;
	scene_rect(scene, 0.5, 0.5, left + right - 1, 25, ink(PAINT_PANEL))
		->radius = 5;
	scene_text(scene, 10, 17, label, plain, ink(PAINT_INK));
	scene_line(scene, left, 5, left, 21, ink(PAINT_GRID));
	if (badge->has_leader)
		scene_sign(scene, left + 13, 13, 5, badge->slot);
	scene_text(scene, left + (badge->has_leader ? 24 : 12), 17, result,
		   bold, ink(PAINT_INK));
	return scene;
}
