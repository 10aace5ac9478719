/*
 * Texts of the content as Markdown, for a record that stands elsewhere.
 *
 * Prose is kept as HTML of our making only.  Its inline tags become Markdown
 * again, citations footnotes, and links into the site addresses below
 * `base_url`, or paths from its root where it has none; the rest stays as
 * HTML, which Markdown allows.
 */
#ifndef VIEW_MADR_TEXT_H
#define VIEW_MADR_TEXT_H

#include "base/buf.h"
#include "model/prose.h"

/* Plain words, with a backslash before what Markdown would mean by them. */
void madr_plain(struct buf *to, struct str text);

/* Inline HTML of prose, on one line. */
void madr_inline(struct buf *to, struct str html, struct str base_url);

/* The paragraphs that a block of prose begins with, a blank line behind each. */
void madr_paragraphs(struct buf *to, struct str html, struct str base_url);

#endif
