/*
 * A theme's tokens: `theme.yaml`.  The same tokens style pages and images.
 * A theme may extend another, and gives then only what differs.
 *
 *	extends: default
 *	colors:
 *	  light: { ink: "#1d1b19", muted: …, series: ["#2b5f9e", …] }
 *	  dark:  { … the same names }
 *	fonts: { body: "Inter", display: "Fraunces", body_stack: …, … }
 *	radius: 10
 *
 * Colours that images use are required in both modes: ink, muted, grid,
 * surface, panel, accent, series (6 to 12).  Others are the theme's own and
 * become CSS custom properties like them.
 */
#ifndef MODEL_THEME_H
#define MODEL_THEME_H

#include <stddef.h>
#include <stdint.h>

#include "model/params.h"
#include "model/prose.h"

struct token {
	struct str name;
	struct text text; /* "#rrggbb" */
	uint32_t colour;  /* 0xRRGGBB */
};

struct theme_mode {
	struct token *tokens; /* without series */
	size_t token_count;
	struct token *series;
	size_t series_count;
	struct place at;
};

struct theme {
	struct text name, extends; /* the other theme, or empty */
	struct theme_mode light, dark;
	struct token *fonts; /* name → family or stack; `colour` is unused */
	size_t font_count;
	double radius; /* of corners, CSS pixels; NAN: not given */
	struct params params;
	/* The folders of the theme and those it extends, its own the last. */
	const char **dirs;
	size_t dir_count;
	struct place at, colors_at, fonts_at;
};

/* The token of that name in the mode, or NULL. */
const struct token *theme_find(const struct theme_mode *mode, const char *name);

/* The font of that name ("body", "display"), or an empty text. */
struct str theme_font(const struct theme *theme, const char *name);

#endif
