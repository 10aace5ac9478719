#include "import/table_style.h"

enum { DEEPEST = 16 }; /* of parents, which may go in a circle */

static bool is_struck(const struct styles *styles, const struct style *style);
static const struct style *parent_of(const struct styles *styles,
				     const struct style *style);

void styles_note(struct styles *styles, const struct part *part,
		 struct arena *arena)
{
	struct str through, kind;

	if (part_ends(part, "style"))
		styles->is_open = false;
	if (part_starts(part, "style") && styles->count < STYLES_MOST) {
		*arena_push(arena, styles->items, styles->count) =
			(struct style){ part_attribute(part, "family"),
					part_attribute(part, "name"),
					part_attribute(part,
						       "parent-style-name"),
					LINE_OF_PARENT };
		styles->is_open = !part_is_empty(part);
	}
	if (!styles->is_open || !part_starts(part, "text-properties"))
		return;
	through = part_attribute(part, "text-line-through-style");
	kind = part_attribute(part, "text-line-through-type");
	through = through.len ? through : kind;
	if (through.len)
		styles->items[styles->count - 1].line =
			str_is(through, "none") ? LINE_NONE : LINE_THROUGH;
}

struct str *styles_struck(const struct styles *styles, const char *family,
			  size_t *count, struct arena *arena)
{
	struct str *names = NULL;

	*count = 0;
	for (size_t i = 0; i < styles->count; i++)
		if (str_is(styles->items[i].family, family) &&
		    is_struck(styles, &styles->items[i]))
			*arena_push(arena, names, *count) =
				styles->items[i].name;
	return names;
}

static bool is_struck(const struct styles *styles, const struct style *style)
{
	for (int depth = 0; style && depth < DEEPEST; depth++) {
		if (style->line != LINE_OF_PARENT)
			return style->line == LINE_THROUGH;
		style = parent_of(styles, style);
	}
	return false;
}

static const struct style *parent_of(const struct styles *styles,
				     const struct style *style)
{
	for (size_t i = 0; style->parent.len && i < styles->count; i++)
		if (str_equals(styles->items[i].name, style->parent) &&
		    str_equals(styles->items[i].family, style->family))
			return &styles->items[i];
	return NULL;
}
