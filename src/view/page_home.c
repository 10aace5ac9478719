#include "view/page_view.h"

#include "view/frame.h"
#include "view/cards_view.h"
#include "view/parts.h"

static const struct value *site_json_ld(const struct frame *frame,
					struct arena *arena);

struct page home_page(const struct frame *frame, const struct digest *digests,
		      size_t count, struct str colors_path, struct arena *arena)
{
	const struct site *site = frame->site;
	const struct site_page *text = site_find_page(site, STR("index"));
	const struct digest **all =
		arena_array(arena, const struct digest *, count + 1);
	struct value *ld = value_list(arena), *home = value_object(arena);
	struct page_head head = {
		.path = "index.html",
		.template = "home",
		.source = text ? text->at.file : NULL,
		.title = site->title.str,
		.description = site->tagline.str,
		.colors_path = colors_path,
		.params = { text ? &text->params : NULL },
		.json_ld = ld,
	};
	struct value *values;

	if (site->base_url.str.len)
		value_append(ld, site_json_ld(frame, arena));
	values = frame_values(frame, &head, arena);
	value_set(home, "text",
		  text ? prose_view(&text->body, arena) : value_null());
	for (size_t i = 0; i < count; i++)
		all[i] = &digests[i];
	value_set(values, "home", home);
	value_set(values, "cards", cards_view(frame, all, count, arena));
	return (struct page){ .path = head.path,
			      .template = head.template,
			      .title = head.title,
			      .values = values };
}

static const struct value *site_json_ld(const struct frame *frame,
					struct arena *arena)
{
	struct value *o = value_object(arena);

	value_set_text(o, "@context", STR("https://schema.org"));
	value_set_text(o, "@type", STR("WebSite"));
	value_set_text(o, "name", frame->site->title.str);
	if (frame->site->tagline.str.len)
		value_set_text(o, "description", frame->site->tagline.str);
	value_set_text(o, "url", frame->site->base_url.str);
	value_set_text(o, "inLanguage", frame->site->language.str);
	return o;
}
