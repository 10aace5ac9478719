/*
 * What a page's elements are for, as their names and classes tell: the
 * article, or what stands around it, such as menus and comments.
 */
#ifndef IMPORT_PAGE_PARTS_H
#define IMPORT_PAGE_PARTS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

struct _xmlNode;

/* How deep a page is looked into. */
enum { PAGE_DEPTH = 200 };

/* Whether it is an element with one of these names, parted by blanks. */
bool page_is(const struct _xmlNode *node, const char *names);

/* The value of an attribute without blanks around it, or empty. */
struct str page_attribute(const struct _xmlNode *node, const char *name,
			  struct arena *arena);

/* Menus, comments, share buttons: around the article, not of it. */
bool page_is_around(const struct _xmlNode *node, struct arena *arena);

/* What no reader sees, unless it holds the article until a script shows it. */
bool page_is_hidden(const struct _xmlNode *node, struct arena *arena);

/* "go" of class="language-go" on the code or what it stands in; or empty. */
struct str page_language(const struct _xmlNode *node, struct arena *arena);

/* A footnote: <li id="fn1">. */
bool page_is_note(const struct _xmlNode *node, struct arena *arena);

/* A text without the characters that no content file may hold. */
struct str page_clean(struct str text, struct arena *arena);

#endif
