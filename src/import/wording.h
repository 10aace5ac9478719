/*
 * Words looked at whatever their case: what an article's headings and
 * sentences say, in English.
 */
#ifndef IMPORT_WORDING_H
#define IMPORT_WORDING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

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

/* An http address that Paragone accepts. */
bool wording_is_address(struct str url);

/* Whether byte `at` belongs to a word: a letter, digit, "+" or "#". */
bool wording_in_word(struct str s, size_t at);

size_t wording_count(struct str s);

/* The last words of a text, `keep` of them, or the first of it. */
struct str wording_end(struct str s, size_t keep, bool last);

/* The first sentence, and the rest behind it. */
struct str wording_sentence(struct str *rest);

/* Whether the stop at byte `at` is that of a word such as "Dr." */
bool wording_is_shortened(struct str s, size_t at);

/* "3. ", "3) " or "Round 3: " at the start: the number and the rest; else 0. */
int wording_number(struct str s, struct str *rest);

/* The length of a number such as 2, 1.5 or 1,5 at byte `at`, or 0. */
size_t wording_decimal(struct str s, size_t at, double *number);

/* Whether no emphasis, code or link is cut by its ends. */
bool wording_is_whole(struct str markdown);

#endif
