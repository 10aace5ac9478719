/*
 * The styles of an ODS that change what its words say: some are struck out,
 * some raised, and a sheet of some is hidden.
 *
 * What a style does not say of lines through it has from its parent, which may
 * stand in another part, and behind it.
 */
#ifndef IMPORT_TABLE_STYLE_H
#define IMPORT_TABLE_STYLE_H

#include "base/arena.h"

enum { STYLES_MOST = 1000 };

enum style_flag { STYLE_STRUCK = 1, STYLE_RAISED = 2, STYLE_HIDDEN = 4 };

struct style {
	struct str family, name, parent;
	int flags;
	bool says_line; /* through it, or none: else its parent does */
};

struct styles {
	struct style *items;
	size_t count;
	int flags; /* that any of them has */
};

void styles_mark(struct styles *styles, struct style *style,
		 enum style_flag flag);

/* Hands lines down from parents, once all styles are there. */
void styles_settle(struct styles *styles);

/* Whether one of that family (NULL: any) and name is such. */
bool styles_have(const struct styles *styles, const char *family,
		 struct str name, enum style_flag flag);

#endif
