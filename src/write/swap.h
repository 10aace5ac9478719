/*
 * How the next site takes the place of the one that stands, in one step.
 *
 * The smallest folder that holds all that changes is filled up in the stage
 * and exchanged for the one in the site; where things change at the top that
 * is the whole site.  So an edit costs what is in its folder, and whatever
 * ends the program, the site is the old one or the new one.
 *
 * The list of files lies at the top, so the two cannot change at once.  The
 * list comes first, as far as it is true of both sites: a file is taken for
 * what the list says only where its size and time are those.  A file that
 * goes must be on the list until it is gone, lest it be taken for another's;
 * so where some go there are two lists.  The first has the files of both
 * sites, and nothing of what they were made of; the last one takes its place
 * when the folders are exchanged.  If that is not come to, the next build does
 * more than it need.
 */
#ifndef WRITE_SWAP_H
#define WRITE_SWAP_H

#include "write/stage.h"

/* Ends the stage; how many files of the old site are in the new one no more. */
bool swap_site(struct stage *stage, struct diags *diags, size_t *removed);

/* Puts a list in the place of the one in the site. */
bool swap_list(struct stage *stage, struct diags *diags,
	       const struct manifest *list);

/* What one must be allowed to, where that is the reason. */
void swap_hint_rights(struct diags *diags, int reason);

#endif
