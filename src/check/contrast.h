/*
 * Contrast of colours, by WCAG 2.2: text needs 4.5 to 1 on what it stands on
 * (1.4.3), and what a chart draws 3 to 1 (1.4.11).
 */
#ifndef CHECK_CONTRAST_H
#define CHECK_CONTRAST_H

#include "base/diag.h"
#include "model/comparison.h"
#include "model/theme.h"

/* Of the theme's own colours, light and dark. */
void check_theme_contrast(struct diags *diags, const struct theme *theme);

/* Of the colours that options ask for, on the light ground. */
void check_option_contrast(struct diags *diags, const struct comparison *c,
			   const struct theme *theme);

#endif
