/*
 * The infographic in words: the whole comparison for one picture.
 */
#ifndef VIEW_POSTER_VIEW_H
#define VIEW_POSTER_VIEW_H

#include "view/picture.h"
#include "view/subject.h"

/*
 * In the subject's arena; `logos` are the files of the options' logos, each
 * empty where there is none, or NULL.
 */
struct poster poster_of(const struct subject *s, const struct str *logos);

#endif
