/*
 * Whether the words of pictures can be drawn.
 */
#ifndef MAKE_GLYPHS_H
#define MAKE_GLYPHS_H

#include "base/diag.h"
#include "view/subject.h"

/*
 * Warns of characters that no font has, pinned or of this machine, at the
 * texts that cards and infographics show, and at the file of the language's
 * words; each character once.
 */
void glyphs_check(struct diags *diags, const struct subject *s,
		  struct arena *arena);

#endif
