/*
 * A scene as SVG, with real text.
 *
 * Inside a page it has no styles of its own, as the page's security policy
 * allows none: its marks have classes that the page's style sheet colours.
 * f-X fills and l-X strokes with the paint X: ink, muted, grid, surface,
 * panel, accent, s1 … s12; t-display and t-bold set text.
 */
#ifndef RENDER_SCENE_SVG_H
#define RENDER_SCENE_SVG_H

#include "base/buf.h"
#include "render/scene.h"

/* `id` must be unique on the page; `class` says when it is to be seen. */
void scene_svg_inline(const struct scene *scene, struct str id,
		      const char *class, struct buf *to);

/* A file of its own, in light and dark. */
void scene_svg_file(const struct scene *scene, const struct palette *palette,
		    struct buf *to);

#endif
