#ifndef PARAGONE_SCAFFOLD_SECTIONS_H
#define PARAGONE_SCAFFOLD_SECTIONS_H

#include "base/arena.h"
#include "base/str.h"
#include "read/markdown.h"
#include "scaffold/spans.h"

/*
 * The sections of a content file, by its headings of the second level, as the
 * reader sees them; the first is what stands before them.  Its mistakes are not
 * told: who reads the content tells them.
 */
struct markdown_section *sections_read(struct str text, const char *path,
				       size_t *count, struct arena *arena);

/* The line of a section's heading; not for the first. */
struct span sections_line(struct str text,
			  const struct markdown_section *section);

#endif
