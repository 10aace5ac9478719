#include "read/params.h"

static struct param param_of(const struct yaml_node *node, struct arena *arena);
static bool is_truth(const struct yaml_node *node, bool *truth);

bool params_read(struct diags *diags, const struct yaml_node *node,
		 struct params *params, struct arena *arena)
{
	if (node->kind != YAML_MAPPING)
		return diag_error(diags, node->at,
				  "\"params\" must be a mapping, found %s",
				  yaml_kind_name(node));
	*params = param_of(node, arena).items;
	return true;
}

static struct param param_of(const struct yaml_node *node, struct arena *arena)
{
	struct param p = { .kind = PARAM_TEXT, .at = node->at };

	for (size_t i = 0; i < node->item_count; i++)
		*arena_push(arena, p.items.items, p.items.count) =
			param_of(node->items[i], arena);
	for (size_t i = 0; i < node->pair_count; i++) {
		struct param inner = param_of(node->pairs[i].value, arena);

		inner.name =
			(struct text){ node->pairs[i].key, node->pairs[i].at };
		*arena_push(arena, p.items.items, p.items.count) = inner;
	}
	if (node->kind != YAML_SCALAR)
		p.kind = node->kind == YAML_LIST ? PARAM_LIST : PARAM_MAPPING;
	else if (is_truth(node, &p.truth))
		p.kind = PARAM_TRUTH;
	else if (!yaml_is_null(node))
		p.text = node->text;
	return p;
}

/* What YAML says so without quotes: "no" would be text that is shown. */
static bool is_truth(const struct yaml_node *node, bool *truth)
{
	if (node->quoted)
		return false;
	*truth = str_is(node->text, "yes") || str_is(node->text, "true");
	return *truth || str_is(node->text, "no") ||
	       str_is(node->text, "false");
}
