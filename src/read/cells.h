/*
 * The cells of a table as YAML, so that a value is read in one way wherever
 * it is given, and the front matter of a file joined to them.
 */
#ifndef READ_CELLS_H
#define READ_CELLS_H

#include "model/prose.h"
#include "read/csv.h"
#include "read/yaml.h"

/* A mapping without anything in it, at that place. */
struct yaml_node *cells_mapping(struct place at, struct arena *arena);

/* The cell under the key that `heading` is; an empty cell is nothing. */
void cells_put(struct yaml_node *mapping, struct field heading,
	       const struct field *cell, struct arena *arena);

/* A text under that key. */
void cells_put_text(struct yaml_node *mapping, const char *key,
		    struct text text, struct arena *arena);

/* The mapping `inner` under that key, unless it is empty. */
void cells_put_mapping(struct yaml_node *mapping, const char *key,
		       struct yaml_node *inner, struct arena *arena);

/*
 * Adds what the front matter gives.  A key that both give is an error that
 * names both places; mappings are joined.
 */
bool cells_join(struct diags *diags, struct yaml_node *mapping,
		const struct yaml_node *more, struct arena *arena);

#endif
