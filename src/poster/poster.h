/*
 * The infographic: one picture that tells a whole comparison.
 *
 * The tall one says all it can in as much height as that needs.  The others
 * have the size of a network's post and say what fits, most important first:
 * title, result, options, the heaviest criteria, robustness.  What is left
 * out is said in the picture.
 *
 * Sources: poster_columns.c.
 */
#ifndef POSTER_POSTER_H
#define POSTER_POSTER_H

#include "draw/scene.h"
#include "view/picture.h"

enum {
	POSTER_WIDTH = 1080,
	POSTER_ROWS = 20,    /* criteria, at the most */
	POSTER_OPTIONS = 24, /* the best of a catalogue */
};

enum poster_preset {
	POSTER_TALL,	 /* as high as it needs */
	POSTER_SQUARE,	 /* 1080 high */
	POSTER_PORTRAIT, /* 1350 */
	POSTER_STORY,	 /* 1920; apps cover its ends, which stay empty */
};

struct scene *poster_scene(const struct poster *poster,
			   enum poster_preset preset, struct arena *arena);

/*
 * The tall poster for paper: cut into columns, where nothing is cut through,
 * so many that it comes closest to a page of that size, either way up.
 */
struct scene *poster_columns(const struct scene *tall, double width,
			     double height, struct arena *arena);

#endif
