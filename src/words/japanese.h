/*
 * Where a line of Japanese may end: between its phrases, each a word with the
 * particles behind it, as ICU finds them.  UAX #14 lets it end after nearly
 * every letter, also within a word.
 */
#ifndef WORDS_JAPANESE_H
#define WORDS_JAPANESE_H

#include "base/str.h"

/*
 * The last byte up to `len` at which a phrase ends, of a text with kana; 0:
 * there is none, or it has no kana.
 */
size_t japanese_line_end(struct str text, size_t len);

#endif
