/*
 * The words of the interface in one language: `i18n/<language>.yaml`.
 */
#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

#include <stddef.h>

#include "model/prose.h"

struct word {
	struct str key;	  /* nested keys are joined by a dot */
	struct text text; /* may hold {names} to be filled in */
};

struct words {
	struct word *items; /* in the order of the file */
	size_t count;
	struct str language;
	struct place at; /* the file */
};

/* The word of that key, or NULL. */
const struct text *words_find(const struct words *words, struct str key);

#endif
