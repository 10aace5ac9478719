#include "view/page_view.h"

#include "view/frame.h"
#include "view/parts.h"

struct page text_page(const struct frame *frame, const struct site_page *text,
		      struct arena *arena)
{
	struct str path = arena_printf(arena, "%.*s.html", STR_ARG(text->name));
	struct crumb crumbs[] = {
		{ phrase(frame->phrases, WORD_COMPARISONS),
		  site_url(STR("index.html"), arena) },
		{ text->title.str, site_url(path, arena) },
	};
	struct page_head head = {
		.path = path.ptr,
		.template = text->template.str.len ? text->template.str.ptr
						   : "page",
		.source = text->at.file,
		.title = text->title.str,
		.description = text->description.str,
		.crumbs = crumbs,
		.crumb_count = 2,
		.params = { &text->params },
		.date = text->date,
		.is_draft = text->draft,
	};
	struct value *values = frame_values(frame, &head, arena);
	struct value *toc = value_list(arena);

	toc_add(toc, &text->body);
	value_set(values, "text", prose_view(&text->body, arena));
	value_set(values, "toc", toc);
	return (struct page){ .path = head.path,
			      .template = head.template,
			      .title = head.title,
			      .values = values };
}
