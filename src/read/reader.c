#include "read/reader.h"

#include <string.h>

#include "base/file.h"
#include "read/citation.h"
#include "read/lexical.h"
#include "read/text.h"

enum { SOURCES_MOST = 100 }; /* of one cell */

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
	return id_check(r->diags, id, at);
}

void reader_enter(struct reader *r, const char *subfolder)
{
	r->links.dir = arena_printf(r->arena, "%.*s%s%s", STR_ARG(r->c->slug),
				    *subfolder ? "/" : "", subfolder);
}

void reader_suggest_option(const struct reader *r, struct str wrong)
{
	struct str *names;

	if (!diag_is_kept(r->diags))
		return;
	names = arena_array(r->arena, struct str, r->c->option_count);
	for (size_t i = 0; i < r->c->option_count; i++)
		names[i] = r->c->options[i].id;
	diag_suggest(r->diags, wrong, names, r->c->option_count);
}

void reader_suggest_criterion(const struct reader *r, struct str wrong)
{
	struct str *names;

	if (!diag_is_kept(r->diags))
		return;
	names = arena_array(r->arena, struct str, r->c->criterion_count);
	for (size_t j = 0; j < r->c->criterion_count; j++)
		names[j] = r->c->criteria[j].id;
	diag_suggest(r->diags, wrong, names, r->c->criterion_count);
}

struct name_index *reader_option_names(const struct reader *r)
{
	struct name_index *names = name_index_new(r->arena);

	for (size_t i = 0; i < r->c->option_count; i++) {
		const struct option *o = &r->c->options[i];

		name_index_add_id(names, o->id, i);
		name_index_add(names, o->name.str, i);
		name_index_add(names, o->short_name.str, i);
	}
	return names;
}

struct name_index *reader_criterion_names(const struct reader *r)
{
	struct name_index *names = name_index_new(r->arena);

	for (size_t j = 0; j < r->c->criterion_count; j++) {
		name_index_add_id(names, r->c->criteria[j].id, j);
		name_index_add(names, r->c->criteria[j].title.str, j);
	}
	return names;
}

void reader_suggest_called_option(const struct reader *r, struct str wrong)
{
	size_t count = 0;
	struct str *names;

	if (!diag_is_kept(r->diags))
		return;
	names = arena_array(r->arena, struct str, 3 * r->c->option_count);
	for (size_t i = 0; i < r->c->option_count; i++) {
		names[count++] = r->c->options[i].id;
		names[count++] = r->c->options[i].name.str;
		names[count++] = r->c->options[i].short_name.str;
	}
	diag_suggest(r->diags, wrong, names, count);
}

void reader_suggest_called_criterion(const struct reader *r, struct str wrong)
{
	size_t count = 0;
	struct str *names;

	if (!diag_is_kept(r->diags))
		return;
	names = arena_array(r->arena, struct str, 2 * r->c->criterion_count);
	for (size_t j = 0; j < r->c->criterion_count; j++) {
		names[count++] = r->c->criteria[j].id;
		names[count++] = r->c->criteria[j].title.str;
	}
	diag_suggest(r->diags, wrong, names, count);
}

bool reader_may_be_option(const struct reader *r, struct str called)
{
	return r->options_are_unnamed && !id_is_valid(called);
}

bool reader_may_be_criterion(const struct reader *r, struct str called)
{
	return r->criteria_are_unlisted ||
	       (r->criteria_are_untitled && !id_is_valid(called));
}

bool reader_answer(const struct reader *r, struct str text, enum answer *answer)
{
	static const struct {
		const char *word;
		enum answer answer;
	} WORDS[] = {
		{ "yes", ANSWER_YES },	{ "partial", ANSWER_PARTIAL },
		{ "no", ANSWER_NO },	{ "true", ANSWER_YES },
		{ "false", ANSWER_NO }, { "✓", ANSWER_YES },
		{ "✔", ANSWER_YES },	{ "✔️", ANSWER_YES },
		{ "✅", ANSWER_YES },	{ "✗", ANSWER_NO },
		{ "✘", ANSWER_NO },	{ "❌", ANSWER_NO },
	};
	const struct words *words = r->site->words;

	*answer = ANSWER_NONE;
	for (size_t i = 0; i < sizeof(WORDS) / sizeof(*WORDS); i++)
		if (str_is_like(text, str_from(WORDS[i].word)))
			*answer = WORDS[i].answer;
	/* The first three are keys of the site's language as well. */
	for (size_t i = 0; words && !*answer && i < 3; i++) {
		const struct text *own =
			words_find(words, str_from(WORDS[i].word));

		if (own && str_is_like(text, own->str))
			*answer = WORDS[i].answer;
	}
	return *answer != ANSWER_NONE;
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
		size_t found = markdown_source(&r->env, id);

		if (str_is_empty(id))
			continue;
		/* They are named wherever the score is shown. */
		if (*count == SOURCES_MOST)
			return diag_error(r->diags, at,
					  "a score cites %d sources at most",
					  SOURCES_MOST);
		if (found < r->c->source_count)
			*arena_push(r->arena, *sources, *count) = found;
		else
			ok &= markdown_refuse_source(&r->env, id, at, NULL);
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
