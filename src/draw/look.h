/*
 * What a theme says of shapes, for all pictures: set once, before any other
 * thread draws, as the fonts are.
 */
#ifndef DRAW_LOOK_H
#define DRAW_LOOK_H

#include <stdbool.h>

struct look {
	/* Corners that are meant round are so by this factor; 0: square. */
	double corners;
	double rules;	     /* hairlines are so many times as thick */
	double signs;	     /* signs are so many times as large */
	bool blocks;	     /* bars are rows of blocks */
	bool dotted, dashed; /* hairlines; or neither */
	bool light_display;  /* the display font is not bold */
	bool capitals;	     /* nor as written */
	bool oldstyle;	     /* its figures have ascenders and descenders */
	bool dark_first;     /* picture files are of the dark mode */
};

void look_set(const struct look *look);
const struct look *look_of(void);

/*
 * Of a bar of that length: how long its nth block is, with where it begins;
 * 0 behind the last.
 */
double look_block(double length, unsigned n, double *begin);

#endif
