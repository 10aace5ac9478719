/*
 * A scene as PDF, a page of vectors with its fonts embedded.
 *
 * It is tagged: its texts are paragraphs and headings in their order, and
 * links can be followed.  It has the scene's language, and where the scene
 * bleeds, boxes that say where the paper is cut.
 *
 * Sources: pdf_amend.c.
 */
#ifndef DRAW_SCENE_PDF_H
#define DRAW_SCENE_PDF_H

#include "base/buf.h"
#include "base/diag.h"
#include "draw/scene.h"

/* What is printed beyond each edge, and cut off: 3 mm. */
#define PDF_BLEED 8.504

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

/*
 * Says in a finished PDF what cairo cannot: the language of its texts, where
 * there is one, and how far from each edge the paper is cut (0: not at all).
 * The file begins at byte `start` of `pdf`.  It is an update behind its end
 * (ISO 32000-1, 7.5.6).
 */
void pdf_amend(struct buf *pdf, size_t start, struct str language,
	       double bleed);

#endif
