#include "scaffold/addition.h"

#include "base/file.h"
#include "read/reader.h"
#include "scaffold/join.h"

static bool is_free(struct addition *a, struct str id);
static void make_text(struct addition *a, struct named criterion);
static struct str stand_in(struct addition *a, size_t j);
static const char *criterion_file(struct addition *a, struct str id);

bool add_criterion(struct addition *a)
{
	struct named criterion;
	struct str called;

	if (!addition_open_comparison(a) || !addition_name(a, &criterion) ||
	    !is_free(a, criterion.id) ||
	    !join_list(a, JOIN_CRITERION, criterion, &called))
		return false;
	make_text(a, criterion);
	if (a->now.c.scored &&
	    !join_scores(a, JOIN_CRITERION, called, stand_in))
		return false;
	if (a->now.c.scored)
		a->further = a->now.c.scoring.missing == MISSING_ERROR
				     ? "its scores are stand-ins: the least of "
				       "the scale"
				     : "its scores are empty: it counts when "
				       "every option has one";
	return scaffold_write(&a->files) && addition_check(a);
}

static bool is_free(struct addition *a, struct str id)
{
	const struct comparison *c = &a->now.c;

	if (criterion_id_is_taken(c, id)) {
		diag_error(a->diags, (struct place){ .file = a->dir },
			   "a page has the id \"%.*s\" already", STR_ARG(id));
		diag_hint(a->diags, "give another with --id");
		return false;
	}
	if (comparison_find_criterion(c, id) < c->criterion_count)
		return diag_error(a->diags, c->at,
				  "there is a criterion \"%.*s\" already",
				  STR_ARG(id));
	return true;
}

/* With a section for each option, where it needs a file of its own. */
static void make_text(struct addition *a, struct named criterion)
{
	const struct comparison *c = &a->now.c;
	struct named *options;

	if (join_needs_no_file(a, JOIN_CRITERION)) {
		a->edit = STR("scores.csv");
		return;
	}
	if (a->edit.len)
		return;
	options = arena_array(&a->arena, struct named, c->option_count);
	for (size_t i = 0; i < c->option_count; i++)
		options[i] = (struct named){ c->options[i].id,
					     c->options[i].name.str };
	a->edit = str_from(criterion_file(a, criterion.id));
	scaffold_make(&a->files, a->edit.ptr,
		      new_criterion_md(criterion.name, options, c->option_count,
				       false, &a->arena));
}

bool add_profile(struct addition *a)
{
	struct named profile;

	if (!addition_open_comparison(a) || !addition_name(a, &profile))
		return false;
	a->edit = str_from(path_join(a->dir,
				     arena_printf(&a->arena, "profiles/%.*s.md",
						  STR_ARG(profile.id)),
				     &a->arena));
	scaffold_make(&a->files, a->edit.ptr,
		      new_profile_md(profile.name, &a->now.c, &a->arena));
	return scaffold_write(&a->files) && addition_check(a);
}

/* Empty, or the least of the scale where no gap is allowed. */
static struct str stand_in(struct addition *a, size_t j)
{
	(void)j;
	return a->now.c.scoring.missing == MISSING_ERROR
		       ? arena_printf(&a->arena, "%.15g", a->now.c.scoring.min)
		       : STR("");
}

/* Ten behind the last number, with as many digits: "020-speed.md". */
static const char *criterion_file(struct addition *a, struct str id)
{
	const char *dir = path_join(a->dir, STR("criteria"), &a->arena);
	unsigned long last = 0;
	int digits = 1;
	struct str *names;
	size_t count;

	if (!file_list(dir, &names, &count, &a->arena))
		count = 0;
	for (size_t i = 0; i < count; i++) {
		int len = 0;
		unsigned long number = 0;

		while ((size_t)len < names[i].len && len < 9 &&
		       names[i].ptr[len] >= '0' && names[i].ptr[len] <= '9')
			number = number * 10 +
				 (unsigned long)(names[i].ptr[len++] - '0');
		if (number > last)
			last = number;
		if (len > digits)
			digits = len;
	}
	return path_join(dir,
			 arena_printf(&a->arena, "%0*lu-%.*s.md", digits,
				      last / 10 * 10 + 10, STR_ARG(id)),
			 &a->arena);
}
