/*
 * Running programs: an argument vector, never a shell.  What they say on
 * standard error is passed on when they end, without credentials; what they
 * have to ask, they ask the terminal.
 */
#ifndef PUBLISH_PROCESS_H
#define PUBLISH_PROCESS_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/diag.h"

enum { ARGUMENTS_MOST = 32 };

struct process {
	const char *arguments[ARGUMENTS_MOST]; /* NULL ends them */
	const char *input;  /* a file for its standard input, or NULL */
	struct buf *output; /* what it prints, or NULL: nowhere */
	bool quiet;	    /* its messages go nowhere, too */
};

/*
 * Its exit status, or -1 with a diagnostic when it cannot be run or was
 * killed.
 */
int process_run(struct diags *diags, const struct process *process);

/* Whether it ends with 0; else says what failed. */
bool process_do(struct diags *diags, const struct process *process);

#endif
