/*
 * What kind of file a path is, for Content-Type.
 */
#ifndef BASE_MEDIA_H
#define BASE_MEDIA_H

#include "base/str.h"

/* By the path's ending; "application/octet-stream" for those unknown. */
const char *media_type(struct str path);

#endif
