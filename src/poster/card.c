#include "poster/card.h"

#include <math.h>

enum { MARGIN = 72, RULE = 14, BAND = 112, NAME_LEAST = 18, RESULT_LEAST = 28 };

/* Of the bars: what is the same for all. */
struct columns {
	double names, values; /* widths */
	double size;	      /* of the texts */
	double height;	      /* of a bar */
	double step;	      /* from a bar to the next */
};

static void draw_result(struct scene *scene, const struct card *card);
static double draw_title(struct scene *scene, struct str title, size_t lines);
static bool is_cut(const struct str *lines, size_t count);
static bool words_fit(struct str title, struct text_style style, double width);
static void draw_bars(struct scene *scene, const struct card *card, double top);
static void draw_bar(struct scene *scene, const struct card_bar *bar, double y,
		     const struct columns *columns);
static void draw_name(struct scene *scene, const struct card_bar *bar, double y,
		      const struct columns *columns);
static double either_width(struct str text, double size);

struct scene *card_scene(const struct card *card, struct arena *arena)
{
	struct scene *scene = scene_new(CARD_WIDTH, CARD_HEIGHT, arena);
	struct text_style site = { FONT_BODY, 28, true };
	double inner = CARD_WIDTH - 2 * MARGIN, top;

	scene->title = card->title;
	scene->description = card->result;
	scene->has_ground = true;
	scene_rect(scene, 0, 0, CARD_WIDTH, RULE, ink(PAINT_ACCENT));
	scene_text(scene, MARGIN, 84, text_fit(card->site, site, inner, arena),
		   site, ink(PAINT_ACCENT));
	top = draw_title(scene, card->title, card->bar_count > 3 ? 2 : 3);
	if (card->bar_count)
		draw_bars(scene, card, top);
	if (card->result.len || card->more.len)
		draw_result(scene, card);
	return scene;
}

/*
 * A band at the foot, as in the infographics, in one line or two; how many
 * are left, beside.
 */
static void draw_result(struct scene *scene, const struct card *card)
{
	struct text_style small = { FONT_BODY, 28, false };
	struct text_style style = { FONT_DISPLAY, 46, true };
	double inner = CARD_WIDTH - 2 * MARGIN, middle = CARD_HEIGHT - BAND / 2;
	struct str lines[3];
	size_t count;

	scene_rect(scene, 0, CARD_HEIGHT - BAND, CARD_WIDTH, BAND,
		   ink(PAINT_ACCENT));
	if (card->more.len) {
		scene_text(scene, CARD_WIDTH - MARGIN, middle + 10, card->more,
			   small, ink(PAINT_SURFACE))
			->anchor = ANCHOR_END;
		inner -= text_width(card->more, small) + 28;
	}
	while (style.size > 36 && text_width(card->result, style) > inner)
		style.size -= 2;
	count = text_balance(card->result, style, inner, lines, 2,
			     scene->arena);
	while (is_cut(lines, count) && style.size > RESULT_LEAST) {
		style.size -= 2;
		count = text_balance(card->result, style, inner, lines, 2,
				     scene->arena);
	}
	for (size_t i = 0; i < count; i++)
		scene_text(scene, MARGIN,
			   middle + style.size * (0.34 + 1.12 * (double)i -
						  0.56 * (double)(count - 1)),
			   lines[i], style, ink(PAINT_SURFACE));
}

/*
 * As large as it can be in so many lines without a word being broken;
 * returns where it ends.
 */
static double draw_title(struct scene *scene, struct str title, size_t most)
{
	double inner = CARD_WIDTH - 2 * MARGIN, size, y = 96;
	struct str lines[4];
	size_t count = 0;

	for (size = 76; size >= 44; size -= 8) {
		struct text_style style = { FONT_DISPLAY, size, true };

		count = text_balance(title, style, inner, lines, most,
				     scene->arena);
		if (!is_cut(lines, count) && words_fit(title, style, inner))
			break;
	}
	size = fmax(size, 44);
	for (size_t i = 0; i < count; i++) {
		struct text_style style = { FONT_DISPLAY, size, true };

		y += size * 1.08;
		scene_text(scene, MARGIN, y, lines[i], style, ink(PAINT_INK));
	}
	return y + 30;
}

static bool is_cut(const struct str *lines, size_t count)
{
	return count && str_ends(lines[count - 1], "\xE2\x80\xA6");
}

static bool words_fit(struct str title, struct text_style style, double width)
{
	while (title.ptr)
		if (text_width(str_cut(&title, ' '), style) > width)
			return false;
	return true;
}

/* In the middle of the room between the title and the result. */
static void draw_bars(struct scene *scene, const struct card *card, double top)
{
	double count = (double)card->bar_count;
	double room = CARD_HEIGHT - BAND - 24 - top;
	double step = fmin(room / count, 96);
	struct columns columns = { .size = fmin(34, step * 0.68),
				   .height = fmin(40, step * 0.6),
				   .step = step };

	top += (room - step * count) / 2;
	for (size_t i = 0; i < card->bar_count; i++) {
		columns.names =
			fmax(columns.names,
			     either_width(card->bars[i].name, columns.size));
		columns.values =
			fmax(columns.values,
			     either_width(card->bars[i].value, columns.size));
	}
	columns.names = fmin(columns.names, 400);
	columns.values = fmin(columns.values, 260);
	for (size_t i = 0; i < card->bar_count; i++)
		draw_bar(scene, &card->bars[i], top + step * ((double)i + 0.5),
			 &columns);
}

/* Bold or not: neither is the wider one for all texts. */
static double either_width(struct str text, double size)
{
	struct text_style plain = { FONT_BODY, size, false };
	struct text_style bold = { FONT_BODY, size, true };

	return ceil(fmax(text_width(text, plain), text_width(text, bold)));
}

static void draw_bar(struct scene *scene, const struct card_bar *bar, double y,
		     const struct columns *columns)
{
	double left = MARGIN + columns->names + 64, height = columns->height;
	double width = CARD_WIDTH - MARGIN - columns->values - 28 - left;
	struct text_style style = { FONT_BODY, columns->size, bar->is_leader };

	scene_sign(scene, MARGIN + 13, y, columns->size * 0.43, bar->slot);
	draw_name(scene, bar, y, columns);
	scene_rect(scene, left, y - height / 2, width, height, ink(PAINT_PANEL))
		->radius = 7;
	scene_rect(scene, left, y - height / 2,
		   fmax(width * fmin(bar->share, 1), 7), height,
		   series_ink(bar->slot))
		->radius = 7;
	scene_text(scene, CARD_WIDTH - MARGIN, y + columns->size * 0.36,
		   text_fit(bar->value, style, columns->values, scene->arena),
		   style, ink(PAINT_INK))
		->anchor = ANCHOR_END;
}

/* A name that is too long for a line goes on in a second, both smaller. */
static void draw_name(struct scene *scene, const struct card_bar *bar, double y,
		      const struct columns *columns)
{
	struct text_style style = { FONT_BODY, columns->size, bar->is_leader };
	struct str lines[2];
	size_t count;

	if (text_width(bar->name, style) > columns->names)
		style.size = fmin(columns->size, columns->step * 0.42);
	count = text_wrap(bar->name, style, columns->names, lines, 2,
			  scene->arena);
	while (is_cut(lines, count) && style.size > NAME_LEAST) {
		style.size -= 1;
		count = text_wrap(bar->name, style, columns->names, lines, 2,
				  scene->arena);
	}
	for (size_t i = 0; i < count; i++)
		scene_text(scene, MARGIN + 40,
			   y + style.size * (0.36 + 1.12 * (double)i -
					     0.56 * (double)(count - 1)),
			   lines[i], style, ink(PAINT_INK));
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
