#include "scaffold/change.h"

#include "judge/result.h"

static bool has_own_name(const struct change *change);
static bool write_all(struct change *change);
static bool reads_well(struct change *change);

bool change_make(struct change *change)
{
	return addition_open_comparison(change->a) && change_subject(change) &&
	       change_collect(change) && has_own_name(change) &&
	       change_editions(change) && change_links(change) &&
	       (change->dry_run || write_all(change));
}

/* An id that a table makes of a name changes with the name. */
static bool has_own_name(const struct change *change)
{
	const char *list =
		change->thing == THING_OPTION ? "options.csv" : "criteria.csv";

	if (change->removes || change->move_count ||
	    str_equals(change->id, change->new_id) ||
	    !str_equals(change->name, change->new_name))
		return true;
	for (size_t k = 0; k < change->file_count; k++)
		if (str_ends(str_from(change->files[k].path), list) &&
		    change->files[k].splices.count)
			return true;
	diag_error(change->a->diags, change->a->now.c.at,
		   "the id of \"%.*s\" is made of its name",
		   STR_ARG(change->name));
	diag_hint(change->a->diags, "give another name, or a column \"id\" to "
				    "the table that names it");
	return false;
}

static bool write_all(struct change *change)
{
	struct addition *a = change->a;

	for (size_t k = 0; k < change->file_count; k++) {
		struct edited *file = &change->files[k];

		if (file->splices.count)
			scaffold_change(&a->files, file->path,
					splices_apply(&file->splices,
						      file->text, &a->arena));
	}
	for (size_t k = 0; k < change->move_count; k++)
		scaffold_move(&a->files, change->moves[k].from,
			      change->moves[k].to);
	if (!scaffold_write(&a->files) || !reads_well(change)) {
		scaffold_undo(&a->files);
		return false;
	}
	scaffold_finish(&a->files);
	return true;
}

/* What was right before is right now, or nothing is to change. */
static bool reads_well(struct change *change)
{
	struct addition *a = change->a;
	struct reading then;

	if (change->thing != THING_COMPARISON)
		return addition_check(a);
	a->now.head.slug = change->new_id;
	return change->removes
		       ? reading_site(a->diags, a->content, &then, &a->arena)
		       : addition_check(a);
}
