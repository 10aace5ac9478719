#include "scaffold/change.h"
#include "scaffold/sections.h"

void change_section(struct change *change, struct edited *file)
{
	struct str text = file->text;
	size_t count;
	const struct markdown_section *sections =
		sections_read(text, file->path, &count, &change->a->arena);

	for (size_t k = 1; k < count; k++) {
		struct span span = sections_line(text, &sections[k]);
		struct str heading = sections[k].heading.str;

		if (!change_is_called(change, heading))
			continue;
		if (change->removes) {
			size_t end =
				k + 1 < count
					? sections_line(text, &sections[k + 1])
						  .at
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
