#include "read/syntax.h"

struct syntaxes *syntaxes_new(struct arena *arena)
{
	struct syntaxes *all = arena_new(arena, struct syntaxes);

	all->arena = arena;
	return all;
}

const struct syntax *syntaxes_find(struct diags *diags,
				   const struct syntaxes *all, struct str name,
				   struct place at, struct arena *arena)
{
	const struct language *found = syntaxes_named(all, name);

	if (found)
		return &found->syntax;
	diag_warning(diags, at,
		     "no language is called \"%.*s\": the code is shown plain",
		     STR_ARG(name));
	diag_once(diags);
	if (diag_is_kept(diags)) {
		diag_hint(diags,
			  "write `text` for what is none, or describe it in "
			  "syntax/%.*s.yaml",
			  STR_ARG(name));
		syntaxes_suggest(diags, all, name, arena);
	}
	return NULL;
}

const struct language *syntaxes_named(const struct syntaxes *all,
				      struct str name)
{
	for (size_t i = all->count; i-- > 0;)
		if (!all->languages[i]->replaced &&
		    language_is_named(all->languages[i], name))
			return all->languages[i];
	return NULL;
}

bool language_is_named(const struct language *language, struct str name)
{
	for (size_t k = 0; k < language->name_count; k++)
		if (str_is_like(language->names[k], name))
			return true;
	return false;
}

void syntaxes_suggest(struct diags *diags, const struct syntaxes *all,
		      struct str wrong, struct arena *arena)
{
	struct str *names = NULL;
	size_t count = 0;

	for (size_t i = 0; i < all->count; i++)
		for (size_t k = 0; k < all->languages[i]->name_count; k++)
			*arena_push(arena, names, count) =
				all->languages[i]->names[k];
	diag_suggest(diags, wrong, names, count);
}
