/*
 * The colours of a theme as tokens, for pages and images alike.
 *
 * A picture names tokens, never colours: a page fills them in from its style
 * sheet, so that a chart follows light and dark; an image file takes the
 * values from here.
 */
#ifndef VIEW_PALETTE_H
#define VIEW_PALETTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PALETTE_SHADES = 5 }; /* of PAINT_HEAT */
/*
 * Series have as many looks as there are signs (view/sign.h); a theme has
 * fewer colours, which come again, and any option may have one of its own.
 */
enum { PALETTE_SLOTS = 48, PALETTE_COLOURS = 12 };

/* The slot of what is no option: it is drawn in the accent colour. */
#define SLOT_NONE ((size_t)-1)

enum paint {
	PAINT_NONE,
	PAINT_INK,	/* text */
	PAINT_MUTED,	/* secondary text, axis labels */
	PAINT_GRID,	/* hairlines */
	PAINT_SURFACE,	/* what the picture stands on */
	PAINT_PANEL,	/* a raised part of it, tracks of bars */
	PAINT_ACCENT,	/* the theme's own colour */
	PAINT_BAND,	/* the ground of what is too close to call */
	PAINT_BAND_INK, /* and what is written there */
	PAINT_FILL,	/* bars of what does not lead */
	PAINT_HEAT,	/* shades by slot, 0 the lightest: ink stands on all */
	PAINT_SERIES,	/* the colour of a series, by its slot */
	PAINT_EXACT,	/* its slot, 0xRRGGBB: a picture's own */
};

/* 0xRRGGBB */
struct palette_mode {
	uint32_t ink, muted, grid, surface, panel, accent, band, band_ink;
	uint32_t series[PALETTE_SLOTS];
};

/* Colours of posters and cards, as model/theme.h names them. */
struct palette_poster {
	uint32_t paper, ink, muted, rule, foot, foot_ink, foot_muted;
	uint32_t mark;	     /* of what a picture points at */
	uint32_t lead, rest; /* bars of a card */
	uint32_t loud, loud_ink, loud_muted, loud_lead, loud_rest;
	uint32_t sides[2], groups[4];
	uint32_t heat[5];  /* from the worst to the best */
	uint32_t warm[5];  /* the same of the column pointed at */
	uint32_t bands[6]; /* of options that nothing ranks */
};

struct palette {
	struct palette_mode light, dark;
	struct palette_poster paper, night;
	/* What the colours of options stand in for, or NULL: itself. */
	const struct palette *theme;
	const char *font_body, *font_display; /* family names for images */
	bool dark_first; /* posters and cards are of the night */
};

/* The n-th colour of that place among POSTER_TOKENS. */
uint32_t *palette_poster_colour(struct palette_poster *poster, size_t token,
				size_t n);

/* Colours for posters, made of those of pages. */
struct palette_poster palette_poster_of(const struct palette_mode *mode);

/* The colour of a token in one mode; `slot` counts for shades and series. */
uint32_t palette_colour(const struct palette_mode *mode, enum paint paint,
			size_t slot);

/* `colour` with a share, 0..1, of `with`. */
uint32_t palette_mix(uint32_t colour, uint32_t with, double share);

/*
 * Two colours that differ in lightness, too, on such a ground: where they do
 * not, one gets darker and one lighter, each with `ratio` of contrast to it.
 */
void palette_part(uint32_t pair[2], uint32_t ground, double ratio);

/* Lightness by eye, 0..100 (CIE L*). */
double palette_lightness(uint32_t colour);

/* The colour in its hue, as light as `lightness`. */
uint32_t palette_at_lightness(uint32_t colour, double lightness);

/* Contrast of two colours, 1..21 (WCAG 2.2, "contrast ratio"). */
double palette_contrast(uint32_t a, uint32_t b);

/*
 * The colour nearest to `colour` (mixed with black or with white) that has
 * at least `ratio` contrast with `ground`.
 */
uint32_t palette_adapt(uint32_t colour, uint32_t ground, double ratio);

#endif
