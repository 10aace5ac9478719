/*
 * A PNG file of a flat drawing in at most 256 colours.
 *
 * The rows are not filtered: a filter takes from a pixel what its neighbours
 * foretell, and the number of a colour foretells nothing.  libdeflate finds
 * what repeats.
 */
#ifndef DRAW_PNG_H
#define DRAW_PNG_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

enum { PNG_COLOURS = 256 };

struct png {
	size_t width, height;	 /* 1 at least */
	const uint32_t *colours; /* 0xRRGGBB */
	size_t colour_count;
	/* Each row is a zero, which says "no filter", and its colours' places. */
	const unsigned char *rows;
};

/* The bytes that the rows of such a picture take. */
size_t png_rows_len(size_t width, size_t height);

/* Appends the whole file. */
void png_write(const struct png *png, struct buf *to);

#endif
