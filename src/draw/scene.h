/*
 * A picture as a list of marks, before any file format.
 *
 * Marks name paints, never colours, so that one scene serves light and dark.
 * Coordinates are CSS pixels from the top left; text stands on its baseline.
 */
#ifndef DRAW_SCENE_H
#define DRAW_SCENE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "draw/text_measure.h"
#include "view/palette.h"

enum mark_kind {
	MARK_RECT,
	MARK_LINE,
	MARK_PATH,
	MARK_CIRCLE,
	MARK_TEXT,
	MARK_IMAGE,
};

enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

struct point {
	double x, y;
};

struct ink {
	enum paint paint;
	size_t slot; /* with PAINT_SERIES, PAINT_HEAT and PAINT_EXACT */
};

struct mark {
	enum mark_kind kind;
	struct ink fill, stroke; /* PAINT_NONE: not drawn; a text is filled,
				    its stroke is a halo under it */
	double stroke_width;
	double x, y, width, height; /* rect; line: to x + width, y + height;
				       circle: its centre; text: its anchor */
	double radius;		    /* of a circle; of a rect's corners, as
				       drawn where the theme says nothing */
	bool is_solid;		    /* a rect with words in it: no blocks */
	struct point *points;	    /* path */
	size_t point_count;
	bool closed;
	struct str text;
	struct text_style style;
	enum anchor anchor;
	struct str image; /* a file, PNG or SVG, fitted into the box */
	struct str link;  /* of a text in a PDF: where it leads, or empty */
	bool is_heading;  /* of a text in a PDF */
};

struct scene {
	double width, height;
	double margin; /* around it, in a file */
	struct str title, description;
	struct str language; /* of its texts, or empty */
	bool has_ground;     /* the surface is painted first, in a file */
	bool is_outlined;    /* an SVG has the shapes of its letters in it */
	double bleed;	     /* of the margin, what is cut off on paper */
	struct mark *marks;
	size_t mark_count;
	struct arena *arena;
};

struct scene *scene_new(double width, double height, struct arena *arena);

/* Each appends a mark and returns it, for what the arguments do not say. */
struct mark *scene_rect(struct scene *scene, double x, double y, double width,
			double height, struct ink fill);
struct mark *scene_line(struct scene *scene, double x1, double y1, double x2,
			double y2, struct ink stroke);
struct mark *scene_circle(struct scene *scene, double x, double y,
			  double radius, struct ink fill);
struct mark *scene_path(struct scene *scene, const struct point *points,
			size_t count);
/*
 * PNG and PDF cannot draw an SVG image: in its place they have the text of the
 * mark, as large as its style says, in the middle.
 */
struct mark *scene_image(struct scene *scene, double x, double y, double width,
			 double height, struct str file);
struct mark *scene_text(struct scene *scene, double x, double y,
			struct str text, struct text_style style,
			struct ink fill);

/* The sign of a series: see view/sign.h. */
void scene_sign(struct scene *scene, double x, double y, double radius,
		size_t slot);

/* Whether a rect is drawn as a row of blocks: bars are, in some themes. */
bool scene_is_blocks(const struct mark *mark);

/* Turns all from left to right; texts stay readable. */
void scene_mirror(struct scene *scene);

struct ink ink(enum paint paint);
struct ink exact_ink(uint32_t colour);
struct ink shade_ink(size_t shade); /* PAINT_HEAT, 0 the lightest */
struct ink series_ink(size_t slot);

#endif
