/*
 * Links from one content file to others, as links between pages.
 *
 * A path is relative to the file it stands in, or to the content folder when
 * it begins with "/".  What it names must be there and must lie inside that
 * folder.  A file that is no page is noted, to be copied to the site.
 */
#ifndef READ_LINKS_H
#define READ_LINKS_H

#include "model/site.h"
#include "read/markdown.h"
#include "read/samples.h"

/* They are relative to the file that they stand in, which is at their place. */
struct links {
	struct diags *diags;
	const struct site *site;
	struct str *files; /* to be copied: below the content folder */
	size_t file_count;
	struct sample_shelf *samples; /* NULL: of no comparison */
	struct arena *arena;
};

/* For struct markdown_env; `context` is a struct links. */
bool links_resolve(void *context, struct str href, struct image_size *size,
		   struct place at, struct str *url);
enum sample_link links_place_sample(void *context, struct text href,
				    struct str words, size_t *index);

/*
 * A file named by a key such as `logo`: its path below the content folder,
 * and its size, 0 by 0 where it is not known.
 */
bool links_file(struct links *links, struct text *path,
		struct image_size *size);

#endif
