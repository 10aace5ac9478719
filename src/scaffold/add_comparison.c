#include "scaffold/addition.h"

#include <string.h>

#include "base/file.h"
#include "base/slug.h"
#include "read/lexical.h"
#include "read/reader.h"
#include "scaffold/title.h"

static bool list_names(struct addition *a, const char *list, const char *what,
		       struct named **named, size_t *count);
static bool name_options(struct addition *a, struct plan *plan);
static bool check_options(struct addition *a, const struct plan *plan,
			  const char *given);
static bool name_criteria(struct addition *a, struct plan *plan);
static void put_markdown(struct addition *a, const struct plan *plan);
static const char *criterion_path(struct addition *a, const struct plan *plan,
				  size_t j);
static void put(struct addition *a, const char *path, struct str text);

enum { NAMES_MOST = COMPARISON_CRITERIA };

bool add_comparison(struct addition *a)
{
	struct named title;

	return addition_open_site(a) && addition_name(a, &title) &&
	       addition_put_comparison(a, title.name, title.id) &&
	       scaffold_write(&a->files) && addition_check(a);
}

bool addition_put_comparison(struct addition *a, struct str title,
			     struct str id)
{
	struct plan plan = {
		.title = title, .id = id, .tables = a->tables, .empty = a->empty
	};

	a->dir = path_join(a->content, id, &a->arena);
	a->now.head.slug = id;
	if (slug_is_taken(id))
		return diag_error(a->diags, (struct place){ .file = a->dir },
				  "a comparison cannot be called \"%.*s\"",
				  STR_ARG(id));
	if (file_is_dir(a->dir))
		return diag_error(a->diags, (struct place){ .file = a->dir },
				  "this is there already");
	if (!name_options(a, &plan) || !name_criteria(a, &plan))
		return false;
	put(a, "comparison.md", new_comparison_md(&plan, &a->arena));
	a->edit = str_from(a->files.files[a->files.count - 1].path);
	if (a->tables) {
		put(a, "options.csv", new_options_csv(&plan, &a->arena));
		put(a, "criteria.csv", new_criteria_csv(&plan, &a->arena));
	} else {
		put_markdown(a, &plan);
	}
	put(a, "scores.csv", new_scores_csv(&plan, &a->arena));
	if (!a->empty)
		put(a, "sources.yaml", new_sources_yaml(&a->arena));
	return true;
}

/* "Tea, Coffee": names between commas, each with an id of its own. */
static bool list_names(struct addition *a, const char *list, const char *what,
		       struct named **named, size_t *count)
{
	struct str rest = str_from(list);

	*count = 0;
	while (rest.ptr) {
		struct str name = str_trim(str_cut(&rest, ','));
		struct named *next = arena_push(&a->arena, *named, *count);

		*next = (struct named){ slug_of(name, &a->arena), name };
		if (!next->id.len || !id_is_valid(next->id))
			return diag_error(a->diags,
					  (struct place){ .file = NULL },
					  "no id can be made of the %s "
					  "\"%.*s\"",
					  what, STR_ARG(name));
		for (size_t i = 0; i + 1 < *count; i++)
			if (str_equals((*named)[i].id, next->id))
				return diag_error(
					a->diags,
					(struct place){ .file = NULL },
					"the %s \"%.*s\" is there twice", what,
					STR_ARG(name));
		if (*count > NAMES_MOST)
			break;
	}
	return true;
}

/*
 * As listed, or of "Tea vs Coffee"; the id may say what the names do not:
 * `tee-vs-tee2`.
 */
static bool name_options(struct addition *a, struct plan *plan)
{
	enum { IN_TITLE = 16 };
	struct str names[IN_TITLE], rest = plan->id;
	size_t count;

	if (a->options)
		return list_names(a, a->options, "option", &plan->options,
				  &plan->option_count) &&
		       check_options(a, plan, a->options);
	count = title_split(title_subject(plan->title), names, IN_TITLE);
	if (count < 2) {
		*arena_push(&a->arena, plan->options, plan->option_count) =
			(struct named){ STR("a"), STR("Option A") };
		*arena_push(&a->arena, plan->options, plan->option_count) =
			(struct named){ STR("b"), STR("Option B") };
		return true;
	}
	for (size_t i = 0; i < count; i++) {
		size_t end = str_find_str(rest, STR("-vs-"));
		struct named *option = arena_push(&a->arena, plan->options,
						  plan->option_count);

		*option = (struct named){ slug_of(names[i], &a->arena),
					  names[i] };
		if (a->id)
			option->id = str_slice(rest, 0, end);
		rest = str_from_byte(rest, end + strlen("-vs-"));
	}
	return check_options(a, plan, NULL);
}

/* Each has an id and a name that no other is called by; two at the least. */
static bool check_options(struct addition *a, const struct plan *plan,
			  const char *given)
{
	size_t count = plan->option_count;
	struct comparison before = { .options = arena_array(
					     &a->arena, struct option, count) };
	bool ok = count >= 2;

	for (size_t i = 0; i < count; i++) {
		const struct named *option = &plan->options[i];

		ok &= option->id.len && id_is_valid(option->id) &&
		      !column_is_taken(option->id) && option->name.len &&
		      comparison_find_called(&before, option->id) == i &&
		      comparison_find_called(&before, option->name) == i;
		before.options[i].id = option->id;
		before.options[i].name.str = option->name;
		before.option_count++;
	}
	if (ok)
		return true;
	diag_error(a->diags, (struct place){ .file = NULL },
		   "\"%.*s\" does not give each option an id of its own",
		   STR_ARG(given ? str_from(given) : plan->title));
	diag_hint(a->diags,
		  given ? "name two or more: --options \"Tea, Coffee\""
			: "name them with --id FIRST-vs-SECOND, in "
			  "lower-case letters, digits and hyphens");
	return false;
}

static bool name_criteria(struct addition *a, struct plan *plan)
{
	if (!list_names(a, a->criteria ? a->criteria : "Ease of use",
			"criterion", &plan->criteria, &plan->criterion_count))
		return false;
	for (size_t j = 0; j < plan->criterion_count; j++)
		if (criterion_id_is_taken(&a->now.c, plan->criteria[j].id))
			return diag_error(a->diags,
					  (struct place){ .file = a->dir },
					  "a page has the id \"%.*s\" already",
					  STR_ARG(plan->criteria[j].id));
	return true;
}

static void put_markdown(struct addition *a, const struct plan *plan)
{
	for (size_t i = 0; i < plan->option_count; i++)
		put(a,
		    arena_printf(&a->arena, "options/%.*s.md",
				 STR_ARG(plan->options[i].id))
			    .ptr,
		    new_option_md(plan->options[i].name, plan->empty,
				  &a->arena));
	for (size_t j = 0; j < plan->criterion_count; j++)
		put(a, criterion_path(a, plan, j),
		    new_criterion_md(plan->criteria[j].name, plan->options,
				     plan->option_count, plan->empty,
				     &a->arena));
}

/* The number only orders: as many digits as the last one has. */
static const char *criterion_path(struct addition *a, const struct plan *plan,
				  size_t j)
{
	size_t last = plan->criterion_count * 10;
	int digits = 1;

	while (last /= 10)
		digits++;
	return arena_printf(&a->arena, "criteria/%0*zu-%.*s.md", digits,
			    j * 10 + 10, STR_ARG(plan->criteria[j].id))
		.ptr;
}

static void put(struct addition *a, const char *path, struct str text)
{
	scaffold_make(&a->files, path_join(a->dir, str_from(path), &a->arena),
		      text);
}
