#include "draw/text_measure.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "base/bidi.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/wording.h"
#include "draw/fonts.h"
#include "draw/look.h"
#include "draw/pango_context.h"
#include "words/japanese.h"

enum {
	TABLE_SIZE = 100,      /* pixels, of the advances kept */
	TABLE_LETTERS = 0x530, /* Latin, Greek and Cyrillic */
	TABLE_SIGNS = 0x100,   /* U+2000 to U+20FF: dashes, quotes, currency */
	TAIL_WORDS = 3,	       /* of a name that is cut: "1970 by 0.32" */
	KEPT_WIDTHS = 256,
	KEPT_BYTES = 64,
};

/* Of the width, what must be left for the front of a name that is cut. */
static const double FRONT_LEAST = 0.4;

/* text_fit(), or what makes a line as it does. */
typedef struct str fitter(struct str text, struct text_style style,
			  double width, struct arena *arena);

/* A layout in the fonts of one reach, and what it is set to. */
struct desk {
	PangoFontMap *font_map;
	PangoContext *context;
	PangoLayout *layout;
	struct text_style style;
};

/* What a text measured that had to be shaped: charts ask for few, often. */
struct kept_width {
	struct text_style style;
	size_t len;
	char text[KEPT_BYTES];
	double width;
};

/*
 * What a thread has measured.  Not in the thread's own memory, which is cleared
 * for every thread, and Pango starts two for each size of letters.
 */
struct widths {
	/* By figures, font and weight; 0: not known. */
	float letters[2][2][2][TABLE_LETTERS + TABLE_SIGNS];
	struct kept_width kept[KEPT_WIDTHS];
};

enum { FAMILIES_BYTES = 512 };

static const char *families[2] = { "DejaVu Sans", "DejaVu Sans" };
static _Thread_local bool lines_are_rtl;
/* What is kept of a thread's own, as pango shares nothing between them. */
static _Thread_local struct desk desks[FONTS_REACHES];
/* By font, and whether figures are of one width; NULL: none are wanted. */
static _Thread_local PangoAttrList *attributes[2][2];
/* NULL until it is asked for. */
static _Thread_local struct widths *widths;

static void turn_line(struct desk *desk, bool rtl);
static struct str fit_front(struct str front, struct str tail,
			    struct text_style style, double width,
			    struct arena *arena);
static struct widths *measured(void);
static double simple_width(struct str text, struct text_style style);
static float *advance_at(uint32_t c, struct text_style style, bool figures);
static bool is_square(uint32_t c);
static float advance_of(struct str letter, struct text_style style,
			bool figures);
static double kept_width(struct str text, struct text_style style);
static struct kept_width *place_of(struct str text, struct text_style style);
static double shaped_width(struct str text, struct text_style style,
			   bool figures);
static PangoLayout *layout_of(struct str text, struct text_style style,
			      bool figures);
static void set_text(PangoLayout *layout, struct str text);
static const char *stand_in(uint32_t c);
static bool has_glyphs(PangoLayout *layout, enum fonts_reach reach,
		       PangoFont **wrong);
static bool is_drawable(PangoFont *font);
static void open_desk(struct desk *desk, enum fonts_reach reach);
static PangoAttrList *with_features(const char *features);
static void set_style(struct desk *desk, struct text_style style);
static const FcPattern *pattern_of(PangoFont *font);
static double widest_word(struct str text, struct text_style style,
			  double width);
static size_t wrap(struct str text, struct text_style style, double width,
		   struct str *lines, size_t most, struct arena *arena,
		   fitter *fit);
static size_t fitting(struct str text, struct text_style style, double width);
static size_t line_end(struct str text, size_t len);
static bool breaks_without_blanks(struct str text);
static bool is_katakana(uint32_t c);
static size_t whole_letters(struct str text, size_t len);

bool text_measure_init(struct diags *diags, const char *const *fonts,
		       const char *body, const char *display)
{
	if (fonts_are_loaded())
		return true;
	if (!fonts_load(diags, fonts))
		return false;
	if (fonts && *fonts) {
		families[FONT_BODY] = body;
		families[FONT_DISPLAY] = display;
	}
	return true;
}

void text_lines_run(bool rtl)
{
	if (lines_are_rtl == rtl)
		return;
	lines_are_rtl = rtl;
	for (size_t i = 0; i < FONTS_REACHES; i++) {
		if (!desks[i].layout)
			continue;
		turn_line(&desks[i], rtl);
	}
}

bool text_lines_are_rtl(void)
{
	return lines_are_rtl;
}

double text_width(struct str text, struct text_style style)
{
	double width = simple_width(text, style);

	return width >= 0 ? width : kept_width(text, style);
}

bool text_has_figures(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
			return true;
	return false;
}

struct str text_fit(struct str text, struct text_style style, double width,
		    struct arena *arena)
{
	size_t len;

	if (text_width(text, style) <= width)
		return text;
	width -= text_width(STR("\xE2\x80\xA6"), style);
	len = whole_letters(text, fitting(text, style, width));
	return arena_printf(arena, "%.*s\xE2\x80\xA6",
			    STR_ARG(str_trim(str_slice(text, 0, len))));
}

struct str text_fit_name(struct str name, struct text_style style, double width,
			 struct arena *arena)
{
	struct str front = name, made = { 0 };

	if (text_width(name, style) <= width)
		return name;
	for (size_t i = 0; i < TAIL_WORDS; i++) {
		struct str fit, word = wording_end(front, 1, true);

		front.len -= word.len;
		if (text_has_figures(word)) {
			fit = fit_front(front, str_from_byte(name, front.len),
					style, width, arena);
			made = fit.len ? fit : made;
		} else if (!i) {
			break;
		}
		while (front.len && front.ptr[front.len - 1] == ' ')
			front.len--;
	}
	return made.len ? made : text_fit(name, style, width, arena);
}

/* "Oak in the g… 1970"; empty where too little of the front would stay. */
static struct str fit_front(struct str front, struct str tail,
			    struct text_style style, double width,
			    struct arena *arena)
{
	struct str fit;
	double room = width - text_width(tail, style) -
		      text_width(STR(" "), style),
	       beyond;

	/* Letters beside figures may be wider than by themselves. */
	for (; room >= FRONT_LEAST * width; room -= fmax(beyond, 1)) {
		fit = ARENA_JOIN(arena,
				 text_fit(str_trim(front), style, room, arena),
				 STR(" "), tail);
		beyond = text_width(fit, style) - width;
		if (beyond <= 0)
			return fit;
	}
	return STR("");
}

size_t text_wrap(struct str text, struct text_style style, double width,
		 struct str *lines, size_t most, struct arena *arena)
{
	return wrap(text, style, width, lines, most, arena, text_fit);
}

size_t text_wrap_name(struct str name, struct text_style style, double width,
		      struct str *lines, size_t most, struct arena *arena)
{
	return wrap(name, style, width, lines, most, arena, text_fit_name);
}

/* The last line is made by `fit`. */
static size_t wrap(struct str text, struct text_style style, double width,
		   struct str *lines, size_t most, struct arena *arena,
		   fitter *fit)
{
	size_t count = 0;

	text = str_trim(text);
	while (text.len && count + 1 < most) {
		size_t len = fitting(text, style, width), cut = len;

		if (len == text.len)
			break;
		cut = line_end(text, cut);
		cut = cut ? cut : whole_letters(text, len);
		if (!cut)
			break;
		lines[count++] = str_trim(str_slice(text, 0, cut));
		text = str_trim(str_from_byte(text, cut));
	}
	if (text.len)
		lines[count++] = fit(text, style, width, arena);
	return count;
}

size_t text_balance(struct str text, struct text_style style, double width,
		    struct str *lines, size_t most, struct arena *arena)
{
	size_t count = text_wrap(text, style, width, lines, most, arena);
	double low = fmax(width / 2, widest_word(text, style, width));

	if (count < 2 || str_ends(lines[count - 1], "\xE2\x80\xA6"))
		return count;
	while (width - low > style.size / 8) {
		double middle = (low + width) / 2;

		if (text_wrap(text, style, middle, lines, count + 1, arena) >
		    count)
			low = middle;
		else
			width = middle;
	}
	return text_wrap(text, style, width, lines, most, arena);
}

PangoLayout *pango_layout_for(struct str text, struct text_style style)
{
	return layout_of(text, style, text_has_figures(text));
}

/*
 * Every font of it must be one that cairo can draw with, or pango draws boxes
 * and says nothing.
 */
PangoLayout *pango_layout_to_draw(struct str text, struct text_style style)
{
	PangoLayout *layout = pango_layout_for(text, style);
	PangoLayoutIter *at = pango_layout_get_iter(layout);

	do {
		PangoLayoutRun *run = pango_layout_iter_get_run_readonly(at);

		if (run && !is_drawable(run->item->analysis.font))
			fonts_note_failure(
				pattern_of(run->item->analysis.font));
	} while (pango_layout_iter_next_run(at));
	pango_layout_iter_free(at);
	return layout;
}

void text_measure_end_thread(void)
{
	for (size_t i = 0; i < FONTS_REACHES; i++) {
		if (!desks[i].layout)
			continue;
		g_object_unref(desks[i].layout);
		g_object_unref(desks[i].context);
		/* Pango does not give back a map's configuration itself. */
		pango_fc_font_map_set_config(
			PANGO_FC_FONT_MAP(desks[i].font_map), NULL);
		g_object_unref(desks[i].font_map);
		desks[i] = (struct desk){ 0 };
	}
	for (size_t i = 0; i < 4; i++) {
		PangoAttrList **list = &attributes[i / 2][i % 2];

		if (*list)
			pango_attr_list_unref(*list);
		*list = NULL;
	}
	free(widths);
	widths = NULL;
}

void text_measure_end(void)
{
	fonts_unload();
	families[FONT_BODY] = families[FONT_DISPLAY] = "DejaVu Sans";
}

static struct widths *measured(void)
{
	if (!widths) {
		widths = memory_alloc(sizeof(*widths));
		memset(widths, 0, sizeof(*widths));
	}
	return widths;
}

/* The sum of the advances, or -1 for a text that must be shaped. */
static double simple_width(struct str text, struct text_style style)
{
	bool figures = text_has_figures(text);
	const float *letters =
		measured()->letters[figures][style.font][style.bold];
	double width = 0;

	for (size_t at = 0, start = 0; at < text.len; start = at) {
		uint32_t c = (unsigned char)text.ptr[at];
		float *advance;

		if (c >= 0x20 && c < 0x80 && letters[c] > 0) {
			width += letters[c];
			at++;
			continue;
		}
		if (c < 0x80)
			at++;
		else
			c = str_char_next(text, &at);
		advance = advance_at(c, style, figures);
		if (!advance) {
			if (!is_square(c))
				return -1;
			width += TABLE_SIZE;
			continue;
		}
		if (!*advance)
			*advance =
				advance_of(str_slice(text, start, at - start),
					   style, figures);
		width += *advance;
	}
	return width * style.size / TABLE_SIZE;
}

/* NULL for what is not simple: marks, joining and unknown scripts. */
static float *advance_at(uint32_t c, struct text_style style, bool figures)
{
	float *advances = measured()->letters[figures][style.font][style.bold];

	if (c >= 0x20 && c < TABLE_LETTERS && !(c >= 0x300 && c < 0x370) &&
	    !(c >= 0x483 && c < 0x48A))
		return &advances[c];
	if (c >= 0x2010 && c < 0x20D0 && !(c >= 0x2028 && c < 0x2030) &&
	    !(c >= 0x205F && c < 0x2070))
		return &advances[TABLE_LETTERS + (c - 0x2000)];
	return NULL;
}

/*
 * Chinese, Japanese and Korean letters are as wide as they are high in any
 * font; the one at hand may lack them, but the reader's does not.
 */
static bool is_square(uint32_t c)
{
	return (c >= 0x3000 && c < 0xA000 && !(c >= 0x302A && c < 0x3030) &&
		c != 0x3099 && c != 0x309A) ||
	       (c >= 0xAC00 && c < 0xD7A4) || (c >= 0xFF01 && c < 0xFF61);
}

/* Never 0, which stands for "not known". */
static float advance_of(struct str letter, struct text_style style,
			bool figures)
{
	style.size = TABLE_SIZE;
	return (float)fmax(shaped_width(letter, style, figures), 1e-6);
}

/* The last of those that share a place is kept. */
static double kept_width(struct str text, struct text_style style)
{
	bool figures = text_has_figures(text);
	struct kept_width *kept = place_of(text, style);

	if (text.len > KEPT_BYTES)
		return shaped_width(text, style, figures);
	if (kept->style.size != style.size || kept->style.font != style.font ||
	    kept->style.bold != style.bold ||
	    !str_equals((struct str){ kept->text, kept->len }, text)) {
		kept->width = shaped_width(text, style, figures);
		kept->style = style;
		kept->len = text.len;
		memcpy(kept->text, text.ptr, text.len);
	}
	return kept->width;
}

static struct kept_width *place_of(struct str text, struct text_style style)
{
	size_t at = hash_of(text).low ^ (size_t)(style.size * 4) ^
		    (size_t)style.font << 1 ^ style.bold;

	return &measured()->kept[at % KEPT_WIDTHS];
}

static double shaped_width(struct str text, struct text_style style,
			   bool figures)
{
	int width;

	pango_layout_get_size(layout_of(text, style, figures), &width, NULL);
	return (double)width / PANGO_SCALE;
}

static PangoLayout *layout_of(struct str text, struct text_style style,
			      bool figures)
{
	enum fonts_reach reach = fonts_reach_of(text);
	struct desk *desk = &desks[reach];
	PangoAttrList *wanted;
	PangoFont *wrong = NULL;

	if (!desk->layout)
		open_desk(desk, reach);
	wanted = attributes[style.font][figures];
	turn_line(desk, bidi_line_is_rtl(text, lines_are_rtl));
	set_style(desk, style);
	if (pango_layout_get_attributes(desk->layout) != wanted)
		pango_layout_set_attributes(desk->layout, wanted);
	set_text(desk->layout, text);
	if (!has_glyphs(desk->layout, reach, &wrong))
		fonts_note_failure(pattern_of(wrong));
	return desk->layout;
}

/*
 * On one line, and without what pango draws a box for: each is a blank, or a
 * joiner, of as many bytes, for callers know places in the text by them.
 */
static void set_text(PangoLayout *layout, struct str text)
{
	struct buf line = { 0 };

	for (size_t at = 0, start = 0; at < text.len; start = at) {
		const char *instead = stand_in(str_char_next(text, &at));

		if (instead)
			buf_text(&line, instead);
		else
			buf_raw(&line, str_slice(text, start, at - start));
	}
	pango_layout_set_text(layout, buf_str(&line).ptr, (int)line.len);
	buf_release(&line);
}

/* Controls, what parts lines and paragraphs, and annotations; or NULL. */
static const char *stand_in(uint32_t c)
{
	if (c < 0x20 || c == 0x7F)
		return " ";
	if (c >= 0x80 && c < 0xA0)
		return "\u00A0";
	if (c == 0x2028 || c == 0x2029)
		return "\u2005";
	if (c == 0x180F || (c >= 0xFFF9 && c <= 0xFFFB))
		return "\u2060";
	return NULL;
}

/*
 * False with the font where a character has no glyph although some font has
 * it: that font could not be opened or read.
 */
static bool has_glyphs(PangoLayout *layout, enum fonts_reach reach,
		       PangoFont **wrong)
{
	PangoLayoutIter *at;
	bool ok = true;

	if (!pango_layout_get_unknown_glyphs_count(layout))
		return true;
	at = pango_layout_get_iter(layout);
	do {
		PangoLayoutRun *run = pango_layout_iter_get_run_readonly(at);

		for (int i = 0; run && i < run->glyphs->num_glyphs; i++) {
			PangoGlyph glyph = run->glyphs->glyphs[i].glyph;

			if (!(glyph & PANGO_GLYPH_UNKNOWN_FLAG) ||
			    !fonts_draw(glyph & ~PANGO_GLYPH_UNKNOWN_FLAG,
					reach))
				continue;
			*wrong = run->item->analysis.font;
			ok = false;
		}
	} while (pango_layout_iter_next_run(at));
	pango_layout_iter_free(at);
	return ok;
}

static bool is_drawable(PangoFont *font)
{
	cairo_scaled_font_t *scaled =
		font ? pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font))
		     : NULL;

	return scaled &&
	       cairo_scaled_font_status(scaled) == CAIRO_STATUS_SUCCESS;
}

static const FcPattern *pattern_of(PangoFont *font)
{
	return font ? pango_fc_font_get_pattern(PANGO_FC_FONT(font)) : NULL;
}

/*
 * Nothing here may depend on the machine's settings; and lines run as the
 * site's language does, whatever letter a text begins with.
 */
static void open_desk(struct desk *desk, enum fonts_reach reach)
{
	cairo_font_options_t *options = cairo_font_options_create();
	PangoFontMap *map =
		pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	PangoContext *context;

	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map),
				     fonts_config(reach)
					     ? fonts_config(reach)
					     : fonts_config(FONTS_PINNED));
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
	context = pango_font_map_create_context(map);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_context_set_language(context, pango_language_from_string("en"));
	pango_context_set_round_glyph_positions(context, FALSE);
	desk->font_map = map;
	desk->context = context;
	desk->layout = pango_layout_new(context);
	pango_layout_set_auto_dir(desk->layout, FALSE);
	pango_layout_set_single_paragraph_mode(desk->layout, TRUE);
	if (attributes[FONT_BODY][1])
		return;
	attributes[FONT_BODY][1] = with_features("tnum=1");
	attributes[FONT_DISPLAY][1] =
		with_features(look_of()->oldstyle ? "onum=1" : "tnum=1");
	if (!look_of()->capitals)
		return;
	attributes[FONT_DISPLAY][0] = pango_attr_list_new();
	for (size_t i = 0; i < 2; i++)
		pango_attr_list_insert(attributes[FONT_DISPLAY][i],
				       pango_attr_text_transform_new(
					       PANGO_TEXT_TRANSFORM_UPPERCASE));
}

static PangoAttrList *with_features(const char *features)
{
	PangoAttrList *list = pango_attr_list_new();

	pango_attr_list_insert(list, pango_attr_font_features_new(features));
	return list;
}

static void turn_line(struct desk *desk, bool rtl)
{
	PangoDirection way = rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;

	if (pango_context_get_base_dir(desk->context) == way)
		return;
	pango_context_set_base_dir(desk->context, way);
	pango_layout_context_changed(desk->layout);
}

/* A size of 0, which no text has, is that of a fresh layout. */
static void set_style(struct desk *desk, struct text_style style)
{
	PangoFontDescription *description;
	char list[FAMILIES_BYTES];
	bool bold = style.bold &&
		    !(style.font == FONT_DISPLAY && look_of()->light_display);

	if (desk->style.font == style.font && desk->style.bold == style.bold &&
	    desk->style.size == style.size)
		return;
	description = pango_font_description_new();
	/* What a theme's font lacks is the same font's on every machine. */
	snprintf(list, sizeof(list), "%s,DejaVu Sans", families[style.font]);
	pango_font_description_set_family(description, list);
	pango_font_description_set_absolute_size(description,
						 style.size * PANGO_SCALE);
	pango_font_description_set_weight(description,
					  bold ? PANGO_WEIGHT_SEMIBOLD
					       : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(desk->layout, description);
	pango_font_description_free(description);
	desk->style = style;
}

/* Of those that need not be broken; lines that are narrower would do so. */
static double widest_word(struct str text, struct text_style style,
			  double width)
{
	double widest = 0;

	while (text.ptr) {
		double word = text_width(str_cut(&text, ' '), style);

		if (word <= width)
			widest = fmax(widest, word);
	}
	return widest;
}

/*
 * The last place up to there at which a line may end, or 0: at a blank, in
 * Japanese between phrases, and where Chinese lets it (UAX #14, by pango), or
 * a phrase that is too long.  A word in katakana is most often a name, and
 * stays whole.
 */
static size_t line_end(struct str text, size_t len)
{
	const PangoLogAttr *marks;
	size_t at = 0, character = 0, end = japanese_line_end(text, len);
	uint32_t before = 0;
	int count;

	if (!breaks_without_blanks(text)) {
		while (len && text.ptr[len] != ' ')
			len--;
		return len;
	}
	if (end)
		return end;
	marks = pango_layout_get_log_attrs_readonly(
		layout_of(text, (struct text_style){ .size = 1 }, false),
		&count);
	while (at <= len && at < text.len && character < (size_t)count) {
		size_t start = at;
		uint32_t c = str_char_next(text, &at);
		bool within = is_katakana(before) && is_katakana(c);

		if (marks[character].is_line_break && start && !within)
			end = start;
		before = c;
		character++;
	}
	return end;
}

static bool breaks_without_blanks(struct str text)
{
	for (size_t at = 0; at < text.len;)
		if (str_char_next(text, &at) >= 0x2E80)
			return true;
	return false;
}

static bool is_katakana(uint32_t c)
{
	return c >= 0x30A0 && c <= 0x30FF;
}

/* How many bytes of the text, whole characters, are no wider. */
static size_t fitting(struct str text, struct text_style style, double width)
{
	size_t low = 0, high = text.len;

	while (low < high) {
		size_t middle = (low + high + 1) / 2;

		while (middle < text.len && (text.ptr[middle] & 0xC0) == 0x80)
			middle++;
		if (middle > high)
			middle = high;
		if (text_width(str_slice(text, 0, middle), style) <= width)
			low = middle;
		else
			high = middle - 1;
		while (high > low && high < text.len &&
		       (text.ptr[high] & 0xC0) == 0x80)
			high--;
	}
	return low;
}

/* `len` or less, so that no letter is parted from its accents. */
static size_t whole_letters(struct str text, size_t len)
{
	const PangoLogAttr *marks;
	size_t at = 0, character = 0, whole = 0;
	int count;

	marks = pango_layout_get_log_attrs_readonly(
		pango_layout_for(text, (struct text_style){ .size = 1 }),
		&count);
	while (at < len) {
		str_char_next(text, &at);
		character++;
		if (at <= len && character < (size_t)count &&
		    marks[character].is_cursor_position)
			whole = at;
	}
	return whole;
}
