/*
 * The text layout of this thread, in the pinned fonts.
 */
#ifndef RENDER_PANGO_CONTEXT_H
#define RENDER_PANGO_CONTEXT_H

#include "render/text_measure.h"

struct _PangoLayout;

/* Set to the text and style: valid until the next call in this thread. */
struct _PangoLayout *pango_layout_for(struct str text, struct text_style style);

#endif
