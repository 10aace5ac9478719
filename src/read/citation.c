#include "read/citation.h"

size_t markdown_source(const struct markdown_env *env, struct str id)
{
	long found = env->source_names ? name_index_find(env->source_names, id)
				       : NAME_NONE;

	/* Ids are lower case; the index takes either. */
	return found >= 0 && str_equals(env->sources[found].id, id)
		       ? (size_t)found
		       : env->source_count;
}

bool markdown_refuse_source(const struct markdown_env *env, struct str id,
			    struct place at, const char *hint)
{
	struct str *ids;

	if (env->sources_are_unknown)
		return false;
	diag_error(env->diags, at, "the source \"%.*s\" is not in sources.yaml",
		   STR_ARG(id));
	if (hint)
		diag_hint(env->diags, "%s", hint);
	else if (str_find(id, ',') < id.len)
		diag_hint(env->diags, "several are parted by \";\"");
	if (!diag_is_kept(env->diags))
		return false;
	ids = arena_array(env->arena, struct str, env->source_count);
	for (size_t k = 0; k < env->source_count; k++)
		ids[k] = env->sources[k].id;
	diag_suggest(env->diags, id, ids, env->source_count);
	return false;
}
