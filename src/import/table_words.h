/*
 * The words that spreadsheets have at the heads of their rows and columns, in
 * English and German: what a column is for, which way a measure is better,
 * and in what unit it is.
 *
 * Direction is only proposed, and left open where two words disagree
 * ("battery weight").
 */
#ifndef IMPORT_TABLE_WORDS_H
#define IMPORT_TABLE_WORDS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum role {
	ROLE_NONE,
	ROLE_CRITERION,
	ROLE_OPTION,
	ROLE_SCORE,
	ROLE_WEIGHT,
	ROLE_JUDGE,
	ROLE_CONFIDENCE,
	ROLE_SOURCE,
	ROLE_DATE,
	ROLE_NOTE,
	ROLE_GROUP,
	ROLE_UNIT,
	ROLE_BETTER,
	ROLE_QUESTION,
	ROLE_TOTAL,
	ROLE_INDEX,
	ROLE_COUNT,
};

enum direction { DIRECTION_UNKNOWN, DIRECTION_HIGHER, DIRECTION_LOWER };

struct head {
	struct str title; /* without unit and direction, as words */
	struct str unit;
	enum direction better;
	bool said;	 /* the head says so: "(lower is better)", "↓" */
	double min, max; /* "(1-5)": the scale that it says; else 0 */
};

void head_read(struct str text, struct head *head, struct arena *arena);

/* "Speed (ms)": more speed is better, and less time. */
bool head_is_disputed(const struct head *head);

/* What a head of a row or column says it is for, word for word. */
bool words_are(struct str text, enum role role);

/* "lower", "min", "↓", "cost" in a column that tells the direction. */
enum direction words_direction(struct str text);

/* "max", "cost": of nothing but a direction. */
bool words_are_optimum(struct str text);

/* Of "1 = best, 5 = poor" or "1 (best)": less is better. */
enum direction words_scored(struct str text);

/* "Noise (lower is better)", "Price rank"; no guess of a name. */
bool words_say_less(struct str head, struct arena *arena);

/* "screen-brightness" is "Screen brightness"; what has blanks stays. */
struct str words_title(struct str text, struct arena *arena);

/* A unit that is known: "kg", "dB(A)". */
bool words_are_unit(struct str text);

/* 1, 0.5 or 0 for "yes", "partly", "no", "✓"; else below 0. */
double words_answer(struct str text);

/* "n/a", "-"; "#N/A", "#DIV/0!". */
bool words_are_nothing(struct str text);
bool words_are_fault(struct str text);

/* The length of the sign of a currency that the text begins with, or 0. */
size_t words_money(struct str text);

#endif
