/*
 * YAML as a tree of nodes, each with its place.
 *
 * What a scalar means is for its reader to say: `2009` is text where a title
 * is wanted.  Aliases are refused, and depth is bounded, so that no small
 * file can grow large.
 */
#ifndef READ_YAML_H
#define READ_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "read/written.h"

enum { YAML_DEPTH = 16 };

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAPPING };

struct yaml_node;

struct yaml_pair {
	struct str key;	 /* on one line */
	struct place at; /* of the key */
	const struct yaml_node *value;
};

struct yaml_node {
	enum yaml_kind kind;
	struct str text; /* of a scalar */
	struct str name; /* the same on one line, without blanks around it */
	bool quoted;	 /* or a block scalar: never null */
	bool is_cell;	 /* of a table: never null, whatever it says */
	const struct yaml_node **items;
	size_t item_count;
	struct yaml_pair *pairs;
	size_t pair_count;
	struct place at;
	const struct written *written; /* of a scalar that has it; or NULL */
};

/*
 * The document in `text`, which starts at `at` of its file; NULL with
 * diagnostics.  An empty document is an empty mapping.
 */
const struct yaml_node *yaml_parse(struct diags *diags, struct str text,
				   struct place at, struct arena *arena);

/* The value of that key, or NULL. */
const struct yaml_node *yaml_find(const struct yaml_node *mapping,
				  const char *key);

/* Whether it is `null`, `~` or nothing. */
bool yaml_is_null(const struct yaml_node *node);

/* Where its words are: within the quotes. */
struct place yaml_words(const struct yaml_node *node);

/* "text", "a list", "a mapping": for messages. */
const char *yaml_kind_name(const struct yaml_node *node);

#endif
