/*
 * A page as Markdown, for those who read no HTML.
 *
 * It is made of the finished page, of what stands in <main>, and so says and
 * counts just what the page does.  Headings, lists, tables, quotes, code and
 * links stay; drawings, scripts, ways around (<nav>), controls and what is
 * hidden from listeners go: a chart's numbers stand in the table beside it.
 * One pass over HTML of our own making, linear.
 */
#ifndef MAKE_MARKDOWN_TWIN_H
#define MAKE_MARKDOWN_TWIN_H

#include "base/buf.h"

void markdown_twin(struct str html, struct buf *to);

#endif
