/*
 * Tells when files change: folders are watched with all that is in them.
 *
 * Editors save in many ways (writing in place, writing a file beside and
 * renaming it), each a burst of events: changes are handed out when none has
 * come for a few milliseconds.  New and renamed folders are followed; what
 * lies in them when they appear is reported as changed.  Where a symbolic link
 * leads to another place that is watched, what changes there has changed by
 * the link's path, too; a folder that is elsewhere is followed no further.
 * Names that begin with a dot or end in `~` are editors' own: what changes
 * there is told by the links that lead there, if any do.
 */
#ifndef SERVE_WATCH_H
#define SERVE_WATCH_H

#include <stdbool.h>

#include "base/diag.h"

struct watch;

struct watch_change {
	const char *path;   /* the folder as given, and the way from there */
	bool comes_or_goes; /* was made, removed or renamed */
};

/* NULL with diagnostics. */
struct watch *watch_new(struct diags *diags);
void watch_free(struct watch *watch);

/* Watches a folder and those below; once is enough. */
bool watch_add(struct watch *watch, struct diags *diags, const char *dir);

/* To be polled for reading; then call watch_read(). */
int watch_fd(const struct watch *watch);
void watch_read(struct watch *watch);

/* Milliseconds until changes are ready; 0: now, -1: there are none. */
int watch_wait(struct watch *watch);

/*
 * What has changed, each path once; valid until watch_forget().  A watched
 * folder itself among them means that anything in it may have changed.
 */
const struct watch_change *watch_changes(const struct watch *watch,
					 size_t *count);
void watch_forget(struct watch *watch);

#endif
