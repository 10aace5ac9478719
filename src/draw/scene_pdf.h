/*
 * A scene as PDF, a page of vectors with its fonts embedded.
 */
#ifndef DRAW_SCENE_PDF_H
#define DRAW_SCENE_PDF_H

#include "base/buf.h"
#include "base/diag.h"
#include "draw/scene.h"

/* ISO 216, in points of 1/72 inch. */
#define PDF_A3_WIDTH 841.89
#define PDF_A3_HEIGHT 1190.55

/*
 * In light colours, as large as fits a page of that size, in points, and in
 * its middle; a size of 0 makes the page as large as the scene (96 CSS pixels
 * are an inch).  `date` is when the content is from ("2026-11-21"): the same
 * scene gives the same bytes whenever it is drawn.
 */
bool scene_pdf(struct diags *diags, const char *path, const struct scene *scene,
	       const struct palette *palette, double width, double height,
	       struct str date, struct buf *to);

#endif
