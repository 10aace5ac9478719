#include "read/edition.h"
#include "read/reader.h"

#include <string.h>

#include "base/file.h"
#include "read/citation.h"
#include "read/lexical.h"
#include "read/text.h"

enum { SOURCES_MOST = 100 }; /* of one cell */

enum { NAMES_MOST = 3 }; /* an option's id, name and short name */

enum { LISTED_MOST = 16 }; /* of what there is, in a hint */

static struct str ids_called(const struct reader *r, enum called kind,
			     struct str name);
static void hint_all(const struct reader *r, enum called kind);
static void refuse_place(struct reader *r, const char *folder, struct str file);
static void refuse_language(struct reader *r, const char *folder,
			    struct str file, struct str language);
static size_t count_of(const struct reader *r, enum called kind);
static size_t names_of(const struct reader *r, enum called kind, size_t i,
		       struct str *names);

const char *reader_path(const struct reader *r, const char *name)
{
	return path_join(r->dir, str_from(name), r->arena);
}

bool reader_list(struct reader *r, const char *name, struct str **names,
		 size_t *count)
{
	size_t kept = 0;

	if (!folder_list(r->diags, reader_path(r, name), names, count,
			 r->arena))
		return false;
	for (size_t i = 0; i < *count; i++) {
		struct str file = (*names)[i], stem, language;

		if (!edition_is_translation(file, &stem, &language))
			(*names)[kept++] = file;
		else if (edition_may_be(r->site, language)) {
			if (!edition_translates(str_from(name)) &&
			    (str_ends(file, ".md") || str_ends(file, ".csv")))
				refuse_place(r, name, file);
		} else if (str_ends(file, ".md"))
			refuse_language(r, name, file, language);
		else
			(*names)[kept++] = file;
	}
	*count = kept;
	return true;
}

static void refuse_place(struct reader *r, const char *folder, struct str file)
{
	const char *dir = reader_path(r, folder);

	diag_error(r->diags,
		   (struct place){ .file = path_join(dir, file, r->arena) },
		   "what is in %s/ has no translations", folder);
	diag_hint(r->diags,
		  "all languages share it; options/, criteria/, profiles/, "
		  "comparison.md, guide.md and faq.md have translations");
}

static void refuse_language(struct reader *r, const char *folder,
			    struct str file, struct str language)
{
	const char *dir = reader_path(r, folder);

	diag_error(r->diags,
		   (struct place){ .file = path_join(dir, file, r->arena) },
		   edition_is_first(r->site, language)
			   ? "\"%.*s\" is the language of the site"
			   : "\"%.*s\" is none of the site's languages",
		   STR_ARG(language));
	edition_hint(r->diags, r->site, language);
	r->has_strange_languages = true;
}

bool reader_check_id(const struct reader *r, struct str id, struct place at)
{
	return id_check(r->diags, id, at);
}

struct name_index *reader_names(const struct reader *r, enum called kind)
{
	struct name_index *names = name_index_new(r->arena);
	struct str called[NAMES_MOST];

	for (size_t i = 0; i < count_of(r, kind); i++) {
		size_t count = names_of(r, kind, i, called);

		name_index_add_id(names, called[0], i);
		for (size_t k = 1; k < count; k++)
			name_index_add(names, called[k], i);
	}
	return names;
}

bool reader_find(struct reader *r, enum called kind, struct text called,
		 size_t *index)
{
	long found;

	if (!r->names[kind])
		r->names[kind] = reader_names(r, kind);
	found = name_index_find(r->names[kind], called.str);
	if (found >= 0) {
		*index = (size_t)found;
		return true;
	}
	if (!called.str.len) {
		diag_error(r->diags, called.at, "no %s is named here",
			   kind == CALLED_OPTION ? "option" : "criterion");
	} else if (found == NAME_SEVERAL) {
		diag_error(r->diags, called.at,
			   "several %s are called \"%.*s\"",
			   kind == CALLED_OPTION ? "options" : "criteria",
			   STR_ARG(called.str));
		diag_hint(r->diags, "write the id: %.*s",
			  STR_ARG(ids_called(r, kind, called.str)));
	} else if (!reader_may_be(r, kind, called.str)) {
		diag_error(r->diags, called.at, "there is no %s \"%.*s\"",
			   kind == CALLED_OPTION ? "option" : "criterion",
			   STR_ARG(called.str));
		hint_all(r, kind);
		reader_suggest(r, kind, false, called.str);
	}
	return false;
}

bool reader_find_key(struct reader *r, enum called kind,
		     const struct yaml_pair *key, const struct yaml_pair **seen,
		     size_t *index)
{
	const struct yaml_pair *before;

	if (!reader_find(r, kind, (struct text){ key->key, key->at }, index))
		return false;
	before = seen[*index];
	seen[*index] = key;
	if (!before)
		return true;
	diag_error(r->diags, key->at, "\"%.*s\" is the %s \"%.*s\" once more",
		   STR_ARG(key->key),
		   kind == CALLED_OPTION ? "option" : "criterion",
		   STR_ARG(before->key));
	diag_note(r->diags, before->at, "it was first here");
	return false;
}

/* The ids of all that have that name, quoted. */
static struct str ids_called(const struct reader *r, enum called kind,
			     struct str name)
{
	struct str *ids = arena_array(r->arena, struct str, count_of(r, kind));
	struct str names[NAMES_MOST];
	size_t count = 0;

	for (size_t i = 0; i < count_of(r, kind) && count < LISTED_MOST; i++) {
		size_t own = names_of(r, kind, i, names);

		for (size_t k = 1; k < own; k++)
			if (str_is_like(names[k], name)) {
				ids[count++] = names[0];
				break;
			}
	}
	return schema_choices(ids, count, r->arena);
}

/* What there is; of many the first. */
static void hint_all(const struct reader *r, enum called kind)
{
	size_t all = count_of(r, kind), count = all;
	struct str ids[LISTED_MOST], names[NAMES_MOST];

	if (!all || !diag_is_kept(r->diags))
		return;
	if (count > LISTED_MOST)
		count = LISTED_MOST;
	for (size_t i = 0; i < count; i++) {
		names_of(r, kind, i, names);
		ids[i] = names[0];
	}
	if (count < all)
		diag_hint(r->diags, "there are %.*s and %zu more",
			  STR_ARG(schema_choices(ids, count, r->arena)),
			  all - count);
	else
		diag_hint(r->diags, "there %s %.*s", all == 1 ? "is" : "are",
			  STR_ARG(schema_choices(ids, count, r->arena)));
}

void reader_suggest(const struct reader *r, enum called kind, bool ids_only,
		    struct str wrong)
{
	size_t all = count_of(r, kind), count = 0;
	struct str *names;

	if (!diag_is_kept(r->diags))
		return;
	names = arena_array(r->arena, struct str, (all + 1) * NAMES_MOST);
	for (size_t i = 0; i < all; i++) {
		size_t own = names_of(r, kind, i, names + count);

		count += ids_only ? 1 : own;
	}
	diag_suggest(r->diags, wrong, names, count);
}

static size_t count_of(const struct reader *r, enum called kind)
{
	return kind == CALLED_OPTION ? r->c->option_count
				     : r->c->criterion_count;
}

/* What a table may call it: the id first. */
static size_t names_of(const struct reader *r, enum called kind, size_t i,
		       struct str *names)
{
	if (kind == CALLED_OPTION) {
		const struct option *o = &r->c->options[i];

		names[0] = o->id;
		names[1] = o->name.str;
		names[2] = o->short_name.str;
		return 3;
	}
	names[0] = r->c->criteria[i].id;
	names[1] = r->c->criteria[i].title.str;
	return 2;
}

bool reader_may_be(const struct reader *r, enum called kind, struct str called)
{
	if (kind == CALLED_OPTION)
		return r->options_are_unnamed && !id_is_valid(called);
	return r->criteria_are_unlisted ||
	       (r->criteria_are_untitled && !id_is_valid(called));
}

bool reader_answer(const struct reader *r, struct str text, enum answer *answer)
{
	static const struct {
		const char *word;
		enum answer answer;
	} WORDS[] = {
		{ "yes", ANSWER_YES },
		{ "partial", ANSWER_PARTIAL },
		{ "no", ANSWER_NO },
		{ "true", ANSWER_YES },
		{ "false", ANSWER_NO },
		{ "✓", ANSWER_YES },
		{ "✔", ANSWER_YES },
		{ "✔️", ANSWER_YES },
		{ "✅", ANSWER_YES },
		{ ":white_check_mark:", ANSWER_YES },
		{ ":heavy_check_mark:", ANSWER_YES },
		{ "✗", ANSWER_NO },
		{ "✘", ANSWER_NO },
		{ "❌", ANSWER_NO },
		{ ":x:", ANSWER_NO },
		/* A German sheet is often given an English site. */
		{ "ja", ANSWER_YES },
		{ "teilweise", ANSWER_PARTIAL },
		{ "nein", ANSWER_NO },
	};
	/* A translated rubric has the scores of the first language. */
	const struct site *home = r->site->home ? r->site->home : r->site;
	const struct str *own = r->site->answers, *first = home->answers;

	*answer = ANSWER_NONE;
	for (size_t i = 0; i < sizeof(WORDS) / sizeof(*WORDS); i++)
		if (str_is_like(text, str_from(WORDS[i].word)) ||
		    (i < 3 && own[i].len && str_is_like(text, own[i])) ||
		    (i < 3 && first[i].len && str_is_like(text, first[i])))
			*answer = WORDS[i].answer;
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
	claimed->option = comparison_find_called(r->c, claimed->as_written.str);
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
		reader_suggest(r, CALLED_OPTION, false,
			       claimed->as_written.str);
		return false;
	}
	return true;
}

bool reader_weights_agree(const struct reader *r)
{
	const struct criterion *first[2] = { 0 }, *plain, *percent;

	for (size_t j = 0; j < r->c->criterion_count; j++) {
		const struct criterion *one = &r->c->criteria[j];

		if (one->weight != 0 && !first[one->weight_is_percent])
			first[one->weight_is_percent] = one;
	}
	plain = first[false];
	percent = first[true];
	/* What was refused may have been the one or the other. */
	if (r->weights_are_broken || !plain || !percent)
		return true;
	diag_error(
		r->diags, percent->weight_at,
		"the weight of \"%.*s\" is in per cent, and that of \"%.*s\" "
		"is not",
		STR_ARG(percent->id), STR_ARG(plain->id));
	diag_note(r->diags, plain->weight_at,
		  plain->weight_is_given ? "it is %g here"
					 : "no weight is given, so it is %g",
		  plain->weight);
	diag_hint(r->diags,
		  plain->weight_is_given &&
				  str_ends(str_from(plain->weight_at.file),
					   ".md")
			  ? "in a file of its own a weight has no %%: "
			    "write all without"
			  : "write all with %%, or none");
	return false;
}
