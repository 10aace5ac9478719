/*
 * A file that gets another text, and can get its own back.
 *
 * The new text is written beside it first, under a hidden name, so that a full
 * disk is met before anything is changed.  Then the two change their places,
 * which needs no room: the file of before is kept, with all that it is, until
 * the end.  The new one has its mode and owner; of a symbolic link, what it
 * leads to changes, and the link stays.
 */
#ifndef SCAFFOLD_EXCHANGE_H
#define SCAFFOLD_EXCHANGE_H

#include "base/arena.h"
#include "base/diag.h"

struct exchange {
	const char *path;	    /* as it is named */
	const char *file;	    /* the end of its links */
	const char *fresh, *before; /* what is beside it, under these names: */
	bool is_fresh, is_kept;
};

/* False with diagnostics; then nothing is left of it. */
bool exchange_prepare(struct diags *diags, struct exchange *exchange,
		      const char *path, struct str text, struct arena *arena);

/* The new text takes its place; undone, not finished, where that fails. */
bool exchange_make(struct diags *diags, struct exchange *exchange);

/* From wherever it is: all is as it was.  False where it cannot be. */
bool exchange_undo(struct diags *diags, struct exchange *exchange);

/* Whether it lies below a folder, `from`, that is `to` by now. */
bool exchange_follow(struct exchange *exchange, const char *from,
		     const char *to, struct arena *arena);

/* What was before goes; false where it cannot. */
bool exchange_finish(struct diags *diags, struct exchange *exchange);

/* A path without links, to tell whether two are one; or as it is. */
const char *exchange_file(const char *path, struct arena *arena);

#endif
