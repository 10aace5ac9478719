/*
 * Where the words of a YAML text stand in its file, where they stand there
 * otherwise: on lines of their own, folded, indented, with escapes.
 *
 * The text is walked beside its source.  Blanks and ends of lines answer to
 * those there, as many as there are, and any other character to one, or to an
 * escape.  So it takes no account of how YAML folds and indents: words begin
 * where they do.
 */
#ifndef READ_WRITTEN_H
#define READ_WRITTEN_H

#include "base/diag.h"
#include "base/str.h"

/* A scalar as it is written. */
struct written {
	struct str source; /* from its quote or its "|" or ">" on */
	struct place at;   /* of its first character */
};

/* How far a walk is. */
struct written_walk {
	const struct written *written;
	size_t at;	       /* a byte of the text */
	size_t source;	       /* and of the source, */
	unsigned line, column; /* in the file */
};

struct written_walk written_walk_of(const struct written *written);

/* On to that byte of the text, which lies ahead. */
void written_walk_to(struct written_walk *walk, struct str text, size_t at);

#endif
