#include "read/samples.h"

#include "base/file.h"

static const struct sample_ref *find_ref(const struct sample_ref *refs,
					 size_t count, struct str id);
static bool refuse_text(struct sample_shelf *shelf, struct place at);

void samples_open(struct sample_shelf *shelf, struct str page)
{
	shelf->is_open = true;
	shelf->page = page;
	shelf->first = shelf->c->placed_count;
	shelf->named = NULL;
	shelf->named_count = 0;
}

bool samples_close(struct sample_shelf *shelf, struct sample_ref *refs,
		   size_t *count)
{
	const struct comparison *c = shelf->c;
	const struct sample_ref *placed = c->placed + shelf->first;
	size_t placed_count = c->placed_count - shelf->first, kept = 0;
	bool ok = true;

	shelf->is_open = false;
	for (size_t k = 0; k < shelf->named_count; k++) {
		const struct text *id = &shelf->named[k].id;

		if (find_ref(placed, placed_count, id->str) ||
		    find_ref(refs, *count, id->str))
			continue;
		ok = diag_error(shelf->diags, id->at,
				"this page does not show the sample \"%.*s\"",
				STR_ARG(id->str));
		diag_hint(shelf->diags,
			  "let the link be a paragraph of its own, or write "
			  "`samples: [%.*s]` at the top",
			  STR_ARG(id->str));
	}
	for (size_t k = 0; k < *count; k++)
		if (!find_ref(placed, placed_count, refs[k].id.str))
			refs[kept++] = refs[k];
	*count = kept;
	return ok;
}

static const struct sample_ref *find_ref(const struct sample_ref *refs,
					 size_t count, struct str id)
{
	for (size_t k = 0; k < count; k++)
		if (str_equals(refs[k].id.str, id))
			return &refs[k];
	return NULL;
}

/* From criteria/ it is "../samples/x"; "samples/x" is understood, too. */
struct str samples_id(const struct sample_shelf *shelf, struct str path,
		      struct str dir)
{
	const struct str roots[] = { shelf->c->slug, dir };

	while (str_ends(path, "/"))
		path.len--;
	for (size_t k = 0; k < 2; k++) {
		struct str root = arena_printf(shelf->arena, "%.*s/samples",
					       STR_ARG(roots[k]));

		if (str_equals(path_dir(path), root))
			return path_base(path);
	}
	return STR("");
}

bool samples_place(struct sample_shelf *shelf, struct text id, struct str words,
		   size_t *index)
{
	struct comparison *c = shelf->c;
	const struct sample_ref *before;

	if (!shelf->is_open)
		return refuse_text(shelf, id.at);
	if (!samples_check(shelf, id))
		return false;
	before = find_ref(c->placed + shelf->first,
			  c->placed_count - shelf->first, id.str);
	if (before) {
		diag_error(shelf->diags, id.at,
			   "the sample \"%.*s\" stands on this page already",
			   STR_ARG(id.str));
		diag_note(shelf->diags, before->id.at, "it is here");
		return false;
	}
	*index = c->placed_count;
	*arena_push(shelf->arena, c->placed, c->placed_count) =
		(struct sample_ref){ id, { words, id.at } };
	return true;
}

bool samples_link(struct sample_shelf *shelf, struct text id, struct str *url)
{
	if (!shelf->is_open)
		return refuse_text(shelf, id.at);
	if (!samples_check(shelf, id))
		return false;
	arena_push(shelf->arena, shelf->named, shelf->named_count)->id = id;
	*url = arena_printf(shelf->arena, "%.*s#sample-%.*s",
			    STR_ARG(shelf->page), STR_ARG(id.str));
	return true;
}

static bool refuse_text(struct sample_shelf *shelf, struct place at)
{
	diag_error(shelf->diags, at,
		   "no sample stands on the page of this text");
	diag_hint(shelf->diags,
		  "samples are shown by the texts of criteria and the guide: "
		  "link to one of those");
	return false;
}

bool samples_check(const struct sample_shelf *shelf, struct text id)
{
	const struct comparison *c = shelf->c;
	struct str *names;

	if (comparison_find_sample(c, id.str))
		return true;
	diag_error(shelf->diags, id.at, "there is no folder samples/%.*s",
		   STR_ARG(id.str));
	names = arena_array(shelf->arena, struct str, c->sample_count);
	for (size_t k = 0; k < c->sample_count; k++)
		names[k] = c->samples[k].id;
	diag_suggest(shelf->diags, id.str, names, c->sample_count);
	return false;
}
