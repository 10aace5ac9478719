/*
 * A page in one file, which opens from a mail or a folder: style sheets,
 * fonts and pictures are within, scripts are left out, and nothing is
 * fetched.
 */
#ifndef MAKE_SINGLE_H
#define MAKE_SINGLE_H

#include "make/workshop.h"

/*
 * The report of the comparison at the bench.  Links to the rest of the site
 * are absolute; without base_url they are none, and their words stay.
 */
bool single_make(const struct workshop *w, const struct bench *bench,
		 struct diags *diags, struct buf *to);

#endif
