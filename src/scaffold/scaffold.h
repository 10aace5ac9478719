/*
 * Files to be made, changed, moved or removed together.
 *
 * Nothing that is there is ever overwritten: if one of the new files exists,
 * none is written.  A changed file is exchanged whole.  What is removed gets a
 * hidden name first, so that everything can be undone until the end, which is
 * scaffold_undo() or scaffold_finish(): who asks the program to end is heard
 * after it.
 */
#ifndef SCAFFOLD_SCAFFOLD_H
#define SCAFFOLD_SCAFFOLD_H

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/diag.h"
#include "scaffold/exchange.h"

enum scaffold_act { SCAFFOLD_MAKE, SCAFFOLD_CHANGE, SCAFFOLD_MOVE };

struct scaffold_file {
	enum scaffold_act act;
	const char *path;
	struct str text;
	struct exchange exchange; /* of what is changed */
	const char *to;		  /* of what is moved; hidden where it goes */
	const char *real; /* the path without links; of a moved link none */
	bool removes, done;
};

struct scaffold {
	struct diags *diags;
	struct arena *arena;
	struct scaffold_file *files;
	size_t count;
	const char **folders; /* that were made for them */
	size_t folder_count;
	bool holds, stuck; /* signals; and not all could be put back */
	sigset_t usual;
};

void scaffold_make(struct scaffold *s, const char *path, struct str text);
void scaffold_change(struct scaffold *s, const char *path, struct str text);

/* A file or folder gets another path; where `to` is NULL it goes. */
void scaffold_move(struct scaffold *s, const char *from, const char *to);

/* Writes all, making folders; false with diagnostics, and then undo it. */
bool scaffold_write(struct scaffold *s);

/*
 * Puts back what was changed and moved, takes away what was made.  What cannot
 * be is told, with where it lies, and `stuck` says so.
 */
void scaffold_undo(struct scaffold *s);

/*
 * What was to go is gone for good.  What cannot be removed stays under its
 * hidden name, which is told; all else is done.
 */
void scaffold_finish(struct scaffold *s);

/* A line for each file: "made …" or "changed …". */
void scaffold_print(const struct scaffold *s, FILE *to);

/* After scaffold_undo(): that nothing was "made", or what is left of it. */
void scaffold_say_undone(const struct scaffold *s, const char *done, FILE *to);

#endif
