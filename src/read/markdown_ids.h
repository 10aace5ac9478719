/*
 * The ids of the headings of a page, so that each is unique there.
 */
#ifndef READ_MARKDOWN_IDS_H
#define READ_MARKDOWN_IDS_H

#include "base/arena.h"
#include "base/str.h"

struct markdown_ids;

struct markdown_ids *markdown_ids_new(struct arena *arena);

/* Takes an id, as those of a template are. */
void markdown_ids_reserve(struct markdown_ids *ids, struct str id);

/*
 * A new id for a heading: its letters (of any script) and digits in lower
 * case, hyphens between words, a number behind it when it is taken.  The signs
 * that end a word have their names, so that C, C++ and C# differ.
 */
struct str markdown_ids_make(struct markdown_ids *ids, struct str text);

#endif
