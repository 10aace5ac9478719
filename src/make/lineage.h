/*
 * A theme and those it extends, as one.
 *
 * Of two themes of a name, one beside the content and one of the program's,
 * the first is meant; but a theme never means itself, so that one beside the
 * content may extend the program's theme of its own name.
 */
#ifndef MAKE_LINEAGE_H
#define MAKE_LINEAGE_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/theme.h"

/*
 * The theme of that name, named at `at`, with all that it does not give taken
 * from the one it extends, and so on.  False with diagnostics where one is
 * not there, cannot be read, or extends itself by way of others.
 */
bool lineage_read(struct diags *diags, const char *resources,
		  const char *content, struct str name, struct place at,
		  struct theme *theme, struct arena *arena);

#endif
