#include "read/cells.h"

static void add(struct yaml_node *mapping, struct yaml_pair pair,
		struct arena *arena);
static bool refuse(struct diags *diags, const struct yaml_pair *pair,
		   const struct yaml_node *there);

struct yaml_node *cells_mapping(struct place at, struct arena *arena)
{
	struct yaml_node *mapping = arena_new(arena, struct yaml_node);

	mapping->kind = YAML_MAPPING;
	mapping->at = at;
	return mapping;
}

void cells_put(struct yaml_node *mapping, struct field heading,
	       const struct field *cell, struct arena *arena)
{
	struct yaml_node *value;

	if (!cell->text.len)
		return;
	value = arena_new(arena, struct yaml_node);
	*value = (struct yaml_node){ .kind = YAML_SCALAR,
				     .text = field_prose(cell),
				     .name = str_trim(cell->text),
				     .is_cell = true,
				     .at = cell->at };
	add(mapping, (struct yaml_pair){ heading.text, heading.at, value },
	    arena);
}

void cells_put_text(struct yaml_node *mapping, const char *key,
		    struct text text, struct arena *arena)
{
	struct field heading = { .text = str_from(key), .at = text.at };
	struct field cell = { .text = text.str, .at = text.at };

	cells_put(mapping, heading, &cell, arena);
}

void cells_put_mapping(struct yaml_node *mapping, const char *key,
		       struct yaml_node *inner, struct arena *arena)
{
	if (inner->pair_count)
		add(mapping,
		    (struct yaml_pair){ str_from(key), inner->at, inner },
		    arena);
}

bool cells_join(struct diags *diags, struct yaml_node *mapping,
		const struct yaml_node *more, struct arena *arena)
{
	bool ok = true;

	for (size_t i = 0; i < more->pair_count; i++) {
		const struct yaml_pair *pair = &more->pairs[i];
		const struct yaml_node *there =
			yaml_find(mapping, arena_str(arena, pair->key).ptr);

		if (!there)
			add(mapping, *pair, arena);
		else if (there->kind == YAML_MAPPING &&
			 pair->value->kind == YAML_MAPPING)
			ok &= cells_join(diags, (struct yaml_node *)there,
					 pair->value, arena);
		else if (!yaml_is_null(pair->value))
			ok = refuse(diags, pair, there);
	}
	return ok;
}

static bool refuse(struct diags *diags, const struct yaml_pair *pair,
		   const struct yaml_node *there)
{
	diag_error(diags, pair->at, "\"%.*s\" is given in a table, too",
		   STR_ARG(pair->key));
	diag_note(diags, there->at, "it is given here");
	diag_hint(diags, "a value stands in one place: take one of them away");
	return false;
}

static void add(struct yaml_node *mapping, struct yaml_pair pair,
		struct arena *arena)
{
	*arena_push(arena, mapping->pairs, mapping->pair_count) = pair;
}
