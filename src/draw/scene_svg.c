#include "draw/scene_svg.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/bidi.h"
#include "draw/data_url.h"
#include "draw/look.h"
#include "draw/scene_outline.h"

/*
 * Charts run to the right whatever the language, so `direction` stays, by
 * which texts are anchored; a line that runs to the left is an isolate in it.
 */
#define LINE_RTL "\xE2\x81\xA7"
#define LINE_END "\xE2\x81\xA9"

/* Of texts: what a picture is set in, and the class t-small. */
enum { USUAL_SIZE = 14, SMALL_SIZE = 13 };

#define FILE_HEAD                                                 \
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"            \
	"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" " \
	"aria-labelledby=\"t d\" direction=\"ltr\""

static const char *const SHADE_NAMES[PALETTE_SHADES] = { "h1", "h2", "h3", "h4",
							 "h5" };

static void put_marks(const struct scene *scene, const struct palette *palette,
		      struct buf *to);
static void put_outlines(const struct mark *mark, const struct palette *palette,
			 struct outlines *known, struct buf *to);
static void put_mark(const struct mark *mark, const struct palette *palette,
		     struct buf *to);
static void put_rect(const struct mark *mark, const struct palette *palette,
		     struct buf *to);
static void put_blocks(const struct mark *mark, const struct palette *palette,
		       struct buf *to);
static size_t run_of_lines(const struct scene *scene, size_t first);
static bool is_alike(struct ink a, struct ink b);
static void put_lines(const struct mark *marks, size_t count,
		      const struct palette *palette, struct buf *to);
static void put_segment(const struct mark *mark, struct buf *to);
static void put_point(char command, double x, double y, struct buf *to);
static void put_path(const struct mark *mark, const struct palette *palette,
		     struct buf *to);
static void put_circle(const struct mark *mark, const struct palette *palette,
		       struct buf *to);
static void put_image(const struct mark *mark, struct buf *to);
static void put_text(const struct mark *mark, const struct palette *palette,
		     struct buf *to);
static void put_paint(const struct mark *mark, const struct palette *palette,
		      struct buf *to);
static void put_classes(const struct mark *mark, const struct palette *palette,
			struct buf *to);
static void put_paint_class(const char *prefix, struct ink ink,
			    const struct palette *palette, struct buf *to);
static void put_text_classes(const struct mark *mark, struct buf *to);
static bool is_exact(const struct mark *mark);
static void put_paint_name(struct ink ink, const struct palette *palette,
			   struct buf *to);
static size_t series_class(struct ink ink, const struct palette *palette);
static bool is_own(struct ink ink, const struct palette *palette);
static void put_own(const struct mark *mark, const struct palette *palette,
		    struct buf *to);
static void put_own_colour(const char *name, uint32_t colour, struct buf *to);
static void put_size(const struct scene *scene, double width, struct buf *to);
static void put_box(const struct scene *scene, struct buf *to);
static void put_words(const struct scene *scene, const struct palette *palette,
		      struct buf *to);
static void put_ground(const struct scene *scene, struct buf *to);
static double outer_width(const struct scene *scene);
static double outer_height(const struct scene *scene);
static void put_number(struct buf *to, const char *name, double number);
static void put_rules(const struct palette_mode *mode, struct buf *to);
static void put_rule(struct ink ink, const struct palette_mode *mode,
		     struct buf *to);
static void put_hex(uint32_t colour, struct buf *to);

void scene_svg_inline(const struct scene *scene, struct str id,
		      const char *class, struct buf *to)
{
	buf_printf(to,
		   "<svg class=\"chart %s\" role=\"img\" aria-labelledby=\"",
		   class);
	buf_html(to, id);
	buf_text(to, "-t ");
	buf_html(to, id);
	/* Charts run to the right on pages of any script, as their texts do. */
	buf_text(to, "-d\" direction=\"ltr\"");
	put_number(to, "width", scene->width);
	put_number(to, "height", scene->height);
	buf_text(to, " viewBox=\"0 0 ");
	buf_number(to, scene->width, 2);
	buf_char(to, ' ');
	buf_number(to, scene->height, 2);
	buf_text(to, "\"><title id=\"");
	buf_html(to, id);
	buf_text(to, "-t\">");
	buf_html(to, scene->title);
	buf_text(to, "</title><desc id=\"");
	buf_html(to, id);
	buf_text(to, "-d\">");
	buf_html(to, scene->description);
	buf_text(to, "</desc>\n");
	put_marks(scene, NULL, to);
	buf_text(to, "</svg>");
}

void scene_svg_file(const struct scene *scene, const struct palette *palette,
		    struct buf *to)
{
	scene_svg_sized(scene, outer_width(scene), palette, to);
}

void scene_svg_sized(const struct scene *scene, double width,
		     const struct palette *palette, struct buf *to)
{
	assert(width > 0);
	buf_text(to, FILE_HEAD);
	put_size(scene, width, to);
	put_box(scene, to);
	buf_char(to, '>');
	put_words(scene, palette, to);
	if (scene->has_ground)
		put_ground(scene, to);
	put_marks(scene, palette, to);
	buf_text(to, "</svg>\n");
}

void scene_svg_style(const struct palette *palette, struct buf *to)
{
	const struct palette *theme = palette->theme ? palette->theme : palette;

	buf_printf(to,
		   "svg{font-size:%dpx}"
		   "text{font-family:\"%s\",system-ui,"
		   "\"DejaVu Sans\",sans-serif}"
		   ".t-display{font-family:\"%s\",Georgia,"
		   "serif}.t-bold{font-weight:600}"
		   ".t-figures{font-variant-numeric:tabular-nums}"
		   ".t-small{font-size:%dpx}"
		   ".t-middle{text-anchor:middle}.t-end{text-anchor:end}"
		   ".t-halo{paint-order:stroke;stroke-linejoin:round}\n",
		   USUAL_SIZE, theme->font_body, theme->font_display,
		   SMALL_SIZE);
	put_rules(&theme->light, to);
	buf_text(to, "\n@media (prefers-color-scheme:dark){");
	put_rules(&theme->dark, to);
	buf_text(to, ".f-own{fill:currentColor}.l-own{stroke:currentColor}}");
}

void scene_svg_style_hash(const struct palette *palette, struct buf *to)
{
	struct buf style = { 0 };

	scene_svg_style(palette, &style);
	data_url_hash(buf_str(&style), to);
	buf_release(&style);
}

static void put_marks(const struct scene *scene, const struct palette *palette,
		      struct buf *to)
{
	struct outlines known = { .arena = scene->arena };

	for (size_t i = 0, run; i < scene->mark_count; i += run) {
		const struct mark *mark = &scene->marks[i];

		run = 1;
		if (mark->kind == MARK_LINE) {
			run = run_of_lines(scene, i);
			put_lines(mark, run, palette, to);
		} else if (palette && scene->is_outlined &&
			   mark->kind == MARK_TEXT) {
			put_outlines(mark, palette, &known, to);
		} else {
			put_mark(mark, palette, to);
		}
	}
}

/* How many lines of one paint follow each other: they share an element. */
static size_t run_of_lines(const struct scene *scene, size_t first)
{
	const struct mark *one = &scene->marks[first];
	size_t end = first + 1;

	while (end < scene->mark_count && scene->marks[end].kind == MARK_LINE &&
	       is_alike(scene->marks[end].stroke, one->stroke) &&
	       is_alike(scene->marks[end].fill, one->fill) &&
	       scene->marks[end].stroke_width == one->stroke_width)
		end++;
	return end - first;
}

static bool is_alike(struct ink a, struct ink b)
{
	return a.paint == b.paint && a.slot == b.slot;
}

/* A text as shapes, moved and scaled to where it stands. */
static void put_outlines(const struct mark *mark, const struct palette *palette,
			 struct outlines *known, struct buf *to)
{
	struct buf uses = { 0 };
	double scale = mark->style.size / OUTLINE_SIZE, width;
	double shift = mark->anchor == ANCHOR_START    ? 0
		       : mark->anchor == ANCHOR_MIDDLE ? 0.5
						       : 1;
	struct mark scaled = *mark;

	scaled.kind = MARK_PATH;
	width = outline_put(mark, known, &uses, to);
	scaled.stroke_width = mark->stroke_width / scale;
	/* All halos first: one letter's would cover the one before it. */
	for (int layer = mark->stroke.paint == PAINT_NONE; layer < 2; layer++) {
		buf_text(to, "<g transform=\"translate(");
		buf_number(to, mark->x - shift * width * scale, 2);
		buf_char(to, ' ');
		buf_number(to, mark->y, 2);
		buf_text(to, ") scale(");
		buf_number(to, scale, 4);
		buf_text(to, ")\"");
		scaled.fill = layer ? mark->fill : ink(PAINT_NONE);
		scaled.stroke = layer ? ink(PAINT_NONE) : mark->stroke;
		if (!layer)
			buf_text(to, " stroke-linejoin=\"round\"");
		put_paint(&scaled, palette, to);
		buf_char(to, '>');
		buf_raw(to, buf_str(&uses));
		buf_text(to, "</g>\n");
	}
	buf_release(&uses);
}

static void put_mark(const struct mark *mark, const struct palette *palette,
		     struct buf *to)
{
	switch (mark->kind) {
	case MARK_RECT:
		put_rect(mark, palette, to);
		break;
	case MARK_LINE:
		put_lines(mark, 1, palette, to);
		break;
	case MARK_PATH:
		put_path(mark, palette, to);
		break;
	case MARK_CIRCLE:
		put_circle(mark, palette, to);
		break;
	case MARK_TEXT:
		put_text(mark, palette, to);
		break;
	case MARK_IMAGE:
		put_image(mark, to);
		break;
	}
}

static void put_rect(const struct mark *mark, const struct palette *palette,
		     struct buf *to)
{
	double corner = mark->radius * look_of()->corners;

	if (scene_is_blocks(mark)) {
		put_blocks(mark, palette, to);
		return;
	}
	buf_text(to, "<rect");
	put_number(to, "x", mark->x);
	put_number(to, "y", mark->y);
	put_number(to, "width", mark->width);
	put_number(to, "height", mark->height);
	if (corner > 0)
		put_number(to, "rx", corner);
	put_paint(mark, palette, to);
	buf_text(to, "/>\n");
}

static void put_blocks(const struct mark *mark, const struct palette *palette,
		       struct buf *to)
{
	double begin, length;

	buf_text(to, "<path d=\"");
	for (unsigned n = 0; (length = look_block(mark->width, n, &begin)) > 0;
	     n++) {
		buf_char(to, 'M');
		buf_number(to, mark->x + begin, 2);
		buf_char(to, ' ');
		buf_number(to, mark->y, 2);
		buf_char(to, 'h');
		buf_number(to, length, 2);
		buf_char(to, 'v');
		buf_number(to, mark->height, 2);
		buf_char(to, 'h');
		buf_number(to, -length, 2);
		buf_char(to, 'z');
	}
	buf_char(to, '"');
	put_paint(mark, palette, to);
	buf_text(to, "/>\n");
}

static void put_lines(const struct mark *marks, size_t count,
		      const struct palette *palette, struct buf *to)
{
	struct mark rule = *marks;

	buf_text(to, "<path d=\"");
	for (size_t i = 0; i < count; i++)
		put_segment(&marks[i], to);
	buf_char(to, '"');
	if (rule.stroke.paint == PAINT_GRID) {
		rule.stroke_width *= look_of()->rules;
		if (look_of()->dotted || look_of()->dashed)
			buf_text(to, look_of()->dotted
					     ? " stroke-dasharray=\"1 2\""
					     : " stroke-dasharray=\"4 3\"");
	}
	put_paint(&rule, palette, to);
	buf_text(to, "/>\n");
}

static void put_segment(const struct mark *mark, struct buf *to)
{
	double x = mark->x + mark->width, y = mark->y + mark->height;

	put_point('M', mark->x, mark->y, to);
	if (x == mark->x) {
		buf_char(to, 'V');
		buf_number(to, y, 2);
	} else if (y == mark->y) {
		buf_char(to, 'H');
		buf_number(to, x, 2);
	} else {
		put_point('L', x, y, to);
	}
}

static void put_point(char command, double x, double y, struct buf *to)
{
	buf_char(to, command);
	buf_number(to, x, 2);
	buf_char(to, ' ');
	buf_number(to, y, 2);
}

static void put_path(const struct mark *mark, const struct palette *palette,
		     struct buf *to)
{
	buf_text(to, "<path d=\"");
	for (size_t i = 0; i < mark->point_count; i++)
		put_point(i ? 'L' : 'M', mark->points[i].x, mark->points[i].y,
			  to);
	buf_text(to, mark->closed ? "Z\"" : "\" stroke-linejoin=\"round\"");
	put_paint(mark, palette, to);
	buf_text(to, "/>\n");
}

static void put_circle(const struct mark *mark, const struct palette *palette,
		       struct buf *to)
{
	buf_text(to, "<circle");
	put_number(to, "cx", mark->x);
	put_number(to, "cy", mark->y);
	put_number(to, "r", mark->radius);
	put_paint(mark, palette, to);
	buf_text(to, "/>\n");
}

static void put_image(const struct mark *mark, struct buf *to)
{
	bool png = str_starts(mark->image, "\x89PNG");

	buf_text(to, "<image");
	put_number(to, "x", mark->x);
	put_number(to, "y", mark->y);
	put_number(to, "width", mark->width);
	put_number(to, "height", mark->height);
	buf_text(to, " href=\"");
	data_url_put(png ? "image/png" : "image/svg+xml", mark->image, to);
	buf_text(to, "\"/>\n");
}

/*
 * A file, which has a palette, is shown without the theme's fonts, so its
 * texts are fixed to the widths that they were placed by.
 */
static void put_text(const struct mark *mark, const struct palette *palette,
		     struct buf *to)
{
	bool rtl = bidi_line_is_rtl(mark->text, text_lines_are_rtl());

	buf_text(to, "<text");
	put_number(to, "x", mark->x);
	put_number(to, "y", mark->y);
	if (mark->style.size != USUAL_SIZE && mark->style.size != SMALL_SIZE)
		put_number(to, "font-size", mark->style.size);
	if (palette) {
		put_number(to, "textLength",
			   text_width(mark->text, mark->style));
		buf_text(to, " lengthAdjust=\"spacingAndGlyphs\"");
	}
	put_paint(mark, palette, to);
	buf_char(to, '>');
	if (rtl)
		buf_text(to, LINE_RTL);
	buf_html(to, mark->text);
	if (rtl)
		buf_text(to, LINE_END);
	buf_text(to, "</text>\n");
}

/* The attribute `class`, and the width of a stroke that is not 1. */
static void put_paint(const struct mark *mark, const struct palette *palette,
		      struct buf *to)
{
	if (mark->stroke.paint != PAINT_NONE && mark->stroke_width != 1)
		put_number(to, "stroke-width", mark->stroke_width);
	if (mark->fill.paint == PAINT_NONE && mark->kind != MARK_LINE)
		buf_text(to, " fill=\"none\"");
	put_own(mark, palette, to);
	put_classes(mark, palette, to);
}

static void put_classes(const struct mark *mark, const struct palette *palette,
			struct buf *to)
{
	size_t before = to->len, from;

	buf_text(to, " class=\"");
	from = to->len;
	if (!is_exact(mark)) {
		put_paint_class("f-", mark->fill, palette, to);
		put_paint_class("l-", mark->stroke, palette, to);
	}
	if (mark->kind == MARK_TEXT)
		put_text_classes(mark, to);
	if (to->len > from)
		to->ptr[to->len - 1] = '"';
	else
		to->len = before;
}

/* Each class, and a blank behind it. */
static void put_paint_class(const char *prefix, struct ink ink,
			    const struct palette *palette, struct buf *to)
{
	if (ink.paint == PAINT_NONE)
		return;
	buf_text(to, prefix);
	put_paint_name(ink, palette, to);
	buf_char(to, ' ');
}

static void put_text_classes(const struct mark *mark, struct buf *to)
{
	static const char *const ANCHORS[] = { "", "t-middle ", "t-end " };

	if (mark->style.size == SMALL_SIZE)
		buf_text(to, "t-small ");
	if (mark->style.font == FONT_DISPLAY)
		buf_text(to, "t-display ");
	if (mark->style.bold)
		buf_text(to, "t-bold ");
	if (text_has_figures(mark->text))
		buf_text(to, "t-figures ");
	buf_text(to, ANCHORS[mark->anchor]);
	if (mark->stroke.paint != PAINT_NONE)
		buf_text(to, "t-halo ");
}

/* Its colours are attributes, and no classes. */
static bool is_exact(const struct mark *mark)
{
	return mark->fill.paint == PAINT_EXACT ||
	       mark->stroke.paint == PAINT_EXACT;
}

static void put_paint_name(struct ink ink, const struct palette *palette,
			   struct buf *to)
{
	static const char *const NAMES[] = { "",       "ink",	  "muted",
					     "grid",   "surface", "panel",
					     "accent", "band",	  "band-ink",
					     "fill" };

	if (is_own(ink, palette)) {
		buf_text(to, "own");
	} else if (ink.paint == PAINT_SERIES) {
		buf_char(to, 's');
		buf_number(to, (double)(series_class(ink, palette) + 1), 0);
	} else {
		buf_text(to, ink.paint == PAINT_HEAT
				     ? SHADE_NAMES[ink.slot % PALETTE_SHADES]
				     : NAMES[ink.paint]);
	}
}

/* A page knows all slots, a file the theme's colours. */
static size_t series_class(struct ink ink, const struct palette *palette)
{
	return ink.slot % (size_t)(palette ? PALETTE_COLOURS : PALETTE_SLOTS);
}

/* An option's own colour is not the theme's, whose rules a file has. */
static bool is_own(struct ink ink, const struct palette *palette)
{
	size_t slot = ink.slot % PALETTE_SLOTS;

	return palette && palette->theme && ink.paint == PAINT_SERIES &&
	       (palette->light.series[slot] !=
			palette->theme->light.series[slot] ||
		palette->dark.series[slot] !=
			palette->theme->dark.series[slot]);
}

/* The light colour as an attribute, the dark one as `color`: no rule. */
static void put_own(const struct mark *mark, const struct palette *palette,
		    struct buf *to)
{
	bool fill = is_own(mark->fill, palette);
	bool stroke = is_own(mark->stroke, palette);
	struct ink own = fill ? mark->fill : mark->stroke;

	if (mark->fill.paint == PAINT_EXACT)
		put_own_colour("fill", (uint32_t)mark->fill.slot, to);
	if (mark->stroke.paint == PAINT_EXACT)
		put_own_colour("stroke", (uint32_t)mark->stroke.slot, to);
	if (!fill && !stroke)
		return;
	if (fill)
		put_own_colour("fill",
			       palette_colour(&palette->light, own.paint,
					      own.slot),
			       to);
	if (stroke)
		put_own_colour("stroke",
			       palette_colour(&palette->light,
					      mark->stroke.paint,
					      mark->stroke.slot),
			       to);
	put_own_colour("color",
		       palette_colour(&palette->dark, own.paint, own.slot), to);
}

static void put_own_colour(const char *name, uint32_t colour, struct buf *to)
{
	buf_char(to, ' ');
	buf_text(to, name);
	buf_text(to, "=\"#");
	put_hex(colour, to);
	buf_char(to, '"');
}

static void put_size(const struct scene *scene, double width, struct buf *to)
{
	put_number(to, "width", width);
	put_number(to, "height",
		   outer_height(scene) * width / outer_width(scene));
}

static void put_box(const struct scene *scene, struct buf *to)
{
	buf_text(to, " viewBox=\"");
	buf_number(to, -scene->margin, 2);
	buf_char(to, ' ');
	buf_number(to, -scene->margin, 2);
	buf_char(to, ' ');
	buf_number(to, outer_width(scene), 2);
	buf_char(to, ' ');
	buf_number(to, outer_height(scene), 2);
	buf_char(to, '"');
}

static double outer_width(const struct scene *scene)
{
	return scene->width + 2 * scene->margin;
}

static double outer_height(const struct scene *scene)
{
	return scene->height + 2 * scene->margin;
}

static void put_words(const struct scene *scene, const struct palette *palette,
		      struct buf *to)
{
	buf_text(to, "<title id=\"t\">");
	buf_xml(to, scene->title);
	buf_text(to, "</title><desc id=\"d\">");
	buf_xml(to, scene->description);
	buf_text(to, "</desc>\n<style>");
	scene_svg_style(palette, to);
	buf_text(to, "</style>\n");
}

static void put_ground(const struct scene *scene, struct buf *to)
{
	struct mark ground = {
		.x = -scene->margin,
		.y = -scene->margin,
		.width = outer_width(scene),
		.height = outer_height(scene),
		.fill = { PAINT_SURFACE, 0 },
	};

	put_rect(&ground, NULL, to);
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

/* Of all paints: the same text for all files of a theme. */
static void put_rules(const struct palette_mode *mode, struct buf *to)
{
	for (size_t i = PAINT_INK; i < PAINT_HEAT; i++)
		put_rule(ink((enum paint)i), mode, to);
	for (size_t i = 0; i < PALETTE_SHADES; i++)
		put_rule(shade_ink(i), mode, to);
	for (size_t i = 0; i < PALETTE_COLOURS; i++)
		put_rule(series_ink(i), mode, to);
}

static void put_rule(struct ink ink, const struct palette_mode *mode,
		     struct buf *to)
{
	static const struct {
		const char *prefix, *property;
	} WAYS[] = { { ".f-", "fill" }, { ".l-", "stroke" } };
	uint32_t colour = palette_colour(mode, ink.paint, ink.slot);

	for (size_t i = 0; i < 2; i++) {
		buf_text(to, WAYS[i].prefix);
		put_paint_name(ink, NULL, to);
		buf_char(to, '{');
		buf_text(to, WAYS[i].property);
		buf_text(to, ":#");
		put_hex(colour, to);
		buf_char(to, '}');
	}
}

static void put_hex(uint32_t colour, struct buf *to)
{
	for (int shift = 20; shift >= 0; shift -= 4)
		buf_char(to, "0123456789abcdef"[colour >> shift & 15]);
}
