#include "view/page_view.h"

#include "view/frame.h"
#include "view/cards_view.h"
#include "view/parts.h"
#include "view/tags.h"

static const struct value *site_json_ld(const struct frame *frame,
					struct arena *arena);
static const struct str *add_tags(const struct locale *locale,
				  const struct digest *digests, size_t count,
				  bool is_all, struct value *home,
				  struct arena *arena);
static const struct str *add_filters(const struct tag *tags, size_t count,
				     const struct digest *digests,
				     size_t digest_count, struct value *home,
				     struct arena *arena);

enum { FILTERS_MOST = 24 }; /* tags that style.css can filter by */

struct page home_page(const struct frame *frame, const struct digest *digests,
		      size_t count, size_t number, struct str colors_path,
		      struct arena *arena)
{
	const struct site *site = frame->site;
	const struct site_page *text = site_find_page(site, STR("index"));
	struct str about = text && text->description.str.len
				   ? text->description.str
				   : site->tagline.str;
	const struct digest **shown =
		arena_array(arena, const struct digest *, CARDS_PAGE);
	size_t first, most = cards_on_page(count, number, &first);
	struct str path = cards_page_path(STR(""), number, arena);
	const struct value *pager =
		cards_pager(frame, STR(""), count, number, arena);
	const struct str *filters;
	struct value *ld = value_list(arena), *home = value_object(arena);
	struct page_head head = {
		.path = path.ptr,
		.template = text && text->template.str.len
				    ? text->template.str.ptr
				    : "home",
		.is_home = true,
		.source = text ? text->at.file : NULL,
		.title = cards_title(frame, site_home_title(site), pager,
				     number, arena),
		.description = number == 1 || !about.len
				       ? about
				       : arena_printf(arena, "%.*s (%zu)",
						      STR_ARG(about), number),
		.date = text && number == 1 ? text->date : (struct date){ 0 },
		.pager = pager,
		.colors_path = colors_path,
		.params = { text ? &text->params : NULL },
		.json_ld = ld,
	};
	struct value *values;

	if (site->base_url.str.len && number == 1)
		value_append(ld, site_json_ld(frame, arena));
	values = frame_values(frame, &head, arena);
	value_set(home, "text",
		  text && number == 1 ? prose_view(&text->body, arena)
				      : value_null());
	for (size_t i = 0; i < most; i++)
		shown[i] = &digests[first + i];
	filters = add_tags(&frame->phrases->locale, digests, count,
			   count == most, home, arena);
	value_set(values, "home", home);
	value_set(values, "cards",
		  cards_view(frame, shown, filters, most, arena));
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

/*
 * As tags_view(), each tag of the site once; and what filters the cards, where
 * all of them are on the page: else a filter would hide what others hold.
 */
static const struct str *add_tags(const struct locale *locale,
				  const struct digest *digests, size_t count,
				  bool is_all, struct value *home,
				  struct arena *arena)
{
	size_t tag_count, filters = 0;
	struct tag *tags = tags_of(digests, count, &tag_count, arena);
	struct str *names = arena_array(arena, struct str, tag_count);

	tags_sort(tags, tag_count, locale, arena);
	for (size_t i = 0; i < tag_count; i++)
		names[i] = tags[i].name;
	if (is_all && count > 1)
		filters = tag_count < FILTERS_MOST ? tag_count : FILTERS_MOST;
	value_set(home, "tags", tags_view(names, tag_count, arena));
	value_set_bool(home, "has_tags", tag_count);
	value_set(home, "links",
		  tags_view(names + filters, tag_count - filters, arena));
	value_set_bool(home, "has_links", tag_count > filters);
	return add_filters(tags, filters, digests, count, home, arena);
}

/* Returns, of each digest, the filters that let it be: " t1 t3". */
static const struct str *add_filters(const struct tag *tags, size_t count,
				     const struct digest *digests,
				     size_t digest_count, struct value *home,
				     struct arena *arena)
{
	struct value *list = value_list(arena);
	struct str *classes =
		count ? arena_array(arena, struct str, digest_count) : NULL;

	for (size_t k = 0; k < count; k++) {
		struct value *o = value_add_object(list);

		value_set_text(o, "title", tags[k].name);
		value_setf(o, "class", "t%zu", k + 1);
		for (size_t i = 0; i < tags[k].count; i++) {
			struct str *own = &classes[tags[k].having[i] - digests];

			*own = arena_printf(arena, "%.*s t%zu", STR_ARG(*own),
					    k + 1);
		}
	}
	value_set(home, "filters", list);
	value_set_bool(home, "has_filters", count);
	return classes;
}
