/*
 * Files to be made or changed together.
 *
 * Nothing that is there is ever overwritten: if one of the new files exists,
 * none is written.  A changed file is exchanged whole.
 */
#ifndef SCAFFOLD_SCAFFOLD_H
#define SCAFFOLD_SCAFFOLD_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/diag.h"

struct scaffold_file {
	const char *path;
	struct str text;
	bool changed; /* it is there, and this is its new text */
};

struct scaffold {
	struct diags *diags;
	struct arena *arena;
	struct scaffold_file *files;
	size_t count;
};

void scaffold_make(struct scaffold *s, const char *path, struct str text);
void scaffold_change(struct scaffold *s, const char *path, struct str text);

/* Writes all, making folders; false with diagnostics. */
bool scaffold_write(struct scaffold *s);

/* A line for each file: "made …" or "changed …". */
void scaffold_print(const struct scaffold *s, FILE *to);

#endif
