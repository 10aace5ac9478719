/*
 * What a site says in a language: the words of its theme, and what of them
 * the reading of content needs, as `## Fazit` is a verdict in German.
 *
 * All that read a site's content let it speak first, whether they make pages
 * of it or edit its files.
 */
#ifndef MAKE_TONGUE_H
#define MAKE_TONGUE_H

#include "model/site.h"
#include "model/theme.h"
#include "words/phrase.h"

/* What is said in one language. */
struct tongue {
	struct words words;
	struct phrases phrases;
};

/*
 * The theme's words in the language that the author names at `language`;
 * false with diagnostics, and without words where they cannot be read.
 * `tongue` stays where it is, as its phrases know its words.
 */
bool tongue_read(struct diags *diags, const struct theme *theme,
		 const struct text *language, struct tongue *tongue,
		 struct arena *arena);

/* The site calls in that language what is read of it. */
void tongue_speak(const struct tongue *tongue, struct site *site,
		  struct arena *arena);

#endif
