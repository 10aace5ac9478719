/*
 * What a comparison gives to machines: data.json; and the style sheet with
 * its options' own colours.
 */
#ifndef VIEW_DATA_VIEW_H
#define VIEW_DATA_VIEW_H

#include "view/page_view.h"
#include "view/palette.h"
#include "view/picture.h"
#include "view/subject.h"

/* The object of data.json; its form is a promise to machines. */
const struct value *data_view(const struct subject *s);

/*
 * A computed number without what rounding left in its last digits: twelve
 * that count are exact, and so ties are equal.
 */
const struct value *data_number(double number, struct arena *arena);

/*
 * The palette with the colours that the options bring, each made to stand
 * out from its ground by 3:1 at least; false when none brings one.
 */
bool palette_with_options(const struct subject *s, const struct palette *base,
			  struct palette *own);

/*
 * Warns of colours that stand out from the light ground by less than 3:1, and
 * names the nearest that does, which is drawn in their place.
 */
void palette_check_options(struct diags *diags, const struct subject *s,
			   const struct palette *base);

/* Those colours as a style sheet for what has the class `of-SLUG`. */
struct str colors_css(const struct palette *own, const struct comparison *c,
		      struct arena *arena);

/* Those of all comparisons, as one style sheet; empty when none has any. */
struct str all_colors_css(const struct digest *digests, size_t count,
			  struct arena *arena);

/* Where such a style sheet is published; empty for an empty one. */
struct str colors_path(struct str name, struct str css, struct arena *arena);

#endif
