/*
 * The picture that is shown with a shared link, and the badge.
 *
 * Sources: card_bars.c, card_coast.c.
 */
#ifndef POSTER_CARD_H
#define POSTER_CARD_H

#include "draw/scene.h"
#include "view/picture.h"

enum { CARD_WIDTH = 1200, CARD_HEIGHT = 630 };

struct scene *card_scene(const struct card *card, const struct palette *palette,
			 struct arena *arena);
struct scene *badge_scene(const struct badge *badge, struct arena *arena);

#endif
