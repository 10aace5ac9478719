/*
 * The infographic in words: the whole comparison for one picture.
 */
#ifndef VIEW_POSTER_VIEW_H
#define VIEW_POSTER_VIEW_H

#include "view/picture.h"
#include "view/subject.h"

/* In the subject's arena. */
struct poster poster_of(const struct subject *s);

#endif
