/*
 * A scene as SVG, with real text.
 *
 * Inside a page it has no styles of its own, as the page's security policy
 * allows none: its marks have classes that the page's style sheet colours.
 * f-X fills and l-X strokes with the paint X: ink, muted, grid, surface,
 * panel, accent, s1 … s12.  Of a text, t-display, t-bold, t-figures (of one
 * width) and t-small are its letters, which have 14px where nothing else is
 * said, t-middle and t-end what of it stands at its x; t-halo draws its stroke
 * below it.
 */
#ifndef DRAW_SCENE_SVG_H
#define DRAW_SCENE_SVG_H

#include "base/buf.h"
#include "draw/scene.h"

/* `id` must be unique on the page; `class` says when it is to be seen. */
void scene_svg_inline(const struct scene *scene, struct str id,
		      const char *class, struct buf *to);

/*
 * A file of its own, in light and dark, with scene_svg_style() in it.  It has
 * one layout, since <img> gives a file one ratio of width and height: one for
 * narrow screens, which is higher, would leave ground below the wide one.
 */
void scene_svg_file(const struct scene *scene, const struct palette *palette,
		    struct buf *to);

/* The same, that many CSS pixels wide. */
void scene_svg_sized(const struct scene *scene, double width,
		     const struct palette *palette, struct buf *to);

/*
 * The text of the <style> of every file: the same bytes for all of a theme,
 * so that a policy can allow it by its hash.  An option's own colour is in
 * attributes of the marks.
 */
void scene_svg_style(const struct palette *palette, struct buf *to);

/* That hash, as a policy has it: "sha256-" and base64. */
void scene_svg_style_hash(const struct palette *palette, struct buf *to);

#endif
