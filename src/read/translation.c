/*
 * The translation of a comparison, laid over what was read of it: texts alone,
 * as scores, weights and all that is judged are shared by all languages.
 */
#include <string.h>

#include "base/file.h"
#include "read/edition.h"
#include "read/markdown_ids.h"
#include "read/reader.h"
#include "read/text.h"

/* What comparison.de.md may say of a comparison besides its own texts. */
struct head {
	struct comparison c;
	struct text slug;
};

/* Where groups, or units, are named, and what they were called there. */
struct names {
	struct str **at, *were;
	size_t count;
};

static bool translate_head(struct reader *r);
static bool translate_facts(struct reader *r, const struct yaml_node *node);
static bool translate_decision(struct reader *r, const struct yaml_node *node);
static bool translate_names(struct reader *r, const char *key,
			    const struct yaml_node *node);
static void find_names(struct reader *r, bool groups, struct names *names);
static bool rename_all(struct reader *r, const char *key, struct text from,
		       struct text to, struct names *names);
static bool check_distinct(struct reader *r, const struct yaml_node *node,
			   const struct names *names, size_t from, size_t to);
static bool is_another(const struct names *names, struct text from, size_t i,
		       size_t k);
static bool translate_options(struct reader *r);
static bool translate_option(struct reader *r, const char *path,
			     struct option *option);
static bool translate_criteria(struct reader *r);
static bool translate_criterion(struct reader *r, const char *path,
				struct criterion *criterion);
static bool translate_rubric(struct reader *r, const struct yaml_node *node,
			     struct criterion *criterion);
static bool translate_notes(struct reader *r, const struct yaml_node *node,
			    struct criterion *criterion);
static bool translate_note(struct reader *r, const struct yaml_node *node,
			   struct criterion *criterion, size_t option);
static bool translate_profiles(struct reader *r);
static bool translate_guide(struct reader *r);
static bool translate_faq(struct reader *r);
static bool each_file(struct reader *r, const char *folder,
		      bool translate(struct reader *r, struct str id,
				     const char *path));
static bool open_file(struct reader *r, const char *name,
		      struct front_matter *fm, bool *ok);
static void take(struct text *to, const struct text *from);
static void take_prose(struct prose *to, const struct prose *from);
static void take_list(struct prose_list *to, const struct prose_list *from);

#define HEAD(member) offsetof(struct comparison, member)
static const struct schema_field TEXT_FIELD = { .kind = FIELD_TEXT };
static const struct schema TEXTS_SCHEMA = { "a list of names", NULL, 0,
					    &TEXT_FIELD };
static const struct schema_field DECISION_FIELDS[] = {
	{ .key = "status",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct decision, status) },
	{ .key = "because",
	  .kind = FIELD_INLINE,
	  .offset = offsetof(struct decision, because) },
};
static const struct schema DECISION_TEXTS =
	SCHEMA("the translation of a decision", DECISION_FIELDS);
static const struct schema_field HEAD_FIELDS[] = {
	{ .key = "title", .kind = FIELD_TEXT, .offset = HEAD(title) },
	{ .key = "summary",
	  .kind = FIELD_TEXT,
	  .offset = HEAD(summary),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "slug",
	  .kind = FIELD_ID,
	  .offset = offsetof(struct head, slug) },
	{ .key = "tags",
	  .kind = FIELD_TEXTS,
	  .offset = HEAD(tags),
	  .count_offset = HEAD(tag_count) },
	{ .key = "canonical", .kind = FIELD_URL, .offset = HEAD(canonical) },
	{ .key = "disclosure",
	  .kind = FIELD_INLINE,
	  .offset = HEAD(disclosure) },
	{ .key = "decision", .kind = FIELD_MAPPING, .inner = &DECISION_TEXTS },
	{ .key = "facts", .kind = FIELD_MAPPING, .inner = &TEXTS_SCHEMA },
	{ .key = "groups", .kind = FIELD_MAPPING, .inner = &TEXTS_SCHEMA },
	{ .key = "units", .kind = FIELD_MAPPING, .inner = &TEXTS_SCHEMA },
	{ .key = "params", .kind = FIELD_PARAMS, .offset = HEAD(params) },
};
const struct schema COMPARISON_TRANSLATION =
	SCHEMA("the translation of a comparison", HEAD_FIELDS);

#define OPTION(member) offsetof(struct option, member)
static const struct schema_field OPTION_FIELDS[] = {
	{ .key = "name", .kind = FIELD_TEXT, .offset = OPTION(name) },
	{ .key = "short", .kind = FIELD_TEXT, .offset = OPTION(short_name) },
	{ .key = "website", .kind = FIELD_URL, .offset = OPTION(website) },
	{ .key = "price", .kind = FIELD_TEXT, .offset = OPTION(price) },
	{ .key = "facts", .kind = FIELD_MAPPING, .inner = &TEXTS_SCHEMA },
	{ .key = "features",
	  .kind = FIELD_INLINES,
	  .offset = OPTION(features) },
	{ .key = "pros", .kind = FIELD_INLINES, .offset = OPTION(pros) },
	{ .key = "cons", .kind = FIELD_INLINES, .offset = OPTION(cons) },
	{ .key = "best_for",
	  .kind = FIELD_INLINES,
	  .offset = OPTION(best_for) },
	{ .key = "params", .kind = FIELD_PARAMS, .offset = OPTION(params) },
};
const struct schema OPTION_TRANSLATION =
	SCHEMA("the translation of an option", OPTION_FIELDS);

#define CRITERION(member) offsetof(struct criterion, member)
static const struct schema RUBRIC_TEXTS = { "a rubric", NULL, 0, &TEXT_FIELD };
static const struct schema_field CRITERION_FIELDS[] = {
	{ .key = "title", .kind = FIELD_TEXT, .offset = CRITERION(title) },
	{ .key = "question",
	  .kind = FIELD_TEXT,
	  .offset = CRITERION(question),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "rubric", .kind = FIELD_ANY, .inner = &RUBRIC_TEXTS },
	{ .key = "note", .kind = FIELD_ANY, .inner = &TEXTS_SCHEMA },
	{ .key = "params", .kind = FIELD_PARAMS, .offset = CRITERION(params) },
};
const struct schema CRITERION_TRANSLATION =
	SCHEMA("the translation of a criterion", CRITERION_FIELDS);

static const struct schema_field PROFILE_FIELDS[] = {
	{ .key = "title",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct profile, title) },
	{ .key = "summary",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct profile, summary),
	  .max = SCHEMA_TEXT_MOST },
	{ .key = "params",
	  .kind = FIELD_PARAMS,
	  .offset = offsetof(struct profile, params) },
};
const struct schema PROFILE_TRANSLATION =
	SCHEMA("the translation of a profile", PROFILE_FIELDS);

static const struct schema_field TITLE_FIELDS[] = {
	{ .key = "title", .kind = FIELD_TEXT, .offset = 0 },
};
static const struct schema GUIDE_TRANSLATION =
	SCHEMA("the translation of the guide", TITLE_FIELDS);
static const struct schema FAQ_TRANSLATION =
	SCHEMA("the translation of the FAQ", TITLE_FIELDS);

bool translate_title(struct reader *r)
{
	struct hash hashes[2] = { r->c->head };
	struct head head = { 0 };
	struct front_matter fm;
	bool ok = true;

	if (!open_file(r, "comparison.md", &fm, &ok))
		return ok;
	hashes[1] = hash_of(fm.text);
	r->c->head = hash_of_all(hashes, 2);
	ok = schema_read(&r->env, &COMPARISON_TRANSLATION, fm.yaml, &head);
	take(&r->c->title, &head.c.title);
	take(&r->c->summary, &head.c.summary);
	if (head.c.tag_count) {
		r->c->tags = head.c.tags;
		r->c->tag_count = head.c.tag_count;
	}
	return ok;
}

bool translate_comparison(struct reader *r)
{
	bool ok = translate_head(r);

	ok &= translate_options(r);
	ok &= translate_criteria(r);
	ok &= translate_profiles(r);
	ok &= translate_guide(r);
	return ok & translate_faq(r);
}

static bool translate_head(struct reader *r)
{
	struct head head = { 0 };
	struct front_matter fm;
	bool ok = true;

	if (!open_file(r, "comparison.md", &fm, &ok))
		return ok;
	ok = translate_facts(r, yaml_find(fm.yaml, "facts"));
	ok &= schema_read(&r->env, &COMPARISON_TRANSLATION, fm.yaml, &head);
	take(&r->c->title, &head.c.title);
	take(&r->c->summary, &head.c.summary);
	/* The address of the text in the other language is not this one's. */
	r->c->canonical = head.c.canonical;
	r->c->alias_count = 0;
	if (head.c.tag_count) {
		r->c->tags = head.c.tags;
		r->c->tag_count = head.c.tag_count;
	}
	if (head.c.params.count)
		r->c->params = head.c.params;
	take_prose(&r->c->disclosure, &head.c.disclosure);
	ok &= translate_decision(r, yaml_find(fm.yaml, "decision"));
	ok &= translate_names(r, "groups", yaml_find(fm.yaml, "groups"));
	ok &= translate_names(r, "units", yaml_find(fm.yaml, "units"));
	if (str_is_empty(str_trim(fm.body)))
		return ok;
	r->c->body = (struct prose){ 0 };
	return markdown_block(&r->env, r->page_ids, fm.body, fm.body_at,
			      &r->c->body) &&
	       ok;
}

/* By the ids that the comparison has; a new one would be said nowhere else. */
static bool translate_facts(struct reader *r, const struct yaml_node *node)
{
	bool ok = true;

	for (size_t i = 0; node && i < node->pair_count; i++) {
		const struct yaml_pair *pair = &node->pairs[i];
		struct shared_fact *fact = NULL;

		for (size_t k = 0; k < r->c->fact_count && !fact; k++)
			if (str_equals(r->c->facts[k].name.str, pair->key))
				fact = &r->c->facts[k];
		if (!fact)
			ok = diag_error(r->diags, pair->at,
					"comparison.md has no fact \"%.*s\"",
					STR_ARG(pair->key));
		else
			ok &= schema_entry(r->diags, "facts", pair->value,
					   &fact->value);
	}
	return ok;
}

static bool translate_decision(struct reader *r, const struct yaml_node *node)
{
	struct decision texts = { 0 };
	bool ok;

	if (!node || node->kind != YAML_MAPPING)
		return true;
	if (!r->c->decision.given)
		return diag_error(r->diags, node->at,
				  "comparison.md has no decision");
	ok = schema_read(&r->env, &DECISION_TEXTS, node, &texts);
	take(&r->c->decision.status, &texts.status);
	take_prose(&r->c->decision.because, &texts.because);
	return ok;
}

/*
 * Groups and units are called so in many places: here once for all.  One may
 * be given the name that another had; two of one kind with one name would be
 * one group, and results those of other groups than in the first language.
 */
static bool translate_names(struct reader *r, const char *key,
			    const struct yaml_node *node)
{
	bool groups = !strcmp(key, "groups"), ok = true;
	struct names names;

	if (!node)
		return true;
	find_names(r, groups, &names);
	for (size_t i = 0; i < node->pair_count; i++) {
		const struct yaml_pair *pair = &node->pairs[i];
		struct text to;

		ok &= schema_entry(r->diags, key, pair->value, &to) &&
		      rename_all(r, key, (struct text){ pair->key, pair->at },
				 to, &names);
	}
	return ok &&
	       (!groups ||
		(check_distinct(r, node, &names, 0, r->c->criterion_count) &&
		 check_distinct(r, node, &names, r->c->criterion_count,
				names.count)));
}

static void find_names(struct reader *r, bool groups, struct names *names)
{
	struct comparison *c = r->c;

	names->count = c->criterion_count + (groups ? c->option_count : 0);
	names->at = arena_array(r->arena, struct str *, names->count);
	names->were = arena_array(r->arena, struct str, names->count);
	for (size_t j = 0; j < c->criterion_count; j++)
		names->at[j] = groups ? &c->criteria[j].group.str
				      : &c->criteria[j].measure.unit.str;
	for (size_t i = c->criterion_count; i < names->count; i++)
		names->at[i] = &c->options[i - c->criterion_count].group.str;
	for (size_t i = 0; i < names->count; i++)
		names->were[i] = *names->at[i];
}

static bool rename_all(struct reader *r, const char *key, struct text from,
		       struct text to, struct names *names)
{
	bool found = false;

	for (size_t i = 0; i < names->count; i++) {
		if (!str_equals(names->were[i], from.str))
			continue;
		*names->at[i] = to.str;
		found = true;
	}
	return found ||
	       diag_error(r->diags, from.at, "there is no %.*s \"%.*s\"",
			  (int)strlen(key) - 1, key, STR_ARG(from.str));
}

/* Of the criteria, or of the options; told once. */
static bool check_distinct(struct reader *r, const struct yaml_node *node,
			   const struct names *names, size_t from, size_t to)
{
	for (size_t p = 0; p < node->pair_count; p++) {
		struct text name = { node->pairs[p].key, node->pairs[p].at };
		size_t k = from;

		while (k < to && !str_equals(names->were[k], name.str))
			k++;
		for (size_t i = from; k < to && i < to; i++)
			if (is_another(names, name, i, k))
				return diag_error(
					r->diags, name.at,
					"the groups \"%.*s\" and \"%.*s\" "
					"would both be called \"%.*s\"",
					STR_ARG(name.str),
					STR_ARG(names->were[i]),
					STR_ARG(*names->at[i]));
	}
	return true;
}

/* Whether the `i`th was another group than `from`, and is the `k`th's now. */
static bool is_another(const struct names *names, struct text from, size_t i,
		       size_t k)
{
	return !str_equals(names->were[i], from.str) &&
	       str_equals(*names->at[i], *names->at[k]);
}

static bool find_option(struct reader *r, struct str id, const char *path)
{
	size_t i = 0;

	while (i < r->c->option_count && !str_equals(r->c->options[i].id, id))
		i++;
	if (i < r->c->option_count)
		return translate_option(r, path, &r->c->options[i]);
	return diag_error(r->diags, (struct place){ .file = path },
			  "there is no option \"%.*s\"", STR_ARG(id));
}

/* Notes may call them by the names of either language. */
static bool translate_options(struct reader *r)
{
	bool ok = each_file(r, "options", find_option) &&
		  read_option_names_differ(r, true);

	if (!r->names[CALLED_OPTION])
		r->names[CALLED_OPTION] = reader_names(r, CALLED_OPTION);
	for (size_t i = 0; i < r->c->option_count; i++) {
		const struct option *option = &r->c->options[i];

		name_index_add(r->names[CALLED_OPTION], option->name.str, i);
		name_index_add(r->names[CALLED_OPTION], option->short_name.str,
			       i);
	}
	for (size_t i = 0; i < r->c->option_count; i++)
		name_index_add_id(r->names[CALLED_OPTION], r->c->options[i].id,
				  i);
	return ok;
}

static bool translate_option(struct reader *r, const char *path,
			     struct option *option)
{
	struct markdown_ids *ids = markdown_ids_new(r->arena);
	bool is_short = str_equals(option->short_name.str, option->name.str);
	struct option texts = { 0 };
	const struct yaml_node *facts;
	struct front_matter fm;
	bool ok;

	if (!front_matter_read(r->diags, path, &fm, r->arena))
		return false;
	ok = schema_read(&r->env, &OPTION_TRANSLATION, fm.yaml, &texts);
	take(&option->name, &texts.name);
	if (is_short)
		option->short_name = option->name;
	take(&option->short_name, &texts.short_name);
	take(&option->website, &texts.website);
	take(&option->price, &texts.price);
	take_list(&option->features, &texts.features);
	take_list(&option->pros, &texts.pros);
	take_list(&option->cons, &texts.cons);
	take_list(&option->best_for, &texts.best_for);
	if (texts.params.count)
		option->params = texts.params;
	facts = yaml_find(fm.yaml, "facts");
	if (facts && facts->kind == YAML_MAPPING) {
		option->facts = NULL;
		option->fact_count = 0;
		ok &= read_option_facts(r, facts, option);
	}
	if (str_is_empty(str_trim(fm.body)))
		return ok;
	option->body = (struct prose){ 0 };
	markdown_ids_reserve(ids, STR("main"));
	markdown_ids_reserve(ids, STR("facts-title"));
	return markdown_block(&r->env, ids, fm.body, fm.body_at,
			      &option->body) &&
	       ok;
}

static bool find_criterion(struct reader *r, struct str id, const char *path)
{
	size_t j = 0;

	while (j < r->c->criterion_count &&
	       !str_equals(r->c->criteria[j].id, id))
		j++;
	if (j < r->c->criterion_count)
		return translate_criterion(r, path, &r->c->criteria[j]);
	return diag_error(r->diags, (struct place){ .file = path },
			  "there is no criterion \"%.*s\"", STR_ARG(id));
}

static bool translate_criteria(struct reader *r)
{
	return each_file(r, "criteria", find_criterion);
}

static bool translate_criterion(struct reader *r, const char *path,
				struct criterion *criterion)
{
	struct criterion texts = { 0 };
	struct front_matter fm;
	bool ok;

	if (!front_matter_read(r->diags, path, &fm, r->arena))
		return false;
	ok = schema_read(&r->env, &CRITERION_TRANSLATION, fm.yaml, &texts);
	take(&criterion->title, &texts.title);
	take(&criterion->question, &texts.question);
	if (texts.params.count)
		criterion->params = texts.params;
	ok &= translate_rubric(r, yaml_find(fm.yaml, "rubric"), criterion);
	ok &= translate_notes(r, yaml_find(fm.yaml, "note"), criterion);
	if (str_is_empty(str_trim(fm.body)))
		return ok;
	criterion->at = (struct place){ .file = path };
	criterion->body = criterion->verdict = (struct prose){ 0 };
	memset(criterion->sections, 0,
	       r->c->option_count * sizeof(*criterion->sections));
	return read_criterion_body(r, &fm, criterion) && ok;
}

/* By the scores that the rubric has. */
static bool translate_rubric(struct reader *r, const struct yaml_node *node,
			     struct criterion *criterion)
{
	struct level *old = criterion->rubric;
	size_t count = criterion->rubric_count;

	if (!node || yaml_is_null(node))
		return true;
	criterion->rubric = NULL;
	criterion->rubric_count = 0;
	if (!read_criterion_rubric(r, node, criterion))
		return false;
	for (size_t k = 0; k < count; k++)
		if (criterion->rubric_count != count ||
		    !str_equals(old[k].score.str,
				criterion->rubric[k].score.str))
			return diag_error(r->diags, node->at,
					  "the rubric has other scores than "
					  "that of the criterion");
	return true;
}

/* One for all scores of the criterion, or one for an option's. */
static bool translate_notes(struct reader *r, const struct yaml_node *node,
			    struct criterion *criterion)
{
	const struct yaml_pair **seen;
	bool ok = true;

	if (!node || yaml_is_null(node))
		return true;
	seen = arena_array(r->arena, const struct yaml_pair *,
			   r->c->option_count);
	if (node->kind == YAML_LIST)
		return diag_error(r->diags, node->at,
				  "\"note\" must be text or a mapping from "
				  "options, found a list");
	if (node->kind == YAML_SCALAR)
		for (size_t i = 0; i < r->c->option_count; i++)
			ok &= translate_note(r, node, criterion, i);
	for (size_t k = 0; k < node->pair_count; k++) {
		const struct yaml_pair *pair = &node->pairs[k];
		size_t i;

		ok &= reader_find_key(r, CALLED_OPTION, pair, seen, &i) &&
		      translate_note(r, pair->value, criterion, i);
	}
	return ok;
}

static bool translate_note(struct reader *r, const struct yaml_node *node,
			   struct criterion *criterion, size_t option)
{
	struct score *score =
		criterion->scores ? &criterion->scores[option] : NULL;
	struct text text;

	if (!schema_text(r->diags, "note", node, &text))
		return false;
	if (!score || score->evidence_count != 1)
		return diag_error(r->diags, node->at,
				  "a note is translated where one judge gave "
				  "the score");
	return schema_inline(&r->env, node, text.str, &score->evidence[0].note);
}

static bool find_profile(struct reader *r, struct str id, const char *path)
{
	struct markdown_ids *ids = markdown_ids_new(r->arena);
	struct profile texts = { 0 }, *profile = NULL;
	struct front_matter fm;
	bool ok;

	for (size_t p = 0; p < r->c->profile_count; p++)
		if (str_equals(r->c->profiles[p].id, id))
			profile = &r->c->profiles[p];
	if (!profile)
		return diag_error(r->diags, (struct place){ .file = path },
				  "there is no profile \"%.*s\"", STR_ARG(id));
	if (!front_matter_read(r->diags, path, &fm, r->arena))
		return false;
	ok = schema_read(&r->env, &PROFILE_TRANSLATION, fm.yaml, &texts);
	take(&profile->title, &texts.title);
	take(&profile->summary, &texts.summary);
	if (texts.params.count)
		profile->params = texts.params;
	if (str_is_empty(str_trim(fm.body)))
		return ok;
	profile->body = (struct prose){ 0 };
	markdown_ids_reserve(ids, STR("main"));
	return markdown_block(&r->env, ids, fm.body, fm.body_at,
			      &profile->body) &&
	       ok;
}

static bool translate_profiles(struct reader *r)
{
	return each_file(r, "profiles", find_profile);
}

static bool translate_guide(struct reader *r)
{
	struct text title = { 0 };
	struct front_matter fm;
	bool ok = true;

	if (!open_file(r, "guide.md", &fm, &ok))
		return ok;
	ok = schema_read(&r->env, &GUIDE_TRANSLATION, fm.yaml, &title);
	take(&r->c->guide_title, &title);
	if (str_is_empty(str_trim(fm.body)))
		return ok;
	r->c->guide = (struct prose){ 0 };
	samples_open(&r->samples, r->env.sources_url);
	ok &= markdown_block(&r->env, r->page_ids, fm.body, fm.body_at,
			     &r->c->guide);
	return ok & samples_close(&r->samples, r->c->guide_samples,
				  &r->c->guide_sample_count);
}

static bool translate_faq(struct reader *r)
{
	struct markdown_section *sections;
	struct text title = { 0 };
	struct front_matter fm;
	size_t count;
	bool ok = true;

	if (!open_file(r, "faq.md", &fm, &ok))
		return ok;
	ok = schema_read(&r->env, &FAQ_TRANSLATION, fm.yaml, &title);
	take(&r->c->faq_title, &title);
	if (str_is_empty(str_trim(fm.body)))
		return ok;
	ok &= markdown_sections(&r->env, r->page_ids, fm.body, fm.body_at,
				&sections, &count);
	r->c->faq_intro = sections[0].prose;
	r->c->questions = NULL;
	r->c->question_count = 0;
	for (size_t k = 1; k < count; k++)
		*arena_push(r->arena, r->c->questions, r->c->question_count) =
			(struct question){ sections[k].heading, sections[k].id,
					   sections[k].prose };
	return ok;
}

/* The translations of a folder; of "10-speed.de.md" the id is "speed". */
static bool each_file(struct reader *r, const char *folder,
		      bool translate(struct reader *r, struct str id,
				     const char *path))
{
	const char *dir = reader_path(r, folder);
	struct name_index *seen = name_index_new(r->arena);
	struct str *names;
	size_t count;
	bool ok = true;

	if (!folder_list(r->diags, dir, &names, &count, r->arena))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct str stem, language;
		const char *path;
		long before;

		if (!str_ends(names[i], ".md") ||
		    !edition_is_translation(names[i], &stem, &language) ||
		    !str_equals(language, r->site->edition))
			continue;
		if (!strcmp(folder, "criteria"))
			stem = criterion_id_of(stem);
		path = path_join(dir, names[i], r->arena);
		before = name_index_find(seen, stem);
		if (before >= 0) {
			ok = diag_error(r->diags,
					(struct place){ .file = path },
					"%s/%.*s translates the same", folder,
					STR_ARG(names[before]));
			continue;
		}
		name_index_add_id(seen, stem, i);
		ok &= translate(r, stem, path);
	}
	return ok;
}

/* "comparison.md" in the language, if it is there. */
static bool open_file(struct reader *r, const char *name,
		      struct front_matter *fm, bool *ok)
{
	struct str stem = path_stem(str_from(name));
	struct str file = arena_printf(r->arena, "%.*s.%.*s.md", STR_ARG(stem),
				       STR_ARG(r->site->edition));
	const char *path = reader_path(r, file.ptr);

	*ok = true;
	if (!text_is_there(r->diags, path, ok))
		return false;
	*ok = front_matter_read(r->diags, path, fm, r->arena);
	return *ok;
}

static void take(struct text *to, const struct text *from)
{
	if (from->str.len)
		*to = *from;
}

static void take_prose(struct prose *to, const struct prose *from)
{
	if (from->html.len)
		*to = *from;
}

static void take_list(struct prose_list *to, const struct prose_list *from)
{
	if (from->count)
		*to = *from;
}
