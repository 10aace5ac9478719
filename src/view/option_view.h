/*
 * An option as the pages of its comparison list it.
 */
#ifndef VIEW_OPTION_VIEW_H
#define VIEW_OPTION_VIEW_H

#include "view/subject.h"
#include "view/value.h"

/* `options[]` in docs/templates.md. */
struct value *option_view(const struct subject *s, size_t option);

#endif
