/*
 * Files of the content folder that are of no use: nothing reads them, and
 * nothing on the site links to them.
 *
 * Which files are read is a matter of their names; which are linked to is
 * known only when the whole site is made.  So they are listed first, and
 * reported at the end.  What begins with a dot or ends with "~" belongs to
 * editors and to systems, and is no part of the content.
 */
#ifndef READ_UNREAD_H
#define READ_UNREAD_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/site.h"

/* Paths below the content folder; those of one folder stand together. */
struct unread {
	struct str *paths;
	size_t count;
};

/*
 * Adds the files of a comparison's folder that no rule reads; the array and
 * paths are `arena`'s.
 */
void unread_in_comparison(const struct site *site, struct str slug,
			  struct unread *unread, struct arena *arena);

/* The same of what lies beside the comparisons: neither pages nor static/. */
void unread_in_site(const struct site *site, struct unread *unread,
		    struct arena *arena);

/*
 * Warns of what `is_used` does not know, in one message a folder, unless it is
 * of use by the name of a link.
 */
void unread_report(struct diags *diags, const struct site *site,
		   const struct unread *lists, size_t count,
		   bool (*is_used)(void *context, struct str path),
		   void *context, struct arena *arena);

/*
 * Warns of a folder that looks like a comparison and has no comparison.md.
 * `names` are what is in it.
 */
bool unread_is_stray_comparison(struct diags *diags, const char *dir,
				const struct str *names, size_t count,
				struct arena *arena);

#endif
