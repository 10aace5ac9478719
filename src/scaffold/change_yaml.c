#include "read/front_matter.h"
#include "scaffold/change.h"
#include "scaffold/new_text.h"

static bool is_in_pair(const struct change *change,
		       const struct yaml_node *pair);
static struct span pair_span(struct str text, const struct yaml_node *pairs,
			     size_t k, bool leads);

const struct yaml_node *change_yaml(struct change *change,
				    const struct edited *file)
{
	struct str yaml = file->text, body;
	struct place at = { file->path, 1, 1, 0 };

	if (str_starts(yaml, "\xEF\xBB\xBF"))
		yaml = str_from_byte(yaml, 3);
	if (str_ends(str_from(file->path), ".md")) {
		if (!front_matter_split(yaml, &yaml, &body, &at.line))
			yaml = STR("");
		at.line = 2;
	}
	return yaml_parse(change->a->diags, yaml, at, &change->a->arena);
}

void change_scalar(struct change *change, struct edited *file, bool flow,
		   const struct yaml_node *node)
{
	if (!node || node->kind != YAML_SCALAR ||
	    !change_is_called(change, node->name))
		return;
	change_splice(change, file, span_scalar(file->text, node->at, flow),
		      yaml_scalar(change_text(change, node->name),
				  &change->a->arena));
}

void change_list(struct change *change, struct edited *file,
		 const struct yaml_node *list)
{
	bool flow;

	if (!list || list->kind != YAML_LIST)
		return;
	flow = span_is_flow(file->text, list->at);
	for (size_t k = 0; k < list->item_count; k++) {
		const struct yaml_node *item = list->items[k];

		if (item->kind != YAML_SCALAR ||
		    !change_is_called(change, item->name))
			continue;
		if (change->removes)
			change_splice(change, file,
				      span_entry(file->text, list->at,
						 item->at),
				      STR(""));
		else
			change_scalar(change, file, flow, item);
	}
}

void change_pairs(struct change *change, struct edited *file,
		  const struct yaml_node *pairs)
{
	size_t gone = 0;
	bool leads = true;

	if (pairs && pairs->kind == YAML_MAPPING)
		pairs = yaml_find(pairs, "list");
	if (!pairs || pairs->kind != YAML_LIST)
		return;
	for (size_t k = 0; k < pairs->item_count; k++)
		gone += is_in_pair(change, pairs->items[k]);
	/* An empty list asks for nothing, which has a word. */
	if (change->removes && gone == pairs->item_count &&
	    span_is_flow(file->text, pairs->at)) {
		change_splice(change, file, span_flow(file->text, pairs->at),
			      STR("~"));
		return;
	}
	for (size_t k = 0; k < pairs->item_count; k++) {
		const struct yaml_node *pair = pairs->items[k];

		if (change->removes && is_in_pair(change, pair)) {
			change_splice(change, file,
				      pair_span(file->text, pairs, k, leads),
				      STR(""));
			continue;
		}
		change_list(change, file, pair);
		leads = false;
	}
}

static bool is_in_pair(const struct change *change,
		       const struct yaml_node *pair)
{
	bool is_in = false;

	for (size_t i = 0; i < pair->item_count; i++)
		is_in |= pair->items[i]->kind == YAML_SCALAR &&
			 change_is_called(change, pair->items[i]->name);
	return is_in;
}

/* All that lead the list may go: each up to the next, so that none overlap. */
static struct span pair_span(struct str text, const struct yaml_node *pairs,
			     size_t k, bool leads)
{
	size_t at = span_byte(text, pairs->items[k]->at);

	if (!leads || k + 1 == pairs->item_count ||
	    !span_is_flow(text, pairs->at))
		return span_entry(text, pairs->at, pairs->items[k]->at);
	return (struct span){ at,
			      span_byte(text, pairs->items[k + 1]->at) - at };
}

void change_keys(struct change *change, struct edited *file,
		 const struct yaml_node *mapping)
{
	if (!mapping || mapping->kind != YAML_MAPPING)
		return;
	for (size_t k = 0; k < mapping->pair_count; k++) {
		const struct yaml_pair *pair = &mapping->pairs[k];
		struct yaml_node key = { .kind = YAML_SCALAR,
					 .name = pair->key,
					 .at = pair->at };

		if (!change_is_called(change, pair->key))
			continue;
		if (change->removes)
			change_splice(change, file,
				      span_pair(file->text, mapping->at,
						pair->at, pair->value->at),
				      STR(""));
		else
			change_scalar(change, file, true, &key);
	}
}

/* A claim about what goes has nothing to be held against. */
void change_claim(struct change *change, struct edited *file,
		  const struct yaml_node *mapping, const char *key)
{
	const struct yaml_node *node = yaml_find(mapping, key);

	if (!node || node->kind != YAML_SCALAR ||
	    !change_is_called(change, node->name))
		return;
	if (!change->removes) {
		change_scalar(change, file, false, node);
		return;
	}
	for (size_t k = 0; k < mapping->pair_count; k++)
		if (mapping->pairs[k].value == node)
			change_splice(change, file,
				      span_pair(file->text, mapping->at,
						mapping->pairs[k].at, node->at),
				      STR(""));
}
