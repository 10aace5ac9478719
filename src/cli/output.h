/*
 * Standard output, and what it means that nobody or nothing takes it.
 *
 * A command prints either a product (the JSON of `data`, a schema, help) or a
 * report of work that is done elsewhere (the files of `build`, the site of
 * `publish`).  A reader that leaves, as `head` does, has had enough: that is
 * never an error.  A report that cannot be written, because the disk is full
 * or the output closed, is told and leaves the status to the work, which
 * stands; a product that cannot be written is a failure of the system.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "base/diag.h"
#include "cli/options.h"
#include "make/build.h"

/*
 * To be called before anything is opened or written: no signal of a closed
 * pipe ends the program before its work is done, and no file that is opened
 * takes the place of a standard stream that was closed.
 */
void output_begin(void);

/* Whether what the command prints is its product. */
bool output_is_product(const struct options *options);

/* Prints them on standard error, in colour on a terminal; the exit status. */
int output_diags(struct diags *diags, bool json);

/* Says what was made, in how many seconds; and by what clock. */
void output_built(const struct built *built, double took);
double output_seconds(void);

/* Writes what is left, and gives the exit status of it all. */
int output_end(bool product, int status);

#endif
