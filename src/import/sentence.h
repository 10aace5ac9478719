/*
 * Sentences of prose, and the numbers that they hold or begin with.
 */
#ifndef IMPORT_SENTENCE_H
#define IMPORT_SENTENCE_H

#include "base/str.h"

/* The first sentence, and the rest behind it. */
struct str sentence_cut(struct str *rest);

/* Whether the stop at byte `at` is that of a word such as "Dr." */
bool sentence_is_shortened(struct str s, size_t at);

/* "3. ", "3) " or "Round 3: " at the start: the number and the rest; else 0. */
int sentence_number(struct str s, struct str *rest);

/* The length of a number such as 2, 1.5 or 1,5 at byte `at`, or 0. */
size_t sentence_decimal(struct str s, size_t at, double *number);

/* "²" of '2', "⁻" of '-'; NULL of what is neither. */
const char *sentence_raised(char c);

/* Whether no emphasis, code or link is cut by its ends. */
bool sentence_is_whole(struct str markdown);

#endif
