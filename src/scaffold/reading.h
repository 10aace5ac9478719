/*
 * The content folder as a build reads it: in the words of its languages, and
 * in each language that a comparison is translated into.
 *
 * Pictures and pages are not made, so templates and fonts are left alone.
 */
#ifndef SCAFFOLD_READING_H
#define SCAFFOLD_READING_H

#include "base/diag.h"
#include "model/comparison.h"
#include "model/site.h"
#include "model/theme.h"

/* A comparison in another language of the site. */
struct translated {
	struct str language;
	struct comparison c;
};

struct reading {
	struct site site;
	struct theme theme;
	struct comparison head, c; /* its front matter alone, and all of it */
	struct translated *translated;
	size_t translated_count;
};

/* The site, which calls things in its own language; false with diagnostics. */
bool reading_site(struct diags *diags, const char *content,
		  struct reading *reading, struct arena *arena);

/* After that, a comparison of it: in its own language, then in each other. */
bool reading_comparison(struct diags *diags, struct str slug,
			struct reading *reading, struct arena *arena);

/* It in that language, or NULL where it is not translated. */
const struct comparison *reading_in(const struct reading *reading,
				    struct str language);

#endif
