/*
 * The languages that code is highlighted in, by all their names.
 */
#ifndef READ_SYNTAX_H
#define READ_SYNTAX_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "read/highlight.h"

struct yaml_node;

struct language {
	struct syntax syntax;
	struct str *names; /* its own, then its aliases */
	size_t name_count;
	int folder; /* the how many-th that was read */
	struct place at;
	const struct yaml_node *inside; /* languages that it may hold */
	bool replaced;			/* by one of a later folder */
};

struct syntaxes {
	struct arena *arena;
	struct language **languages;
	size_t count;
	int folders;
};

struct syntaxes *syntaxes_new(struct arena *arena);

/*
 * The language that has this name, file ending or other alias, in any case;
 * or NULL, which is a warning, once a file and name.  `at`: where it is called so.
 */
const struct syntax *syntaxes_find(struct diags *diags,
				   const struct syntaxes *all, struct str name,
				   struct place at, struct arena *arena);

/* The same without a word; what was read later comes first. */
const struct language *syntaxes_named(const struct syntaxes *all,
				      struct str name);
bool language_is_named(const struct language *language, struct str name);

/* Hints at the nearest name. */
void syntaxes_suggest(struct diags *diags, const struct syntaxes *all,
		      struct str wrong, struct arena *arena);

#endif
