/*
 * UTF-16, which spreadsheets write, as the UTF-8 that all else is.
 */
#ifndef BASE_UTF16_H
#define BASE_UTF16_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* Whether the bytes begin with the byte order mark of UTF-16. */
bool utf16_is(struct str bytes);

/* Stands for what is broken; no UTF-8 holds it. */
#define UTF16_BROKEN '\xFF'

/*
 * The text without its mark, terminated, in the arena.  Half a character or
 * half a pair of surrogates becomes UTF16_BROKEN, so that whoever checks the
 * text finds it at its place.
 */
struct str utf16_decode(struct str bytes, struct arena *arena);

#endif
