#include "draw/scene_outline.h"

#include <pango/pangocairo.h>

#include "draw/pango_context.h"

struct outline_glyph {
	PangoFont *font; /* kept alive by its layout's font map */
	PangoGlyph glyph;
};

static size_t known_glyph(struct outlines *known, PangoFont *font,
			  PangoGlyph glyph, struct buf *to);
static void put_glyph(PangoFont *font, PangoGlyph glyph, size_t number,
		      struct buf *to);
static void put_path(cairo_path_t *path, struct buf *to);
static void put_points(const cairo_path_data_t *data, char letter, size_t count,
		       struct buf *to);
static double pixels(int units);

double outline_put(const struct mark *mark, struct outlines *known,
		   struct buf *uses, struct buf *to)
{
	struct text_style style = mark->style;
	PangoLayout *layout;
	PangoLayoutIter *at;
	double x = 0;

	style.size = OUTLINE_SIZE;
	layout = pango_layout_to_draw(mark->text, style);
	at = pango_layout_get_iter(layout);
	do {
		PangoLayoutRun *run = pango_layout_iter_get_run_readonly(at);

		for (int i = 0; run && i < run->glyphs->num_glyphs; i++) {
			const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
			double left = x + pixels(info->geometry.x_offset);
			size_t number;

			x += pixels(info->geometry.width);
			if (info->glyph == PANGO_GLYPH_EMPTY ||
			    info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
				continue;
			number = known_glyph(known, run->item->analysis.font,
					     info->glyph, to);
			buf_printf(uses, "<use href=\"#g%zu\" x=\"", number);
			buf_number(uses, left, 1);
			buf_char(uses, '"');
			if (info->geometry.y_offset) {
				buf_text(uses, " y=\"");
				buf_number(uses,
					   pixels(info->geometry.y_offset), 1);
				buf_char(uses, '"');
			}
			buf_text(uses, "/>");
		}
	} while (pango_layout_iter_next_run(at));
	pango_layout_iter_free(at);
	return x;
}

static size_t known_glyph(struct outlines *known, PangoFont *font,
			  PangoGlyph glyph, struct buf *to)
{
	struct outline_glyph *added;

	for (size_t k = 0; k < known->count; k++)
		if (known->glyphs[k].font == font &&
		    known->glyphs[k].glyph == glyph)
			return k;
	added = arena_push(known->arena, known->glyphs, known->count);
	*added = (struct outline_glyph){ font, glyph };
	put_glyph(font, glyph, known->count - 1, to);
	return known->count - 1;
}

/* Its scaled font is that of a layout of OUTLINE_SIZE. */
static void put_glyph(PangoFont *font, PangoGlyph glyph, size_t number,
		      struct buf *to)
{
	cairo_surface_t *none =
		cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
	cairo_t *cr = cairo_create(none);
	cairo_glyph_t one = { .index = glyph };
	cairo_path_t *path;

	cairo_set_scaled_font(
		cr, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)));
	cairo_set_tolerance(cr, 0.01);
	cairo_glyph_path(cr, &one, 1);
	path = cairo_copy_path(cr);
	buf_printf(to, "<defs><path id=\"g%zu\" d=\"", number);
	put_path(path, to);
	buf_text(to, "\"/></defs>");
	cairo_path_destroy(path);
	cairo_destroy(cr);
	cairo_surface_destroy(none);
}

static void put_path(cairo_path_t *path, struct buf *to)
{
	for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
		const cairo_path_data_t *data = &path->data[i];

		switch (data->header.type) {
		case CAIRO_PATH_MOVE_TO:
			put_points(data + 1, 'M', 1, to);
			break;
		case CAIRO_PATH_LINE_TO:
			put_points(data + 1, 'L', 1, to);
			break;
		case CAIRO_PATH_CURVE_TO:
			put_points(data + 1, 'C', 3, to);
			break;
		case CAIRO_PATH_CLOSE_PATH:
			buf_char(to, 'Z');
			break;
		}
	}
}

static void put_points(const cairo_path_data_t *data, char letter, size_t count,
		       struct buf *to)
{
	buf_char(to, letter);
	for (size_t k = 0; k < count; k++) {
		if (k)
			buf_char(to, ' ');
		buf_number(to, data[k].point.x, 1);
		buf_char(to, ' ');
		buf_number(to, data[k].point.y, 1);
	}
}

static double pixels(int units)
{
	return (double)units / PANGO_SCALE;
}
