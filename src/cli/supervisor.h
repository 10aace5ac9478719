/*
 * A parent that watches over the work, so that a death has a status.
 *
 * What runs out of memory dies in many ways, most of them inside a library.
 * The work is done by a child; when a signal ends it, its parent says so,
 * removes what the child left half done, and gives status 3.  A signal that
 * asks the program to end, SIGINT or SIGTERM, is passed on and ends both.
 */
#ifndef CLI_SUPERVISOR_H
#define CLI_SUPERVISOR_H

#include "cli/options.h"

/*
 * Runs the work in a child and gives its exit status.  For a debugger, the
 * environment's PARAGONE_ALONE=1 runs it in this very process.
 */
int supervise(int (*work)(const struct options *options),
	      const struct options *options);

#endif
