/*
 * A site on its way to where it is read: what is there, what is to be.
 *
 * With the site goes the list of its files (write/manifest.h, without times).
 * It tells the next time what has changed, and which files are ours to
 * remove: a place that is not empty and has no such list is refused.
 *
 * Files go first, index pages after them, then what is gone goes, and the
 * list comes last.  Before all of it, a list of both sites is left there, in
 * which files that may not have arrived have no hash: whatever ends the
 * program, it can be run again.
 */
#ifndef CLI_PUBLICATION_H
#define CLI_PUBLICATION_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/site.h"
#include "write/manifest.h"

struct publication {
	struct diags *diags;
	struct arena *arena;
	const struct publishing *where;
	const char *out;
	const char *work;   /* a folder of our own for lists */
	const char *remote; /* a folder in it: the list that was there */
	struct manifest now, old;
	bool found; /* there was a list */
	struct str *added, *changed, *removed;
	size_t added_count, changed_count, removed_count;
};

struct carrier {
	const char *name; /* "rsync": as `to` says */
	/* Puts the list into `remote`, or says why not; none is fine. */
	bool (*fetch)(struct publication *p);
	/* Sends what the plan says. */
	bool (*send)(struct publication *p);
};

extern const struct carrier CARRIER_GIT, CARRIER_RSYNC, CARRIER_RCLONE;

/* Passes of files, in the order in which they are sent. */
enum pass { PASS_FILES, PASS_ASSETS, PASS_PAGES, PASS_COUNT };
enum pass publication_pass(struct str path);

/*
 * The paths to send in a pass, each after `before`, or to remove: a file of
 * lines; NULL if none.
 */
const char *publication_list(struct publication *p, enum pass pass,
			     const char *before);
const char *publication_removed(struct publication *p);

/* The list of files as a file: of the new site, or of both, unfinished. */
const char *publication_manifest(struct publication *p, bool finished);

/*
 * Errors at the target, both false: the program ended with a status (below 0
 * it said why it could not be run); files are there that are not ours.
 */
bool publication_unreachable(struct publication *p, const char *program,
			     int status);
bool publication_foreign(struct publication *p);

/* A file of `work`, written. */
const char *publication_file(struct publication *p, const char *name,
			     struct str text);

#endif
