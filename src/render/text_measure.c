#include "render/text_measure.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "base/file.h"
#include "render/pango_context.h"

enum {
	TABLE_SIZE = 100,      /* pixels, of the advances kept */
	TABLE_LETTERS = 0x530, /* Latin, Greek and Cyrillic */
	TABLE_SIGNS = 0x100,   /* U+2000 to U+20FF: dashes, quotes, currency */
	FILES_MOST = 32,
};

/* What is kept of a thread's own, as pango shares nothing between them. */
struct desk {
	PangoFontMap *font_map;
	PangoContext *context;
	PangoLayout *layout;
	PangoAttrList *figures;	 /* of one width */
	struct text_style style; /* that the layout is set to */
	/* By figures, font and weight; 0: not known. */
	float advances[2][2][2][TABLE_LETTERS + TABLE_SIGNS];
};

static const char *families[2] = { "DejaVu Sans", "DejaVu Sans" };
static FcConfig *fonts;
static int unpacked[FILES_MOST]; /* descriptors of unpacked web fonts */
static size_t unpacked_count;
static struct hash fonts_hash;
static _Thread_local struct desk desk;

static bool load_dejavu(struct diags *diags);
static bool add_fonts(struct diags *diags, const char *dir);
static bool note_font(const char *path, struct arena *arena);
static bool add_font(const char *path);
static bool add_web_font(const char *path);
static int unpack(const char *path);
static double simple_width(struct str text, struct text_style style);
static float *advance_at(uint32_t c, struct text_style style, bool figures);
static bool is_square(uint32_t c);
static float advance_of(struct str letter, struct text_style style,
			bool figures);
static double shaped_width(struct str text, struct text_style style,
			   bool figures);
static PangoLayout *layout_of(struct str text, struct text_style style,
			      bool figures);
static void open_desk(void);
static void set_style(struct text_style style);
static size_t fitting(struct str text, struct text_style style, double width);
static size_t whole_letters(struct str text, size_t len);

bool text_measure_init(struct diags *diags, const char *fonts_dir,
		       const char *body, const char *display)
{
	if (fonts)
		return true;
	fonts = FcConfigCreate();
	if (!load_dejavu(diags)) {
		text_measure_end();
		return false;
	}
	if (!fonts_dir || !file_is_dir(fonts_dir))
		return true;
	families[FONT_BODY] = body;
	families[FONT_DISPLAY] = display;
	if (add_fonts(diags, fonts_dir))
		return true;
	text_measure_end();
	return false;
}

double text_width(struct str text, struct text_style style)
{
	double width = simple_width(text, style);

	return width >= 0 ? width
			  : shaped_width(text, style, text_has_figures(text));
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
		cut = cut ? cut : whole_letters(text, len);
		if (!cut)
			break;
		lines[count++] = str_trim(str_slice(text, 0, cut));
		text = str_trim(str_from_byte(text, cut));
	}
	if (text.len)
		lines[count++] = text_fit(text, style, width, arena);
	return count;
}

size_t text_balance(struct str text, struct text_style style, double width,
		    struct str *lines, size_t most, struct arena *arena)
{
	size_t count = text_wrap(text, style, width, lines, most, arena);
	double low = width / 2;

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

struct hash text_fonts_hash(void)
{
	return fonts_hash;
}

const char *text_family(enum font font)
{
	return families[font];
}

PangoLayout *pango_layout_for(struct str text, struct text_style style)
{
	return layout_of(text, style, text_has_figures(text));
}

void text_measure_end_thread(void)
{
	if (!desk.layout)
		return;
	pango_attr_list_unref(desk.figures);
	g_object_unref(desk.layout);
	g_object_unref(desk.context);
	g_object_unref(desk.font_map);
	desk = (struct desk){ 0 };
}

void text_measure_end(void)
{
	if (fonts)
		FcConfigDestroy(fonts);
	fonts = NULL;
	fonts_hash = (struct hash){ 0 };
	while (unpacked_count)
		close(unpacked[--unpacked_count]);
	families[FONT_BODY] = families[FONT_DISPLAY] = "DejaVu Sans";
}

/* By its files, as the configuration of the machine is not asked. */
static bool load_dejavu(struct diags *diags)
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
			return add_fonts(diags, DIRS[i]);
	}
	errno = ENOENT;
	diag_system(diags, "DejaVuSans.ttf", "there is no font to draw with");
	diag_hint(diags, "install the package fonts-dejavu-core");
	return false;
}

/* One by one, as a folder would want a cache that the machine may lack. */
static bool add_fonts(struct diags *diags, const char *dir)
{
	struct arena arena = { 0 };
	struct str *names;
	size_t count;
	bool ok = file_list(dir, &names, &count, &arena) ||
		  diag_system(diags, dir, "cannot list the fonts");

	for (size_t i = 0; ok && i < count; i++) {
		const char *path = path_join(dir, names[i], &arena);

		if (str_ends(names[i], ".ttf") || str_ends(names[i], ".otf"))
			ok = note_font(path, &arena) && add_font(path);
		else if (str_ends(names[i], ".woff2"))
			ok = note_font(path, &arena) && add_web_font(path);
		if (!ok)
			diag_system(diags, path, "cannot read this font");
	}
	arena_release(&arena);
	return ok;
}

/* Into the hash of all fonts. */
static bool note_font(const char *path, struct arena *arena)
{
	struct hash hashes[2] = { fonts_hash };
	struct str bytes;

	if (!file_read(path, &bytes, arena))
		return false;
	hashes[1] = hash_of(bytes);
	fonts_hash =
		hash_of((struct str){ (const char *)hashes, sizeof(hashes) });
	return true;
}

static bool add_font(const char *path)
{
	if (FcConfigAppFontAddFile(fonts, (const FcChar8 *)path))
		return true;
	errno = EINVAL;
	return false;
}

/*
 * Pango passes over compressed fonts.  FreeType unpacks them, into a file in
 * memory that lives as long as its descriptor.
 */
static bool add_web_font(const char *path)
{
	char name[64];
	int file;

	if (unpacked_count == FILES_MOST) {
		errno = ENFILE;
		return false;
	}
	file = unpack(path);
	if (file < 0) {
		errno = EINVAL;
		return false;
	}
	unpacked[unpacked_count++] = file;
	snprintf(name, sizeof(name), "/proc/self/fd/%d", file);
	return add_font(name);
}

/* A descriptor, or -1.  Table 0 is the whole font, unpacked. */
static int unpack(const char *path)
{
	FT_Library library;
	FT_Face face;
	FT_ULong len = 0;
	FT_Byte *bytes = NULL;
	int file = -1;

	if (FT_Init_FreeType(&library))
		return -1;
	if (!FT_New_Face(library, path, 0, &face)) {
		if (!FT_Load_Sfnt_Table(face, 0, 0, NULL, &len))
			bytes = memory_alloc(len);
		if (bytes && !FT_Load_Sfnt_Table(face, 0, 0, bytes, &len))
			file = memfd_create("font", MFD_CLOEXEC);
		if (file >= 0 && write(file, bytes, len) != (ssize_t)len) {
			close(file);
			file = -1;
		}
		free(bytes);
		FT_Done_Face(face);
	}
	FT_Done_FreeType(library);
	return file;
}

/* The sum of the advances, or -1 for a text that must be shaped. */
static double simple_width(struct str text, struct text_style style)
{
	bool figures = text_has_figures(text);
	double width = 0;

	for (size_t at = 0, start = 0; at < text.len; start = at) {
		uint32_t c = (unsigned char)text.ptr[at];
		float *advance;

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
	float *advances = desk.advances[figures][style.font][style.bold];

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
	PangoAttrList *wanted;

	if (!desk.layout)
		open_desk();
	wanted = figures ? desk.figures : NULL;
	set_style(style);
	if (pango_layout_get_attributes(desk.layout) != wanted)
		pango_layout_set_attributes(desk.layout, wanted);
	pango_layout_set_text(desk.layout, text.len ? text.ptr : "",
			      (int)text.len);
	return desk.layout;
}

/* Nothing here may depend on the machine's settings or on the language. */
static void open_desk(void)
{
	cairo_font_options_t *options = cairo_font_options_create();
	PangoFontMap *map =
		pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	PangoContext *context;

	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), fonts);
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
	context = pango_font_map_create_context(map);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_context_set_language(context, pango_language_from_string("en"));
	pango_context_set_round_glyph_positions(context, FALSE);
	desk.font_map = map;
	desk.context = context;
	desk.layout = pango_layout_new(context);
	pango_layout_set_single_paragraph_mode(desk.layout, TRUE);
	desk.figures = pango_attr_list_new();
	pango_attr_list_insert(desk.figures,
			       pango_attr_font_features_new("tnum=1"));
}

/* A size of 0, which no text has, is that of a fresh layout. */
static void set_style(struct text_style style)
{
	PangoFontDescription *description;

	if (desk.style.font == style.font && desk.style.bold == style.bold &&
	    desk.style.size == style.size)
		return;
	description = pango_font_description_new();
	pango_font_description_set_family_static(description,
						 families[style.font]);
	pango_font_description_set_absolute_size(description,
						 style.size * PANGO_SCALE);
	pango_font_description_set_weight(description,
					  style.bold ? PANGO_WEIGHT_SEMIBOLD
						     : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(desk.layout, description);
	pango_font_description_free(description);
	desk.style = style;
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
