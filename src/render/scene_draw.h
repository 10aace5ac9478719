/*
 * A scene drawn by cairo, its texts set by pango: what PNG and PDF share.
 */
#ifndef RENDER_SCENE_DRAW_H
#define RENDER_SCENE_DRAW_H

#include "render/scene.h"

struct _cairo;

/* The ground, then the marks, within the scene's margin. */
void scene_draw(struct _cairo *cr, const struct scene *scene,
		const struct palette_mode *mode);

#endif
