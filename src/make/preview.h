/*
 * A site in memory that follows its content.
 *
 * A file is made when it is asked for and kept until the next change.  After
 * a change only the comparisons it touches are read and judged at once; those
 * it may touch, by links to a file that came or went, are looked at again
 * when there is nothing else to do, one a call of preview_work().  What
 * cannot be made because of a mistake stays as it was last made.
 *
 * How it is told of changes, and to whom it shows the site, is not its own.
 */
#ifndef MAKE_PREVIEW_H
#define MAKE_PREVIEW_H

#include "base/diag.h"
#include "make/order.h"

struct preview;

/* A mistake of the author's is no reason to fail: preview_errors() has it. */
struct preview *preview_open(const struct order *order);
void preview_close(struct preview *preview);

/*
 * The folders in which a change may change the site, as paths of changes are
 * to begin; a theme may be chosen later, so those of all are among them.
 * Their number, or 0 with diagnostics.
 */
enum { PREVIEW_FOLDERS = 4 };
size_t preview_folders(struct preview *preview, struct diags *diags,
		       const char *folders[PREVIEW_FOLDERS]);

enum preview_found {
	PREVIEW_MISSING, /* there is no such file */
	PREVIEW_FOUND,
	PREVIEW_LASTING, /* found, and never another under that name */
	PREVIEW_BROKEN,	 /* there may be, but it cannot be made now */
};

/* The file at a path below the root; the bytes stay until the next call. */
enum preview_found preview_get(struct preview *preview, struct str path,
			       struct str *bytes);

/* The policy of its pages, as headers have it. */
const char *preview_policy(struct preview *preview);

/* Notes that a file changed, or that it was made, removed or renamed. */
void preview_touch(struct preview *preview, const char *path,
		   bool comes_or_goes);

enum preview_news {
	PREVIEW_SAME,	/* what is shown stays: there are only mistakes */
	PREVIEW_STYLES, /* other style sheets, nothing else */
	PREVIEW_PAGES,	/* anything may be different */
};
/* Follows the changes that were noted. */
enum preview_news preview_follow(struct preview *preview);

/* Looks at one more comparison; false when there was none left. */
bool preview_work(struct preview *preview);

/* The mistakes as on a terminal, or an empty text; valid until a change. */
struct str preview_errors(struct preview *preview);

#endif
