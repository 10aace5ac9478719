#include "read/front_matter.h"
#include "read/markdown.h"
#include "read/markdown_ids.h"
#include "scaffold/change.h"

static struct span line_of(struct str text,
			   const struct markdown_section *section);
static bool resolve(void *context, struct str href, struct image_size *size,
		    struct place at, struct str *url);

void change_section(struct change *change, struct edited *file)
{
	struct diags *unheard = diags_new();
	struct markdown_env env = { .diags = unheard,
				    .arena = &change->a->arena,
				    .resolve = resolve };
	struct str text = file->text, yaml, body = { "", 0 };
	size_t count = 0, mark = str_starts(text, "\xEF\xBB\xBF") ? 3 : 0;
	struct place at = { file->path, 1, 1, 0 };
	struct markdown_section *sections = NULL;

	front_matter_split(str_from_byte(text, mark), &yaml, &body, &at.line);
	markdown_sections(&env, markdown_ids_new(env.arena), body, at,
			  &sections, &count);
	diags_free(unheard);
	for (size_t k = 1; k < count; k++) {
		struct span span = line_of(text, &sections[k]);
		struct str heading = sections[k].heading.str;

		if (!change_is_called(change, heading))
			continue;
		if (change->removes) {
			size_t end =
				k + 1 < count
					? line_of(text, &sections[k + 1]).at
					: text.len;

			span.len = end - span.at;
			change_splice(change, file, span, STR(""));
			continue;
		}
		span.at += str_find_str(str_slice(text, span.at, span.len),
					heading);
		span.len = heading.len;
		change_splice(change, file, span, change_text(change, heading));
	}
}

static struct span line_of(struct str text,
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
