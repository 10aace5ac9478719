/*
 * The folder in which a site is assembled, beside the one where it stands.
 *
 * New files are written there at once, each at its path in the site.  When all
 * is known a folder of it, or the whole, is filled up: with the old files that
 * serve again, as links, and with whatever is not ours, and its folders get
 * the modes of those that stand.  Then it can take their place (write/swap.h).
 *
 * A killed build leaves the stage; the next one clears it away, whatever is in
 * it by then.
 */
#ifndef WRITE_STAGE_H
#define WRITE_STAGE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/diag.h"
#include "write/manifest.h"
#include "write/origins.h"
#include "write/path_set.h"

struct stage {
	const char *out, *path;	    /* where the site stands, and the stage */
	int out_fd, fd;		    /* -1: there is none */
	mode_t mode;		    /* of a folder that is made */
	struct manifest *old, *now; /* the site that stands, and the next */
	const struct origins *origins; /* of the files of `now` */
	struct path_set *folders; /* marked are such as they are in the stage */
	struct path_set old_folders; /* of files in `old` */
	struct str filled;	     /* the folder that is; empty: none */
	struct arena arena;	     /* of the folder at hand */
	struct arena carried;	     /* of what is not ours */
	atomic_bool broken;	     /* the machine failed, and was reported */
};

/* Makes it, in the place of what was left there. */
bool stage_make(struct stage *stage, struct diags *diags);

/* Removes it with all that is in it; whether nothing is left. */
bool stage_close(struct stage *stage);

/*
 * Makes the folders of a path.  No file of `now` stands in their way, but for
 * what is not ours.
 */
bool stage_make_folders(struct stage *stage, struct diags *diags,
			struct str path);

/* Whether nothing of somebody else's stands where a new file is to be. */
bool stage_is_free(const struct stage *stage, struct diags *diags,
		   const struct manifest_entry *entry);

/*
 * Writes a file into a folder that was made, or takes it from the same path
 * below `dir`.  May be called from several threads at once.
 */
bool stage_write(struct stage *stage, struct diags *diags, const char *path,
		 struct str bytes);
bool stage_take(struct stage *stage, struct diags *diags, int dir,
		const char *path, const struct stat *st);

/* Writes that list into the stage, as its own. */
bool stage_write_list(struct stage *stage, struct diags *diags,
		      const struct manifest *list);

/*
 * Fills up a folder of the site, or with "" the whole.  A folder that was is
 * left as it is then.
 */
bool stage_fill(struct stage *stage, struct diags *diags, struct str folder);

/* Whether a path is below a folder, as all are below "". */
bool stage_is_below(struct str path, struct str folder);

#endif
