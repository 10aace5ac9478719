#include "poster/poster_sheet.h"

#include <math.h>

static const double LIGHTNESS_APART = 30;
enum { LOGO_LEAST = 18, LOGO_MOST = 48, TWO_LETTERS = 40 };

static bool has_own_colour(const struct palette *palette, size_t slot);
static struct str initials_of(const struct sheet *sheet, struct str name,
			      bool one);
static bool is_whole(const struct lines *lines, struct str text, double width);
static bool words_fit(struct str text, struct text_style style, double width);
static bool breaks_anywhere(struct str word);
static double least_of(struct setting set);

struct lines sheet_lines(const struct sheet *sheet, struct str text,
			 double width, struct setting set)
{
	struct lines lines = { .style = { set.font, set.size, set.bold } };
	double least = least_of(set), size = set.size;
	double em = text_width(text, lines.style) / set.size;

	/* Widths grow with the size: where this is too wide, do not try. */
	while (size > least && size * em > width * (double)set.most)
		size = fmax(size - fmax(1, size / 24), least);
	for (;; size = fmax(size - fmax(1, size / 24), least)) {
		lines.style.size = floor(size * 2) / 2;
		lines.count = text_balance(text, lines.style, width,
					   lines.lines, set.most, sheet->arena);
		lines.is_whole = is_whole(&lines, text, width);
		if (size <= least || lines.is_whole)
			break;
	}
	lines.leading =
		lines.style.size * (set.leading > 0 ? set.leading : 1.2);
	return lines;
}

struct lines sheet_name(const struct sheet *sheet, struct str name,
			struct str short_name, double width, struct setting set)
{
	struct lines lines = sheet_lines(sheet, name, width, set);

	if (!lines.is_whole)
		lines = sheet_lines(sheet, short_name, width, set);
	if (!lines.is_whole) {
		lines.lines[0] =
			sheet_cut(sheet, short_name, lines.style, width);
		lines.count = 1;
	}
	return lines;
}

static double least_of(struct setting set)
{
	double least = set.floor > 0 ? set.floor : set.size;

	return fmin(least, set.size);
}

double lines_height(const struct lines *lines)
{
	return lines->leading * (double)lines->count;
}

double lines_width(const struct lines *lines)
{
	double width = 0;

	for (size_t i = 0; i < lines->count; i++)
		width = fmax(width, text_width(lines->lines[i], lines->style));
	return width;
}

void sheet_put_middle(struct sheet *sheet, double x, double y,
		      enum anchor anchor, const struct lines *lines,
		      uint32_t colour)
{
	double first = y - lines->leading * ((double)lines->count - 1) / 2 +
		       0.36 * lines->style.size;

	sheet_put(sheet, x, first, anchor, lines, colour);
}

void sheet_put(struct sheet *sheet, double x, double y, enum anchor anchor,
	       const struct lines *lines, uint32_t colour)
{
	for (size_t i = 0; i < lines->count; i++)
		sheet_text(sheet, x, y + lines->leading * (double)i, anchor,
			   lines->lines[i], lines->style, colour);
}

struct mark *sheet_text(struct sheet *sheet, double x, double y,
			enum anchor anchor, struct str text,
			struct text_style style, uint32_t colour)
{
	struct mark *mark =
		scene_text(sheet->scene, x, y, text, style, exact_ink(colour));

	mark->anchor = anchor;
	return mark;
}

struct str sheet_cut(const struct sheet *sheet, struct str text,
		     struct text_style style, double width)
{
	size_t at = text.len;
	struct str cut = text;

	if (text_width(text, style) <= width)
		return text;
	while (at) {
		while (at && text.ptr[at - 1] != ' ')
			at--;
		if (!at)
			break;
		cut = arena_printf(sheet->arena, "%.*s\xE2\x80\xA6",
				   STR_ARG(str_trim(str_slice(text, 0, at))));
		if (text_width(cut, style) <= width)
			return cut;
		at--;
	}
	return text_fit(text, style, width, sheet->arena);
}

struct str sheet_join(const struct sheet *sheet, struct str a, struct str b)
{
	if (!a.len || !b.len)
		return a.len ? a : b;
	return ARENA_JOIN(sheet->arena, a, STR(" \xC2\xB7 "), b);
}

struct mark *sheet_rect(struct sheet *sheet, double x, double y, double width,
			double height, uint32_t colour)
{
	return scene_rect(sheet->scene, x, y, width, height, exact_ink(colour));
}

void sheet_set_sides(struct sheet *sheet, const struct palette *palette,
		     bool night, const size_t *slots)
{
	const struct palette_mode *mode =
		night ? &palette->dark : &palette->light;
	uint32_t *sides = sheet->colours.sides;
	double light[2];
	bool any = false;

	for (size_t k = 0; k < 2; k++) {
		if (has_own_colour(palette, slots[k])) {
			sides[k] = mode->series[slots[k] % PALETTE_SLOTS];
			any = true;
		}
		light[k] = palette_lightness(sides[k]);
	}
	if (!any || fabs(light[0] - light[1]) >= LIGHTNESS_APART)
		return;
	sides[0] =
		palette_at_lightness(sides[0], light[0] <= light[1] ? 28 : 75);
	sides[1] =
		palette_at_lightness(sides[1], light[0] <= light[1] ? 75 : 28);
}

static bool has_own_colour(const struct palette *palette, size_t slot)
{
	size_t at = slot % PALETTE_SLOTS;

	return palette->theme &&
	       palette->light.series[at] != palette->theme->light.series[at];
}

void sheet_sides(struct sheet *sheet, double top, double bottom, double border,
		 double line)
{
	const uint32_t *sides = sheet->colours.sides;
	double x = round(border), y = round(top), end = round(bottom);
	double width = POSTER_WIDTH - x;

	sheet_rect(sheet, 0, y, x, end - y, sides[0]);
	sheet_rect(sheet, x, y, width, end - y, sides[1]);
	sheet_rect(sheet, 0, end - line, x, line,
		   palette_mix(sides[0], text_on(sides[0]), 0.22));
	sheet_rect(sheet, x, end - line, width, line,
		   palette_mix(sides[1], text_on(sides[1]), 0.22));
}

uint32_t text_on(uint32_t ground)
{
	return palette_contrast(ground, 0xFFFFFF) >=
			       palette_contrast(ground, 0x1B1407)
		       ? 0xFFFFFF
		       : 0x1B1407;
}

bool shows_purposes(const struct sheet *sheet)
{
	return sheet->form == POSTER_STORY &&
	       sheet->poster->kind == POSTER_DUEL &&
	       sheet->poster->purpose_count >= 3 &&
	       sheet->poster->purpose_count <= PURPOSES_MOST;
}

bool is_bright(const struct poster *poster, size_t option)
{
	return option < poster->front;
}

void sheet_logo(struct sheet *sheet, size_t option, double x, double y,
		double side)
{
	const struct poster_option *of = &sheet->poster->options[option];
	double inset = side / 9;
	struct mark *image;

	if (!of->logo.len)
		return;
	sheet_rect(sheet, x, y, side, side, 0xFFFFFF)->radius = side / 6;
	image = scene_image(sheet->scene, x + inset, y + inset,
			    side - 2 * inset, side - 2 * inset, of->logo);
	image->text = initials_of(sheet, of->short_name, side < TWO_LETTERS);
	image->style = (struct text_style){
		FONT_BODY, side * (side < TWO_LETTERS ? 0.68 : 0.42), true
	};
	image->fill = exact_ink(0x17181C);
}

/* The first letters of the first two words; or of the first alone. */
static struct str initials_of(const struct sheet *sheet, struct str name,
			      bool one)
{
	struct str letters = STR("");

	for (size_t k = 0; name.ptr && k < (one ? 1 : 2); k++) {
		struct str word = str_cut(&name, ' ');
		size_t at = 0;

		if (!word.len)
			continue;
		str_char_next(word, &at);
		letters = ARENA_JOIN(sheet->arena, letters,
				     str_slice(word, 0, at));
	}
	return letters;
}

double logo_side(const struct sheet *sheet, double room)
{
	bool any = false;

	for (size_t k = 0; k < sheet->poster->option_count; k++)
		any |= sheet->poster->options[k].logo.len > 0;
	return any && room >= LOGO_LEAST + 4 ? fmin(room - 4, LOGO_MOST) : 0;
}

static bool is_whole(const struct lines *lines, struct str text, double width)
{
	return lines->count &&
	       (!str_ends(lines->lines[lines->count - 1], "\xE2\x80\xA6") ||
		str_ends(text, "\xE2\x80\xA6")) &&
	       words_fit(text, lines->style, width);
}

static bool words_fit(struct str text, struct text_style style, double width)
{
	while (text.ptr) {
		struct str word = str_cut(&text, ' ');

		if (!breaks_anywhere(word) && text_width(word, style) > width)
			return false;
	}
	return true;
}

/* Chinese and Japanese, from the first of their blocks on. */
static bool breaks_anywhere(struct str word)
{
	for (size_t at = 0; at < word.len;)
		if (str_char_next(word, &at) >= 0x2E80)
			return true;
	return false;
}
