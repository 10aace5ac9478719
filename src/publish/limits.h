/*
 * What the hosts of a site take.
 */
#ifndef PUBLISH_LIMITS_H
#define PUBLISH_LIMITS_H

#include "base/diag.h"
#include "model/site.h"
#include "write/manifest.h"

/* Whether the files keep within what the host takes; false with errors. */
bool limits_check(struct diags *diags, const struct publishing *where,
		  const struct manifest *files);

#endif
