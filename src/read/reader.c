#include "read/reader.h"

#include <string.h>

#include "base/file.h"
#include "read/text.h"

const char *reader_path(const struct reader *r, const char *name)
{
	return path_join(r->dir, str_from(name), r->arena);
}

bool reader_list(const struct reader *r, const char *name, struct str **names,
		 size_t *count)
{
	return folder_list(r->diags, reader_path(r, name), names, count,
			   r->arena);
}

bool reader_check_id(const struct reader *r, struct str id, struct place at)
{
	if (id_is_valid(id))
		return true;
	return diag_error(r->diags, at,
			  "the id \"%.*s\" must be lower-case letters, digits "
			  "and hyphens",
			  STR_ARG(id));
}

void reader_enter(struct reader *r, const char *subfolder)
{
	r->links.dir = arena_printf(r->arena, "%.*s%s%s", STR_ARG(r->c->slug),
				    *subfolder ? "/" : "", subfolder);
}

void reader_suggest_option(const struct reader *r, struct str wrong)
{
	struct str *names =
		arena_array(r->arena, struct str, 2 * r->c->option_count);

	for (size_t i = 0; i < r->c->option_count; i++) {
		names[2 * i] = r->c->options[i].id;
		names[2 * i + 1] = r->c->options[i].name.str;
	}
	diag_suggest(r->diags, wrong, names, 2 * r->c->option_count);
}

void reader_suggest_criterion(const struct reader *r, struct str wrong)
{
	struct str *names =
		arena_array(r->arena, struct str, r->c->criterion_count);

	for (size_t j = 0; j < r->c->criterion_count; j++)
		names[j] = r->c->criteria[j].id;
	diag_suggest(r->diags, wrong, names, r->c->criterion_count);
}

bool reader_sources(struct reader *r, struct str ids, struct place at,
		    size_t **sources, size_t *count)
{
	struct str rest = ids;
	bool ok = true;

	*sources = NULL;
	*count = 0;
	while (rest.ptr && ids.len) {
		struct str id = str_trim(str_cut(&rest, ';'));
		size_t found = comparison_find_source(r->c, id);
		struct str *names;

		if (str_is_empty(id))
			continue;
		if (found < r->c->source_count) {
			*arena_push(r->arena, *sources, *count) = found;
			continue;
		}
		ok = diag_error(r->diags, at,
				"the source \"%.*s\" is not in sources.yaml",
				STR_ARG(id));
		names = arena_array(r->arena, struct str, r->c->source_count);
		for (size_t i = 0; i < r->c->source_count; i++)
			names[i] = r->c->sources[i].id;
		diag_suggest(r->diags, id, names, r->c->source_count);
	}
	return ok;
}

bool reader_claim(struct reader *r, const char *key,
		  const struct yaml_node *node, struct claimed *claimed)
{
	const char *shared = strcmp(key, "winner") ? "both" : "tie";

	if (!node || yaml_is_null(node))
		return true;
	if (!schema_text(r->diags, key, node, &claimed->as_written))
		return false;
	claimed->option = comparison_find_option(r->c, claimed->as_written.str);
	if (str_is(claimed->as_written.str, shared))
		claimed->claim = CLAIM_TIE;
	else if (str_is(claimed->as_written.str, "none"))
		claimed->claim = CLAIM_NOBODY;
	else if (claimed->option < r->c->option_count)
		claimed->claim = CLAIM_OPTION;
	else {
		diag_error(r->diags, node->at,
			   "\"%s\" must be an option, %s or none, found "
			   "\"%.*s\"",
			   key, shared, STR_ARG(claimed->as_written.str));
		reader_suggest_option(r, claimed->as_written.str);
		return false;
	}
	return true;
}
