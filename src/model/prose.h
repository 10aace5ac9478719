/*
 * What the author wrote: words with their place, and prose as HTML.
 *
 * Prose becomes HTML once, when it is read.  As one text may stand on pages
 * of different depth, a link into the site holds ROOT_MARK where the way
 * from the page to the root of the site belongs; view fills it in.
 */
#ifndef MODEL_PROSE_H
#define MODEL_PROSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/root_mark.h"
#include "base/str.h"

/* Plain words; empty where the author gave none. */
struct text {
	struct str str;
	struct place at;
};

/* A heading inside prose: an entry of the table of contents. */
struct heading {
	int level;	 /* 1..6 as shown */
	struct str id;	 /* unique on its page, without "#" */
	struct str text; /* plain */
};

struct prose {
	struct str html; /* a block, or one line for inline prose */
	struct str
		plain; /* its first words alone: at least 500 bytes of them */
	struct heading *headings;
	size_t heading_count;
	size_t word_count;
	size_t *sources; /* indices of the sources cited, in order, each once */
	size_t source_count;
	struct place at;
};

/* Whether there is anything to show. */
bool prose_is_empty(const struct prose *prose);

#endif
