/*
 * What a comparison gives to machines and to other sites: data.json, the
 * card, the badge, and the style sheet with its options' own colours.
 */
#ifndef VIEW_DATA_VIEW_H
#define VIEW_DATA_VIEW_H

#include "view/palette.h"
#include "view/picture.h"
#include "view/subject.h"

/* The object of data.json; its form is a promise to machines. */
const struct value *data_view(const struct subject *s);

struct card card_of(const struct subject *s);
struct badge badge_of(const struct subject *s);

/*
 * The palette with the colours that the options bring, each made to stand
 * out from its ground by 3:1 at least; false when none brings one.
 */
bool palette_with_options(const struct subject *s, const struct palette *base,
			  struct palette *own);

/* Those colours as a style sheet. */
struct str colors_css(const struct palette *own, size_t option_count,
		      struct arena *arena);

#endif
