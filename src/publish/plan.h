/*
 * What is to be done at the target: what is added there, changed and removed.
 */
#ifndef PUBLISH_PLAN_H
#define PUBLISH_PLAN_H

#include <stdio.h>

#include "publish/publication.h"

/*
 * Reads the site in `out`, looks at the target of `p->where`, and sorts the
 * files.  False with diagnostics: then nothing is to be sent.
 */
bool plan_make(struct publication *p, const char *out);

/*
 * A line for each file, and one with the counts.  What the target has lost is
 * taken off the list, but not said to be removed.
 */
void plan_print(const struct publication *p, FILE *to);

/* Whether the target has it all already, and need not be sent it again. */
bool plan_is_done(const struct publication *p);

#endif
