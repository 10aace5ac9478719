#include "read/schema.h"

#include <string.h>

#include "base/address.h"
#include "read/lexical.h"
#include "read/number.h"
#include "read/params.h"

enum { KEYS_LISTED = 16 }; /* where none of them is near what was written */
enum { KEYS_MOST = 64 };   /* of a schema, for suggestions */

static bool schema_id(struct diags *diags, const char *key,
		      const struct yaml_node *node, struct text *id);
static const struct schema_field *find_field(const struct schema *schema,
					     struct str key);
static bool read_field(const struct markdown_env *env,
		       const struct schema_field *field,
		       const struct yaml_node *node, char *into);
static bool need(struct diags *diags, const struct schema *schema,
		 const struct schema_field *field, struct place at);
static bool read_list(struct diags *diags, const struct schema_field *field,
		      const struct yaml_node *node);
static bool is_blank(const struct yaml_node *node);
static bool expect(struct diags *diags, const char *key,
		   const struct yaml_node *node, enum yaml_kind kind,
		   const char *expected);
static bool expect_entry(struct diags *diags, const char *key,
			 const struct yaml_node *node);
static bool check_filled(struct diags *diags, const char *key,
			 const struct yaml_node *node);
static bool check_choice(const struct markdown_env *env,
			 const struct schema_field *field,
			 const struct text *text);
static bool check_length(struct diags *diags, const struct schema_field *field,
			 const struct text *text);
static bool text_fits(struct diags *diags, const char *key, struct str text,
		      struct place at, size_t most);
static bool read_text(struct diags *diags, const struct schema_field *field,
		      const struct yaml_node *node, struct text *text);
static bool read_formed(struct diags *diags, const struct schema_field *field,
			const struct yaml_node *node, struct text *text);
static bool is_public_host(struct str name);
static bool read_number(struct diags *diags, const struct schema_field *field,
			const struct yaml_node *node, double *number);
static void hint_share(struct diags *diags, struct str text);
static bool read_bool(struct diags *diags, const char *key,
		      const struct yaml_node *node, bool *truth);
static bool read_date(struct diags *diags, const char *key,
		      const struct yaml_node *node, struct date *date);
static bool read_period(struct diags *diags, const char *key,
			const struct yaml_node *node, struct date *date);
static bool read_inline(const struct markdown_env *env, const char *key,
			const struct yaml_node *node, struct prose *prose);
static bool read_texts(const struct markdown_env *env,
		       const struct schema_field *field,
		       const struct yaml_node *node, char *into);
static bool check_paths(struct diags *diags, const struct schema_field *field,
			char *into);
static bool read_name(struct diags *diags, const struct schema_field *field,
		      const struct yaml_node *node, struct text *name);
static bool read_inlines(const struct markdown_env *env,
			 const struct schema_field *field,
			 const struct yaml_node *node, struct prose_list *list);
static void unknown_key(const struct markdown_env *env,
			const struct schema *schema,
			const struct yaml_node *node,
			const struct yaml_pair *pair);
static size_t absent_keys(const struct schema *schema,
			  const struct yaml_node *node, struct str *names);
static bool has_params(const struct schema *schema);
static bool is_near(struct str key, const struct str *names, size_t count);

bool schema_read(const struct markdown_env *env, const struct schema *schema,
		 const struct yaml_node *node, void *into)
{
	bool ok = true;

	if (node->kind != YAML_MAPPING)
		return diag_error(env->diags, node->at,
				  "%s must be a mapping, found %s",
				  schema->name, yaml_kind_name(node));
	for (size_t i = 0; i < node->pair_count; i++) {
		const struct yaml_pair *pair = &node->pairs[i];
		const struct schema_field *field =
			find_field(schema, pair->key);

		if (!field && schema->others)
			continue;
		if (!field) {
			unknown_key(env, schema, node, pair);
			ok = false;
		} else if (field->required && is_blank(pair->value)) {
			ok = need(env->diags, schema, field, pair->value->at);
		} else if (yaml_is_null(pair->value)) {
			continue;
		} else if (!read_field(env, field, pair->value, into)) {
			ok = false;
		}
	}
	for (size_t k = 0; k < schema->count; k++)
		if (schema->fields[k].required &&
		    !yaml_find(node, schema->fields[k].key) &&
		    !schema_is_misspelt(schema, node, schema->fields[k].key))
			ok = need(env->diags, schema, &schema->fields[k],
				  node->at);
	return ok;
}

bool schema_is_misspelt(const struct schema *schema,
			const struct yaml_node *node, const char *key)
{
	struct str names[KEYS_MOST];
	size_t count = absent_keys(schema, node, names);

	for (size_t i = 0; i < node->pair_count && !schema->others; i++) {
		struct str written = node->pairs[i].key;
		const struct str *meant = diag_nearest(written, names, count);

		if (meant && str_is(*meant, key) &&
		    !find_field(schema, written))
			return true;
	}
	return false;
}

struct str schema_choices(const struct str *names, size_t count,
			  struct arena *arena)
{
	struct str list = { "", 0 };

	for (size_t i = 0; i < count; i++)
		list = ARENA_JOIN(arena, list,
				  i == 0	   ? STR("\"")
				  : i + 1 == count ? STR(" or \"")
						   : STR(", \""),
				  names[i], STR("\""));
	return list;
}

bool schema_text(struct diags *diags, const char *key,
		 const struct yaml_node *node, struct text *text)
{
	if (!expect(diags, key, node, YAML_SCALAR, "text"))
		return false;
	text->str = node->name;
	text->at = node->at;
	return true;
}

bool schema_entry(struct diags *diags, const char *key,
		  const struct yaml_node *node, struct text *text)
{
	return expect_entry(diags, key, node) &&
	       schema_text(diags, key, node, text);
}

static bool schema_id(struct diags *diags, const char *key,
		      const struct yaml_node *node, struct text *id)
{
	return schema_text(diags, key, node, id) &&
	       id_check(diags, id->str, id->at);
}

bool id_check(struct diags *diags, struct str id, struct place at)
{
	if (!id_is_valid(id))
		return diag_error(diags, at,
				  "the id \"%.*s\" must be lower-case letters, "
				  "digits and hyphens",
				  STR_ARG(id));
	if (id.len > SCHEMA_ID_MOST)
		return diag_error(
			diags, at,
			"the id has %zu characters; it may have %d at "
			"most",
			id.len, SCHEMA_ID_MOST);
	return true;
}

bool schema_number(struct diags *diags, const char *key,
		   const struct yaml_node *node, double *number)
{
	double found;

	if (!expect(diags, key, node, YAML_SCALAR, "a number"))
		return false;
	if (str_to_number(node->text, &found)) {
		*number = found;
		return number_check(diags, node->at, node->text, found);
	}
	diag_error(diags, node->at, "\"%s\" must be a number, found \"%.*s\"",
		   key, STR_ARG(node->text));
	number_hint(diags, STR(""), node->text, STR(""));
	return false;
}

bool schema_inline(const struct markdown_env *env, const struct yaml_node *node,
		   struct str text, struct prose *prose)
{
	struct markdown_env own = *env;

	own.written = node->written;
	return markdown_inline(&own, text, yaml_words(node), prose);
}

bool name_check(struct diags *diags, const char *key, struct str name,
		struct place at)
{
	return text_fits(diags, key, name, at, SCHEMA_NAME_MOST);
}

static const struct schema_field *find_field(const struct schema *schema,
					     struct str key)
{
	for (size_t k = 0; k < schema->count; k++)
		if (str_is(key, schema->fields[k].key))
			return &schema->fields[k];
	return NULL;
}

static bool read_field(const struct markdown_env *env,
		       const struct schema_field *field,
		       const struct yaml_node *node, char *into)
{
	struct diags *diags = env->diags;
	const char *key = field->key;
	void *to = into + field->offset;

	switch (field->kind) {
	case FIELD_TEXT:
		return read_text(diags, field, node, to) &&
		       check_length(diags, field, to) &&
		       check_choice(env, field, to);
	case FIELD_ID:
		return schema_id(diags, key, node, to);
	case FIELD_URL:
	case FIELD_FOLDER:
	case FIELD_HOST:
	case FIELD_COLOR:
		return read_formed(diags, field, node, to);
	case FIELD_NUMBER:
		return read_number(diags, field, node, to);
	case FIELD_BOOL:
		return read_bool(diags, key, node, to);
	case FIELD_DATE:
		return read_date(diags, key, node, to);
	case FIELD_PERIOD:
		return read_period(diags, key, node, to);
	case FIELD_INLINE:
		return read_inline(env, key, node, to);
	case FIELD_TEXTS:
		return read_texts(env, field, node, into);
	case FIELD_PATHS:
		return read_texts(env, field, node, into) &&
		       check_paths(diags, field, into);
	case FIELD_INLINES:
		return read_inlines(env, field, node, to);
	case FIELD_LIST:
		return read_list(diags, field, node);
	case FIELD_MAPPING:
		return expect(diags, key, node, YAML_MAPPING, "a mapping");
	case FIELD_PARAMS:
		return params_read(diags, node, to, env->arena);
	case FIELD_ANY:
		return true;
	}
	return false;
}

static bool read_text(struct diags *diags, const struct schema_field *field,
		      const struct yaml_node *node, struct text *text)
{
	if (!schema_text(diags, field->key, node, text))
		return false;
	if (field->as_written)
		text->str = str_trim(node->text);
	return true;
}

static bool need(struct diags *diags, const struct schema *schema,
		 const struct schema_field *field, struct place at)
{
	return diag_error(diags, at, "%s needs \"%s\"", schema->name,
			  field->key);
}

/* "0-10" is meant for two numbers. */
static bool read_list(struct diags *diags, const struct schema_field *field,
		      const struct yaml_node *node)
{
	if (expect(diags, field->key, node, YAML_LIST, "a list"))
		return true;
	if (field->most == 2 && field->entry->kind == FIELD_NUMBER)
		diag_hint(diags, "write both numbers, the smaller one first: "
				 "[0, 10]");
	return false;
}

/* Nothing, or nothing between quotes. */
static bool is_blank(const struct yaml_node *node)
{
	return node->kind == YAML_SCALAR &&
	       (yaml_is_null(node) || text_is_unseen(node->text));
}

static bool expect(struct diags *diags, const char *key,
		   const struct yaml_node *node, enum yaml_kind kind,
		   const char *expected)
{
	if (node->kind == kind)
		return true;
	return diag_error(diags, node->at, "\"%s\" must be %s, found %s", key,
			  expected, yaml_kind_name(node));
}

static bool expect_entry(struct diags *diags, const char *key,
			 const struct yaml_node *node)
{
	return node->kind == YAML_SCALAR ||
	       diag_error(diags, node->at,
			  "an entry of \"%s\" must be text, found %s", key,
			  yaml_kind_name(node));
}

/* What is shown of an entry is its text. */
static bool check_filled(struct diags *diags, const char *key,
			 const struct yaml_node *node)
{
	return !is_blank(node) ||
	       diag_error(diags, node->at, "an entry of \"%s\" has no text",
			  key);
}

static bool check_choice(const struct markdown_env *env,
			 const struct schema_field *field,
			 const struct text *text)
{
	const char *const *choices = field->choices;
	struct str names[8];
	size_t count = 0;

	if (!choices)
		return true;
	for (; choices[count] && count < 8; count++) {
		names[count] = str_from(choices[count]);
		if (str_equals(text->str, names[count]))
			return true;
	}
	diag_error(env->diags, text->at, "\"%s\" cannot be \"%.*s\"",
		   field->key, STR_ARG(text->str));
	diag_hint(env->diags, "it can be %.*s",
		  STR_ARG(schema_choices(names, count, env->arena)));
	diag_suggest(env->diags, text->str, names, count);
	return false;
}

static bool check_length(struct diags *diags, const struct schema_field *field,
			 const struct text *text)
{
	return text_fits(diags, field->key, text->str, text->at,
			 field->max > 0 ? (size_t)field->max
					: SCHEMA_NAME_MOST);
}

/* Every name is drawn and set many times over. */
static bool text_fits(struct diags *diags, const char *key, struct str text,
		      struct place at, size_t most)
{
	size_t count = str_char_count(text);

	return count <= most ||
	       diag_error(diags, at,
			  "\"%s\" has %zu characters; it may have %zu at most",
			  key, count, most);
}

/* What the form of such a text is called, and what helps to keep to it. */
static bool read_formed(struct diags *diags, const struct schema_field *field,
			const struct yaml_node *node, struct text *text)
{
	static const struct {
		bool (*is_valid)(struct str text);
		const char *form, *hint, *beyond_ascii;
	} FORMS[] = {
		[FIELD_URL] = { address_is_web,
				"an address with http:// or https://", NULL,
				NULL },
		/* It reaches configurations of servers: no quote is needed. */
		[FIELD_FOLDER] = { address_is_folder,
				   "an address such as "
				   "https://example.org/trees/",
				   "http:// or https://, a host, and a path of "
				   "letters, digits and -._~",
				   "letters beyond ASCII are written xn--… in "
				   "a host, and not at all in a path" },
		[FIELD_HOST] = { is_public_host,
				 "a host name such as www.example.org",
				 "the name alone, without https:// and a path",
				 "letters beyond ASCII are written xn--…" },
		[FIELD_COLOR] = { color_is_valid,
				  "a colour such as \"#2b5f9e\"", NULL, NULL },
	};
	enum field_kind kind = field->kind;

	if (!schema_text(diags, field->key, node, text) ||
	    !text_fits(diags, field->key, text->str, text->at,
		       SCHEMA_TEXT_MOST))
		return false;
	if (FORMS[kind].is_valid(text->str))
		return true;
	diag_error(diags, node->at, "\"%s\" must be %s, found \"%.*s\"",
		   field->key, FORMS[kind].form, STR_ARG(text->str));
	if (FORMS[kind].hint)
		diag_hint(diags, "%s",
			  str_is_ascii(text->str) ? FORMS[kind].hint
						  : FORMS[kind].beyond_ascii);
	return false;
}

/* Of a site on the web: neither "localhost" nor an address in digits. */
static bool is_public_host(struct str name)
{
	size_t dot = str_find(name, '.');

	return address_is_host(name) && dot + 1 < name.len &&
	       strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
		      name.ptr[name.len - 1]);
}

/* "5%" is 0.05. */
static void hint_share(struct diags *diags, struct str text)
{
	size_t sign = str_find(text, '%');
	double percent;

	if (sign + 1 == text.len &&
	    str_to_number(str_trim(str_slice(text, 0, sign)), &percent))
		diag_hint(diags, "write it as a share of 1: %g", percent / 100);
}

static bool read_number(struct diags *diags, const struct schema_field *field,
			const struct yaml_node *node, double *number)
{
	if (!schema_number(diags, field->key, node, number)) {
		if (field->max == 1 && node->kind == YAML_SCALAR)
			hint_share(diags, node->text);
		return false;
	}
	if (field->min >= field->max)
		return true;
	if (*number >= field->min && *number <= field->max)
		return true;
	if (field->max > 1e300)
		return diag_error(diags, node->at,
				  "\"%s\" must be at least %g, found %g",
				  field->key, field->min, *number);
	return diag_error(diags, node->at, "\"%s\" must be %g to %g, found %g",
			  field->key, field->min, field->max, *number);
}

static bool read_bool(struct diags *diags, const char *key,
		      const struct yaml_node *node, bool *truth)
{
	if (!expect(diags, key, node, YAML_SCALAR, "yes or no"))
		return false;
	*truth = str_is(node->text, "yes") || str_is(node->text, "true");
	if (*truth || str_is(node->text, "no") || str_is(node->text, "false"))
		return true;
	return diag_error(diags, node->at,
			  "\"%s\" must be yes or no, found \"%.*s\"", key,
			  STR_ARG(node->text));
}

static bool read_date(struct diags *diags, const char *key,
		      const struct yaml_node *node, struct date *date)
{
	if (!expect(diags, key, node, YAML_SCALAR, "a date"))
		return false;
	if (date_parse(str_trim(node->text), date)) {
		date->at = node->at;
		return true;
	}
	*date = (struct date){ 0 };
	return diag_error(diags, node->at,
			  "\"%s\" must be a date such as 2026-11-21, found "
			  "\"%.*s\"",
			  key, STR_ARG(node->text));
}

static bool read_period(struct diags *diags, const char *key,
			const struct yaml_node *node, struct date *date)
{
	if (!expect(diags, key, node, YAML_SCALAR, "a date"))
		return false;
	if (date_parse_part(str_trim(node->text), date)) {
		date->at = node->at;
		return true;
	}
	*date = (struct date){ 0 };
	return diag_error(diags, node->at,
			  "\"%s\" must be a day, month or year such as "
			  "2026-11-21, 2026-11 or 2026, found \"%.*s\"",
			  key, STR_ARG(node->text));
}

static bool read_inline(const struct markdown_env *env, const char *key,
			const struct yaml_node *node, struct prose *prose)
{
	return expect(env->diags, key, node, YAML_SCALAR, "text") &&
	       schema_inline(env, node, node->text, prose);
}

/* What is no text is told of here, and kept from others who would tell again. */
static bool read_texts(const struct markdown_env *env,
		       const struct schema_field *field,
		       const struct yaml_node *node, char *into)
{
	struct text *items = NULL;
	size_t count = 0;
	bool ok = true;

	if (!expect(env->diags, field->key, node, YAML_LIST, "a list"))
		return false;
	if (node->item_count > SCHEMA_TEXTS_MOST)
		return diag_error(env->diags, node->at,
				  "\"%s\" has %zu entries; it may have %d at "
				  "most",
				  field->key, node->item_count,
				  SCHEMA_TEXTS_MOST);
	for (size_t i = 0; i < node->item_count; i++) {
		struct text item;

		if (read_name(env->diags, field, node->items[i], &item))
			*arena_push(env->arena, items, count) = item;
		else
			ok = false;
	}
	memcpy(into + field->offset, &items, sizeof(items));
	memcpy(into + field->count_offset, &count, sizeof(count));
	return ok;
}

/* They end up in redirects: nothing but plain paths will do, and none else is
 * kept, so that nothing more is told of it. */
static bool check_paths(struct diags *diags, const struct schema_field *field,
			char *into)
{
	struct text *items;
	size_t count, kept = 0;

	memcpy(&items, into + field->offset, sizeof(items));
	memcpy(&count, into + field->count_offset, sizeof(count));
	for (size_t i = 0; i < count; i++) {
		struct str path = items[i].str;

		if (path.len && !str_is(path, "/") &&
		    address_is_plain_path(path)) {
			items[kept++] = items[i];
			continue;
		}
		diag_error(diags, items[i].at,
			   "an entry of \"%s\" must be a path such as "
			   "old/page.html, found \"%.*s\"",
			   field->key, STR_ARG(path));
		diag_hint(diags, "it has letters, digits and -._~ between "
				 "slashes");
	}
	memcpy(into + field->count_offset, &kept, sizeof(kept));
	return kept == count;
}

static bool read_name(struct diags *diags, const struct schema_field *field,
		      const struct yaml_node *node, struct text *name)
{
	return check_filled(diags, field->key, node) &&
	       schema_entry(diags, field->key, node, name) &&
	       check_length(diags, field, name);
}

static bool read_inlines(const struct markdown_env *env,
			 const struct schema_field *field,
			 const struct yaml_node *node, struct prose_list *list)
{
	bool ok = true;

	if (!expect(env->diags, field->key, node, YAML_LIST, "a list"))
		return false;
	for (size_t i = 0; i < node->item_count; i++)
		ok &= expect_entry(env->diags, field->key, node->items[i]) &&
		      check_filled(env->diags, field->key, node->items[i]) &&
		      read_inline(env, field->key, node->items[i],
				  arena_push(env->arena, list->items,
					     list->count));
	return ok;
}

/* A key that is there already is not what was meant. */
static void unknown_key(const struct markdown_env *env,
			const struct schema *schema,
			const struct yaml_node *node,
			const struct yaml_pair *pair)
{
	struct diags *diags = env->diags;
	struct str names[KEYS_MOST];
	size_t count = absent_keys(schema, node, names);
	const char *own = NULL;

	diag_error(diags, pair->at, "%s has no key \"%.*s\"", schema->name,
		   STR_ARG(pair->key));
	if (has_params(schema) && !is_near(pair->key, names, count))
		own = "values of your own stand under `params`";
	if (count && schema->count <= KEYS_LISTED)
		diag_hint(diags, "it may have %.*s%s%s",
			  STR_ARG(schema_choices(names, count, env->arena)),
			  own ? "; " : "", own ? own : "");
	else if (own)
		diag_hint(diags, "%s", own);
	diag_suggest(diags, pair->key, names, count);
}

static size_t absent_keys(const struct schema *schema,
			  const struct yaml_node *node, struct str *names)
{
	size_t count = 0;

	for (size_t k = 0; k < schema->count && count < KEYS_MOST; k++)
		if (!yaml_find(node, schema->fields[k].key))
			names[count++] = str_from(schema->fields[k].key);
	return count;
}

static bool has_params(const struct schema *schema)
{
	for (size_t k = 0; k < schema->count; k++)
		if (schema->fields[k].kind == FIELD_PARAMS)
			return true;
	return false;
}

/* What may be a slip of the pen is not meant to be a value of its own. */
static bool is_near(struct str key, const struct str *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_distance(key, names[i], 2) <= 2)
			return true;
	return false;
}
