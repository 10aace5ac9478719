#include "poster/card.h"

#include <math.h>

#include "poster/poster_sheet.h"

enum {
	MARGIN = 56,
	LEFT_WIDTH = 560,
	BARS_LEFT = 680,
	WIDE_TOP = 262,
	COAST_BOTTOM = 536,
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
static struct lines headline_of(const struct plan *p,
				const struct headline **said);
static void draw_foot(struct plan *p, double from);

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

	scene->title = card->eyebrow;
	scene->description = card->eyebrow;
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
	const struct card *card = p->card;
	struct text_style small = { FONT_BODY, 24, true };
	const struct headline *said = NULL;
	struct lines lines = headline_of(p, &said);
	double y = 70;

	if (said)
		p->sheet.scene->description = said->text;
	sheet_text(&p->sheet, MARGIN, y, ANCHOR_START,
		   sheet_cut(&p->sheet, card->eyebrow, small, p->width), small,
		   p->muted);
	y += 14 + lines.style.size * 0.92;
	sheet_put(&p->sheet, MARGIN, y, ANCHOR_START, &lines, p->ink);
	y += lines.leading * ((double)lines.count - 1) + lines.style.size * 0.3;
	draw_foot(p, y);
}

/* The first that fits; the last is made to. */
static struct lines headline_of(const struct plan *p,
				const struct headline **said)
{
	struct setting set = { FONT_DISPLAY,	     true, 72, 44,
			       p->is_across ? 2 : 4, 1.06 };
	struct lines lines = { .style = { FONT_DISPLAY, 44, true } };

	if (!p->card->bar_count && !p->is_across)
		set.size = 96;
	for (size_t k = 0; k < p->card->headline_count; k++) {
		*said = &p->card->headlines[k];
		if (k + 1 == p->card->headline_count)
			set.floor = 30;
		lines = sheet_lines(&p->sheet, (*said)->text, p->width, set);
		if (lines.is_whole)
			break;
	}
	return lines;
}

/* What is said below the headline has the room that is left. */
static void draw_foot(struct plan *p, double from)
{
	const struct card *card = p->card;
	struct text_style plain = { FONT_BODY, 24, false };
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
		sheet_text(&p->sheet, CARD_WIDTH - MARGIN, y, ANCHOR_END,
			   sheet_cut(&p->sheet,
				     sheet_join(&p->sheet, card->detail,
						card->more),
				     plain, 360),
			   plain, p->muted);
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
