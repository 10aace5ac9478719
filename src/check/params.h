/*
 * unused-param: a value of the author's own that no template asks for, and
 * that so is on no page.  A name that is asked for of one file's params counts
 * as used in all: which page gets it is not looked at.
 */
#ifndef CHECK_PARAMS_H
#define CHECK_PARAMS_H

#include "make/workshop.h"

/* Those of the site, its theme and its pages. */
void check_params(struct diags *diags, const struct workshop *w);

/* Those of a comparison's files. */
void check_params_of(struct diags *diags, const struct workshop *w,
		     const struct comparison *c);

#endif
