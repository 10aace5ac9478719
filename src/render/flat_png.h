/*
 * A PNG file of a flat drawing in at most 256 colours.
 *
 * A flat drawing is runs of one colour and rows like the one above.  To
 * deflate (RFC 1951) both are repetitions at a distance that is known
 * beforehand: 1 byte and one row.  Looking at no other distance, a row that
 * is like the one above costs nothing, and a card takes 0.2 ms where zlib's
 * quickest setting takes 1.6 ms for a file of the same size.
 *
 *	struct flat_png png;
 *	flat_png_begin(&png, width, height);
 *	for each row, from the top
 *		flat_png_row(&png, indices, from, to);
 *	flat_png_end(&png, colours, count, &buf);
 */
#ifndef RENDER_FLAT_PNG_H
#define RENDER_FLAT_PNG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

enum { FLAT_PNG_COLOURS = 256 };

struct flat_png {
	size_t width, height;
	unsigned char *row;   /* the last one, behind the byte of its filter */
	unsigned char *above; /* what the one before it had there */
	bool has_above;
	unsigned char *data; /* the zlib stream, with room for the worst */
	size_t data_len;
	uint64_t bits; /* not yet in it, the first one lowest */
	unsigned bit_count;
	size_t repeated; /* bytes like those a row above, to be written */
	unsigned long checksum, row_checksum;
};

void flat_png_begin(struct flat_png *png, size_t width, size_t height);

/*
 * The next row: it is like the one above but for the pixels `from` to `to`,
 * whose colours are the `to - from` `indices`, one byte each.  All of the
 * first row differs.
 */
void flat_png_row(struct flat_png *png, const unsigned char *indices,
		  size_t from, size_t to);

/*
 * Appends the whole file to `to` and releases what `png` holds; the colours
 * are 0xRRGGBB.  After `height` rows.
 */
void flat_png_end(struct flat_png *png, const uint32_t *colours, size_t count,
		  struct buf *to);

#endif
