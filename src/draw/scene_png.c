#include "draw/scene_png.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <cairo.h>

#include "draw/look.h"
#include "draw/png.h"
#include "draw/scene_draw.h"

/* The colours of a picture, at most 256, as flat drawings nearly are. */
struct colours {
	uint32_t items[PNG_COLOURS];
	size_t count;
	int16_t places[1 << 16]; /* in items, of each pixel value; or -1 */
};

/* What a thread keeps from picture to picture: fresh memory costs time. */
static _Thread_local cairo_surface_t *canvas;
static _Thread_local struct colours *census;
static _Thread_local unsigned char *kept_rows;
static _Thread_local size_t kept_len;

static cairo_surface_t *surface_for(double width, double height);
static cairo_status_t draw(const struct scene *scene,
			   const struct palette *palette, double scale,
			   cairo_surface_t *surface);
static void encode(const struct scene *scene, const struct palette_mode *mode,
		   cairo_surface_t *surface, struct buf *to);
static void take_paints(const struct scene *scene,
			const struct palette_mode *mode,
			struct colours *colours);
static void take_paint(struct ink ink, const struct palette_mode *mode,
		       struct colours *colours);
static void take_rows(cairo_surface_t *surface, struct colours *colours,
		      unsigned char *rows);
static void take_pixels(const uint16_t *pixels, size_t count,
			struct colours *colours, unsigned char *indices);
static uint32_t wide(uint16_t pixel);
static uint16_t narrow(uint32_t colour);
static unsigned char place_of(struct colours *colours, uint16_t pixel,
			      uint32_t colour);
static size_t nearest(const struct colours *colours, uint32_t colour);
static const struct palette_mode *mode_of(const struct palette *palette);

bool scene_png(struct diags *diags, const char *path, const struct scene *scene,
	       const struct palette *palette, double scale, struct buf *to)
{
	double width = (scene->width + 2 * scene->margin) * scale;
	double height = (scene->height + 2 * scene->margin) * scale;
	cairo_surface_t *surface = surface_for(width, height);
	cairo_status_t status = draw(scene, palette, scale, surface);

	if (!scene_drawn(diags, path, (int)status))
		return false;
	encode(scene, mode_of(palette), surface, to);
	return true;
}

static const struct palette_mode *mode_of(const struct palette *palette)
{
	return look_of()->dark_first ? &palette->dark : &palette->light;
}

void scene_png_end_thread(void)
{
	if (canvas)
		cairo_surface_destroy(canvas);
	free(census);
	free(kept_rows);
	canvas = NULL;
	census = NULL;
	kept_rows = NULL;
	kept_len = 0;
}

/* 16 bits a pixel tell all colours of a flat drawing apart. */
static cairo_surface_t *surface_for(double width, double height)
{
	int w = (int)ceil(fmin(width, INT_MAX));
	int h = (int)ceil(fmin(height, INT_MAX));

	if (canvas && cairo_image_surface_get_width(canvas) == w &&
	    cairo_image_surface_get_height(canvas) == h)
		return canvas;
	if (canvas)
		cairo_surface_destroy(canvas);
	canvas = cairo_image_surface_create(CAIRO_FORMAT_RGB16_565, w, h);
	return canvas;
}

static cairo_status_t draw(const struct scene *scene,
			   const struct palette *palette, double scale,
			   cairo_surface_t *surface)
{
	cairo_t *cr = cairo_create(surface);
	cairo_status_t status;

	cairo_scale(cr, scale, scale);
	scene_draw(cr, scene, mode_of(palette));
	status = cairo_status(cr);
	cairo_destroy(cr);
	return status == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface)
					      : status;
}

static void encode(const struct scene *scene, const struct palette_mode *mode,
		   cairo_surface_t *surface, struct buf *to)
{
	size_t width = (size_t)cairo_image_surface_get_width(surface);
	size_t height = (size_t)cairo_image_surface_get_height(surface);
	size_t len = png_rows_len(width, height);

	if (len > kept_len) {
		kept_rows = memory_grow(kept_rows, len);
		kept_len = len;
	}
	if (!census)
		census = memory_alloc(sizeof(*census));
	cairo_surface_flush(surface);
	take_paints(scene, mode, census);
	take_rows(surface, census, kept_rows);
	png_write(&(struct png){ .width = width,
				 .height = height,
				 .colours = census->items,
				 .colour_count = census->count,
				 .rows = kept_rows },
		  to);
}

/* Many rows are like the one above, and are not looked at again. */
static void take_rows(cairo_surface_t *surface, struct colours *colours,
		      unsigned char *rows)
{
	size_t width = (size_t)cairo_image_surface_get_width(surface);
	size_t height = (size_t)cairo_image_surface_get_height(surface);
	size_t stride = (size_t)cairo_image_surface_get_stride(surface);
	const unsigned char *pixels = cairo_image_surface_get_data(surface);
	size_t len = png_rows_len(width, 1);

	for (size_t y = 0; y < height; y++, rows += len, pixels += stride) {
		if (y && !memcmp(pixels, pixels - stride,
				 width * sizeof(uint16_t))) {
			memcpy(rows, rows - len, len);
			continue;
		}
		rows[0] = 0;
		take_pixels((const void *)pixels, width, colours, rows + 1);
	}
}

/* First, so that they stay exactly as they are. */
static void take_paints(const struct scene *scene,
			const struct palette_mode *mode,
			struct colours *colours)
{
	colours->count = 0;
	memset(colours->places, -1, sizeof(colours->places));
	take_paint(ink(PAINT_SURFACE), mode, colours);
	for (size_t i = 0; i < scene->mark_count; i++) {
		take_paint(scene->marks[i].fill, mode, colours);
		take_paint(scene->marks[i].stroke, mode, colours);
	}
}

static void take_paint(struct ink ink, const struct palette_mode *mode,
		       struct colours *colours)
{
	uint32_t colour;

	if (ink.paint == PAINT_NONE)
		return;
	colour = palette_colour(mode, ink.paint, ink.slot);
	place_of(colours, narrow(colour), colour);
}

/* Runs of one colour, which flat drawings are made of, cost one look-up. */
static void take_pixels(const uint16_t *pixels, size_t count,
			struct colours *colours, unsigned char *indices)
{
	size_t x = 0;

	while (x < count) {
		uint16_t pixel = pixels[x];
		size_t end = x + 1;

		while (end + 4 <= count &&
		       !memcmp(pixels + end, pixels + end - 1, 8))
			end += 4;
		while (end < count && pixels[end] == pixel)
			end++;
		indices[x] = place_of(colours, pixel, wide(pixel));
		if (end > x + 1)
			memset(indices + x + 1, indices[x], end - x - 1);
		x = end;
	}
}

/* 5, 6 and 5 bits as 8 each, from black to white. */
static uint32_t wide(uint16_t pixel)
{
	uint32_t r = pixel >> 11, g = pixel >> 5 & 0x3F, b = pixel & 0x1F;

	return (r << 3 | r >> 2) << 16 | (g << 2 | g >> 4) << 8 |
	       (b << 3 | b >> 2);
}

static uint16_t narrow(uint32_t colour)
{
	return (uint16_t)((colour >> 8 & 0xF800) | (colour >> 5 & 0x07E0) |
			  (colour >> 3 & 0x001F));
}

/* A place of its own for each pixel value while there are places. */
static unsigned char place_of(struct colours *colours, uint16_t pixel,
			      uint32_t colour)
{
	int16_t *at = &colours->places[pixel];

	if (*at < 0 && colours->count < PNG_COLOURS) {
		*at = (int16_t)colours->count;
		colours->items[colours->count++] = colour;
	} else if (*at < 0) {
		*at = (int16_t)nearest(colours, colour);
	}
	return (unsigned char)*at;
}

static size_t nearest(const struct colours *colours, uint32_t colour)
{
	size_t best = 0;
	long least = LONG_MAX;

	for (size_t i = 0; i < colours->count; i++) {
		uint32_t c = colours->items[i];
		long r = (long)(c >> 16 & 0xFF) - (long)(colour >> 16 & 0xFF);
		long g = (long)(c >> 8 & 0xFF) - (long)(colour >> 8 & 0xFF);
		long b = (long)(c & 0xFF) - (long)(colour & 0xFF);
		long far = r * r + g * g + b * b;

		if (far < least) {
			least = far;
			best = i;
		}
	}
	return best;
}
