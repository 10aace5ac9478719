/*
 * The signs of options, for pages and pictures alike: what tells options
 * apart beside their colours.
 *
 * Twelve shapes, which are filled, hollow, hollow with a dot, or half filled:
 * forty-eight signs.  With twelve colours, one after the other, no two of
 * forty-eight options look alike, whether colours are seen or not.
 */
#ifndef VIEW_SIGN_H
#define VIEW_SIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "view/palette.h"

enum { SIGN_POINTS = 16, SIGN_RINGS = 3 };

/* How far a sign reaches from its centre; a circle's radius is 1. */
#define SIGN_REACH 1.3

struct sign_ring {
	double radius; /* of a circle; 0: the points are its corners */
	double x[SIGN_POINTS], y[SIGN_POINTS];
	size_t count;
};

/* Rings from the outside in: of the colour, of the ground, of the colour. */
struct sign {
	struct sign_ring rings[SIGN_RINGS];
	size_t ring_count;
};

/* The sign of slot `slot % PALETTE_SLOTS`. */
struct sign sign_of(size_t slot);

/* As a value of CSS's clip-path, in per cent of a box SIGN_REACH about it. */
void sign_clip_path(size_t slot, struct buf *to);

#endif
