#include "base/file.h"
#include "base/slug.h"
#include "read/lexical.h"
#include "read/reader.h"
#include "scaffold/change.h"

static bool find_option(struct change *change, struct str called);
static bool find_criterion(struct change *change, struct str called);
static bool no_such(struct change *change, const char *what, struct str called,
		    const struct str *names, size_t count);
static bool read_new_name(struct change *change);
static bool is_free(struct change *change);

bool change_subject(struct change *change)
{
	struct addition *a = change->a;
	struct str called = str_trim(str_from(a->name));

	if (change->thing == THING_OPTION && !find_option(change, called))
		return false;
	if (change->thing == THING_CRITERION && !find_criterion(change, called))
		return false;
	if (change->thing == THING_COMPARISON) {
		change->id = a->now.head.slug;
		change->name = a->now.c.title.str;
	}
	return change->removes || read_new_name(change);
}

static bool find_option(struct change *change, struct str called)
{
	const struct comparison *c = &change->a->now.c;
	size_t i = comparison_find_called(c, called);
	struct str *ids =
		arena_array(&change->a->arena, struct str, c->option_count);

	change->index = i;
	for (size_t k = 0; k < c->option_count; k++)
		ids[k] = c->options[k].id;
	if (i == c->option_count)
		return no_such(change, "option", called, ids, c->option_count);
	change->id = c->options[i].id;
	change->name = c->options[i].name.str;
	change->short_name = c->options[i].short_name.str;
	if (change->removes && c->option_count <= 2)
		return diag_error(change->a->diags, c->at,
				  "a comparison needs two options, and would "
				  "have %zu",
				  c->option_count - 1);
	return true;
}

static bool find_criterion(struct change *change, struct str called)
{
	const struct comparison *c = &change->a->now.c;
	struct str *ids =
		arena_array(&change->a->arena, struct str, c->criterion_count);
	size_t j = comparison_find_titled(c, called);

	for (size_t k = 0; k < c->criterion_count; k++)
		ids[k] = c->criteria[k].id;
	if (j == c->criterion_count)
		return no_such(change, "criterion", called, ids,
			       c->criterion_count);
	change->index = j;
	change->id = c->criteria[j].id;
	change->name = c->criteria[j].title.str;
	return true;
}

static bool no_such(struct change *change, const char *what, struct str called,
		    const struct str *names, size_t count)
{
	struct diags *diags = change->a->diags;

	diag_error(diags, change->a->now.c.at, "there is no %s \"%.*s\"", what,
		   STR_ARG(called));
	diag_hint(diags, "there is %.*s",
		  STR_ARG(schema_choices(names, count, &change->a->arena)));
	return false;
}

/* An id gives another id and leaves the name; any other text is a name. */
static bool read_new_name(struct change *change)
{
	struct addition *a = change->a;
	struct named to;

	a->name = change->to;
	if (!addition_name(a, &to))
		return false;
	change->new_id = to.id;
	change->new_name =
		id_is_valid(to.name) && !a->id ? change->name : to.name;
	return is_free(change);
}

static bool is_free(struct change *change)
{
	const struct comparison *c = &change->a->now.c;
	struct diags *diags = change->a->diags;
	struct str id = change->new_id;
	struct place at = { .file = NULL };
	size_t other;

	if (change->thing == THING_OPTION) {
		if (column_is_taken(id))
			return diag_error(diags, at,
					  "the id \"%.*s\" is a column of "
					  "scores.csv",
					  STR_ARG(id));
		other = comparison_find_called(c, id);
		if (other == c->option_count || other == change->index)
			other = comparison_find_called(c, change->new_name);
		if (other == c->option_count || other == change->index)
			return true;
		return diag_error(diags, c->at,
				  "there is an option \"%.*s\" already",
				  STR_ARG(c->options[other].name.str));
	}
	if (str_equals(id, change->id))
		return true;
	if (change->thing == THING_COMPARISON) {
		const char *dir =
			path_join(change->a->content, id, &change->a->arena);

		return slug_is_taken(id)
			       ? diag_error(diags, at,
					    "a comparison cannot be called "
					    "\"%.*s\"",
					    STR_ARG(id))
			       : !file_is_there(dir) ||
					 diag_error(
						 diags,
						 (struct place){ .file = dir },
						 "this is there already");
	}
	return !(criterion_id_is_taken(c, id) ||
		 comparison_find_criterion(c, id) < c->criterion_count) ||
	       diag_error(diags, c->at, "a page has the id \"%.*s\" already",
			  STR_ARG(id));
}
