#include "render/scene_png.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <pango/pangocairo.h>
#include <png.h>
#include <zlib.h>

#include "render/pango_context.h"

enum { COLOURS = 256, BUCKETS = 1 << 15 };

static _Thread_local cairo_surface_t *canvas;

/* The picture in at most 256 colours, as flat drawings nearly are. */
struct indexed {
	unsigned char *pixels;
	png_color colours[COLOURS];
	int colour_count;
	size_t width, height;
};

static cairo_surface_t *surface_for(size_t width, size_t height);
static cairo_status_t draw(const struct scene *scene,
			   const struct palette *palette, double scale,
			   cairo_surface_t *surface);
static void draw_mark(cairo_t *cr, const struct mark *mark,
		      const struct palette_mode *mode);
static void trace_rect(cairo_t *cr, const struct mark *mark);
static void trace_path(cairo_t *cr, const struct mark *mark);
static void paint_mark(cairo_t *cr, const struct mark *mark,
		       const struct palette_mode *mode);
static void draw_text(cairo_t *cr, const struct mark *mark,
		      const struct palette_mode *mode);
static void set_colour(cairo_t *cr, struct ink ink,
		       const struct palette_mode *mode);
static void reduce(const struct scene *scene, const struct palette_mode *mode,
		   const unsigned char *pixels, size_t stride,
		   struct indexed *image);
static unsigned char place_of(struct indexed *image, int16_t *places,
			      uint32_t colour);
static int nearest(const struct indexed *image, uint32_t colour);
static bool encode(const struct indexed *image, struct buf *to);
static void append(png_structp png, png_bytep bytes, size_t len);
static void flush(png_structp png);

bool scene_png(struct diags *diags, const struct scene *scene,
	       const struct palette *palette, double scale, struct buf *to)
{
	struct indexed image = {
		.width = (size_t)ceil((scene->width + 2 * scene->margin) *
				      scale),
		.height = (size_t)ceil((scene->height + 2 * scene->margin) *
				       scale),
	};
	cairo_surface_t *surface = surface_for(image.width, image.height);
	cairo_status_t status = draw(scene, palette, scale, surface);
	bool ok = status == CAIRO_STATUS_SUCCESS;

	if (ok) {
		cairo_surface_flush(surface);
		image.pixels = memory_alloc(image.width * image.height);
		reduce(scene, &palette->light,
		       cairo_image_surface_get_data(surface),
		       (size_t)cairo_image_surface_get_stride(surface), &image);
		ok = encode(&image, to);
		free(image.pixels);
	}
	if (!ok)
		diag_error(diags, (struct place){ 0 },
			   "the picture \"%.*s\" cannot be drawn: %s",
			   STR_ARG(scene->title),
			   cairo_status_to_string(status));
	return ok;
}

void scene_png_end_thread(void)
{
	if (canvas)
		cairo_surface_destroy(canvas);
	canvas = NULL;
}

/* The last one of this thread when it has the size: fresh pages cost time. */
static cairo_surface_t *surface_for(size_t width, size_t height)
{
	if (canvas && (size_t)cairo_image_surface_get_width(canvas) == width &&
	    (size_t)cairo_image_surface_get_height(canvas) == height)
		return canvas;
	scene_png_end_thread();
	canvas = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width,
					    (int)height);
	return canvas;
}

static cairo_status_t draw(const struct scene *scene,
			   const struct palette *palette, double scale,
			   cairo_surface_t *surface)
{
	const struct palette_mode *mode = &palette->light;
	cairo_t *cr = cairo_create(surface);
	cairo_status_t status;

	cairo_scale(cr, scale, scale);
	cairo_translate(cr, scene->margin, scene->margin);
	set_colour(cr, ink(PAINT_SURFACE), mode);
	cairo_paint(cr);
	for (size_t i = 0; i < scene->mark_count; i++)
		draw_mark(cr, &scene->marks[i], mode);
	status = cairo_status(cr);
	cairo_destroy(cr);
	return status;
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

static void set_colour(cairo_t *cr, struct ink ink,
		       const struct palette_mode *mode)
{
	uint32_t c = palette_colour(mode, ink.paint, ink.slot);

	cairo_set_source_rgb(cr, (c >> 16 & 0xFF) / 255.0,
			     (c >> 8 & 0xFF) / 255.0, (c & 0xFF) / 255.0);
}

/*
 * Each colour gets a place, cut to 5 bits a channel for the look-up: the
 * paints first, so that they stay as they are, then what smoothing made of
 * them as it is met; when the places run out, the nearest one.  Runs of one
 * colour, which flat drawings are made of, cost a comparison a pixel, and a
 * row like the one above it costs even less.
 */
static void reduce(const struct scene *scene, const struct palette_mode *mode,
		   const unsigned char *pixels, size_t stride,
		   struct indexed *image)
{
	int16_t *places = memory_alloc(BUCKETS * sizeof(*places));
	uint32_t last = 0xFF000000;
	unsigned char place = 0;

	memset(places, -1, BUCKETS * sizeof(*places));
	place_of(image, places, palette_colour(mode, PAINT_SURFACE, 0));
	for (size_t i = 0; i < scene->mark_count; i++) {
		struct ink fill = scene->marks[i].fill;

		if (fill.paint != PAINT_NONE)
			place_of(image, places,
				 palette_colour(mode, fill.paint, fill.slot));
	}
	for (size_t y = 0; y < image->height; y++) {
		const uint32_t *row = (const uint32_t *)(pixels + y * stride);
		unsigned char *to = image->pixels + y * image->width;

		if (y && !memcmp(row, pixels + (y - 1) * stride,
				 image->width * sizeof(*row))) {
			memcpy(to, to - image->width, image->width);
			continue;
		}
		for (size_t x = 0; x < image->width; x++) {
			uint32_t c = row[x] & 0xFFFFFF;

			if (c != last)
				place = place_of(image, places, c);
			last = c;
			to[x] = place;
		}
	}
	free(places);
}

static unsigned char place_of(struct indexed *image, int16_t *places,
			      uint32_t colour)
{
	int16_t *at = &places[(colour >> 9 & 0x7C00) | (colour >> 6 & 0x3E0) |
			      (colour >> 3 & 0x1F)];

	if (*at < 0)
		*at = (int16_t)nearest(image, colour);
	if (*at == image->colour_count)
		image->colours[image->colour_count++] = (png_color){
			(png_byte)(colour >> 16),
			(png_byte)(colour >> 8),
			(png_byte)colour,
		};
	return (unsigned char)*at;
}

/* The next free place while there is one. */
static int nearest(const struct indexed *image, uint32_t colour)
{
	int best = 0;
	long least = -1;

	if (image->colour_count < COLOURS)
		return image->colour_count;
	for (int i = 0; i < COLOURS; i++) {
		long r = image->colours[i].red - (long)(colour >> 16 & 0xFF);
		long g = image->colours[i].green - (long)(colour >> 8 & 0xFF);
		long b = image->colours[i].blue - (long)(colour & 0xFF);
		long far = r * r + g * g + b * b;

		if (least < 0 || far < least) {
			least = far;
			best = i;
		}
	}
	return best;
}

/* Runs of one colour are all there is to find: a tenth of the time. */
static bool encode(const struct indexed *image, struct buf *to)
{
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL,
						  NULL, NULL);
	png_infop info = png ? png_create_info_struct(png) : NULL;

	if (!info || setjmp(png_jmpbuf(png))) {
		png_destroy_write_struct(&png, &info);
		return false;
	}
	png_set_write_fn(png, to, append, flush);
	png_set_IHDR(png, info, (png_uint_32)image->width,
		     (png_uint_32)image->height, 8, PNG_COLOR_TYPE_PALETTE,
		     PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
		     PNG_FILTER_TYPE_DEFAULT);
	png_set_PLTE(png, info, image->colours, image->colour_count);
	png_set_compression_level(png, 1);
	png_set_compression_strategy(png, Z_RLE);
	png_set_filter(png, 0, PNG_FILTER_NONE);
	png_set_check_for_invalid_index(png, 0);
	png_write_info(png, info);
	for (size_t y = 0; y < image->height; y++)
		png_write_row(png, image->pixels + y * image->width);
	png_write_end(png, NULL);
	png_destroy_write_struct(&png, &info);
	return true;
}

static void append(png_structp png, png_bytep bytes, size_t len)
{
	buf_raw(png_get_io_ptr(png), (struct str){ (const char *)bytes, len });
}

static void flush(png_structp png)
{
	(void)png;
}
