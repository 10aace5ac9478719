/*
 * The fonts that pictures are set in.
 *
 * The pinned ones come first: those of the theme's folder, then DejaVu for
 * what they lack, so that pictures are alike on all machines.  What none of
 * them has (Chinese, emoji) is taken from the fonts of the machine, which are
 * looked for only then; and what those lack cannot be drawn.
 */
#ifndef DRAW_FONTS_H
#define DRAW_FONTS_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/str.h"

struct _FcConfig;
struct _FcPattern;

enum fonts_reach {
	FONTS_PINNED,
	FONTS_MACHINE, /* the pinned ones and those of the machine */
	FONTS_REACHES,
};

/*
 * Loads the pinned fonts: call once, before any other thread draws.  `paths`
 * are files (.ttf, .otf and .woff2), NULL behind the last; it may be NULL.  A
 * machine without DejaVu, or a font that cannot be read, is
 * a system failure.
 */
bool fonts_load(struct diags *diags, const char *const *paths);
bool fonts_are_loaded(void);

/* Whether fonts of the machine were asked for, beyond the pinned ones. */
bool fonts_machine_was_used(void);

/*
 * Of the machine's fonts: their names, and what says which of them is taken.
 * Where they were asked for, of those that were found then.  0 without memory.
 */
struct hash fonts_machine_hash(void);

/* Where DejaVu is looked for, in that order; NULL behind the last. */
const char *fonts_dejavu_folder(size_t number);

/* Gives the fonts back, when all threads that drew have ended. */
void fonts_unload(void);

/* NULL without memory. */
struct _FcConfig *fonts_config(enum fonts_reach reach);

/* The narrowest reach that has all characters of the text; else the widest. */
enum fonts_reach fonts_reach_of(struct str text);

/* Whether fonts of that reach have the character, or it is never drawn. */
bool fonts_have(uint32_t c, enum fonts_reach reach);

/* Whether one of them draws it: a text without its glyph lacks something. */
bool fonts_draw(uint32_t c, enum fonts_reach reach);

/* Appends the characters of the text that no font has, if not there yet. */
void fonts_lacking(struct str text, struct buf *to);

/* Of the files of the pinned fonts; of the names of the machine's too. */
struct hash fonts_hash(enum fonts_reach reach);

/*
 * What was drawn while a font failed lacks something, and must not be used.
 * fonts_note_failure() keeps the first font that did and the system's reason;
 * fonts_failed() tells, and reports it, but no more than once.
 */
void fonts_note_failure(const struct _FcPattern *font);
bool fonts_failed(struct diags *diags);

#endif
