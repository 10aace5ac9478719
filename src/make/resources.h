/*
 * What the program brings along: templates and themes.
 *
 * They lie beside the program in a checkout (build/paragone, templates/) or
 * under its prefix (bin/paragone, share/paragone/templates/).   A theme of a
 * user's own is looked for first, by make/lineage.h.
 */
#ifndef MAKE_RESOURCES_H
#define MAKE_RESOURCES_H

#include "base/arena.h"
#include "base/diag.h"

/* The folder that holds templates/ and themes/; NULL with diagnostics. */
const char *resources_find(struct diags *diags, struct arena *arena);

#endif
