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
static void draw_bars(struct plan *p);
static void draw_bar(struct plan *p, const struct card_bar *bar, double y,
		     double height, bool strong);
static void round_bar(struct mark *bar);
static double longest(const struct card *card);
static void draw_slim_bar(struct plan *p, const struct card_bar *bar, double y,
			  double step);
static void put_across(struct plan *p, const struct lines *lines, double x,
		       double middle, double end, uint32_t fill);
static void draw_wide_bars(struct plan *p);
static void draw_wide_bar(struct plan *p, const struct card_bar *bar, double y,
			  double height, double names);

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
		draw_wide_bars(&p);
	else if (card->bar_count)
		draw_bars(&p);
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

static void draw_bars(struct plan *p)
{
	const struct card *card = p->card;
	double count = (double)card->bar_count;
	double room = CARD_HEIGHT - 2 * MARGIN - (card->more.len ? 40 : 0);
	double step = fmin(room / count, 150);
	double top = MARGIN + (room - step * count) / 2;
	struct text_style plain = { FONT_BODY, 24, false };

	for (size_t k = 0; k < card->bar_count; k++) {
		double y = top + step * (double)k;

		if (card->full > 0)
			draw_slim_bar(p, &card->bars[k], y, step);
		else
			draw_bar(p, &card->bars[k], y, step - 20,
				 card->bars[k].is_front);
	}
	if (card->more.len)
		sheet_text(&p->sheet, BARS_LEFT, CARD_HEIGHT - MARGIN,
			   ANCHOR_START, card->more, plain, p->muted);
}

/* On a scale that is drawn whole; name and value stand over it. */
static void draw_slim_bar(struct plan *p, const struct card_bar *bar, double y,
			  double step)
{
	struct setting set = {
		FONT_BODY, bar->is_front, fmin(30, step * 0.36), FLOOR, 1, 0
	};
	double all = CARD_WIDTH - MARGIN - BARS_LEFT;
	double height = fmin(20, step * 0.2);
	double top = y + step - height - fmin(24, step * 0.22);
	double width = all * fmin(fmax(bar->share / p->card->full, 0), 1);
	uint32_t lead = p->sheet.colours.lead;
	struct lines value = sheet_lines(&p->sheet, bar->value, all * 0.5, set);
	struct lines name = sheet_name(&p->sheet, bar->name, bar->short_name,
				       all - lines_width(&value) - 24, set);

	sheet_put(&p->sheet, BARS_LEFT, top - 9, ANCHOR_START, &name, p->ink);
	sheet_put(&p->sheet, BARS_LEFT + all, top - 9, ANCHOR_END, &value,
		  p->ink);
	sheet_rect(&p->sheet, BARS_LEFT, top, all, height,
		   palette_mix(p->ground, p->ink, 0.08));
	sheet_rect(&p->sheet, BARS_LEFT, top, fmax(width, 4), height,
		   bar->is_front ? lead : palette_mix(lead, p->ground, 0.5));
}

/* Name and value within the bar where it has room, else behind it. */
static void draw_bar(struct plan *p, const struct card_bar *bar, double y,
		     double height, bool strong)
{
	double most = longest(p->card);
	double all = CARD_WIDTH - MARGIN - BARS_LEFT, end;
	double width =
		fmax(all * (most > 0 ? fmax(bar->share, 0) / most : 0), 4);
	struct setting set = { FONT_BODY, strong, fmin(32, height * 0.5),
			       FLOOR,	  1,	  0 };
	struct lines value = sheet_lines(&p->sheet, bar->value, all * 0.5, set);
	double beside = lines_width(&value) + 18;
	uint32_t fill = strong ? p->sheet.colours.lead : p->sheet.colours.rest,
		 on = text_on(fill);
	struct lines name = sheet_name(&p->sheet, bar->name, bar->short_name,
				       all - beside - 40, set);
	double own = lines_width(&name) + 18, middle = y + height / 2;

	round_bar(sheet_rect(&p->sheet, BARS_LEFT, y, width, height, fill));
	end = BARS_LEFT + width;
	if (own + beside + 36 <= width) {
		sheet_put_middle(&p->sheet, BARS_LEFT + 18, middle,
				 ANCHOR_START, &name, on);
		sheet_put_middle(&p->sheet, end - 18, middle, ANCHOR_END,
				 &value, on);
		return;
	}
	if (own + 18 <= width && end + beside <= CARD_WIDTH - MARGIN) {
		sheet_put_middle(&p->sheet, BARS_LEFT + 18, middle,
				 ANCHOR_START, &name, on);
		sheet_put_middle(&p->sheet, end + 18, middle, ANCHOR_START,
				 &value, p->ink);
		return;
	}
	put_across(p, &name, fmin(end + 18, CARD_WIDTH - MARGIN - own - beside),
		   middle, end, fill);
	put_across(p, &value, CARD_WIDTH - MARGIN - beside + 18, middle, end,
		   fill);
}

/* A card is seen at half its size. */
static void round_bar(struct mark *bar)
{
	bar->radius = 6;
	bar->is_solid = true;
}

/* The share whose bar takes all the room. */
static double longest(const struct card *card)
{
	double most = card->full;

	for (size_t k = 0; !(card->full > 0) && k < card->bar_count; k++)
		most = fmax(most, card->bars[k].share);
	return most;
}

/* Where it begins tells on what it stands; a halo keeps the rest readable. */
static void put_across(struct plan *p, const struct lines *lines, double x,
		       double middle, double end, uint32_t fill)
{
	uint32_t ground = x + lines_width(lines) / 2 < end ? fill : p->ground;
	size_t from = p->sheet.scene->mark_count;

	sheet_put_middle(&p->sheet, x, middle, ANCHOR_START, lines,
			 text_on(ground));
	for (; from < p->sheet.scene->mark_count; from++) {
		p->sheet.scene->marks[from].stroke = exact_ink(ground);
		p->sheet.scene->marks[from].stroke_width = 6;
	}
}

static void draw_wide_bars(struct plan *p)
{
	const struct card *card = p->card;
	double top = WIDE_TOP, room = CARD_HEIGHT - 110 - top;
	double step = fmin(room / (double)card->bar_count, 72), names = 0;
	struct text_style style = { FONT_BODY, 30, true };

	for (size_t k = 0; k < card->bar_count; k++)
		names = fmax(names, text_width(card->bars[k].name, style));
	names = fmin(names, 330);
	for (size_t k = 0; k < card->bar_count; k++)
		draw_wide_bar(p, &card->bars[k], top + step * (double)k,
			      step - 12, names);
}

static void draw_wide_bar(struct plan *p, const struct card_bar *bar, double y,
			  double height, double names)
{
	struct setting set = {
		FONT_BODY, bar->is_front, fmin(30, height), FLOOR, 1, 0
	};
	struct lines name =
		sheet_name(&p->sheet, bar->name, bar->short_name, names, set);
	struct lines value = sheet_lines(&p->sheet, bar->value, 260, set);
	double left = MARGIN + names + 20;
	double all = CARD_WIDTH - MARGIN - 270 - left;
	double most = longest(p->card);

	all *= most > 0 ? fmax(bar->share, 0) / most : 0;
	sheet_put_middle(&p->sheet, left - 20, y + height / 2, ANCHOR_END,
			 &name, p->ink);
	round_bar(sheet_rect(&p->sheet, left, y, fmax(all, 4), height,
			     bar->is_front ? p->sheet.colours.loud_lead
					   : p->sheet.colours.loud_rest));
	sheet_put_middle(&p->sheet, left + fmax(all, 4) + 14, y + height / 2,
			 ANCHOR_START, &value, p->ink);
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
