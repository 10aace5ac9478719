/*
 * A comparison as templates get it: the object `comparison`, which all of
 * its pages share.
 *
 * `docs/templates.md` lists every name.  Links begin with ROOT_MARK, so one
 * tree serves pages of any depth.  All values live in the subject's arena.
 */
#ifndef VIEW_COMPARISON_VIEW_H
#define VIEW_COMPARISON_VIEW_H

#include "view/subject.h"
#include "view/value.h"

/* `comparison` in docs/templates.md; makes the subject's sources first. */
const struct value *comparison_view(struct subject *s);

#endif
