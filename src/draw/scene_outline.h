/*
 * The letters of a scene as shapes, for an SVG file that carries its fonts.
 *
 * Each glyph stands once in the file, in units of OUTLINE_SIZE, and texts
 * place it: so whoever opens the file sees the theme's fonts, and kerning as
 * in PNG and PDF.  What the picture says is in its title and description.
 */
#ifndef DRAW_SCENE_OUTLINE_H
#define DRAW_SCENE_OUTLINE_H

#include "base/buf.h"
#include "draw/scene.h"

enum { OUTLINE_SIZE = 100 };

/* The glyphs that are in the file already; all zero at first. */
struct outlines {
	struct outline_glyph *glyphs;
	size_t count;
	struct arena *arena;
};

/*
 * The <use> elements of a text whose baseline begins at 0, 0, in units of
 * OUTLINE_SIZE, after the <defs> of glyphs that are new; gives its width.
 */
double outline_put(const struct mark *mark, struct outlines *known,
		   struct buf *uses, struct buf *to);

#endif
