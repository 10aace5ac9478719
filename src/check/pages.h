/*
 * The finished pages of a site, checked one by one and against one another:
 * broken-link, duplicate-id, missing-alt, heading-order, orphan-page,
 * title-missing, title-twice, description-missing, description-twice and
 * image-size.
 *
 * A finding's place is in the content where its cause can be found there,
 * else in the page.
 */
#ifndef CHECK_PAGES_H
#define CHECK_PAGES_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/site.h"

enum {
	IMAGE_BYTES = 1024 * 1024, /* more is unreasonable */
	IMAGE_PIXELS = 16000000,   /* but of an SVG: what it takes to show it */
};

/* `dir` holds the site as it was built. */
void check_pages(struct diags *diags, const struct site *site, const char *dir,
		 struct arena *arena);

#endif
