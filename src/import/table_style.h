/*
 * Which styles of an ODS strike words out.
 *
 * What a style does not say it has from its parent, which may stand in
 * another part, and behind it.
 */
#ifndef IMPORT_TABLE_STYLE_H
#define IMPORT_TABLE_STYLE_H

#include "import/table_part.h"

enum { STYLES_MOST = 1000 };

struct style {
	struct str family, name, parent;
	enum { LINE_OF_PARENT, LINE_NONE, LINE_THROUGH } line;
};

struct styles {
	struct style *items;
	size_t count;
	bool is_open; /* the last one is being read */
};

/* Notes what the element at hand says of a style. */
void styles_note(struct styles *styles, const struct part *part,
		 struct arena *arena);

/* The names of those of a family that strike out; the array is `arena`'s. */
struct str *styles_struck(const struct styles *styles, const char *family,
			  size_t *count, struct arena *arena);

#endif
