#include "read/markdown_ids.h"
#include "read/reader.h"

#include "base/file.h"
#include "read/schemas.h"
#include "read/text.h"

#define AT(member) offsetof(struct option, member)
#define LISTED(member) .kind = FIELD_INLINES, .offset = AT(member)

static bool read_option(struct reader *r, size_t i);
static bool read_facts(struct reader *r, const struct yaml_node *node,
		       struct option *option);
static bool read_uses(struct reader *r, const struct yaml_node *node,
		      struct option *option);
static bool check_names(struct reader *r);
static bool check_unlisted(struct reader *r);

static const struct schema_field USE_FIELDS[] = {
	{ .key = "organisation",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = offsetof(struct use, organisation) },
	{ .key = "for",
	  .kind = FIELD_INLINE,
	  .offset = offsetof(struct use, purpose) },
};
static const struct schema USE_SCHEMA =
	SCHEMA("an entry of used_by", USE_FIELDS);

static const struct schema_field FACT = { .kind = FIELD_INLINE };
static const struct schema FACTS_SCHEMA = { "facts", NULL, 0, &FACT };

static const struct schema_field FIELDS[] = {
	{ .key = "name",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = AT(name) },
	{ .key = "short", .kind = FIELD_TEXT, .offset = AT(short_name) },
	{ .key = "group", .kind = FIELD_TEXT, .offset = AT(group) },
	{ .key = "color", .kind = FIELD_COLOR, .offset = AT(color) },
	{ .key = "logo",
	  .kind = FIELD_TEXT,
	  .offset = AT(logo),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "image",
	  .kind = FIELD_TEXT,
	  .offset = AT(image),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "website", .kind = FIELD_URL, .offset = AT(website) },
	{ .key = "price", .kind = FIELD_TEXT, .offset = AT(price) },
	{ .key = "facts", .kind = FIELD_MAPPING, .inner = &FACTS_SCHEMA },
	{ .key = "features", LISTED(features) },
	{ .key = "pros", LISTED(pros) },
	{ .key = "cons", LISTED(cons) },
	{ .key = "best_for", LISTED(best_for) },
	{ .key = "used_by", .kind = FIELD_LIST, .inner = &USE_SCHEMA },
	{ .key = "params", .kind = FIELD_PARAMS, .offset = AT(params) },
};
const struct schema OPTION_SCHEMA = SCHEMA("an option", FIELDS);

static const struct schema_field SOURCE_FIELDS[] = {
	{ .key = "title",
	  .kind = FIELD_TEXT,
	  .required = true,
	  .offset = offsetof(struct source, title) },
	{ .key = "author",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct source, author) },
	{ .key = "publisher",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct source, publisher) },
	{ .key = "url",
	  .kind = FIELD_URL,
	  .offset = offsetof(struct source, url) },
	{ .key = "date",
	  .kind = FIELD_DATE,
	  .offset = offsetof(struct source, date) },
};
static const struct schema SOURCE_SCHEMA = SCHEMA("a source", SOURCE_FIELDS);

static const struct schema_field SOURCE = { .kind = FIELD_MAPPING,
					    .inner = &SOURCE_SCHEMA };
const struct schema SOURCES_SCHEMA = { "sources.yaml", NULL, 0, &SOURCE };

bool read_options(struct reader *r)
{
	bool ok = true;

	reader_enter(r, "options");
	for (size_t i = 0; i < r->c->option_count; i++)
		ok &= read_option(r, i);
	ok &= check_names(r);
	return check_unlisted(r) && ok;
}

bool read_sources(struct reader *r)
{
	const char *path = reader_path(r, "sources.yaml");
	const struct yaml_node *root;
	struct name_index *names = name_index_new(r->arena);
	struct str text;
	bool ok = true;

	if (!text_is_there(r->diags, path, &ok))
		return ok;
	r->env.sources_are_unknown = true;
	if (!text_read(r->diags, path, TEXT_LIMIT, &text, r->arena))
		return false;
	root = yaml_parse(r->diags, text, (struct place){ path, 1, 1, 1 },
			  r->arena);
	if (!root)
		return false;
	if (root->kind != YAML_MAPPING)
		return diag_error(r->diags, root->at,
				  "sources.yaml must be a mapping from ids, "
				  "found %s",
				  yaml_kind_name(root));
	for (size_t i = 0; i < root->pair_count; i++) {
		struct source *source =
			arena_push(r->arena, r->c->sources, r->c->source_count);

		source->id = root->pairs[i].key;
		source->at = root->pairs[i].at;
		ok &= reader_check_id(r, source->id, source->at);
		ok &= schema_read(&r->env, &SOURCE_SCHEMA, root->pairs[i].value,
				  source);
		name_index_add_id(names, source->id, i);
	}
	r->env.sources_are_unknown = false;
	r->env.source_names = names;
	r->env.sources = r->c->sources;
	r->env.source_count = r->c->source_count;
	return ok;
}

static bool read_option(struct reader *r, size_t i)
{
	struct option *option = &r->c->options[i];
	struct str name =
		arena_printf(r->arena, "options/%.*s.md", STR_ARG(option->id));
	const char *path = reader_path(r, name.ptr);
	struct place listed = option->at;
	struct markdown_ids *ids = markdown_ids_new(r->arena);
	struct front_matter fm;
	bool ok = true;

	if (!text_is_there(r->diags, path, &ok)) {
		if (ok)
			diag_error(r->diags, listed, "there is no file %s",
				   path);
		option->name.str = option->short_name.str = option->id;
		r->options_are_unnamed = true;
		return false;
	}
	ok = front_matter_read(r->diags, path, &fm, r->arena);
	option->at = (struct place){ path, 1, 1, 3 };
	if (ok)
		ok = schema_read(&r->env, &OPTION_SCHEMA, fm.yaml, option);
	r->options_are_unnamed |= !option->name.str.len;
	if (!option->name.str.len)
		option->name.str = option->id;
	if (!option->short_name.str.len)
		option->short_name = option->name;
	if (!fm.yaml)
		return false;
	ok &= read_facts(r, yaml_find(fm.yaml, "facts"), option);
	ok &= read_uses(r, yaml_find(fm.yaml, "used_by"), option);
	ok &= links_file(&r->links, &option->logo);
	ok &= links_file(&r->links, &option->image);
	markdown_ids_reserve(ids, STR("main"));
	markdown_ids_reserve(ids, STR("facts-title"));
	return ok &
	       markdown_block(&r->env, ids, fm.body, fm.body_at, &option->body);
}

static bool read_facts(struct reader *r, const struct yaml_node *node,
		       struct option *option)
{
	bool ok = true;

	for (size_t i = 0; node && i < node->pair_count; i++) {
		const struct yaml_pair *pair = &node->pairs[i];
		struct fact *fact =
			arena_push(r->arena, option->facts, option->fact_count);

		fact->label = (struct text){ pair->key, pair->at };
		ok &= name_check(r->diags, "facts", pair->key, pair->at);
		if (pair->value->kind == YAML_SCALAR) {
			struct place at = pair->value->at;

			at.column += pair->value->quoted;
			ok &= markdown_inline(&r->env, pair->value->text, at,
					      &fact->text);
		} else {
			ok = diag_error(r->diags, pair->value->at,
					"a fact must be text, found %s",
					yaml_kind_name(pair->value));
		}
	}
	return ok;
}

static bool read_uses(struct reader *r, const struct yaml_node *node,
		      struct option *option)
{
	bool ok = true;

	for (size_t i = 0; node && i < node->item_count; i++)
		ok &= schema_read(&r->env, &USE_SCHEMA, node->items[i],
				  arena_push(r->arena, option->uses,
					     option->use_count));
	return ok;
}

/* A section or a reader could not tell two of one name apart. */
static bool check_names(struct reader *r)
{
	bool ok = true;

	for (size_t i = 1; i < r->c->option_count; i++) {
		const struct option *o = &r->c->options[i];
		const struct text names[] = { { o->id, o->at },
					      o->name,
					      o->short_name };

		for (size_t k = 0; k < 3; k++) {
			size_t other =
				comparison_find_called(r->c, names[k].str);

			if (other == i)
				continue;
			ok = diag_error(r->diags,
					names[k].at.file ? names[k].at : o->at,
					"\"%.*s\" is what the option \"%.*s\" "
					"is called, too",
					STR_ARG(names[k].str),
					STR_ARG(r->c->options[other].id));
			break;
		}
	}
	return ok;
}

/* A file that nobody listed would silently be left out. */
static bool check_unlisted(struct reader *r)
{
	const char *dir = reader_path(r, "options");
	struct str *names;
	size_t count;
	bool ok = true;

	if (!reader_list(r, "options", &names, &count))
		return false;
	for (size_t k = 0; k < count; k++) {
		struct place at = { .file = path_join(dir, names[k],
						      r->arena) };
		struct str id = path_stem(names[k]);

		if (!str_ends(names[k], ".md") ||
		    comparison_find_option(r->c, id) < r->c->option_count)
			continue;
		ok = diag_error(r->diags, at,
				"the option \"%.*s\" is not listed in "
				"comparison.md",
				STR_ARG(id));
		diag_hint(r->diags, "add it to `options`, or remove the file");
	}
	return ok;
}
