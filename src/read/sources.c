#include <stdlib.h>

#include "read/reader.h"
#include "read/schemas.h"
#include "read/text.h"

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
	  .kind = FIELD_PERIOD,
	  .offset = offsetof(struct source, date) },
};
static const struct schema SOURCE_SCHEMA = SCHEMA("a source", SOURCE_FIELDS);

static const struct schema_field SOURCE = { .kind = FIELD_MAPPING,
					    .inner = &SOURCE_SCHEMA };
const struct schema SOURCES_SCHEMA = { "sources.yaml", NULL, 0, &SOURCE };

static void sort_sources(struct reader *r);

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
	sort_sources(r);
	r->env.sources_are_unknown = false;
	r->env.source_names = names;
	r->env.sources = r->c->sources;
	r->env.source_count = r->c->source_count;
	return ok;
}

/* A judge of each of 60,000 scores may be one of as many sources. */
static void sort_sources(struct reader *r)
{
	size_t count = r->c->source_count;
	const struct source **sorted =
		arena_array(r->arena, const struct source *, count);

	for (size_t i = 0; i < count; i++)
		sorted[i] = &r->c->sources[i];
	qsort(sorted, count, sizeof(*sorted), source_compare);
	r->c->sources_by_id = sorted;
}
