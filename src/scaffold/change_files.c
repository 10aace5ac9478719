#include "base/file.h"
#include "read/edition.h"
#include "read/text.h"
#include "scaffold/change.h"
#include "scaffold/content_edit.h"
#include "scaffold/new_text.h"

static bool change_head(struct change *change);
static bool change_option(struct change *change);
static bool change_samples(struct change *change);
static bool change_criterion(struct change *change);
static bool change_scores(struct change *change);
static bool change_comparison(struct change *change);
static void change_aliases(struct change *change, struct edited *file,
			   const struct yaml_node *yaml);
static struct str address_of(struct change *change, struct str language,
			     struct str id);
static void add_aliases(struct change *change, struct edited *file,
			const struct yaml_node *yaml, const struct str *added,
			size_t count);
static struct span span_of_aliases(struct str text,
				   const struct yaml_node *yaml);
static bool change_alias_back(struct change *change, struct edited *file,
			      const struct yaml_node *list,
			      struct str language);
static bool change_others(struct change *change);
static bool each_file(struct change *change, const char *folder,
		      bool (*visit)(struct change *change, const char *path));
static bool visit_criterion(struct change *change, const char *path);
static bool visit_profile(struct change *change, const char *path);
static bool visit_scores(struct change *change, const char *path);
static const char *path_of(const struct change *change, const char *name);
static void add_move(struct change *change, const char *from);

bool change_collect(struct change *change)
{
	if (change->thing == THING_OPTION)
		return change_head(change) && change_option(change);
	return change->thing == THING_CRITERION ? change_criterion(change)
						: change_comparison(change);
}

bool change_own_file(struct change *change, const char *path, const char *key)
{
	struct edited *file = change_file(change, path);
	const struct yaml_node *yaml = file ? change_yaml(change, file) : NULL;

	if (!yaml)
		return false;
	change_name(change, file, yaml_find(yaml, key));
	add_move(change, path);
	return true;
}

void change_name(struct change *change, struct edited *file,
		 const struct yaml_node *name)
{
	if (name && !change->removes && str_equals(name->name, change->name) &&
	    !str_equals(change->name, change->new_name))
		change_splice(change, file,
			      span_scalar(file->text, name->at, false),
			      yaml_scalar(change->new_name, &change->a->arena));
}

static bool change_head(struct change *change)
{
	struct edited *file =
		change_file(change, path_of(change, "comparison.md"));
	const struct yaml_node *yaml = file ? change_yaml(change, file) : NULL;
	const struct yaml_node *decision;

	if (!yaml)
		return false;
	decision = yaml_find(yaml, "decision");
	change_list(change, file, yaml_find(yaml, "options"));
	change_claim(change, file, yaml, "verdict");
	change_pairs(change, file, yaml_find(yaml, "pairs"));
	/* What was decided does not go with the option. */
	if (decision && decision->kind == YAML_MAPPING && !change->removes)
		change_scalar(change, file,
			      span_is_flow(file->text, decision->at),
			      yaml_find(decision, "chosen"));
	return true;
}

static bool change_option(struct change *change)
{
	struct arena *arena = &change->a->arena;
	const char *own = path_of(change, arena_printf(arena, "options/%.*s.md",
						       STR_ARG(change->id))
						  .ptr);

	return (!file_is_regular(own) ||
		change_own_file(change, own, "name")) &&
	       (!file_is_regular(path_of(change, "options.csv")) ||
		change_table(change, path_of(change, "options.csv"),
			     TABLE_OWN)) &&
	       (!file_is_regular(path_of(change, "criteria.csv")) ||
		change_table(change, path_of(change, "criteria.csv"),
			     TABLE_OTHER)) &&
	       each_file(change, "criteria", visit_criterion) &&
	       change_scores(change) &&
	       each_file(change, "tables", change_columns) &&
	       change_samples(change);
}

/* samples/<id>/<option>.<ext> */
static bool change_samples(struct change *change)
{
	struct addition *a = change->a;
	struct str *ids, *names;
	size_t count, name_count;

	if (!folder_list(a->diags, path_of(change, "samples"), &ids, &count,
			 &a->arena))
		return false;
	for (size_t i = 0; i < count; i++) {
		const char *dir = path_join(path_of(change, "samples"), ids[i],
					    &a->arena);

		if (!folder_list(a->diags, dir, &names, &name_count, &a->arena))
			return false;
		for (size_t k = 0; k < name_count; k++)
			if (str_equals(path_stem(names[k]), change->id))
				add_move(change,
					 path_join(dir, names[k], &a->arena));
	}
	return true;
}

static bool change_criterion(struct change *change)
{
	const char *own = change->a->now.c.criteria[change->index].at.file;
	const char *list = path_of(change, "criteria.csv");

	if (str_ends(str_from(own), ".md") &&
	    !change_own_file(change, own, "title"))
		return false;
	return (!file_is_regular(list) ||
		change_table(change, list, TABLE_OWN)) &&
	       change_scores(change) &&
	       each_file(change, "profiles", visit_profile);
}

static bool change_scores(struct change *change)
{
	const char *table = path_of(change, "scores.csv");

	return (!file_is_regular(table) || visit_scores(change, table)) &&
	       each_file(change, "scores", visit_scores);
}

static bool change_comparison(struct change *change)
{
	struct addition *a = change->a;
	const char *head = path_of(change, "comparison.md");
	struct edited *file = change_file(change, head);
	const struct yaml_node *yaml = file ? change_yaml(change, file) : NULL;

	if (!yaml)
		return false;
	add_move(change, a->dir);
	if (change->removes)
		return change_others(change);
	change_name(change, file, yaml_find(yaml, "title"));
	if (!str_equals(change->id, change->new_id))
		change_aliases(change, file, yaml);
	return change_others(change);
}

/* Its old addresses, one a language, lead to it from now on. */
static void change_aliases(struct change *change, struct edited *file,
			   const struct yaml_node *yaml)
{
	const struct reading *now = &change->a->now;
	const struct yaml_node *list = yaml_find(yaml, "aliases");
	struct str *added = arena_array(&change->a->arena, struct str,
					now->translated_count + 1);
	struct str prefix = STR("");
	size_t count = 0;

	for (size_t k = 0; k <= now->translated_count; k++) {
		if (k)
			prefix = now->translated[k - 1].language;
		/* One that has an address of its own keeps it. */
		if (k && !str_equals(now->translated[k - 1].c.slug, change->id))
			continue;
		if (!list || !change_alias_back(change, file, list, prefix))
			added[count++] = address_of(change, prefix, change->id);
	}
	if (count)
		add_aliases(change, file, yaml, added, count);
}

/* "/oak-vs-elm/", or "/de/oak-vs-elm/". */
static struct str address_of(struct change *change, struct str language,
			     struct str id)
{
	return arena_printf(&change->a->arena, "/%.*s%s%.*s/",
			    STR_ARG(language), language.len ? "/" : "",
			    STR_ARG(id));
}

static void add_aliases(struct change *change, struct edited *file,
			const struct yaml_node *yaml, const struct str *added,
			size_t count)
{
	struct arena *arena = &change->a->arena;
	const struct yaml_node *list = yaml_find(yaml, "aliases");
	struct str text = file->text, all = STR("");
	bool joins = list && list->kind == YAML_LIST && list->item_count;
	struct span span = { 0 };

	for (size_t k = 0; k < count; k++) {
		struct splice made = { 0 };

		if (joins)
			made = edit_yaml_entry(
				text, list->items[list->item_count - 1]->at,
				added[k], arena);
		else
			made.with = arena_printf(arena, "%s%.*s", k ? ", " : "",
						 STR_ARG(added[k]));
		span = made.span;
		all = ARENA_JOIN(arena, all, made.with);
	}
	if (!joins) {
		span = span_of_aliases(text, yaml);
		all = arena_printf(arena, "aliases: [%.*s]%s", STR_ARG(all),
				   span_line_break(text));
	}
	change_splice(change, file, span, all);
}

/* The key with its empty list; without one, what stands first. */
static struct span span_of_aliases(struct str text,
				   const struct yaml_node *yaml)
{
	for (size_t k = 0; k < yaml->pair_count; k++) {
		const struct yaml_pair *pair = &yaml->pairs[k];

		if (str_is(pair->key, "aliases"))
			return span_pair(text, yaml->at, pair->at,
					 pair->value->at);
	}
	return (struct span){ span_byte(text, yaml->pairs[0].at), 0 };
}

/* What was an old address and is the new one now is exchanged for it. */
static bool change_alias_back(struct change *change, struct edited *file,
			      const struct yaml_node *list, struct str language)
{
	struct str now = address_of(change, language, change->new_id);
	bool flow = span_is_flow(file->text, list->at);

	for (size_t k = 0; list->kind == YAML_LIST && k < list->item_count;
	     k++) {
		struct str item = list->items[k]->name;

		while (str_starts(item, "/"))
			item = str_from_byte(item, 1);
		while (str_ends(item, "/"))
			item.len--;
		if (!str_equals(item, str_slice(now, 1, now.len - 2)))
			continue;
		change_splice(change, file,
			      span_scalar(file->text, list->items[k]->at, flow),
			      address_of(change, language, change->id));
		return true;
	}
	return false;
}

static bool change_others(struct change *change)
{
	struct addition *a = change->a;
	/* They know it by its folder alone. */
	struct str name = change->name;

	change->name = change->id;
	for (size_t i = 0; i < a->now.site.slug_count + a->now.site.draft_count;
	     i++) {
		struct str slug =
			i < a->now.site.slug_count
				? a->now.site.slugs[i]
				: a->now.site
					  .drafts[i - a->now.site.slug_count];
		struct edited *file = change_file(
			change,
			path_join(path_join(a->content, slug, &a->arena),
				  STR("comparison.md"), &a->arena));
		const struct yaml_node *yaml =
			file ? change_yaml(change, file) : NULL;

		if (!yaml)
			return false;
		change_list(change, file, yaml_find(yaml, "related"));
	}
	change->name = name;
	return true;
}

/* Those in the first language. */
static bool each_file(struct change *change, const char *folder,
		      bool (*visit)(struct change *change, const char *path))
{
	struct addition *a = change->a;
	struct str *names, stem, language;
	size_t count;

	if (!folder_list(a->diags, path_of(change, folder), &names, &count,
			 &a->arena))
		return false;
	for (size_t i = 0; i < count; i++)
		if ((str_ends(names[i], ".md") || str_ends(names[i], ".csv")) &&
		    !edition_takes(&a->now.site, names[i], &stem, &language) &&
		    !visit(change, path_join(path_of(change, folder), names[i],
					     &a->arena)))
			return false;
	return true;
}

static bool visit_criterion(struct change *change, const char *path)
{
	struct edited *file = change_file(change, path);
	const struct yaml_node *yaml = file ? change_yaml(change, file) : NULL;

	if (!yaml)
		return false;
	change_claim(change, file, yaml, "winner");
	change_section(change, file);
	return true;
}

static bool visit_profile(struct change *change, const char *path)
{
	struct edited *file = change_file(change, path);
	const struct yaml_node *yaml = file ? change_yaml(change, file) : NULL;

	if (!yaml)
		return false;
	change_keys(change, file, yaml_find(yaml, "weights"));
	change_keys(change, file, yaml_find(yaml, "must"));
	return true;
}

static bool visit_scores(struct change *change, const char *path)
{
	return change_table(change, path, TABLE_SCORES);
}

static const char *path_of(const struct change *change, const char *name)
{
	return path_join(change->a->dir, str_from(name), &change->a->arena);
}

/*
 * The file or folder that its id names goes, or to the same with the new id,
 * which has no dot: "10-speed.de.md".
 */
static void add_move(struct change *change, const char *from)
{
	struct arena *arena = &change->a->arena;
	struct str base = path_base(str_from(from));
	size_t behind = (size_t)(base.ptr - from) + str_find(base, '.');
	const char *to = NULL;

	if (!change->removes && str_equals(change->id, change->new_id))
		return;
	if (!change->removes)
		to = arena_printf(arena, "%.*s%.*s%s",
				  (int)(behind - change->id.len), from,
				  STR_ARG(change->new_id), from + behind)
			     .ptr;
	*arena_push(arena, change->moves, change->move_count) =
		(struct move){ from, to };
}
