/*
 * Parts of a file, as a Range header asks for them (RFC 9110, 14.2).
 *
 * One range is answered; several at once may be answered with the whole
 * file, as may anything that is not understood, and they are.
 */
#ifndef SERVE_RANGE_H
#define SERVE_RANGE_H

#include "base/str.h"

enum range_kind {
	RANGE_WHOLE, /* answer with everything, status 200 */
	RANGE_PART,  /* `count` bytes from `first` on, status 206 */
	RANGE_BEYOND /* nothing of the file is in it, status 416 */
};

struct part {
	size_t first, count;
};

/* Reads "bytes=0-99" against a file of `len` bytes. */
enum range_kind range_parse(struct str header, size_t len, struct part *part);

#endif
