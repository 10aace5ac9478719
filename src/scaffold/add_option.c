#include "scaffold/addition.h"

#include <math.h>
#include <string.h>

#include "base/file.h"
#include "read/content.h"
#include "read/csv.h"
#include "read/reader.h"
#include "scaffold/content_edit.h"
#include "scaffold/join.h"
#include "scaffold/sections.h"

static bool is_free(struct addition *a, struct named option);
static bool list_in_head(struct addition *a, struct str id);
static void make_text(struct addition *a, struct named option);
static bool add_sections(struct addition *a, struct named option);
static bool add_section(struct addition *a, const struct comparison *c,
			struct named option, const char *path);
static size_t end_of_options(struct addition *a, const struct comparison *c,
			     const char *path, struct str text);
static bool is_called(struct addition *a, struct str name);
static bool needs_stand_ins(const struct comparison *c);
static struct str stand_in(struct addition *a, size_t j);
static size_t worst_option(const struct addition *a, size_t j);
static bool add_to_tables(struct addition *a, struct str id);

bool add_option(struct addition *a)
{
	struct named option;
	struct str called;
	bool scored;

	if (!addition_open_comparison(a) || !addition_name(a, &option) ||
	    !is_free(a, option) || !list_in_head(a, option.id) ||
	    !join_list(a, JOIN_OPTION, option, &called))
		return false;
	make_text(a, option);
	scored = a->now.c.scored;
	if (!add_sections(a, option) ||
	    (scored && !join_scores(a, JOIN_OPTION, called, stand_in)))
		return false;
	if (scored)
		a->further = needs_stand_ins(&a->now.c)
				     ? "its scores are stand-ins, "
				       "the worst of each criterion: the "
				       "comparison states a result or allows "
				       "no gap"
				     : "its scores are empty: a "
				       "criterion counts when all have one";
	return add_to_tables(a, option.id) && scaffold_write(&a->files) &&
	       addition_check(a);
}

static bool is_free(struct addition *a, struct named option)
{
	if (column_is_taken(option.id))
		return diag_error(a->diags, (struct place){ .file = NULL },
				  "the id \"%.*s\" is a column of scores.csv",
				  STR_ARG(option.id));
	return !is_called(a, option.id) && !is_called(a, option.name);
}

/* Behind the last of the options that comparison.md lists; it may list none. */
static bool list_in_head(struct addition *a, struct str id)
{
	const char *path = path_join(a->dir, STR("comparison.md"), &a->arena);
	size_t count = a->now.head.option_count;
	struct str text;

	if (!addition_read(a, path, &text))
		return false;
	if (count)
		scaffold_change(
			&a->files, path,
			edit_yaml_list(text, a->now.head.options[count - 1].at,
				       id, &a->arena));
	return true;
}

/* What is to be edited then, where it needs a file of its own. */
static void make_text(struct addition *a, struct named option)
{
	struct str name;

	if (join_needs_no_file(a, JOIN_OPTION)) {
		a->edit = STR("scores.csv");
		return;
	}
	if (a->edit.len)
		return;
	name = arena_printf(&a->arena, "options/%.*s.md", STR_ARG(option.id));
	a->edit = str_from(path_join(a->dir, name, &a->arena));
	scaffold_make(&a->files, a->edit.ptr,
		      new_option_md(option.name, false, &a->arena));
}

/* In the text of each criterion, and in what translates it. */
static bool add_sections(struct addition *a, struct named option)
{
	const struct comparison *c = &a->now.c;

	for (size_t j = 0; j < c->criterion_count; j++) {
		const char *first = c->criteria[j].at.file;

		if (!str_ends(str_from(first), ".csv") &&
		    !add_section(a, c, option, first))
			return false;
		for (size_t k = 0; k < a->now.translated_count; k++) {
			const struct comparison *other =
				&a->now.translated[k].c;
			const char *path = other->criteria[j].at.file;

			if (strcmp(path, first) != 0 &&
			    !add_section(a, other, option, path))
				return false;
		}
	}
	return true;
}

/* Behind those of the other options: what closes the text stays at its end. */
static bool add_section(struct addition *a, const struct comparison *c,
			struct named option, const char *path)
{
	struct str text;

	if (!addition_read(a, path, &text))
		return false;
	scaffold_change(&a->files, path,
			edit_insert(text, end_of_options(a, c, path, text),
				    new_section(option, &a->arena), &a->arena));
	return true;
}

/* The byte behind the last section of an option, or of the text. */
static size_t end_of_options(struct addition *a, const struct comparison *c,
			     const char *path, struct str text)
{
	size_t count, last = 0;
	const struct markdown_section *sections =
		sections_read(text, path, &count, &a->arena);

	for (size_t k = 1; k < count; k++)
		if (comparison_find_called(c, sections[k].heading.str) <
		    c->option_count)
			last = k;
	return last && last + 1 < count
		       ? sections_line(text, &sections[last + 1]).at
		       : text.len;
}

/* Reports an option that is called so already. */
static bool is_called(struct addition *a, struct str name)
{
	return comparison_find_called(&a->now.c, name) <
		       a->now.c.option_count &&
	       !diag_error(a->diags, a->now.c.at,
			   "there is an option \"%.*s\" already",
			   STR_ARG(name));
}

/* Where gaps would make what the author states an error. */
static bool needs_stand_ins(const struct comparison *c)
{
	bool needs = c->scoring.missing == MISSING_ERROR ||
		     c->verdict.claim != CLAIM_NONE_MADE;

	for (size_t j = 0; j < c->criterion_count; j++)
		needs |= c->criteria[j].winner.claim != CLAIM_NONE_MADE;
	return needs;
}

/* The score of the option that does worst, or nothing. */
static struct str stand_in(struct addition *a, size_t j)
{
	size_t worst = worst_option(a, j);

	if (worst == a->now.c.option_count || !needs_stand_ins(&a->now.c))
		return STR("");
	return arena_printf(&a->arena, "%.15g",
			    a->now.c.criteria[j].scores[worst].value);
}

static size_t worst_option(const struct addition *a, size_t j)
{
	size_t worst = a->now.c.option_count;
	const struct criterion *at;

	if (j >= a->now.c.criterion_count)
		return worst;
	at = &a->now.c.criteria[j];
	for (size_t i = 0; i < a->now.c.option_count; i++) {
		double sign = at->measure.lower_is_better ? -1 : 1;

		if (isnan(at->scores[i].value))
			return a->now.c.option_count;
		if (worst == a->now.c.option_count ||
		    sign * at->scores[i].value < sign * at->scores[worst].value)
			worst = i;
	}
	return worst;
}

/* Further tables have a column for every option. */
static bool add_to_tables(struct addition *a, struct str id)
{
	for (size_t t = 0; t < a->now.c.table_count; t++) {
		const char *path = a->now.c.tables[t].at.file;
		struct str text;

		if (!addition_read(a, path, &text))
			return false;
		if (str_ends(str_from(path), ".csv")) {
			struct diags *unheard = diags_new();
			struct csv csv;

			csv_parse(unheard, path, text, &csv, &a->arena,
				  &a->arena);
			diags_free(unheard);
			text = edit_csv_column(text, csv.records[0].count - 1,
					       &id, 1, &a->arena);
		} else {
			text = edit_markdown_column(text, id, &a->arena);
		}
		scaffold_change(&a->files, path, text);
	}
	return true;
}
