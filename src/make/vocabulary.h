/*
 * A words file held against the English one of the default theme.
 *
 * words/phrase sees to the words that the program says itself.  This sees to
 * those that templates say, and to what a file has besides: a word that
 * nothing says, and a {name} that nothing fills in.
 */
#ifndef MAKE_VOCABULARY_H
#define MAKE_VOCABULARY_H

#include "base/diag.h"
#include "model/words.h"
#include "template/mustache.h"

/* False with diagnostics, each at the word or at the file that lacks it. */
bool vocabulary_check(struct diags *diags, const struct words *words,
		      const struct words *english,
		      const struct templates *templates, struct arena *arena);

#endif
