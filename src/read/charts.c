#include "read/charts.h"

#include <string.h>

#include "read/schemas.h"

#define AT(member) offsetof(struct asked_chart, member)

static bool read_entry(const struct markdown_env *env,
		       const struct yaml_node *node, struct comparison *c);
static bool read_mapping(const struct markdown_env *env,
			 const struct yaml_node *node,
			 struct asked_chart *chart);
static bool is_known(const struct markdown_env *env, const struct text *name);
static bool check_fields(const struct markdown_env *env,
			 const struct asked_chart *chart);

const char *const CHART_CHOICES[] = { "radar",	  "criterion",	 "value",
				      "quadrant", "verdict-map", "intervals",
				      "ranked",	  "panels",	 "features",
				      "slope",	  NULL };
enum { CHOICES = sizeof(CHART_CHOICES) / sizeof(*CHART_CHOICES) - 1 };

static const struct schema_field VALUE_FIELDS[] = {
	{ .key = "x", .kind = FIELD_TEXT, .offset = AT(x) },
	{ .key = "y", .kind = FIELD_TEXT, .offset = AT(y) },
};
static const struct schema VALUE_SCHEMA = SCHEMA("value", VALUE_FIELDS);

static const struct schema_field QUADRANT_FIELDS[] = {
	{ .key = "x", .kind = FIELD_TEXT, .offset = AT(x) },
	{ .key = "y", .kind = FIELD_TEXT, .offset = AT(y) },
	{ .key = "fields",
	  .kind = FIELD_TEXTS,
	  .offset = AT(fields),
	  .count_offset = AT(field_count) },
};
static const struct schema QUADRANT_SCHEMA =
	SCHEMA("quadrant", QUADRANT_FIELDS);

static const struct schema_field SLOPE_FIELDS[] = {
	{ .key = "from", .kind = FIELD_TEXT, .offset = AT(from) },
	{ .key = "to", .kind = FIELD_TEXT, .offset = AT(to) },
};
static const struct schema SLOPE_SCHEMA = SCHEMA("slope", SLOPE_FIELDS);

static const struct schema_field FIELDS[] = {
	{ .key = "value", .kind = FIELD_MAPPING, .inner = &VALUE_SCHEMA },
	{ .key = "quadrant", .kind = FIELD_MAPPING, .inner = &QUADRANT_SCHEMA },
	{ .key = "slope", .kind = FIELD_MAPPING, .inner = &SLOPE_SCHEMA },
};
static const struct schema CHART_SCHEMA = SCHEMA("charts", FIELDS);
const struct schema_field CHART_ENTRY = {
	.kind = FIELD_ANY,
	.choices = CHART_CHOICES,
	.inner = &CHART_SCHEMA,
};

bool charts_read(const struct markdown_env *env, const struct yaml_node *node,
		 struct comparison *c)
{
	bool ok = true;

	if (!node || yaml_is_null(node))
		return true;
	if (node->kind != YAML_LIST)
		return read_entry(env, node, c);
	if (node->item_count > SCHEMA_TEXTS_MOST)
		return diag_error(env->diags, node->at,
				  "\"charts\" has more than %d entries",
				  SCHEMA_TEXTS_MOST);
	for (size_t k = 0; k < node->item_count; k++)
		ok &= read_entry(env, node->items[k], c);
	return ok;
}

static bool read_entry(const struct markdown_env *env,
		       const struct yaml_node *node, struct comparison *c)
{
	struct asked_chart chart = { .at = node->at };

	if (node->kind == YAML_MAPPING) {
		if (!read_mapping(env, node, &chart))
			return false;
	} else if (!schema_entry(env->diags, "charts", node, &chart.name)) {
		return false;
	}
	if (!is_known(env, &chart.name) || !check_fields(env, &chart))
		return false;
	for (size_t k = 0; k < c->chart_count; k++)
		if (str_equals(c->charts[k].name.str, chart.name.str))
			return diag_error(env->diags, chart.at,
					  "\"charts\" asks for \"%.*s\" "
					  "twice",
					  STR_ARG(chart.name.str));
	*arena_push(env->arena, c->charts, c->chart_count) = chart;
	return true;
}

/* One chart, and what it shows. */
static bool read_mapping(const struct markdown_env *env,
			 const struct yaml_node *node,
			 struct asked_chart *chart)
{
	const struct yaml_pair *pair = node->pairs;
	bool ok;

	if (node->pair_count != 1)
		return diag_error(env->diags, node->at,
				  "an entry of \"charts\" names one chart, "
				  "found %zu",
				  node->pair_count);
	chart->name = (struct text){ pair->key, pair->at };
	ok = schema_read(env, &CHART_SCHEMA, node, chart);
	if (!ok || pair->value->kind != YAML_MAPPING)
		return ok;
	for (size_t k = 0; k < CHART_SCHEMA.count; k++)
		if (str_is(pair->key, FIELDS[k].key))
			ok = schema_read(env, FIELDS[k].inner, pair->value,
					 chart);
	return ok;
}

static bool is_known(const struct markdown_env *env, const struct text *name)
{
	struct str names[CHOICES];

	for (size_t k = 0; k < CHOICES; k++) {
		names[k] = str_from(CHART_CHOICES[k]);
		if (str_equals(name->str, names[k]))
			return true;
	}
	diag_error(env->diags, name->at,
		   "there is no chart \"%.*s\" to ask for", STR_ARG(name->str));
	diag_hint(env->diags,
		  "it is %.*s; all others are drawn where they "
		  "say something",
		  STR_ARG(schema_choices(names, CHOICES, env->arena)));
	diag_suggest(env->diags, name->str, names, CHOICES);
	return false;
}

static bool check_fields(const struct markdown_env *env,
			 const struct asked_chart *chart)
{
	if (!str_is(chart->name.str, "quadrant"))
		return true;
	if (chart->field_count == 4)
		return true;
	diag_error(env->diags, chart->at,
		   "a quadrant has four \"fields\", found %zu",
		   chart->field_count);
	diag_hint(env->diags, "name them from the top left: [top left, top "
			      "right, bottom left, bottom right]");
	return false;
}
