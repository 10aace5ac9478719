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

/* Whether the element's name is one of those between blanks. */
bool page_is(const struct _xmlNode *node, const char *names);

/* How much text the page has below `root`. */
size_t page_text_len(const struct _xmlNode *root);

/*
 * Menus, comments, share buttons: around the article, not of it; `text_len`
 * is the page's.
 */
bool page_is_around(struct _xmlNode *node, size_t text_len);

/* The text itself: an <article>, or a <main> that has none. */
bool page_is_article(struct _xmlNode *node);

/* A list of nothing but links into the page. */
bool page_is_contents(struct _xmlNode *node);

/* The words below an image. */
bool page_is_caption(struct _xmlNode *node);

/* "<b>Price:</b> …", which begins a line of its own. */
bool page_is_label(struct _xmlNode *node);

/* "go" of class="language-go" on the code or what it stands in; or empty. */
struct str page_language(struct _xmlNode *node, struct arena *arena);

/* The id that a footnote's mark links to, or empty. */
struct str page_note_mark(struct _xmlNode *link, struct arena *arena);

/* The ids of what such marks of the page below `root` link to. */
struct page_notes {
	struct str *ids;
	size_t count;
};
struct page_notes page_notes_of(struct _xmlNode *root, struct arena *arena);
bool page_notes_have(const struct page_notes *notes, struct str id);

#endif
