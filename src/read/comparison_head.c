#include "read/comparison_head.h"

#include <math.h>
#include <string.h>

#include "read/reader.h"
#include "read/schemas.h"

#define AT(member) offsetof(struct comparison, member)
#define SCORING(member) offsetof(struct scoring, member)

enum { PAIRS_MOST = 10000 };

static bool is_before(struct date a, struct date b);
static bool read_options_list(const struct markdown_env *env,
			      const struct yaml_node *node,
			      struct comparison *c);
static bool read_scoring(const struct markdown_env *env,
			 const struct yaml_node *node, struct comparison *c);
static bool read_scale(const struct markdown_env *env,
		       const struct yaml_node *node, struct scoring *scoring);
static bool read_choice(const struct markdown_env *env, const char *key,
			const struct yaml_node *node,
			const char *const *choices, size_t count, int *chosen);
static bool check_charts(const struct markdown_env *env,
			 const struct comparison *c);
static bool read_pairs(const struct markdown_env *env,
		       const struct yaml_node *node, struct comparison *c);
static bool read_pairs_wanted(const struct markdown_env *env,
			      const struct yaml_node *node,
			      struct comparison *c);

static const char *const METHODS[METHOD_COUNT + 1] = { "points", "weighted-sum",
						       "weighted-product",
						       "topsis", NULL };
static const char *const POLICIES[] = { "skip", "worst", "error", NULL };
static const char *const PAIRS[] = { "none", "all", NULL };
static const char *const CHARTS[] = { "radar", NULL };

static const struct schema_field BOUND = { .kind = FIELD_NUMBER };
static const struct schema_field ID = { .kind = FIELD_ID };
static const struct schema_field FACT = { .kind = FIELD_TEXT };
static const struct schema FACTS_SCHEMA = { "facts", NULL, 0, &FACT };

static const struct schema_field SCORING_FIELDS[] = {
	{ "method", FIELD_ANY, false, 0, 0, 0, 0, { .choices = METHODS } },
	{ "scale",
	  FIELD_LIST,
	  false,
	  0,
	  0,
	  0,
	  0,
	  { .entry = &BOUND, .least = 2, .most = 2 } },
	{ "missing", FIELD_ANY, false, 0, 0, 0, 0, { .choices = POLICIES } },
	{ "tie", FIELD_NUMBER, false, SCORING(tie), 0, 0, 1, { 0 } },
	{ "close", FIELD_NUMBER, false, SCORING(close), 0, 0, 1, { 0 } },
};
static const struct schema SCORING_SCHEMA = { "scoring", SCORING_FIELDS,
					      sizeof(SCORING_FIELDS) /
						      sizeof(*SCORING_FIELDS),
					      NULL };

static const struct schema_field PAIRS_FIELDS[] = {
	{ "top", FIELD_NUMBER, true, 0, 0, 2, PAIRS_MOST, { 0 } },
};
static const struct schema PAIRS_SCHEMA = { "pairs", PAIRS_FIELDS, 1, NULL };

static const struct schema_field FIELDS[] = {
	{ "title", FIELD_TEXT, true, AT(title), 0, 0, 0, { 0 } },
	{ "summary",
	  FIELD_TEXT,
	  true,
	  AT(summary),
	  0,
	  0,
	  SCHEMA_TEXT_MOST,
	  { 0 } },
	{ "date", FIELD_DATE, true, AT(date), 0, 0, 0, { 0 } },
	{ "updated", FIELD_DATE, false, AT(updated), 0, 0, 0, { 0 } },
	{ "authors",
	  FIELD_TEXTS,
	  false,
	  AT(authors),
	  AT(author_count),
	  0,
	  0,
	  { 0 } },
	{ "tags", FIELD_TEXTS, false, AT(tags), AT(tag_count), 0, 0, { 0 } },
	{ "cover",
	  FIELD_TEXT,
	  false,
	  AT(cover),
	  0,
	  0,
	  SCHEMA_TEXT_MOST,
	  { 0 } },
	{ "canonical", FIELD_URL, false, AT(canonical), 0, 0, 0, { 0 } },
	{ "options",
	  FIELD_LIST,
	  true,
	  0,
	  0,
	  0,
	  0,
	  { .entry = &ID, .least = 2 } },
	{ "scoring",
	  FIELD_MAPPING,
	  false,
	  0,
	  0,
	  0,
	  0,
	  { .inner = &SCORING_SCHEMA } },
	{ "verdict", FIELD_ANY, false, 0, 0, 0, 0, { 0 } },
	{ "pairs",
	  FIELD_ANY,
	  false,
	  0,
	  0,
	  0,
	  0,
	  { .choices = PAIRS, .inner = &PAIRS_SCHEMA } },
	{ "related",
	  FIELD_TEXTS,
	  false,
	  AT(related),
	  AT(related_count),
	  0,
	  0,
	  { 0 } },
	{ "charts",
	  FIELD_TEXTS,
	  false,
	  AT(charts),
	  AT(chart_count),
	  0,
	  0,
	  { .choices = CHARTS } },
	{ "aliases",
	  FIELD_PATHS,
	  false,
	  AT(aliases),
	  AT(alias_count),
	  0,
	  0,
	  { 0 } },
	{ "draft", FIELD_BOOL, false, AT(draft), 0, 0, 0, { 0 } },
	{ "facts",
	  FIELD_MAPPING,
	  false,
	  0,
	  0,
	  0,
	  0,
	  { .inner = &FACTS_SCHEMA } },
	{ "disclosure", FIELD_INLINE, false, AT(disclosure), 0, 0, 0, { 0 } },
};
const struct schema COMPARISON_SCHEMA = { "a comparison", FIELDS,
					  sizeof(FIELDS) / sizeof(*FIELDS),
					  NULL };

bool comparison_head_read(const struct markdown_env *env,
			  const struct front_matter *fm, struct comparison *c)
{
	const struct yaml_node *options = yaml_find(fm->yaml, "options");
	const struct yaml_node *pairs = yaml_find(fm->yaml, "pairs");
	bool ok;

	c->at = (struct place){
		.file = fm->file, .line = 1, .column = 1, .width = 3
	};
	ok = schema_read(env, &COMPARISON_SCHEMA, fm->yaml, c);
	if (!c->updated.year)
		c->updated = c->date;
	ok &= read_scoring(env, yaml_find(fm->yaml, "scoring"), c);
	ok &= check_charts(env, c);
	if (options && options->kind == YAML_LIST)
		ok &= read_options_list(env, options, c);
	if (pairs)
		ok &= read_pairs(env, pairs, c);
	if (c->updated.year && is_before(c->updated, c->date))
		ok = diag_error(env->diags, c->updated.at,
				"\"updated\" is before \"date\"");
	return ok;
}

/* Where one is a whole day, any time of that day may be meant. */
static bool is_before(struct date a, struct date b)
{
	if (!a.timed || !b.timed)
		a.second = b.second = a.offset = b.offset = 0;
	return date_compare(a, b) < 0;
}

static bool read_options_list(const struct markdown_env *env,
			      const struct yaml_node *node,
			      struct comparison *c)
{
	bool ok = true;

	for (size_t i = 0;
	     i < node->item_count && c->option_count <= COMPARISON_OPTIONS;
	     i++) {
		struct text id;
		size_t first;

		if (!schema_id(env->diags, "options", node->items[i], &id)) {
			ok = false;
			continue;
		}
		first = comparison_find_option(c, id.str);
		if (first < c->option_count) {
			ok = diag_error(env->diags, id.at,
					"the option \"%.*s\" is there twice",
					STR_ARG(id.str));
			diag_note(env->diags, c->options[first].at,
				  "it was first here");
			continue;
		}
		arena_push(env->arena, c->options, c->option_count);
		c->options[c->option_count - 1].id = id.str;
		c->options[c->option_count - 1].at = id.at;
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
	int method = -1, missing = MISSING_SKIP;
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
				  POLICIES, 3, &missing);
	}
	if (method < 0)
		method = s->min == 0 && s->max == 1 ? METHOD_POINTS
						    : METHOD_WEIGHTED_SUM;
	s->method = (enum method)method;
	s->missing = (enum missing_policy)missing;
	return ok;
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

/* Only what is not drawn for every comparison can be asked for. */
static bool check_charts(const struct markdown_env *env,
			 const struct comparison *c)
{
	const struct str radar = str_from(CHARTS[0]);
	bool ok = true;

	for (size_t i = 0; i < c->chart_count; i++) {
		if (str_equals(c->charts[i].str, radar))
			continue;
		ok = diag_error(env->diags, c->charts[i].at,
				"there is no chart \"%.*s\" to ask for",
				STR_ARG(c->charts[i].str));
		diag_hint(env->diags, "radar is the one that is drawn only "
				      "when asked for");
		diag_suggest(env->diags, c->charts[i].str, &radar, 1);
	}
	return ok;
}

/* What is asked for and not made is said: no key is accepted in silence. */
static bool read_pairs(const struct markdown_env *env,
		       const struct yaml_node *node, struct comparison *c)
{
	if (!read_pairs_wanted(env, node, c))
		return false;
	if (c->pairs == PAIRS_NONE)
		return true;
	diag_warning(env->diags, node->at,
		     "no pages are made for pairs of options yet");
	diag_hint(env->diags, "the matrix has all options side by side");
	return true;
}

static bool read_pairs_wanted(const struct markdown_env *env,
			      const struct yaml_node *node,
			      struct comparison *c)
{
	const struct yaml_node *top = yaml_find(node, "top");
	double count = 0;
	int kind = PAIRS_NONE;

	if (node->kind == YAML_SCALAR) {
		if (!read_choice(env, "pairs", node, PAIRS, 2, &kind))
			return false;
		c->pairs = (enum pairs)kind;
		return true;
	}
	if (!top || node->pair_count != 1)
		return diag_error(env->diags, node->at,
				  "\"pairs\" must be none, all or top: K");
	if (!schema_number(env->diags, "top", top, &count))
		return false;
	if (count < 2 || count != floor(count) || count > PAIRS_MOST)
		return diag_error(env->diags, top->at,
				  "\"top\" must be a whole number from 2, "
				  "found %g",
				  count);
	c->pairs = PAIRS_TOP;
	c->pairs_top = (size_t)count;
	return true;
}
