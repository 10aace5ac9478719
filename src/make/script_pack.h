/*
 * Scripts of a theme as they are published: without what only readers of
 * the source need.
 *
 * The rule knows these forms and no others: comments that have their lines
 * to themselves, blanks at a line's ends, empty lines, and blanks beside
 * punctuation outside strings, templates and whatever stands between two
 * slashes of a line.  A script with anything else is left as it is.
 */
#ifndef MAKE_SCRIPT_PACK_H
#define MAKE_SCRIPT_PACK_H

#include "base/buf.h"

/*
 * Writes the script to `to`.  False, and `to` is of no use, when it holds a
 * form that the rule does not know: a comment beside code, or with a
 * licence or an instruction for tools (!, #, @); a string or template that
 * goes on over lines; a quotation mark between two slashes outside strings,
 * which may be a regular expression; another line end than LF or CR LF.
 */
bool script_pack(struct str source, struct buf *to);

#endif
