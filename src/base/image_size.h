/*
 * How large a picture is, by the head of its file: PNG, JPEG, GIF, WebP,
 * AVIF and SVG.  A page that says so keeps its place free, and nothing jumps
 * when the picture comes.
 *
 * The head alone is read: the size stands in the first bytes of all but
 * JPEG, where other parts may come before it.  What is broken, or of another
 * form, has no size; nothing is said of it here.
 */
#ifndef BASE_IMAGE_SIZE_H
#define BASE_IMAGE_SIZE_H

#include <stdbool.h>

#include "base/str.h"

struct image_size {
	unsigned width, height; /* CSS pixels; both 0: not known */
};

/* Of a file that begins so; what a camera held sideways is upright. */
struct image_size image_size_of(struct str head);

/* Of the file; false with errno where it cannot be read. */
bool image_size_read(const char *path, struct image_size *size);

#endif
