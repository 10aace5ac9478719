/*
 * A scene as PNG: cairo draws, pango sets the text, and png.h encodes.
 */
#ifndef DRAW_SCENE_PNG_H
#define DRAW_SCENE_PNG_H

#include "base/buf.h"
#include "base/diag.h"
#include "draw/scene.h"

/*
 * In light colours, `scale` device pixels to a CSS pixel.  The same scene
 * gives the same bytes on every machine.  False with a failure of the system
 * that names `path`, what is drawn, where anything of it is missing.
 */
bool scene_png(struct diags *diags, const char *path, const struct scene *scene,
	       const struct palette *palette, double scale, struct buf *to);

/* Gives back what this thread keeps; a thread that drew calls it last. */
void scene_png_end_thread(void);

#endif
