#include "render/scene_svg.h"

#include <glib.h>
#include <string.h>

static const char *const SERIES_NAMES[PALETTE_SLOTS] = {
	"s1", "s2", "s3", "s4",	 "s5",	"s6", /* f-s1 fills, l-s1 strokes */
	"s7", "s8", "s9", "s10", "s11", "s12",
};

enum { FIRST_SERIES = PAINT_HEAT + PALETTE_SHADES };

/* The paints that a scene uses, one bit each: a file has rules for no other. */
struct use {
	uint32_t fills, strokes;
};

static const char *const SHADE_NAMES[PALETTE_SHADES] = { "h1", "h2", "h3", "h4",
							 "h5" };

static void put_marks(const struct scene *scene, bool fixed, struct buf *to);
static void put_mark(const struct mark *mark, bool fixed, struct buf *to);
static void put_rect(const struct mark *mark, struct buf *to);
static void put_line(const struct mark *mark, struct buf *to);
static void put_path(const struct mark *mark, struct buf *to);
static void put_circle(const struct mark *mark, struct buf *to);
static void put_image(const struct mark *mark, struct buf *to);
static void put_text(const struct mark *mark, bool fixed, struct buf *to);
static void put_paint(const struct mark *mark, const char *more,
		      struct buf *to);
static void put_paint_name(struct ink ink, struct buf *to);
static void put_size(const struct scene *scene, double margin, struct buf *to);
static void put_words(const struct scene *scene, struct buf *to);
static void put_ground(const struct scene *scene, struct buf *to);
static void put_number(struct buf *to, const char *name, double number);
static struct use use_of(const struct scene *scene);
static uint32_t bit_of(struct ink ink);
static struct ink ink_of_bit(size_t bit);
static void put_style(struct use use, const struct palette_mode *mode,
		      struct buf *to);
static void put_rule(const char *prefix, struct ink ink, const char *property,
		     const struct palette_mode *mode, struct buf *to);

void scene_svg_inline(const struct scene *scene, struct str id,
		      const char *class, struct buf *to)
{
	buf_printf(to,
		   "<svg class=\"chart %s\" role=\"img\" aria-labelledby=\"",
		   class);
	buf_html(to, id);
	buf_text(to, "-t ");
	buf_html(to, id);
	buf_text(to, "-d\"");
	put_size(scene, 0, to);
	buf_text(to, "><title id=\"");
	buf_html(to, id);
	buf_text(to, "-t\">");
	buf_html(to, scene->title);
	buf_text(to, "</title><desc id=\"");
	buf_html(to, id);
	buf_text(to, "-d\">");
	buf_html(to, scene->description);
	buf_text(to, "</desc>\n");
	put_marks(scene, false, to);
	buf_text(to, "</svg>");
}

void scene_svg_file(const struct scene *scene, const struct palette *palette,
		    struct buf *to)
{
	struct use use = use_of(scene);

	buf_text(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		     "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
		     "aria-labelledby=\"t d\"");
	put_size(scene, scene->margin, to);
	buf_char(to, '>');
	put_words(scene, to);
	buf_printf(to,
		   "<style>text{font-family:\"%s\",system-ui,"
		   "\"DejaVu Sans\",sans-serif}.t-figures{"
		   "font-variant-numeric:tabular-nums}"
		   ".t-display{font-family:\"%s\",Georgia,"
		   "serif}.t-bold{font-weight:600}\n",
		   palette->font_body, palette->font_display);
	put_style(use, &palette->light, to);
	buf_text(to, "\n@media (prefers-color-scheme:dark){");
	put_style(use, &palette->dark, to);
	buf_text(to, "}</style>\n");
	if (scene->has_ground)
		put_ground(scene, to);
	put_marks(scene, true, to);
	buf_text(to, "</svg>\n");
}

static void put_marks(const struct scene *scene, bool fixed, struct buf *to)
{
	for (size_t i = 0; i < scene->mark_count; i++)
		put_mark(&scene->marks[i], fixed, to);
}

static void put_mark(const struct mark *mark, bool fixed, struct buf *to)
{
	switch (mark->kind) {
	case MARK_RECT:
		put_rect(mark, to);
		break;
	case MARK_LINE:
		put_line(mark, to);
		break;
	case MARK_PATH:
		put_path(mark, to);
		break;
	case MARK_CIRCLE:
		put_circle(mark, to);
		break;
	case MARK_TEXT:
		put_text(mark, fixed, to);
		break;
	case MARK_IMAGE:
		put_image(mark, to);
		break;
	}
}

static void put_rect(const struct mark *mark, struct buf *to)
{
	buf_text(to, "<rect");
	put_number(to, "x", mark->x);
	put_number(to, "y", mark->y);
	put_number(to, "width", mark->width);
	put_number(to, "height", mark->height);
	if (mark->radius > 0)
		put_number(to, "rx", mark->radius);
	put_paint(mark, "", to);
	buf_text(to, "/>\n");
}

static void put_line(const struct mark *mark, struct buf *to)
{
	buf_text(to, "<line");
	put_number(to, "x1", mark->x);
	put_number(to, "y1", mark->y);
	put_number(to, "x2", mark->x + mark->width);
	put_number(to, "y2", mark->y + mark->height);
	put_paint(mark, "", to);
	buf_text(to, "/>\n");
}

static void put_path(const struct mark *mark, struct buf *to)
{
	buf_text(to, "<path d=\"");
	for (size_t i = 0; i < mark->point_count; i++) {
		buf_char(to, i ? 'L' : 'M');
		buf_number(to, mark->points[i].x, 2);
		buf_char(to, ' ');
		buf_number(to, mark->points[i].y, 2);
	}
	buf_text(to, mark->closed ? "Z\"" : "\" stroke-linejoin=\"round\"");
	put_paint(mark, "", to);
	buf_text(to, "/>\n");
}

static void put_circle(const struct mark *mark, struct buf *to)
{
	buf_text(to, "<circle");
	put_number(to, "cx", mark->x);
	put_number(to, "cy", mark->y);
	put_number(to, "r", mark->radius);
	put_paint(mark, "", to);
	buf_text(to, "/>\n");
}

static void put_image(const struct mark *mark, struct buf *to)
{
	bool png = str_starts(mark->image, "\x89PNG");
	char *text = g_base64_encode((const guchar *)mark->image.ptr,
				     mark->image.len);

	buf_text(to, "<image");
	put_number(to, "x", mark->x);
	put_number(to, "y", mark->y);
	put_number(to, "width", mark->width);
	put_number(to, "height", mark->height);
	buf_text(to, png ? " href=\"data:image/png;base64,"
			 : " href=\"data:image/svg+xml;base64,");
	buf_text(to, text);
	buf_text(to, "\"/>\n");
	g_free(text);
}

/*
 * A file is shown without the theme's fonts, so its texts are `fixed` to the
 * widths that they were placed by.
 */
static void put_text(const struct mark *mark, bool fixed, struct buf *to)
{
	static const char *const ANCHORS[] = { "", " text-anchor=\"middle\"",
					       " text-anchor=\"end\"" };
	static const char *const STYLES[2][2][2] = {
		{ { "", " t-display" }, { " t-bold", " t-display t-bold" } },
		{ { " t-figures", " t-display t-figures" },
		  { " t-bold t-figures", " t-display t-bold t-figures" } },
	};

	buf_text(to, "<text");
	put_number(to, "x", mark->x);
	put_number(to, "y", mark->y);
	put_number(to, "font-size", mark->style.size);
	if (fixed) {
		put_number(to, "textLength",
			   text_width(mark->text, mark->style));
		buf_text(to, " lengthAdjust=\"spacingAndGlyphs\"");
	}
	buf_text(to, ANCHORS[mark->anchor]);
	if (mark->stroke.paint != PAINT_NONE)
		buf_text(to, " paint-order=\"stroke\" "
			     "stroke-linejoin=\"round\"");
	put_paint(mark,
		  STYLES[text_has_figures(mark->text)][mark->style.bold]
			[mark->style.font == FONT_DISPLAY],
		  to);
	buf_char(to, '>');
	buf_html(to, mark->text);
	buf_text(to, "</text>\n");
}

/* The attribute `class`, and the width of a stroke that is not 1. */
static void put_paint(const struct mark *mark, const char *more, struct buf *to)
{
	if (mark->stroke.paint != PAINT_NONE && mark->stroke_width != 1)
		put_number(to, "stroke-width", mark->stroke_width);
	if (mark->fill.paint == PAINT_NONE && mark->kind != MARK_LINE)
		buf_text(to, " fill=\"none\"");
	buf_text(to, " class=\"");
	if (mark->fill.paint != PAINT_NONE) {
		buf_text(to, "f-");
		put_paint_name(mark->fill, to);
	}
	if (mark->stroke.paint != PAINT_NONE) {
		buf_text(to, mark->fill.paint != PAINT_NONE ? " l-" : "l-");
		put_paint_name(mark->stroke, to);
	}
	buf_text(to, more);
	buf_char(to, '"');
}

static void put_paint_name(struct ink ink, struct buf *to)
{
	static const char *const NAMES[] = { "",      "ink",	 "muted",
					     "grid",  "surface", "panel",
					     "accent" };

	buf_text(to, ink.paint == PAINT_SERIES
			     ? SERIES_NAMES[ink.slot % PALETTE_SLOTS]
		     : ink.paint == PAINT_HEAT
			     ? SHADE_NAMES[ink.slot % PALETTE_SHADES]
			     : NAMES[ink.paint]);
}

/* Charts run to the right on pages of any script, as their texts do. */
static void put_size(const struct scene *scene, double margin, struct buf *to)
{
	buf_text(to, " direction=\"ltr\"");
	put_number(to, "width", scene->width + 2 * margin);
	put_number(to, "height", scene->height + 2 * margin);
	buf_text(to, " viewBox=\"");
	buf_number(to, -margin, 2);
	buf_char(to, ' ');
	buf_number(to, -margin, 2);
	buf_char(to, ' ');
	buf_number(to, scene->width + 2 * margin, 2);
	buf_char(to, ' ');
	buf_number(to, scene->height + 2 * margin, 2);
	buf_char(to, '"');
}

static void put_words(const struct scene *scene, struct buf *to)
{
	buf_text(to, "<title id=\"t\">");
	buf_xml(to, scene->title);
	buf_text(to, "</title><desc id=\"d\">");
	buf_xml(to, scene->description);
	buf_text(to, "</desc>\n");
}

static void put_ground(const struct scene *scene, struct buf *to)
{
	struct mark ground = {
		.x = -scene->margin,
		.y = -scene->margin,
		.width = scene->width + 2 * scene->margin,
		.height = scene->height + 2 * scene->margin,
		.fill = { PAINT_SURFACE, 0 },
	};

	put_rect(&ground, to);
}

static void put_number(struct buf *to, const char *name, double number)
{
	char room[NUMBER_ROOM];
	struct str digits = number_text(room, number, 2);
	size_t name_len = strlen(name);
	char *at;

	buf_reserve(to, name_len + digits.len + 4);
	at = to->ptr + to->len;
	*at++ = ' ';
	at = mempcpy(at, name, name_len);
	*at++ = '=';
	*at++ = '"';
	at = mempcpy(at, digits.ptr, digits.len);
	*at++ = '"';
	*at = '\0';
	to->len = (size_t)(at - to->ptr);
}

static struct use use_of(const struct scene *scene)
{
	struct use use = { 0 };

	if (scene->has_ground)
		use.fills |= bit_of((struct ink){ PAINT_SURFACE, 0 });
	for (size_t i = 0; i < scene->mark_count; i++) {
		use.fills |= bit_of(scene->marks[i].fill);
		use.strokes |= bit_of(scene->marks[i].stroke);
	}
	return use;
}

/* Plain paints first, then the shades, then the series. */
static uint32_t bit_of(struct ink ink)
{
	return 1u << (ink.paint == PAINT_HEAT
			      ? PAINT_HEAT + ink.slot % PALETTE_SHADES
		      : ink.paint == PAINT_SERIES
			      ? FIRST_SERIES + ink.slot % PALETTE_SLOTS
			      : ink.paint);
}

static struct ink ink_of_bit(size_t bit)
{
	return bit >= FIRST_SERIES
		       ? (struct ink){ PAINT_SERIES, bit - FIRST_SERIES }
	       : bit >= PAINT_HEAT
		       ? (struct ink){ PAINT_HEAT, bit - PAINT_HEAT }
		       : (struct ink){ (enum paint)bit, 0 };
}

static void put_style(struct use use, const struct palette_mode *mode,
		      struct buf *to)
{
	for (size_t i = PAINT_NONE + 1; i < FIRST_SERIES + PALETTE_SLOTS; i++) {
		struct ink ink = ink_of_bit(i);

		if (use.fills >> i & 1)
			put_rule(".f-", ink, "{fill:", mode, to);
		if (use.strokes >> i & 1)
			put_rule(".l-", ink, "{stroke:", mode, to);
	}
}

static void put_rule(const char *prefix, struct ink ink, const char *property,
		     const struct palette_mode *mode, struct buf *to)
{
	static const char DIGITS[] = "0123456789abcdef";
	uint32_t colour = palette_colour(mode, ink.paint, ink.slot);
	char hex[9] = "#";

	for (int i = 0; i < 6; i++)
		hex[i + 1] = DIGITS[colour >> (20 - 4 * i) & 0xF];
	hex[7] = '}';
	buf_text(to, prefix);
	put_paint_name(ink, to);
	buf_text(to, property);
	buf_text(to, hex);
}
