#include "read/reader.h"

#include <math.h>

#include "read/schemas.h"

/* More than any comparison has options, or criteria. */
enum { PAIRS_MOST = 10000 };

/* As the mapping has it. */
struct pairs_given {
	double top, min_shared;
	struct text within;
};

static bool read_mapping(struct reader *r, const struct yaml_node *node);
static bool take_number(struct reader *r, const char *key,
			const struct yaml_node *node, double number,
			size_t *to);
static bool take_within(struct reader *r, const struct text *within);
static bool read_list(struct reader *r, const struct yaml_node *list);
static bool read_pair(struct reader *r, const struct yaml_node *node,
		      int *lines);
static bool read_two(struct reader *r, const struct yaml_node *node,
		     struct pair *pair);

#define GIVEN(member) offsetof(struct pairs_given, member)

const char *const PAIRS_CHOICES[] = { "none", "all", NULL };
static const char *const WITHIN[] = { "group", NULL };

static const struct schema_field OPTION_NAME = { .kind = FIELD_TEXT };
const struct schema_field PAIR_ENTRY = {
	.kind = FIELD_LIST,
	.entry = &OPTION_NAME,
	.least = 2,
	.most = 2,
};

static const struct schema_field FIELDS[] = {
	{ .key = "top",
	  .kind = FIELD_NUMBER,
	  .offset = GIVEN(top),
	  .min = 2,
	  .max = PAIRS_MOST },
	{ .key = "within",
	  .kind = FIELD_TEXT,
	  .offset = GIVEN(within),
	  .choices = WITHIN },
	{ .key = "list", .kind = FIELD_LIST, .entry = &PAIR_ENTRY },
	{ .key = "min_shared",
	  .kind = FIELD_NUMBER,
	  .offset = GIVEN(min_shared),
	  .min = 1,
	  .max = PAIRS_MOST },
};
const struct schema PAIRS_SCHEMA = SCHEMA("pairs", FIELDS);

bool reader_pairs(struct reader *r, const struct yaml_node *node)
{
	struct pairs_wanted *wanted = &r->c->pairs;
	struct text text;

	if (!node || yaml_is_null(node))
		return true;
	wanted->at = node->at;
	wanted->kind = PAIRS_ALL;
	if (node->kind == YAML_MAPPING)
		return read_mapping(r, node);
	if (node->kind == YAML_LIST)
		return read_list(r, node);
	text = (struct text){ node->name, node->at };
	if (str_is(text.str, "none"))
		wanted->kind = PAIRS_NONE;
	else if (!str_is(text.str, "all")) {
		struct str names[] = { STR("none"), STR("all") };

		diag_error(r->diags, text.at, "\"pairs\" cannot be \"%.*s\"",
			   STR_ARG(text.str));
		diag_hint(r->diags,
			  "it is none, all, { top: 10 }, { within: group }, or "
			  "a list such as [[%.*s, %.*s]]",
			  STR_ARG(r->c->options[0].id),
			  STR_ARG(r->c->options[1].id));
		diag_suggest(r->diags, text.str, names, 2);
		return false;
	}
	return true;
}

/* What stands in it narrows all pairs down, each key by itself. */
static bool read_mapping(struct reader *r, const struct yaml_node *node)
{
	const struct yaml_node *top = yaml_find(node, "top");
	const struct yaml_node *list = yaml_find(node, "list");
	const struct yaml_node *least = yaml_find(node, "min_shared");
	struct pairs_given given = { 0 };
	bool ok = schema_read(&r->env, &PAIRS_SCHEMA, node, &given);

	if (!ok)
		return false;
	ok = take_number(r, "top", top, given.top, &r->c->pairs.top);
	ok &= take_number(r, "min_shared", least, given.min_shared,
			  &r->c->pairs.min_shared);
	if (given.within.str.len)
		ok &= take_within(r, &given.within);
	if (!list || yaml_is_null(list))
		return ok;
	if (r->c->pairs.top || r->c->pairs.within_group) {
		diag_error(r->diags, list->at, "\"list\" stands beside \"%s\"",
			   r->c->pairs.top ? "top" : "within");
		diag_hint(r->diags,
			  "leave one of them out: a list names its pairs");
		return false;
	}
	return read_list(r, list) && ok;
}

static bool take_number(struct reader *r, const char *key,
			const struct yaml_node *node, double number, size_t *to)
{
	if (number != floor(number))
		return diag_error(r->diags, node->at,
				  "\"%s\" must be a whole number, found %g",
				  key, number);
	*to = (size_t)number;
	return true;
}

/* Where no two options share one there would be no pair. */
static bool take_within(struct reader *r, const struct text *within)
{
	const struct comparison *c = r->c;

	r->c->pairs.within_group = true;
	for (size_t i = 0; i < c->option_count; i++)
		for (size_t k = 0; c->options[i].group.str.len && k < i; k++)
			if (str_equals(c->options[i].group.str,
				       c->options[k].group.str))
				return true;
	diag_error(r->diags, within->at, "no two options have one \"group\"");
	diag_hint(r->diags, "write `group: …` in the options, or `pairs: all`");
	return false;
}

static bool read_list(struct reader *r, const struct yaml_node *list)
{
	size_t n = r->c->option_count;
	/* The line of each pair, to find one that stands there twice. */
	int *lines = arena_array(r->arena, int, n *n);
	bool ok = true;

	r->c->pairs.kind = PAIRS_LIST;
	for (size_t i = 0; i < list->item_count; i++)
		ok &= read_pair(r, list->items[i], lines);
	if (list->item_count)
		return ok;
	diag_error(r->diags, list->at, "\"pairs\" has no pair in its list");
	diag_hint(r->diags, "write [[%.*s, %.*s]], or none",
		  STR_ARG(r->c->options[0].id), STR_ARG(r->c->options[1].id));
	return false;
}

static bool read_pair(struct reader *r, const struct yaml_node *node,
		      int *lines)
{
	struct comparison *c = r->c;
	struct pair pair;
	int *line;

	if (!read_two(r, node, &pair))
		return false;
	if (pair.one == pair.other)
		return diag_error(r->diags, node->at,
				  "\"%.*s\" stands against itself",
				  STR_ARG(c->options[pair.one].id));
	line = &lines[pair.one * c->option_count + pair.other];
	if (*line) {
		diag_error(r->diags, node->at,
			   "the pair of \"%.*s\" and \"%.*s\" stands here a "
			   "second time",
			   STR_ARG(c->options[pair.one].id),
			   STR_ARG(c->options[pair.other].id));
		diag_hint(r->diags,
			  "it is in line %d, and one page serves both orders",
			  *line);
		return false;
	}
	*line = node->at.line;
	*arena_push(r->arena, c->pairs.list, c->pairs.list_count) = pair;
	return true;
}

/* The options in their own order, in whichever they are written. */
static bool read_two(struct reader *r, const struct yaml_node *node,
		     struct pair *pair)
{
	size_t at[2];
	bool ok = true;

	if (node->kind != YAML_LIST || node->item_count != 2) {
		if (node->kind == YAML_LIST)
			diag_error(r->diags, node->at,
				   "a pair must be two options, found %zu",
				   node->item_count);
		else
			diag_error(r->diags, node->at,
				   "a pair must be two options, found %s",
				   yaml_kind_name(node));
		diag_hint(r->diags, "write [%.*s, %.*s]",
			  STR_ARG(r->c->options[0].id),
			  STR_ARG(r->c->options[1].id));
		return false;
	}
	for (size_t k = 0; k < 2; k++) {
		struct text called;

		ok = schema_entry(r->diags, "pairs", node->items[k], &called) &&
		     reader_find(r, CALLED_OPTION, called, &at[k]) && ok;
	}
	if (ok)
		*pair = at[0] < at[1] ? (struct pair){ at[0], at[1] }
				      : (struct pair){ at[1], at[0] };
	return ok;
}
