/*
 * SVG files of the content, made harmless.
 *
 * An SVG that is opened by itself is a page: it runs scripts, loads what it
 * names and follows its own style sheet.  So it is written anew, from a list
 * of the elements and attributes that draw; whatever is on no list is left
 * out, with a warning where it could have done something.  Its styles become
 * attributes, as the policy of the site lets no style sheet in but that of
 * our own pictures.
 */
#ifndef MAKE_SVG_CLEAN_H
#define MAKE_SVG_CLEAN_H

#include "base/buf.h"
#include "base/diag.h"

enum {
	SVG_BYTES = 2 * 1024 * 1024, /* of a file */
	SVG_ELEMENTS = 100000,
};

/*
 * Writes the picture of `bytes`, which `file` holds, to `to`.  False with
 * diagnostics when it is no SVG, or one whose size has no bounds.
 */
bool svg_clean(struct diags *diags, const char *file, struct str bytes,
	       struct buf *to);

/*
 * Whether the file is harmless as it is, for one that is copied unchanged;
 * else an error names what is not.
 */
bool svg_check(struct diags *diags, const char *file, struct str bytes);

/* Whether it is an SVG by its name. */
bool svg_is_named(struct str path);

#endif
