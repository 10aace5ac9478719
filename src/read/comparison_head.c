#include "read/comparison_head.h"

#include <math.h>
#include <string.h>

#include "read/charts.h"
#include "read/reader.h"
#include "read/schemas.h"

#define AT(member) offsetof(struct comparison, member)
#define SCORING(member) offsetof(struct scoring, member)

static bool is_before(struct date a, struct date b);
static bool is_past_years(struct date date, int offset);
static void put_in_order(struct date *date, struct date *updated);
static bool read_options_list(const struct markdown_env *env,
			      const struct yaml_node *node,
			      struct comparison *c);
static bool read_scoring(const struct markdown_env *env,
			 const struct yaml_node *node, struct comparison *c);
static struct place place_of(const struct yaml_node *node);
static bool check_coverage(const struct markdown_env *env,
			   const struct yaml_node *scoring, int missing);
static void warn_of_tie(const struct markdown_env *env,
			const struct yaml_node *scoring, int method);
static bool read_scale(const struct markdown_env *env,
		       const struct yaml_node *node, struct scoring *scoring);
static bool read_choice(const struct markdown_env *env, const char *key,
			const struct yaml_node *node,
			const char *const *choices, size_t count, int *chosen);
static bool read_infographic(const struct markdown_env *env,
			     const struct yaml_node *node,
			     struct comparison *c);

static const char *const METHODS[METHOD_COUNT + 1] = { "points", "weighted-sum",
						       "weighted-product",
						       "topsis", NULL };
static const char *const POLICIES[] = { "skip", "worst", "error", "available",
					NULL };
static const char *const JUDGES[] = { "all", "common", NULL };
static const char *const INFOGRAPHICS[] = { "auto",  "duel",  "steps", "towers",
					    "field", "quilt", NULL };

static const struct schema_field BOUND = { .kind = FIELD_NUMBER };
static const struct schema_field NAME = { .kind = FIELD_TEXT };
static const struct schema_field FACT = { .kind = FIELD_TEXT };
static const struct schema FACTS_SCHEMA = { "facts", NULL, 0, &FACT };

static const struct schema_field SCORING_FIELDS[] = {
	{ .key = "method", .kind = FIELD_ANY, .choices = METHODS },
	{ .key = "scale",
	  .kind = FIELD_LIST,
	  .entry = &BOUND,
	  .least = 2,
	  .most = 2 },
	{ .key = "missing", .kind = FIELD_ANY, .choices = POLICIES },
	{ .key = "min_coverage",
	  .kind = FIELD_NUMBER,
	  .offset = SCORING(min_coverage),
	  .max = 1 },
	{ .key = "judges", .kind = FIELD_ANY, .choices = JUDGES },
	{ .key = "tie",
	  .kind = FIELD_NUMBER,
	  .offset = SCORING(tie),
	  .max = 1 },
	{ .key = "close",
	  .kind = FIELD_NUMBER,
	  .offset = SCORING(close),
	  .max = 1 },
};
static const struct schema SCORING_SCHEMA = SCHEMA("scoring", SCORING_FIELDS);

/* clang-format off */
#define COLUMN_FIELD(name, column, words) \
	{ .key = #column, .kind = FIELD_TEXT, \
	  .offset = COLUMN_##name * sizeof(struct text) },
static const struct schema_field COLUMN_FIELDS[] = {
	COLUMN_LIST(COLUMN_FIELD)
};
/* clang-format on */
const struct schema COLUMNS_SCHEMA = SCHEMA("columns", COLUMN_FIELDS);

#define DECISION(member) offsetof(struct decision, member)
static const struct schema_field DECISION_FIELDS[] = {
	{ .key = "status", .kind = FIELD_TEXT, .offset = DECISION(status) },
	{ .key = "date", .kind = FIELD_DATE, .offset = DECISION(date) },
	{ .key = "deciders",
	  .kind = FIELD_TEXTS,
	  .offset = DECISION(deciders),
	  .count_offset = DECISION(decider_count) },
	{ .key = "chosen",
	  .kind = FIELD_TEXT,
	  .offset = DECISION(chosen.as_written) },
	{ .key = "because", .kind = FIELD_INLINE, .offset = DECISION(because) },
};
const struct schema DECISION_SCHEMA = SCHEMA("decision", DECISION_FIELDS);

static const struct schema_field FIELDS[] = {
	{ .key = "title",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = AT(title) },
	{ .key = "language", .kind = FIELD_TEXT, .offset = AT(language) },
	{ .key = "summary",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = AT(summary),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "date",
	  .kind = FIELD_DATE,
	  .required = true,
	  .offset = AT(date) },
	{ .key = "updated", .kind = FIELD_DATE, .offset = AT(updated) },
	{ .key = "authors",
	  .kind = FIELD_TEXTS,
	  .offset = AT(authors),
	  .count_offset = AT(author_count) },
	{ .key = "tags",
	  .kind = FIELD_TEXTS,
	  .offset = AT(tags),
	  .count_offset = AT(tag_count) },
	{ .key = "cover",
	  .kind = FIELD_TEXT,
	  .offset = AT(cover),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "canonical", .kind = FIELD_URL, .offset = AT(canonical) },
	{ .key = "options", .kind = FIELD_LIST, .entry = &NAME, .least = 2 },
	{ .key = "columns", .kind = FIELD_MAPPING, .inner = &COLUMNS_SCHEMA },
	{ .key = "scoring", .kind = FIELD_MAPPING, .inner = &SCORING_SCHEMA },
	{ .key = "verdict", .kind = FIELD_ANY },
	{ .key = "decision", .kind = FIELD_MAPPING, .inner = &DECISION_SCHEMA },
	{ .key = "pairs",
	  .kind = FIELD_ANY,
	  .choices = PAIRS_CHOICES,
	  .inner = &PAIRS_SCHEMA,
	  .entry = &PAIR_ENTRY },
	{ .key = "related",
	  .kind = FIELD_TEXTS,
	  .offset = AT(related),
	  .count_offset = AT(related_count) },
	{ .key = "charts",
	  .kind = FIELD_ANY,
	  .choices = CHART_CHOICES,
	  .entry = &CHART_ENTRY },
	{ .key = "infographic", .kind = FIELD_ANY, .choices = INFOGRAPHICS },
	{ .key = "aliases",
	  .kind = FIELD_PATHS,
	  .offset = AT(aliases),
	  .count_offset = AT(alias_count) },
	{ .key = "draft", .kind = FIELD_BOOL, .offset = AT(draft) },
	{ .key = "facts", .kind = FIELD_MAPPING, .inner = &FACTS_SCHEMA },
	{ .key = "disclosure", .kind = FIELD_INLINE, .offset = AT(disclosure) },
	{ .key = "params", .kind = FIELD_PARAMS, .offset = AT(params) },
};
const struct schema COMPARISON_SCHEMA = SCHEMA("a comparison", FIELDS);

bool comparison_head_read(const struct markdown_env *env,
			  const struct front_matter *fm, struct comparison *c)
{
	const struct yaml_node *options = yaml_find(fm->yaml, "options");
	bool ok;

	c->at = (struct place){
		.file = fm->file, .line = 1, .column = 1, .width = 3
	};
	ok = schema_read(env, &COMPARISON_SCHEMA, fm->yaml, c);
	if (!c->updated.year)
		c->updated = c->date;
	ok &= read_scoring(env, yaml_find(fm->yaml, "scoring"), c);
	ok &= charts_read(env, yaml_find(fm->yaml, "charts"), c);
	ok &= read_infographic(env, yaml_find(fm->yaml, "infographic"), c);
	if (options && options->kind == YAML_LIST)
		ok &= read_options_list(env, options, c);
	if (c->updated.year && is_before(c->updated, c->date))
		ok = diag_error(env->diags, c->updated.at,
				"\"updated\" is before \"date\"");
	if (c->date.timed && is_past_years(c->updated, c->date.offset))
		return diag_error(env->diags, c->updated.at,
				  "\"updated\" is after the year 9999 in the "
				  "zone of \"date\"");
	put_in_order(&c->date, &c->updated);
	return ok;
}

/* Both are shown in the zone of the first: "9999-12-31T23:00Z" is past it. */
static bool is_past_years(struct date date, int offset)
{
	return date.timed && date_in_zone(date, offset).year > 9999;
}

/*
 * So that neither the days that pages show nor the instants that a feed tells
 * have an update before what it updates: both are of one zone, and where one is
 * a whole day, it is the part of that day that is left.
 */
static void put_in_order(struct date *date, struct date *updated)
{
	if (date->timed && updated->timed)
		*updated = date_in_zone(*updated, date->offset);
	if (date_compare(*updated, *date) >= 0)
		return;
	if (updated->timed) {
		date->offset = updated->offset;
	} else {
		updated->offset = date->offset;
		if (date_compare(*updated, *date) < 0)
			updated->second = date->second;
	}
}

/* Where one is a whole day, any time of that day may be meant. */
static bool is_before(struct date a, struct date b)
{
	if (!a.timed || !b.timed)
		a.second = b.second = a.offset = b.offset = 0;
	return date_compare(a, b) < 0;
}

/* As they are listed: whether there are such options is seen later. */
static bool read_options_list(const struct markdown_env *env,
			      const struct yaml_node *node,
			      struct comparison *c)
{
	bool ok = true;

	for (size_t i = 0;
	     i < node->item_count && c->option_count <= COMPARISON_OPTIONS;
	     i++) {
		struct option *option;
		struct text name;

		if (!schema_entry(env->diags, "options", node->items[i],
				  &name)) {
			ok = false;
			continue;
		}
		option = arena_push(env->arena, c->options, c->option_count);
		option->id = name.str;
		option->name = name;
		option->at = name.at;
	}
	if (ok && c->option_count < 2)
		ok = diag_error(env->diags, node->at,
				"a comparison needs at least two options, "
				"found %zu",
				c->option_count);
	return ok;
}

static bool read_scoring(const struct markdown_env *env,
			 const struct yaml_node *node, struct comparison *c)
{
	struct scoring *s = &c->scoring;
	int method = -1, missing = MISSING_SKIP, judges = JUDGES_ALL;
	const struct yaml_node *scale;
	bool ok = true;

	*s = (struct scoring){ .min = 0, .max = 10, .tie = 1, .close = 0.05 };
	if (node && node->kind == YAML_MAPPING) {
		ok = schema_read(env, &SCORING_SCHEMA, node, s);
		scale = yaml_find(node, "scale");
		if (scale && scale->kind == YAML_LIST)
			ok &= read_scale(env, scale, s);
		ok &= read_choice(env, "method", yaml_find(node, "method"),
				  METHODS, METHOD_COUNT, &method);
		ok &= read_choice(env, "missing", yaml_find(node, "missing"),
				  POLICIES, 4, &missing);
		ok &= read_choice(env, "judges", yaml_find(node, "judges"),
				  JUDGES, 2, &judges);
		s->missing_at = place_of(yaml_find(node, "missing"));
		s->judges_at = place_of(yaml_find(node, "judges"));
		ok &= check_coverage(env, node, missing);
	}
	if (method < 0)
		method = s->min == 0 && s->max == 1 ? METHOD_POINTS
						    : METHOD_WEIGHTED_SUM;
	if (node && node->kind == YAML_MAPPING)
		warn_of_tie(env, node, method);
	s->method = (enum method)method;
	s->missing = (enum missing_policy)missing;
	s->judges = (enum judges_policy)judges;
	return ok;
}

static struct place place_of(const struct yaml_node *node)
{
	return node ? node->at : (struct place){ 0 };
}

/* What it would be the least of is counted by that policy only. */
static bool check_coverage(const struct markdown_env *env,
			   const struct yaml_node *scoring, int missing)
{
	const struct yaml_node *node = yaml_find(scoring, "min_coverage");

	if (!node || yaml_is_null(node) || missing == MISSING_AVAILABLE)
		return true;
	diag_error(env->diags, node->at,
		   "\"min_coverage\" says nothing without \"missing: "
		   "available\"");
	diag_hint(env->diags, "add `missing: available`, or leave it out");
	return false;
}

/*
 * No other method has points to share.  Not an error, as a method is tried out
 * and changed back.
 */
static void warn_of_tie(const struct markdown_env *env,
			const struct yaml_node *scoring, int method)
{
	const struct yaml_node *node = yaml_find(scoring, "tie");

	if (!node || yaml_is_null(node) || method == METHOD_POINTS)
		return;
	diag_warning(env->diags, node->at,
		     "\"tie\" says nothing without \"method: points\"");
	diag_hint(env->diags, "add `method: points`, or leave it out");
}

static bool read_scale(const struct markdown_env *env,
		       const struct yaml_node *node, struct scoring *s)
{
	if (node->item_count != 2)
		return diag_error(env->diags, node->at,
				  "\"scale\" must be two numbers such as [0, "
				  "10], found %zu",
				  node->item_count);
	if (!schema_number(env->diags, "scale", node->items[0], &s->min) ||
	    !schema_number(env->diags, "scale", node->items[1], &s->max))
		return false;
	if (s->min < s->max && isfinite(s->max - s->min))
		return true;
	if (s->min < s->max)
		diag_error(env->diags, node->at,
			   "\"scale\" is wider than a number can be");
	else
		diag_error(env->diags, node->at,
			   "\"scale\" must begin with the smaller number, "
			   "found %g and %g",
			   s->min, s->max);
	/* The scores are not to blame for it. */
	s->min = 0;
	s->max = 10;
	return false;
}

static bool read_choice(const struct markdown_env *env, const char *key,
			const struct yaml_node *node,
			const char *const *choices, size_t count, int *chosen)
{
	struct str names[8];
	struct text text;

	if (!node || yaml_is_null(node))
		return true;
	if (!schema_text(env->diags, key, node, &text))
		return false;
	for (size_t i = 0; i < count; i++) {
		names[i] = str_from(choices[i]);
		if (str_equals(text.str, names[i])) {
			*chosen = (int)i;
			return true;
		}
	}
	diag_error(env->diags, text.at, "\"%s\" cannot be \"%.*s\"", key,
		   STR_ARG(text.str));
	diag_hint(env->diags, "it is %.*s",
		  STR_ARG(schema_choices(names, count, env->arena)));
	diag_suggest(env->diags, text.str, names, count);
	return false;
}

/* Whether it fits is known when the scores are. */
static bool read_infographic(const struct markdown_env *env,
			     const struct yaml_node *node, struct comparison *c)
{
	int kind = INFOGRAPHIC_AUTO;

	c->infographic_at = place_of(node);
	if (!read_choice(env, "infographic", node, INFOGRAPHICS, 6, &kind))
		return false;
	c->infographic = (enum infographic)kind;
	return true;
}
