#include "draw/scene_hash.h"

#include <cairo.h>
#include <pango/pango.h>

#include "base/buf.h"
#include "draw/fonts.h"
#include "draw/look.h"

/* Changes with what the same scene is drawn as. */
static const char DRAWING[] = "3";

static enum fonts_reach reach_of(const struct scene *scene);
static void put_mark(const struct mark *mark, struct buf *to);
static void put_ink(struct ink ink, struct buf *to);
static void put_look(const struct look *look, struct buf *to);
static void put_text(struct str text, struct buf *to);
static void put_bytes(const void *bytes, size_t size, struct buf *to);

struct hash scene_hash(const struct scene *scene, const struct palette *palette,
		       const char *form, double scale)
{
	struct buf all = { 0 };
	struct hash fonts = fonts_hash(reach_of(scene)), hash;

	put_text(str_from(DRAWING), &all);
	put_text(str_from(form), &all);
	put_text(str_from(cairo_version_string()), &all);
	put_text(str_from(pango_version_string()), &all);
	put_bytes(&fonts, sizeof(fonts), &all);
	put_bytes(&scale, sizeof(scale), &all);
	put_look(look_of(), &all);
	put_bytes(look_of()->dark_first ? &palette->dark : &palette->light,
		  sizeof(palette->light), &all);
	put_text(str_from(palette->font_body), &all);
	put_text(str_from(palette->font_display), &all);
	put_bytes(&scene->width, sizeof(scene->width), &all);
	put_bytes(&scene->height, sizeof(scene->height), &all);
	put_bytes(&scene->margin, sizeof(scene->margin), &all);
	put_bytes(&scene->bleed, sizeof(scene->bleed), &all);
	put_bytes(&(unsigned char){ text_lines_are_rtl() }, 1, &all);
	put_text(scene->title, &all);
	put_text(scene->description, &all);
	put_text(scene->language, &all);
	for (size_t i = 0; i < scene->mark_count; i++)
		put_mark(&scene->marks[i], &all);
	hash = hash_of(buf_str(&all));
	buf_release(&all);
	return hash;
}

static void put_look(const struct look *look, struct buf *to)
{
	const double numbers[] = { look->corners, look->rules };
	const unsigned char truths[] = {
		look->blocks,	     look->dotted,   look->dashed,
		look->light_display, look->capitals, look->oldstyle,
		look->dark_first,
	};

	put_bytes(numbers, sizeof(numbers), to);
	put_bytes(truths, sizeof(truths), to);
}

/* The machine's fonts count only where a text needs them. */
static enum fonts_reach reach_of(const struct scene *scene)
{
	for (size_t i = 0; i < scene->mark_count; i++)
		if (fonts_reach_of(scene->marks[i].text) != FONTS_PINNED)
			return FONTS_MACHINE;
	return FONTS_PINNED;
}

/* Field by field: between them lie bytes that mean nothing. */
static void put_mark(const struct mark *mark, struct buf *to)
{
	double numbers[] = { mark->x,	      mark->y,	    mark->width,
			     mark->height,    mark->radius, mark->stroke_width,
			     mark->style.size };
	unsigned char flags[] = { (unsigned char)mark->kind,
				  (unsigned char)mark->anchor,
				  (unsigned char)mark->closed,
				  (unsigned char)mark->style.font,
				  (unsigned char)mark->style.bold,
				  (unsigned char)mark->is_heading };

	put_bytes(flags, sizeof(flags), to);
	put_bytes(numbers, sizeof(numbers), to);
	put_ink(mark->fill, to);
	put_ink(mark->stroke, to);
	put_text(mark->text, to);
	put_text(mark->image, to);
	put_text(mark->link, to);
	put_bytes(&mark->point_count, sizeof(mark->point_count), to);
	for (size_t i = 0; i < mark->point_count; i++) {
		put_bytes(&mark->points[i].x, sizeof(double), to);
		put_bytes(&mark->points[i].y, sizeof(double), to);
	}
}

static void put_ink(struct ink ink, struct buf *to)
{
	uint32_t numbers[] = { (uint32_t)ink.paint, (uint32_t)ink.slot };

	put_bytes(numbers, sizeof(numbers), to);
}

static void put_text(struct str text, struct buf *to)
{
	put_bytes(&text.len, sizeof(text.len), to);
	buf_raw(to, text);
}

static void put_bytes(const void *bytes, size_t size, struct buf *to)
{
	buf_raw(to, (struct str){ bytes, size });
}
