#include "scaffold/change.h"

#include <string.h>

#include "read/text.h"

static bool names_it(const struct change *change, struct str page,
		     struct str anchor);
static size_t behind_prefix(struct str anchor);
static size_t behind_first(const struct change *change, struct str anchor);

/*
 * The ids of parts of pages: a section of a criterion has the id of its option,
 * `#tea`; of the matrix rows have `#row-tea`, and cells `#cell-taste.tea`.
 */
struct span change_anchor(const struct change *change, struct str path,
			  struct str anchor)
{
	struct str rest = path, id = anchor;
	struct span span = { 0 };

	if (change->thing == THING_COMPARISON ||
	    !str_equals(str_cut(&rest, '/'), str_from(change->a->comparison)) ||
	    str_equals(change->id, change->new_id))
		return span;
	if (!names_it(change, rest, anchor)) {
		span.at = behind_prefix(anchor);
		id = str_from_byte(anchor, span.at);
		if (!span.at)
			return span;
		if (str_starts(anchor, "cell-") || str_starts(anchor, "note-"))
			span.at += behind_first(change, id);
		id = str_from_byte(anchor, span.at);
		if (change->thing == THING_CRITERION)
			id.len = str_find(id, '.');
	}
	if (str_equals(id, change->id))
		span.len = id.len;
	return span;
}

/* Whether the page has it by its bare id: a matrix that is turned, columns. */
static bool names_it(const struct change *change, struct str page,
		     struct str anchor)
{
	bool there = change->thing == THING_OPTION
			     ? str_starts(page, "criteria/")
			     : str_starts(page, "matrix");

	return there && str_equals(anchor, change->id);
}

static size_t behind_prefix(struct str anchor)
{
	static const char *const PREFIXES[] = { "row-",	    "cell-",
						"note-",    "notes-",
						"option--", "criterion--" };

	for (size_t k = 0; k < sizeof(PREFIXES) / sizeof(*PREFIXES); k++)
		if (str_starts(anchor, PREFIXES[k]))
			return strlen(PREFIXES[k]);
	return 0;
}

/* "taste.tea": where the option begins. */
static size_t behind_first(const struct change *change, struct str anchor)
{
	size_t point = str_find(anchor, '.');

	return change->thing == THING_OPTION && point < anchor.len ? point + 1
								   : 0;
}
