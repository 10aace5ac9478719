#include "render/card.h"

#include <math.h>

enum { MARGIN = 72, RULE = 14 };

static double draw_title(struct scene *scene, struct str title, size_t lines);
static bool words_fit(struct str title, struct text_style style, double width);
static void draw_bars(struct scene *scene, const struct card *card, double top);
static void draw_bar(struct scene *scene, const struct card_bar *bar, double y,
		     double names, double values);

struct scene *card_scene(const struct card *card, struct arena *arena)
{
	struct scene *scene = scene_new(CARD_WIDTH, CARD_HEIGHT, arena);
	struct text_style small = { FONT_BODY, 28, false };
	struct text_style result = { FONT_BODY, 34, true };
	double inner = CARD_WIDTH - 2 * MARGIN, top;

	scene->title = card->title;
	scene->description = card->result;
	scene->has_ground = true;
	scene_rect(scene, 0, 0, CARD_WIDTH, RULE, ink(PAINT_ACCENT));
	scene_text(scene, MARGIN, 92, text_fit(card->site, small, inner, arena),
		   small, ink(PAINT_MUTED));
	top = draw_title(scene, card->title, card->bar_count > 3 ? 2 : 3);
	if (card->bar_count)
		draw_bars(scene, card, top);
	scene_text(scene, MARGIN, CARD_HEIGHT - 48,
		   text_fit(card->result, result, inner, arena), result,
		   ink(PAINT_INK));
	return scene;
}

/*
 * As large as it can be in so many lines without a word being broken;
 * returns where it ends.
 */
static double draw_title(struct scene *scene, struct str title, size_t most)
{
	double inner = CARD_WIDTH - 2 * MARGIN, size, y = 110;
	struct str lines[4];
	size_t count = 0;

	for (size = 76; size >= 44; size -= 8) {
		struct text_style style = { FONT_DISPLAY, size, true };
		struct str last;

		count = text_balance(title, style, inner, lines, most,
				     scene->arena);
		last = lines[count ? count - 1 : 0];
		if (!count || (!str_ends(last, "\xE2\x80\xA6") &&
			       words_fit(title, style, inner)))
			break;
	}
	size = fmax(size, 44);
	for (size_t i = 0; i < count; i++) {
		struct text_style style = { FONT_DISPLAY, size, true };

		y += size * 1.08;
		scene_text(scene, MARGIN, y, lines[i], style, ink(PAINT_INK));
	}
	return y + 34;
}

static bool words_fit(struct str title, struct text_style style, double width)
{
	while (title.ptr)
		if (text_width(str_cut(&title, ' '), style) > width)
			return false;
	return true;
}

/* Spread over the room between the title and the result. */
static void draw_bars(struct scene *scene, const struct card *card, double top)
{
	struct text_style style = { FONT_BODY, 30, true };
	double room = CARD_HEIGHT - 118 - top, names = 0, values = 0;
	double step = fmin(room / (double)card->bar_count, 84);

	for (size_t i = 0; i < card->bar_count; i++) {
		names = fmax(names, text_width(card->bars[i].name, style));
		values = fmax(values, text_width(card->bars[i].value, style));
	}
	names = fmin(names, 400);
	values = fmin(values, 260);
	for (size_t i = 0; i < card->bar_count; i++)
		draw_bar(scene, &card->bars[i], top + step * ((double)i + 0.5),
			 names, values);
}

static void draw_bar(struct scene *scene, const struct card_bar *bar, double y,
		     double names, double values)
{
	struct text_style style = { FONT_BODY, 30, bar->is_leader };
	double left = MARGIN + names + 64, height = 34;
	double width = CARD_WIDTH - MARGIN - values - 28 - left;

	scene_sign(scene, MARGIN + 13, y, 13, bar->slot);
	scene_text(scene, MARGIN + 40, y + 11,
		   text_fit(bar->name, style, names, scene->arena), style,
		   ink(PAINT_INK));
	scene_rect(scene, left, y - height / 2, width, height, ink(PAINT_PANEL))
		->radius = 7;
	scene_rect(scene, left, y - height / 2,
		   fmax(width * fmin(bar->share, 1), 7), height,
		   series_ink(bar->slot))
		->radius = 7;
	scene_text(scene, CARD_WIDTH - MARGIN, y + 11,
		   text_fit(bar->value, style, values, scene->arena), style,
		   ink(PAINT_INK))
		->anchor = ANCHOR_END;
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
