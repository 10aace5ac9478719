#include "draw/scene_draw.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <pango/pangocairo.h>

#include "base/buf.h"
#include "draw/fonts.h"
#include "draw/look.h"
#include "draw/pango_context.h"

static void draw_linked(cairo_t *cr, const struct mark *mark,
			const struct palette_mode *mode);
static void draw_mark(cairo_t *cr, const struct mark *mark,
		      const struct palette_mode *mode);
static void trace_rect(cairo_t *cr, const struct mark *mark);
static void trace_path(cairo_t *cr, const struct mark *mark);
static void paint_mark(cairo_t *cr, const struct mark *mark,
		       const struct palette_mode *mode);
static void set_rule(cairo_t *cr, const struct mark *mark);
static void draw_text(cairo_t *cr, const struct mark *mark,
		      const struct palette_mode *mode);
static void draw_image(cairo_t *cr, const struct mark *mark,
		       const struct palette_mode *mode);
static void draw_stand_in(cairo_t *cr, const struct mark *mark,
			  const struct palette_mode *mode);
static cairo_surface_t *image_of(struct str png);
static bool lacks_memory(cairo_surface_t *image, struct str png);
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

/*
 * What covers the whole page makes cairo 1.16 forget all that was drawn before
 * it, and with that the beginning of a tag: so the first tag begins with the
 * first text, when the grounds are drawn.
 */
void scene_draw_tagged(struct _cairo *cr, const struct scene *scene,
		       const struct palette_mode *mode)
{
	bool is_begun = false;

	set_colour(cr, ink(PAINT_SURFACE), mode);
	cairo_paint(cr);
	cairo_translate(cr, scene->margin, scene->margin);
	for (size_t i = 0; i < scene->mark_count; i++) {
		const struct mark *mark = &scene->marks[i];
		bool goes_on = i + 1 < scene->mark_count &&
			       scene->marks[i + 1].is_heading;

		if (mark->kind != MARK_TEXT) {
			draw_mark(cr, mark, mode);
			continue;
		}
		if (!is_begun)
			cairo_tag_begin(cr, "Document", NULL);
		is_begun = true;
		/* The lines of a heading are one. */
		if (!mark->is_heading || !i || !scene->marks[i - 1].is_heading)
			cairo_tag_begin(cr, mark->is_heading ? "H1" : "P",
					NULL);
		draw_linked(cr, mark, mode);
		if (!mark->is_heading || !goes_on)
			cairo_tag_end(cr, mark->is_heading ? "H1" : "P");
	}
	if (is_begun)
		cairo_tag_end(cr, "Document");
}

static void draw_linked(cairo_t *cr, const struct mark *mark,
			const struct palette_mode *mode)
{
	struct buf link = { 0 };

	if (!mark->link.len) {
		draw_mark(cr, mark, mode);
		return;
	}
	buf_text(&link, "uri='");
	for (size_t i = 0; i < mark->link.len; i++) {
		if (strchr("'\\", mark->link.ptr[i]))
			buf_char(&link, '\\');
		buf_char(&link, mark->link.ptr[i]);
	}
	buf_char(&link, '\'');
	cairo_tag_begin(cr, CAIRO_TAG_LINK, buf_str(&link).ptr);
	draw_mark(cr, mark, mode);
	cairo_tag_end(cr, CAIRO_TAG_LINK);
	buf_release(&link);
}

bool scene_drawn(struct diags *diags, const char *path, int status)
{
	if (status == CAIRO_STATUS_SUCCESS)
		return !fonts_failed(diags);
	if (status == CAIRO_STATUS_INVALID_SIZE)
		return diag_error(diags, (struct place){ 0 },
				  "the picture %s is too large to be drawn",
				  path);
	errno = status == CAIRO_STATUS_NO_MEMORY ? ENOMEM : EIO;
	return diag_system(diags, path, "cannot be drawn (%s)",
			   cairo_status_to_string((cairo_status_t)status));
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
		draw_image(cr, mark, mode);
		break;
	}
}

static void trace_rect(cairo_t *cr, const struct mark *mark)
{
	double r = fmin(mark->radius * look_of()->corners,
			fmin(mark->width, mark->height) / 2);
	double x = mark->x, y = mark->y;
	double right = x + mark->width, bottom = y + mark->height;

	if (scene_is_blocks(mark)) {
		double begin, length;

		for (unsigned n = 0;
		     (length = look_block(mark->width, n, &begin)) > 0; n++)
			cairo_rectangle(cr, x + begin, y, length, mark->height);
		return;
	}
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
		if (mark->kind == MARK_LINE && mark->stroke.paint == PAINT_GRID)
			set_rule(cr, mark);
		cairo_stroke_preserve(cr);
		cairo_set_dash(cr, NULL, 0, 0);
	}
	cairo_new_path(cr);
}

static void set_rule(cairo_t *cr, const struct mark *mark)
{
	const struct look *look = look_of();
	const double dots[] = { 1, 2 }, dashes[] = { 4, 3 };

	cairo_set_line_width(cr, mark->stroke_width * look->rules);
	if (look->dotted || look->dashed)
		cairo_set_dash(cr, look->dotted ? dots : dashes, 2, 0);
}

static void draw_text(cairo_t *cr, const struct mark *mark,
		      const struct palette_mode *mode)
{
	PangoLayout *layout = pango_layout_to_draw(mark->text, mark->style);
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

/*
 * In the middle of its box; for what is no PNG, or a broken one, stands text.  An
 * image that memory lacks for is set as the source all the same, which passes
 * its status on to the context.
 */
static void draw_image(cairo_t *cr, const struct mark *mark,
		       const struct palette_mode *mode)
{
	cairo_surface_t *image;
	double width, height, scale;

	if (!str_starts(mark->image, "\x89PNG")) {
		draw_stand_in(cr, mark, mode);
		return;
	}
	image = image_of(mark->image);
	width = cairo_image_surface_get_width(image);
	height = cairo_image_surface_get_height(image);
	if (lacks_memory(image, mark->image))
		cairo_set_source_surface(cr, image, 0, 0);
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
	} else if (!lacks_memory(image, mark->image))
		draw_stand_in(cr, mark, mode);
	cairo_surface_destroy(image);
}

/* What the mark says in place of an image that cannot be drawn. */
static void draw_stand_in(cairo_t *cr, const struct mark *mark,
			  const struct palette_mode *mode)
{
	struct mark text = *mark;

	text.x += mark->width / 2;
	text.y += mark->height / 2 + 0.36 * mark->style.size;
	text.anchor = ANCHOR_MIDDLE;
	if (text.text.len)
		draw_text(cr, &text, mode);
}

static cairo_surface_t *image_of(struct str png)
{
	return cairo_image_surface_create_from_png_stream(read_image, &png);
}

/*
 * Cairo says so of a broken image too: it is believed only where there is no
 * room for the pixels, twice over as they are decoded.
 */
static bool lacks_memory(cairo_surface_t *image, struct str png)
{
	const unsigned char *size = (const unsigned char *)png.ptr + 16;
	size_t pixels;
	void *room;

	if (cairo_surface_status(image) != CAIRO_STATUS_NO_MEMORY ||
	    png.len < 24)
		return false;
	pixels = ((size_t)size[2] << 8 | size[3]) *
		 ((size_t)size[6] << 8 | size[7]);
	room = malloc(pixels * 8 + 1);
	free(room);
	return !room;
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
