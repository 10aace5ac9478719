/*
 * Where in the content the cause of something on a page stands.
 */
#ifndef CHECK_CAUSE_H
#define CHECK_CAUSE_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/site.h"

/*
 * The place of the first of the tokens that stands in the content files of
 * that page, which is a path below the site; else a line of the page.
 */
struct place cause_find(const struct site *site, struct str page, unsigned line,
			const struct str *tokens, size_t count,
			struct arena *arena);

/* The content file that is copied to that path of the site, or NULL. */
const char *cause_copied(const struct site *site, struct str path,
			 struct arena *arena);

#endif
