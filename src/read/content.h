/*
 * The content folder: its site, and its comparisons one at a time.
 *
 * A comparison is read whole into an arena of its own, so that memory stays
 * bounded however many there are; what the home page, the feed and links
 * between comparisons need is read before, from the front matter alone.
 *
 * Sources: site.c.
 */
#ifndef READ_CONTENT_H
#define READ_CONTENT_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/site.h"

/* site.yaml, the pages, the lists of comparisons and of static files. */
bool content_read_site(struct diags *diags, const char *dir, struct site *site,
		       struct arena *arena);

/* The pages' text; after content_read_site(), which must have succeeded. */
bool content_read_pages(struct diags *diags, struct site *site,
			struct str **files, size_t *file_count,
			struct arena *arena);

/*
 * The front matter of a comparison, without what needs other files.  Its
 * own mistakes are left for content_read_comparison() to report.
 */
bool content_read_head(struct diags *diags, const struct site *site,
		       struct str slug, struct comparison *head,
		       struct arena *arena);

/*
 * A comparison and all its files.  `files` are those that its texts link to
 * and that are to be copied: paths below the content folder.
 */
bool content_read_comparison(struct diags *diags, const struct site *site,
			     struct str slug, struct comparison *c,
			     struct str **files, size_t *file_count,
			     struct arena *arena);

#endif
