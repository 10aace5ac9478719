/*
 * The text layouts of this thread.
 */
#ifndef DRAW_PANGO_CONTEXT_H
#define DRAW_PANGO_CONTEXT_H

#include "draw/text_measure.h"

struct _PangoLayout;

/* Set to the text and style: valid until the next call in this thread. */
struct _PangoLayout *pango_layout_for(struct str text, struct text_style style);

/* The same; notes it where its fonts cannot be drawn with (draw/fonts.h). */
struct _PangoLayout *pango_layout_to_draw(struct str text,
					  struct text_style style);

#endif
