/*
 * A script in fewer bytes: short names for what it declares within its
 * functions and blocks; lines joined, and semicolons left out, where that is
 * plain.
 *
 * A name is given another only where each of its uses is proved to be of a
 * declaration (const, let, parameter, catch, function) whose scope is known.
 * Names of the top level, properties, keys and labels stay, and so do names
 * in a shorthand ({ a }); so do, everywhere, those that are also used where no
 * such declaration is seen: they may be of the browser or another script.
 * What a script could only see by asking for a function's own name or text
 * (f.name, f.toString()) is not kept.
 */
#ifndef MAKE_SCRIPT_SHORTEN_H
#define MAKE_SCRIPT_SHORTEN_H

#include "base/arena.h"
#include "base/buf.h"

/*
 * Writes the script, which has no comments (see make/script_pack), to `to`.
 * False, and `to` is as before, when the script holds a form that the rules
 * do not know: eval, with, class, import, export, case, methods and accessors in
 * literals, a slash of which it is not plain whether it divides, anything
 * but ASCII outside strings, strings over lines; or when it is very large.
 */
bool script_shorten(struct str source, struct arena *arena, struct buf *to);

#endif
