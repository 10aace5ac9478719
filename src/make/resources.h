/*
 * What the program brings along: templates and themes.
 *
 * They lie beside the program in a checkout (build/paragone, templates/) or
 * under its prefix (bin/paragone, share/paragone/templates/).  A theme of a
 * user's own is looked for first in `themes/` beside the content folder.
 */
#ifndef MAKE_RESOURCES_H
#define MAKE_RESOURCES_H

#include "base/arena.h"
#include "base/diag.h"

/* The folder that holds templates/ and themes/; NULL with diagnostics. */
const char *resources_find(struct diags *diags, struct arena *arena);

/* The theme's folder; NULL with diagnostics at `at`. */
const char *resources_theme(struct diags *diags, const char *resources,
			    const char *content, struct str name,
			    struct place at, struct arena *arena);

#endif
