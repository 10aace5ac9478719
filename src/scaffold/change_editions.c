#include "base/file.h"
#include "read/edition.h"
#include "read/reader.h"
#include "read/text.h"
#include "scaffold/change.h"

/* What it is called, and what it is to be. */
struct names {
	struct str name, short_name, new_name;
};

/* A language of the site; `keeps`: the name it has of its own, told of. */
struct edition {
	struct change *change;
	struct str language;
	struct names first, own; /* in the first language, and in this one */
	bool keeps;
};

static bool change_edition(struct change *change, struct str language);
static struct names names_in(const struct edition *e);
static void use_names(struct change *change, const struct names *names);
static bool change_files(struct edition *e);
static bool each_file(struct edition *e, const char *folder,
		      bool (*visit)(struct edition *e, const char *path,
				    struct str stem));
static bool visit_option(struct edition *e, const char *path, struct str stem);
static bool visit_text(struct edition *e, const char *path, struct str stem);
static void change_notes(struct edition *e, struct edited *file,
			 const struct yaml_node *mapping);
static bool visit_criterion(struct edition *e, const char *path,
			    struct str stem);
static bool own_file(struct edition *e, const char *path, const char *key);
static bool change_head(struct edition *e);
static void drop_name(struct change *change, struct edited *file,
		      const struct yaml_node *mapping, bool groups);
static bool is_borne(const struct change *change, struct str name, bool groups);

bool change_editions(struct change *change)
{
	const struct site *site = &change->a->now.site;
	bool ok = true;

	for (size_t k = 0; k < site->language_count && ok; k++)
		ok = change_edition(change, site->languages[k].tag);
	return ok;
}

static bool change_edition(struct change *change, struct str language)
{
	struct names first = { change->name, change->short_name,
			       change->new_name };
	struct edition e = { .change = change,
			     .language = language,
			     .first = first };
	bool ok;

	e.own = names_in(&e);
	e.keeps = !str_equals(e.own.name, first.name) &&
		  !str_equals(first.name, first.new_name);
	use_names(change, &e.own);
	ok = change_files(&e);
	use_names(change, &first);
	return ok;
}

/*
 * It keeps a name that it has of its own.  What is not part of the edition is
 * called as in the first language.
 */
static struct names names_in(const struct edition *e)
{
	const struct change *change = e->change;
	const struct comparison *c = reading_in(&change->a->now, e->language);
	struct names names = e->first;

	if (!c)
		return names;
	if (change->thing == THING_COMPARISON)
		names.name = c->title.str;
	if (change->thing == THING_CRITERION)
		names.name = c->criteria[change->index].title.str;
	if (change->thing == THING_OPTION) {
		names.name = c->options[change->index].name.str;
		names.short_name = c->options[change->index].short_name.str;
	}
	if (!str_equals(names.name, e->first.name))
		names.new_name = names.name;
	return names;
}

static void use_names(struct change *change, const struct names *names)
{
	change->name = names->name;
	change->short_name = names->short_name;
	change->new_name = names->new_name;
}

static bool change_files(struct edition *e)
{
	if (e->change->thing == THING_OPTION)
		return each_file(e, "options", visit_option) &&
		       each_file(e, "criteria", visit_text) && change_head(e);
	return (e->change->thing == THING_COMPARISON ||
		each_file(e, "criteria", visit_criterion)) &&
	       change_head(e);
}

/* The files of a folder that are in the language. */
static bool each_file(struct edition *e, const char *folder,
		      bool (*visit)(struct edition *e, const char *path,
				    struct str stem))
{
	struct addition *a = e->change->a;
	const char *dir = path_join(a->dir, str_from(folder), &a->arena);
	struct str *names, stem, language;
	size_t count;

	if (!folder_list(a->diags, dir, &names, &count, &a->arena))
		return false;
	for (size_t i = 0; i < count; i++)
		if (edition_takes(&a->now.site, names[i], &stem, &language) &&
		    str_equals(language, e->language) &&
		    !visit(e, path_join(dir, names[i], &a->arena), stem))
			return false;
	return true;
}

static bool visit_option(struct edition *e, const char *path, struct str stem)
{
	return !str_equals(stem, e->change->id) || own_file(e, path, "name");
}

/* Its section in a criterion, and notes, by the names of either language. */
static bool visit_text(struct edition *e, const char *path, struct str stem)
{
	struct edited *file = change_file(e->change, path);
	const struct yaml_node *yaml =
		file ? change_yaml(e->change, file) : NULL;

	(void)stem;
	if (!yaml)
		return false;
	change_section(e->change, file);
	change_notes(e, file, yaml_find(yaml, "note"));
	return true;
}

static void change_notes(struct edition *e, struct edited *file,
			 const struct yaml_node *mapping)
{
	for (size_t k = 0; mapping && k < mapping->pair_count; k++) {
		struct yaml_node one = *mapping;
		struct str key = mapping->pairs[k].key;
		bool first = !str_is_like(key, e->own.name) &&
			     (str_is_like(key, e->first.name) ||
			      str_is_like(key, e->first.short_name));

		one.pairs += k;
		one.pair_count = 1;
		use_names(e->change, first ? &e->first : &e->own);
		change_keys(e->change, file, &one);
	}
	use_names(e->change, &e->own);
}

static bool visit_criterion(struct edition *e, const char *path,
			    struct str stem)
{
	return !str_equals(criterion_id_of(stem), e->change->id) ||
	       own_file(e, path, "title");
}

static bool own_file(struct edition *e, const char *path, const char *key)
{
	if (e->keeps)
		change_keep(e->change, path);
	return change_own_file(e->change, path, key);
}

static bool change_head(struct edition *e)
{
	struct change *change = e->change;
	struct addition *a = change->a;
	struct str name = ARENA_JOIN(&a->arena, STR("comparison."), e->language,
				     STR(".md"));
	const char *path = path_join(a->dir, name, &a->arena);
	const struct yaml_node *yaml;
	struct edited *file;

	if (!file_is_regular(path))
		return true;
	if (change->thing == THING_COMPARISON && e->keeps)
		change_keep(change, path);
	file = change_file(change, path);
	yaml = file ? change_yaml(change, file) : NULL;
	if (!yaml)
		return false;
	if (change->thing == THING_COMPARISON) {
		change_name(change, file, yaml_find(yaml, "title"));
		return true;
	}
	drop_name(change, file, yaml_find(yaml, "groups"), true);
	drop_name(change, file, yaml_find(yaml, "units"), false);
	return true;
}

/* What only it had is said nowhere any more; one thing has one at most. */
static void drop_name(struct change *change, struct edited *file,
		      const struct yaml_node *mapping, bool groups)
{
	if (!change->removes || !mapping || mapping->kind != YAML_MAPPING)
		return;
	for (size_t k = 0; k < mapping->pair_count; k++) {
		const struct yaml_pair *pair = &mapping->pairs[k];

		if (!is_borne(change, pair->key, groups))
			change_splice(change, file,
				      span_pair(file->text, mapping->at,
						pair->at, pair->value->at),
				      STR(""));
	}
}

/* Whether another one is of that group, or measured in that unit. */
static bool is_borne(const struct change *change, struct str name, bool groups)
{
	const struct comparison *c = &change->a->now.c;
	bool borne = false;

	for (size_t i = 0; groups && i < c->option_count; i++)
		if (change->thing != THING_OPTION || i != change->index)
			borne |= str_equals(c->options[i].group.str, name);
	for (size_t j = 0; j < c->criterion_count; j++)
		if (change->thing != THING_CRITERION || j != change->index)
			borne |= str_equals(
				groups ? c->criteria[j].group.str
				       : c->criteria[j].measure.unit.str,
				name);
	return borne;
}
