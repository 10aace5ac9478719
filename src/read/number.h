/*
 * Numbers that are not written as one, and what they should be.
 *
 * Spreadsheets and typesetters part thousands by blanks, points, commas or
 * apostrophes, and have a minus of their own; Arabic and Persian ones have
 * digits and separators of their own, too.  Which number is meant is said to
 * the author, never taken: "1.200" is 1200 to one half of the world and 1.2 to
 * the other.
 */
#ifndef READ_NUMBER_H
#define READ_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

enum { NUMBER_SIZE = 64 };

struct number_meant {
	char right[NUMBER_SIZE]; /* as it should be written: "1200" */
	char other[NUMBER_SIZE]; /* what it may be as well: "1.2"; or empty */
};

/* False for what is no number in any of these ways. */
bool number_meant(struct str text, struct number_meant *meant);

/*
 * The hint to write it so, with what stands `before` and `behind` it; false
 * and no hint for what is no number in any of these ways.
 */
bool number_hint(struct diags *diags, struct str before, struct str text,
		 struct str behind);

/* Whether a number may have the character within it, a blank too. */
bool number_has_mark(uint32_t c);

/*
 * Whether a double, which keeps some 16 digits, has all those of the text that
 * it was read from, with decimals behind a point or a comma.
 */
bool number_is_kept(struct str text, double number);

/* Whether two texts, of different digits, are one number or not. */
bool number_is_same(struct str a, struct str b);

/* Reports one whose whole part would be shown with other digits. */
bool number_check(struct diags *diags, struct place at, struct str text,
		  double number);

/* The shortest decimal that reads back as that finite number. */
struct str number_exact(double number, struct arena *arena);

/* The text without the blanks of any width at its end. */
struct str number_trim(struct str text);

/* The same of those at its start. */
struct str number_trim_start(struct str text);

#endif
