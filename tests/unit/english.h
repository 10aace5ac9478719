/*
 * The default theme's English words, for tests of what is said with them.
 */
#ifndef ENGLISH_H
#define ENGLISH_H

#include "read/theme.h"
#include "unit.h"
#include "words/phrase.h"

static inline struct phrases english(struct arena *arena)
{
	struct words *words = arena_new(arena, struct words);
	struct diags *diags = diags_new();
	struct phrases phrases;
	const char *dir = "themes/default";

	assert_true(words_read(diags, &dir, 1, STR("en"), words, arena));
	assert_true(phrases_init(diags, &phrases, words, arena));
	diags_free(diags);
	return phrases;
}

#endif
