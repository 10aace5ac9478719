/*
 * What the bytes of a drawn scene depend on, as one hash: its marks, the
 * palette, the fonts, and the versions of what draws.  A picture whose hash
 * is that of an older one need not be drawn again.
 */
#ifndef DRAW_SCENE_HASH_H
#define DRAW_SCENE_HASH_H

#include "base/hash.h"
#include "draw/scene.h"

/* `form`: what is made of it, "png" or "pdf", at `scale`. */
struct hash scene_hash(const struct scene *scene, const struct palette *palette,
		       const char *form, double scale);

#endif
