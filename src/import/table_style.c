#include "import/table_style.h"

enum { DEEPEST = 16 }; /* of parents, which may go in a circle */

static const struct style *parent_of(const struct styles *styles,
				     const struct style *style);

void styles_mark(struct styles *styles, struct style *style,
		 enum style_flag flag)
{
	style->flags |= flag;
	styles->flags |= flag;
}

void styles_settle(struct styles *styles)
{
	for (size_t i = 0; i < styles->count; i++) {
		const struct style *of = &styles->items[i];

		for (int depth = 0; of && !of->says_line && depth < DEEPEST;
		     depth++)
			of = parent_of(styles, of);
		if (of)
			styles->items[i].flags |= of->flags & STYLE_STRUCK;
	}
}

bool styles_have(const struct styles *styles, const char *family,
		 struct str name, enum style_flag flag)
{
	if (!(styles->flags & flag) || !name.len)
		return false;
	for (size_t i = 0; i < styles->count; i++)
		if (styles->items[i].flags & flag &&
		    str_equals(styles->items[i].name, name) &&
		    (!family || str_is(styles->items[i].family, family)))
			return true;
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
