/*
 * The infographic: one picture with one idea, over it a finding.
 *
 * A picture has a head, in which the first finding that fits stands, a hero
 * that takes most of the room, and a foot that says how to read it and where
 * it comes from.  A hero leaves out what has no room and says so.  All names
 * stay whole: they get smaller, or take two lines, or are the short ones.
 *
 * Sources: poster_coast.c, poster_duel.c, poster_field.c, poster_print.c,
 * poster_quilt.c, poster_steps.c, poster_story.c, poster_towers.c,
 * poster_unscored.c.
 */
#ifndef POSTER_POSTER_H
#define POSTER_POSTER_H

#include "draw/scene.h"
#include "view/picture.h"

enum { POSTER_WIDTH = 1080 };

enum poster_form {
	POSTER_PORTRAIT, /* 1080 by 1350 */
	POSTER_SQUARE,	 /* 1080 by 1080 */
	POSTER_STORY,	 /* 1080 by 1920; words keep off the ends, which apps
			    cover */
	POSTER_PRINT,	 /* as A3, with what decides, for whom, how sure */
};

/* Where the words of a story begin and end. */
enum { STORY_TOP = 250, STORY_BOTTOM = 1580 };

/* `palette`: for the colours of options that the author gave. */
struct scene *poster_scene(const struct poster *poster, enum poster_form form,
			   const struct palette *palette, struct arena *arena);

#endif
