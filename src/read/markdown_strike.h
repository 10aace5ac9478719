/*
 * Strikethrough (GFM 6.5) over cmark's tree: "~~gone~~" and "~gone~".
 *
 * What is struck becomes a custom inline node whose text on entering is
 * MARKDOWN_STRIKE.  Runs match within one parent, as cmark has made the rest
 * already, and one of another length is none; the time is linear.
 */
#ifndef READ_MARKDOWN_STRIKE_H
#define READ_MARKDOWN_STRIKE_H

#define MARKDOWN_STRIKE "del"

struct cmark_node;
struct cmark_mem;

void markdown_strike(struct cmark_node *root, struct cmark_mem *memory);

#endif
