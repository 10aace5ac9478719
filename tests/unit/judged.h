/*
 * The subject of a comparison from a table (see table.h), judged and said in
 * English.  The names of its options are its ids.
 */
#ifndef JUDGED_H
#define JUDGED_H

#include "table.h"

#include "english.h"
#include "view/subject.h"

static inline struct subject subject_in(const struct comparison *c,
					struct arena *arena)
{
	struct phrases *phrases = arena_new(arena, struct phrases);
	struct site *site = arena_new(arena, struct site);

	*phrases = english(arena);
	site->title.str = STR("Trees & more");
	site->language.str = STR("en");
	return subject_of(site, phrases, c, result_of(c, arena), arena);
}

/* The text of a member, or "(null)"; by dots through objects and lists. */
static inline struct str member(const struct value *value, const char *path)
{
	struct str rest = str_from(path);

	while (rest.ptr && value) {
		struct str name = str_cut(&rest, '.');
		double at;

		if (value->kind == VALUE_LIST && str_to_number(name, &at)) {
			assert_true(at < (double)value->as.list.count);
			value = value->as.list.items[(size_t)at];
		} else {
			value = value_find(value, name);
		}
	}
	if (!value)
		fail_msg("there is no %s", path);
	switch (value->kind) {
	case VALUE_NULL:
		return STR("(null)");
	case VALUE_BOOL:
		return value->as.truth ? STR("true") : STR("false");
	case VALUE_TEXT:
	case VALUE_END:
	case VALUE_MARKUP:
		return value->as.text;
	case VALUE_NUMBER:
	case VALUE_LIST:
	case VALUE_MADE:
	case VALUE_OBJECT:
		break;
	}
	fail_msg("%s is no text", path);
	return STR("");
}

/* Fails unless the member says so. */
#define assert_member(value, path, want) \
	assert_str(member((value), (path)), (want))

#endif
