/*
 * Files of the content folder that are of use by the name of a symbolic link,
 * or of one below a folder that is a link.
 *
 * Such a file may lie anywhere and have any name, so it is known by what it
 * is.  Below a link to a folder no further link to a folder is followed: so
 * the time is bounded, and nothing goes in a circle.
 */
#ifndef READ_UNREAD_LINKS_H
#define READ_UNREAD_LINKS_H

#include "base/arena.h"
#include "base/file.h"
#include "model/site.h"

struct unread_links {
	struct file_id *ids;
	size_t count;
};

/*
 * Looks through the whole folder.  `is_of_use` is asked of paths below it, with
 * the folder of the comparison that they are in, or "".
 */
void unread_links_find(struct unread_links *links, const struct site *site,
		       bool (*is_of_use)(void *context, struct str slug,
					 struct str path),
		       void *context, struct arena *arena);

/* Whether one of them leads to this file. */
bool unread_links_lead_to(const struct unread_links *links, const char *file);

#endif
