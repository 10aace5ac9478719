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
 *	bars: { radius: 3, shape: solid }
 *	poster: { light: { paper: "#f6f1e6", … }, dark: { … } }
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

/* Tokens that are numbers, and such as choose between looks. */
enum look_number {
	LOOK_RADIUS,	 /* of corners, CSS pixels */
	LOOK_PILLS,	 /* of chips and buttons */
	LOOK_BAR_RADIUS, /* of bars */
	LOOK_RULE_WEIGHT,
	LOOK_SIGN_SIZE, /* 1: as drawn */
	LOOK_HEADLINE_WEIGHT,
	LOOK_HEADLINE_TRACKING, /* of the size */
	LOOK_NUMBERS
};
enum look_choice {
	LOOK_BAR_SHAPE,
	LOOK_RULE_STYLE,
	LOOK_FIGURES,
	LOOK_HEADLINE_CASE,
	LOOK_FIRST, /* the mode of pictures, and of who asks for none */
	LOOK_CHOICES
};

/* Colours of posters and cards; those of a list are counted from 1. */
struct poster_token {
	const char *name;
	size_t count; /* 0: one colour, not a list */
};
extern const struct poster_token POSTER_TOKENS[];
enum { POSTER_TOKEN_COUNT = 20 };

struct theme {
	struct text name, extends; /* the other theme, or empty */
	struct theme_mode light, dark;
	struct token *fonts; /* name → family or stack; `colour` is unused */
	size_t font_count;
	struct theme_mode poster_light, poster_dark; /* "sides1", … */
	double numbers[LOOK_NUMBERS];		     /* NAN: not given */
	struct text choices[LOOK_CHOICES];	     /* empty: not given */
	struct text *preload; /* assets that pages ask for at once */
	size_t preload_count;
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
