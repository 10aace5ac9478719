/*
 * Where in its file a part of a document stands.
 *
 * cmark tells the line of a node and a byte column that may be short of or
 * beyond the true one by the indentation of its line.  A token that is known
 * to stand there (a link's address, say) is looked for from that column on.
 * Nodes come nearly in the order of the text, so the lines are counted from
 * where the last place was: all places of a document take linear time.
 */
#ifndef READ_MARKDOWN_PLACE_H
#define READ_MARKDOWN_PLACE_H

#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"
#include "read/written.h"

struct locator {
	struct str text;
	struct place start;	  /* of the text in its file */
	char twice;		  /* a quote that is two there; or 0 */
	size_t line;		  /* the line found last, from 0: */
	size_t line_at, line_len; /* its bytes, */
	size_t at, characters;	  /* and one that is so many behind its start */
	struct written_walk walk; /* where the file has the text otherwise */
};

/*
 * A text that was in quotes may have been wider than it is, by one for each
 * quote in it: `start` tells.
 */
struct locator locator_of(struct str text, struct place start);

/* The same of a text that the file has otherwise; NULL: it has not. */
struct locator locator_in(struct str text, struct place start,
			  const struct written *written);

/* The byte that line `line`, from 0, starts at; the last line's if beyond. */
size_t locator_line(struct locator *locator, size_t line);

/*
 * The place of `token`, which begins at or soon after byte `column` of line
 * `line`, both from 0; of that byte if it is not found.
 */
struct place locator_find(struct locator *locator, size_t line, size_t column,
			  struct str token);

#endif
