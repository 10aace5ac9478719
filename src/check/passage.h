/*
 * A Markdown file as prose: what its author says in words of their own.
 *
 * Of the text all that is no prose is blanked out byte by byte, so that a
 * byte of the prose is the same byte of the file: keys and dates of the front
 * matter, code, comments, addresses, citations, facts and what stands in
 * quotation marks or a block quote, for that is what others said.
 */
#ifndef CHECK_PASSAGE_H
#define CHECK_PASSAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

/* What stands before some byte of a text: lines, and characters of its line. */
struct passage_mark {
	unsigned lines, chars;
};

struct passage {
	struct str text;  /* the prose: as long as the file */
	struct str file;  /* the file as it is; empty for a note */
	struct place at;  /* where it starts */
	bool is_note;	  /* all of it is at that place */
	size_t body;	  /* where the front matter ends */
	bool is_overview; /* of the comparison as a whole: comparison.md */
	size_t criterion; /* that it is of; or the criterion count */
	size_t profile;	  /* likewise */
	size_t option;
	struct passage_mark
		*marks; /* every so many bytes, unless it is a note */
};

/* Of a text that starts at line 1 of `path`; all is the arena's. */
void passage_make(const char *path, struct str text, struct passage *passage,
		  struct arena *arena);

/* Of a file; false when it cannot be read. */
bool passage_read(const char *path, struct passage *passage,
		  struct arena *arena);

/* The place of `part`, which is a slice of the prose. */
struct place passage_place(const struct passage *passage, struct str part);

/*
 * The next sentence from byte `*from` on, which moves behind it; a heading,
 * an item of a list, a row of a table and a key of the front matter are
 * sentences of their own.  A sentence is cut after 1000 bytes, so that what
 * looks at each of its words against the others takes linear time.
 */
bool passage_sentence(const struct passage *passage, size_t *from,
		      struct str *sentence);

/* Whether it asks; whether it cites a source, or one is cited behind it. */
bool passage_is_question(struct str sentence);
bool passage_is_cited(const struct passage *passage, struct str sentence);

/*
 * The next word from byte `*at` on, which moves behind it: without the
 * punctuation around it, so that "Node.js," is "Node.js".
 */
bool word_next(struct str sentence, size_t *at, struct str *word);

#endif
