/*
 * Mustache, the language of the templates, over the tree of values.
 *
 * The whole of the specification but for lambdas, with the optional modules
 * for inheritance and dynamic names (https://github.com/mustache/spec, 1.4).
 * Templates are compiled once; rendering allocates nothing but its output
 * and may go on in several threads at once.
 *
 * Rendering is strict unless asked otherwise: a name that no value has, text
 * placed as markup and markup placed as text are errors.  Mustache itself
 * takes the first as empty and leaves the others to chance.
 */
#ifndef TEMPLATE_MUSTACHE_H
#define TEMPLATE_MUSTACHE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/diag.h"
#include "view/value.h"

struct templates;

struct templates *templates_new(void);
void templates_free(struct templates *templates);

/*
 * Compiles `source`, read from `file`, under `name`; a template of that name
 * added before is replaced, but stays the parent of one that names itself as
 * its parent: {{<base}} in a theme's base is the base that it replaces.  All
 * mistakes of the template are reported.
 */
bool templates_add(struct diags *diags, struct templates *templates,
		   struct str name, const char *file, struct str source);

/* Whether every partial and parent that a template names is there. */
bool templates_check(struct diags *diags, const struct templates *templates);

/*
 * Whether a template names that one as its partial or parent, or may do so:
 * {{>*x}} can name any.
 */
bool templates_use(const struct templates *templates, struct str name);

/*
 * Whether a template may ask for `name` of an `object`, "params" or "t": as
 * {{params.name}}, of whatever object, or within a section that it opens.
 */
bool templates_ask(const struct templates *templates, const char *object,
		   struct str name);

/* One rendering. */
struct render {
	const struct templates *templates;
	const char *page; /* for messages: "a/matrix/index.html" */
	bool lenient;	  /* as Mustache's own tests want it */
};

/* Appends the template's text for `root`; false with diagnostics. */
bool templates_render(struct diags *diags, const struct render *render,
		      struct str name, const struct value *root,
		      struct buf *to);

#endif
