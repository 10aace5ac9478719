/*
 * Words of a text, whatever the case of their ASCII letters.
 */
#ifndef BASE_WORDING_H
#define BASE_WORDING_H

#include "base/str.h"

/* Whether both are the same but for the case of ASCII letters. */
bool wording_equals(struct str a, struct str b);

/* Where `words` stand in `s`, not within other words; s.len: nowhere. */
size_t wording_find(struct str s, struct str words);

/*
 * Of phrases parted by "|": whether one stands in `s`, or is all of it; the
 * length of the longest that it begins or ends with, or 0; where the first
 * stands, which is `*len` bytes long.
 */
bool wording_has_any(struct str s, const char *phrases);
bool wording_is_any(struct str s, const char *phrases);
size_t wording_starts_any(struct str s, const char *phrases);
size_t wording_ends_any(struct str s, const char *phrases);
size_t wording_find_any(struct str s, const char *phrases, size_t *len);

/* Whether byte `at` belongs to a word: a letter, digit, "+" or "#". */
bool wording_in_word(struct str s, size_t at);

size_t wording_count(struct str s);

/* The last words of a text, `keep` of them, or the first of it. */
struct str wording_end(struct str s, size_t keep, bool last);

#endif
