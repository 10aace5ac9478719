#include "scaffold/sections.h"

#include "read/front_matter.h"
#include "read/markdown_ids.h"

static bool resolve(void *context, struct str href, struct image_size *size,
		    struct place at, struct str *url);

struct markdown_section *sections_read(struct str text, const char *path,
				       size_t *count, struct arena *arena)
{
	struct diags *unheard = diags_new();
	struct markdown_env env = { .diags = unheard,
				    .arena = arena,
				    .resolve = resolve };
	size_t mark = str_starts(text, "\xEF\xBB\xBF") ? 3 : 0;
	struct str yaml, body = { "", 0 };
	struct place at = { path, 1, 1, 0 };
	struct markdown_section *sections = NULL;

	*count = 0;
	front_matter_split(str_from_byte(text, mark), &yaml, &body, &at.line);
	markdown_sections(&env, markdown_ids_new(arena), body, at, &sections,
			  count);
	diags_free(unheard);
	return sections;
}

struct span sections_line(struct str text,
			  const struct markdown_section *section)
{
	return span_line(text, span_byte(text, section->heading.at));
}

/* Where a link leads is of no interest here. */
static bool resolve(void *context, struct str href, struct image_size *size,
		    struct place at, struct str *url)
{
	(void)context;
	(void)size;
	(void)at;
	*url = href;
	return true;
}
