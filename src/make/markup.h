/*
 * The tags of a page of ours, one after another.  A script and a style are
 * each one tag, from end to end, without attributes; comments are text.
 */
#ifndef MAKE_MARKUP_H
#define MAKE_MARKUP_H

#include "base/str.h"

struct markup {
	struct str before;     /* text between the tag before and this one */
	struct str text;       /* the tag as it stands */
	struct str name;       /* "section" */
	struct str attributes; /* of a start tag: what follows its name */
	bool is_end;
};

struct markup_attribute {
	struct str text, name;
	struct str value; /* as it stands between its quotes; ptr NULL: none */
};

/* The next tag of `rest`; without one, `before` is all that is left. */
bool markup_next(struct str *rest, struct markup *tag);

/* Goes behind the end of an element whose start tag was the last. */
void markup_skip(struct str *rest, struct str name);

bool markup_attribute(struct str *rest, struct markup_attribute *attribute);

/* The value of a start tag's attribute; empty where there is none. */
struct str markup_value(const struct markup *tag, const char *name);

#endif
