#include "poster/poster_sheet.h"

#include <math.h>

/* A text that was broken into lines before. */
struct kept_lines {
	struct str text;
	double width;
	struct setting setting;
	struct lines lines;
	struct kept_lines *next;
};

static bool is_same(const struct kept_lines *kept, struct str text,
		    double width, const struct setting *set);
static struct lines break_lines(const struct sheet *sheet, struct str text,
				double width, struct setting set);
static bool is_whole(const struct lines *lines, struct str text, double width);
static bool words_fit(struct str text, struct text_style style, double width);
static bool breaks_anywhere(struct str word);

/* Parts are drawn over and over until they fit: texts are broken once. */
struct lines sheet_lines(const struct sheet *sheet, struct str text,
			 double width, struct setting set)
{
	struct kept_lines **list =
		&sheet->kept[((uintptr_t)text.ptr + text.len) % SHEET_KEPT];
	struct kept_lines *kept = *list;

	while (kept && !is_same(kept, text, width, &set))
		kept = kept->next;
	if (!kept) {
		kept = arena_new(sheet->arena, struct kept_lines);
		*kept = (struct kept_lines){
			.text = text,
			.width = width,
			.setting = set,
			.lines = break_lines(sheet, text, width, set),
			.next = *list,
		};
		*list = kept;
	}
	return kept->lines;
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

double sheet_put(struct sheet *sheet, double x, double y,
		 const struct lines *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		double middle = y + lines->leading * ((double)i + 0.5);

		scene_text(sheet->scene, x, middle + 0.36 * lines->style.size,
			   lines->lines[i], lines->style, lines->ink);
	}
	return y + lines_height(lines);
}

double sheet_set(struct sheet *sheet, double x, double y, double width,
		 struct str text, struct setting setting)
{
	struct lines lines = sheet_lines(sheet, text, width, setting);

	return sheet_put(sheet, x, y, &lines);
}

struct setting sheet_text(const struct sheet *sheet)
{
	return (struct setting){
		.style = { FONT_BODY, sheet->sizes->text, false },
		.paint = PAINT_INK,
	};
}

struct setting sheet_small(const struct sheet *sheet)
{
	return (struct setting){
		.style = { FONT_BODY, sheet->sizes->small, false },
		.paint = PAINT_MUTED,
	};
}

void sheet_heading(struct sheet *sheet, struct str words)
{
	struct setting set = {
		.style = { FONT_DISPLAY, 54, true },
		.paint = PAINT_INK,
		.most = 2,
		.least = 40,
	};

	if (!words.len)
		return;
	if (!sheet->is_tall) {
		set = sheet_small(sheet);
		set.style.bold = true;
		set.paint = PAINT_ACCENT;
	}
	sheet->y = sheet_set(sheet, SHEET_MARGIN, sheet->y, SHEET_INNER, words,
			     set) +
		   (sheet->is_tall ? 24 : 6);
}

size_t sheet_band(struct sheet *sheet, enum paint paint, double pad)
{
	scene_rect(sheet->scene, 0, sheet->y, POSTER_WIDTH, 0, ink(paint));
	sheet->y += pad;
	return sheet->scene->mark_count - 1;
}

void sheet_band_end(struct sheet *sheet, size_t band, double pad)
{
	struct mark *rect = &sheet->scene->marks[band];

	sheet->y += pad;
	rect->height = sheet->y - rect->y;
}

struct str sheet_fill(const struct sheet *sheet, struct str text, size_t n,
		      size_t of)
{
	static const char *const NAMES[] = { "{n}", "{of}" };
	const size_t numbers[] = { n, of };

	for (size_t i = 0; i < 2; i++) {
		struct str name = str_from(NAMES[i]);
		size_t at = str_find_str(text, name);

		if (at == text.len)
			continue;
		text = arena_printf(
			sheet->arena, "%.*s%zu%.*s",
			STR_ARG(str_slice(text, 0, at)), numbers[i],
			STR_ARG(str_from_byte(text, at + name.len)));
	}
	return text;
}

bool poster_is_scored(const struct poster *poster)
{
	return poster->headline.len > 0;
}

static bool is_same(const struct kept_lines *kept, struct str text,
		    double width, const struct setting *set)
{
	const struct setting *other = &kept->setting;

	return kept->text.ptr == text.ptr && kept->text.len == text.len &&
	       kept->width == width && other->style.font == set->style.font &&
	       other->style.size == set->style.size &&
	       other->style.bold == set->style.bold &&
	       other->paint == set->paint && other->slot == set->slot &&
	       other->most == set->most && other->least == set->least;
}

static struct lines break_lines(const struct sheet *sheet, struct str text,
				double width, struct setting set)
{
	struct lines lines = {
		.style = set.style,
		.ink = { set.paint, set.slot },
	};
	double least = set.least > 0 ? set.least : set.style.size;
	size_t most = set.most ? set.most : 1;
	double em = least < set.style.size
			    ? text_width(text, set.style) / set.style.size
			    : 0;

	/* Widths grow with the size: where this is too wide, do not try. */
	while (lines.style.size > least &&
	       lines.style.size * em > width * (double)most)
		lines.style.size = fmax(lines.style.size - 4, least);
	for (;; lines.style.size = fmax(lines.style.size - 4, least)) {
		lines.count = text_wrap(text, lines.style, width, lines.lines,
					most, sheet->arena);
		lines.is_whole = is_whole(&lines, text, width);
		if (lines.style.size <= least || lines.is_whole)
			break;
	}
	if (lines.count > 1 && lines.is_whole)
		text_balance(text, lines.style, width, lines.lines, lines.count,
			     sheet->arena);
	lines.leading = ceil(lines.style.size *
			     (set.style.font == FONT_DISPLAY ? 1.12 : 1.32));
	return lines;
}

static bool is_whole(const struct lines *lines, struct str text, double width)
{
	return !lines->count ||
	       (!str_ends(lines->lines[lines->count - 1], "\xE2\x80\xA6") &&
		words_fit(text, lines->style, width));
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
