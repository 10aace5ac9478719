/*
 * How wide a text is: the one place that knows, for every layout.
 *
 * Pango shapes the text in the fonts that draw/fonts.h gives.
 * Letters of Latin, Greek, Cyrillic, Chinese, Japanese and Korean are summed
 * from a table without shaping; kerning, which that leaves out, is a pixel
 * or two on a label.
 */
#ifndef DRAW_TEXT_MEASURE_H
#define DRAW_TEXT_MEASURE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

enum font { FONT_BODY, FONT_DISPLAY };

struct text_style {
	enum font font;
	double size; /* CSS pixels */
	bool bold;
};

/*
 * Loads the fonts: call once, before any other thread draws.  `fonts` are as
 * in fonts_load(); `body` and `display` name families in them and must stay
 * until the end.  A machine without DejaVu, or a font that cannot be read, is
 * a system failure.
 */
bool text_measure_init(struct diags *diags, const char *const *fonts,
		       const char *body, const char *display);

/*
 * Whether lines run from right to left, as the language at hand does, in what
 * this thread draws from now on.  They run to the right without it.
 */
void text_lines_run(bool rtl);
bool text_lines_are_rtl(void);

/* The advance width in CSS pixels. */
double text_width(struct str text, struct text_style style);

/*
 * Whether there is a digit in it.  Such a text is set with figures of one
 * width, so that they stand under each other; no other is, as fonts widen
 * hyphens along with the figures.
 */
bool text_has_figures(struct str text);

/* The text, or its beginning and "…", no wider than `width`. */
struct str text_fit(struct str text, struct text_style style, double width,
		    struct arena *arena);

/*
 * The same of a name.  Where its last word has a digit it stays, and what is
 * before it is cut: a year or the number of a model tells names apart.  So does
 * a word with a digit before it, where there is room: "Oak in… 1970 by 0.3".
 */
struct str text_fit_name(struct str name, struct text_style style, double width,
			 struct arena *arena);

/*
 * Breaks the text into at most `most` lines of at most `width`, the last
 * shortened if it must be; returns how many there are.
 */
size_t text_wrap(struct str text, struct text_style style, double width,
		 struct str *lines, size_t most, struct arena *arena);

/* The same of a name, whose last line is shortened as a name is. */
size_t text_wrap_name(struct str name, struct text_style style, double width,
		      struct str *lines, size_t most, struct arena *arena);

/*
 * As text_wrap(), in lines of about one length: as many as text_wrap() makes, none
 * wider than need be.  There must be room for `most` + 1 lines.
 */
size_t text_balance(struct str text, struct text_style style, double width,
		    struct str *lines, size_t most, struct arena *arena);

/* Gives the fonts back, when all threads that drew have ended. */
void text_measure_end(void);

/* Gives back what this thread holds; a thread that drew calls it last. */
void text_measure_end_thread(void);

#endif
