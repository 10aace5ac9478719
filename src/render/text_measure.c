#include "render/text_measure.h"

#include <string.h>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "base/file.h"
#include "render/pango_context.h"

enum { ASCII_FIRST = 32, ASCII_LAST = 126, TABLE_SIZE = 100 };

/* Advances at 100 pixels, by font and weight. */
static double advances[2][2][128];
static const char *families[2] = { "DejaVu Sans", "DejaVu Sans" };
static FcConfig *fonts;
static _Thread_local PangoFontMap *font_map;
static _Thread_local PangoContext *context;
static _Thread_local PangoLayout *layout;

static bool load_dejavu(void);
static bool add_fonts(const char *dir);
static void fill_table(enum font font, bool bold);
static double shaped_width(struct str text, struct text_style style);
static bool is_ascii(struct str text);
static size_t fitting(struct str text, struct text_style style, double width);

bool text_measure_init(struct diags *diags, const char *fonts_dir,
		       const char *body, const char *display)
{
	if (fonts)
		return true;
	fonts = FcConfigCreate();
	if (fonts_dir && file_is_dir(fonts_dir)) {
		add_fonts(fonts_dir);
		families[FONT_BODY] = body;
		families[FONT_DISPLAY] = display;
	}
	if (!load_dejavu()) {
		diag_error(diags, (struct place){ 0 },
			   "the font DejaVu Sans is not on this machine");
		diag_hint(diags, "install the package fonts-dejavu-core");
		return false;
	}
	for (int font = 0; font < 2; font++)
		for (int bold = 0; bold < 2; bold++)
			fill_table((enum font)font, bold);
	return true;
}

double text_width(struct str text, struct text_style style)
{
	double width = 0;

	if (!is_ascii(text))
		return shaped_width(text, style);
	for (size_t i = 0; i < text.len; i++)
		width += advances[style.font][style.bold]
				 [(unsigned char)text.ptr[i]];
	return width * style.size / TABLE_SIZE;
}

struct str text_fit(struct str text, struct text_style style, double width,
		    struct arena *arena)
{
	size_t len;

	if (text_width(text, style) <= width)
		return text;
	width -= text_width(STR("\xE2\x80\xA6"), style);
	len = fitting(text, style, width);
	return arena_printf(arena, "%.*s\xE2\x80\xA6",
			    STR_ARG(str_trim(str_slice(text, 0, len))));
}

size_t text_wrap(struct str text, struct text_style style, double width,
		 struct str *lines, size_t most, struct arena *arena)
{
	size_t count = 0;

	text = str_trim(text);
	while (text.len && count + 1 < most) {
		size_t len = fitting(text, style, width), cut = len;

		if (len == text.len)
			break;
		while (cut && text.ptr[cut] != ' ')
			cut--;
		cut = cut ? cut : len;
		if (!cut)
			break;
		lines[count++] = str_trim(str_slice(text, 0, cut));
		text = str_trim(str_from_byte(text, cut));
	}
	if (text.len)
		lines[count++] = text_fit(text, style, width, arena);
	return count;
}

const char *text_family(enum font font)
{
	return families[font];
}

PangoLayout *pango_layout_for(struct str text, struct text_style style)
{
	PangoFontDescription *description;

	if (!font_map) {
		cairo_font_options_t *options = cairo_font_options_create();

		font_map = pango_cairo_font_map_new_for_font_type(
			CAIRO_FONT_TYPE_FT);
		pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(font_map),
					     fonts);
		pango_cairo_font_map_set_resolution(
			PANGO_CAIRO_FONT_MAP(font_map), 72);
		context = pango_font_map_create_context(font_map);
		cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
		cairo_font_options_set_hint_style(options,
						  CAIRO_HINT_STYLE_NONE);
		cairo_font_options_set_hint_metrics(options,
						    CAIRO_HINT_METRICS_OFF);
		pango_cairo_context_set_font_options(context, options);
		cairo_font_options_destroy(options);
		layout = pango_layout_new(context);
		pango_layout_set_single_paragraph_mode(layout, TRUE);
	}
	description = pango_font_description_new();
	pango_font_description_set_family_static(description,
						 families[style.font]);
	pango_font_description_set_absolute_size(description,
						 style.size * PANGO_SCALE);
	pango_font_description_set_weight(description,
					  style.bold ? PANGO_WEIGHT_BOLD
						     : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(layout, description);
	pango_font_description_free(description);
	pango_layout_set_text(layout, text.len ? text.ptr : "", (int)text.len);
	return layout;
}

void text_measure_end_thread(void)
{
	if (layout)
		g_object_unref(layout);
	if (context)
		g_object_unref(context);
	if (font_map)
		g_object_unref(font_map);
	layout = NULL;
	context = NULL;
	font_map = NULL;
}

void text_measure_end(void)
{
	if (fonts)
		FcConfigDestroy(fonts);
	fonts = NULL;
	families[FONT_BODY] = families[FONT_DISPLAY] = "DejaVu Sans";
}

/* By its files, as the configuration of the machine is not asked. */
static bool load_dejavu(void)
{
	static const char *const DIRS[] = {
		"/usr/share/fonts/truetype/dejavu",
		"/usr/share/fonts/dejavu-sans-fonts",
		"/usr/share/fonts/TTF",
		"/usr/share/fonts/dejavu",
	};

	for (size_t i = 0; i < sizeof(DIRS) / sizeof(*DIRS); i++) {
		struct arena arena = { 0 };
		const char *file =
			path_join(DIRS[i], STR("DejaVuSans.ttf"), &arena);
		bool there = file_is_regular(file);

		arena_release(&arena);
		if (there)
			return add_fonts(DIRS[i]);
	}
	return false;
}

/* One by one, as a folder would want a cache that the machine may lack. */
static bool add_fonts(const char *dir)
{
	struct arena arena = { 0 };
	struct str *names;
	size_t count;
	bool ok = file_list(dir, &names, &count, &arena);

	for (size_t i = 0; ok && i < count; i++)
		if (str_ends(names[i], ".ttf") || str_ends(names[i], ".otf") ||
		    str_ends(names[i], ".woff2"))
			ok = FcConfigAppFontAddFile(
				fonts, (const FcChar8 *)path_join(
					       dir, names[i], &arena));
	arena_release(&arena);
	return ok;
}

static void fill_table(enum font font, bool bold)
{
	struct text_style style = { font, TABLE_SIZE, bold };

	for (int c = ASCII_FIRST; c <= ASCII_LAST; c++) {
		char text = (char)c;

		advances[font][bold][c] =
			shaped_width((struct str){ &text, 1 }, style);
	}
}

static double shaped_width(struct str text, struct text_style style)
{
	int width;

	pango_layout_get_size(pango_layout_for(text, style), &width, NULL);
	return (double)width / PANGO_SCALE;
}

static bool is_ascii(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] < ASCII_FIRST || text.ptr[i] > ASCII_LAST)
			return false;
	return true;
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
