/*
 * A site on its way to where it is read: what is there, what is to be.  Speaks
 * for carrier_git.c, carrier_rsync.c and carrier_rclone.c, too.
 *
 * What is there is looked at each time, file by file, as a file may have been
 * lost or changed since.  Which files are ours to remove is told by a list
 * (write/manifest.h, without times): a place that is not empty and of which
 * there is no list is refused.  The list is not part of the site and lies
 * beside it, where no reader gets it; git has its history instead.
 *
 * Files go first, index pages after them, then what is gone goes, and the
 * list comes last.  Before all of it, a list of both sites is left there, in
 * which files that may not have arrived have no hash: whatever ends the
 * program, it can be run again.
 *
 * A part of a site deletes nothing and has a list of its own beside the other,
 * so that parts may be sent at once; publishing the whole site then takes what
 * is in all lists for ours, and removes those of parts at the end.
 *
 * Sources: carrier_git.c, carrier_rclone.c, carrier_rsync.c.
 */
#ifndef PUBLISH_PUBLICATION_H
#define PUBLISH_PUBLICATION_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/site.h"
#include "write/manifest.h"
#include "write/temporary.h"

/* What a look at the target has found of a file of the new site. */
enum seen {
	SEEN_NOT,   /* it is not there */
	SEEN_OTHER, /* it is, or may be, with other bytes */
	SEEN_ALIKE, /* as long as ours: the list knows whether it is ours */
	SEEN_SAME,  /* with our bytes */
};

struct git_site;
struct carrier;

struct publication {
	struct diags *diags;
	struct arena *arena;
	const struct publishing *where;
	const struct carrier *carrier;
	const char *out;       /* from the root on */
	struct temporary work; /* for lists */
	const char *list;      /* where ours is kept; git has none */
	const char *own_list;  /* the same, but of a part its own */
	struct manifest now;   /* the new site */
	struct manifest ours;  /* our files at the target */
	enum seen *seen;       /* of each entry of `now` */
	bool *there; /* each of `ours` that the target still has; NULL: all */
	bool found;  /* we published there before */
	const char *part;    /* "3-of-8": only that is sent; NULL: all */
	struct manifest own; /* of a part: what it sent before */
	struct str *lists;   /* names of those of parts, beside ours */
	size_t list_count;
	bool all; /* send also what is there already */
	struct str *added, *changed, *removed;
	size_t added_count, changed_count, removed_count;
	struct git_site *git; /* what git needs to know besides */
};

struct carrier {
	const char *name; /* "rsync": as `to` says */
	/* Finds out `ours`, `seen` and `there`, or says why not. */
	bool (*look)(struct publication *p);
	/* Or `there` of what is to be removed alone, then; may be NULL. */
	bool (*look_at_removed)(struct publication *p);
	/* Sends what the plan says. */
	bool (*send)(struct publication *p);
};

extern const struct carrier CARRIER_GIT, CARRIER_RSYNC, CARRIER_RCLONE;

/* Gives back what it holds; the arena is the caller's. */
void publication_release(struct publication *p);

/* Whether that entry of the new site is to be sent. */
bool publication_is_due(const struct publication *p, size_t entry);

/* Notes what was seen of all files; of one, if it is ours. */
void publication_see_all(struct publication *p, enum seen seen);
void publication_see(struct publication *p, struct str path, enum seen seen);

/* That a file of ours is there; whether it is. */
void publication_meet(struct publication *p, struct str path);
bool publication_has(const struct publication *p, struct str path);

/*
 * How a carrier of files, which has no history, looks at a target: whether
 * the folder is there, and whether anything is in it; `ours`, by the list if
 * there is one; `seen`.  Each false with a diagnostic.
 */
struct glance {
	bool (*at_folder)(struct publication *p, bool *there, bool *empty);
	bool (*at_list)(struct publication *p);
	/* Gets those of parts, from `from`, into the folder `to`. */
	bool (*at_parts)(struct publication *p, const char *from,
			 const char *to);
	bool (*at_files)(struct publication *p);
};

/* Does so; what is there and has no list of ours is refused. */
bool publication_look(struct publication *p, const struct glance *glance);

/* Passes of files, in the order in which they are sent. */
enum pass { PASS_FILES, PASS_ASSETS, PASS_PAGES, PASS_COUNT };

/*
 * The paths to send in a pass, each after `before`, or to remove: a file of
 * lines; NULL if none.  And those of the whole site.
 */
const char *publication_list(struct publication *p, enum pass pass,
			     const char *before);
const char *publication_removed(struct publication *p);
const char *publication_all(struct publication *p, const char *before);

/* A path for the list that is got, and reading it from there. */
const char *publication_got(struct publication *p);
bool publication_read_list(struct publication *p);
/* The list as a file: of the new site, or of both, unfinished. */
const char *publication_manifest(struct publication *p, bool finished);
/* Where lists lie, and a file with the names of those of parts; or NULL. */
const char *publication_lists_at(struct publication *p);
const char *publication_part_lists(struct publication *p);
/* After the list could not be sent: tells where else it could be kept. */
bool publication_unlisted(struct publication *p);

/*
 * An error at the target, false: the program ended with a status (below 0 it
 * said why it could not be run).
 */
bool publication_unreachable(struct publication *p, const char *program,
			     int status);

/* A file of `work`, written. */
const char *publication_file(struct publication *p, const char *name,
			     struct str text);

#endif
