/*
 * A scene drawn by cairo, its texts set by pango: what PNG and PDF share.
 */
#ifndef DRAW_SCENE_DRAW_H
#define DRAW_SCENE_DRAW_H

#include "base/diag.h"
#include "draw/scene.h"

struct _cairo;

/*
 * The ground, then the marks, within the scene's margin.  What went wrong is
 * the context's status; and that of the fonts (draw/fonts.h).
 */
void scene_draw(struct _cairo *cr, const struct scene *scene,
		const struct palette_mode *mode);

/* The same for a PDF: with what each text is, and where it leads. */
void scene_draw_tagged(struct _cairo *cr, const struct scene *scene,
		       const struct palette_mode *mode);

/*
 * Whether the picture that is to be `path` was drawn with nothing missing;
 * else reports a failure of the system.  `status` is cairo's.
 */
bool scene_drawn(struct diags *diags, const char *path, int status);

#endif
