/*
 * Contrast of colours, by WCAG 2.2: text needs 4.5 to 1 on what it stands on
 * (1.4.3), and what a chart draws 3 to 1 (1.4.11).  The colours that options
 * ask for are seen to where they are adapted, in view/.
 */
#ifndef CHECK_CONTRAST_H
#define CHECK_CONTRAST_H

#include "base/diag.h"
#include "model/theme.h"

/* Of the theme's own colours, light and dark. */
void check_contrast(struct diags *diags, const struct theme *theme);

#endif
