#include "render/scene_draw.h"

#include <math.h>
#include <string.h>

#include <pango/pangocairo.h>

#include "render/pango_context.h"

static void draw_mark(cairo_t *cr, const struct mark *mark,
		      const struct palette_mode *mode);
static void trace_rect(cairo_t *cr, const struct mark *mark);
static void trace_path(cairo_t *cr, const struct mark *mark);
static void paint_mark(cairo_t *cr, const struct mark *mark,
		       const struct palette_mode *mode);
static void draw_text(cairo_t *cr, const struct mark *mark,
		      const struct palette_mode *mode);
static void draw_image(cairo_t *cr, const struct mark *mark);
static cairo_status_t read_image(void *from, unsigned char *to, unsigned count);
static void set_colour(cairo_t *cr, struct ink ink,
		       const struct palette_mode *mode);

void scene_draw(struct _cairo *cr, const struct scene *scene,
		const struct palette_mode *mode)
{
	set_colour(cr, ink(PAINT_SURFACE), mode);
	cairo_paint(cr);
	cairo_translate(cr, scene->margin, scene->margin);
	for (size_t i = 0; i < scene->mark_count; i++)
		draw_mark(cr, &scene->marks[i], mode);
}

static void draw_mark(cairo_t *cr, const struct mark *mark,
		      const struct palette_mode *mode)
{
	switch (mark->kind) {
	case MARK_RECT:
		trace_rect(cr, mark);
		paint_mark(cr, mark, mode);
		break;
	case MARK_LINE:
		cairo_move_to(cr, mark->x, mark->y);
		cairo_rel_line_to(cr, mark->width, mark->height);
		paint_mark(cr, mark, mode);
		break;
	case MARK_PATH:
		trace_path(cr, mark);
		paint_mark(cr, mark, mode);
		break;
	case MARK_CIRCLE:
		cairo_arc(cr, mark->x, mark->y, mark->radius, 0, 2 * M_PI);
		paint_mark(cr, mark, mode);
		break;
	case MARK_TEXT:
		draw_text(cr, mark, mode);
		break;
	case MARK_IMAGE:
		draw_image(cr, mark);
		break;
	}
}

static void trace_rect(cairo_t *cr, const struct mark *mark)
{
	double r = fmin(mark->radius, fmin(mark->width, mark->height) / 2);
	double x = mark->x, y = mark->y;
	double right = x + mark->width, bottom = y + mark->height;

	if (r <= 0) {
		cairo_rectangle(cr, x, y, mark->width, mark->height);
		return;
	}
	cairo_new_sub_path(cr);
	cairo_arc(cr, right - r, y + r, r, -M_PI / 2, 0);
	cairo_arc(cr, right - r, bottom - r, r, 0, M_PI / 2);
	cairo_arc(cr, x + r, bottom - r, r, M_PI / 2, M_PI);
	cairo_arc(cr, x + r, y + r, r, M_PI, 3 * M_PI / 2);
	cairo_close_path(cr);
}

static void trace_path(cairo_t *cr, const struct mark *mark)
{
	for (size_t i = 0; i < mark->point_count; i++)
		cairo_line_to(cr, mark->points[i].x, mark->points[i].y);
	if (mark->closed)
		cairo_close_path(cr);
}

static void paint_mark(cairo_t *cr, const struct mark *mark,
		       const struct palette_mode *mode)
{
	if (mark->fill.paint != PAINT_NONE) {
		set_colour(cr, mark->fill, mode);
		cairo_fill_preserve(cr);
	}
	if (mark->stroke.paint != PAINT_NONE) {
		set_colour(cr, mark->stroke, mode);
		cairo_set_line_width(cr, mark->stroke_width);
		cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
		cairo_stroke_preserve(cr);
	}
	cairo_new_path(cr);
}

static void draw_text(cairo_t *cr, const struct mark *mark,
		      const struct palette_mode *mode)
{
	PangoLayout *layout = pango_layout_for(mark->text, mark->style);
	double shift = mark->anchor == ANCHOR_START    ? 0
		       : mark->anchor == ANCHOR_MIDDLE ? 0.5
						       : 1;
	double baseline =
		(double)pango_layout_get_baseline(layout) / PANGO_SCALE;
	int width;

	pango_layout_get_size(layout, &width, NULL);
	cairo_move_to(cr, mark->x - shift * width / PANGO_SCALE,
		      mark->y - baseline);
	if (mark->stroke.paint != PAINT_NONE) {
		set_colour(cr, mark->stroke, mode);
		cairo_set_line_width(cr, mark->stroke_width);
		cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
		pango_cairo_layout_path(cr, layout);
		cairo_stroke(cr);
		cairo_move_to(cr, mark->x - shift * width / PANGO_SCALE,
			      mark->y - baseline);
	}
	set_colour(cr, mark->fill, mode);
	pango_cairo_show_layout(cr, layout);
	cairo_new_path(cr);
}

/* In the middle of its box; what is no PNG, or a broken one, is left out. */
static void draw_image(cairo_t *cr, const struct mark *mark)
{
	struct str rest = mark->image;
	cairo_surface_t *image;
	double width, height, scale;

	if (!str_starts(mark->image, "\x89PNG"))
		return;
	image = cairo_image_surface_create_from_png_stream(read_image, &rest);
	width = cairo_image_surface_get_width(image);
	height = cairo_image_surface_get_height(image);
	if (width > 0 && height > 0) {
		scale = fmin(mark->width / width, mark->height / height);
		cairo_save(cr);
		cairo_translate(cr, mark->x + (mark->width - width * scale) / 2,
				mark->y + (mark->height - height * scale) / 2);
		cairo_scale(cr, scale, scale);
		cairo_set_source_surface(cr, image, 0, 0);
		cairo_pattern_set_extend(cairo_get_source(cr),
					 CAIRO_EXTEND_PAD);
		cairo_rectangle(cr, 0, 0, width, height);
		cairo_fill(cr);
		cairo_restore(cr);
	}
	cairo_surface_destroy(image);
}

static cairo_status_t read_image(void *from, unsigned char *to, unsigned count)
{
	struct str *rest = from;

	if (rest->len < count)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, rest->ptr, count);
	*rest = str_from_byte(*rest, count);
	return CAIRO_STATUS_SUCCESS;
}

static void set_colour(cairo_t *cr, struct ink ink,
		       const struct palette_mode *mode)
{
	uint32_t c = palette_colour(mode, ink.paint, ink.slot);

	cairo_set_source_rgb(cr, (c >> 16 & 0xFF) / 255.0,
			     (c >> 8 & 0xFF) / 255.0, (c & 0xFF) / 255.0);
}
