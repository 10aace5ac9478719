/*
 * A folder for what a command needs while it runs.
 *
 * It goes when the command ends, however that ends: a process of its own
 * waits for the end, so that not even SIGKILL leaves anything behind.
 */
#ifndef WRITE_TEMPORARY_H
#define WRITE_TEMPORARY_H

#include <sys/types.h>

#include "base/arena.h"
#include "base/diag.h"

struct temporary {
	const char *path; /* whole, without links; NULL: there is none */
	int alive;	  /* open as long as we are, and what we run */
	pid_t keeper;	  /* 0: it could not be started */
};

/*
 * Makes the folder, in $TMPDIR or /tmp; no thread may run.  False with a
 * diagnostic.
 */
bool temporary_make(struct temporary *temporary, struct diags *diags,
		    struct arena *arena);

/* Removes it with all that is in it; nothing where none was made. */
void temporary_end(struct temporary *temporary);

#endif
